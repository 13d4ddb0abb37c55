"""Columns of invented cells and what they are taken for, for tests of headings."""

from msrisk.model import Heading, Sheet, TextColumn
from msrisk.model.arrays import Numbers
from msrisk.normalise.heading.mapping import map_columns
from msrisk.ruleset.vocabulary import load_vocabulary

FIELDS = load_vocabulary()


FIRMS = [
    f"{tree} {trade} Ltd" for tree in ("Alder", "Birch", "Cedar", "Elm") for trade in ("Works", "Care", "Foods")
]


AMOUNTS = [f"{pounds}.50" for pounds in range(900, 912)]


CODES = [f"V{number}" for number in range(1001, 1013)]


COMPANY_NUMBERS = [f"0{number}" for number in range(1234561, 1234570)] + ["SC123456", "10234567", "OC301234"]


Columns = dict[str, list[str]]


def headings(columns: Columns | list[tuple[str, list[str]]]) -> list[Heading]:
    pairs = list(columns.items()) if isinstance(columns, dict) else columns
    made = []
    for _, cells in pairs:
        texts: Numbers[str] = Numbers()
        codes = texts.codes(cells)
        made.append(TextColumn(tuple(texts), codes))
    sheet = Sheet("list.csv", "", "", tuple(made))
    return map_columns(sheet, [text for text, _ in pairs], 0, FIELDS, {})


def mapped(columns: Columns) -> dict[str, str]:
    return {each.field: each.text for each in headings(columns) if each.field}


def why(columns: Columns, text: str) -> str:
    return next(each.how for each in headings(columns) if each.text == text)
