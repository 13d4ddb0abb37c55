"""``suppliers.xlsx`` to fill in: a heading and a drop-down or check for each column, and a sheet of help.

The first sheet is a list like any other, with its headings in the first row, so that msrisk reads it as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from msrisk.model import Field, letters
from msrisk.values.country_names import country_names
from msrisk.version import VERSION
from msrisk.write.template import (
    ASSURANCE,
    BOUGHT,
    EXCLUSION,
    STATEMENT,
    TOLD_INSTEAD,
    WHO,
    WORKFORCE,
    Asked,
    prompt_of,
    rules_said,
)
from msrisk.write.workbook.entries import Lists
from msrisk.write.workbook.graft import graft
from msrisk.write.workbook.plan import Heading, SheetPlan
from msrisk.write.workbook.put import put_sheet
from msrisk.write.workbook.style import OPTIONS, Styles

ROWS = 2_000  # rows with drop-downs; a longer list is read all the same
EXAMPLE = {"supplier_name": "Example Ltd: replace this row", "spend": 25_000, "category": "Cleaning services"}
_FIRST_DAY = date(2015, 1, 1)
_WIDTHS = {"supplier_name": 36, "category": 26, "goods": 22, "parent": 30}
_WIDTH = 19
_LONGEST_MESSAGE = 255  # Excel's own limits
_LONGEST_TITLE = 32
_COLOURS = {
    WHO: "#E7EBF0",
    BOUGHT: "#E4F1E4",
    STATEMENT: "#FFF4CC",
    WORKFORCE: "#FBE5D6",
    ASSURANCE: "#E8E3F3",
    EXCLUSION: "#F9DDE4",
}
_HOW = {
    "yes_no": "Yes or No, from the list; blank where it is not known.",
    "date": "A day, such as 31/03/2026.",
    "country": "A country from the list.",
    "money": "An amount such as 36000000 or £36m; a range such as £10m-£50m will do.",
    "percent": "A percentage, such as 62%.",
    "number": "A number.",
    "company_number": "Eight characters; keep the zeros in front.",
    "choice": "One of the list.",
}
_IN_WORDS = "In words."


def template(columns: Sequence[Asked], made_on: date) -> bytes:
    """The workbook; the same columns and day give the same bytes."""
    skeleton, made = BytesIO(), BytesIO()
    book = Workbook(skeleton, deepcopy(OPTIONS))
    created = datetime.combine(made_on, datetime.min.time())
    book.set_properties({"title": "Supplier list", "author": f"msrisk {VERSION}", "created": created})
    book.set_size(2400, 1400)
    styles = Styles(book)
    lists = Lists()
    _suppliers(book, columns, lists)
    for plan in (_help(columns), *lists.plans()):
        put_sheet(book, styles, plan)
    book.close()
    graft(skeleton, [], styles.size, made)
    return made.getvalue()


def choices(field: Field) -> tuple[str, ...]:
    """What a drop-down offers; nothing where any text will do."""
    match field.kind.name:
        case "yes_no":
            return ("Yes", "No")
        case "country":
            return country_names()
        case _:
            return tuple(dict.fromkeys(each for _, each in field.choices))


def _is_long(offered: Sequence[str]) -> bool:
    """Too long to stand in the check itself: Excel then wants it on a sheet."""
    return len(",".join(offered)) > _LONGEST_MESSAGE


def _suppliers(book: Workbook, columns: Sequence[Asked], lists: Lists) -> None:
    sheet = book.add_worksheet("Suppliers")
    text = {"font_name": "Arial", "font_size": 11}
    heads = {group: book.add_format(_head(text, colour)) for group, colour in _COLOURS.items()}
    as_text = book.add_format({**text, "num_format": "@"})
    as_day = book.add_format({**text, "num_format": "d mmm yyyy", "align": "left"})
    as_it_is = book.add_format({**text, "num_format": "#,##0", "align": "left"})
    cells: Mapping[str, Format] = {"date": as_day, "money": as_it_is, "number": as_it_is, "percent": as_it_is}
    sheet.set_row(0, 46)
    for column, asked in enumerate(columns):
        style = cells.get(asked.field.kind.name, as_text)
        sheet.set_column(column, column, _WIDTHS.get(asked.field.name, _WIDTH), style)
        sheet.write_string(0, column, asked.heading, heads[asked.group])
        example = EXAMPLE.get(asked.field.name)
        sheet.write(1, column, example, style)
        sheet.data_validation(1, column, ROWS, column, _check(asked, lists))
    sheet.freeze_panes(1, 1)
    _set_up_page(sheet, len(columns))


def _head(text: Mapping[str, Any], colour: str) -> dict[str, Any]:
    return {**text, "bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": colour}


def _set_up_page(sheet: Worksheet, columns: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, 40, columns - 1)


def _check(asked: Asked, lists: Lists) -> dict[str, Any]:
    """What may be entered, and the question that is shown beside the cell."""
    offered = choices(asked.field)
    rule: dict[str, Any] = {"validate": "any"}
    if _is_long(offered):
        held = Heading(asked.heading, _WIDTH, "entry", offered)
        rule = {"validate": "list", "source": lists.range_of(held)}
    elif offered:
        rule = {"validate": "list", "source": list(offered)}
    elif asked.field.kind.name == "date":
        rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
    return {
        **rule,
        "input_title": asked.heading[:_LONGEST_TITLE],
        "input_message": prompt_of(asked)[:_LONGEST_MESSAGE],
        "error_title": asked.heading[:_LONGEST_TITLE],
        "error_message": how(asked.field),
        # Another spelling of a country, several, or a month are read too: there the cell only warns.
        "error_type": "stop" if asked.field.kind.name in ("yes_no", "choice") else "warning",
    }


def how(field: Field) -> str:
    """How a column is filled in."""
    several = field.kind.name == "country" and field.of == "line"
    return _HOW.get(field.kind.name, _IN_WORDS) + (" Several with semicolons between them." if several else "")


def _help(columns: Sequence[Asked]) -> SheetPlan:
    headings = (
        Heading("Part", 16),
        Heading("Column", 28),
        Heading("What it is for", 52),
        Heading("How to fill it in", 30),
        Heading("What msrisk can then ask", 54),
    )
    lines = [
        "One row for each supplier on the sheet 'Suppliers'. Leave blank what you do not know: a blank is asked "
        "about and counts for nobody.",
        "Only the supplier's name is needed. Columns may be left out, moved or added; keep their headings.",
    ]
    rows = (
        [
            asked.group,
            f"{letters(number)}: {asked.heading}",
            TOLD_INSTEAD.get(asked.field.name) or asked.field.ask,
            how(asked.field),
            "\n".join(rules_said(asked)) or "[no rule reads it]",
        ]
        for number, asked in enumerate(columns, start=1)
    )
    return SheetPlan("Help", "What each column is for", lines, headings, rows)
