"""Files after an option that takes one are told apart from the supplier list."""

import pytest
from typer.main import get_command

from msrisk.cli.app import app
from msrisk.cli.scattered import _FLAGS, _READ_A_LIST, refuse_scattered_files
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
        "explain april.csv Alder -o page.html --for-supplier --stage award",
        "screen april.csv -q -o out.xlsx",
        "demo folder",
        "",
    ],
)
def test_files_that_stand_together_are_taken(line: str) -> None:
    refuse_scattered_files(line.split())


def test_every_option_without_a_value_is_known_as_one() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    options = [each for name in _READ_A_LIST for each in commands[name].params if getattr(each, "is_flag", False)]
    assert {name for each in options for name in each.opts} <= _FLAGS
