"""The library's way to a page about one supplier."""

from pathlib import Path

import pytest

from msrisk import InputError, read_suppliers, write_page
from tests.cli.cli_making import LIST, ROWS


def test_both_pages_are_written_and_neither_over_the_other(tmp_path: Path) -> None:
    listed = tmp_path / "suppliers.csv"
    listed.write_text(LIST + ROWS, encoding="utf-8")
    read = read_suppliers(listed)
    page = write_page(read, "Alder Works plc", tmp_path / "page.html")
    assert b"For our own file" in page.read_bytes()
    with pytest.raises(InputError, match="a page for the supplier would replace it"):
        write_page(read, "Alder Works plc", page, for_supplier=True)
    theirs = write_page(read, "2", tmp_path / "theirs.html", for_supplier=True)
    assert b"Alder Works plc" in theirs.read_bytes()
    with pytest.raises(InputError, match="no supplier called"):
        write_page(read, "Nobody", tmp_path / "third.html")
    assert not (tmp_path / "third.html").exists()
