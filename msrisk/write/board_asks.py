"""What a board is asked to do with its page, and the law and guidance that this run's rules cite for a buyer."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.files import one_line
from msrisk.model import About
from msrisk.report import Report
from msrisk.ruleset.rules import source_name
from msrisk.write.board import Board

RESPONSIBLE = "Agree who is responsible for dealing with them, by name or post:"
NEXT_DUE = "Agree on which day the next register is due:"
_NAMED, _LONGEST = 3, 40
_OURS = "ours"  # a source that is no law


def first_categories(board: Board) -> str:
    """The categories to deal with first, by name: those in the table with most of High priority or above."""
    everywhere = sum(bool(topic.name and topic.high) for topic in board.report.by_topic)
    if not everywhere:
        return "Note that no category has anybody of High priority or above."
    grave = sorted((topic for topic in board.kinds.apart if topic.high), key=lambda topic: -topic.high)
    if not grave:
        return "Note that all of High priority or above are in smaller categories, which the register names."
    named = [_short(board.report.suppliers.without_persons(topic.name)) for topic in grave[:_NAMED]]
    more = everywhere - len(named)
    said = f" The register names {more:,} more that have anybody of High priority or above." if more else ""
    return f"Note the categories to deal with first: {', '.join(named)}.{said}"


def largest_of_the_others(board: Board) -> str:
    """Which kinds are counted together, by name and without a sum; '' where it is not several."""
    others = [topic.name for topic in board.kinds.together if topic.name]
    if len(others) < _NAMED:
        return ""
    named = [_short(board.report.suppliers.without_persons(name)) for name in others[:_NAMED]]
    return f" Largest of the others: {', '.join(named)}."


def _short(name: str) -> str:
    name = one_line(name)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def why_asked(report: Report) -> str:
    """What the rules about us, the buyer, cite; '' where this rule set asks nothing of a buyer."""
    cited = list(dict.fromkeys(_cited(report)))
    if not cited:
        return ""
    more = f", and {len(cited) - _NAMED:,} more that the register names" if len(cited) > _NAMED else ""
    return (
        f"What these rules ask of us as the buyer is taken from: {'; '.join(cited[:_NAMED])}{more}. How far each "
        "binds us is for our legal adviser to say."
    )


def _cited(report: Report) -> Iterator[str]:
    for rule in report.asked:
        if rule.about is About.US:
            for source in rule.source.split("; "):
                yield from _full(report, source)


def _full(report: Report, source: str) -> Iterator[str]:
    """The name of a source in full, without paragraphs; nothing for one that continues another or is our own."""
    held = report.rules.sources.get(source_name(source))
    if held is not None and held.name != _OURS:
        yield one_line(held.cite)
