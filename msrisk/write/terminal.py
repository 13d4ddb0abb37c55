"""For ``check``: the cells that could not be read and the rules a list can answer, for a terminal."""

from __future__ import annotations

from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Outcome
from msrisk.report import Report
from msrisk.write.grid import Column, Grid, Hanging, figures, indented
from msrisk.write.own_choices import own_choices
from msrisk.write.words import copies_said, day, exclusions_said, in_sentence

Part = str | Text | Grid | Hanging
NOTES_SHOWN = 8


def checked_lines(report: Report) -> list[Part]:
    """What was asked, by which rules, of which day, and what was not: each on a line that need not break."""
    rules = report.rules
    by = f"Rules: {rules.name} {rules.version}, as of {day(report.as_of)}."
    return [
        Text(one_line(rules.title), "bold"),
        *map(Text, filter(None, (by, copies_said(rules.copies), exclusions_said(report)))),
    ]


def most_open(report: Report) -> list[Part]:
    """The blanks that stand in the way of most suppliers."""
    counts = sorted(
        ((int(flags.sum()), name) for name, flags in report.open_fields.items() if flags.any()), reverse=True
    )
    if not counts:
        return []
    fields = report.suppliers.fields
    said = "; ".join(f"{in_sentence(fields[name].label)} ({count:,})" for count, name in counts[:4])
    return ["", Text(f"Most often not known: {said}.")]


def understanding(report: Report) -> list[Part]:
    """For ``check``: the cells that could not be read, and which rules the list can answer."""
    suppliers = report.suppliers
    parts: list[Part] = [""]
    notes = sorted(suppliers.notes, key=lambda note: note.understood)
    parts += [
        indented(f"{note.where}: {one_line(suppliers.without_persons(note.problem))}", 2)
        for note in notes[:NOTES_SHOWN]
    ]
    if len(notes) > NOTES_SHOWN:
        parts.append(f"  … {len(notes) - NOTES_SHOWN:,} more; screen with -o register.xlsx lists them all.")
    parts += ["", "What the list can answer", *map(Text, own_choices(report.rules)), _answerable(report)]
    return [*parts, *most_open(report), ""]


def _answerable(report: Report) -> Grid:
    columns = [Column("Rule", whole=True), *map(figures, ("Settled", "Not known", "Does not apply"))]
    rows = []
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        counts = [int((outcomes == outcome).sum()) for outcome in Outcome]
        settled = counts[Outcome.FLAGGED] + counts[Outcome.CLEAR]
        held = (settled, counts[Outcome.NOT_KNOWN], counts[Outcome.NOT_APPLICABLE])
        rows.append([rule.id, *(f"{count:,}" for count in held)])
    return Grid(columns, rows)
