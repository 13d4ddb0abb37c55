"""How a sheet of the workbook looks: headings, widths, wrapping, bands in colour and always in words."""

from __future__ import annotations

from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from msrisk.model import Band
from msrisk.write.workbook.measure import CELL_SIZE

# Text stays text; a column's width is counted in the letters of its cells, and so is the same in every program.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Arial", "font_size": CELL_SIZE},
    "default_row_height": 19,  # pixels, as is the next
    "default_column_width": 72,
}
PLAIN_SIZE = 12  # points at least, in what goes on a website
# A text that begins so would become a formula the moment somebody edits its cell.
TRIGGERS = tuple("=+-@\t\r\n'＝＋－＠")


class Look(NamedTuple):
    """The colours of a band's cell, apart from each other by measure; the word is always there too."""

    fill: str
    ink: str
    outline: str


# Only what comes before everything else is dark; a register of a hundred High cells must not shout in print.
BAND_LOOKS = {
    Band.REFER: Look("#12436D", "#FFFFFF", "#12436D"),
    Band.CRITICAL: Look("#801650", "#FFFFFF", "#801650"),
    Band.HIGH: Look("#FCE0CF", "#6B2300", "#C4500F"),
    Band.NOT_CLEARED: Look("#FFFFFF", "#0B0C0C", "#505A5F"),
    Band.MEDIUM: Look("#FFF5BF", "#3D3300", "#8A7200"),
    Band.LOW: Look("#DDF2F0", "#0B4641", "#1B7A72"),
}
HEAD_FILL, HEAD_INK = "#E7EBF0", "#0B0C0C"
ENTRY_FILL, ENTRY_INK = "#FFF8DC", "#0B0C0C"
LINK_INK = "#1A4F8B"
_LEFT = {"align": "left", "indent": 1}
# A digit's room after each figure: an indent would do, but LibreOffice forgets it where a cell holds a number.
FIGURES = {
    "number": "#,##0_0;-#,##0_0;0_0;@_0",
    "pounds": "£#,##0_0;-£#,##0_0;£0_0;@_0",
    "percent": '[=0]0%_0;[<0.01]"under 1%"_0;0%_0;@_0',  # what is not nothing never looks like it
}


class Styles:
    """The formats of a workbook, each made once.

    plain: for a website: no fills, and letters of 12 points.
    """

    def __init__(self, book: Workbook, plain: bool = False) -> None:
        self.plain = plain
        self.size = PLAIN_SIZE if plain else CELL_SIZE
        base = {"font_name": "Arial", "font_size": self.size, "valign": "top"}
        self.title = book.add_format({**base, "font_size": 16, "bold": True, "valign": "vcenter"})
        self.line = book.add_format(base)
        head = {**base, "valign": "vcenter", "bold": True, "text_wrap": True, "bottom": 2, "font_color": HEAD_INK}
        if not plain:
            head["bg_color"] = HEAD_FILL
        right = {"align": "right", "indent": 1}
        self.head, self.head_number = book.add_format({**head, **_LEFT}), book.add_format({**head, **right})
        # The buttons that filter stand at the foot of the headings, and cover what is there.
        above: dict[str, object] = {**head, "valign": "top"}
        self.head_filtered = book.add_format({**above, **_LEFT})
        self.head_number_filtered = book.add_format({**above, **right})
        ruled = {**base, "bottom": 4, "bottom_color": "#8A8A8A"}
        text = {**ruled, **_LEFT, "text_wrap": True, "num_format": "@"}
        entry: dict[str, object] = {"locked": False}
        if not plain:
            entry |= {"bg_color": ENTRY_FILL, "font_color": ENTRY_INK}
        texts = {
            "text": text,
            "band": {**text, "bold": True},
            "entry": {**text, **entry},
            "link": text,
            "day": {**ruled, **_LEFT, **entry, "num_format": "d mmm yyyy"},
            **{each: {**ruled, "align": "right", "num_format": shown} for each, shown in FIGURES.items()},
        }
        self.cells: dict[str, Format] = {style: book.add_format(each) for style, each in texts.items()}
        # The value stays as it is; the mark keeps it a text when somebody edits the cell.
        self.quoted: dict[str, Format] = {
            style: book.add_format({**each, "quote_prefix": True}) for style, each in texts.items()
        }
        self.link = book.add_format({**text, "font_color": LINK_INK, "underline": 1})
        self.bands = {
            band.word: book.add_format({**text, **self._look(look)}) for band, look in BAND_LOOKS.items()
        }

    def _look(self, look: Look) -> dict[str, object]:
        if self.plain:
            return {"bold": True}
        outline = {"border": 1, "border_color": look.outline}
        return {"bold": True, "bg_color": look.fill, "font_color": look.ink, **outline}

    def of_heading(self, style: str, filtered: bool) -> Format:
        """The format of a heading: over its figures, or over the start of its words."""
        if style in FIGURES:
            return self.head_number_filtered if filtered else self.head_number
        return self.head_filtered if filtered else self.head

    def of_text(self, style: str, text: str) -> Format:
        """The format of a text in a column of that style."""
        if style == "band" and text in self.bands:
            return self.bands[text]
        return (self.quoted if text.startswith(TRIGGERS) else self.cells)[style]
