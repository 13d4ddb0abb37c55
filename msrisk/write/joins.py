"""The public files that were joined: what each is, who was found in it and how; in words all outputs share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from msrisk.files import one_line, safe_text
from msrisk.model import Candidate, Column, Entries, Join, PublicFile, Reason, SourceKind, Suppliers, Way
from msrisk.model.payees import UNNAMED
from msrisk.write.decisions_said import lapsed_said
from msrisk.write.words import counted

# What it means when a supplier is not in a source; a reader must not take it for an answer.
NOT_FOUND = {
    SourceKind.OWN_TABLE: "not in that table",
    SourceKind.REGISTRY: "not found; the registry is voluntary, so a statement may be published all the same",
    SourceKind.COMPANIES: "not found under this name or number",
    SourceKind.WATCHLIST: "no such name on it",
}
_NAMES_IT = frozenset(("company_number", "statement_covers_supplier"))  # said already, or by the listing itself
NONE_JOINED = "In this run the statement registry, Companies House and watchlists were not looked at."


def joined_said(suppliers: Suppliers) -> list[str]:
    """For each source what it is, how many were found and how, and what waits for a person."""
    return [line for join in suppliers.joins for line in _join_said(suppliers, join)]


def looked_for(suppliers: Suppliers) -> int:
    """How many suppliers were looked for: not who is set aside, nor a contract without a name."""
    sought: list[int] = np.flatnonzero(~suppliers.set_aside).tolist()
    return sum(suppliers.kind(number) != UNNAMED for number in sought)


def _join_said(suppliers: Suppliers, join: Join) -> Iterator[str]:
    entries = join.entries
    sought = looked_for(suppliers)
    found = int((join.entry >= 0).sum())
    how = ", ".join(f"{count:,} by {Way(way).words}" for way, count in _ways(join))
    yield (
        f"Joined: {one_line(entries.title)} ({_files(entries)}): "
        f"{found:,} of {counted(sought, 'supplier')} found{f' ({how})' if how else ''}."
    )
    for remark in entries.remarks:
        yield f"  {one_line(remark)}"
    for remark in dict.fromkeys(remark for file in entries.files for remark in file.remarks):
        yield f"  {one_line(remark)}"
    if entries.notes and entries.kind is not SourceKind.OWN_TABLE:
        note, cells = entries.notes[0], counted(len(entries.notes), "cell")
        yield f"  {cells} of it need a word; the first, {note.where}, '{one_line(note.said)}': {note.problem}."
    for file in entries.files:
        if file.left_out:
            first, count = file.left_out[0], counted(len(file.left_out), "row")
            yield f"  {count} of {one_line(file.file)} left out; the first, {first.where}: {first.reason}."
    if join.waiting:
        yield (
            f"  {counted(len(join.waiting), 'supplier')} may be listed under a name like theirs. "
            "Nothing rests on that until somebody decides:  msrisk match"
        )
    for line in lapsed_said(suppliers, join):
        yield f"  A decision no longer holds: {line}"


def _files(entries: Entries) -> str:
    return files_said(entries.files, entries.kind is SourceKind.OWN_TABLE)


def _ways(join: Join) -> list[tuple[int, int]]:
    ways: list[int] = join.way[join.entry >= 0].tolist()
    return [(way, ways.count(way)) for way in sorted(set(ways))]


def files_said(files: tuple[PublicFile, ...], own: bool = False) -> str:
    """``2 files, 10,401 rows, dated 15/02/2022, Open Government Licence v3.0``; own: a file of the buyer's."""
    if not files:
        return "no file"
    named = one_line(files[0].file) if len(files) == 1 else counted(len(files), "file")
    dates = [file.dated for file in files if file.dated]
    licences = list(dict.fromkeys(file.licence for file in files if file.licence))
    parts = [named, counted(sum(file.rows for file in files), "row")]
    if own:
        return ", ".join(parts)
    parts += [f"dated {', '.join(dates)}"] if dates else ["no date given"]
    return ", ".join(parts + (licences or ["licence not stated"]))


def found_in(suppliers: Suppliers, number: int) -> list[str]:
    """Of each source as what one supplier was found in it and what it says, what may be it, or "not found"."""
    return [line for join in suppliers.joins for line in _one_said(join, number)]


def _one_said(join: Join, number: int) -> Iterator[str]:
    entries, entry = join.entries, int(join.entry[number])
    title = one_line(entries.title)
    if entry >= 0:
        yield f"{title}: {listed(join, entry)}; found by: {Way(int(join.way[number])).words}. It says:"
        yield from (f"  {line}" for line in says(join, entry))
    elif number in join.waiting:
        yield f"{title}: perhaps one of these. Nothing rests on it until somebody decides:"
        yield from (f"  {listed(join, each.entry)}: {reasons_said(each)}" for each in join.waiting[number])
    else:
        yield f"{title}: {NOT_FOUND[entries.kind]}"


def says(join: Join, entry: int) -> list[str]:
    """Every value an entry gives, with its label; what only names it is left out."""
    columns = join.entries.columns or {}
    told = [column for name, column in columns.items() if name not in _NAMES_IT and column.text(entry)]
    return [_value_said(column, entry) for column in told]


def _value_said(column: Column, entry: int) -> str:
    """A value with its label; behind it what its source adds, which stands after a colon in the note."""
    detail = column.reading(entry).note.partition(": ")[2]
    more = f" ({one_line(detail)})" if detail else ""
    return f"{column.field.label}: {one_line(column.text(entry))}{more}"


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


def join_record(suppliers: Suppliers, join: Join) -> dict[str, Any]:
    """One source as the run record names it."""
    entries = join.entries
    return {
        "source": safe_text(entries.title),
        "files": [
            {
                "file": safe_text(file.file),
                "sha256": file.sha256,
                "rows": file.rows,
                "dated": safe_text(file.dated),
                "licence": safe_text(file.licence),
                "rows_left_out": len(file.left_out),
            }
            for file in entries.files
        ],
        "entries": len(entries),
        "found": {Way(way).name.lower(): count for way, count in _ways(join)},
        "suppliers_with_possible_matches": len(join.waiting),
        "rejected": len(join.turned_down),
        "lapsed": lapsed_said(suppliers, join),
    }


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
