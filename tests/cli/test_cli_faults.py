"""The command line when something is wrong: one message, the right exit code, and no work of anybody lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.cli_making import LIST, ROOT, ROWS, msrisk


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text(LIST + ROWS, encoding="utf-8")
    return path


OLE_THEN_RUBBISH = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(range(256)) * 8


def _bad_input(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("none.xlsx", None, "no such file", id="fault 1 no such file"),
        pytest.param("empty.csv", b"", "empty", id="fault 3 an empty file"),
        pytest.param(
            "page.xls", b"<!DOCTYPE html><html><body>404</body></html>", "web page", id="fault 13 a web page"
        ),
        pytest.param("list.xls", OLE_THEN_RUBBISH, "damaged or was cut short", id="fault 40 an old workbook"),
        pytest.param("list.csv", b"Firm,Amount\nAlder,5\n", "supplier_name=Firm", id="no supplier column"),
        pytest.param("list.csv", b"Supplier,Amount\n", "no suppliers", id="fault 59 headings only"),
        pytest.param("~$list.xlsx", b"\x05lock", "lock file", id="fault 12 Excel's lock file"),
    ],
)
def test_bad_input_gets_one_message_and_exit_code_2(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name if content is None else _bad_input(tmp_path, name, content)
    done = msrisk("screen", path, "-o", tmp_path / "out.xlsx")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("--rules", "secton-54"), "Did you mean 'section-54'?", id="a misspelt rule set"),
        pytest.param(("--as-of", "22/11/2026"), "Write it as 2026-11-22", id="a day the wrong way round"),
        pytest.param(("--map", "turnover"), "field=heading", id="a map without a heading"),
        pytest.param(("--sheet", "Q3"), "has no sheets", id="a sheet of a text file"),
        pytest.param(("-o", "out.docx"), "does not end in", id="an unknown format"),
        pytest.param(("-o", "suppliers.csv"), "is the input", id="fault 19 the input as output"),
    ],
)
def test_an_option_that_cannot_be_used_says_what_would_be(
    suppliers: Path, words: tuple[str, ...], said: str
) -> None:
    done = msrisk("screen", suppliers, *words, cwd=suppliers.parent)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_rule_file_is_named_with_its_line(suppliers: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "title: x\nversion: 1\nreviewed: 2026-01-01\nextends: section-54\nrules:\n  s54-no-statment: {off: no}\n"
    )
    done = msrisk("screen", suppliers, "--rules", mine)
    assert done.returncode == 2
    assert "mine.yaml:6: no rule called 's54-no-statment'" in done.stderr
    assert "Did you mean 's54-no-statement'" in done.stderr


def test_an_output_that_cannot_be_written_is_exit_code_4_and_the_old_file_stays(
    suppliers: Path, tmp_path: Path
) -> None:
    done = msrisk("screen", suppliers, "-o", tmp_path / "missing" / "out.json")
    assert done.returncode == 4
    assert "Nothing was written." in done.stderr


def test_fault_152_names_a_console_cannot_show_do_not_stop_the_run(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier,Amount\nŁódź 株式会社 Ltd,5\n", encoding="utf-8")
    for encoding in ("cp1252", "ascii"):
        done = msrisk("screen", path, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr


def test_faults_165_to_167_hostile_names_come_out_as_text(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text(
        'Supplier\nAcme [/foo] Ltd\n[bold]Acme :smile:\n"Esc \x1b]8;;http://e\x07x"\nBidi \u202e Ltd\n',
        encoding="utf-8",
    )
    done = msrisk("screen", path, COLUMNS="120")
    assert "Acme [/foo] Ltd" in done.stdout
    assert "[bold]Acme :smile:" in done.stdout
    assert "\\u001b]8;;http://e\\u0007x" in done.stdout
    assert "\\u202e" in done.stdout
    assert not set(done.stdout) & {"\x1b", "\x07", "\u202e"}


def test_fault_141_a_reader_that_goes_away_is_no_error(suppliers: Path) -> None:
    command = f'"{sys.executable}" -m msrisk screen "{suppliers}" | head -1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_a_fault_of_our_own_is_exit_code_70_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from msrisk.cli import run

    def broken() -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(run, "_command", broken)
    assert run.run() == run.BUG
    said = capsys.readouterr().err
    assert "a fault of its own" in said
    assert "Traceback" not in said
    assert "boom" not in said


def test_fault_153_the_same_input_gives_the_same_bytes_whatever_the_hash_seed_zone_or_locale(
    suppliers: Path, tmp_path: Path
) -> None:
    made = set()
    for number, env in enumerate(
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}, {"PYTHONHASHSEED": "77", "LANG": "C"})
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        outputs = [folder / name for name in ("a.xlsx", "a.json", "a.csv")]
        msrisk("screen", suppliers, "--as-of", "2026-11-22", *(w for path in outputs for w in ("-o", path)), **env)
        made.add(tuple(path.read_bytes() for path in outputs))
    assert len(made) == 1


def test_a_file_without_a_command_offers_screen(suppliers: Path) -> None:
    done = msrisk(suppliers)
    assert done.returncode == 2
    assert "Did you mean:  msrisk screen" in done.stderr


def test_fault_112_a_day_before_every_rule_is_an_error_and_never_all_clear(suppliers: Path) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2015-01-01")
    assert done.returncode == 2
    assert "no rule of uk-public-procurement is in force on 2015-01-01" in done.stderr


def test_fault_143_ctrl_c_says_so_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    import signal
    import time

    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier,Amount\n" + "".join(f"Supplier {each} Ltd,{each}\n" for each in range(60_000)))
    command = [sys.executable, "-m", "msrisk", "screen", str(path), "-o", str(tmp_path / "run.json")]
    # Interrupted inside an import, CPython may end itself by the signal; a shell shows 130 either way.
    for wait in (1.0, 1.8):
        running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(wait)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
        if running.returncode:  # else it was quicker than the signal
            assert running.returncode in (130, -signal.SIGINT)
            assert ("Stopped." in said, "Traceback" in said) == (True, False)
            assert [each.name for each in tmp_path.iterdir()] == ["suppliers.csv"]


@pytest.mark.parametrize("closing", [">&-", "2>&-"])
def test_fault_141_a_closed_stream_does_not_stop_the_run(suppliers: Path, tmp_path: Path, closing: str) -> None:
    output = tmp_path / "run.json"
    command = f'"{sys.executable}" -m msrisk screen "{suppliers}" -o "{output}" {closing}'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, output.is_file()) == (0, True), done.stderr


def test_fault_120_a_quota_reached_while_writing_a_workbook_is_exit_code_4(
    suppliers: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.xlsx"
    output.write_bytes(b"old")
    command = f'ulimit -f 4; "{sys.executable}" -B -m msrisk screen "{suppliers}" -o "{output}" --force'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert output.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.xlsx", "suppliers.csv"]


def test_fault_121_a_name_too_long_for_a_file_is_said_before_the_work(suppliers: Path, tmp_path: Path) -> None:
    done = msrisk("screen", suppliers, "-o", tmp_path / ("x" * 300 + ".json"))
    assert done.returncode == 4
    assert "too long a name" in done.stderr
    assert done.stdout == ""


def test_the_overlay_sample_is_tested_and_its_switched_off_rule_is_told() -> None:
    listed = msrisk("rules", "list", "--rules", "samples/overlay.yaml").stdout
    assert "Switched off, of every track (1)" in listed
    assert "s54-turnover-old: our register" in listed
    assert msrisk("rules", "test", "samples/overlay.yaml").returncode == 0


def test_a_list_that_ranks_nobody_says_so_and_puts_the_largest_spend_first(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("Supplier,Amount\nAlder,5\nBirch,900\n", encoding="utf-8")
    said = msrisk("screen", path).stdout
    assert "Nothing in this list ranks anybody yet; the largest spend comes first" in said
    assert said.index("Birch") < said.index("Alder")
