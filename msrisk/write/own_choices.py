"""What a rule set leaves out or asks otherwise by our own choice: told at the head of every report."""

from __future__ import annotations

from msrisk.ruleset.rules import Changed, RuleSet
from msrisk.write.words import counted

NAMED = 6  # of what one file changes; all stand under *Rules used* and in the JSON


def own_choices(rules: RuleSet, named: int = NAMED) -> list[str]:
    """A line for each rule switched off, with its reason, and one for each file that changes others."""
    return [*not_asked(rules), *changes(rules, named)]


def not_asked(rules: RuleSet) -> list[str]:
    """The rules switched off, each with the reason somebody gave."""
    return [f"Not asked, by our own choice: {name}: {reason}" for name, reason in rules.off.items()]


def changes(rules: RuleSet, named: int = NAMED) -> list[str]:
    """What each overlay replaces or adds; the yardstick is then not the one that came with msrisk."""
    files: dict[str, list[Changed]] = {}
    for each in rules.changed:
        files.setdefault(each.file, []).append(each)
    return [f"{_counted(rules, held)} by {file}: {_named(held, named)}." for file, held in files.items()]


def _counted(rules: RuleSet, held: list[Changed]) -> str:
    """``2 rules changed``; figures, points and the worklist are no rules."""
    ours = sum(each.name in rules.rules for each in held)
    said = [counted(ours, "rule")] * bool(ours) + [counted(len(held) - ours, "setting")] * (len(held) > ours)
    return f"{' and '.join(said)} changed"


def _named(held: list[Changed], named: int) -> str:
    said = [f"{each.name} ({', '.join(each.keys)})" for each in held[:named]]
    return ", ".join(said) + (f" and {len(held) - named:,} more" if len(held) > named else "")
