"""A map file: which heading holds which field, kept from one month to the next.

It is a CSV, not YAML: it is two columns, it opens in Excel, and whoever corrects it needs no syntax. It holds
headings only, never a value of a list.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from msrisk.errors import InputError, OutputError
from msrisk.files import one_line
from msrisk.model import Field, Sheet, Suppliers, Table
from msrisk.normalise.heading.headings import heading_words
from msrisk.normalise.heading.mapping import HeadingGone
from msrisk.output import check_target, write_whole
from msrisk.read import read_sheets
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.write.csv_rows import inert

FIELD, HEADING, MEANING = "Field", "Heading in the list", "What it is"
HEADINGS = (FIELD, HEADING, MEANING)


@dataclass(frozen=True)
class MapFile:
    """A map file that was read.  mapping: field to heading.  lines: the line each field stands in, from 1."""

    file: str
    mapping: Mapping[str, str]
    lines: Mapping[str, int]

    def explained(self, gone: HeadingGone) -> InputError:
        """What a list that no longer fits lacks, said with the line of this file; others are as they were."""
        if self.mapping.get(gone.field) != gone.wanted:
            return gone
        label = load_vocabulary()[gone.field].label
        near = did_you_mean(one_line(gone.wanted), gone.headings)
        near = near or f"Its headings are: {', '.join(gone.headings)}."
        return InputError(
            f"'{one_line(gone.wanted)}' was to be {label}, and the list has {gone.said} of that name now",
            where=f"{self.file}, line {self.lines[gone.field]}",
            hint=f"{near}\nCorrect the line, or take it out and let the heading be found.",
        )


def read_map(path: Path) -> MapFile:
    """The headings that a map file gives.  Raises InputError with the line that cannot be used."""
    sheet = read_sheets(path)[0]
    first = [text.strip().casefold() for text in sheet.row(0)] if sheet.height else []
    places = [first.index(wanted.casefold()) if wanted.casefold() in first else -1 for wanted in HEADINGS[:2]]
    if -1 in places:
        raise InputError(
            f"is no map file: its first row is not '{FIELD}' and '{HEADING}'",
            where=sheet.file,
            hint="Let msrisk write one:  check suppliers.xlsx --save-map map.csv",
        )
    mapping: dict[str, str] = {}
    lines: dict[str, int] = {}
    for row in range(1, sheet.height):
        field, heading = (_plain(sheet.columns[place].at(row)) for place in places)
        if field or heading:
            _refuse(sheet, row, field, heading, lines)
            mapping[field], lines[field] = heading, sheet.number(row)
    _refuse_twice(sheet, mapping, lines)
    return MapFile(sheet.file, mapping, lines)


def write_map(suppliers: Suppliers, path: Path, inputs: Iterable[Path] = ()) -> tuple[str, ...]:
    """Write what was taken for what; the headings that stand twice in a list cannot be named, and are returned.

    It may have been corrected by hand, which no CSV shows: it is never written over anything else than the same.
    inputs: files that must never be written over.  Raises InputError or OutputError, and then wrote nothing.
    """
    if path.suffix.casefold() != ".csv":
        raise InputError(f"'{path.name}' does not end in .csv", hint="A map is a CSV file, which opens in Excel.")
    check_target(path, inputs, lambda raw: True, force=False)
    held, twice = _held(suppliers)
    text = _text(held, suppliers.fields)
    if path.exists() and path.read_bytes() != text:
        raise InputError(
            f"'{path.name}' exists and says something else",
            hint="Choose another name, or take that file away. Nothing was written.",
        )
    write_whole(path, lambda draft: _fill(draft, text), _check)
    return twice


def _refuse(sheet: Sheet, row: int, field: str, heading: str, lines: Mapping[str, int]) -> None:
    where = f"{sheet.file}, line {sheet.number(row)}"
    fields = load_vocabulary()
    if field not in fields:
        hint = did_you_mean(field, fields) or "The names of fields are those that --save-map writes."
        raise InputError(f"there is no field called '{one_line(field)}'", where=where, hint=hint)
    if not heading:
        raise InputError(f"no heading is given for {field}", where=where, hint="Give one, or take the line out.")
    if field in lines:
        raise InputError(
            f"{field} stands twice: here and in line {lines[field]}", where=where, hint="Take one of them out."
        )


def _refuse_twice(sheet: Sheet, mapping: Mapping[str, str], lines: Mapping[str, int]) -> None:
    """One column cannot be two fields."""
    seen: dict[tuple[str, ...] | str, str] = {}
    for field, heading in mapping.items():
        first = seen.setdefault(heading_words(heading) or heading, field)
        if first != field:
            raise InputError(
                f"the heading '{one_line(heading)}' is given to {field} and, in line {lines[first]}, to {first}",
                where=f"{sheet.file}, line {lines[field]}",
                hint="Take one of them out.",
            )


def _plain(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and inert(text[1:]) == text else text


def _held(suppliers: Suppliers) -> tuple[dict[str, str], tuple[str, ...]]:
    """Field to heading over all lists, and the headings that stand twice in one."""
    held: dict[str, str] = {}
    twice: dict[str, None] = {}
    for table in suppliers.book.tables:
        for heading in table.headings:
            text = one_line(heading.text)
            if not heading.field:
                continue
            if _times(table, text) > 1:
                twice[text] = None
            elif heading_words(held.setdefault(heading.field, text)) != heading_words(text):
                raise InputError(
                    f"the lists have different headings for {suppliers.fields[heading.field].label}: "
                    f"'{held[heading.field]}' and '{text}'",
                    hint="Save a map for each list. Nothing was written.",
                )
    return held, tuple(twice)


def _times(table: Table, text: str) -> int:
    words = heading_words(text)
    return sum(one_line(each.text) == text or heading_words(each.text) == words for each in table.headings)


def _text(held: Mapping[str, str], fields: Mapping[str, Field]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([field, inert(heading), fields[field].label] for field, heading in held.items())
    return text.getvalue().encode("utf-8-sig")


def _fill(path: Path, text: bytes) -> None:
    path.write_bytes(text)


def _check(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        if next(csv.reader(file), None) != list(HEADINGS):
            raise OutputError("did not read back as it was written", where=path.name)
