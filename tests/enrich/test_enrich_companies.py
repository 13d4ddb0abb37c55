"""What the company register says is read into our fields, and each value keeps its place in the file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from msrisk.enrich.companies import FIELDS, company_entries, status_notes
from msrisk.model import Entries, Join
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.values.date import show
from msrisk.values.reading import Grade, Reading
from tests.read.companies_making import ALDER, BIRCH, CEDAR, HEADINGS, NAME, index_of, row, saved, zipped

STATUS = "CompanyStatus"


def entries_of(folder: Path, *companies: list[str], wanted: range | list[int] = range(99)) -> Entries:
    with index_of(saved(folder, *companies)) as index:
        return company_entries(index.rows(wanted), index.register, load_vocabulary())


def said(entries: Entries, field: str, entry: int = 0) -> Reading:
    assert entries.columns is not None
    return entries.columns[field].reading(entry)


def one(folder: Path, field: str, **cells: str) -> Reading:
    return said(entries_of(folder, row("ALDER LIMITED", "00000001", **cells)), field)


def address(entries: Entries, field: str, entry: int = 0) -> str:
    """Where a value stands, as the book of a run names it."""
    assert entries.columns is not None
    number = int(entries.columns[field].rows[entry])
    table = next(each for each in reversed(entries.tables) if each.offset <= number)
    return f"{table.sheet.file}!{table.sheet.address(number - table.offset, table.mapping[field].column)}"


def test_each_company_has_its_name_number_country_and_former_names(tmp_path: Path) -> None:
    entries = entries_of(tmp_path, ALDER, BIRCH, CEDAR)
    assert entries.names == (ALDER[0], BIRCH[0], CEDAR[0])
    assert entries.ids == entries.numbers == ("00000001", "SC000002", "00000003")
    assert entries.countries == (("GB",),) * 3
    assert [(each.entry, each.name, each.what) for each in entries.other_names] == [
        (1, "OLD BIRCH LIMITED", "previous name")
    ]


def test_only_the_companies_that_were_looked_up_are_entries_and_their_rows_are_those_of_the_file(
    tmp_path: Path,
) -> None:
    entries = entries_of(tmp_path, ALDER, BIRCH, CEDAR, wanted=[3, 1])
    assert entries.names == (ALDER[0], CEDAR[0])
    assert [address(entries, "company_status", entry) for entry in (0, 1)] == [f"{NAME}!E2", f"{NAME}!E4"]
    assert HEADINGS[4] == STATUS
    assert [each.field for each in entries.tables[0].headings if each.field] == [
        *("supplier_name", "company_number", "legal_form", "company_status", "country", "incorporated"),
        *("accounts_category", "postcode", "filed_accounts_to", "sic"),
    ]


def test_companies_of_several_parts_have_a_table_for_each_part_they_stand_in(tmp_path: Path) -> None:
    parts = [
        saved(tmp_path, *rows, name=f"part{at}.csv") for at, rows in enumerate(([ALDER], [BIRCH], [CEDAR]), 1)
    ]
    with index_of(*parts) as index:
        entries = company_entries(index.rows([1, 3]), index.register, load_vocabulary())
    assert [(table.sheet.file, table.offset) for table in entries.tables] == [("part1.csv", 0), ("part3.csv", 1)]
    assert address(entries, "company_status", 1) == "part3.csv!E2"
    assert len(entries.files) == 3


def test_what_is_said_is_looked_up_and_names_the_register(tmp_path: Path) -> None:
    entries = entries_of(tmp_path, ALDER)
    for field in FIELDS:
        if field != "postcode":
            assert said(entries, field).grade is Grade.LOOKED_UP, field
            assert "Companies House" in said(entries, field).note
    assert said(entries, "postcode") == Reading()
    assert entries.columns is not None
    assert entries.columns["postcode"].rows[0] == -1


# Every status and kind of accounts that copies of the file, and programs that read it, are known to hold.
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Active", "active"),
        ("Active - Proposal to Strike off", "to be struck off"),
        ("Liquidation", "liquidation"),
        ("In Administration", "administration"),
        ("ADMINISTRATION ORDER", "administration"),
        ("In Administration/Receiver Manager", "administration"),
        ("In Administration/Administrative Receiver", "insolvency proceedings"),
        ("RECEIVERSHIP", "receivership"),
        ("ADMINISTRATIVE RECEIVER", "receivership"),
        ("RECEIVER MANAGER / ADMINISTRATIVE RECEIVER", "receivership"),
        ("Live but Receiver Manager on at least one charge", "receivership"),
        ("Voluntary Arrangement", "voluntary arrangement"),
        ("VOLUNTARY ARRANGEMENT / ADMINISTRATIVE RECEIVER", "insolvency proceedings"),
        ("VOLUNTARY ARRANGEMENT / RECEIVER MANAGER", "insolvency proceedings"),
        ("Dissolved", "dissolved"),
        ("Converted/Closed", "dissolved"),
        ("Registered", "active"),
    ],
)
def test_every_status_of_the_register_is_understood(text: str, status: str, tmp_path: Path) -> None:
    assert one(tmp_path, "company_status", CompanyStatus=text).parts == (status,)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("MICRO ENTITY", "micro-entity"),
        ("SMALL", "small"),
        ("TOTAL EXEMPTION FULL", "small"),
        ("TOTAL EXEMPTION SMALL", "small"),
        ("UNAUDITED ABRIDGED", "small"),
        ("AUDITED ABRIDGED", "small"),
        ("MEDIUM", "medium"),
        ("FULL", "full"),
        ("GROUP", "group"),
        ("DORMANT", "dormant"),
        ("INITIAL", "other"),
        ("PARTIAL EXEMPTION", "other"),
        ("AUDIT EXEMPTION SUBSIDIARY", "other"),
        ("FILING EXEMPTION SUBSIDIARY", "other"),
        ("ACCOUNTS TYPE NOT AVAILABLE", "other"),
        ("NO ACCOUNTS FILED", "none filed"),
    ],
)
def test_every_kind_of_accounts_is_understood(text: str, category: str, tmp_path: Path) -> None:
    assert one(tmp_path, "accounts_category", Accounts_AccountCategory=text).parts == (category,)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Private Limited Company", "company"),
        ("Public Limited Company", "company"),
        ("Community Interest Company", "company"),
        ("PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)", "company"),
        (
            "PRI/LBG/NSC (Private, Limited by guarantee, no share capital, use of 'Limited' exemption)",
            "company",
        ),
        ("PRIV LTD SECT. 30 (Private limited company, section 30 of the Companies Act)", "company"),
        ("Private Unlimited Company", "company"),
        ("Limited Liability Partnership", "llp"),
        ("Limited Partnership", "limited partnership"),
        ("Scottish Partnership", "partnership"),
        ("Charitable Incorporated Organisation", "charitable incorporated organisation"),
        ("Scottish Charitable Incorporated Organisation", "charitable incorporated organisation"),
        ("Industrial and Provident Society", "registered society"),
        ("Registered Society", "registered society"),
    ],
)
def test_the_category_of_a_company_is_its_legal_form(text: str, form: str, tmp_path: Path) -> None:
    assert one(tmp_path, "legal_form", CompanyCategory=text).parts == (form,)


def test_a_category_that_says_nothing_of_the_legal_form_leaves_it_open(tmp_path: Path) -> None:
    assert not one(tmp_path, "legal_form", CompanyCategory="Other company type").understood


def test_a_company_may_have_several_sic_codes(tmp_path: Path) -> None:
    more = {"SICCode_SicText_2": "81210 - General cleaning of buildings"}
    codes = one(
        tmp_path, "sic", SICCode_SicText_1="11070 - Manufacture of soft drinks; production of waters", **more
    )
    assert codes.parts == ("11070", "81210")
    assert codes.settled


@pytest.mark.parametrize("text", ["None Supplied", "", "7487 - Other business activities"])
def test_no_sic_code_or_one_of_an_old_list_says_nothing(text: str, tmp_path: Path) -> None:
    assert one(tmp_path, "sic", SICCode_SicText_1=text).parts == ()


def test_an_overseas_company_is_registered_where_it_comes_from(tmp_path: Path) -> None:
    entries = entries_of(tmp_path, row("ALDER GMBH", "FC000001", CountryOfOrigin="GERMANY"))
    assert entries.countries == (("DE",),)
    assert said(entries, "country").parts == ("DE",)


def test_dates_have_the_day_first(tmp_path: Path) -> None:
    value = one(tmp_path, "incorporated", IncorporationDate="03/04/2001").value
    assert value is not None
    assert show(value) == "3 April 2001"


def join_of(entries: Entries, *found: int) -> Join:
    return Join(entries, np.array(found, np.int32), np.zeros(len(found), np.uint8))


def test_a_company_that_is_not_active_gives_a_question_at_its_cell_once_a_supplier_is_it(tmp_path: Path) -> None:
    gone = row("DAMSON LTD", "00000004", CompanyStatus="Dissolved", DissolutionDate="03/02/2026")
    entries = entries_of(tmp_path, ALDER, CEDAR, gone)
    assert entries.notes == ()
    assert status_notes(join_of(entries, -1, 0)) == ()
    liquidation, dissolved = status_notes(join_of(entries, 2, -1, 1, 1))
    assert (liquidation.where, liquidation.said) == (f"{NAME}!E3", "Liquidation")
    assert liquidation.problem == (
        "Companies House lists CEDAR AND SONS LTD (00000003) as in liquidation: is it the company we pay?"
    )
    assert "as dissolved on 03/02/2026: is it the company we pay?" in dissolved.problem


def test_the_day_of_the_file_is_that_in_its_name_and_the_zip_is_what_was_joined(tmp_path: Path) -> None:
    with index_of(zipped(tmp_path, part1="\ufeff" + saved(tmp_path, ALDER).read_text())) as index:
        (file,) = company_entries(index.rows([1]), index.register, load_vocabulary()).files
    assert (file.file, file.dated, file.rows) == ("BasicCompanyData-2026-11-01.zip", "2026-11-01", 1)
    assert len(file.sha256) == 64


def test_no_company_at_all_makes_no_entries(tmp_path: Path) -> None:
    entries = entries_of(tmp_path, ALDER, wanted=[])
    assert len(entries) == 0
    assert entries.tables == ()


def test_of_a_real_register_nearly_everything_is_understood(real_inputs: Path, tmp_path: Path) -> None:
    path = real_inputs / "d-companies-house" / "ch__CH_data_test.csv"
    with index_of(path, cache=tmp_path) as index:
        entries = company_entries(index.rows(range(999)), index.register, load_vocabulary())
    assert len(entries) == 200
    understood = {field: sum(said(entries, field, at).understood for at in range(200)) for field in FIELDS}
    assert understood == {
        "company_number": 200,
        "company_status": 200,
        "sic": 194,  # three give none, three are of the old list
        "country": 200,
        "postcode": 200,
        "legal_form": 199,  # one is "Other company type"
        "incorporated": 199,  # one is of 1884
        "accounts_category": 167,  # blank in 33
        "filed_accounts_to": 144,  # blank in 56
    }
    assert sum(said(entries, "company_status", at).parts != ("active",) for at in range(200)) == 12
