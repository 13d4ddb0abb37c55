"""A contract on several rows: extensions are not added up, lots are, and a row that says the same twice is one."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.model import Note
from msrisk.normalise.spend.amounts import read_amounts
from msrisk.normalise.spend.contracts import in_force
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.screening import read_suppliers
from tests.normalise.columns_making import all_rows, table_of

HEADINGS = ["Supplier", "Contract Reference", "Contract Title", "Annual Value", "Start Date", "End Date"]
FIELDS = ["supplier_name", "contract", "contract_title", "spend"]


def counted(*rows: str) -> tuple[list[str], list[Note]]:
    """The annual values that count, of rows written ``Alder Ltd | S1 | Roads | 5 | 2021-01-01 | 2022-01-01``."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    table = table_of(HEADINGS, cells, FIELDS)
    _, known, notes = read_amounts(table, load_vocabulary()["spend"], all_rows(table))
    return [row[3] for row, is_known in zip(cells, known.tolist(), strict=True) if is_known], notes


def test_an_extension_takes_the_place_of_what_it_extends() -> None:
    values, (note,) = counted(
        "Keys Ltd | S1465 | Signals | 15000 | 2021-02-08 | 2021-08-06",
        "Keys Ltd | S1465 | Signals - Extension | 5000 | 2022-04-04 | 2022-09-09",
    )
    assert values == ["5000"]
    assert note.where == "D1"
    assert "£15,000 of the others is not added" in note.problem


def test_lots_that_start_together_are_added_up() -> None:
    rows = [f"Various | S1196 | Lot {lot} | 104720 | 2019-09-02 | 2023-07-31" for lot in (1, 2, 3)]
    assert len(counted(*rows)[0]) == 3


def test_two_works_under_one_reference_are_two_parts() -> None:
    values, notes = counted(
        "Build Ltd | S1279 | Additional works | 80652.37 | 2020-07-07 | 2022-03-31",
        "Build Ltd | S1279 | Design and build | 521000 | 2021-12-31 | 2023-03-31",
    )
    assert (len(values), notes) == (2, [])


def test_the_same_lot_twice_is_one() -> None:
    rows = [f"Guard Ltd | S1163 | {title} | 7130 | 2021-09-01 | 2023-08-31" for title in ("Cash", "CASH ")]
    assert counted(*rows)[0] == ["7130"]


def test_of_two_that_end_together_the_larger_counts() -> None:
    values, _ = counted(
        "Care Ltd | S1075 | Health | 138000 | 2022-07-01 | 2024-06-30",
        "Care Ltd | S1075 | Health | 1041914.67 | 2016-07-01 | 2024-06-30",
    )
    assert values == ["1041914.67"]


def test_without_dates_the_largest_counts() -> None:
    assert counted("A Ltd | S1 | Roads | 5 | |", "A Ltd | S1 | Roads | 9 | |")[0] == ["9"]


@pytest.mark.parametrize("reference", ["", "-", "TBC"])
def test_rows_without_a_reference_each_count(reference: str) -> None:
    rows = [f"A Ltd | {reference} | Roof | {value} | 2022-01-20 | 2022-02-03" for value in (5, 9)]
    assert len(counted(*rows)[0]) == 2


def test_suppliers_on_one_framework_each_count() -> None:
    rows = [f"{name} | S1 | Roads | 5 | 2022-01-20 | 2023-02-03" for name in ("A Ltd", "B Ltd")]
    assert len(counted(*rows)[0]) == 2


def test_a_value_that_is_not_known_takes_no_place() -> None:
    values, _ = counted(
        "A Ltd | S1 | Roads | 5 | 2021-01-01 | 2022-01-01", "A Ltd | S1 | Roads | - | 2023-01-01 | 2024-01-01"
    )
    assert values == ["5"]


def test_a_real_register_counts_each_contract_once(real_inputs: Path) -> None:
    folder = real_inputs / "a-council-and-public-spend"
    held = read_suppliers(folder / "salford__contracts-register-2022_rows1-180.csv")
    assert held.spend[held.names.index("Keolis Amey Metrolink Limited")] == 500_000
    assert held.spend[held.names.index("Security Plus Ltd")] == 713_000


NUMBERS = st.integers(1, 3)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=8)


@given(ROWS, st.permutations(range(8)))
def test_the_order_of_the_rows_changes_no_sum(rows: list[tuple[int, ...]], order: list[int]) -> None:
    def sum_of(held: list[tuple[int, ...]]) -> int:
        contracts, amounts, starts, ends, titles = np.array(held, np.int64).T
        counts = in_force(
            contracts.astype(np.int32),
            np.zeros(len(held), np.int32),
            amounts,
            starts,
            ends,
            titles.astype(np.int32),
        )
        return int(amounts[counts].sum())

    assert sum_of(rows) == sum_of([rows[place] for place in order if place < len(rows)])
