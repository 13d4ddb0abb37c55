"""The house style: what every page shares, and a page head that stays text."""

import re

import pytest

from msrisk.write.page.style import house_style, in_style

HOSTILE = [
    '"; } body { display: none; } @page { x: "',
    "</style><script>",
    "a\\b",
    "line\nfeed",
    "\x1b[31m",
    "Ł & Co",
]


@pytest.mark.parametrize("head", HOSTILE)
def test_a_page_head_ends_neither_its_quotes_nor_the_style(head: str) -> None:
    made = house_style(head)
    (said,) = re.findall(r'@top-left \{ content: "([^"]*)"; font', made)
    assert not set(said) & set('"<>{};:\n\x1b')
    assert made.count("{") == made.count("}") == house_style("plain").count("{")


def test_a_page_head_reads_as_it_was_given() -> None:
    said = in_style("Not an award criterion, Ł & Co")
    assert (
        re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), said) == "Not an award criterion, Ł & Co"
    )


def test_what_a_page_adds_stands_after_what_all_share() -> None:
    assert house_style("x", ".own { width: 1%; }").endswith(".own { width: 1%; }")


def test_nothing_is_fetched_by_the_style() -> None:
    assert not re.search(r"url\(|@import", house_style("x"))


def test_paper_can_lie_on_its_side() -> None:
    assert "size: A4 landscape;" in house_style("x", paper="A4 landscape")
