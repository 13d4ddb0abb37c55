"""The first screen at every width, for few letters and for screen readers: nothing is cut."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from msrisk import Report
from msrisk.screening import screen
from msrisk.write.words import pounds
from tests.cli.cli_making import LIST, ROOT, msrisk, msrisk_alone

WIDTHS = (40, 60, 80, 120, 200)
SAMPLE = ROOT / "samples" / "suppliers.xlsx"
AS_OF = ("--as-of", "2026-11-26")
TOP = 15
BARS_AND_BOXES = re.compile("[\u2500-\u259f\r\x1b]")


@cache
def sample() -> Report:
    return screen(SAMPLE, as_of=date(2026, 11, 26))


@cache
def first_screen(*words: str, **env: str) -> str:
    done = msrisk("screen", SAMPLE, *AS_OF, *words, **env)
    assert done.returncode == 0, done.stderr
    return done.stdout


def joined(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_fault_155_every_name_amount_priority_and_score_can_be_read_at_any_width(width: int) -> None:
    page = first_screen(COLUMNS=str(width))
    report, said = sample(), joined(page)
    assert max(map(cell_len, page.splitlines())) <= width
    assert not any(line.endswith(" ") for line in page.splitlines())
    for number in report.first_to_look_at(TOP):
        one = report.assessment(number)
        pieces = one.name.split()
        start = re.search(r"\s+(?:[\d,£]+\s+|Critical\s+|High\s+)*".join(map(re.escape, pieces)), page)
        assert start, one.name
        after = page[start.start() : start.start() + 4 * width + 400]
        assert one.band.word in after
        assert pounds(one.spend) in after or pounds(one.spend) in page[: start.end()].splitlines()[-1]
        assert re.search(rf"\b{one.score}\b", after)
    for topic in report.by_topic[:5]:
        assert topic.shown in said
        assert pounds(topic.spend) in said


@pytest.mark.parametrize("width", WIDTHS)
def test_every_reason_stands_whole_at_any_width(width: int) -> None:
    page = first_screen(COLUMNS=str(width))
    reason = "Workers are supplied for licensed work, and no licence is held"
    letters = page if width >= 140 else joined(page)
    assert re.search(r"\s+".join(reason.split()), letters)


def test_the_bands_are_words_with_their_money_and_those_not_cleared_among_them() -> None:
    lines = first_screen(COLUMNS="80").splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("Critical priority for checks"))
    assert lines[place - 1].split() == ["Refer", "for", "legal", "review", "not", "checked"]
    assert lines[place : place + 3] == [
        "Critical priority for checks               3  ██                     £8,775,000",
        "High priority for checks                  33  ████████████████████  £21,676,591",
        "Not cleared: more must be known           19  ████████████           £5,237,250",
    ]


def test_those_to_look_at_first_are_counted_from_1() -> None:
    page = first_screen(COLUMNS="80").partition("Look at first")[2]
    assert re.findall(r"^ ?(\d+)  \S", page, re.MULTILINE)[: TOP - 1] == [str(each) for each in range(1, TOP)]


def test_into_a_pipe_a_supplier_is_one_line_that_can_be_searched_for() -> None:
    page = msrisk_alone("screen", SAMPLE, *AS_OF).stdout
    (line,) = [each for each in page.splitlines() if "Emberlea" in each]
    assert all(said in line for said in ("Critical", "110", "£5,140,000", "agency labour", "board approved it"))
    assert "\x1b" not in page


@pytest.mark.parametrize(
    ("encoding", "amount"),
    [
        pytest.param("cp1252", "£5,140,000", id="cp1252"),
        pytest.param("ascii", "GBP 5,140,000", id="ascii"),
        pytest.param("cp437", "£5,140,000", id="cp437"),
    ],
)
def test_a_console_of_few_letters_shows_another_spelling_and_no_question_mark(
    tmp_path: Path, encoding: str, amount: str
) -> None:
    path = tmp_path / "Łódź.csv"
    rows = (
        'Łódź Zakłady plc,£50m,yes,company,no,"5,140,000",Café\n株式会社山田,£2m,yes,company,no,40000,Audit fees\n'
    )
    path.write_text(LIST + rows, encoding="utf-8")
    done = msrisk("screen", path, PYTHONUTF8="0", PYTHONIOENCODING=encoding, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert amount in done.stdout
    assert "\\u0141" in done.stdout
    assert "\\u682a\\u5f0f" in joined(done.stdout)
    assert "?" not in done.stdout + done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_fault_171_for_a_screen_reader_there_are_no_tables_and_a_fact_is_a_line() -> None:
    page = first_screen("--accessible", COLUMNS="80")
    assert not BARS_AND_BOXES.search(page)
    assert not re.search(r"\S {3,}\S", page)
    block = page[page.index("1. Emberlea Recruitment Ltd") :].splitlines()[:6]
    assert block[1:5] == [
        "   Priority for checks: Critical",
        "   Score: 110",
        "   Could reach: 149",
        "   Spend: £5,140,000",
    ]
    assert block[5].startswith("   What we buy, and why: agency labour; ")
    assert page == first_screen(ACCESSIBLE="1", COLUMNS="80")


@pytest.mark.parametrize(
    "words", [("check", SAMPLE), ("explain", SAMPLE, "Emberlea"), ("rules", "list"), ("award", SAMPLE)],
    ids=lambda words: str(words[0]),
)  # fmt: skip
def test_fault_171_other_commands_are_for_screen_readers_too(words: tuple[object, ...]) -> None:
    done = msrisk(*words, ACCESSIBLE="1")
    assert done.returncode == 0, done.stderr
    assert not BARS_AND_BOXES.search(done.stdout + done.stderr)
    assert not re.search(r"\S {3,}\S", done.stdout)


HOSTILE = {
    "fault 165 markup": "[bold]Alder[/bold] [/foo] [link=http://x]y[/link] :smile: Ltd",
    "fault 166 escapes": "Alder \x1b[2J\x1b]52;c;eA==\x07\x9b31m\x08 Ltd",
    "fault 167 bidi": "Alder \u202eLtd\u202c \u200b",
    "fault 168 long": "Alder " * 83 + "Ltd",
    "fault 168 wide": "株式会社山田製作所" * 6,
    "fault 168 combining": "Cafe\u0301 Zu\u0308rich " * 4 + "Ltd",
}


@pytest.mark.parametrize("width", ["40", "80", "200"])
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_strange_name_is_literal_and_whole_and_breaks_no_line(tmp_path: Path, name: str, width: str) -> None:
    from msrisk.files import one_line

    path = tmp_path / "suppliers.csv"
    path.write_text(f"{LIST}{name},£50m,yes,company,no,50000,Audit fees\n", encoding="utf-8")
    done = msrisk("screen", path, COLUMNS=width)
    assert done.returncode == 0, done.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]", done.stdout + done.stderr)
    assert max(map(cell_len, done.stdout.splitlines())) <= int(width)
    bare = re.sub(r"\s|Critical|High|£50,000", "", done.stdout)
    assert max(one_line(name).split(), key=len)[:16] in bare
    assert one_line(name).replace(" ", "") in re.sub(r"\s", "", done.stderr)  # the command to copy


def test_fault_169_one_supplier_of_whom_nothing_is_found_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier\nAlder Ltd\n", encoding="utf-8")
    done = msrisk("screen", path, COLUMNS="80")
    assert "Nothing in this list ranks anybody yet" in done.stdout
    assert "Not cleared: more must be known" in done.stdout


def test_fault_170_of_many_the_first_are_shown_and_where_the_others_are(tmp_path: Path) -> None:
    path = tmp_path / "suppliers.csv"
    path.write_text("Supplier,Category\n" + "".join(f"Firm {n} Ltd,Cleaning\n" for n in range(1284)), "utf-8")
    page = msrisk("screen", path, "-o", tmp_path / "register.xlsx", COLUMNS="80").stdout
    assert "… 1,269 more in register.xlsx" in page
    assert "1,269 more: write them all with  -o register.xlsx" in msrisk("screen", path, COLUMNS="80").stdout


@pytest.mark.parametrize(
    ("env", "styled"),
    [
        pytest.param({}, False, id="into a pipe"),
        pytest.param({"CLICOLOR_FORCE": "1"}, True, id="forced"),
        pytest.param({"CLICOLOR_FORCE": "0"}, False, id="forced by 0"),
        pytest.param({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_fault_156_styles_are_shown_only_where_they_may_be(env: dict[str, str], styled: bool) -> None:
    done = msrisk("screen", SAMPLE, *AS_OF, **{"TERM": "xterm", **env})
    assert ("\x1b" in done.stdout) is styled


def test_quiet_is_one_line_and_verbose_shows_what_is_folded() -> None:
    quiet = msrisk("screen", SAMPLE, *AS_OF, "--quiet")
    assert quiet.stderr == ""
    assert quiet.stdout == (
        "64 suppliers screened: Critical 3, High 33, Not cleared 19, Medium 7, Low 2. "
        "Exclusions were not checked.\n"
    )
    folded, whole = msrisk("screen", SAMPLE, *AS_OF), msrisk("screen", SAMPLE, *AS_OF, "--verbose")
    assert "46 other columns" in folded.stderr
    assert "'check' and --verbose show them all" in folded.stderr
    assert "lists used, each of an edition of its own" in folded.stdout
    assert "column T   'Statement covers this supplier'" in whole.stderr
    assert "Editions: Home Office" in whole.stdout
    assert re.search(r"Answering the rules: \d+\.\d s\.", whole.stderr)
