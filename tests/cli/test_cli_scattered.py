"""Files after an option that takes one are told apart from the supplier list."""

from typing import Any

import pytest
from typer.main import get_command

from msrisk.cli.app import app
from msrisk.cli.scattered import READ_A_LIST, refuse_scattered_files
from msrisk.errors import InputError


@pytest.mark.parametrize(
    "line",
    [
        "screen list.csv --registry a.csv b.csv",
        "screen list.csv --join a.csv b.csv -o out.xlsx",
        "check april.csv --sheet One may.csv",
        "explain list.csv --registry a.csv b.csv c.csv",
    ],
)
def test_files_on_both_sides_of_an_option_are_refused(line: str) -> None:
    with pytest.raises(InputError, match="stands apart from"):
        refuse_scattered_files(line.split())


@pytest.mark.parametrize(
    "line",
    [
        "screen april.csv may.csv --registry a.csv --registry b.csv -o out.xlsx --force",
        "screen --registry=a.csv --force april.csv may.csv",
        "screen april.csv --visible-only --top 5",
        "screen --publish april.csv may.csv -o out.xlsx",
        "screen april.csv --redact --names -o out.xlsx",
        "explain april.csv may.csv Alder --as-of 2026-11-22",
        "explain april.csv --as-of 2026-11-22 Alder",
        "explain april.csv --for-supplier -o page.html Alder",
        "explain april.csv --as-of 2026-11-22 -- -Alder-",
        "screen april.csv -q -o out.xlsx",
        "demo folder",
        "",
    ],
)
def test_files_that_stand_together_are_taken(line: str) -> None:
    refuse_scattered_files(line.split())


@pytest.mark.parametrize("command", sorted(READ_A_LIST))
def test_every_option_that_no_value_follows_is_known_as_such(command: str) -> None:
    whole: Any = get_command(app)
    options = whole.commands[command].params
    flags = [name for each in options if getattr(each, "is_flag", False) for name in each.opts]
    assert "--accessible" in flags
    for flag in flags:
        refuse_scattered_files([command, "--stage", "award", flag, "april.csv", "may.csv"])
