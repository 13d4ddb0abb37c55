"""How many suppliers stand in each band, and the money in it: number first, a word always, a bar beside."""

from __future__ import annotations

from rich.text import Text

from msrisk.model import Band
from msrisk.report import Report
from msrisk.write.grid import Cell, Column, Grid, figures
from msrisk.write.words import NOT_CHECKED, pounds

STYLES = {Band.REFER: "bold", Band.CRITICAL: "bold magenta", Band.HIGH: "bold red", Band.NOT_CLEARED: "bold"}
LONGEST = 20  # of a bar, in blocks
_BAR = 2  # the place of the bar, which only shows the number again


def band_table(report: Report) -> Grid:
    """The bands that hold anybody, the worst first, and Refer where nothing was asked that could lead to it."""
    counts = {band: report.count(band) for band in Band}
    most = max(counts.values())
    money = bool(report.suppliers.has_spend.any())
    rows: list[list[Cell]] = []
    for band, count in counts.items():
        if band is Band.REFER and not count and not report.exclusions_asked:
            rows.append([band.phrase, NOT_CHECKED, "", *([""] if money else [])])
        if count:
            held = report.screened & (report.scores.band == band)
            spend = [pounds(int(report.suppliers.spend[held].sum()))] if money else []
            rows.append([Text(band.phrase, STYLES.get(band, "")), f"{count:,}", bar(count, most), *spend])
    columns = [
        Column("Priority"),
        figures("Suppliers"),
        Column("", whole=True),
        *([figures("Spend")] if money else []),
    ]
    return Grid(columns, rows, picture=_BAR)


def bar(count: int, most: int) -> str:
    """Blocks in proportion; somebody is never none."""
    return "█" * max(1, round(LONGEST * count / most)) if count else ""
