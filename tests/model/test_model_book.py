"""Many cells are named at once, each as it is named alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from msrisk import read_suppliers
from msrisk.model import Suppliers
from tests.conftest import ROOT

LISTS = {"one list": ["suppliers.xlsx"], "a text file": ["list.csv"], "two lists": ["suppliers.xlsx", "list.csv"]}
TEXT = "Supplier,Spend\nAlder,5\n\nBeech,6\nAlder,7\n"


def suppliers_of(tmp_path: Path, name: str) -> Suppliers:
    (tmp_path / "list.csv").write_text(TEXT, encoding="utf-8")
    folders = {".csv": tmp_path, ".xlsx": ROOT / "samples"}
    return read_suppliers([folders[Path(each).suffix] / each for each in LISTS[name]])


@pytest.mark.parametrize("field", ["", "supplier_name", "spend", "turnover"])
@pytest.mark.parametrize("name", LISTS)
def test_many_cells_are_named_as_each_alone(tmp_path: Path, name: str, field: str) -> None:
    book = suppliers_of(tmp_path, name).book
    rows = np.random.default_rng(1).permutation(book.height)
    assert book.addresses(rows, field) == [book.address(row, field) for row in rows.tolist()]


@pytest.mark.parametrize("name", LISTS)
def test_the_rows_of_several_suppliers_are_those_of_each(tmp_path: Path, name: str) -> None:
    suppliers = suppliers_of(tmp_path, name)
    numbers = np.arange(len(suppliers), dtype=np.int32)[::-1]
    rows, counts = suppliers.rows_of_each(numbers)
    assert rows.tolist() == [row for number in numbers.tolist() for row in suppliers.rows_of(number)]
    assert counts.tolist() == [len(suppliers.rows_of(number)) for number in numbers.tolist()]
