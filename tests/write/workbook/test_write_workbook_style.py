"""The colours of a workbook: measured, so that everybody can read them in print and on a screen."""

from __future__ import annotations

import pytest

from msrisk.model import Band
from msrisk.write.workbook.style import BAND_LOOKS, ENTRY_FILL, ENTRY_INK, FIGURES, HEAD_FILL, HEAD_INK, LINK_INK
from tests.write.workbook.planned_making import below, column, sheet_of

PAPER = "#FFFFFF"
PAIRS = {
    **{band.word: (look.fill, look.ink) for band, look in BAND_LOOKS.items()},
    "headings": (HEAD_FILL, HEAD_INK),
    "to fill in": (ENTRY_FILL, ENTRY_INK),
    "links": (PAPER, LINK_INK),
}


def light(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 has it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    brighter, darker = sorted((light(first), light(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("where", PAIRS)
def test_letters_stand_out_from_their_ground(where: str) -> None:
    assert contrast(*PAIRS[where]) >= 4.5


@pytest.mark.parametrize("band", Band)
def test_every_band_has_an_edge_that_stands_out_from_the_paper(band: Band) -> None:
    assert contrast(BAND_LOOKS[band].outline, PAPER) >= 3


@pytest.mark.parametrize("band", Band)
def test_a_band_is_said_in_words_and_outlined_in_its_cell_alone(band: Band) -> None:
    cell, other = below(sheet_of(column(band.word, "[nothing settled]", style="band")))
    assert cell.value == band.word
    assert cell.border.left.color.rgb == f"FF{BAND_LOOKS[band].outline[1:]}"
    assert other.fill.fill_type is None


def test_a_share_that_is_not_nothing_never_looks_like_it() -> None:
    shown = FIGURES["percent"]
    assert shown.startswith('[=0]0%_0;[<0.01]"under 1%"_0;')
    assert shown.count(";") == 3  # nought, under one in a hundred, all else, words
