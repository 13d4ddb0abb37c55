"""Who would move, as a table: the same columns in the workbook and in the CSV."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.comparing import Comparison
from msrisk.write.changes import by_which
from msrisk.write.workbook.plan import Cell, Heading

HEADINGS = (
    Heading("Supplier", 34),
    Heading("Priority for checks, old rules", 18, "band"),
    Heading("Priority for checks, new rules", 18, "band"),
    Heading("Score, old rules", 10, "number"),
    Heading("Score, new rules", 10, "number"),
    Heading("By which rules", 80),
    Heading("Rows", 24),
)


def rows(compared: Comparison) -> Iterator[list[Cell]]:
    """One row for each who moves, the highest priority under the new rules first."""
    suppliers = compared.new.suppliers
    for mover in compared.movers():
        yield [
            mover.name,
            mover.before.word,
            mover.after.word,
            mover.score_before,
            mover.score_after,
            "\n".join(by_which(mover)),
            ", ".join(suppliers.book.address(row) for row in suppliers.rows_of(mover.number)),
        ]
