"""What is said of one supplier, the same on a terminal and on the page for our own file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msrisk.assessment import Assessment, Evidence, RuleAnswer
from msrisk.files import one_line
from msrisk.model import About, Outcome, Track
from msrisk.report import Report
from msrisk.write.evidence_words import asked
from msrisk.write.words import counted, in_sentence

NOTHING_WOULD = (
    "No single answer would move it to another band, and no two of those that weigh most. "
    "They are still worth having: they settle the rules that are not known."
)
_CELLS, _SPELLINGS = 6, 4


def where_it_stands(report: Report, number: int) -> str:
    """The cells of its name, and how else it is written."""
    suppliers = report.suppliers
    rows, others = suppliers.rows_of(number), suppliers.spellings.get(number, ())
    cells = ", ".join(suppliers.book.address(row, "supplier_name") for row in rows[:_CELLS])
    more = f" and {len(rows) - _CELLS:,} more" if len(rows) > _CELLS else ""
    also = f"; also written {', '.join(others[:_SPELLINGS])}{' and otherwise' if len(others) > _SPELLINGS else ''}"
    return f"In {cells}{more}{also if others else ''}."


def set_aside_as(report: Report, number: int) -> str:
    """Of a payee that is no supplier for this purpose: as what, and why."""
    payees = report.suppliers.payees
    return f"Set aside: {payees.kind(number)}; {payees.reason(number)}."


def parts_of_score(one: Assessment) -> list[tuple[str, str, list[int]]]:
    """Track, group and points of the flags that make up the score: of each group only the worst counts."""
    groups: dict[tuple[str, str], list[int]] = {}
    for answer in one.ended(Outcome.FLAGGED):
        if answer.points:
            groups.setdefault((answer.rule.track.value, answer.rule.group), []).append(answer.points)
    return [(track, group, points) for (track, group), points in groups.items()]


def worst_of_flags(points: Sequence[int]) -> str:
    """``, the worst of 3 flags``; '' of one alone."""
    return f", the worst of {len(points)} flags" if len(points) > 1 else ""


def who_acts(answer: RuleAnswer) -> str:
    return "the supplier" if answer.rule.duty == "supplier" else "us"


def alike(answers: Iterable[RuleAnswer], by: Callable[[RuleAnswer], tuple[str, ...]]) -> list[list[RuleAnswer]]:
    """Answers that say the same, together."""
    groups: dict[tuple[str, ...], list[RuleAnswer]] = {}
    for answer in answers:
        groups.setdefault(by(answer), []).append(answer)
    return list(groups.values())


def blanks_of(answer: RuleAnswer) -> tuple[str, ...]:
    return answer.blanks


def rests_on(answer: RuleAnswer) -> tuple[str, ...]:
    """What an answer rests on, each value in words."""
    return tuple(map(evidence_said, answer.evidence))


def could_add(answer: RuleAnswer) -> str:
    """What a rule that is not known would add if it were."""
    rule = answer.rule
    if rule.about is not About.SUPPLIER:
        return "nothing: it is asked of us" if rule.about is About.US else "nothing: it is not law"
    if rule.track is Track.EXCLUSION:
        return "for legal review if it were flagged"
    if rule.relief:
        return f"relief {rule.relief} if it were clear"
    return f"{counted(answer.points, 'point')} if it were flagged"


def open_said(report: Report, number: int, name: str) -> str:
    """A field that keeps a rule open; with its cell and why it settles nothing, where the cell says something."""
    label, column = in_sentence(report.suppliers.fields[name].label), report.suppliers.columns.get(name)
    if column is None or column.field.of == "line" or not column.text(number).strip():
        return label
    row, note = int(column.rows[number]), column.reading(number).note
    place = f" in {report.suppliers.book.address(row, column.spoken_by(number))}" if row >= 0 else ""
    return f"{label} ('{one_line(column.text(number))}'{place}{f': {one_line(note)}' if note else ''})"


def evidence_said(evidence: Evidence) -> str:
    """One value with its cell, what was asked of it, and how well it is known."""
    place = f" in {evidence.address}" if evidence.address else ""
    note = f" ({evidence.note})" if evidence.note else ""
    return f"{evidence.label}: {evidence.shown}{place}{note}; {asked(evidence)}; {evidence.grade.word}"
