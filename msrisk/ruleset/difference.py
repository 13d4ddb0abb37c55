"""In what two rule sets differ: rules, terms, figures, tables, points and bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TypeVar

from msrisk.ruleset.rules import Example, Parameter, Rule, RuleSet, Source, Term

Part = TypeVar("Part", Rule, Term, Parameter, Source)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: what kind of difference, of what, and how."""

    kind: str
    name: str
    how: str = ""

    @property
    def said(self) -> str:
        return ": ".join(filter(None, (self.kind, self.name, self.how)))


_NOT_SAID = ("mark", "id", "name")


def differences(old: RuleSet, new: RuleSet) -> tuple[Difference, ...]:
    """Each difference, rules first; none when the two ask and count alike."""
    return (
        *_rules(old, new),
        *_changed_parts("Term", old.terms, new.terms),
        *_parameters(old.parameters, new.parameters),
        *_changed_parts("Source", old.sources, new.sources),
        *_tables(old, new),
        *_scoring(old, new),
    )


def changed_keys(old: Part, new: Part) -> tuple[str, ...]:
    """The keys of a rule, term, parameter or source that say something else."""
    names = [each.name for each in fields(old) if each.name not in _NOT_SAID]
    return tuple(name for name in names if _plain(getattr(old, name)) != _plain(getattr(new, name)))


def _plain(value: object) -> object:
    """A value without the line it stands on."""
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    return (value.given, value.expected, value.as_of) if isinstance(value, Example) else value


def _rules(old: RuleSet, new: RuleSet) -> Iterator[Difference]:
    for name, rule in new.rules.items():
        if name not in old.rules:
            yield Difference("Rule added", name, rule.title)
    for name, rule in old.rules.items():
        if name in new.rules:
            continue
        reason = new.off.get(name)
        yield (
            Difference("Rule switched off", name, reason)
            if reason
            else Difference("Rule removed", name, rule.title)
        )
    for name, rule in new.rules.items():
        keys = changed_keys(old.rules[name], rule) if name in old.rules else ()
        if keys:
            said = ", ".join(_key(old.rules[name], rule, key) for key in keys)
            yield Difference("Rule changed", name, said)


def _key(old: Rule, new: Rule, key: str) -> str:
    """A key, with what it said and says where that is a word or two."""
    before, after = getattr(old, key), getattr(new, key)
    if key in ("severity", "track"):
        return f"{key} {before.value if before else 'none'} -> {after.value if after else 'none'}"
    if key in ("relief", "group", "status", "in_force", "until", "duty"):
        return f"{key} {before or 'none'} -> {after or 'none'}"
    return key


def _changed_parts(noun: str, old: Mapping[str, Part], new: Mapping[str, Part]) -> Iterator[Difference]:
    yield from (Difference(f"{noun} added", name) for name in new if name not in old)
    yield from (Difference(f"{noun} removed", name) for name in old if name not in new)
    for name in new:
        keys = changed_keys(old[name], new[name]) if name in old else ()
        if keys:
            yield Difference(f"{noun} changed", name, ", ".join(keys))


def _parameters(old: Mapping[str, Parameter], new: Mapping[str, Parameter]) -> Iterator[Difference]:
    """A figure that changed is said with its values, the day before each."""
    for name, parameter in new.items():
        if name in old and old[name].values != parameter.values:
            yield Difference("Parameter changed", name, f"{_values(old[name])} -> {_values(parameter)}")
        elif name not in old:
            yield Difference("Parameter added", name, _values(parameter))
    yield from (Difference("Parameter removed", name) for name in old if name not in new)


def _values(parameter: Parameter) -> str:
    return ", ".join(f"{text} from {start}" for start, text in parameter.values)


def _tables(old: RuleSet, new: RuleSet) -> Iterator[Difference]:
    """Tables by the digest of their files, and by how they are entered."""
    before, after = ({name: digest for name, digest in each.files if name.endswith(".csv")} for each in (old, new))
    yield from (Difference("Table added", name) for name in after if name not in before)
    yield from (Difference("Table removed", name) for name in before if name not in after)
    for name, digest in after.items():
        if name in before and before[name] != digest:
            yield Difference("Table changed", name, f"sha256 {before[name][:12]} -> {digest[:12]}")
    for name in old.tables.keys() & new.tables.keys():
        one, other = old.tables[name], new.tables[name]
        if (one.keys, one.gives, one.unlisted, one.asks) != (other.keys, other.gives, other.unlisted, other.asks):
            yield Difference("Table entered otherwise", name)


def _scoring(old: RuleSet, new: RuleSet) -> Iterator[Difference]:
    for severity, points in new.scoring.points.items():
        yield from _figure("Points of a severity", severity.value, old.scoring.points[severity], points)
    for band, line in new.scoring.bands.items():
        yield from _figure("Lowest score of a band", band, old.scoring.bands[band], line)
    yield from _figure("Relief", "at most", old.scoring.relief_cap, new.scoring.relief_cap)
    one, other = old.worklist, new.worklist
    yield from _figure("Worklist", "look first", one.look_first, other.look_first)
    yield from _figure("Worklist", "of one category", one.per_category, other.per_category)
    yield from _figure("Worklist", "floor", f"£{one.floor // 100:,} a year", f"£{other.floor // 100:,} a year")
    never = (", ".join(each.never_parked) or "none" for each in (one, other))
    yield from _figure("Worklist", "never parked", *never)


def _figure(kind: str, name: str, before: object, after: object) -> Iterator[Difference]:
    if before != after:
        yield Difference(kind, name, f"{before} -> {after}")
