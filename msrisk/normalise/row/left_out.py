"""Rows that are no supplier: blank, totals, repeated headings, redacted, nil returns. Each with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import numpy as np

from msrisk.model import Flags, Ints, LeftOut, Table, TextColumn
from msrisk.normalise.row.totals import AFTER, TELLING, group_totals, is_total, says_total, texts_of
from msrisk.values.legal_form import legal_form
from msrisk.values.placeholders import is_error, is_placeholder

BLANK = "blank row"
NO_NAME = "no supplier's name"
NUMBER = "a number stands where the name should be"
NOTE = "a note, not a supplier"
ABOVE = "above the headings"
TOO_WIDE = "more cells than headings: a comma inside a text?"
TOTAL = "a total, not a supplier"
HEADING = "the heading repeated"
REDACTED = "the supplier's name is redacted"
NIL = "a nil return"
UNNAMED = "not the name of one supplier"


_NILS = texts_of("nil|nil return|nil returns|no payments|no data|none to report")
_UNNAMED = texts_of(
    """
    not awarded|various|various providers|various suppliers|various contractors|multiple|multiple suppliers
    miscellaneous|sundry|sundries|sundry suppliers|sundry creditors|one time|onetime|one time caps|one time vendor
    miscellaneous payments bacs|tbc|to be confirmed|unknown supplier
    """
)
_UNNAMED_STARTS = texts_of("various|multiple|miscellaneous|sundry")
# Redaction: a word that says so, and nothing but the words that go with it.
_REDACTING = texts_of("redacted|redaction|redact|withheld|witheld")
_BESIDE = _REDACTING | texts_of(
    """
    personal|data|information|details|detail|name|names|payee|supplier|individual|commercial|confidentiality
    confidential|expense|expenses|protection|sensitive|due|to|gdpr|foi|exempt|under|section|vulnerable|client|third
    party|and|the|of|in|as|for
    """
)
_OTHER_REDACTIONS = texts_of(
    """
    third party|third party supplier|ndors trainer|payment to individual|not yet available|confidential
    personal data|personal information|individual|private individual|not disclosed|withheld
    """
)
# What the payment was for, and then that the name is withheld: "Compensation Scheme - Name Withheld".
_NAME_WITHHELD = re.compile(r"[-–(]\s*(?:payee'?s? )?names? (?:withh?eld|redacted)\)?\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"[\s£-]*(?:\d[\s,]?){4,}\d(?:\.\d+)?\s*")  # an id, an account or an amount
_NULLS = frozenset(("\\N",))  # as databases write a cell without a value
_TRADING_AS = re.compile(r"\bt\s?/?\s?as?\b|\btrading as\b", re.IGNORECASE)
_FEW_CELLS = 3
_TITLE_ROWS = 3
_FEW_ALONE = 10  # one row in so many, at most, is no more than a name
_WORD = re.compile(r"[^\W_]+")
# No text can be a total, a nil return, unnamed or redacted without one of these.
_TELLING = (
    *TELLING,
    "nil",
    "no payments",
    "no data",
    "none to",
    "various",
    "not aw",
    "\\n",
    "multiple",
    "misc",
    "sundr",
    "one",
    "tbc",
    "tba",
    "confirm",
    "unknown",
    "third",
    "ndors",
    "individual",
    "not yet",
    "confidential",
    "personal",
    "not disclosed",
    *_REDACTING,
)


def reason_for(name: str) -> str:
    """Why a text in the name column is no supplier's name, or ''."""
    if not _WORD.search(name) or is_error(name) or name.strip() in _NULLS:
        return NO_NAME
    if _NUMBER.fullmatch(name):
        return NUMBER
    words = _words(name)
    plain = " ".join(words)
    if is_total(name, words):
        return TOTAL
    if plain in _NILS:
        return NIL
    if (
        plain in _UNNAMED
        or _goes_on(words, _UNNAMED_STARTS)
        or (words[:1] in (("tbc",), ("tba",)) and AFTER.issuperset(words[1:]))
    ):
        return UNNAMED
    if plain in _OTHER_REDACTIONS or _is_redacted(name, words):
        return REDACTED
    return ""


def _words(name: str) -> tuple[str, ...]:
    """A name as plain words; unlike a heading it keeps its numbers and is not cut at capitals."""
    return tuple(_WORD.findall(name.casefold()))


def _goes_on(words: Sequence[str], starts: Collection[str]) -> bool:
    """``Various - see list``: a telling word and nothing but words that go with it."""
    return bool(words) and words[0] in starts and AFTER.issuperset(words[1:])


def _is_redacted(name: str, words: Sequence[str]) -> bool:
    if _REDACTING.isdisjoint(words) or _TRADING_AS.search(name):
        return False
    return _BESIDE.issuperset(words) or bool(_NAME_WITHHELD.search(name))


def _holding(names: Sequence[str], words: Collection[str]) -> set[int]:
    """The numbers of the names that hold one of the words, found by searching all of them as one text."""
    joined = "\0".join([name.replace("\0", " ") for name in names]).casefold()
    found = [word for word in words if word in joined]
    if not found:
        return set()
    ends = np.flatnonzero(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32) == 0)
    places = [place.start() for word in found for place in re.finditer(re.escape(word), joined)]
    return set(np.searchsorted(ends, np.array(places, np.int64)).tolist())


def trading_names(names: Sequence[str]) -> list[str]:
    """The names, with those that are redacted but for what they trade as by that."""
    shown = list(names)
    for number in _holding(names, _REDACTING):
        shown[number] = trading_name(names[number])
    return shown


def trading_name(name: str) -> str:
    """``Redacted Personal Information Ltd t/a Oaklea House`` as Oaklea House; other names unchanged."""
    found = _TRADING_AS.search(name)
    if found and _REDACTING.intersection(_words(name)):
        return name[found.end() :].strip(" :-") or name
    return name


def reasons(table: Table, start: int, name_column: int) -> tuple[tuple[str, ...], Ints]:
    """For each row from ``start``, the number of its reason; 0 is '' and means the row is kept."""
    names = table.sheet.columns[name_column]
    codes = names.codes[start:]
    said: dict[str, int] = {"": 0}
    by_text = np.zeros(len(names.texts), np.int32)
    closer = _holding(names.texts, _TELLING)
    closer.update([number for number, text in enumerate(names.texts) if not text[:1].isalpha()])
    for number in closer:
        by_text[number] = said.setdefault(reason_for(names.texts[number]), len(said))
    found = by_text[codes]
    _mark(found, _blank_rows(table, start), said, BLANK)
    _mark(found, _repeated_headings(table, start, name_column), said, HEADING)
    alone = _alone(table, start, name_column, found)
    _mark(found, _page_titles(table, start, name_column, alone, found == said.get(HEADING, -1)), said, NOTE)
    _mark(found, alone & (found == 0) & _notes(table, start, name_column, alone), said, NOTE)
    _mark(found, group_totals(table, start, name_column, found), said, TOTAL)
    _mark(found, _too_wide(table, start) & (found == 0), said, TOO_WIDE)
    nameless = np.flatnonzero(found == said.get(NO_NAME, -1))
    for row in nameless[:1000].tolist():
        found[row] = said.setdefault(_without_a_name(table.sheet.row(start + row)), len(said))
    return tuple(said), found


def _without_a_name(cells: Sequence[str]) -> str:
    """What a row is that has cells but no name: a total, also without the word, a nil return, a note."""
    filled = [text for text in cells if text.strip()]
    beside = {" ".join(_words(text)) for text in filled}
    # "Nil" also stands in columns such as irrecoverable VAT; alone in its row it is the whole return.
    if beside & _NILS and (len(beside) <= _FEW_CELLS or "nil return" in beside):
        return NIL
    if says_total(filled):
        return TOTAL
    if len(filled) != 1 or len(cells) < _FEW_CELLS:
        return NO_NAME
    # Alone in its row, a figure is a sum of those above it, and words are a note.
    return NOTE if any(map(str.isalpha, filled[0])) else TOTAL


def _mark(found: Ints, rows: Flags, said: dict[str, int], reason: str) -> None:
    if rows.any():
        found[rows] = said.setdefault(reason, len(said))


def _blank_rows(table: Table, start: int) -> Flags:
    blank = np.ones(table.sheet.height - start, np.bool_)
    for column in _fewest_texts_first(table):
        blank &= ~column.filled()[start:]
        if not blank.any():
            break
    return blank


def _too_wide(table: Table, start: int) -> Flags:
    """Rows of a text file with more cells than the others and than the headings: their cells may have slid."""
    wide = np.zeros(table.sheet.height - start, np.bool_)
    named = max(heading.column for heading in table.headings if heading.text.strip()) + 1
    if table.sheet.regular_width:
        for column in table.sheet.columns[max(named, table.sheet.regular_width) :]:
            wide |= column.filled()[start:]
    return wide


def above(table: Table) -> list[LeftOut]:
    """Every row above the headings that holds anything, at its first filled cell."""
    found = []
    for row in range(table.start):
        texts = table.sheet.row(row)
        filled = next((column for column, text in enumerate(texts) if text.strip()), None)
        if filled is not None:
            found.append(LeftOut(table.sheet.address(row, filled), texts[filled], ABOVE))
    return found


_NOTE_STARTS = ("note", "*", "source", "please note", "©", "prepared by", "key:", "n.b.", "nb ", "nb:", "†")
_PAGE_NUMBER = re.compile(r"\W*(?:page|sheet)\s*\d+(?:\s*(?:of|/)\s*\d+)?\W*", re.IGNORECASE)


def _alone(table: Table, start: int, name_column: int, found: Ints) -> Flags:
    """Rows with nothing but a text in the name column, of those that no reason was found for."""
    alone = found == 0 if len(table.sheet.columns) > 1 else np.zeros(len(found), np.bool_)
    for column in _fewest_texts_first(table):
        if column is not table.sheet.columns[name_column] and alone.any():
            alone &= ~column.filled()[start:]
    return alone


def _page_titles(table: Table, start: int, name_column: int, alone: Flags, repeated: Flags) -> Flags:
    """The lines of a page's title, directly above its headings; not where many rows are no more than a name."""
    names = table.sheet.columns[name_column]
    titles = np.zeros(len(alone), np.bool_)
    for heading in np.flatnonzero(repeated).tolist():
        for row in range(heading - 1, max(heading - 1 - _TITLE_ROWS, -1), -1):
            if not alone[row] or legal_form(names.at(start + row)) not in (None, "public body"):
                break
            titles[row] = True
    return titles if alone.sum() * _FEW_ALONE <= len(alone) else np.zeros_like(titles)


def _notes(table: Table, start: int, name_column: int, alone: Flags) -> Flags:
    """Of these rows, those whose text reads like a note, numbers a page, or is a placeholder for a name."""
    notes = np.zeros(len(alone), np.bool_)
    names = table.sheet.columns[name_column]
    for row in np.flatnonzero(alone).tolist():
        text = names.at(start + row)
        says_page = _PAGE_NUMBER.fullmatch(text) is not None
        notes[row] = says_page or text.strip().casefold().startswith(_NOTE_STARTS) or is_placeholder(text)
    return notes


def _fewest_texts_first(table: Table) -> list[TextColumn]:
    """Columns with few texts settle most rows of a long list, and the rest need no look."""
    return sorted(table.sheet.columns, key=lambda column: len(column.texts))


def _repeated_headings(table: Table, start: int, name_column: int) -> Flags:
    """Rows whose name cell holds the heading of that column once more."""
    heading = table.headings[name_column].text.strip().casefold()
    names = table.sheet.columns[name_column]
    same = np.zeros(len(names.texts), np.bool_)
    for number in _holding(names.texts, (heading,)):
        same[number] = names.texts[number].strip().casefold() == heading
    return same[names.codes[start:]]
