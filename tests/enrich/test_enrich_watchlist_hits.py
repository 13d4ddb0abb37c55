"""Who may be on a list: an identity to check until a person looked (T72, T74, T94); a name alike is none."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from msrisk.enrich.watchlist_hits import FIELD, Identity
from msrisk.enrich.watchlist_identity import identities
from msrisk.model import Entries, Suppliers, Way
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers
from tests.enrich.watchlist_making import from_rows, joined, judged, said, supplier_list

EXACT = (Way.NAME, Way.OTHER_NAME, Way.PREVIOUS_NAME)
COUNTRIES = ["", "UK", "Russia", "Russia; UK", "Ruritania", "Rusia", "n/a", "UK; Ruritania"]


@pytest.fixture
def listed(tmp_path: Path) -> Entries:
    headings = ("Name", "Country", "Company number", "Also known as")
    return from_rows(
        tmp_path, headings, ("Alder Ltd", "Russia", "01234567", "Elder Ltd"), ("Birch Ltd", "", "", "")
    )


def alder(country: str = "", **more: str) -> Suppliers:
    return supplier_list({"Supplier": "Alder Ltd", "Country": country, **more}, {"Supplier": "Cedar Ltd"})


def test_nothing_is_said_where_no_list_was_given() -> None:
    assert identities(alder(), [], load_vocabulary()[FIELD]) is None


def test_who_is_not_found_is_not_found_and_the_lists_are_named(listed: Entries) -> None:
    found = judged(alder(), joined(listed, alder(), {}))
    assert [said(found, each) for each in (0, 1)] == ["not found", "not found"]
    assert "Watchlist: list.csv" in found.column.reading(1).note


@pytest.mark.parametrize("way", EXACT)
@pytest.mark.parametrize("country", ["", "Russia", "Russia; UK"])
def test_the_same_name_where_no_country_differs_is_to_check(listed: Entries, way: Way, country: str) -> None:
    suppliers = alder(country)
    found = judged(suppliers, joined(listed, suppliers, {0: (0, way)}))
    assert (said(found), said(found, 1)) == ("to check", "not found")
    assert not found.column.reading(0).understood


def test_the_same_name_in_another_country_is_possible_and_changes_nothing(listed: Entries) -> None:
    suppliers = alder("UK")
    found = judged(suppliers, joined(listed, suppliers, {0: (0, Way.NAME)}))
    assert said(found) == "not found"
    (hit,) = found.hits
    assert hit.identity is Identity.OTHER_COUNTRY
    assert next(each for each in hit.reasons if each.what == "country").agrees is False


def test_a_list_without_a_country_rules_nothing_out(listed: Entries) -> None:
    suppliers = supplier_list({"Supplier": "Birch Ltd", "Country": "UK"})
    assert said(judged(suppliers, joined(listed, suppliers, {0: (1, Way.NAME)}))) == "to check"


def test_t72_the_same_number_is_to_check_whatever_the_country(listed: Entries) -> None:
    suppliers = alder("UK", **{"Company number": "01234567"})
    assert said(judged(suppliers, joined(listed, suppliers, {0: (0, Way.NUMBER)}))) == "to check"


@pytest.mark.parametrize("way", [Way.NUMBER, *EXACT])
def test_an_exact_find_that_waits_among_others_is_to_check_all_the_same(listed: Entries, way: Way) -> None:
    """Two entries of one name leave the matching undecided; that must not make anybody look better."""
    suppliers = alder("")
    assert said(judged(suppliers, joined(listed, suppliers, {}, [(0, 0, way), (0, 1, way)]))) == "to check"


@pytest.mark.parametrize("way", [Way.ALIKE, Way.PARENT])
def test_t74_a_name_alike_changes_nothing(listed: Entries, way: Way) -> None:
    suppliers = alder("Russia")
    found = judged(suppliers, joined(listed, suppliers, {}, [(0, 0, way)]))
    assert (said(found).partition(";")[0], found.hits) == ("not found", ())


def test_a_person_confirms_and_a_person_rejects(listed: Entries) -> None:
    suppliers = alder("UK")
    assert said(judged(suppliers, joined(listed, suppliers, {0: (0, Way.DECISION)}))) == "confirmed"
    assert said(judged(suppliers, joined(listed, suppliers, {}, turned_down=[(0, 0)]))) == "rejected"
    still_found = joined(listed, suppliers, {0: (0, Way.NUMBER)}, turned_down=[(0, 0)])
    assert said(judged(suppliers, still_found)) == "rejected"


def test_a_rejection_is_of_one_entry_and_of_no_other(listed: Entries) -> None:
    suppliers = alder("")
    join = joined(listed, suppliers, {}, [(0, 1, Way.NAME)], turned_down=[(0, 0)])
    assert said(judged(suppliers, join)) == "to check"


def test_the_gravest_of_several_lists_counts_and_all_are_told(listed: Entries) -> None:
    suppliers = alder("")
    one = joined(listed, suppliers, {}, turned_down=[(0, 0)])
    other = joined(listed, suppliers, {0: (0, Way.NAME)})
    found = judged(suppliers, one, other)
    assert said(found) == "to check"
    assert [(hit.join, hit.identity) for hit in found.hits] == [(1, Identity.TO_CHECK), (0, Identity.REJECTED)]


def test_the_evidence_names_the_list_both_names_our_cell_and_the_countries(listed: Entries) -> None:
    suppliers = alder("Russia", **{"Company number": "01234567"})
    found = judged(suppliers, joined(listed, suppliers, {0: (0, Way.NUMBER)}))
    note = found.column.reading(0).note
    for part in ("Watchlist: list.csv", "Alder Ltd (B2)", "also Elder Ltd", "01234567", "Russia (agrees)"):
        assert part in note, note
    assert found.column.text(0) == "to check: Alder Ltd on Watchlist: list.csv, undated"


def test_t94_a_person_in_the_list_is_looked_for_on_none(listed: Entries) -> None:
    frame = pandas.DataFrame([{"Supplier": "Alder Ltd", "Amount": "1"}])
    suppliers = read_suppliers(frame, kinds={"Alder Ltd": "person"})
    found = judged(suppliers, joined(listed, suppliers, {0: (0, Way.NAME)}))
    assert (found.hits, found.column.text(0)) == ((), "")


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("entry", [0, 1])
def test_to_empty_our_country_never_makes_a_supplier_look_better(
    listed: Entries, way: Way, country: str, entry: int
) -> None:
    identity = []
    for cell in (country, ""):
        suppliers = alder(cell)
        found = judged(suppliers, joined(listed, suppliers, {0: (entry, way)} if way else {}))
        identity.append(Identity[said(found).upper().replace(" ", "_")])
    assert identity[1] <= identity[0]
