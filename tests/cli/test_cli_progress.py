"""What a terminal shows while something takes minutes; elsewhere nothing."""

import io
import sys

import pytest

from msrisk.cli.console import progress

COUNTED = "Reading the company register: 1,200,000 companies"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *told: str) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Reading suppliers.xlsx") as tell:
        for text in told:
            tell(text)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("ACCESSIBLE", raising=False)


def test_on_a_terminal_the_count_of_companies_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert COUNTED in shown(Terminal(), monkeypatch, COUNTED)


def test_when_that_is_done_what_was_shown_first_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    last = shown(Terminal(), monkeypatch, COUNTED, "").rpartition("Reading")[2]
    assert last.startswith(" suppliers.xlsx")


def test_no_text_can_take_over_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[31mred" not in shown(Terminal(), monkeypatch, "\x1b[31mred")


def test_without_a_terminal_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, COUNTED) == ""


@pytest.mark.parametrize(("name", "held"), [("ACCESSIBLE", "1"), ("TERM", "dumb")])
def test_who_asks_for_plain_output_gets_a_line_and_no_spinner(
    name: str, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, held)
    assert shown(Terminal(), monkeypatch, COUNTED) == "Reading suppliers.xlsx.\n"


def test_who_asks_for_the_result_alone_gets_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MSRISK_QUIET", "1")
    assert shown(Terminal(), monkeypatch, COUNTED) == ""
