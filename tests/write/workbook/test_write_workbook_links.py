"""Links in a workbook: only where they lead to what they seem to, and a text that says where."""

from __future__ import annotations

import pytest

from msrisk.write.workbook import put
from msrisk.write.workbook.links import lead_of
from msrisk.write.workbook.plan import Link
from tests.write.workbook.planned_making import below, column, opened, planned, sheet_of


def test_a_link_says_the_host_it_leads_to() -> None:
    (cell,) = below(sheet_of(column(Link("Statement 2025", "https://www.alder.co.uk/slavery?year=2025#top"))))
    assert cell.value == "Statement 2025 (alder.co.uk)"
    assert cell.hyperlink.target == "https://www.alder.co.uk/slavery?year=2025"
    assert cell.hyperlink.location == "top"


def test_a_text_that_names_the_host_is_left_as_it_is() -> None:
    assert lead_of(Link("alder.co.uk, statement", "http://alder.co.uk/")).text == "alder.co.uk, statement"


def test_a_text_that_names_another_host_with_the_same_end_or_beginning_is_told_apart() -> None:
    assert lead_of(Link("my-bank.example", "https://bank.example/")).text == "my-bank.example (bank.example)"
    assert lead_of(Link("gov.uk.example", "https://gov.uk/")).text == "gov.uk.example (gov.uk)"
    assert lead_of(Link("Statement, www.alder.co.uk", "https://alder.co.uk/")).text == "Statement, www.alder.co.uk"


def test_a_path_in_other_letters_is_encoded() -> None:
    assert lead_of(Link("Statement", "https://alder.co.uk/é")).address == "https://alder.co.uk/%C3%A9"


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "\\\\host\\share",
            "//host.example/x",
            "mailto:a@b.example",
        ),
        *("http://gov.uk@evil.example/", "https://user:pass@alder.co.uk/", "https:///nowhere", "https://", "http"),
        *(
            "https://alder.co.uk/\u202e",
            "https://alder.co.uk/a b",
            "https://alder.co.uk:x/",
            "https://a\\b.example",
        ),
        "https://alder.co.uk/" + "x" * 2_030,
        pytest.param("http://аpple.example", id="a Cyrillic letter that looks like another"),
        pytest.param("https://alder。co.uk/", id="a dot that is none"),
        pytest.param("https://gov.uk%2eevil.example/", id="a dot in hexadecimal"),
        pytest.param("https://alder.co.uk/é ü", id="a path with a blank"),
    ],
)
def test_any_other_address_is_a_text(url: str) -> None:
    (cell,) = below(sheet_of(column(Link("Statement", url))))
    assert cell.hyperlink is None
    assert str(cell.value).startswith("Statement: ")


def test_a_link_leads_to_another_sheet_of_the_book() -> None:
    book = opened(column(Link("To the method", "sheet:What's asked")), planned(name="What's asked"))
    (cell,) = below(book.worksheets[0])
    assert (cell.value, cell.hyperlink.location) == ("To the method", "'What''s asked'!A1")


def test_beyond_what_excel_takes_a_link_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(put, "MOST_LINKS", 2)
    cells = below(sheet_of(column(*(Link("Statement", f"https://alder.co.uk/{each}") for each in range(4)))))
    assert [cell.hyperlink is not None for cell in cells] == [True, True, False, False]
    assert {cell.value for cell in cells} == {"Statement (alder.co.uk)"}
