"""How much room a text takes in Arial, so that a row is as high as its words and no line is cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

CELL_SIZE = 11  # points
PIXEL = 0.75  # points; a screen has 96 pixels to an inch, and both programs count rows and columns in them
_LARGEST_ROW = 409.5  # points, Excel's own limit
DIGIT, _EDGE = 8, 5  # pixels: one unit of a column's width where cells are in Arial 11, and a column's edges
_TAKEN = 15  # pixels of a cell that hold no text: an indent on one side, a margin on both
_LINE, _AIR = 18, 4  # pixels of one line of Arial 11 in Excel, and what a row has beside its lines
_BOLD = 1.09
_SCREEN = 1.04  # on a screen letters are set on whole pixels, and come out a little wider than in print
# Pixels of each Latin letter at 11 points, in quarters so that they are whole numbers; 556 of 1,000 for the rest.
_EM = {
    222: "ijl¡",
    260: "|",
    278: " !,./:;I[\\]ft\n\t·",
    333: "()-`r",
    389: "*",
    500: "Jcksvxyzçý",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊË",
    722: "CDHNRUwÇÙÚÛÜÑ",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    889: "%æœ",
    944: "W",
    1015: "@©®ÆŒ—…",
}
_QUARTERS = 4
_PER_EM = CELL_SIZE / PIXEL * _QUARTERS / 1000
_ORDINARY, _WIDE = round(556 * _PER_EM), round(1000 * _PER_EM)
_TABLE = bytearray([_ORDINARY] * 256)
for _width, _letters in _EM.items():
    for _letter in _letters.encode("latin-1", "ignore"):
        _TABLE[_letter] = round(_width * _PER_EM)
_TABLE[ord("?")] = _ORDINARY
_NARROW = bytes(_TABLE)


def width_of(width: float, size: float = CELL_SIZE) -> float:
    """The width of a column planned for text of 11 points, for text of that size."""
    return round(width * size / CELL_SIZE, 1)


def room_in(width: float, size: float = CELL_SIZE) -> float:
    """Quarters of a pixel at 11 points that a column planned so wide has for text."""
    return room_across([width], size)


def room_across(widths: Sequence[float], size: float = CELL_SIZE) -> float:
    """The same for a line that runs over several columns."""
    pixels = sum(width_of(each, size) for each in widths) * DIGIT + _EDGE * len(widths) - _TAKEN
    return pixels * _QUARTERS * CELL_SIZE / size / _SCREEN


def _quarters(text: str) -> bytes:
    """The width of each letter; a letter of another script counts as wide as the widest of them."""
    try:
        return text.encode("latin-1").translate(_NARROW)  # nearly every text
    except UnicodeEncodeError:
        pass
    return bytes(
        _NARROW[number] if number < 256 else _ORDINARY if number < 0x1100 else _WIDE for number in map(ord, text)
    )


def breaks(text: str, room: float, bold: bool = False) -> list[str]:
    """The lines a text is set in, broken between words, or within one that is wider than a line."""
    room = _at_least_two(room, bold)
    return [
        part[start:end].rstrip(" ")
        for part in text.split("\n")
        for start, end in pairwise((0, *_ends(part, _quarters(part), room)))
    ]


def lines_in(text: str, room: float, bold: bool = False) -> int:
    """How many lines a text is set in."""
    if "\n" not in text:
        widths = _quarters(text)
        if sum(widths) <= room and not bold:
            return 1  # nearly every text
        return len(_ends(text, widths, _at_least_two(room, bold)))
    room = _at_least_two(room, bold)
    return sum(len(_ends(part, _quarters(part), room)) for part in text.split("\n"))


def _at_least_two(room: float, bold: bool) -> float:
    """The room for letters of that weight, and never less than two of them take."""
    return max(room / (_BOLD if bold else 1), 2.0 * _WIDE)


def _ends(part: str, widths: bytes, room: float) -> list[int]:
    """Where each line of a text without breaks of its own ends, and the next one starts."""
    reached, ends = list(accumulate(widths)), []
    if not reached or reached[-1] <= room:
        return [len(part)]
    start, before, length = 0, 0, len(part)
    while start < length:
        end = bisect_right(reached, before + room, start)
        if end < length:
            space = part.rfind(" ", start + 1, end + 1)
            end = space + 1 if space > start else max(end, start + 1)
        ends.append(end)
        start, before = end, reached[end - 1]
    return ends


def height_of(lines: int, size: float = CELL_SIZE) -> float:
    """Points of a row that shows so many lines, as far as a row can be."""
    return min(_LARGEST_ROW, round(_LINE * lines * size / CELL_SIZE + _AIR) * PIXEL)
