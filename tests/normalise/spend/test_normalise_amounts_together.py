"""Several files as one list: each payment once, dates as the others settled on, and what was added up kept."""

from datetime import date
from pathlib import Path

from msrisk.model import SpendBasis
from msrisk.model.spend_basis import GROSS, NET, PAYMENTS
from msrisk.screening import read_suppliers, screen
from msrisk.write.run import run_record


def files(tmp_path: Path, **rows: str) -> list[Path]:
    for name, text in rows.items():
        (tmp_path / f"{name}.csv").write_text(text.replace(" | ", "\n") + "\n", encoding="utf-8")
    return [tmp_path / f"{name}.csv" for name in rows]


HEAD = "Supplier,Invoice No,{},Payment date"
NET_HEAD, GROSS_HEAD = HEAD.format("Net Amount"), HEAD.format("Gross")


def test_overlapping_files_are_added_up_once(tmp_path: Path) -> None:
    april = f"{NET_HEAD} | Alder Ltd,A1,100,23/04/2026 | Birch Ltd,A2,-50,24/04/2026"
    held = read_suppliers(files(tmp_path, april=april, year=f"{april} | Cedar Ltd,A3,7,03/05/2026"))
    assert dict(zip(held.names, held.spend.tolist(), strict=True)) == {
        "Alder Ltd": 10_000,
        "Birch Ltd": -5_000,
        "Cedar Ltd": 700,
    }
    assert held.spend_left_out == {"the same payment as in april.csv": 5_000}
    assert [note.where for note in held.notes if "more than its payments" in note.problem] == ["april.csv!C3"]


def test_a_file_whose_dates_stay_open_is_read_as_the_others(tmp_path: Path) -> None:
    april = f"{NET_HEAD} | Alder Ltd,A1,100,23/04/2026"
    held = read_suppliers(files(tmp_path, april=april, may=f"{NET_HEAD} | Cedar Ltd,A3,7,03/05/2026"))
    assert held.period is not None
    assert (held.period.first, held.period.last) == (date(2026, 4, 23), date(2026, 5, 3))


def test_the_run_record_says_what_was_added_up(tmp_path: Path) -> None:
    paths = files(
        tmp_path, a=f"{NET_HEAD} | Alder Ltd,A1,100,23/04/2026", b=f"{GROSS_HEAD} | Birch Ltd,A2,5,24/04/2026"
    )
    report = screen(paths)
    assert report.suppliers.spend_basis == (
        SpendBasis(NET, PAYMENTS, "its heading"),
        SpendBasis(GROSS, PAYMENTS, "its heading"),
    )
    assert [each["spend_basis"]["vat"] for each in run_record(report)["inputs"]] == ["net", "gross"]
