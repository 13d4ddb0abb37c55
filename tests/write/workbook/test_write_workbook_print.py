"""What is printed can be read: letters of 7 or 8 points at least, reckoned from the columns and the page."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

SMALLEST = 7  # points
TAKEN_ALONG = 8  # on the sheets that people take to a meeting
LOOKED_UP = {"Set aside", "Joined", "Data quality", "Rules used", "Method", "Words used", "Run record"}
_ACROSS = {"9": 841.9, "8": 1190.6}  # points of A4 and A3, lying
_UPRIGHT = {"9": 595.3, "8": 841.9}
_DIGIT, _PIXEL = 8, 0.75
_DEFAULT = 8.43


def letters_of(sheet: Worksheet) -> float:
    """The points of ordinary text as printed, when the sheet is made to fit the page."""
    page, margins = sheet.page_setup, sheet.page_margins
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    across = _ACROSS if page.orientation == "landscape" else _UPRIGHT
    room = across[str(page.paperSize)] - 72 * (margins.left + margins.right)
    area = str(sheet.print_area).rpartition("!")[2].replace("$", "") or sheet.dimensions
    first, _, last, _ = range_boundaries(area)
    width = sum(points_of(sheet, column) for column in range(first, last + 1))
    size = max(float(cell.font.size) for cell in sheet[sheet.max_row] if cell.font.size)
    return size * min(1.0, room / width)


def points_of(sheet: Worksheet, column: int) -> float:
    for letter, held in sheet.column_dimensions.items():
        first, last = held.min or 0, held.max or 0
        if first <= column <= last or letter == get_column_letter(column):
            return float(held.width or _DEFAULT) * _DIGIT * _PIXEL  # its edges are in the width already
    return _DEFAULT * _DIGIT * _PIXEL


KINDS = ("register", "council", "published", "changes", "award", "accept", "match", "to fill in")


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_prints_large_enough_to_read(every_kind_written: dict[str, Path], kind: str) -> None:
    sheets = [
        sheet
        for sheet in openpyxl.load_workbook(every_kind_written[kind])
        if not (kind == "to fill in" and sheet.title != "Help")
    ]
    small = {sheet.title: round(letters_of(sheet), 1) for sheet in sheets if letters_of(sheet) < SMALLEST}
    assert small == {}


@pytest.mark.parametrize("kind", ["register", "council"])
def test_what_people_take_to_a_meeting_prints_at_eight_points(
    every_kind_written: dict[str, Path], kind: str
) -> None:
    sheets = [each for each in openpyxl.load_workbook(every_kind_written[kind]) if each.title not in LOOKED_UP]
    small = {sheet.title: round(letters_of(sheet), 1) for sheet in sheets if letters_of(sheet) < TAKEN_ALONG}
    assert small == {}


def test_a_narrow_sheet_is_printed_upright_and_a_wide_one_across(every_kind_written: dict[str, Path]) -> None:
    book = openpyxl.load_workbook(every_kind_written["register"])
    upright = {sheet.title for sheet in book if sheet.page_setup.orientation != "landscape"}
    assert {"Register", "Findings", "Questions", "Data to chase"} <= upright
    assert not {"Summary", "By category", "Look first"} & upright
