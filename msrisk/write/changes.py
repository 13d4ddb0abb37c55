"""What would change if other rules were adopted, in words that the terminal and the files share."""

from __future__ import annotations

from msrisk.comparing import Comparison, Mover, Responsible
from msrisk.model import Outcome
from msrisk.write.words import counted

NOBODY = "Nobody on this list would stand in another band."
ALIKE = "The two ask and count alike."
BY_THE_SUM = "no rule ended otherwise: the lines between the bands, or how points are added up, differ"


def rescored_said(compared: Comparison) -> list[str]:
    """How many would keep their band at another score; nothing where nobody would."""
    if not compared.rescored:
        return []
    same, suppliers = ("their", "suppliers") if compared.rescored > 1 else ("its", "supplier")
    return [f"{compared.rescored:,} {suppliers} would keep {same} band, at another score."]


def worklist_said(compared: Comparison) -> list[str]:
    """Who would enter and leave *look first*, and how many are parked; nothing where both stay as they are."""
    said = []
    enter, leave = compared.look_first
    if enter or leave:
        said.append(f"Look first: {counted(enter, 'supplier')} would enter, {leave:,} would leave.")
    before, after = compared.parked
    if before != after:
        said.append(f"Parked: {before:,} before, {after:,} after.")
    return said


def moved_words(mover: Mover) -> str:
    """``Not cleared -> High, score 10 -> 35``."""
    return f"{mover.before.word} -> {mover.after.word}, score {mover.score_before} -> {mover.score_after}"


def by_which(mover: Mover) -> list[str]:
    """The rules responsible, one a line; that there is none says so."""
    return [responsible_words(each) for each in mover.responsible] or [BY_THE_SUM]


def responsible_words(each: Responsible) -> str:
    """``s54-no-statement: clear -> flagged``, with the points where those changed."""
    ended = f"{_ended(each.before)} -> {_ended(each.after)}" if each.before != each.after else _ended(each.after)
    if each.points_before != each.points_after and each.before is not None and each.after is not None:
        return f"{each.rule.id}: {ended}, points {each.points_before} -> {each.points_after}"
    points = each.points_after or each.points_before
    return f"{each.rule.id}: {ended}" + (f" ({counted(points, 'point')})" if points else "")


def _ended(outcome: Outcome | None) -> str:
    return "not asked" if outcome is None else outcome.word
