"""Run record: everything the JSON holds, in words."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.write.run import run_record
from msrisk.write.workbook.record import run_sheet
from tests.write.workbook.sheets_making import report, said


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif value not in ("", None):
        yield str(value)


def test_every_value_of_the_record_stands_on_the_sheet() -> None:
    made = report()
    text = said(run_sheet(made))
    missing = [each for each in leaves(run_record(made)) if each not in text]
    assert missing == []


def test_no_line_is_a_key_for_programs() -> None:
    items = [str(row[0]) for row in run_sheet(report()).rows]
    assert not [item for item in items if "_" in item.partition(" file ")[0] or "sha256" in item]


def test_the_columns_that_were_read_stand_by_their_names() -> None:
    said = [str(row[1]) for row in run_sheet(report()).rows if "columns read" in str(row[0])]
    assert "Turnover with subsidiaries: 'Turnover'" in "; ".join(said)
