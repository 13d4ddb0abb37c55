"""Whether the cells below a heading bear it out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msrisk.model import Field, Heading, Sheet
from msrisk.normalise.heading.cell_kinds import (
    WORDS,
    counted,
    is_kind,
    is_number,
    kind_of,
    nearly_all,
    only_kind,
    texts_below,
)
from msrisk.normalise.heading.headings import BY_CELLS
from msrisk.values.name import key

ENOUGH = 5  # different texts: where so many hold none of its kind, it is another column
MANY_NAMES = 50  # however long the list, so many different organisations are no buyers
FEW = 3
ROWS_EACH = 4  # of a supplier, at most, on the whole: a buyer has far more
LARGE = 1000  # pounds; a score or a share is hardly ever so much

_CODE = re.compile(r"(?=\S*\d)\S+")
_LEDGER_CODE = re.compile(r"(?=\S*\d)(?!\S*[^\W\d_]{4})\S+")
_BUDGETS = frozenset(
    ("admin", "administration", "programme", "program", "capital", "revenue", "resource", "grant", "grants")
)
_LINES = frozenset(("item", "vat", "tax", "freight", "miscellaneous"))
_PENCE = re.compile(r"\d\.\d\d")
_PUBLIC = frozenset(
    "council borough nhs pct ccg icb ministry department authority university police government commission".split()
)
_WITHOUT_GRAMMAR = frozenset(("text", "labels"))


def does_not_fit(sheet: Sheet, below: int, heading: Heading, field: Field) -> str:
    """Why the cells below a heading cannot be the field, or ''.

    below: the first row under the heading, from 0.  A heading that is taken only where its cells bear it out
    must be proved by them; any other must only not be contradicted.
    """
    texts = texts_below(sheet, below, heading.column)
    if not texts:
        needed = heading.how == BY_CELLS or field.several > 1 or field.instead_of or field.kind.name == "proclass"
        return "its cells are blank" if needed else ""
    if heading.how == BY_CELLS:
        return _not_proved(sheet, below, heading.column, texts, field)
    wrong = _contradicted(texts, field)
    return f"its heading looks like {field.label}, but {wrong}" if wrong else ""


def holds_many_names(sheet: Sheet, below: int, column: int) -> bool:
    """Whether a column is words and many of them different, as suppliers are; buyers are one or a few."""
    texts = texts_below(sheet, below, column)
    words = sum(kind_of(text) == WORDS for text in texts)
    if words * 2 < len(texts) or not texts:
        return False
    filled, different = counted(sheet, below, column)
    return different >= max(FEW, min(MANY_NAMES, filled // ROWS_EACH))


def look_like(sheet: Sheet, below: int, column: int) -> str:
    """The field that cells alone say, where their form is like no other: company numbers and postcodes."""
    texts = texts_below(sheet, below, column)
    if len(texts) < ENOUGH:
        return ""
    marked = sum(text.strip()[:2].isalpha() or text.startswith("0") for text in texts)
    if marked * 4 > len(texts) and _company_numbers(texts):
        return "company_number"
    return "postcode" if nearly_all(is_kind(text, "postcodes") for text in texts) else ""


def _contradicted(texts: Sequence[str], field: Field) -> str:
    """What the cells are instead, where that is plain."""
    kind = field.kind.name
    only = only_kind(texts)
    if kind == "name":
        called_so = only == "yes and no" and len(set(texts)) == 1  # a firm may be called TRUE
        return "" if only in ("", WORDS) or called_so else f"its cells are {only}"
    if field.of == "line" and kind == "text" and (field.several > 1 or field.instead_of):
        return _says_nothing_of_purchases(texts)
    if kind == "yes_no" and only == "links":
        return "its cells are links"
    if kind == "id":
        return "its cells are words" if len(texts) >= ENOUGH and nearly_all(map(_is_name, texts)) else ""
    if kind in _WITHOUT_GRAMMAR:
        return ""
    at_once = field.pool == "sum" or kind in ("number", "percent")
    if (at_once or len(texts) >= ENOUGH) and not any(field.read(text).understood for text in texts):
        return f"no cell is {field.kind.in_words}"
    return ""


def _says_nothing_of_purchases(texts: Sequence[str]) -> str:
    if nearly_all(map(is_number, texts)):
        return "its cells are numbers"
    if nearly_all(_LEDGER_CODE.fullmatch(text.strip()) is not None for text in texts):
        return "its cells are codes"
    plain = {key(text) for text in texts}
    if plain <= _BUDGETS:
        return "its cells name a budget and no purchase"
    return "its cells name kinds of invoice lines and no purchase" if plain <= _LINES else ""


def _is_name(text: str) -> bool:
    return " " in text.strip() and not any(map(str.isdigit, text))


def _not_proved(sheet: Sheet, below: int, column: int, texts: Sequence[str], field: Field) -> str:
    """Why the cells do not prove a heading that says little by itself."""
    may_be = f"may be {field.label}; settle it with --map"
    if field.pool == "by spend":
        return "" if _tell_apart(texts) else f"the same in every row, or no words; {may_be}"
    if field.kind.name != "name":
        prove = _PROOFS.get(field.kind.name)
        proved = prove(texts) if prove else nearly_all(field.read(text).understood for text in texts)
        return "" if proved else may_be
    if not holds_many_names(sheet, below, column):
        return f"few different values, as a buyer's column has; {may_be}"
    public = sum(not _PUBLIC.isdisjoint(key(text).split()) for text in texts)
    return f"most are public bodies, as buyers are; {may_be}" if public * 2 >= len(texts) else ""


def _tell_apart(texts: Sequence[str]) -> bool:
    """Whether they are words, and not one and the same throughout, as the name of who publishes a list is."""
    return len(texts) > 1 and only_kind(texts) == WORDS


def _company_numbers(texts: Sequence[str]) -> bool:
    """Eight characters, but for the noughts a spreadsheet lost; a charity's or an invoice's are not."""
    full = sum(len(text.strip()) == 8 for text in texts)
    return full * 10 >= len(texts) and nearly_all(is_kind(text, "company numbers") for text in texts)


def _amounts(texts: Sequence[str]) -> bool:
    """Figures among which some have pence or are large: scores and counts hardly ever."""
    figures = [text.replace(",", "").strip("-£ ()") for text in texts]
    numbers = [figure for figure in figures if is_number(figure)]
    if not nearly_all(map(is_number, figures)):
        return False
    return any(_PENCE.search(each) or float(each.strip("-£ ")) >= LARGE for each in numbers)


def _codes(texts: Sequence[str]) -> bool:
    return nearly_all(_CODE.fullmatch(text.strip()) is not None for text in texts)


_PROOFS: dict[str, Callable[[Sequence[str]], bool]] = {
    "company_number": _company_numbers,
    "money": _amounts,
    "id": _codes,
}
