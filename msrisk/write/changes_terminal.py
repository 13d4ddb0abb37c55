"""What would change if other rules were adopted, for a terminal of any width."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from msrisk.comparing import Comparison
from msrisk.files import one_line
from msrisk.ruleset.difference import Difference
from msrisk.ruleset.rules import RuleSet
from msrisk.write.changes import ALIKE, NOBODY, by_which, moved_words, rescored_said, worklist_said
from msrisk.write.grid import indented
from msrisk.write.terminal import Part
from msrisk.write.words import NOT_ADVICE, counted, day

MOST_OF_A_KIND = 5  # of one kind of difference, beyond which only the names are shown


def changes(compared: Comparison, top: int) -> list[Part]:
    """In what the rule sets differ, how many would move and from where to where, and the first of them."""
    old, new = compared.old, compared.new
    screened = counted(int(new.screened.sum()), "supplier")
    return [
        "",
        Text(f"Old: {_named(old.rules)}"),
        Text(f"New: {_named(new.rules)}"),
        Text(f"{screened} screened with each, as of {day(new.as_of)}."),
        *_differences(compared),
        *_counts(compared),
        *_movers(compared, top),
        "",
        Text(NOT_ADVICE),
    ]


def _named(rules: RuleSet) -> str:
    return f"{one_line(rules.title)} ({rules.name} {rules.version})"


def _differences(compared: Comparison) -> Iterator[Part]:
    yield ""
    if not compared.differences:
        yield Text(ALIKE)
        return
    yield Text(f"In what they differ ({len(compared.differences)})", "bold")
    by_kind: dict[str, list[Difference]] = {}
    for each in compared.differences:
        by_kind.setdefault(each.kind, []).append(each)
    for kind, alike in by_kind.items():
        if len(alike) > MOST_OF_A_KIND:
            yield indented(f"{kind} ({len(alike)}): {', '.join(each.name for each in alike)}", 2)
        else:
            yield from (indented(one_line(each.said), 2) for each in alike)


def _counts(compared: Comparison) -> Iterator[Part]:
    yield ""
    moved = len(compared.numbers)
    if not moved:
        yield from map(Text, [NOBODY, *rescored_said(compared), *worklist_said(compared)])
        return
    yield Text(f"{counted(moved, 'supplier')} would stand in another band", "bold")
    for before, after, count in compared.counts:
        yield indented(f"{before.word} -> {after.word}: {count:,}", 2)
    if compared.by_rule:
        yield indented(f"By rule: {', '.join(f'{name} ({count:,})' for name, count in compared.by_rule)}", 2)
    yield from map(Text, [*rescored_said(compared), *worklist_said(compared)])


def _movers(compared: Comparison, top: int) -> Iterator[Part]:
    shown = range(min(top, len(compared.numbers)))
    if not shown:
        return
    yield ""
    yield Text("Who, the highest priority under the new rules first", "bold")
    for place in shown:
        mover = compared.mover(place)
        yield indented(f"{one_line(mover.name)}: {moved_words(mover)}", 2)
        for line in by_which(mover):
            yield indented(line, 4)
    left = len(compared.numbers) - len(shown)
    if left > 0:
        yield f"… {left:,} more: write them all with  -o changes.xlsx"
