"""How a sheet of the workbook looks: headings, widths, wrapping, bands in colour and always in words."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from msrisk.model import Band

_TO_FILL_IN = {"bg_color": "#FFF8DC", "align": "left", "indent": 1}
# Measured contrast in the research: white on 9.8, black on 6.9, 15.6 and 6.6; the word is always there too.
BAND_COLOURS = {
    Band.REFER: ("#12436D", "#FFFFFF"),
    Band.CRITICAL: ("#801650", "#FFFFFF"),
    Band.HIGH: ("#F46A25", "#000000"),
    Band.MEDIUM: ("#FFDD00", "#000000"),
    Band.LOW: ("#28A197", "#000000"),
}


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "Arial", "font_size": 11, "valign": "top"}
        self.title = book.add_format({**base, "font_size": 16, "bold": True, "valign": "vcenter"})
        self.line = book.add_format(base)
        self.head = book.add_format(
            {
                **base,
                "bold": True,
                "text_wrap": True,
                "bottom": 2,
                "bg_color": "#E7EBF0",
                "align": "left",
                "indent": 1,
            }
        )
        self.head_number = book.add_format(
            {**base, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#E7EBF0", "align": "right"}
        )
        rule = {"bottom": 4, "bottom_color": "#8A8A8A"}
        self.cells: dict[str, Format] = {
            "text": book.add_format(
                {**base, **rule, "text_wrap": True, "num_format": "@", "align": "left", "indent": 1}
            ),
            "number": book.add_format({**base, **rule, "num_format": "#,##0"}),
            "pounds": book.add_format({**base, **rule, "num_format": "£#,##0"}),
            "percent": book.add_format({**base, **rule, "num_format": "0%"}),
            "band": book.add_format(
                {**base, **rule, "bold": True, "num_format": "@", "align": "left", "indent": 1}
            ),
            "entry": book.add_format({**base, **rule, **_TO_FILL_IN, "text_wrap": True, "num_format": "@"}),
            "day": book.add_format({**base, **rule, **_TO_FILL_IN, "num_format": "d mmm yyyy"}),
        }
        self.bands = {
            band.word: book.add_format(
                {**base, **rule, "bold": True, "bg_color": fill, "font_color": ink, "align": "left", "indent": 1}
            )
            for band, (fill, ink) in BAND_COLOURS.items()
        }
