"""The command line as a person meets it: what is printed where, exit codes, one clear message for every fault."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST = "Supplier,Turnover,UK business,Legal form,MS statement,Annual spend,Category\n"
ROWS = (
    'Alder Works plc,£50m,yes,company,no,"50,000",Audit fees\n'
    "Birch Care Ltd,£2m,yes,company,no,40000,Audit fees\n"
    "Cedar Foods Ltd,tbc,yes,company,yes,30000,Audit fees\n"
)


def msrisk(*words: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does; the day is fixed by the commands that take one."""
    held = {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "msrisk", *map(str, words)],
        cwd=cwd,
        env={**held, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text(LIST + ROWS, encoding="utf-8")
    return path


def test_screen_shows_the_result_on_stdout_and_how_the_file_was_read_on_stderr(suppliers: Path) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2026-11-22", COLUMNS="120")
    assert done.returncode == 0
    assert "Alder Works plc" in done.stdout
    assert "No modern slavery statement found" in done.stdout
    assert "Exclusions were not checked." in " ".join(done.stdout.split())
    assert "Turnover with subsidiaries column B 'Turnover'" in " ".join(done.stderr.split())
    assert "Alder" not in done.stderr.split("Next:")[0]


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_fault_155_no_line_is_wider_than_the_terminal_and_no_name_or_band_is_cut(
    suppliers: Path, width: str
) -> None:
    done = msrisk("screen", suppliers, "--as-of", "2026-11-22", COLUMNS=width)
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert all(
        name in " ".join(done.stdout.split()) for name in ("Alder Works plc", "Birch Care Ltd", "Cedar Foods Ltd")
    )
    assert all(band in done.stdout for band in ("High", "Low", "Not cleared"))
    assert "…\n" not in done.stdout


def test_screen_writes_every_output_asked_for_and_says_so(suppliers: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / name for name in ("register.xlsx", "run.json", "run.csv")]
    done = msrisk("screen", suppliers, *(word for path in outputs for word in ("-o", path)))
    assert done.returncode == 0
    assert all(path.is_file() and f"Wrote {path.name}." in done.stderr for path in outputs)


def test_the_run_record_keeps_the_file_name_and_never_the_folder(suppliers: Path, tmp_path: Path) -> None:
    msrisk("screen", suppliers, "-o", tmp_path / "run.json", "--as-of", "2026-11-22")
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert json.loads(text)["run"]["inputs"][0]["file"] == "suppliers.csv"


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        pytest.param(("--fail-on", "high"), 1, id="a supplier is High"),
        pytest.param(("--fail-on", "critical"), 0, id="nobody is Critical"),
        pytest.param(("--fail-on", "not cleared"), 1, id="or worse"),
        pytest.param(("--fail-on-incomplete", "30"), 3, id="a third is not cleared"),
        pytest.param(("--fail-on-incomplete", "40"), 0, id="less than the share allowed"),
        pytest.param(("--fail-on", "high", "--fail-on-incomplete", "0"), 1, id="the band wins over the share"),
        pytest.param(("--fail-on", "hihg"), 2, id="no such band"),
    ],
)
def test_t98_exit_codes_follow_the_gates(suppliers: Path, gate: tuple[str, ...], code: int) -> None:
    assert msrisk("screen", suppliers, *gate, "--as-of", "2026-11-22").returncode == code


def test_explain_names_the_cells_the_limit_and_what_would_change_it(suppliers: Path) -> None:
    done = msrisk("explain", suppliers, "cedar foods", "--as-of", "2026-11-22", COLUMNS="120")
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    assert "Not cleared: more must be known" in said
    assert "If turnover with subsidiaries is less than £36,000,000: Low" in said
    assert "What was your total turnover in your last financial year" in said
    flagged = " ".join(msrisk("explain", suppliers, "Alder Works plc", COLUMNS="120").stdout.split())
    assert "Turnover with subsidiaries: £50m in B2; at least £36m? yes" in flagged


@pytest.mark.parametrize("wanted", ["Alder Works plc", "alder works", "ALDER WORKS PLC", "2"])
def test_explain_finds_a_supplier_by_name_part_of_it_or_row(suppliers: Path, wanted: str) -> None:
    assert "Alder Works plc" in msrisk("explain", suppliers, wanted).stdout


def test_explain_of_an_unknown_name_offers_the_nearest(suppliers: Path) -> None:
    done = msrisk("explain", suppliers, "Aldor Works plc")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'Alder Works plc'?" in done.stderr


def test_check_says_what_was_understood_and_writes_nothing(suppliers: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = msrisk("check", suppliers)
    assert done.returncode == 0
    assert "B4: 'tbc' is not an amount of money; taken as not known" in " ".join(done.stdout.split())
    assert "s54-no-statement" in done.stdout
    assert "Nothing was written." in done.stdout
    assert sorted(tmp_path.iterdir()) == before


def test_rules_list_show_and_test() -> None:
    assert "s54-no-statement" in msrisk("rules", "list").stdout
    page = msrisk("rules", "show", "s54-no-statement").stdout
    for heading in ("What it asks", "Of whom", "Why", "When it is not a problem", "What to do", "Examples"):
        assert heading in page
    tested = msrisk("rules", "test")
    assert tested.returncode == 0
    assert "all pass" in tested.stdout


def test_rules_test_fails_and_names_the_line_of_a_wrong_example(tmp_path: Path) -> None:
    text = (ROOT / "rules" / "section-54.yaml").read_text(encoding="utf-8")
    wrong = text.replace(
        "- {in_scope: yes, statement_published: yes}", "- {in_scope: yes, statement_published: no}", 1
    )
    mine = tmp_path / "mine.yaml"
    mine.write_text(wrong, encoding="utf-8")
    line = next(
        number for number, each in enumerate(wrong.splitlines(), 1) if each != text.splitlines()[number - 1]
    )
    done = msrisk("rules", "test", mine)
    assert done.returncode == 2
    assert f"mine.yaml:{line}: s54-no-statement: the example says clear" in done.stdout


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
    assert (done.returncode, output.is_file()) == (0, True)


def test_fault_120_a_quota_reached_while_writing_a_workbook_is_exit_code_4(
    suppliers: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.xlsx"
    output.write_bytes(b"old")
    command = f'ulimit -f 4; "{sys.executable}" -m msrisk screen "{suppliers}" -o "{output}" --force'
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
    assert "Not asked, by our own choice: s54-turnover-old" in " ".join(listed.split())
    assert msrisk("rules", "test", "samples/overlay.yaml").returncode == 0


def test_a_list_that_ranks_nobody_says_so_and_puts_the_largest_spend_first(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("Supplier,Amount\nAlder,5\nBirch,900\n", encoding="utf-8")
    said = msrisk("screen", path).stdout
    assert "Nothing in this list ranks anybody yet; the largest spend comes first" in said
    assert said.index("Birch") < said.index("Alder")
