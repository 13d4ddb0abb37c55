"""Lists of listed parties become entries, whatever their layout; what cannot be used is counted and said."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from msrisk.enrich.watchlist import watchlist_entries
from msrisk.enrich.watchlist_layout import words
from msrisk.errors import InputError
from msrisk.model import SourceKind
from msrisk.read import read_sheets
from msrisk.ruleset.vocabulary import load_vocabulary
from tests.enrich.watchlist_making import SIMPLE, UK, from_rows, from_text

# -- OpenSanctions


def test_an_open_sanctions_list_gives_names_aliases_countries_and_identifiers(tmp_path: Path) -> None:
    row = (
        "NK-1",
        "Company",
        "Alder Trading",
        "Alder; Trade;ALDER",
        "gb;ru",
        "OC428060",
        "UFLPA",
        "2026-03-13T05:41",
    )
    entries = from_rows(tmp_path, SIMPLE, row)
    assert (entries.names, entries.ids, entries.countries) == (("Alder Trading",), ("NK-1",), (("GB", "RU"),))
    assert [each.name for each in entries.other_names] == ["Alder", "Trade", "ALDER"]
    assert entries.identifiers == (("OC428060",),)
    assert entries.title == "Watchlist: OpenSanctions, UFLPA"
    assert (entries.files[0].dated, entries.files[0].licence) == ("2026-03-13", "CC BY-NC 4.0")
    assert entries.kind is SourceKind.WATCHLIST


def test_a_value_that_holds_a_semicolon_stands_in_quotes_inside_the_cell(tmp_path: Path) -> None:
    row = ("1", "Company", "Alder", '"Alder; Sons";"The ""A"" Works"', "", "", "", "")
    assert [each.name for each in from_rows(tmp_path, SIMPLE, row).other_names] == ["Alder; Sons", 'The "A" Works']


def test_columns_may_stand_in_any_order_with_others_between(tmp_path: Path) -> None:
    row = ("Alder", "x", "Company", "7", "gb", "y")
    entries = from_rows(tmp_path, ("name", "phones", "schema", "id", "countries", "wholly new"), row)
    assert (entries.names, entries.ids, entries.countries) == (("Alder",), ("7",), (("GB",),))


@pytest.mark.parametrize("schema", ["Company", "Organization", "LegalEntity", "PublicBody"])
def test_organisations_are_kept(tmp_path: Path, schema: str) -> None:
    assert len(from_rows(tmp_path, SIMPLE, ("1", schema, "Alder", *[""] * 5))) == 1


def test_persons_ships_and_aircraft_are_passed_over_and_counted(tmp_path: Path) -> None:
    kinds = ["Company", "Person", "Person", "Vessel", "Airplane"]
    rows = [(str(number), kind, f"Name {number}", *[""] * 5) for number, kind in enumerate(kinds)]
    entries = from_rows(tmp_path, SIMPLE, *rows)
    assert entries.names == ("Name 0",)
    assert "1 of aircraft, 2 of persons, 1 of ships" in entries.remarks[0]
    assert entries.files[0].rows == 5


# -- the lists of the UK


def test_rows_of_one_id_are_one_entry_under_its_primary_name_with_the_others_as_aliases(tmp_path: Path) -> None:
    rows = [
        ("1/1/2026", "RUS1", "ALDER TRADE", "", "Alias", "Russia", "Entity"),
        ("1/1/2026", "RUS1", "ALDER TRADING", "", "Primary Name", "(1) Russia (2) Belarus", "Entity"),
        ("1/1/2026", "RUS1", "ALDER TRADE", "", "Alias", "", "Entity"),
        ("1/1/2026", "RUS2", "SMITH", "Jo", "Primary Name", "", "Individual"),
    ]
    entries = from_rows(tmp_path, ("Report Date: 28-Jan-2026",), UK, *rows)
    assert (entries.names, entries.ids) == (("ALDER TRADING",), ("RUS1",))
    assert [(each.name, each.what) for each in entries.other_names] == [("ALDER TRADE", "alias")]
    assert entries.countries == (("BY", "RU"),)
    assert (entries.title, entries.files[0].dated) == ("Watchlist: UK Sanctions List", "28-Jan-2026")
    assert entries.files[0].licence == ""


def test_a_country_with_a_remark_in_brackets_is_that_country(tmp_path: Path) -> None:
    entries = from_rows(tmp_path, UK, ("", "1", "ALDER", "", "", "Pakistan (at time of listing)", "Entity"))
    assert entries.countries == (("PK",),)


def test_a_country_that_is_not_understood_rules_nothing_out(tmp_path: Path) -> None:
    rows = [("", "1", "ALDER", "", "", country, "Entity") for country in ("Russia", "Ruritania")]
    entries = from_rows(tmp_path, UK, *rows)
    assert entries.countries == ((),)
    assert "not understood at 1 entry" in entries.remarks[0]


def test_a_row_whose_kind_is_none_is_left_out_and_never_misaligned(tmp_path: Path) -> None:
    slid = ("", "1", "Moscow", "", "RUS1", "ALDER", "119435")
    entries = from_rows(tmp_path, UK, ("", "2", "BIRCH", "", "", "", "Entity"), slid)
    assert entries.names == ("BIRCH",)
    (out,) = entries.files[0].left_out
    assert (out.where, out.said) == ("list.csv!C3", "Moscow")
    assert "not understood" in out.reason


# -- any other list


@pytest.mark.parametrize(
    "heading", ["Name", "Supplier", "Company name", "Entity", "Organisation", "Firm name", "Name of debarred firm"]
)
def test_any_list_with_a_column_of_names_will_do(tmp_path: Path, heading: str) -> None:
    entries = from_rows(
        tmp_path, ("Debarred in 2026",), ("Ref", heading, "Ground"), ("1", "Alder Ltd", "Schedule 7")
    )
    assert (entries.names, entries.ids) == (("Alder Ltd",), ("alder ltd",))
    assert (entries.title, entries.files[0].licence) == ("Watchlist: list.csv", "")


def test_a_name_in_two_rows_is_one_entry(tmp_path: Path) -> None:
    entries = from_rows(tmp_path, ("Name", "Country"), ("Alder Ltd", "UK"), ("ALDER LIMITED", "France"))
    assert entries.names == ("Alder Ltd",)
    assert entries.countries == (("FR", "GB"),)
    assert [each.name for each in entries.other_names] == ["ALDER LIMITED"]


def test_one_name_under_two_company_numbers_is_two_entries(tmp_path: Path) -> None:
    rows = [("Alder Ltd", "01234567"), ("Alder Ltd", "07654321")]
    entries = from_rows(tmp_path, ("Name", "Company number"), *rows)
    assert entries.numbers == ("01234567", "07654321")
    assert len(set(entries.ids)) == 2


@pytest.mark.parametrize(
    ("heading", "number", "country", "expected"),
    [
        pytest.param("Company number", "1234567", "", ("01234567", ()), id="T72: a heading of the UK"),
        pytest.param("Company number", "01234567", "France", ("", ("01234567",)), id="T72: of another country"),
        pytest.param("Identifiers", "01234567", "United Kingdom", ("01234567", ()), id="in the UK"),
        pytest.param("Identifiers", "01234567", "", ("", ("01234567",)), id="of any register"),
        pytest.param("Identifiers", "01234567", "UK; Russia", ("", ("01234567",)), id="perhaps Russian"),
        pytest.param("Identifiers", "UK company no. 01234567", "", ("01234567", ()), id="it says so"),
        pytest.param("Identifiers", "77.04-730 655 (INN)", "Russia", ("", ("7704730655",)), id="a tax number"),
        pytest.param("Company number", "GB812311285", "", ("", ("GB812311285",)), id="T72: a VAT number"),
        pytest.param("Identifiers", "n/a", "", ("", ()), id="nothing"),
    ],
)
def test_only_what_is_certainly_a_uk_company_number_is_one(
    tmp_path: Path, heading: str, number: str, country: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    entries = from_rows(tmp_path, ("Name", heading, "Country"), ("Alder", number, country))
    assert (entries.numbers[0], entries.identifiers[0]) == expected


def test_a_company_number_listed_twice_is_told(tmp_path: Path) -> None:
    rows = [("Alder Ltd", "01234567"), ("Birch Ltd", "01234567")]
    entries = from_rows(tmp_path, ("Name", "Company number"), *rows)
    assert entries.remarks == ("Company number 01234567 is listed for Alder Ltd and Birch Ltd.",)


def test_rows_without_a_name_or_too_wide_are_counted_and_listed(tmp_path: Path) -> None:
    text = "Name,Country\nAlder Ltd,UK\n,UK\nN/A,UK\nBirch, Sons and Co,UK\nCedar,\n\n"
    entries = from_text(tmp_path, text)
    assert entries.names == ("Alder Ltd", "Cedar")
    assert [each.reason.split(":")[0] for each in entries.files[0].left_out] == [
        "no name",
        "no name",
        "more cells than headings",
    ]


def test_the_address_of_an_entry_is_the_cell_of_its_name(tmp_path: Path) -> None:
    entries = from_rows(tmp_path, ("Title",), ("Country", "Name"), ("UK", "Alder"), ("UK", "Birch"))
    (table,) = entries.tables
    heading = table.mapping["watchlist_identity"]
    assert table.sheet.address(entries.rows[1], heading.column) == "B4"


# -- refusals


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("Ref,Ground\n1,x\n", "'Ref', 'Ground'", id="no column of names"),
        pytest.param("id,schema,name,dataset\n1,Person,Jo Smith,x\n", "lists no organisation", id="only persons"),
        pytest.param("Name,Country\n", "nothing below", id="only headings"),
        pytest.param("Name,Country\n,UK\n", "no row of the watchlist can be used", id="only rows without a name"),
    ],
)
def test_a_list_that_cannot_find_anybody_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InputError) as refusal:
        from_text(tmp_path, text)
    assert problem in refusal.value.problem
    assert (refusal.value.where, bool(refusal.value.hint)) == ("list.csv", True)


def test_headings_are_compared_as_plain_words() -> None:
    assert {words("registrationNumber"), words("Registration_number "), words("REGISTRATION NUMBER")} == {
        "registration number"
    }


# -- real files, and a long one


@pytest.mark.parametrize(
    ("name", "title", "size", "others", "dated"),
    [
        ("ofsi__sanctionsconlist_2014-04.csv", "OFSI consolidated list", 960, 683, "02/04/2014"),
        (
            "opensanctions__targets.simple_ua.csv",
            "OpenSanctions, Ukraine War and Sanctions",
            2717,
            1341,
            "2026-03-13",
        ),
        ("eu__32014R0833.csv", "eu__32014R0833.csv", 1061, 2563, ""),
    ],
)
def test_real_lists(real_inputs: Path, name: str, title: str, size: int, others: int, dated: str) -> None:
    entries = watchlist_entries(read_sheets(real_inputs / "g-sanctions" / name), load_vocabulary())
    assert entries.title == f"Watchlist: {title}"
    assert (len(entries), len(entries.other_names), entries.files[0].dated) == (size, others, dated)
    assert entries.files[0].left_out == ()
    assert len(set(entries.ids)) == size
    table, names = entries.tables[0], entries.tables[0].mapping["supplier_name"].column
    column = table.sheet.columns[names]
    assert all(
        column.at(row).split() == name.split() for row, name in zip(entries.rows, entries.names, strict=True)
    )


def test_two_hundred_thousand_rows_take_seconds(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(SIMPLE)
        csv.writer(file).writerows(
            (f"N{n}", "Company", f"Firm {n} Ltd", f"F{n};Firm {n} LLC", "ru;gb", f"{n:010}", "x", "2026-03-13")
            for n in range(200_000)
        )
    sheets = read_sheets(path)
    started = time.process_time()
    assert len(watchlist_entries(sheets, load_vocabulary())) == 200_000
    assert time.process_time() - started < 20  # a fifth of it on a machine that does nothing else
