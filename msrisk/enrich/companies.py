"""The company register as entries: the names, number and country of each company, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

from msrisk.model import (
    Column,
    Entries,
    Field,
    Heading,
    Ints,
    Join,
    Note,
    Numbers,
    OtherName,
    Sheet,
    Table,
    TextColumn,
)
from msrisk.model.company import PLACE, PREVIOUS, SIC, Company, CompanyRegister, CompanyTable
from msrisk.model.entries import SourceKind
from msrisk.values.reading import BLANK, Grade, Hint, Reading

TITLE = "Companies House register"

# Which heading of the register each field is read from.
FIELDS = {
    "company_number": "CompanyNumber",
    "company_status": "CompanyStatus",
    "sic": SIC[0],
    "country": "CountryOfOrigin",
    "postcode": "RegAddress.PostCode",
    "legal_form": "CompanyCategory",
    "incorporated": "IncorporationDate",
    "accounts_category": "Accounts.AccountCategory",
    "filed_accounts_to": "Accounts.LastMadeUpDate",
}
_FIELD_OF = {heading: field for field, heading in FIELDS.items()} | {"CompanyName": "supplier_name"}
_A_MONTH = 2_000_000  # rows; the full file has more than twice as many
_NO_SIC = "none supplied"
_DAY_FIRST = Hint(day_first=True)
_ACTIVE = ("active",)


def company_entries(
    companies: Sequence[Company], register: CompanyRegister, fields: Mapping[str, Field]
) -> Entries:
    """The companies that were looked up, as the entries of one source.  fields: the vocabulary."""
    held = sorted(set(companies))
    columns = {name: _column(fields[name], held, heading) for name, heading in FIELDS.items()}
    columns["company_number"] = _numbers(columns["company_number"], held)
    countries = columns["country"]
    return Entries(
        SourceKind.COMPANIES,
        TITLE,
        names=tuple(each.cell("CompanyName") for each in held),
        ids=tuple(each.number for each in held),
        numbers=tuple(each.number for each in held),
        countries=tuple(countries.reading(entry).parts for entry in range(len(held))),
        other_names=tuple(
            OtherName(entry, name, "previous name")
            for entry, each in enumerate(held)
            for name in each.cells[PLACE[PREVIOUS[0]] :]
            if name.strip()
        ),
        columns=columns,
        tables=_tables(held, register),
        files=register.files,
        remarks=(*_too_few(register), *register.remarks),
    )


def _too_few(register: CompanyRegister) -> tuple[str, ...]:
    """A month's register lists millions; whoever is not in a part of it may well be a company."""
    listed = sum(file.rows for file in register.files)
    if listed >= _A_MONTH:
        return ()
    return (f"it lists {listed:,} companies and a full month some millions: not found here says little",)


def status_notes(join: Join) -> tuple[Note, ...]:
    """A question for each company that was found for a supplier and is not simply active."""
    entries = join.entries
    status = (entries.columns or {}).get("company_status")
    if status is None:
        return ()
    found = sorted({entry for entry in join.entry.tolist() if entry >= 0})
    return tuple(
        Note(_where(entries, entry, "CompanyStatus"), status.text(entry), _question(entries, entry, status), True)
        for entry in found
        if status.reading(entry).parts not in ((), _ACTIVE)
    )


def _question(entries: Entries, entry: int, status: Column) -> str:
    word = status.reading(entry).first
    day = _cell(entries, entry, "DissolutionDate").strip()
    since = f" on {day}" if day else ""
    listed = f"Companies House lists {entries.names[entry].strip()} ({entries.numbers[entry]})"
    said = {
        "dissolved": f"as dissolved{since}",
        "to be struck off": "as active, with a proposal to strike it off",
        "voluntary arrangement": "as in a voluntary arrangement with its creditors",
        "insolvency proceedings": "as in insolvency proceedings",
    }.get(word, f"as in {word}")
    return f"{listed} {said}: is it the company we pay?"


# -- columns


def _column(field: Field, companies: Sequence[Company], heading: str) -> Column:
    """What the register says of each company; each different text is read once."""
    texts = [_text(each, heading) for each in companies]
    numbers: Numbers[str] = Numbers()
    codes = numbers.codes(texts)
    readings = tuple(_read(field, text) for text in numbers)
    spoken = np.array([bool(text.strip()) for text in numbers], np.bool_)
    rows = np.where(spoken[codes], np.arange(len(codes), dtype=np.int32), np.int32(-1))
    return Column(field, readings, tuple(numbers), codes, rows)


def _numbers(column: Column, companies: Sequence[Company]) -> Column:
    """A number in the register is one, whatever its form."""
    readings = tuple(Reading((each.number,), Grade.LOOKED_UP, note=TITLE) for each in companies)
    texts = tuple(each.cell("CompanyNumber") for each in companies)
    return Column(column.field, readings, texts, np.arange(len(companies), dtype=np.int32), column.rows)


def _text(company: Company, heading: str) -> str:
    """The cell; for the SIC codes all four, since a company may have several."""
    if heading != SIC[0]:
        return company.cell(heading)
    return "; ".join(filter(None, (company.cell(name).strip() for name in SIC)))


def _read(field: Field, text: str) -> Reading:
    if not text.strip() or text.casefold() == _NO_SIC:
        return BLANK
    reading = field.read(text, _DAY_FIRST)
    if not reading.understood:
        return reading
    return reading._replace(grade=min(reading.grade, Grade.LOOKED_UP), note=reading.note or TITLE)


# -- where everything stands


def _tables(companies: Sequence[Company], register: CompanyRegister) -> tuple[Table, ...]:
    """One table for each file of which a company was looked up, with only those rows."""
    groups = [[each for each in companies if each.table == number] for number in range(len(register.tables))]
    offsets = [0, *accumulate(map(len, groups))]
    return tuple(
        _table(register.tables[number], group, offsets[number]) for number, group in enumerate(groups) if group
    )


def _table(table: CompanyTable, companies: Sequence[Company], offset: int) -> Table:
    """The columns stand where they stand in the file; those that are not kept are blank."""
    height = len(companies)
    blank = TextColumn(("",), np.zeros(height, np.int32))
    columns = [blank] * len(table.headings)
    headings = [Heading(place, text.strip()) for place, text in enumerate(table.headings)]
    for name, place in PLACE.items():
        at = table.places[place]
        if at >= 0:
            columns[at] = _text_column([each.cells[place] for each in companies])
            headings[at] = Heading(at, table.headings[at].strip(), _FIELD_OF.get(name, ""), "exact")
    rows = np.array([each.row for each in companies], np.int32)
    sheet = Sheet(table.file, "", table.sha256, tuple(columns), numbers=rows)
    return Table(sheet, 1, tuple(headings), offset, heads=0)


def _text_column(texts: Sequence[str]) -> TextColumn:
    numbers: Numbers[str] = Numbers()
    codes: Ints = numbers.codes(texts)
    return TextColumn(tuple(numbers), codes)


def _place(entries: Entries, entry: int, heading: str) -> tuple[Table, int]:
    table = next(table for table in reversed(entries.tables) if table.offset <= entry)
    column = next((each.column for each in table.headings if each.text.casefold() == heading.casefold()), -1)
    return table, column


def _where(entries: Entries, entry: int, heading: str) -> str:
    table, column = _place(entries, entry, heading)
    return f"{table.sheet.file}!{table.sheet.address(entry - table.offset, max(column, 0))}"


def _cell(entries: Entries, entry: int, heading: str) -> str:
    table, column = _place(entries, entry, heading)
    return table.sheet.columns[column].at(entry - table.offset) if column >= 0 else ""
