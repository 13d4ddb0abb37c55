"""One point of the list, and what is wrong by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.workbook_checks.opened import BookSeen, SheetSeen, cell_at

Found = Iterator[str]


@dataclass(frozen=True)
class Point:
    """said: what must hold.  essential: an E in the list of the Analysis Function; the rest is advised or ours."""

    name: str
    said: str
    essential: bool
    look: Callable[[BookSeen], Found]

    def __call__(self, book: BookSeen) -> Found:
        return self.look(book)


Points = list[Point]


def of_book(
    points: Points, said: str, essential: bool = False
) -> Callable[[Callable[[BookSeen], Found]], Callable[[BookSeen], Found]]:
    """A point that looks at the workbook as a whole."""

    def kept(look: Callable[[BookSeen], Found]) -> Callable[[BookSeen], Found]:
        points.append(Point(look.__name__, said, essential, look))
        return look

    return kept


def of_sheet(
    points: Points, said: str, essential: bool = False
) -> Callable[[Callable[[BookSeen, SheetSeen], Found]], Callable[[BookSeen, SheetSeen], Found]]:
    """A point that looks at each sheet."""

    def kept(look: Callable[[BookSeen, SheetSeen], Found]) -> Callable[[BookSeen, SheetSeen], Found]:
        def each(book: BookSeen) -> Found:
            for sheet in book.sheets:
                yield from look(book, sheet)

        points.append(Point(look.__name__, said, essential, each))
        return look

    return kept


def at(sheet: SheetSeen, row: int, column: int, said: str) -> str:
    return f"{sheet.name}!{cell_at(row, column)}: {said}"


def on(sheet: SheetSeen, said: str) -> str:
    return f"{sheet.name}: {said}"
