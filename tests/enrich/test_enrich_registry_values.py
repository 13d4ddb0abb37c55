"""What the statement registry gives: turnover by its bands, days that are believed, and files as they come."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from msrisk.model import Entries
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade
from tests.enrich.registry_making import (
    MEMBER,
    NAME,
    OWN_ROW,
    PARENT,
    entries_of,
    listed,
    reading,
    registry_csv,
    said,
)

BANDS = [
    ("Under £36 million", Interval(0, 36_000_000_00 - 1)),
    ("£36 million to £60 million", Interval(36_000_000_00, 60_000_000_00)),
    ("Over £500 million", Interval(500_000_000_00 + 1, LIMIT)),
    ("Not provided", None),
    ("", None),
]


@pytest.mark.parametrize(("band", "held"), BANDS, ids=[f"T7 {band}" for band, _ in BANDS])
def test_the_band_of_who_published_the_statement_is_its_turnover(
    tmp_path: Path, band: str, held: Interval | None
) -> None:
    entries = listed(tmp_path, {"Turnover": band})
    assert reading(entries, NAME, "turnover").value == held
    assert reading(listed(tmp_path, {**OWN_ROW, "Turnover": band}, MEMBER), PARENT, "turnover").value == held


@pytest.mark.parametrize(
    ("band", "most"),
    [
        ("Under £36 million", 36_000_000_00 - 1),
        ("£36 million to £60 million", 60_000_000_00),
        ("Over £500 million", 0),
    ],
)
def test_the_band_of_a_group_is_the_most_a_member_can_have_T10(tmp_path: Path, band: str, most: int) -> None:
    held = reading(listed(tmp_path, {**MEMBER, "Turnover": band}), NAME, "turnover")
    assert held.value == (Interval(0, most) if most else None)
    if most:
        assert held.grade is Grade.ESTIMATED


def test_the_budget_of_a_public_body_is_no_turnover(tmp_path: Path) -> None:
    assert said(listed(tmp_path, {"SectorType": "Public"}), NAME, "turnover") == ""


def test_a_blank_cell_is_no_answer(tmp_path: Path) -> None:
    blank = dict.fromkeys(("DateApproved", "StatementURL", "StatementEndDate"), "")
    entries = listed(tmp_path, blank)
    for field in ("statement_approved", "statement_url", "statement_year_end"):
        assert not reading(entries, NAME, field).understood
    assert said(entries, NAME, "statement_published") == "yes"


@pytest.mark.parametrize("end", ["31/03/2062", "31/12/2027", "31/12/2026", "02/09/2026"])
def test_a_period_that_ends_after_the_file_was_last_updated_is_not_believed_T38(tmp_path: Path, end: str) -> None:
    entries = listed(tmp_path, {"StatementEndDate": end, "LastUpdated": "01/09/2026"})
    held = reading(entries, NAME, "statement_year_end")
    assert not held.understood
    assert "taken as not known" in held.note
    assert said(entries, NAME, "statement_published") == "yes"
    assert end in [note.said for note in entries.notes]


def test_a_period_that_ends_on_the_day_of_the_file_s_latest_update_is_believed_T38(tmp_path: Path) -> None:
    other = {"OrganisationName": "ELM LTD", "CompanyNumber": "07654321", "LastUpdated": "30/09/2026"}
    entries = listed(tmp_path, {"StatementEndDate": "30/09/2026", "LastUpdated": "01/09/2026"}, other)
    assert said(entries, NAME, "statement_year_end") == "30 September 2026"


@pytest.mark.parametrize(("end", "believed"), [("31/12/2026", "31 December 2026"), ("01/01/2027", "")])
def test_in_a_file_without_days_of_update_the_year_a_statement_was_due_in_is_the_limit_T38(
    tmp_path: Path, end: str, believed: str
) -> None:
    entries = listed(tmp_path, {"StatementEndDate": end, "LastUpdated": ""})
    assert said(entries, NAME, "statement_year_end") == believed


def test_a_mistyped_period_is_not_passed_over_for_an_older_statement_T38(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"StatementEndDate": "31/03/2062"}, {"StatementEndDate": "31/03/2025"})
    assert said(entries, NAME, "statement_year_end") == ""


def test_a_mistyped_period_of_an_earlier_year_hides_no_later_statement_T38(tmp_path: Path) -> None:
    earlier = {"StatementYear": "2025", "StatementEndDate": "31/03/2062"}
    entries = listed(tmp_path, earlier, {"StatementEndDate": "31/03/2026"})
    assert said(entries, NAME, "statement_year_end") == "31 March 2026"


def test_a_file_is_dated_by_its_latest_update_and_names_its_licence(tmp_path: Path) -> None:
    (file,) = listed(tmp_path, {"LastUpdated": "02/10/2026"}, {"LastUpdated": "30/09/2026"}).files
    assert (file.rows, file.dated, file.licence) == (2, "02/10/2026", "Open Government Licence v3.0")


def test_a_row_without_a_name_is_left_out_and_told(tmp_path: Path) -> None:
    entries = listed(tmp_path, {}, {"OrganisationName": ""})
    assert entries.names == (NAME,)
    assert [each.where for each in entries.files[0].left_out] == ["StatementSummaries2026.csv!B3"]


def test_a_file_given_twice_is_used_once(tmp_path: Path) -> None:
    path = registry_csv(tmp_path / "a.csv", [{}])
    entries = entries_of(path, registry_csv(tmp_path / "b.csv", [{}]))
    assert len(entries.files) == 1
    assert any("b.csv is the same file as a.csv" in remark for remark in entries.remarks)


ROWS = some.fixed_dictionaries(
    {
        "OrganisationName": some.sampled_from(
            [NAME, "Alder Care Ltd", "ALDER CARE GROUP PLC", PARENT, "77", "ELM"]
        ),
        "CompanyNumber": some.sampled_from(["", "01234567", "1234567", "07654321"]),
        "ParentName": some.sampled_from(["", PARENT, NAME]),
        "StatementEndDate": some.sampled_from(["", "31/03/2025", "31/03/2026"]),
        "DateApproved": some.sampled_from(["", "01/07/2026"]),
        "Turnover": some.sampled_from(["Under £36 million", "Over £500 million"]),
        "StatementURL": some.sampled_from(["https://a.example/s", "https://b.example/s"]),
    }
)


def everything(entries: Entries) -> list[tuple[object, ...]]:
    assert entries.columns is not None
    columns = entries.columns.values()
    said = [tuple(column.reading(number) for column in columns) for number in range(len(entries))]
    return list(zip(entries.names, entries.ids, entries.numbers, said, strict=True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=some.lists(ROWS, min_size=1, max_size=9), seed=some.integers(0, 99))
def test_the_order_of_rows_and_files_is_no_matter(tmp_path: Path, rows: list[dict[str, str]], seed: int) -> None:
    mixed = random.Random(seed).sample(rows, len(rows))
    half = len(rows) // 2
    parts = [part for part in (mixed[half:], mixed[:half]) if part]
    files = [registry_csv(tmp_path / f"{number}.csv", part) for number, part in enumerate(parts)]
    assert everything(entries_of(*files)) == everything(listed(tmp_path, *rows))


REAL = "c-modern-slavery-registers"


def test_the_real_file_of_february_2022_gives_its_organisations(real_inputs: Path) -> None:
    entries = entries_of(real_inputs / REAL / "uk_registry__StatementSummaries2022_feb2022.csv")
    assert len(entries) == 280
    assert (entries.files[0].rows, entries.files[0].dated, entries.files[0].left_out) == (282, "15/02/2022", ())
    assert "+365 Medicines GmbH" in entries.names
    assert said(entries, "2 SISTERS FOOD GROUP LIMITED", "statement_by") == "its group"


def test_the_real_workbook_joins_the_csv_by_number_though_its_noughts_are_lost(real_inputs: Path) -> None:
    files = ("uk_registry__StatementSummaries2022_feb2022.csv", "uk_registry__data_final.xlsx")
    entries = entries_of(*(real_inputs / REAL / name for name in files))
    assert [file.rows for file in entries.files] == [282, 158]
    assert entries.numbers.count("02826929") == 1
    assert len(entries) < 280 + 209
