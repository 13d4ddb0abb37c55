"""A picture of bars says the same to who sees it and to who does not."""

import re

from msrisk.write.page.chart import WIDTH, Bar, Bars, bar_chart


def drawn(*bars: Bar, name: str = "Cleaning") -> str:
    return bar_chart("here", "Spend", "Cleaning, £5.", [Bars(name, bars)])


def test_it_has_a_role_a_title_and_a_description_that_it_points_to() -> None:
    made = drawn(Bar(0.5, "£5"))
    assert 'role="img" aria-labelledby="here-title here-about"' in made
    assert '<title id="here-title">Spend</title>' in made
    assert '<desc id="here-about">Cleaning, £5.</desc>' in made


def test_a_bar_is_as_long_as_its_share_and_nothing_has_no_bar() -> None:
    half, whole = (float(re.findall(r'width="([\d.]+)"', drawn(Bar(part, "£5")))[0]) for part in (0.5, 1.0))
    assert abs(whole / half - 2) < 0.02
    assert "<rect" not in drawn(Bar(0.0, "£0"))


def test_what_is_very_little_can_still_be_seen() -> None:
    assert 'width="2"' in drawn(Bar(0.0001, "£5"))


def test_the_longest_bar_leaves_room_for_its_number() -> None:
    said = "£1,123,456,789 (over 99 %)"
    width = float(re.findall(r'width="([\d.]+)"', drawn(Bar(1.0, said)))[0])
    assert width + 7 * len(said) < WIDTH


def test_a_name_is_text_and_a_long_one_is_shortened_with_a_mark() -> None:
    assert "<b>" not in drawn(Bar(1.0, "£5"), name="<b>")
    assert f"{'x' * 41}…" in drawn(Bar(1.0, "£5"), name="x" * 90)
