"""The public files that were joined: what each is, who was found in it and how; in words all outputs share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from msrisk.files import one_line, safe_text
from msrisk.model import Entries, Join, PublicFile, SourceKind, Suppliers, Way
from msrisk.model.payees import UNNAMED
from msrisk.report import Report
from msrisk.write.decisions_said import lapsed_said
from msrisk.write.words import counted
from msrisk.write.words import day as said_day

_OLD = 183  # days
_PLAIN = ("Text encoding:", "Cells are separated")  # how any text file is read
NONE_JOINED = "In this run the statement registry, Companies House and watchlists were not looked at."


def joined_said(suppliers: Suppliers) -> list[str]:
    """For each source what it is, how many were found and how, and what waits; then who was looked for in none."""
    lines = [line for join in suppliers.joins for line in _join_said(suppliers, join)]
    return [*lines, *filter(None, [_not_looked_for(suppliers)])] if lines else []


def _not_looked_for(suppliers: Suppliers) -> str:
    aside, out = int(suppliers.set_aside.sum()), len(suppliers.left_out)
    nameless = len(suppliers) - aside - looked_for(suppliers)
    said = [
        counted(aside, "payee") + " set aside" if aside else "",
        counted(nameless, "payee") + " that names no single supplier" if nameless == 1 else "",
        counted(nameless, "payee") + " that name no single supplier" if nameless > 1 else "",
        counted(out, "row") + " left out" if out else "",
    ]
    return f"Not looked for in any of these: {'; '.join(filter(None, said))}." if any(said) else ""


def old_said(report: Report) -> list[str]:
    """The sources whose files were over half a year old on the day of the run."""
    old = [
        (join.entries, day)
        for join in report.suppliers.joins
        if (day := join.entries.last_day) is not None and report.as_of.toordinal() - day > _OLD
    ]
    return [
        f"Old: {one_line(entries.title)}, of {said_day(date.fromordinal(day))}: what was listed since is not seen."
        for entries, day in old
    ]


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
        if not remark.startswith(_PLAIN):
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
            "Nothing rests on that until somebody decides; msrisk match, with the same files, writes them."
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
    return ", ".join(parts + (licences or ["licence not known"]))


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
