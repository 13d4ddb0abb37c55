"""The award page in a browser, in the hand of the other pages."""

from pathlib import Path
from typing import Any

from msrisk.write.page import award
from tests.page_checks import NARROW, assert_page_is_sound, is_tagged, opened, printed
from tests.write.award_making import BARE, FLAGGED, bids

SEEN = bids(
    ("Zeta Ltd", FLAGGED), (f"{'Unbrokenname' * 20} Ltd", FLAGGED | {"MS statement": "yes"}), ("Mu Ltd", BARE)
)
WIDTHS = "() => [...document.querySelectorAll('.stacks tbody th, .stacks tbody td')].map(each => each.clientWidth)"


def test_it_is_sound_in_a_browser_and_prints_tagged(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "award.html"
    path.write_text(award.whole(SEEN), encoding="utf-8")
    assert_page_is_sound(browser, path)
    assert is_tagged(printed(browser, path, tmp_path / "award.pdf"))


def test_on_a_narrow_screen_no_cell_of_a_stacked_table_is_narrower_than_the_table(
    browser: Any, tmp_path: Path
) -> None:
    path = tmp_path / "award.html"
    path.write_text(award.whole(SEEN), encoding="utf-8")
    with opened(browser, path, NARROW) as page:
        widths = [width for width in page.evaluate(WIDTHS) if width > 1]
    assert widths
    assert min(widths) > NARROW / 2
