"""A supplier keeps its register ID from quarter to quarter."""

from __future__ import annotations

import pandas
import pytest

from msrisk import read_suppliers
from msrisk.model import register_id
from msrisk.model.register_id import ids_of, register_ids

ROWS = [
    {"Supplier": "Alder Care Ltd", "Company number": "01234567", "Supplier id": "V1"},
    {"Supplier": "Beech Laundry Ltd", "Company number": "", "Supplier id": "V2"},
    {"Supplier": "Cedar Cleaning", "Company number": "", "Supplier id": ""},
]


def by_name(rows: list[dict[str, str]]) -> dict[str, str]:
    suppliers = read_suppliers(pandas.DataFrame(rows))
    return dict(zip(suppliers.names, register_ids(suppliers), strict=True))


def test_an_id_looks_like_one_and_no_two_are_the_same() -> None:
    held = by_name(ROWS)
    assert len(set(held.values())) == len(ROWS)
    assert all(
        each.startswith("R-") and len(each) == 9 and not set(each[2:]) & set("ILOU") for each in held.values()
    )


def test_an_id_rests_neither_on_the_order_of_the_list_nor_on_the_other_suppliers() -> None:
    more = [{"Supplier": f"Firm {number} Ltd", "Company number": "", "Supplier id": ""} for number in range(50)]
    held, later = by_name(ROWS), by_name([*more, *reversed(ROWS)])
    assert {name: later[name] for name in held} == held


def test_a_supplier_that_is_renamed_keeps_its_id_by_its_company_number_or_else_by_its_supplier_id() -> None:
    renamed = [{**row, "Supplier": f"{row['Supplier']} (North)"} for row in ROWS[:2]]
    assert list(by_name(renamed).values()) == list(by_name(ROWS).values())[:2]


def test_a_name_written_another_way_is_the_same_supplier() -> None:
    other = [{**ROWS[2], "Supplier": "CEDAR  CLEANING"}]
    assert list(by_name(other).values()) == [by_name(ROWS)["Cedar Cleaning"]]


def test_two_suppliers_under_one_company_number_are_told_apart_in_whatever_order_they_stand() -> None:
    first, second = ids_of(["101100"] * 2, [""] * 2, ["alder energy", "beech energy"])
    assert first != second
    assert ids_of(["101100"] * 2, [""] * 2, ["beech energy", "alder energy"]) == (second, first)


def test_ids_that_begin_alike_get_longer_both_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {"name a": "ABCDEFGHJK", "name b": "ABCDEFGHKK", "name c": "ZBCDEFGHKK"}
    monkeypatch.setattr(register_id, "_digests", lambda texts, _: [digests[each] for each in texts])
    assert ids_of([""] * 3, [""] * 3, ["a", "b", "c"]) == ("R-ABCDEFGHJ", "R-ABCDEFGHK", "R-ZBCDEFG")


def test_what_nothing_tells_apart_still_has_an_id_of_its_own() -> None:
    assert len(set(ids_of([""] * 3, [""] * 3, ["various"] * 3))) == 3
