"""``decisions.xlsx``: Read first, To decide, Found, Decided, Lapsed; what a person writes there is read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msrisk.model import decision_sheet as headed
from msrisk.write.days import as_typed
from msrisk.write.joins import looked_for
from msrisk.write.match import Matches, Row
from msrisk.write.match_words import FIRST
from msrisk.write.workbook import book
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

_NO_DAY = date(1980, 1, 1)  # the file is of no day; with a clock the same list would give other bytes
_CHOICES = (headed.ACCEPT, headed.REJECT)
_TITLE = "Possible matches for a person to decide"
_COMMENTS = "Nothing here changes any result until a person accepts it."
_LINE = "A row a pair. The tinted columns are ours to fill in; what they mean is on 'Read first'."
_TYPED = (
    Heading(headed.DECISION, 11, "entry", _CHOICES),
    Heading(headed.BY, 12, "entry"),
    Heading(headed.ON, 13, "day"),
    Heading(headed.WHY, 18, "entry"),
)
_TO_READ = (  # what a person needs to decide: printed with the columns above, and legible on one width of A4
    Heading(headed.MEANS, 13),
    Heading(headed.SOURCE, 16),
    Heading(headed.OUR_NAME, 22),
    Heading(headed.LISTED_NAME, 22),
    Heading(headed.CONFIDENCE, 12, "number"),
    Heading(headed.REASONS, 33),
)
_FURTHER = (
    Heading(headed.WAY, 20),
    Heading(headed.OUR_NUMBER, 14),
    Heading(headed.OUR_COUNTRY, 11),
    Heading(headed.SPEND, 14, "pounds"),
    Heading(headed.OUR_CELL, 18),
    Heading(headed.LISTED_NUMBER, 14),
    Heading(headed.LISTED_COUNTRY, 11),
    Heading(headed.LISTED_ID, 18),
    Heading(headed.LISTED_CELL, 24),
)


def fill(matches: Matches, path: Path) -> None:
    book.save(path, _TITLE, _COMMENTS, _NO_DAY, (make(matches) for make in SHEETS))


def check(path: Path) -> None:
    book.check(path, len(SHEETS))


def read_first(matches: Matches) -> SheetPlan:
    headings = (
        Heading(headed.SOURCE, 60),
        Heading("Looked for", 14, "number"),
        Heading("Found", 14, "number"),
        Heading("Wait for a decision", 14, "number"),
        Heading("Decisions that hold", 14, "number"),
        Heading("Decisions that lapsed", 14, "number"),
    )
    rows: Iterator[list[Cell]] = (
        [
            join.entries.title,
            looked_for(matches.suppliers),
            int((join.entry >= 0).sum()),
            len(matches.waiting_in(join)) + len(matches.identities_in(join)),
            len({each.decision.where for each in join.decided}),
            len(join.outdated),
        ]
        for join in matches.joins
    )
    return SheetPlan("Read first", _TITLE, FIRST, headings, rows)


def to_decide(matches: Matches) -> SheetPlan:
    said = "the most confident of each source first; where two are compared, ours stands first"
    return _listed("To decide", said, matches.to_decide)


def found(matches: Matches) -> SheetPlan:
    return _listed("Found", "settled by number or by the same name; write reject where it is wrong", matches.found)


def decided(matches: Matches) -> SheetPlan:
    return _listed("Decided", "in force; change one, or blank it to take it back", matches.decided)


def lapsed(matches: Matches) -> SheetPlan:
    lead = Heading(headed.LAPSED, 19)
    return _listed(
        "Lapsed", "no longer in force and kept as written; decide again on 'To decide'", matches.lapsed, lead
    )


def _listed(name: str, said: str, rows: Sequence[Row], *further: Heading) -> SheetPlan:
    """Our columns, those that are printed first, then the columns a person added."""
    own = dict.fromkeys(heading for row in rows for heading in row if heading not in headed.ALL)
    printed = (*_TYPED, *further, *_TO_READ)
    headings = (*printed, *_FURTHER, *(Heading(each, 26, "entry") for each in own))
    title = f"{name}: {said}"
    return SheetPlan(name, title, (_LINE,), headings, _cells(rows, headings), filtered=True, printed=len(printed))


def _cells(rows: Sequence[Row], headings: Sequence[Heading]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [as_typed(row.get(each.title), each.style) for each in headings]


SHEETS: tuple[Callable[[Matches], SheetPlan], ...] = (read_first, to_decide, found, decided, lapsed)
