"""A decisions workbook written, filled in as a person would, and read back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from msrisk.enrich.join import join
from msrisk.enrich.join.decisions_file import decisions_of
from msrisk.model import Decision, Entries, Suppliers
from msrisk.read import read_sheets
from msrisk.write import check_outputs, write_output
from msrisk.write.kinds import MATCH_WRITERS
from msrisk.write.match import Matches
from tests.enrich.join_making import listed, source

OURS = ("Alder Works plc", "Dogwood Facilites Management Ltd", "Fir Catering Ltd")
THEIRS = ("Alder Works PLC", "Dogwood Facilities Management Limited", "Fir Group plc")
HEAD = 4  # the row of the headings


def our_list(*names: str, dogwood: Sequence[str] = ("07654321", "United Kingdom"), spend: str = "10") -> Suppliers:
    names = names or OURS
    size = len(names)
    numbers = [dogwood[0] if "Dogwood" in name else "" for name in names]
    countries = [dogwood[1] if "Dogwood" in name else "" for name in names]
    parents = ["Fir Group plc" if "Fir" in name else "" for name in names]
    return listed(
        *names, Company_number=numbers, Country=countries, Parent_company=parents, Annual_spend=[spend] * size
    )


def their_source(dogwood: str = THEIRS[1], number: str = "", country: tuple[str, ...] = ()) -> Entries:
    made = source(THEIRS[0], dogwood, THEIRS[2], numbers=("", number, ""), countries=((), country, ()))
    ids = tuple(f"id {name}" for name in THEIRS)  # a register's id outlives a name
    return Entries(made.kind, made.title, made.names, ids, made.numbers, made.countries, tables=made.tables)


def written(
    path: Path,
    decisions: Sequence[Decision] = (),
    suppliers: Suppliers | None = None,
    entries: Entries | None = None,
) -> Path:
    """The workbook of a list, a source and earlier decisions."""
    held = join(suppliers or our_list(), entries or their_source(), tuple(decisions))
    (output,) = check_outputs([path], force=True, writers=MATCH_WRITERS)
    write_output(Matches(held, tuple(decisions)), output)
    return path


def read_back(path: Path) -> tuple[Decision, ...]:
    return decisions_of(read_sheets(path))


def rows(path: Path, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by heading; none when there is nothing to list."""
    held = list(openpyxl.load_workbook(path)[sheet].iter_rows(min_row=HEAD, values_only=True))
    found = [dict(zip(map(str, held[0]), each, strict=True)) for each in held[1:]]
    return [each for each in found if each["Our supplier"]]


def fill_in(path: Path, sheet: str, supplier: str, **said: object) -> None:
    """What a person writes in the row of a supplier, by heading, an underscore for a space."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    row = row_of(page, supplier)
    for heading, text in said.items():
        page.cell(row, column_of(page, heading.replace("_", " "))).value = text  # type: ignore[assignment]
    book.save(path)


def row_of(page: Worksheet, supplier: str) -> int:
    name = column_of(page, "Our supplier")
    return next(row for row in range(HEAD + 1, page.max_row + 1) if page.cell(row, name).value == supplier)


def column_of(page: Worksheet, heading: str) -> int:
    """The column of a heading, made at the end when there is none."""
    heads = [cell.value for cell in page[HEAD]]
    if heading not in heads:
        page.cell(HEAD, len(heads) + 1).value = heading
        return len(heads) + 1
    return heads.index(heading) + 1
