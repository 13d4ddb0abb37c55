"""What a finding rests on, as a line: a value, its cell, what it was compared with, and by what authority."""

from __future__ import annotations

from collections.abc import Iterable

from msrisk.assessment import Evidence, RuleAnswer

RoundACell = tuple[str, str]  # what is said before and behind the cell


def asked(evidence: Evidence) -> str:
    """What was asked of a value and the answer: ``at least £36m? yes``."""
    if not evidence.answer:
        return evidence.compared_with
    plain = evidence.compared_with[:1].isupper() or " " not in evidence.compared_with
    return f"{'is it ' if plain else ''}{evidence.compared_with}? {evidence.answer}"


def evidence_line(evidence: Evidence) -> str:
    """One value, its cell and what it was compared with, as a line."""
    return with_cells([_round_its_cell(evidence)], [evidence.address])


def round_cells(answer: RuleAnswer) -> list[RoundACell]:
    """All that an answer rests on, but for the cells."""
    return list(map(_round_its_cell, answer.evidence))


def with_cells(said: Iterable[RoundACell], cells: Iterable[str]) -> str:
    """The same with each cell in its place; '' where no cell holds a value."""
    both = zip(said, cells, strict=True)
    return "; ".join(
        [f"{before} ({cell}){behind}" if cell else before + behind for (before, behind), cell in both]
    )


def _round_its_cell(evidence: Evidence) -> RoundACell:
    note = f"; {evidence.note}" if evidence.note else ""
    source = f" [{evidence.source}]" if evidence.source else ""
    return f"{evidence.label}: {evidence.shown}", f"; {asked(evidence)}{source}{note}"
