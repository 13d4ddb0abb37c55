"""The sheet *What we know*: of how many suppliers we hold what the rules ask about most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from msrisk.model import Flags, Suppliers
from msrisk.report import Report
from msrisk.write.words import counted
from msrisk.write.workbook.plan import Cell, Chart, Heading, SheetPlan

NAME = "What we know"
# What is told, the fields any of which tells it, and what it is for.
_ASKED: Sequence[tuple[str, tuple[str, ...], str]] = (
    ("What we buy, read as a kind", ("sector",), "Most of the risk lies in what is bought."),
    ("Country of work, goods or supplier", ("place_of_work", "origin", "country"), "Where to ask."),
    ("Company number", ("company_number",), "Finds a supplier in public files without a doubt."),
    ("Turnover", ("turnover",), "Whether section 54 of the Act asks a statement of it."),
    ("An answer on a statement", ("statement_published", "statement_url"), "What the supplier says of itself."),
    ("Whether agency workers do the work", ("agency_workers",), "Who recruits, pays and houses the workers."),
    ("Whether the work is passed on", ("subcontracted",), "Who stands behind the supplier."),
    ("Our department that buys", ("department",), "Who acts."),
)


def what_we_know(report: Report) -> SheetPlan:
    headings = (
        Heading("What", 36),
        Heading("Suppliers it is known of", 11, "number"),
        Heading("Share", 8, "percent"),
        Heading("Not known of", 9, "number"),
        Heading("What it tells us", 46),
    )
    held = [(said, _known(report, names), use) for said, names, use in _ASKED]
    total = int(report.screened.sum())
    lines = [
        f"{counted(total, 'supplier')} screened. What is not known is neither good nor bad: it is asked for, "
        f"and the "
        "sheet Data to chase says which answers would change most.",
    ]
    rows: Iterator[list[Cell]] = (
        [said, known, known / total if total else 0.0, total - known, use] for said, known, use in held
    )
    said = "; ".join(f"{said}: {known:,} of {total:,}" for said, known, _ in held)
    chart = Chart("Share of the suppliers it is known of", f"{said}.", words=0, figures=2, rows=len(held))
    return SheetPlan(NAME, "What we know", lines, headings, rows, chart=chart)


def known_line(report: Report) -> str:
    """The same for the summary, in a sentence."""
    names = {"what we buy": ("sector",), "a country": ("place_of_work", "origin", "country")}
    names |= {"turnover": ("turnover",), "an answer on a statement": ("statement_published", "statement_url")}
    said = ", ".join(f"{word} of {_known(report, each):,}" for word, each in names.items())
    return f"What we know: {said} of {int(report.screened.sum()):,} suppliers; see What we know and Data to chase."


def _known(report: Report, names: Sequence[str]) -> int:
    """Of how many suppliers screened any of the fields says something."""
    held = np.zeros(len(report), np.bool_)
    for name in names:
        held |= says(report.suppliers, name)
    return int((held & report.screened).sum())


def says(suppliers: Suppliers, name: str) -> Flags:
    """The suppliers of which a field says something, in any of their lines."""
    held = np.zeros(len(suppliers), np.bool_)
    column = suppliers.columns.get(name)
    if column is not None:
        understood = column.understood[column.codes]
        if column.field.of == "line":
            held[suppliers.line_owner[understood]] = True
        else:
            held |= understood
    return held
