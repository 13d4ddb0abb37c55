"""The sheet *Words used*: what the words of the workbook and of the law mean."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.report import Report
from msrisk.ruleset.glossary import load_glossary
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]


def words_used(report: Report) -> SheetPlan:
    headings = (Heading("About", 18), Heading("Word", 14), Heading("What it means", 65), Heading("Read in", 35))
    lines = ["What the words in this workbook mean, and those of the law behind it; facts only as they were read."]
    rows = ([word.part, word.term, word.meaning, word.source] for word in load_glossary())
    return SheetPlan("Words used", "Words used", lines, headings, rows, filtered=True)
