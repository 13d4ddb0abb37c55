"""Every command in the README and the docs runs as it is written."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.cli.cli_making import ROOT, msrisk, msrisk_alone

PAGES = [
    ROOT / "README.md",
    ROOT / "samples" / "README.md",
    ROOT / "benchmarks" / "README.md",
    *(ROOT / "docs").glob("*.md"),
]
_COMMAND = re.compile(r"(?:py|python) -m msrisk[^`\n]*")
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def commands() -> list[ParameterSet]:
    """Every msrisk command on the pages, once, and whether it is the first of its name; it ends at a chain.

    Each runs beside fresh samples, where there is nothing to force: with and without --force it does the same.
    """
    found: dict[str, ParameterSet] = {}
    for page in filter(Path.is_file, PAGES):
        for match in _COMMAND.findall(page.read_text(encoding="utf-8")):
            command = match.split("&&")[0].strip()
            words = command.partition("-m msrisk")[2].replace(" --force", "").strip()
            first = not any(each.split()[:1] == words.split()[:1] for each in found)
            found.setdefault(words, pytest.param(command, first, id=f"{page.name}-{command}"))
    return list(found.values())


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a person has beside them: the samples and rules, in a folder they may write in."""
    for folder in ("samples", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize(("command", "first"), commands())
def test_a_command_on_the_page_runs(command: str, first: bool, clone: Path) -> None:
    """The first of each name in a process of its own, as it is written; the others here, which is quicker."""
    start = msrisk_alone if first else msrisk
    done = start(*shlex.split(command)[3:], cwd=clone)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", _PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8")))
def test_the_program_in_the_readme_runs(code: str, clone: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=clone,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (clone / "register.xlsx").is_file()


def test_the_readme_names_exactly_two_commands_that_install() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    installs = [line for line in text.splitlines() if "pip install" in line]
    assert len(installs) == 2
    assert "msrisk screen samples/suppliers.xlsx" in installs[0]
    assert "pytest" in installs[1]


def test_the_ci_runs_the_commands_the_readme_gives() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'python -m pip install --quiet ".[test]"' in gate
    assert "python -m pytest -q -n auto" in gate


def test_the_first_lines_in_the_readme_are_what_the_sample_gives(clone: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    done = msrisk("screen", "samples/suppliers.xlsx", "--as-of", "2026-11-26", cwd=clone, COLUMNS="120")
    shown = [line.strip() for line in done.stdout.splitlines()]
    headline = next(number for number, line in enumerate(shown) if " suppliers screened, £" in line)
    table = next(number for number, line in enumerate(shown) if line.startswith("What we buy"))
    bands = next(number for number, line in enumerate(shown) if line.startswith("Critical priority for checks"))
    for line in [*shown[headline : headline + 2], *shown[bands - 1 : bands + 5], *shown[table : table + 3]]:
        assert line in text


def test_a_table_of_ones_own_beside_a_rule_file_wins(clone: Path) -> None:
    words = clone / "rules" / "tables" / "purchase_words.csv"
    mine = clone / "samples" / "tables" / "purchase_words.csv"
    mine.parent.mkdir()
    mine.write_text(words.read_text(encoding="utf-8") + "shared services,,software\n", encoding="utf-8")
    name = "Quarrendale Borough Council"
    done = msrisk("explain", "samples/suppliers.xlsx", name, "--rules", "samples/overlay.yaml", cwd=clone)
    assert done.returncode == 0, done.stderr
    assert "What we buy: software." in done.stdout


def test_sources_name_every_table() -> None:
    text = (ROOT / "rules" / "tables" / "SOURCES.md").read_text(encoding="utf-8")
    tables = {path.name for path in (ROOT / "rules" / "tables").glob("*.csv")}
    assert {name for name in tables if f"`{name}`" not in text} == set()


def test_every_command_has_help_with_an_example() -> None:
    rules = (["rules", each] for each in ("list", "show", "test", "diff", "glossary", "import"))
    for words in (["demo"], ["check"], ["screen"], ["explain"], ["award"], *rules):
        done = msrisk(*words, "--help")
        assert done.returncode == 0, done.stderr
        assert "Example:" in done.stdout, words


@pytest.mark.parametrize("page", ["rules.md", "glossary.md"])
def test_the_generated_pages_say_what_the_rule_files_say(page: str) -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_pages.py"))["pages"]()
    stands = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert stands == made[page], f"docs/{page} is stale: run  python docs/make_pages.py"


def test_every_link_in_the_book_of_rules_leads_to_a_heading() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    headings = [line.lstrip("# ").lower() for line in text.splitlines() if line.startswith("##")]
    plain = {re.sub(r"[^\w -]", "", each).replace(" ", "-") for each in headings}
    links = [re.sub(r"-\d$", "", each) if each not in plain else each for each in re.findall(r"\(#(.+?)\)", text)]
    assert len(links) == len(headings)
    assert set(links) == plain
