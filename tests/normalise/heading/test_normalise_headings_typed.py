"""Headings as officers type them beside the longer ones of the vocabulary (fault 8)."""

from __future__ import annotations

import pandas
import pytest

from msrisk import read_suppliers


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Procurement commenced date", "1 May 2025", "procurement_commenced"),
        ("Notice date", "1 May 2026", "advertised_on"),
        ("Risk level", "High", "assessed_level"),
        ("Risk assessed on", "1 May 2026", "assessed_on"),
        ("Risk assessment date", "1 May 2026", "assessed_on"),
        ("Health service", "yes", "for_health_service"),
        ("Sponsored visas", "yes", "sponsored_workers"),
        ("Subcontractors", "yes", "subcontracted"),
        ("Live-in", "yes", "tied_housing"),
        ("What we buy", "Cleaning", "description"),
        ("Where work is done", "UK", "place_of_work"),
        ("Licence expiry", "1 May 2027", "gangmaster_licence_expiry"),
        ("SMETA", "1 May 2026", "sedex_audit_date"),
    ],
)
def test_a_heading_is_known(heading: str, cell: str, field: str) -> None:
    assert field in read_suppliers(pandas.DataFrame([{"Supplier": "Alder Ltd", heading: cell}])).columns


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        pytest.param("Subcontractors", "Beech Ltd", "subcontracted", id="names of subcontractors"),
        pytest.param("Risk level", "7 of 25", "assessed_level", id="another scale"),
    ],
)
def test_a_short_heading_whose_cells_say_another_thing_is_not_taken(heading: str, cell: str, field: str) -> None:
    assert field not in read_suppliers(pandas.DataFrame([{"Supplier": "Alder Ltd", heading: cell}])).columns


def test_a_licence_number_beside_a_licence_column_is_read_too() -> None:
    rows = [
        {"Supplier": "Alder Ltd", "Gangmaster licence number": "ABCD0001", "Gangmaster licence": ""},
        {"Supplier": "Beech Ltd", "Gangmaster licence number": "", "Gangmaster licence": "No"},
        {"Supplier": "Cedar Ltd", "Gangmaster licence number": "", "Gangmaster licence": ""},
    ]
    held = read_suppliers(pandas.DataFrame(rows)).columns["gangmaster_licence_held"]
    assert [held.reading(number).first for number in range(3)] == ["yes", "no", ""]
