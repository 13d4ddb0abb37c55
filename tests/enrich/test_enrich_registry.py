"""What the statement registry says of each organisation; the numbered hazards are faults of the real download."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from msrisk.model import Book, Entries
from msrisk.values.interval import LIMIT, Interval
from msrisk.values.reading import Grade, Reading
from tests.enrich.registry_making import AREAS, HEADINGS, entries_of, listed, registry_csv, said

NAME = "ALDER CARE LIMITED"
PARENT = "BEECH GROUP PLC"
MEMBER = {"GroupSubmission": "Yes", "ParentName": PARENT}
OWN_ROW = {"GroupSubmission": "Yes", "OrganisationName": PARENT, "CompanyNumber": "07654321"}


def reading(entries: Entries, name: str, field: str) -> Reading:
    assert entries.columns is not None
    return entries.columns[field].reading(entries.names.index(name))


def cell(entries: Entries, name: str, field: str) -> str:
    """The address of the cell that spoke."""
    assert entries.columns is not None
    column, number = entries.columns[field], entries.names.index(name)
    return Book((), entries.tables).address(int(column.rows[number]), column.spoken_by(number))


def years(folder: Path, *files: tuple[str, list[dict[str, str]]]) -> list[Path]:
    return [
        registry_csv(folder / f"StatementSummaries{year}.csv", [{"StatementYear": year, **row} for row in rows])
        for year, rows in files
    ]


def test_an_organisation_is_listed_with_its_statement_and_every_value_has_its_cell(tmp_path: Path) -> None:
    entries = listed(tmp_path, {})
    assert (entries.names, entries.numbers, entries.ids) == ((NAME,), ("01234567",), ("01234567",))
    assert said(entries, NAME, "statement_year_end") == "31 March 2026"
    assert said(entries, NAME, "statement_url") == "https://alder.example/statement"
    assert cell(entries, NAME, "statement_published") == "StatementSummaries2026.csv!B2"
    assert cell(entries, NAME, "statement_year_end") == "StatementSummaries2026.csv!M2"
    assert cell(entries, NAME, "turnover") == "StatementSummaries2026.csv!AD2"


@pytest.mark.parametrize("trap", ["hazard 1", "T30", "T41"])
def test_the_latest_statement_is_told_by_the_end_of_its_period_not_by_the_year_of_the_file(
    tmp_path: Path, trap: str
) -> None:
    files = years(
        tmp_path,
        ("2027", [{"StatementEndDate": "30/09/2025", "StatementURL": "https://old.example/s"}]),
        ("2026", [{"StatementEndDate": "31/03/2026"}, {"OrganisationName": "ELM LTD", "CompanyNumber": "02"}]),
    )
    entries = entries_of(*files)
    assert said(entries, NAME, "statement_year_end") == "31 March 2026"
    assert entries.names == (NAME, "ELM LTD")


def test_the_sparse_file_of_a_year_that_has_begun_is_pointed_out_T41(tmp_path: Path) -> None:
    many = [{"OrganisationName": f"FIRM {number} LTD", "CompanyNumber": f"{number}"} for number in range(50)]
    files = entries_of(*years(tmp_path, ("2027", [{}]), ("2026", many))).files
    assert any("few organisations" in remark for remark in files[0].remarks)
    assert not any("few organisations" in remark for remark in files[1].remarks)


def test_one_year_alone_is_said_to_be_one(tmp_path: Path) -> None:
    assert any("registry's year 2026" in remark for remark in listed(tmp_path, {}).files[0].remarks)


def test_of_statements_for_one_period_the_one_approved_later_speaks(tmp_path: Path) -> None:
    late = {"DateApproved": "01/10/2026", "StatementURL": "https://late.example/s"}
    assert said(listed(tmp_path, late, {}), NAME, "statement_url") == "https://late.example/s"


def test_hazard_2_cells_of_several_lines_are_one_cell(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"Address": "1 Road\n2027,Leeds\n\nLS1"}, {"OrganisationName": "ELM LTD"})
    assert entries.names == (NAME, "ELM LTD")


def test_hazard_3_quotation_marks_that_were_not_doubled_move_no_cell(tmp_path: Path) -> None:
    entries = listed(
        tmp_path,
        {"Address": 'Unit 1, "The Old Mill", 5" Lane\nLeeds'},
        {"OrganisationName": '"ELM" LTD', "CompanyNumber": "02"},
        {"OrganisationName": 'FIR, "BEST" AND ASH LTD', "CompanyNumber": "03"},
    )
    assert set(entries.names) == {NAME, 'ELM" LTD', 'FIR, "BEST" AND ASH LTD'}
    assert said(entries, NAME, "statement_year_end") == "31 March 2026"


def test_hazard_4_a_tab_that_guards_a_name_is_not_shown(tmp_path: Path) -> None:
    assert listed(tmp_path, {"OrganisationName": "\t+365 MEDICINES GMBH"}).names == ("+365 MEDICINES GMBH",)


def test_hazard_5_days_are_read_day_first_and_the_byte_order_mark_is_no_heading(tmp_path: Path) -> None:
    assert said(listed(tmp_path, {"StatementEndDate": "05/04/2026"}), NAME, "statement_year_end") == "5 April 2026"


def test_hazard_6_an_area_that_is_left_blank_is_not_a_no(tmp_path: Path) -> None:
    held = reading(listed(tmp_path, {}), NAME, "statement_areas")
    assert held.value == ("organisation structure", "policies", "risk assessment", "due diligence")
    assert not held.complete
    assert "not a no" in held.note


def test_areas_that_are_answered_no_are_settled(tmp_path: Path) -> None:
    row = {f"StatementIncludes{area}": "No" for area in AREAS[1:]}
    assert reading(listed(tmp_path, row), NAME, "statement_areas").settled


@pytest.mark.parametrize(
    ("answers", "all_six", "note"),
    [
        ("Yes Yes Yes Yes Yes Yes", "yes", ""),
        ("Yes Yes Yes Yes No No", "no", "leaves out training, goals"),
        ("Yes - - - - No", "no", "leaves out goals"),
        ("Yes Yes Yes Yes - -", "", ""),
    ],
)
def test_whether_all_six_areas_are_covered_takes_a_no_and_never_a_blank(
    tmp_path: Path, answers: str, all_six: str, note: str
) -> None:
    row = {f"StatementIncludes{area}": text.strip("-") for area, text in zip(AREAS, answers.split(), strict=True)}
    entries = listed(tmp_path, row)
    assert said(entries, NAME, "statement_six_areas") == all_six
    assert note in reading(entries, NAME, "statement_six_areas").note


def test_hazard_7_the_column_on_audits_that_is_worked_out_wrongly_is_not_read(tmp_path: Path) -> None:
    plain, wrong = listed(tmp_path, {}), listed(tmp_path, {"NoSocialAudits": "Yes"})
    assert wrong.tables[0].sheet.columns[HEADINGS.index("NoSocialAudits")].at(1) == ""
    assert [said(wrong, NAME, field) for field in wrong.columns or ()] == [
        said(plain, NAME, field) for field in plain.columns or ()
    ]


def test_hazard_8_a_name_that_is_only_a_number_gives_way_to_the_parent(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"OrganisationName": "12345", **MEMBER})
    assert entries.names == (PARENT,)
    assert "only a number" in entries.notes[0].problem


def test_hazard_9_rows_of_one_number_are_one_organisation_though_noughts_were_lost(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"CompanyNumber": "1234567", "StatementEndDate": "31/03/2025"}, {})
    assert (entries.names, entries.numbers) == ((NAME,), ("01234567",))


def test_hazard_9_a_row_without_a_number_joins_the_one_company_of_its_name(tmp_path: Path) -> None:
    later = {"CompanyNumber": "", "OrganisationName": "Alder Care Ltd", "StatementEndDate": "30/06/2026"}
    entries = listed(tmp_path, {}, later)
    assert entries.numbers == ("01234567",)
    assert said(entries, "Alder Care Ltd", "statement_year_end") == "30 June 2026"


def test_hazard_9_a_row_without_a_number_joins_neither_of_two_companies_of_its_name(tmp_path: Path) -> None:
    entries = listed(tmp_path, {}, {"CompanyNumber": "02345678"}, {"CompanyNumber": ""})
    assert entries.numbers == ("", "01234567", "02345678")


def test_hazard_10_one_statement_of_many_organisations_gives_an_entry_to_each(tmp_path: Path) -> None:
    entries = listed(tmp_path, OWN_ROW, MEMBER, {**MEMBER, "OrganisationName": "ELM LTD", "CompanyNumber": ""})
    assert entries.names == (NAME, PARENT, "ELM LTD")
    assert len(set(entries.ids)) == 3


def test_hazard_11_who_approved_a_statement_is_nowhere(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"EmailAddressNoURL": "robin@alder.example"}, MEMBER, {"StatementYear": "x"})
    held = repr(entries)
    assert "Marlowe" not in held
    assert "Chief Executive" not in held
    assert "robin@" not in held
    assert "26 August 2026" in reading(entries, NAME, "statement_approved").note


def test_hazard_12_everything_is_looked_up_and_said_to_be_self_declared(tmp_path: Path) -> None:
    entries = listed(tmp_path, {f"StatementIncludes{area}": "Yes" for area in AREAS})
    for field in entries.columns or ():
        held = reading(entries, NAME, field)
        assert held.grade is Grade.LOOKED_UP
        assert "self-declared" in held.note
    assert any("voluntary" in remark for remark in entries.remarks)
    assert "statement_signed" not in (entries.columns or {})


def test_one_number_under_unlike_names_is_two_organisations_and_a_note(tmp_path: Path) -> None:
    entries = listed(tmp_path, {}, {"OrganisationName": "ZINC WORKS PLC"})
    assert entries.names == (NAME, "ZINC WORKS PLC")
    assert len(set(entries.ids)) == 2
    assert all("kept apart" in note.problem for note in entries.notes)
    assert len(entries.notes) == 2


def test_a_company_that_changed_its_name_a_little_is_found_by_the_former_one_too(tmp_path: Path) -> None:
    entries = listed(tmp_path, {"StatementEndDate": "31/03/2025"}, {"OrganisationName": "ALDER CARE GROUP PLC"})
    assert entries.names == ("ALDER CARE GROUP PLC",)
    assert [(other.name, other.what) for other in entries.other_names] == [(NAME, "previous name")]


def test_a_member_has_the_statement_of_its_group_and_the_parent_its_own(tmp_path: Path) -> None:
    entries = listed(tmp_path, OWN_ROW, MEMBER)
    assert said(entries, NAME, "statement_by") == "its group"
    assert PARENT in reading(entries, NAME, "statement_by").note
    assert said(entries, PARENT, "statement_by") == "the supplier"
    assert said(entries, NAME, "statement_covers_supplier") == "yes"


def test_a_parent_without_a_row_of_its_own_is_listed_by_the_cell_that_names_it(tmp_path: Path) -> None:
    entries = listed(tmp_path, MEMBER)
    assert entries.names == (NAME, PARENT)
    assert said(entries, PARENT, "statement_by") == "the supplier"
    assert cell(entries, PARENT, "statement_published") == "StatementSummaries2026.csv!H2"
    assert entries.numbers[1] == ""


def test_a_parent_whose_own_row_is_older_has_the_newer_statement_of_its_group(tmp_path: Path) -> None:
    entries = listed(tmp_path, {**OWN_ROW, "StatementEndDate": "31/03/2024"}, MEMBER)
    assert said(entries, PARENT, "statement_year_end") == "31 March 2026"
    assert entries.numbers == ("01234567", "07654321")


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
