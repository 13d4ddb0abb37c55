"""The columns of the register that msrisk works out, for a portion of the suppliers at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from msrisk.assessment import Assessments
from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.write.accepted_said import left_look_first
from msrisk.write.moves_said import NO_ANSWER, NOTHING_TO_ASK
from msrisk.write.shared_words import SharedWords
from msrisk.write.workbook.plan import Cell, Heading

WORKED_OUT = (
    Heading(headed.RANK, 7, "number"),
    Heading(headed.SUPPLIER, 19),
    Heading(headed.PRIORITY, 12, "band"),
    Heading("On known facts", 13),
    Heading(headed.QUEUE, 11),
    Heading(headed.SCORE, 8, "number"),
    Heading(headed.COULD_REACH, 9, "number"),
    Heading("Settled", 9, "percent"),
    Heading("Spend", 12, "pounds"),
    Heading("What we buy", 14),
    Heading("Category", 34),
    Heading(headed.WHY, 30),
    Heading(headed.NOT_KNOWN, 160),
    Heading("What would lower it", 40),
    Heading("What would raise it", 160),
    Heading("Cells", 36),
)
_CELLS = 3  # of a supplier with many rows


class WorkedOut:
    """The cells under ``WORKED_OUT``; words that suppliers share are made once."""

    def __init__(self, report: Report) -> None:
        self._report, self._said = report, SharedWords(report)

    def columns(self, some: Assessments) -> list[Sequence[Cell]]:
        """A column of cells for each heading, in their order."""
        said, topics = self._said, self._report.topics
        none = [NO_ANSWER if questions else NOTHING_TO_ASK for questions in some.asked]
        settled = zip(some.so_far, some.coverage, strict=True)
        return [
            some.rank,
            some.name,
            [band.word for band in some.band],
            [band.word if coverage else "[nothing settled]" for band, coverage in settled],
            self._queues(some),
            some.score,
            some.could_reach,
            some.coverage,
            ["[not given]" if spend is None else spend / 100 for spend in some.spend],
            [topics[number] or "[not known]" for number in some.number],
            [said.category(number) or "[not given]" for number in some.number],
            [each or "[nothing found in what we hold]" for each in said.whys(some)],
            [said.not_known(questions) or "[nothing]" for questions in some.asked],
            [said.lower(number) or other for number, other in zip(some.number, none, strict=True)],
            [said.higher(number) or other for number, other in zip(some.number, none, strict=True)],
            self._cells(some),
        ]

    def _queues(self, some: Assessments) -> Sequence[Cell]:
        return [
            f"{queue.word}: all accepted" if left_look_first(self._report, number) else queue.word
            for queue, number in zip(some.queue, some.number, strict=True)
        ]

    def _cells(self, some: Assessments) -> Sequence[Cell]:
        """The cells with the name of each supplier, the first of them where there are many."""
        suppliers = self._report.suppliers
        rows, counts = suppliers.rows_of_each(np.array(some.number, np.int32))
        cells = suppliers.book.addresses(rows, "supplier_name")
        ends = [0, *np.cumsum(counts).tolist()]
        return [_first_of(cells[start:end]) for start, end in pairwise(ends)]


def _first_of(cells: Sequence[str]) -> str:
    more = f" and {len(cells) - _CELLS:,} more" if len(cells) > _CELLS else ""
    return ", ".join(cells[:_CELLS]) + more
