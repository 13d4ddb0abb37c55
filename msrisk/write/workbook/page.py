"""How a sheet prints and scrolls: A4, one page wide, the headings on every page and always in view."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from msrisk.write.workbook.plan import SheetPlan
from msrisk.write.workbook.style import Styles

MOST_UPRIGHT = 132  # characters that A4 prints upright at 7 points or more; 120 of them at 8
_A4 = 9
_FONT = '&"Arial,Regular"'
_MOST_FROZEN = 16  # rows above the headings that may stay in view; more would leave no room for the table
_SIDE, _ABOVE, _BELOW, _FOOT = 0.35, 0.4, 0.55, 0.25  # inches; what office printers leave blank is less
_BELOW_STAMP = 0.6


def set_up_page(sheet: Worksheet, styles: Styles, plan: SheetPlan, top: int, end: tuple[int, int]) -> None:
    """The page, the panes and what Excel need not warn of.

    top: the row of the headings.  end: the last row and the last column that are printed.
    """
    last, across = end
    if plan.printed_width > MOST_UPRIGHT:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_SIDE, right=_SIDE, top=_BELOW_STAMP if plan.stamp else _ABOVE, bottom=_BELOW)
    sheet.print_area(0, 0, last, across)
    sheet.repeat_rows(top)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    if styles.plain:
        return
    sheet.set_footer(f"&L{_FONT}&A&R{_FONT}Page &P of &N", {"margin": _FOOT})
    if plan.stamp:
        sheet.set_header(f"&C{_FONT}{plan.stamp.replace('&', '&&')}")
    if plan.filtered:
        sheet.freeze_panes(top + 1 if top <= _MOST_FROZEN else 0, min(2, len(plan.headings) - 1))
    else:
        sheet.freeze_panes(top + 1 if top <= _MOST_FROZEN else 0, 0)
