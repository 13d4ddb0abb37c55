"""Bidders, and an award as a person sees it in each of its forms."""

import io
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pandas
import pytest
from rich.console import Console

from msrisk.ruleset.award import load_award_tables
from msrisk.ruleset.load import load_rules
from msrisk.screening import read_suppliers, report_on
from msrisk.write import check_outputs, write_output
from msrisk.write.award import Award
from msrisk.write.award_terminal import award_page
from msrisk.write.kinds import AWARD_WRITERS

RULES = "uk-public-procurement"
AS_OF = date(2026, 11, 22)
FACTS = {"UK business": "yes", "Legal form": "company", "Category": "Cleaning services"}
SMALL = {**FACTS, "Turnover": "2000000", "Place of work": "United Kingdom", "Country": "United Kingdom"}
FLAGGED = {**FACTS, "Turnover": "51000000", "MS statement": "no", "Statement covers this supplier": "no"}
BARE = {"Category": "Cleaning services"}
HOSTILE = [
    "<script>alert(1)</script> Ltd",
    '=HYPERLINK("http://evil.example","x") Ltd',
    "[/foo] [bold]Studios Ltd",
    "Esc \x1b[31m Ltd",
    "</td></table><img src=x onerror=alert(1)> & \"Sons' Ltd",
]
WEIGHING = re.compile(
    r"scor|\brank|\bband|priorit|\bspend|\bspent|could.reach|look first|parked|set aside|queue|worst|"
    r"(?-i:\b(Critical|High|Medium|Low|Refer|Not cleared)\b)",
    re.IGNORECASE,
)


def award(rows: list[dict[str, str]]) -> Award:
    read = read_suppliers(pandas.DataFrame(rows).fillna(""), bidders=True)
    return Award(report_on(read, load_rules(RULES), AS_OF), load_award_tables(RULES))


def bids(*each: tuple[str, dict[str, str]]) -> Award:
    return award([{"Bidder": name, "Annual value": "98765.43", **facts} for name, facts in each])


def written(seen: Award, folder: Path, ending: str) -> Path:
    (output,) = check_outputs([folder / f"award{ending}"], force=True, writers=AWARD_WRITERS)
    write_output(seen, output)
    return output.path


class _Texts(HTMLParser):
    """The words of a page and its tags, apart."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)


def parsed(path: Path) -> _Texts:
    found = _Texts()
    found.feed(path.read_text(encoding="utf-8"))
    return found


def on_terminal(seen: Award, width: int = 100) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
    for part in award_page(seen):
        console.print(part)
    return stream.getvalue()


def said(seen: Award, form: str, folder: Path) -> str:
    """All that a reader sees of one form, on one line."""
    if form == "terminal":
        text = on_terminal(seen)
    elif form == ".html":
        text = " ".join(parsed(written(seen, folder, form)).words)
    else:
        book = openpyxl.load_workbook(written(seen, folder, form))
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        text = " ".join([*book.sheetnames, *cells])
    return " ".join(text.split())


FORMS = pytest.mark.parametrize("form", ["terminal", ".xlsx", ".html"])
LISTS = pytest.mark.parametrize(
    "seen",
    [
        pytest.param(bids(("Zeta Ltd", SMALL), ("Alder Ltd", SMALL)), id="nothing but the category"),
        pytest.param(bids(("Zeta Ltd", FLAGGED), ("Alder Ltd", SMALL), ("Mu Ltd", BARE)), id="flags and blanks"),
        pytest.param(bids(("Only Ltd", FLAGGED)), id="one bidder"),
    ],
)
