"""A workbook as its parts say it, read by nothing but a zip and an XML reader: quick, and repairs nothing."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_THEME = {"0": "FFFFFF", "1": "000000"}


def place_of(reference: str) -> tuple[int, int]:
    """``C12`` as row and column, both from 1."""
    found = _PLACE.match(reference)
    assert found, f"no cell: {reference}"
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def cell_at(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def area_of(reference: str) -> tuple[int, int, int, int]:
    """``A3:C12`` as first row, first column, last row, last column."""
    first, _, last = reference.partition(":")
    return (*place_of(first), *place_of(last or first))


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks, as far as it can be read: colours as six digits, '' for no fill."""

    font: str
    size: float
    bold: bool
    ink: str
    fill: str
    wraps: bool
    unlocked: bool


@dataclass(frozen=True, slots=True)
class CellSeen:
    text: str
    style: int
    formula: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class TableSeen:
    name: str
    area: tuple[int, int, int, int]
    titles: tuple[str, ...]
    heading_rows: int
    filtered: bool
    formulas: bool


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """address: on the web or anywhere else outside; place: within the workbook."""

    cell: str
    address: str
    place: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or a picture, and what it says of itself in words."""

    kind: str
    alt: str


@dataclass
class SheetSeen:
    """One sheet.  cells: by row and column, from 1."""

    name: str
    state: str
    top: Element
    tables: list[TableSeen] = field(default_factory=list)
    links: list[LinkSeen] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    cells: dict[tuple[int, int], CellSeen] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)

    def all(self, tag: str) -> Iterator[Element]:
        return self.top.iter(_MAIN + tag)

    def first(self, tag: str) -> Element | None:
        return next(self.all(tag), None)

    def text(self, row: int, column: int) -> str:
        held = self.cells.get((row, column))
        return held.text.strip() if held else ""

    @cached_property
    def filled(self) -> list[tuple[int, int]]:
        return sorted(place for place, cell in self.cells.items() if cell.text.strip())

    @cached_property
    def widths(self) -> dict[int, float]:
        held: dict[int, float] = {}
        for each in self.all("col"):
            for column in range(int(each.get("min", "1")), min(int(each.get("max", "1")), 200) + 1):
                held[column] = float(each.get("width", "8.43"))
        return held


class BookSeen:
    """A workbook opened: its sheets, styles and properties."""

    def __init__(self, raw: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(raw))
        self.parts = self._archive.namelist()
        self.top = self._read("xl/workbook.xml")
        self._strings = list(self._shared())
        self.styles = list(self._styles())
        targets = self.relations("xl/workbook.xml")
        self.sheets = [
            self._sheet(each.get("name", ""), each.get("state", "visible"), targets[each.get(_ID, "")][0])
            for each in self.top.iter(_MAIN + "sheet")
        ]

    def _read(self, part: str) -> Element:
        return ElementTree.fromstring(self._archive.read(part))

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """By id: the target, its kind and whether it stands outside the workbook."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels"
        if rels not in self.parts:
            return {}
        found = {}
        for each in self._read(rels).iter(_RELATIONS + "Relationship"):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not outside:
                target = target.lstrip("/") if target[:1] == "/" else posixpath.normpath(f"{folder}/{target}")
            found[each.get("Id", "")] = (target, each.get("Type", "").rsplit("/", 1)[-1], outside)
        return found

    @cached_property
    def properties(self) -> dict[str, str]:
        if "docProps/core.xml" not in self.parts:
            return {}
        return {each.tag.rsplit("}", 1)[-1]: (each.text or "").strip() for each in self._read("docProps/core.xml")}

    def _shared(self) -> Iterator[str]:
        if "xl/sharedStrings.xml" in self.parts:
            for item in self._read("xl/sharedStrings.xml"):
                yield "".join(each.text or "" for each in item.iter(_MAIN + "t"))

    def _styles(self) -> Iterator[Style]:
        top = self._read("xl/styles.xml")
        fonts, fills = (list(top.find(_MAIN + tag) or ()) for tag in ("fonts", "fills"))
        for each in top.find(_MAIN + "cellXfs") or ():
            font, fill = fonts[int(each.get("fontId", "0"))], fills[int(each.get("fillId", "0"))]
            name, size, ink = (font.find(_MAIN + tag) for tag in ("name", "sz", "color"))
            pattern, bold = fill.find(_MAIN + "patternFill"), font.find(_MAIN + "b")
            plain = pattern is None or pattern.get("patternType", "none") in ("none", "gray125")
            ground = None if plain or pattern is None else pattern.find(_MAIN + "fgColor")
            align, lock = each.find(_MAIN + "alignment"), each.find(_MAIN + "protection")
            yield Style(
                name.get("val", "") if name is not None else "",
                float(size.get("val", "0")) if size is not None else 0,
                bold is not None and bold.get("val", "1") not in ("0", "false"),
                _colour(ink) or "000000",
                "" if plain else _colour(ground) or "000000",
                align is not None and align.get("wrapText") in ("1", "true"),
                lock is not None and lock.get("locked") in ("0", "false"),
            )

    def _sheet(self, name: str, state: str, part: str) -> SheetSeen:
        sheet = SheetSeen(name, state, self._read(part))
        relations = self.relations(part)
        for row in sheet.all("row"):
            if row.get("ht"):
                sheet.heights[int(row.get("r", "0"))] = float(row.get("ht", "0"))
            for each in row:
                sheet.cells[place_of(each.get("r", "A1"))] = self._cell(each)
        for each in sheet.all("hyperlink"):
            address = relations.get(each.get(_ID, ""), ("",))[0]
            sheet.links.append(LinkSeen(each.get("ref", ""), address, each.get("location", "")))
        for target, kind, _ in relations.values():
            if kind == "table":
                sheet.tables.append(_table(self._read(target)))
            elif kind == "drawing":
                sheet.drawn += _drawn(self._read(target))
        return sheet

    def _cell(self, cell: Element) -> CellSeen:
        kind, value = cell.get("t", "n"), cell.find(_MAIN + "v")
        text = (value.text or "") if value is not None else ""
        if kind == "s":
            text = self._strings[int(text)]
        elif kind == "inlineStr":
            text = "".join(each.text or "" for each in cell.iter(_MAIN + "t"))
        formula = cell.find(_MAIN + "f") is not None
        return CellSeen(text, int(cell.get("s", "0")), formula, kind == "n" and bool(text))


def _colour(held: Element | None) -> str:
    """Six digits; black for what a program chooses itself, '' where nothing is said."""
    if held is None:
        return ""
    return held.get("rgb", "")[-6:].upper() or _THEME.get(held.get("theme", ""), "000000")


def _table(top: Element) -> TableSeen:
    columns = list(top.iter(_MAIN + "tableColumn"))
    return TableSeen(
        top.get("displayName", ""),
        area_of(top.get("ref", "A1")),
        tuple(each.get("name", "") for each in columns),
        int(top.get("headerRowCount", "1")),
        top.find(_MAIN + "autoFilter") is not None,
        any(True for _ in top.iter(_MAIN + "calculatedColumnFormula")),
    )


def _drawn(top: Element) -> Iterator[Drawn]:
    for tag, kind in (("graphicFrame", "chart"), ("pic", "picture"), ("sp", "box")):
        for each in top.iter(_DRAWN + tag):
            said = next(each.iter(_DRAWN + "cNvPr"), None)
            yield Drawn(kind, (said.get("descr") or "").strip() if said is not None else "")
