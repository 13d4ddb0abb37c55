"""One supplier in the files that were joined: found, perhaps found, turned down, not found, not looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msrisk.files import one_line, safe_text
from msrisk.model import PERSON, Candidate, Column, Decision, Join, Reason, SourceKind, Suppliers, Way
from msrisk.model.payees import UNNAMED

# What it means when a supplier is not in a source; a reader must not take it for an answer.
NOT_FOUND = {
    SourceKind.OWN_TABLE: "not in that table",
    SourceKind.REGISTRY: "not found; the registry is voluntary, so a statement may be published all the same",
    SourceKind.COMPANIES: "not found under this name or number; it may be a company all the same",
    SourceKind.WATCHLIST: "no such name on it",
}
NOT_LOOKED_FOR = "not looked for, since it names no single supplier"
TO_CHECK = "identity to check, not confirmed"
IDENTITY = "watchlist_identity"
_NAMES_IT = frozenset(("company_number", "statement_covers_supplier"))  # said already, or by the listing itself
_ACTIVE = ("active",)


def found_in(suppliers: Suppliers, number: int) -> list[str]:
    """Of each source what became of one supplier, with what the source says of it."""
    return [line for join in suppliers.joins for line in _one_said(suppliers, join, number)]


def _one_said(suppliers: Suppliers, join: Join, number: int) -> Iterator[str]:
    entries, entry = join.entries, int(join.entry[number])
    title = one_line(entries.dated_title if entries.kind is SourceKind.WATCHLIST else entries.title)
    if suppliers.kind(number) in (PERSON, UNNAMED):
        yield f"{title}: {NOT_LOOKED_FOR}"
    elif entry >= 0:
        yield f"{title}: {listed(join, entry)}; {how_found(join, number)}"
        yield from (f"  {line}" for line in details(suppliers, join, number))
    elif number in join.waiting:
        yield f"{title}: perhaps one of these. Nothing rests on it until somebody decides:"
        yield from (f"  {listed(join, each.entry)}: {reasons_said(each)}" for each in join.waiting[number])
    elif not turned_down(join, number):
        yield f"{title}: {NOT_FOUND[entries.kind]}"
    for decision in turned_down(join, number):
        yield f"{title}: '{one_line(decision.theirs.name)}' was turned down{decided_by(decision)}"


def how_found(join: Join, number: int) -> str:
    """``found by: the same name``; of a watchlist, that somebody has to look; of a decision, whose it is."""
    way = Way(int(join.way[number]))
    decisions = [each.decision for each in join.decided if each.supplier == number and each.decision.accepted]
    if decisions:
        return f"accepted{decided_by(decisions[0])}"
    found = f"found by: {way.words}"
    return f"{TO_CHECK}; {found}" if join.entries.kind is SourceKind.WATCHLIST else found


def decided_by(decision: Decision) -> str:
    """`` by J Officer on 26 November 2026: asked their secretary``, as far as it was written down."""
    by = f" by {one_line(decision.by)}" if decision.by else " by somebody who gave no name"
    on = f" on {one_line(decision.on)}" if decision.on else ""
    return f"{by}{on}: {one_line(decision.why)}" if decision.why else f"{by}{on}, without a reason"


def turned_down(join: Join, number: int) -> list[Decision]:
    """The decisions that an entry is not this supplier, nor its parent."""
    return [each.decision for each in join.decided if each.supplier == number and each.decision.accepted is False]


def details(suppliers: Suppliers, join: Join, number: int) -> list[str]:
    """What the entry that was found says; of a watchlist, what agrees and what does not."""
    if join.entries.kind is SourceKind.WATCHLIST:
        column = suppliers.columns.get(IDENTITY)
        return [one_line(column.reading(number).note)] if column and column.reading(number).note else []
    lines = says(join, int(join.entry[number]))
    return [*lines, *_estimated(suppliers, number)] if join.entries.kind is SourceKind.COMPANIES else lines


def _estimated(suppliers: Suppliers, number: int) -> list[str]:
    """What the accounts filed make likely of the turnover."""
    turnover = suppliers.columns.get("turnover")
    if turnover is None or turnover.spoken_by(number) != "accounts_category" or not turnover.text(number):
        return []
    return [f"{turnover.field.label}: {turnover.text(number)}, {turnover.reading(number).note}"]


def says(join: Join, entry: int) -> list[str]:
    """Every value an entry gives, with its label; what only names it is left out."""
    columns = join.entries.columns or {}
    told = [column for name, column in columns.items() if name not in _NAMES_IT and column.text(entry)]
    return [_value_said(column, entry) for column in told]


def _value_said(column: Column, entry: int) -> str:
    """A value with its label; behind it what its source adds, which stands after a colon in the note."""
    reading = column.reading(entry)
    detail = one_line(reading.note.partition(": ")[2])
    if column.field.name == "company_status" and reading.parts not in ((), _ACTIVE):
        detail = "is it the company we pay?"
    return f"{column.field.label}: {one_line(column.text(entry))}{f' ({detail})' if detail else ''}"


def listed(join: Join, entry: int) -> str:
    """An entry as its source lists it, with its company number."""
    number = join.entries.numbers[entry]
    name = one_line(join.entries.names[entry])
    return f"'{name}', {number}" if number else f"'{name}'"


def reasons_said(candidate: Candidate) -> str:
    """What agrees and what does not: ``name 'Acme' and 'Acme Ltd' agree; country GB and FR differ``."""
    return "; ".join(map(reason_said, candidate.reasons))


def reason_said(reason: Reason) -> str:
    """One thing that was compared, ours first."""
    words = {True: "agree", False: "differ", None: "cannot be compared"}
    return f"{reason.what} {_quoted(reason.ours)} and {_quoted(reason.theirs)} {words[reason.agrees]}"


def _quoted(text: str) -> str:
    return f"'{one_line(text)}'" if text else "not given"


def supplier_joins(suppliers: Suppliers, number: int) -> list[dict[str, Any]]:
    """Where one supplier was found, for programs; and what may be it, which nothing rests on."""
    said = []
    for join in suppliers.joins:
        entry = int(join.entry[number])
        if entry >= 0:
            said.append(_pair(join, entry, Way(int(join.way[number])), 100))
        said += [
            _pair(join, each.entry, each.way, each.confidence, possible=True)
            for each in join.waiting.get(number, ())
        ]
    return said


def _pair(join: Join, entry: int, way: Way, confidence: int, possible: bool = False) -> dict[str, Any]:
    return {
        "source": safe_text(join.entries.title),
        "name": safe_text(join.entries.names[entry]),
        "company_number": join.entries.numbers[entry],
        "how": way.name.lower(),
        "confidence": confidence,
        "possible": possible,
    }
