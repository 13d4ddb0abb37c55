"""Bars beside a table, drawn from its cells: the longest on top, each with its figure."""

from __future__ import annotations

from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.worksheet import Worksheet

from msrisk.write.workbook.measure import DIGIT
from msrisk.write.workbook.plan import CHART_WIDTH, Chart, SheetPlan

BAR_FILL, BAR_OUTLINE = "#12436D", "#0B0C0C"
GAP = 2  # characters between table and chart
_PER_BAR, _TITLE, _FOOT, _LOWEST_ROW = 26, 42, 10, 19  # pixels
# Parts of its width: names stand to the left of the bars, and to the right the figure of the longest.
_ACROSS = {"x": 0.46, "width": 0.4}
# Beside a bar £49.9m is enough, and stays on one line; to the pound it stands in the table.
_FIGURES = {
    "number": "#,##0",
    "pounds": '[>=1000000]£0.0,,"m";[>=1000]£0,"k";£0',
    "percent": "0%",
}


def put_chart(book: Workbook, sheet: Worksheet, plan: SheetPlan, top: int, last: int) -> tuple[int, int]:
    """The chart to the right of the table; the last row and column of the two.

    top: the row of the headings.  last: the last row of the table.
    """
    chart = plan.chart
    assert chart is not None, "a sheet without a chart has none to put"
    beside = len(plan.headings)
    sheet.set_column(beside, beside, GAP)
    sheet.set_column(beside + 1, beside + 1, CHART_WIDTH - GAP)
    rows = min(chart.rows, last - top - chart.skipped)
    height = rows * _PER_BAR + _TITLE + _FOOT
    drawn = _drawn(book, plan, chart, top, rows, height)
    drawn.set_size({"width": (CHART_WIDTH - GAP) * DIGIT, "height": height})
    options = {"object_position": 2, "description": chart.alt, "x_offset": 0, "y_offset": 0}
    # Below the headings: they are printed on every page, with whatever lies over them.
    sheet.insert_chart(top + 1, beside + 1, drawn, options)
    return max(last, top + 1 + ceil(height / _LOWEST_ROW)), beside + 1


def _drawn(book: Workbook, plan: SheetPlan, chart: Chart, top: int, rows: int, height: int) -> ChartBar:
    figures = plan.headings[chart.figures]
    font = {"name": "Arial", "size": 9, "bold": False, "color": BAR_OUTLINE}
    shown = _FIGURES.get(figures.style, "General")
    drawn = book.add_chart({"type": "bar"})
    first = top + 1 + chart.skipped
    last = first + rows - 1
    drawn.add_series(
        {
            "name": figures.title,
            "categories": [plan.name, first, chart.words, last, chart.words],
            "values": [plan.name, first, chart.figures, last, chart.figures],
            "fill": {"color": BAR_FILL},
            "border": {"color": BAR_OUTLINE, "width": 0.75},
            "gap": 45,
            "data_labels": {"value": True, "num_format": shown, "font": font},
        }
    )
    drawn.set_title({"name": chart.title, "name_font": {**font, "size": 12, "bold": True}, "overlay": False})
    drawn.set_legend({"none": True})
    drawn.set_plotarea({"layout": {**_ACROSS, "y": _TITLE / height, "height": 1 - (_TITLE + _FOOT) / height}})
    bare = {"major_gridlines": {"visible": False}, "major_tick_mark": "none", "num_font": font}
    drawn.set_y_axis({**bare, "reverse": True, "interval_unit": 1})
    # Each bar has its figure: an axis, lines and names of axes would only lie behind it.
    drawn.set_x_axis({**bare, "min": 0, "visible": False})
    return drawn
