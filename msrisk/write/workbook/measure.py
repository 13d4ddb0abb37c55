"""How much room a text takes in Arial, so that a row is as high as its words and no line is cut."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from msrisk.model import Bytes

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
    1015: "@©®ÆŒ",
}
_QUARTERS = 4
_PER_EM = CELL_SIZE / PIXEL * _QUARTERS / 1000
_ORDINARY, _WIDE = round(556 * _PER_EM), round(1000 * _PER_EM)
_FIRST_WIDE = 0x1100  # a letter of another script from here on counts as wide as the widest of ours
_WIDTHS = np.full(_FIRST_WIDE + 1, _ORDINARY, np.uint8)
_WIDTHS[0], _WIDTHS[_FIRST_WIDE] = 0, _WIDE
for _width, _letters in _EM.items():
    _WIDTHS[[ord(each) for each in _letters]] = round(_width * _PER_EM)
_LATIN = _WIDTHS[:256].tobytes()
Letters = npt.NDArray[np.uint8] | npt.NDArray[np.uint32]  # the number of each in Unicode


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


def letters_of(text: str) -> Letters:
    """The letters of a text; a byte each where all are Latin, as they nearly always are."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def letter_widths(letters: Letters) -> Bytes:
    """Quarters of a pixel that each letter takes."""
    return _WIDTHS[letters if letters.dtype == np.uint8 else np.minimum(letters, _FIRST_WIDE)]


def surely_in_one_line(text: str, room: float) -> bool:
    """Whether a text is of Latin letters, without line breaks, and no wider than that, as nearly every text is."""
    try:
        return "\n" not in text and sum(text.encode("latin-1").translate(_LATIN)) <= room
    except UnicodeEncodeError:
        return False


def room_for(room: float, bold: bool) -> float:
    """The room for letters of that weight, and never less than two of them take."""
    return max(room / (_BOLD if bold else 1), 2.0 * _WIDE)


def height_of(lines: int, size: float = CELL_SIZE) -> float:
    """Points of a row that shows so many lines, as far as a row can be."""
    return min(_LARGEST_ROW, round(_LINE * lines * size / CELL_SIZE + _AIR) * PIXEL)
