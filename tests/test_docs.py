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

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "samples" / "README.md",
    ROOT / "benchmarks" / "README.md",
    *(ROOT / "docs").glob("*.md"),
]
_COMMAND = re.compile(r"(?:py|python) -m msrisk[^`\n]*")
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Every msrisk command on a page, once; a command in a chain ends at the chain."""
    found = [
        (page.name, match.split("&&")[0].strip())
        for page in PAGES
        if page.is_file()
        for match in _COMMAND.findall(page.read_text(encoding="utf-8"))
    ]
    return list(dict.fromkeys(found))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a person has beside them: the samples and rules, in a folder they may write in."""
    for folder in ("samples", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize(("page", "command"), commands(), ids=lambda each: each)
def test_a_command_on_the_page_runs(page: str, command: str, clone: Path) -> None:
    words = [sys.executable, *shlex.split(command)[1:]]
    done = subprocess.run(
        words, cwd=clone, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
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
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", "screen", "samples/suppliers.xlsx", "--as-of", "2026-11-26"],
        cwd=clone,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=True,
    )
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
    done = subprocess.run(
        [
            *(sys.executable, "-m", "msrisk", "explain", "samples/suppliers.xlsx", "Quarrendale Borough Council"),
            *("--rules", "samples/overlay.yaml"),
        ],
        cwd=clone,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "What we buy: software." in done.stdout


def test_sources_name_every_table() -> None:
    text = (ROOT / "rules" / "tables" / "SOURCES.md").read_text(encoding="utf-8")
    tables = {path.name for path in (ROOT / "rules" / "tables").glob("*.csv")}
    assert {name for name in tables if f"`{name}`" not in text} == set()


def test_every_command_has_help_with_an_example() -> None:
    rules = (["rules", each] for each in ("list", "show", "test", "diff", "glossary", "import"))
    for words in (["demo"], ["check"], ["screen"], ["explain"], ["award"], *rules):
        done = subprocess.run(
            [sys.executable, "-m", "msrisk", *words, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
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
