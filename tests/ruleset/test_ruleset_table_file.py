"""The file of a reference table: each slip is told by its line, none is taken for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.errors import RulesError
from msrisk.ruleset.table_file import read_table_file


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        pytest.param("words,use,sector\nzog,,cleaning\nzig,stopp,cleaning\n", "t.csv:3", "'stopp'", id="use"),
        pytest.param("words,sector\n*,cleaning\n", "t.csv:2", "'*' is too short", id="a bare star"),
        pytest.param("words,sector\na* clean,cleaning\n", "t.csv:2", "'a*' is too short", id="a short stem"),
        pytest.param("words,sector,sector\nzog,a,b\n", "t.csv", "two columns", id="a heading twice"),
        pytest.param("words,sector\n", "t.csv", "no rows", id="no rows"),
        pytest.param("", "t.csv", "no rows", id="an empty file"),
        pytest.param("words;sector\nzog;cleaning\n", "t.csv", "semicolons", id="semicolons"),
    ],
)
def test_a_slip_in_a_table_is_told_by_its_file_and_line(
    tmp_path: Path, text: str, where: str, problem: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesError) as told:
        read_table_file(path)
    assert str(told.value).startswith(f"{where}:")
    assert problem in str(told.value)


def test_the_rows_of_a_table_stand_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("words,use,sector\njani* , stop,cleaning\n", encoding="utf-8")
    assert read_table_file(path).rows == ({"words": "jani*", "use": "stop", "sector": "cleaning"},)
