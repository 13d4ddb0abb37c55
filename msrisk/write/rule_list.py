"""The rules of a set by track, and within it by how they stand on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Track
from msrisk.ruleset.rules import Rule, RuleSet, Standing
from msrisk.write.grid import Column, Grid, indented
from msrisk.write.own_choices import changes, not_asked
from msrisk.write.rule_pages import weight
from msrisk.write.terminal import Part
from msrisk.write.words import copies_said, day

WIDE = 100  # columns from which a title stands beside its rule


def rule_list(
    rules: RuleSet, today: date, track: Track | None = None, standing: Standing | None = None
) -> list[Part]:
    """The rules by track and standing; only those of one track, or of one standing, where that is named."""
    parts: list[Part] = [
        Text(one_line(rules.title), "bold"),
        f"{rules.name} {rules.version}, reviewed {day(rules.reviewed)}. Its rules on {day(today)}:",
    ]
    parts += filter(None, [copies_said(rules.copies), *changes(rules, named=len(rules.changed))])
    said = len(parts)
    for each in Track:
        held = [rule for rule in rules.rules.values() if rule.track is each]
        if track in (None, each):
            parts += _track(rules, each, held, today, standing)
    if rules.off and standing in (None, Standing.OFF):
        parts += ["", Text(f"Switched off, of every track ({len(rules.off)})", "bold")]
        parts += [indented(one_line(line), 2) for line in not_asked(rules)]
    return parts if len(parts) > said else [*parts, "", "No rule of this set is so."]


def _track(
    rules: RuleSet, track: Track, held: Sequence[Rule], today: date, wanted: Standing | None
) -> Iterator[Part]:
    for standing in Standing:
        chosen = [rule for rule in held if rule.standing(today) is standing]
        if chosen and wanted in (None, standing):
            yield ""
            note = f": {_NOTES[track]}" if track in _NOTES else ""
            yield Text(f"{track.value.capitalize()}, {standing.value} ({len(chosen)}){note}", "bold")
            yield _rows(rules, chosen, standing)


_NOTES = {
    Track.BUYER: "asked of us and not of the supplier, never scored",
    Track.EXCLUSION: "for legal review, never scored",
}


def _rows(rules: RuleSet, chosen: Sequence[Rule], standing: Standing) -> Grid:
    """Beside one another where there is room, else the title under its rule."""
    columns = (Column("Rule", whole=True), Column("Weight", whole=True, right=True), Column("Title"))
    rows = [[rule.id, weight(rules, rule), one_line(rule.title) + _when(rule, standing)] for rule in chosen]
    return Grid(columns, rows, indent=2, headed=False, beside=WIDE)


def _when(rule: Rule, standing: Standing) -> str:
    """From or until which day, where that is why the rule is not asked."""
    if standing is Standing.NOT_YET:
        return f", from {day(rule.in_force)}"
    if standing is Standing.NO_LONGER and rule.until:
        return f", until {day(rule.until)}"
    return ""
