"""Three months saved in three ways are one list, and each payment counts once."""

import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

from msrisk import read_suppliers

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"


def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_months", HERE / "sample_months.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_table_makes(tmp_path: Path) -> None:
    making().write_months(tmp_path)
    made = {path.name: path.read_bytes() for path in (tmp_path / "months").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (SAMPLES / "months").iterdir()}


def test_every_payment_of_the_quarter_is_counted_once() -> None:
    months = making()
    read = read_suppliers(sorted((SAMPLES / "months").iterdir()))
    paid = {each[3]: each for each in (*months.APRIL, *months.MAY, *months.JUNE) if "Redacted" not in each[0]}
    assert int(read.spend.sum()) == round(100 * sum(amount for *_, amount in paid.values()))
    assert Counter(each.reason for each in read.left_out) == {
        "above the headings": 1,
        "the supplier's name is redacted": 1,
        "a total, not a supplier": 1,
        "the same payment as in april.csv": 2,
    }
    assert read.period is not None
    assert (read.period.first, read.period.last) == (date(2026, 4, 8), date(2026, 6, 24))
    assert len(read) == 7
