"""Files are whole or not there, and nothing of anybody else's is written over."""

import errno
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas
import pytest

from msrisk import InputError, OutputError, Report, screen, write_report

NASTY = [
    "Acme [/foo] Ltd",
    '=HYPERLINK("http://evil.example","Acme")',
    "+44 20 Ltd",
    "-Kiwi.Com-",
    "@first parts solutions",
    "＝1+1",
    "Esc \x1b[31m Ltd",
    "Bidi \u202e Ltd",
    "株式会社 & Sons <b>",
    "x" * 40_000,
]
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "suppliers.xlsx"


@pytest.fixture(scope="module")
def report() -> Report:
    rows = [
        {"Supplier": name, "Amount": "-5", "Turnover": "£50m", "Modern slavery statement": "no"} for name in NASTY
    ]
    return screen(pandas.DataFrame(rows))


@pytest.fixture(params=["out.xlsx", "out.json", "out.csv", "out.html"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / str(request.param)


def test_t96_the_same_report_gives_the_same_bytes(report: Report, target: Path) -> None:
    first = write_report(report, target).read_bytes()
    assert write_report(report, target, force=True).read_bytes() == first


def test_no_draft_is_left_beside_the_file(report: Report, target: Path) -> None:
    write_report(report, target)
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def test_fault_124_a_file_msrisk_did_not_write_is_not_written_over(report: Report, target: Path) -> None:
    target.write_bytes(b"mine")
    with pytest.raises(InputError, match="is not as msrisk wrote it"):
        write_report(report, target)
    assert target.read_bytes() == b"mine"
    assert write_report(report, target, force=True).read_bytes() != b"mine"


@pytest.mark.parametrize("name", ["out.xlsx", "out.json"])
def test_fault_125_our_own_untouched_file_is_replaced_and_an_edited_one_is_not(
    report: Report, tmp_path: Path, name: str
) -> None:
    target = write_report(report, tmp_path / name)
    write_report(report, target)
    if name.endswith("xlsx"):
        book = openpyxl.load_workbook(target)
        book["Register"]["A1"] = "edited"
        book.save(target)
    else:
        target.write_text(target.read_text(encoding="utf-8").replace("Acme", "Other"), encoding="utf-8")
    with pytest.raises(InputError):
        write_report(report, target)


def test_fault_19_an_input_is_never_written_over_under_any_name(report: Report, target: Path) -> None:
    target.write_bytes(b"the suppliers")
    link = target.with_name(f"link{target.suffix}")
    link.symlink_to(target)
    for name in (target, link):
        with pytest.raises(InputError, match="is the input"):
            write_report(report, name, inputs=[target], force=True)
    assert target.read_bytes() == b"the suppliers"


@pytest.mark.parametrize("name", ["CON.xlsx", "aux.csv", "lpt1.json"])
def test_fault_10_names_windows_keeps_for_devices_are_refused(report: Report, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="Windows keeps"):
        write_report(report, tmp_path / name)


def test_fault_123_a_missing_folder_is_said_and_nothing_is_made(report: Report, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        write_report(report, tmp_path / "missing" / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_an_ending_that_names_no_format_is_refused_with_those_that_do(report: Report, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.xlsx, \.json, \.csv"):
        write_report(report, tmp_path / "out.docx")


def _failing(call: Callable[..., object], number: int, at: list[int]) -> Callable[..., object]:
    """The call, which fails as on a full disk the given time it is made."""

    def wrapped(*args: object, **kwargs: object) -> object:
        at[0] += 1
        if at[0] == number:
            raise OSError(errno.ENOSPC, "No space left on device")
        return call(*args, **kwargs)

    return wrapped


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_fault_119_a_full_disk_at_any_step_leaves_the_old_file_whole(
    report: Report, target: Path, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"old")
    at = [0]
    monkeypatch.setattr(os, call, _failing(getattr(os, call), number, at))
    try:
        write_report(report, target, force=True)
    except OutputError as error:
        assert "No space left" in str(error)
        assert error.exit_code == 4
        assert target.read_bytes() == b"old"
    else:
        assert at[0] < number, "the failure was swallowed"
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def test_fault_126_a_file_open_in_excel_says_to_close_it(
    report: Report, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(OutputError, match="close it there"):
        write_report(report, target)


def test_fault_142_a_file_that_does_not_read_back_is_not_put_in_place(
    report: Report, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msrisk.write import csv_file, files, json_file
    from msrisk.write.workbook import book

    def broken(path: Path) -> None:
        raise OutputError("did not read back as it was written", where=path.name)

    for writer in (csv_file, book, json_file):
        monkeypatch.setattr(writer, "check", broken)
    monkeypatch.setattr(
        files, "put_seal", lambda path, ending, words: None
    )  # of a page only its seal is read back
    with pytest.raises(OutputError, match="did not read back"):
        write_report(report, target)
    assert list(target.parent.iterdir()) == []


def test_t79_the_workbook_holds_no_formula_and_every_name_as_text(report: Report, tmp_path: Path) -> None:
    target = write_report(report, tmp_path / "out.xlsx")
    with zipfile.ZipFile(target) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    book = openpyxl.load_workbook(target)
    assert len(sheets) == len(book.sheetnames)
    shown = {str(cell.value) for cell in book["Register"]["B"]}
    assert {"Acme [/foo] Ltd", NASTY[1], "＝1+1", "株式会社 & Sons <b>"} <= shown
    assert "Esc \\u001b[31m Ltd" in shown
    assert any(text.endswith("[cut: the full text is in the JSON]") for text in shown)


def test_the_workbook_opens_on_read_me_and_says_what_was_not_checked(report: Report, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_report(report, tmp_path / "out.xlsx"))
    assert book.sheetnames[:5] == ["Read me", "Summary", "By category", "Look first", "Register"]
    assert book.active is not None
    assert book.active.title == "Read me"
    for sheet in ("Read me", "Summary"):
        lines = " ".join(str(cell.value) for (cell,) in book[sheet]["A2:A12"])
        assert "Exclusions were not checked." in lines


def test_t79_csv_text_that_would_run_is_made_inert_and_numbers_are_not_touched(
    report: Report, tmp_path: Path
) -> None:
    frame = pandas.read_csv(write_report(report, tmp_path / "out.csv"), dtype=str, keep_default_na=False)
    names = set(frame["Supplier"])
    assert {"'" + NASTY[1], "'+44 20 Ltd", "'-Kiwi.Com-", "'@first parts solutions", "'＝1+1"} <= names
    assert set(frame["Spend (£)"]) == {"-5.0"}


def test_json_has_the_keys_other_programs_read(report: Report, tmp_path: Path) -> None:
    held = json.loads(write_report(report, tmp_path / "out.json").read_text(encoding="utf-8"))
    assert list(held) == (
        "format run counts by_category stability data_to_chase suppliers notes left_out seal".split()
    )
    assert held["format"] == 1
    assert set(held["run"]["rules"]) >= {"title", "version", "sha256", "files"}
    assert set(held["run"]["inputs"][0]) >= {"file", "sheet", "header_row", "sha256", "rows", "mapping"}
    assert held["run"]["inputs"][0]["mapping"]["statement_published"] == "Modern slavery statement"
    assert set(held["counts"]) >= {"refer", "critical", "high", "not_cleared", "medium", "low", "queues"}
    first = held["suppliers"][0]
    assert set(first) == set(
        "rank name id company_number kind kind_reason category bought band so_far queue since_last score "
        "could_reach law exposure relief spend coverage rows joins outcomes findings questions changes".split()
    )
    assert first["rows"] == ["A3"] or first["rows"][0].startswith("A")
    assert set(first["outcomes"]) == {"flagged", "not_known", "clear"}
    assert [supplier["rank"] for supplier in held["suppliers"]] == list(range(1, len(NASTY) + 1))


def test_every_flag_in_the_json_carries_its_cell_its_limit_and_the_source_of_the_limit(tmp_path: Path) -> None:
    row = {"Supplier": "Alder plc", "Turnover": "£50m", "UK business": "yes", "Modern slavery statement": "no"}
    report = screen(pandas.DataFrame([row]))
    held = json.loads(write_report(report, tmp_path / "out.json").read_text(encoding="utf-8"))
    (finding,) = [each for each in held["suppliers"][0]["findings"] if "because" in each]
    evidence = {each["field"]: each for each in finding["evidence"]}
    assert evidence["turnover"]["address"] == "B2"
    assert evidence["turnover"]["compared_with"] == "at least £36m"
    assert "SI 2015/1833" in evidence["turnover"]["source"]
    assert evidence["statement_published"]["address"] == "D2"
    assert finding["grade"] == "assumed"
    assert finding["assumed"] == ["statement_covers_supplier"]
    assert "Assumed, because not known: statement covers this supplier" in finding["because"]


@pytest.mark.strange_workbooks
def test_fault_13_rows_past_the_end_of_a_sheet_are_counted_and_never_dropped_in_silence(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msrisk.write.workbook import put

    monkeypatch.setattr(put, "MOST_ROWS", 4)
    book = openpyxl.load_workbook(write_report(report, tmp_path / "out.xlsx"))
    last = [row[0].value for row in book["Register"].iter_rows() if row[0].value][-1]
    assert last == "… 6 more rows than a sheet can hold: all are in the JSON"


def test_who_is_set_aside_stands_in_no_band_of_json_or_csv_and_is_in_no_count(tmp_path: Path) -> None:
    made = screen(SAMPLE)
    aside, screened = int((~made.screened).sum()), int(made.screened.sum())
    held = json.loads(write_report(made, tmp_path / "out.json").read_text(encoding="utf-8"))
    kinds = {
        (each["queue"] == "set_aside", each["band"] is None, each["so_far"] is None) for each in held["suppliers"]
    }
    assert kinds == {(True, True, True), (False, False, False)}
    assert held["counts"]["queues"]["set_aside"] == aside
    assert sum(count for count in held["counts"].values() if isinstance(count, int)) == screened
    frame = pandas.read_csv(write_report(made, tmp_path / "out.csv"), dtype=str, keep_default_na=False)
    for heading in ("Priority for checks", "Priority on known facts"):
        assert int((frame[heading] == "").sum()) == aside
