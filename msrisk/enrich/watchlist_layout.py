"""Which column of a watchlist is what: by its headings, in any order, whatever else stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from msrisk.model import Field, Heading, Sheet, Table

NAME, OWN_ID, KIND, NAME_KIND, COUNTRY, NUMBER, IDENTIFIER, DATA_SET, SEEN = (
    "name",
    "id",
    "kind",
    "kind of name",
    "country",
    "company number",
    "identifier",
    "data set",
    "seen",
)
# Columns of further names, and what such a name is.
OTHER_NAMES = ("alias", "previous name", "trading name")

UK_LIST, OFSI_LIST, OPEN_SANCTIONS = "UK Sanctions List", "OFSI consolidated list", "OpenSanctions"
LICENCES = {OPEN_SANCTIONS: "CC BY-NC 4.0"}

_SEARCHED = 30  # rows in which the headings may stand
_LONGEST_HEADING = 60
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = re.compile(r"[^a-z0-9]+")
_PARTS_OF_NAME = ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6")
_HEADINGS: dict[str, frozenset[str]] = {
    OWN_ID: frozenset(("id", "unique id", "group id", "entity id", "uid")),
    KIND: frozenset(
        ("schema", "type", "entity type", "type of entity", "group type", "party type", "individual entity ship")
    ),
    NAME_KIND: frozenset(("name type", "alias type")),
    COUNTRY: frozenset(("countries", "address country", "jurisdiction", "country of incorporation")),
    IDENTIFIER: frozenset(
        (
            "identifiers",
            "identifier",
            "identification number",
            "business registration number s",
            "registration number",
            "tax number",
            "tax id",
            "vat number",
            "duns",
            "duns number",
            "lei",
            "lei code",
            "inn code",
            "ogrn code",
        )
    ),
    DATA_SET: frozenset(("dataset",)),
    SEEN: frozenset(("last seen", "last change")),
    "alias": frozenset(
        (
            "alias",
            "aliases",
            "weak alias",
            "also known as",
            "aka",
            "other names",
            "other name",
            "name non latin script",
        )
    ),
    "previous name": frozenset(("previous name", "previous names", "former name", "formerly known as")),
    "trading name": frozenset(("trading as", "trades as", "doing business as", "dba")),
}
_NAMES = frozenset(
    (
        "entity",
        "entity name",
        "organisation",
        "organisation name",
        "organization",
        "organization name",
        "firm",
        "firm name",
        "name of firm",
        "name of supplier",
        "name of company",
        "name of organisation",
        "listed name",
        "full name",
    )
)
_TELLING = frozenset(("name", "supplier", "company", "entity", "organisation", "organization", "firm"))


@dataclass(frozen=True)
class Layout:
    """A watchlist as it lies in a sheet.

    header: the heading row, counted from 0.  list_name: the list's own name, '' for one that is not known.
    columns: for each thing that is read its columns, left to right; those of a name in the order it is said.
    """

    sheet: Sheet
    header: int
    list_name: str
    columns: Mapping[str, tuple[int, ...]]

    @property
    def grouped(self) -> bool:
        """Whether all rows of one id are one listed party, as in the lists of the UK."""
        return self.list_name in (UK_LIST, OFSI_LIST)

    @property
    def table(self) -> Table:
        """The sheet with its headings, so that an address finds the listed name."""
        texts = self.sheet.row(self.header)
        fields = {
            column: field
            for what, field in ((COUNTRY, "country"), (NUMBER, "company_number"), (NAME, "supplier_name"))
            for column in self.columns.get(what, ())[-1:]
        }
        headings = tuple(
            Heading(
                number, text, fields.get(number, ""), also=_ALSO if fields.get(number) == "supplier_name" else ()
            )
            for number, text in enumerate(texts)
        )
        return Table(self.sheet, self.sheet.number(self.header), headings, start=self.header)


_ALSO = ("watchlist_identity",)


def layout_of(sheet: Sheet, fields: Mapping[str, Field]) -> Layout | None:
    """How a sheet lies, None where no row of it looks like the headings of a list of names."""
    rows = [[words(text) for text in sheet.row(number)] for number in range(min(sheet.height, _SEARCHED))]
    exact = _NAMES.union(map(words, fields["supplier_name"].headers))
    not_names = [words(each) for each in fields["supplier_name"].not_headers]
    ways: list[Callable[[Sequence[str]], tuple[int, ...]]] = [
        lambda row: _parts(row),
        lambda row: _first(row, ["name"]),
        lambda row: _first(row, exact),
        lambda row: _that_tells(row, not_names),
    ]
    for way in ways:
        for number, row in enumerate(rows):
            names = way(row)
            if names:
                return _layout(sheet, number, row, names, fields)
    return None


def words(heading: str) -> str:
    """A heading as plain words: ``registrationNumber`` and ``Registration number`` are one."""
    apart = _CAMEL.sub(" ", heading[: _LONGEST_HEADING * 2])
    return _MARKS.sub(" ", apart.casefold()).strip()


def headings_seen(sheet: Sheet) -> list[str]:
    """The fullest of the first rows, for the message that no column of names was found."""
    rows = [sheet.row(number) for number in range(min(sheet.height, _SEARCHED))]
    fullest = max(rows, key=lambda row: sum(bool(text.strip()) for text in row), default=[])
    return [" ".join(text.split())[:_LONGEST_HEADING] for text in fullest if text.strip()]


def _parts(row: Sequence[str]) -> tuple[int, ...]:
    """The columns of a name in parts, as the lists of the UK have it; the sixth holds an organisation's."""
    if "name 6" not in row:
        return ()
    return tuple(row.index(part) for part in _PARTS_OF_NAME if part in row)


def _first(row: Sequence[str], wanted: Collection[str]) -> tuple[int, ...]:
    return tuple(number for number, text in enumerate(row) if text and text in wanted)[:1]


def _that_tells(row: Sequence[str], not_names: Sequence[str]) -> tuple[int, ...]:
    """A heading that holds a word for a name and none that rules it out: ``Name of debarred firm``."""
    found = [
        number
        for number, text in enumerate(row)
        if len(text) <= _LONGEST_HEADING
        and not _TELLING.isdisjoint(text.split())
        and not any(f" {each} " in f" {text} " for each in not_names)
    ]
    return tuple(found[:1])


def _layout(
    sheet: Sheet, header: int, row: Sequence[str], names: tuple[int, ...], fields: Mapping[str, Field]
) -> Layout:
    wanted = {
        **_HEADINGS,
        COUNTRY: _HEADINGS[COUNTRY].union(map(words, fields["country"].headers)),
        NUMBER: frozenset(map(words, fields["company_number"].headers)),
    }
    columns = {
        what: tuple(number for number, text in enumerate(row) if text and text in headings and number not in names)
        for what, headings in wanted.items()
    }
    return Layout(sheet, header, _list_name(row), {**columns, NAME: names})


def _list_name(row: Sequence[str]) -> str:
    held = frozenset(row)
    if "name 6" in held:
        return UK_LIST if "unique id" in held else OFSI_LIST
    return OPEN_SANCTIONS if held >= {"id", "schema", "name", "dataset"} else ""
