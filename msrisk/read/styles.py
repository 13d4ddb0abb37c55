"""The styles of a workbook whose number formats show more than figures, and the cells that have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from msrisk.read.archive import Archive
from msrisk.read.extent import MAX_ELEMENTS, column_number
from msrisk.read.marks import whole_cells
from msrisk.read.number_formats import Look, look_of
from msrisk.read.parts import Attributes, safe_parser
from msrisk.read.refusals import damaged
from msrisk.read.seen_cells import SeenCells

PART = "xl/styles.xml"
_FEW = 50

_A_TAG = re.compile(rb"<(?:\w+:)?(?:(row)|c)(?=[\s/>])([^<>]*)>")
_NUMBER = re.compile(rb"(?<![\w:])r\s*=\s*[\"'](\d{1,7})[\"']")
_PLACE = re.compile(rb"(?<![\w:])r\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_STYLE = re.compile(rb"(?<![\w:])s\s*=\s*[\"'](\d{1,9})[\"']")

Looks = Mapping[int, Look]  # by the number of a style, as the cells name it


def looks_of(archive: Archive) -> Looks:
    """The styles whose format shows a currency other than pounds, or noughts in front."""
    if PART not in archive:
        return {}
    styles = _Styles(archive)
    parser = safe_parser(styles.problem)
    parser.StartElementHandler = styles.begin
    parser.EndElementHandler = styles.end
    try:
        for chunk in archive.chunks(PART):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise styles.problem() from None
    return styles.looks()


class _Styles:
    """Follows the elements: number formats, then the styles that cells name by their place in the list."""

    def __init__(self, archive: Archive) -> None:
        self._name = archive.name
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._within = False
        self._left = MAX_ELEMENTS

    def problem(self) -> Exception:
        return damaged(self._name, PART)

    def begin(self, element: str, attributes: Attributes) -> None:
        self._left -= 1
        if not self._left:
            raise self.problem()
        local = element.rpartition(":")[2]
        if local == "numFmt" and not self._formats:  # later ones are of conditional formats
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._within = True
        elif local == "xf" and self._within:
            self._formats.append(attributes.get("numFmtId", ""))

    def end(self, element: str) -> None:
        if element.rpartition(":")[2] == "cellXfs":
            self._within = False

    def looks(self) -> Looks:
        showing = {number: look for number, code in self._codes.items() if (look := look_of(code))}
        return {at: showing[number] for at, number in enumerate(self._formats) if number in showing}


def sign_of(looks: Looks) -> re.Pattern[bytes] | None:
    """What a piece of a sheet has in it where a cell may have one of these styles; None for no style."""
    if not looks:
        return None
    if 0 in looks:  # which is that of every cell without one
        return re.compile(rb"<")
    return re.compile(rb" s=[\"'](?:" + _any_of(looks) + rb")[\"']")


def _any_of(looks: Looks) -> bytes:
    """A pattern for the numbers of these styles; for any number where a search for so many takes longer."""
    return b"|".join(b"%d" % each for each in looks) if len(looks) <= _FEW else rb"\d{1,9}"


def note_looks(chunks: Iterable[bytes], looks: Looks, seen: SeenCells, ordinary: bool, problem: Exception) -> None:
    """Every cell of a sheet that has one of these styles.

    ordinary: whether each cell begins with its address.  problem: raised for more other cells than any list has.
    """
    pieces = whole_cells(chunks)
    for row, column, style in _placed(pieces, looks) if ordinary else _counted(pieces, problem):
        if style in looks:
            seen.add(row, column, looks[style])


def _placed(pieces: Iterable[bytes], looks: Looks) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of the cells that may matter, which hold something."""
    styles = _any_of(looks)
    none = rb"|(?![^<>]*\ss\s*=)" if 0 in looks else b""
    cell = re.compile(
        rb"<c r=\"([A-Za-z]{1,3})(\d{1,7})\"(?:[^<>]*?\ss\s*=\s*[\"']("
        + styles
        + rb")[\"']"
        + none
        + rb")[^<>]*(?<!/)>"
    )
    for piece in pieces:
        for letters, row, style in cell.findall(piece):
            yield int(row), column_number(letters.decode()), int(style or 0)


def _counted(pieces: Iterable[bytes], problem: Exception) -> Iterator[tuple[int, int, int]]:
    """Row, column and style of all cells; one without an address follows the one before."""
    row = column = 0
    left = MAX_ELEMENTS
    for piece in pieces:
        for is_row, attributes in _A_TAG.findall(piece):
            left -= 1
            if not left:
                raise problem
            if is_row:
                number = _NUMBER.search(attributes)
                row, column = int(number[1]) if number else row + 1, 0
                continue
            place, style = _PLACE.search(attributes), _STYLE.search(attributes)
            row, column = (int(place[2]), column_number(place[1].decode())) if place else (row, column + 1)
            yield row, column, int(style[1]) if style else 0
