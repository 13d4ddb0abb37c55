"""The workbook's table of contents: its sheets in order, which are hidden, and where each is kept."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

from msrisk.read.archive import Archive
from msrisk.read.refusals import damaged

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_WORKSHEET = "/worksheet"
_MAX_CONTENTS = 20_000_000

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet's name as its tab shows it, whether it is hidden, and the part that holds it."""

    name: str
    hidden: bool
    part: str


def sheet_parts(archive: Archive) -> tuple[SheetPart, ...]:
    """The worksheets in workbook order; charts and macro sheets are left out."""
    kept_in = _worksheets_by_id(archive)
    sheets = _elements(archive, _WORKBOOK, "sheet")
    found = []
    for sheet in sheets:
        ids = {value for key, value in sheet.items() if key.endswith(":id")}
        if len(ids) != 1 or "name" not in sheet:
            raise damaged(archive.name, _WORKBOOK)
        part = kept_in.get(ids.pop())
        if part is not None:
            found.append(SheetPart(sheet["name"], sheet.get("state", "visible") != "visible", part))
    if not sheets or min(len({sheet.name for sheet in found}), len({sheet.part for sheet in found})) < len(found):
        raise damaged(archive.name, _WORKBOOK)
    return tuple(found)


def _worksheets_by_id(archive: Archive) -> dict[str, str]:
    """Relationship id -> part, for worksheets; an id that is given twice would be ambiguous."""
    relations = _elements(archive, _RELATIONS, "Relationship")
    if len({relation.get("Id") for relation in relations}) < len(relations):
        raise damaged(archive.name, _RELATIONS)
    return {
        relation.get("Id", ""): _resolve(relation.get("Target", ""))
        for relation in relations
        if relation.get("Type", "").endswith(_WORKSHEET)
    }


def _resolve(target: str) -> str:
    """A target is relative to the folder ``xl``, unless it begins with a stroke."""
    return posixpath.normpath(posixpath.join("/xl", target.replace("\\", "/"))).lstrip("/").lower()


def _elements(archive: Archive, part: str, wanted: str) -> list[Attributes]:
    """The attributes of every element of this local name in one part."""
    found: list[Attributes] = []

    def begin(element: str, attributes: Attributes) -> None:
        if element.rpartition(":")[2] == wanted:
            found.append(attributes)

    text = archive.whole(part)
    if len(text) > _MAX_CONTENTS:
        raise damaged(archive.name, part)
    parser = safe_parser(lambda: damaged(archive.name, part))
    parser.StartElementHandler = begin
    try:
        parser.Parse(text, True)
    except expat.ExpatError:
        raise damaged(archive.name, part) from None
    return found


def safe_parser(problem: Callable[[], Exception], separator: str | None = None) -> expat.XMLParserType:
    """An XML parser that refuses every document type, wherever in the part it is declared.

    separator: between namespace and name, for a parser that tells namespaces apart.
    """
    parser = expat.ParserCreate(namespace_separator=separator)

    def refuse(*_: object) -> None:
        raise problem()

    parser.StartDoctypeDeclHandler = refuse
    return parser
