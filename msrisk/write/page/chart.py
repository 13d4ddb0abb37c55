"""Bars as a picture inside a page: with the numbers beside them, and told in words to who does not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msrisk.write.page.html import Html, element, lines

WIDTH = 310  # in units of the picture, which is as wide as its column
_LETTER = 7.4  # how wide a letter or figure is at most, on average; beside the longest bar its number must fit
_LINE, _BAR, _STEP, _GAP = 18, 12, 17, 5
_SHORTEST = 2  # a bar of anything at all can be seen
_LETTERS = 42  # of a label; the table beside the picture has it whole


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long it is, from 0 to 1, and its number in words.  kind: how it is filled."""

    length: float
    said: str
    kind: str = "first"


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one thing, below its name."""

    name: str
    bars: tuple[Bar, ...]


def bar_chart(
    id_: str, title: str, description: str, groups: Sequence[Bars], legend: Sequence[tuple[str, str]] = ()
) -> Html:
    """The picture.

    id_: of the page's own, for what reads the title and description aloud.  legend: how a bar is filled, and what
    it shows.
    """
    longest = WIDTH - 8 - _LETTER * max((len(bar.said) for group in groups for bar in group.bars), default=0)
    drawn = _legend(legend)
    top = _LINE + _GAP if legend else 0
    for group in groups:
        drawn.append(_text(0, top + _LINE - 4, _short(group.name), "name"))
        top += _LINE
        for bar in group.bars:
            drawn += _bar(bar, top, longest)
            top += _STEP
        top += _GAP
    return element(
        "svg",
        Html("\n"),
        lines(
            element("title", title, id=f"{id_}-title"),
            element("desc", description, id=f"{id_}-about"),
            *drawn,
        ),
        Html("\n"),
        role="img",
        aria_labelledby=f"{id_}-title {id_}-about",
        class_="bars",
        viewBox=f"0 0 {WIDTH} {top}",
    )


def _legend(legend: Sequence[tuple[str, str]]) -> list[Html]:
    """A square of each filling and what it shows, side by side."""
    drawn, left = [], 0
    for kind, said in legend:
        drawn.append(element("rect", x=f"{left}.5", y="2.5", width="11", height="11", class_=kind))
        drawn.append(_text(left + 18, 12, said, "key"))
        left += 18 + round(_LETTER * (len(said) + 3))
    return drawn


def _bar(bar: Bar, top: int, longest: float) -> list[Html]:
    long = max(_SHORTEST, round(max(0.0, min(1.0, bar.length)) * longest)) if bar.length > 0 else 0
    shape = element("rect", x="0.5", y=f"{top}.5", width=str(long), height=str(_BAR - 1), class_=bar.kind)
    base = element("path", d=f"M0.5 {top}v{_BAR}", class_="base")
    return [*([shape] if long else []), base, _text(long + 6, top + _BAR - 2, bar.said, "said")]


def _text(x: int, y: int, said: str, kind: str) -> Html:
    return element("text", said, x=str(x), y=str(y), class_=kind)


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
