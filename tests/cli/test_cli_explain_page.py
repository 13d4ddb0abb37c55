"""``explain -o page.html``: which page is written, over what, and what is refused."""

from pathlib import Path

import pytest

from tests.cli.cli_making import LIST, ROWS, msrisk

AS_OF = ("--as-of", "2026-11-22")


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text(LIST + ROWS, encoding="utf-8")
    return path


def test_the_page_for_our_file_is_written_beside_the_answer_and_twice_the_same(suppliers: Path) -> None:
    page = suppliers.with_name("page.html")
    done = msrisk("explain", suppliers, "Alder", *AS_OF, "-o", page)
    assert done.returncode == 0
    assert "No modern slavery statement found" in " ".join(done.stdout.split())
    assert "Wrote page.html." in done.stderr
    first = page.read_bytes()
    assert b"For our own file" in first
    assert str(suppliers.parent).encode() not in first
    assert msrisk("explain", suppliers, "Alder", *AS_OF, "-o", page).returncode == 0
    assert page.read_bytes() == first


def test_the_page_for_the_supplier_shows_nothing_on_stdout_and_says_what_to_look_at(suppliers: Path) -> None:
    page = suppliers.with_name("page.html")
    done = msrisk("explain", suppliers, "Alder", *AS_OF, "--for-supplier", "-o", page)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Before you send it: read it" in " ".join(done.stderr.split())
    assert b"suppliers.csv" not in page.read_bytes()


def test_an_option_without_effect_on_the_page_for_a_supplier_is_told(suppliers: Path) -> None:
    page = suppliers.with_name("page.html")
    words = ("explain", suppliers, "Alder", *AS_OF, "--for-supplier", "-o", page)
    plain = msrisk(*words)
    first = page.read_bytes()
    done = msrisk(*words, "--stage", "award", "--acceptances", suppliers.with_name("accepted.xlsx"))
    assert done.returncode == 0, done.stderr
    assert page.read_bytes() == first
    said = "Without effect on a page for a supplier: --acceptances and --stage."
    assert said in " ".join(done.stderr.split())
    assert "Without effect" not in plain.stderr


def test_fault_125_neither_page_replaces_the_other_nor_an_edited_one_without_force(suppliers: Path) -> None:
    page = suppliers.with_name("page.html")
    msrisk("explain", suppliers, "Alder", *AS_OF, "-o", page)
    ours = page.read_bytes()
    theirs = ("explain", suppliers, "Alder", *AS_OF, "--for-supplier", "-o", page)
    refused = msrisk(*theirs)
    assert refused.returncode == 2
    assert "is a page for our own file (Alder Works plc); a page for the supplier" in refused.stderr
    assert page.read_bytes() == ours
    assert msrisk(*theirs, "--force").returncode == 0
    page.write_text("my own work", encoding="utf-8")
    assert msrisk(*theirs).returncode == 2
    assert page.read_text(encoding="utf-8") == "my own work"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("Nobody Ltd", "-o", "page.html"), "there is no supplier called 'Nobody Ltd'", id="nobody"),
        pytest.param(("d", "-o", "page.html"), "suppliers are called like 'd'", id="several"),
        pytest.param(
            ("s54-no-statement", "-o", "page.html"), "is a rule, and this explains a supplier", id="a rule"
        ),
        pytest.param(("Alder", "-o", "page.pdf"), "does not end in .html", id="another ending"),
        pytest.param(("Alder", "--for-supplier"), "no file was named", id="no file"),
        pytest.param(("Alder", "-o", "suppliers.csv"), "does not end in .html", id="the list itself"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(suppliers: Path, words: tuple[str, ...], said: str) -> None:
    before = suppliers.read_bytes()
    done = msrisk("explain", suppliers, *words, *AS_OF, cwd=suppliers.parent)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert suppliers.read_bytes() == before
    assert sorted(each.name for each in suppliers.parent.iterdir()) == ["suppliers.csv"]


def test_one_suppliers_page_does_not_replace_anothers_and_nothing_is_shown_before_that_is_said(
    suppliers: Path,
) -> None:
    page = suppliers.with_name("page.html")
    for option in ((), ("--for-supplier",)):
        assert msrisk("explain", suppliers, "Alder", *AS_OF, *option, "-o", page, "--force").returncode == 0
        done = msrisk("explain", suppliers, "Birch", *AS_OF, *option, "-o", page)
        assert (done.returncode, done.stdout) == (2, "")
        assert "(Alder Works plc); a page for" in done.stderr
        assert "(Birch Care Ltd) would replace it" in done.stderr
