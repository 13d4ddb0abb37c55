"""Every real file, as somebody who opened it saw it; and whether the product reads it so.

open_files.csv has a line a file: *read* or *refused* (and a word of the reason), or *either* where both are right.
Items are parted by semicolons. A heading of ``-`` says that no column is that field; a ``?`` was not counted.
not_yet names what the product does not do yet, and why; whoever mends it takes the words away.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.model import Suppliers, Told
from msrisk.normalise.row import left_out
from msrisk.screening import read_suppliers

TABLE = Path(__file__).with_name("open_files.csv")
REASONS = {
    left_out.BLANK: "blank",
    left_out.NO_NAME: "no name",
    left_out.NOTE: "note",
    left_out.NUMBER: "number",
    left_out.ABOVE: "above",
    left_out.TOO_WIDE: "wide",
    left_out.TOTAL: "total",
    left_out.HEADING: "heading",
    left_out.REDACTED: "redacted",
    left_out.NIL: "nil",
    left_out.UNNAMED: "unnamed",
}
OUTCOME = "outcome"
OF_A_LIST = ("sheets", "heading_row", "fields", "suppliers", "left_out", "spend", "period")


def lines() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";") if item.strip()]


def pairs(cell: str, between: str) -> dict[str, str]:
    return {
        before.strip(): after.strip() for before, _, after in (item.partition(between) for item in items(cell))
    }


@cache
def outcome_of(path: Path) -> Suppliers | str:
    """The list, or the words it was refused with."""
    try:
        return read_suppliers(path)
    except InputError as refused:
        return str(refused)


def seen(suppliers: Suppliers, aspect: str, line: dict[str, str]) -> str:
    """What the product says of one aspect of a list, written as the table writes it."""
    tables = suppliers.book.tables
    if aspect == "sheets":
        return "; ".join(table.sheet.name.strip() for table in tables if table.sheet.name)
    if aspect == "heading_row":
        return "; ".join(str(table.header_row) for table in tables)
    if aspect == "fields":
        held = {field: heading.text.strip() for field, heading in tables[0].mapping.items()}
        return "; ".join(f"{field}={held.get(field, '-')}" for field in pairs(line["fields"], "="))
    if aspect == "suppliers":
        return str(len(suppliers))
    if aspect == "left_out":
        reasons = Counter(REASONS.get(each.reason, each.reason) for each in suppliers.left_out)
        return "; ".join(f"{reason}={count}" for reason, count in sorted(reasons.items()))
    if aspect == "spend":
        return f"{suppliers.spend.sum() / 100:,.2f}" if suppliers.has_spend.any() else ""
    period = suppliers.period
    return f"{period.first}/{period.last}" if period else ""


def wanted(aspect: str, line: dict[str, str]) -> str:
    return "; ".join(sorted(items(line[aspect]))) if aspect == "left_out" else line[aspect]


def cases() -> Iterator[object]:
    for line in lines():
        not_yet = pairs(line["not_yet"], ":")
        for aspect in (OUTCOME,) if line[OUTCOME] == "refused" else (OUTCOME, *OF_A_LIST):
            reason = not_yet.get(OUTCOME) or not_yet.get(aspect)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            name = line["file"].rsplit("/", 1)[-1]
            yield pytest.param(line, aspect, id=f"{name}: {aspect}", marks=marks)


@pytest.mark.parametrize(("line", "aspect"), list(cases()))
def test_a_real_file_is_read_as_a_person_reads_it(line: dict[str, str], aspect: str, real_inputs: Path) -> None:
    found = outcome_of(real_inputs / line["file"])
    refused = found if isinstance(found, str) else ""
    if aspect == OUTCOME:
        assert line[OUTCOME] in ("either", "refused" if refused else "read"), refused
        assert line["says"] in refused
    elif isinstance(found, Suppliers):
        if line[aspect] != "?":
            assert seen(found, aspect, line) == wanted(aspect, line)
    else:
        assert line[OUTCOME] == "either", refused


def test_every_real_file_has_a_line(real_inputs: Path) -> None:
    there = {str(path.relative_to(real_inputs)) for path in real_inputs.glob("*/*")}
    assert {line["file"] for line in lines()} == there


def test_what_is_not_yet_names_an_aspect_and_says_why() -> None:
    for line in lines():
        for aspect, reason in pairs(line["not_yet"], ":").items():
            assert aspect in (OUTCOME, *OF_A_LIST), line["file"]
            assert reason, line["file"]


@pytest.mark.parametrize(
    "line",
    [pytest.param(line, id=line["file"].rsplit("/", 1)[-1]) for line in lines() if line[OUTCOME] != "refused"],
)
def test_every_row_below_the_headings_is_in_one_supplier_or_left_out(
    line: dict[str, str], real_inputs: Path
) -> None:
    found = outcome_of(real_inputs / line["file"])
    if isinstance(found, str):
        pytest.skip("the file is not read")
    apart = [each for each in found.left_out if each.reason != left_out.ABOVE]
    held = sum(len(found.rows_of(number)) for number in range(len(found)))
    assert held + len(apart) == sum(table.rows for table in found.book.tables)


def test_of_twelve_monthly_sheets_one_can_be_read(real_inputs: Path) -> None:
    april = read_suppliers(
        real_inputs / "a-council-and-public-spend" / "lancs_pcc__pcc-2018-19.xlsx", told=Told(sheets=("apr 18",))
    )
    assert april.book.tables[0].sheet.name == "Apr 18"
    assert len(april) == 253
