"""Three months saved in three ways are one list, and each payment counts once."""

from collections import Counter
from datetime import date
from pathlib import Path

from msrisk import read_suppliers
from tests.samples.sample_months import APRIL, JUNE, MAY, write_months

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def test_the_files_are_what_the_table_makes(tmp_path: Path) -> None:
    write_months(tmp_path)
    made = {path.name: path.read_bytes() for path in (tmp_path / "months").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (SAMPLES / "months").iterdir()}


def test_every_payment_of_the_quarter_is_counted_once() -> None:
    read = read_suppliers(sorted((SAMPLES / "months").iterdir()))
    paid = {each[3]: each for each in (*APRIL, *MAY, *JUNE) if "Redacted" not in each[0]}
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
