"""A row whose cells hold quotation marks that were not doubled: cut into cells where only one way is possible.

What is counted on is how the exporter writes: a cell stands in quotation marks when it holds a delimiter or a
line end, and else bare; the marks inside it are left as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

Row = list[str]
MayStand = Callable[[int, str], bool]
_Chain = tuple["_Chain", str] | None

_MOST_STEPS = 20_000  # a row that can be cut in so many ways is not certain


def mended(text: str, delimiter: str, width: int, may_stand: MayStand) -> Row | None:
    """The cells, when exactly one way of cutting gives so many and each may stand in its column; else None."""
    pieces = text.rstrip("\r\n").split(delimiter)
    waiting: list[tuple[int, int, _Chain]] = [(0, 0, None)]
    found: _Chain = None
    for _ in range(_MOST_STEPS):
        if not waiting:
            return _row(found)
        at, column, cells = waiting.pop()
        if at == len(pieces) and column == width:
            if found is not None:
                return None
            found = cells
        elif column < width <= column + len(pieces) - at:
            for after, cell in _cells(pieces, at, delimiter):
                if may_stand(column, cell):
                    waiting.append((after, column + 1, (cells, cell)))
    return None


def _cells(pieces: Row, at: int, delimiter: str) -> Iterator[tuple[int, str]]:
    """The cells that may begin at a piece, each with the piece after it."""
    piece = pieces[at]
    bare = "\n" not in piece and "\r" not in piece
    if not piece.startswith('"'):
        if bare:
            yield at + 1, piece
        return
    if bare and not piece.endswith('"') and piece.count('"') % 2 == 0:
        yield at + 1, piece  # "BEST" LTD
    for end in range(at, len(pieces)):
        if pieces[end].endswith('"') and (end > at or len(piece) > 1):
            yield end + 1, delimiter.join(pieces[at : end + 1])[1:-1]
            if not _goes_on_as_prose(pieces, end + 1):
                return


def _goes_on_as_prose(pieces: Row, at: int) -> bool:
    """After a delimiter, people write a space and the exporter does not."""
    return at < len(pieces) and pieces[at][:1].isspace()


def _row(chain: _Chain) -> Row | None:
    cells: Row = []
    while chain is not None:
        chain, cell = chain
        cells.append(cell)
    return cells[::-1] or None
