"""The checks of pages find what they are there to find, and the award page passes them."""

from pathlib import Path
from typing import Any

import pytest

from tests.page_checks import assert_page_is_sound, fetched, spilling, tab_stops, violations

GOOD = """<!DOCTYPE html><html lang="en-GB"><head><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>{0}<main id="main"><h1>A page</h1>{1}</main></body></html>"""
SKIP = '<a href="#main">Skip to the page</a>'


def page(folder: Path, inside: str, above: str = SKIP) -> Path:
    path = folder / "page.html"
    path.write_text(GOOD.format(above, inside), encoding="utf-8")
    return path


def test_a_plain_page_is_sound(browser: Any, tmp_path: Path) -> None:
    assert_page_is_sound(browser, page(tmp_path, "<p>Words.</p>"))


@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        ('<p style="color: #bbb">Pale words.</p>', "color-contrast"),
        ('<svg role="img" width="9" height="9"></svg>', "svg-img-alt"),
        ("<h4>Deep</h4>", "heading-order"),
        ('<a href="#main"></a>', "link-name"),
    ],
)
def test_axe_finds_what_is_wrong(inside: str, rule: str, browser: Any, tmp_path: Path) -> None:
    assert rule in " ".join(violations(browser, page(tmp_path, inside)))


def test_what_is_wider_than_a_narrow_window_is_named(browser: Any, tmp_path: Path) -> None:
    wide = page(tmp_path, '<p style="width: 600px">As wide as that.</p>')
    assert spilling(browser, wide) == ["P: As wide as that."]


def test_whatever_is_fetched_is_named(browser: Any, tmp_path: Path) -> None:
    assert any(
        "there.css" in each
        for each in fetched(browser, page(tmp_path, '<link href="there.css" rel="stylesheet">'))
    )


def test_a_stop_that_nobody_sees_is_told(browser: Any, tmp_path: Path) -> None:
    hidden = page(tmp_path, '<a href="#main" style="outline: none">Here</a>')
    assert [each["marked"] for each in tab_stops(browser, hidden)] == [True, False]
    with pytest.raises(AssertionError):
        assert_page_is_sound(browser, page(tmp_path, "<p>No way past the menu.</p>", above=""))
