"""The List of Goods as it is published: the XML of the app, or a sheet with a row a good and country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from msrisk.bring.brought import plain_heading
from msrisk.errors import InputError
from msrisk.model import Sheet
from msrisk.read import read_sheets
from msrisk.read.parts import safe_parser
from msrisk.read.source import Source, load

_TOP = 10  # rows among which the headings stand
_HEADINGS = {
    "good": ("good", "goods"),
    "country": ("country/area", "country"),
    "child": ("child labor",),
    "forced": ("forced labor",),
}
_BESIDES = {"forced_child": ("forced child labor",), "year": ("year",)}
_MARKS = {
    "Good_Name": "good",
    "Country_Name": "country",
    "Child_Labor": "child",
    "Forced_Labor": "forced",
    "Forced_Child_Labor": "forced_child",
    "Derived_Labor_Exploitation": "materials",
}
_WHAT_FITS = (
    "Give the XML of the Sweat & Toil app (Goods, Good, Good_Name, Country_Name), or a sheet with the headings "
    "Country/Area, Good, Child Labor and Forced Labor."
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One good from one country as it stands in the file; where: its line or cell."""

    where: str
    good: str
    country: str
    child: str
    forced: str
    forced_child: str = ""
    materials: str = ""
    year: str = ""


def read_listed(path: Path) -> list[Listed]:
    """Every good and country of the file.  Raises InputError, saying what was seen."""
    source = load(path)
    head = source.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    listed = _of_xml(source) if head.startswith(b"<") and b"<Good" in head else _of_sheets(read_sheets(path))
    years = sorted({each.year for each in listed if each.year})
    if len(years) > 1:
        raise InputError(
            f"the list holds several years: {', '.join(years)}",
            where=source.name,
            hint="Keep the rows of the newest one, so that nothing that was taken off the list comes back.",
        )
    return listed


class _Reader:
    """Collects what stands within each ``Country`` of each ``Good``."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser, self.listed = parser, list[Listed]()
        self.held: dict[str, str] = {}
        self.text = ""
        parser.StartElementHandler, parser.EndElementHandler = self.begin, self.end
        parser.CharacterDataHandler = self.add
        parser.buffer_text = True

    def begin(self, element: str, attributes: Mapping[str, str]) -> None:
        self.text = ""
        if element == "Good":
            self.held = {}
        elif element == "Country":
            self.held = {"good": self.held.get("good", ""), "line": str(self.parser.CurrentLineNumber)}

    def add(self, text: str) -> None:
        self.text += text

    def end(self, element: str) -> None:
        if element in _MARKS:
            self.held[_MARKS[element]] = self.text.strip()
        elif element == "Country" and self.held.get("country"):
            held = {name: self.held.get(name, "") for name in _MARKS.values()}
            self.listed.append(Listed(where=f"line {self.held['line']}", **held))


def _of_xml(source: Source) -> list[Listed]:
    def damaged() -> InputError:
        return InputError("the XML is damaged or of a kind that is not read", where=source.name, hint=_WHAT_FITS)

    parser = safe_parser(damaged)
    reader = _Reader(parser)
    try:
        parser.Parse(source.data, True)
    except expat.ExpatError as error:
        raise damaged() from error
    if not reader.listed:
        raise InputError("no good with a country stands in this XML", where=source.name, hint=_WHAT_FITS)
    return reader.listed


def _of_sheets(sheets: Sequence[Sheet]) -> list[Listed]:
    for sheet in sheets:
        for row in range(min(_TOP, sheet.height)):
            columns = _columns([plain_heading(text) for text in sheet.row(row)])
            if set(_HEADINGS) <= set(columns):
                return _of_rows(sheet, row, columns)
    first = sheets[0]
    seen = ", ".join(f"'{text.strip()}'" for text in first.row(0) if text.strip()) if first.height else ""
    raise InputError(
        "this is not the List of Goods as far as it could be read",
        where=first.file,
        hint=f"Its first row is: {seen[:200]}. {_WHAT_FITS}",
    )


def _columns(headings: Sequence[str]) -> dict[str, int]:
    names = {**_HEADINGS, **_BESIDES}
    return {
        name: headings.index(each) for name, known in names.items() for each in reversed(known) if each in headings
    }


def _of_rows(sheet: Sheet, head: int, columns: Mapping[str, int]) -> list[Listed]:
    listed = []
    for row in range(head + 1, sheet.height):
        cells = sheet.row(row)
        held = {name: cells[column].strip() for name, column in columns.items()}
        if held["good"] or held["country"]:
            listed.append(Listed(where=sheet.address(row, columns["country"]), **held))
    return listed
