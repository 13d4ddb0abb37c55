"""Reference tables of a rule set: which file, by which fields it is entered, and which fields it gives.

    by: [account words, proclass prefix], or [goods_group + origin in goods + country] for a pair
    gives: [sector, goods_group], or {listed_goods: forced_labour}: field and column
    unlisted: not known (a gap in the source), ask (the key did not say enough), or the value to take
A key is compared whole, as a *prefix* of a code (the longest wins), or as *words* (the longest phrase wins).
One *as a hint* can raise a flag and clear nothing.
The columns are those named like the fields, or the ones after ``in``; words stand in the column ``words``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.model import Field
from msrisk.ruleset.copies import Copy, in_place_of, refuse_emptied, stem_of
from msrisk.ruleset.document import Block, Entry, Mark, Text
from msrisk.ruleset.keys import as_block, check_keys, did_you_mean, list_of, text_node, text_of
from msrisk.ruleset.table_file import Row, TableFile, read_table_file

TABLE_KEYS = ("file", "by", "gives", "unlisted", "asks", "basis", "disputed", "source")
GAP, ASK = "not known", "ask"
WHOLE, PREFIX, WORDS = "whole", "prefix", "words"
_KEY = re.compile(
    r"(?P<fields>\w+(?: \+ \w+)?)(?: (?P<how>prefix|words))?(?: in (?P<columns>\w+(?: \+ \w+)?))?"
    r"(?P<hint> as a hint)?\Z"
)
_FILE = re.compile(r"(?:[\w-]+/)?[\w-]+\.csv\Z")


@dataclass(frozen=True, slots=True)
class Key:
    """One way into a table: as written, the fields compared, the columns they are compared with, and how.

    hint: what it gives is never all there is to say, so that it can raise a flag and clear nothing.
    """

    text: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    how: str
    hint: bool = False


@dataclass(frozen=True)
class ReferenceTable:
    """Rows that say something about a value.

    keys: tried in order; the first that is filled and listed decides.  gives: field to column.
    unlisted: ``GAP``, ``ASK`` or a value.  asks: the field to ask about when nothing was found.
    basis, disputed: the fields that say which key decided, and whether another disagrees; '' when none does.
    prepared: how a value finds its rows by the columns of a key, kept once it was made: it takes a while.
    """

    name: str
    keys: tuple[Key, ...]
    gives: Mapping[str, str]
    unlisted: str
    asks: str
    basis: str
    disputed: str
    source: str
    rows: tuple[Row, ...]
    mark: Mark
    prepared: dict[tuple[tuple[str, ...], str], Callable[[str], tuple[int, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_pair(self) -> bool:
        """Whether it is entered by two fields together."""
        return len(self.keys[0].fields) > 1

    def values_of(self, field: str) -> set[str]:
        """Every value it can give a field."""
        column = self.gives.get(field)
        return {part for row in self.rows if column for part in parts_of(row.get(column, ""))}

    @cached_property
    def of_years(self) -> str:
        """The years its rows are of, as words; '' where it has no column for that."""
        years = sorted({row["year"] for row in self.rows if row.get("year")})
        return f" of {' and '.join(years)}" if years else ""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field it gives."""
        return (*self.gives, *filter(None, (self.basis, self.disputed)))


Find = Callable[[str], Path]


def files_named(entry: Entry) -> tuple[str, ...]:
    """The files an entry under ``tables`` names."""
    return tuple(text.text for text in list_of(as_block(entry), "file"))


def build_table(
    entry: Entry, fields: Mapping[str, Field], find: Find, copies: Mapping[str, TableFile]
) -> tuple[ReferenceTable, tuple[TableFile, ...], tuple[Copy, ...]]:
    """One entry under ``tables``, checked, with the files it was read from, and which of them are copies.

    copies: an officer's own, each by the file it stands in for.
    """
    block = as_block(entry)
    check_keys(block, TABLE_KEYS, ("file", "by", "gives", "unlisted", "source"), f"the table '{entry.key}'")
    named = list_of(block, "file")
    ours = [read_table_file(_path(text, find)) for text in named]
    files = tuple(
        in_place_of(copies[text.text], file) if text.text in copies else file
        for text, file in zip(named, ours, strict=True)
    )
    if not files:
        raise entry.mark.error(f"the table '{entry.key}' names no file")
    headings = {heading for file in files for heading in file.headings}
    keys = tuple(_key(text, fields, headings) for text in list_of(block, "by"))
    gives = _gives(block, fields, headings)
    asks, basis, disputed = (text_of(block, key) for key in ("asks", "basis", "disputed"))
    for name in filter(None, (asks, basis, disputed)):
        _known_field(name, entry.mark, fields)
    table = ReferenceTable(
        name=entry.key,
        keys=keys,
        gives=gives,
        unlisted=text_of(block, "unlisted"),
        asks=asks,
        basis=basis,
        disputed=disputed,
        source=text_of(block, "source"),
        rows=tuple(row for file in files for row in file.rows),
        mark=entry.mark,
    )
    _check_keys(table)
    _check_values(table, fields, files, [copies[text.text] for text in named if text.text in copies])
    _check_filled(table, files, ours)
    return (
        table,
        files,
        tuple(
            Copy(stem_of(text.text), file.name, file.sha256, replaced.sha256)
            for text, file, replaced in zip(named, files, ours, strict=True)
            if text.text in copies
        ),
    )


def _check_keys(table: ReferenceTable) -> None:
    """A table has a key; a pair stands alone, and what only makes sense of several keys is not asked of it."""
    if not table.keys:
        raise table.mark.error(f"the table '{table.name}' has no key", "Write one as by: [category words].")
    pairs = [key for key in table.keys if len(key.fields) > 1]
    if pairs and len(table.keys) > 1:
        raise table.mark.error(
            f"the table '{table.name}' is entered by the pair '{pairs[0].text}' and by other keys",
            "Make two tables of it: a pair stands alone.",
        )
    if pairs and (table.basis or table.disputed or table.asks):
        raise table.mark.error(f"'basis', 'disputed' and 'asks' are not for a pair, as '{table.name}' has one")


def _path(text: Text, find: Find) -> Path:
    if not _FILE.match(text.text):
        raise text.mark.error(f"'{text.text}' is not the name of a table", "Write it as tables/countries.csv.")
    path = find(text.text)
    if not path.is_file():
        raise text.mark.error(f"there is no table '{text.text}'")
    return path


def _key(text: Text, fields: Mapping[str, Field], headings: set[str]) -> Key:
    found = _KEY.match(text.text)
    if not found:
        raise text.mark.error(f"'{text.text}' is not a key", "Write a field, 'cpv prefix' or 'category words'.")
    names = tuple(found["fields"].split(" + "))
    how = found["how"] or WHOLE
    for name in names:
        _known_field(name, text.mark, fields)
    default = (WORDS,) if how == WORDS else names
    columns = tuple(found["columns"].split(" + ")) if found["columns"] else default
    if len(columns) != len(names) or (len(names) > 1 and how != WHOLE):
        raise text.mark.error(f"'{text.text}' does not say which columns its fields are compared with")
    for column in columns:
        _known_column(column, text.mark, headings)
    return Key(text.text, names, columns, how, bool(found["hint"]))


def _gives(block: Block, fields: Mapping[str, Field], headings: set[str]) -> dict[str, str]:
    entry = block.get("gives")
    if entry is not None and isinstance(entry.node, Block):
        given = {each.key: text_node(each).text for each in entry.node}
    else:
        given = {text.text: text.text for text in list_of(block, "gives")}
    for name, column in given.items():
        _known_field(name, block.mark, fields)
        _known_column(column, block.mark, headings)
    return given


def _known_field(name: str, mark: Mark, fields: Mapping[str, Field]) -> None:
    if name not in fields:
        raise mark.error(f"there is no field called '{name}'", did_you_mean(name, fields))


def _known_column(name: str, mark: Mark, headings: set[str]) -> None:
    if name not in headings:
        raise mark.error(f"the table has no column '{name}'", f"Its columns are: {', '.join(sorted(headings))}.")


def _check_values(
    table: ReferenceTable,
    fields: Mapping[str, Field],
    files: Sequence[TableFile],
    copies: Sequence[TableFile],
) -> None:
    """Every value a table gives, or is entered by, can be read as its field; of a copy the row is told."""
    entered = [
        pair for key in table.keys if key.how == WHOLE for pair in zip(key.fields, key.columns, strict=True)
    ]
    for name, column in (*table.gives.items(), *entered):
        for text, file, line in _first_of_each(files, column):
            if fields[name].read(text).understood:
                continue
            wrong = f"'{text}' under '{column}', which is not {fields[name].kind.in_words}"
            if file in copies:
                raise RulesError(f"the table has {wrong}", where=f"{file.name}:{line}")
            raise table.mark.error(f"the table '{table.name}' has {wrong}")
    if table.unlisted not in (GAP, ASK) and not all(
        fields[name].read(table.unlisted).understood for name in table.gives
    ):
        raise table.mark.error(f"'{table.unlisted}' is not a value of what the table gives")


def _check_filled(table: ReferenceTable, files: Sequence[TableFile], ours: Sequence[TableFile]) -> None:
    """Every column a table is entered by, or gives from, holds something in a copy when it does in ours."""
    columns = [*(column for key in table.keys for column in key.columns), *table.gives.values()]
    for file, own in zip(files, ours, strict=True):
        refuse_emptied(file, own, columns)


def _first_of_each(files: Sequence[TableFile], column: str) -> Iterator[tuple[str, TableFile, int]]:
    """Each value of a column once, and where it stands first."""
    seen = set()
    for file in files:
        for row, line in zip(file.rows, file.lines, strict=True):
            for text in parts_of(row.get(column, "")):
                if text not in seen:
                    seen.add(text)
                    yield text, file, line


def parts_of(cell: str) -> list[str]:
    """The values of a cell; several stand with semicolons between them."""
    return [part.strip() for part in cell.split(";") if part.strip()]
