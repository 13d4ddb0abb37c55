"""What the statement registry says of each organisation; the numbered hazards are faults of the real download."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.values.reading import Grade
from tests.enrich.registry_making import (
    AREAS,
    HEADINGS,
    MEMBER,
    NAME,
    OWN_ROW,
    PARENT,
    cell,
    entries_of,
    listed,
    reading,
    said,
    years,
)


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
