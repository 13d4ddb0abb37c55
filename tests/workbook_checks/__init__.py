"""Whether a workbook keeps the list of the Analysis Function, and nothing in it is live, cut or out of reach.

Every workbook that a test writes is looked at (``tests/conftest.py``); what each point means for readers is told
in ``docs/accessibility.md``.
"""

from __future__ import annotations

from hashlib import sha256

from tests.workbook_checks import books, published, sheets, tables
from tests.workbook_checks.opened import BookSeen
from tests.workbook_checks.point import Point

POINTS: tuple[Point, ...] = (*tables.POINTS, *sheets.POINTS, *books.POINTS)
PUBLISHED: tuple[Point, ...] = tuple(published.POINTS)

# What the workbooks do not meet yet, by the point and the sheet, and why; whoever mends it takes the line away.
_KEPT_AS_READ = "what is not known is blank and read back so: a word there would be taken for an answer"
WAITING: dict[tuple[str, str], str] = {
    (point, sheet): _KEPT_AS_READ
    for point in ("no_empty_cells", "no_blank_rows")
    for sheet in ("To accept", "Not used", "To decide", "Found", "Decided", "Lapsed")
}

# The list to fill in is read by msrisk and other programs, with its headings in the first row and blanks below.
TO_FILL_IN = frozenset(("Suppliers",))
NOT_OF_A_LIST_TO_FILL_IN = frozenset(
    ("title", "introduction", "no_empty_cells", "no_blank_rows", "one_table", "checks_on_cells")
)

_found_since: list[str] = []  # in the workbooks written since the last test
_looked_at: set[bytes] = set()


def look(raw: bytes, publish: bool = False, to_fill_in: bool = False) -> None:
    """Keep what is wrong with a workbook until the test that wrote it ends; the same bytes are looked at once."""
    digest = sha256(raw).digest()
    if digest not in _looked_at:
        _found_since.extend(faults_in(raw, publish, to_fill_in))
        _looked_at.add(digest)


def taken() -> list[str]:
    """What was found since this was last asked."""
    found = list(_found_since)
    _found_since.clear()
    return found


def faults_in(raw: bytes, publish: bool = False, to_fill_in: bool = False) -> list[str]:
    """What is wrong with a workbook, in plain sentences with sheet and cell.

    publish: by the points for a website too.  to_fill_in: whether it is the list that ``init`` makes.
    """
    book = BookSeen(raw)
    points = (*POINTS, *PUBLISHED) if publish else POINTS
    return [
        f"{fault} [{point.name}{', essential' if point.essential else ''}]"
        for point in points
        for fault in point(book)
        if not _waits(point, fault)
        if not (to_fill_in and point.name in NOT_OF_A_LIST_TO_FILL_IN and _on_list(fault))
    ]


def _waits(point: Point, fault: str) -> bool:
    return any(
        point.name == name and fault.startswith((f"{sheet}!", f"{sheet}:") if sheet else "the document")
        for name, sheet in WAITING
    )


def _on_list(fault: str) -> bool:
    return any(fault.startswith((f"{name}!", f"{name}:")) for name in TO_FILL_IN)
