"""A rule set by its name or file: found, joined with what it extends, checked, and built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import Formatter

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.logic.condition import TermIs, leaves
from msrisk.model import Severity
from msrisk.ruleset.build import build_rule, build_term, day_from, day_of
from msrisk.ruleset.conditions import Names, fields_read
from msrisk.ruleset.document import Block, Document, Text, read_document
from msrisk.ruleset.keys import (
    as_block,
    block_of,
    check_keys,
    did_you_mean,
    text_node,
    text_of,
)
from msrisk.ruleset.overlay import Joined, join
from msrisk.ruleset.rules import Parameter, Rule, RuleSet, Scoring, Source, Term, Worklist
from msrisk.ruleset.vocabulary import FILE, load_vocabulary

KEYS = (
    "title",
    "version",
    "reviewed",
    "extends",
    "includes",
    "sources",
    "parameters",
    "terms",
    "scoring",
    "worklist",
    "rules",
)
BANDS = ("critical", "high", "medium", "low")


def built_in() -> tuple[str, ...]:
    """The names of the rule sets that come with msrisk."""
    return tuple(sorted(path.stem for path in data_folder("rules").glob("*.yaml") if path.name != FILE))


def load_rules(name: str | Path) -> RuleSet:
    """A rule set that comes with msrisk, by name, or one of your own, by file.

    Raises RulesError with file and line for anything that is not understood.
    """
    path = _path(str(name))
    return _build(path.stem, join(read_document(path), _finder(path.parent)))


def _path(name: str) -> Path:
    if name in built_in():
        return data_folder("rules") / f"{name}.yaml"
    path = Path(name)
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return path
    known = built_in()
    raise RulesError(
        f"there is no rule set called '{name}'",
        hint=did_you_mean(name, known) or f"Name one that comes with msrisk ({', '.join(known)}) or a .yaml file.",
    )


def _finder(folder: Path) -> Callable[[Text], Document]:
    """Finds what a file extends: a built-in name, or a file beside it; never elsewhere."""

    def find(name: Text) -> Document:
        if name.text in built_in():
            return read_document(data_folder("rules") / f"{name.text}.yaml")
        beside = folder / name.text
        if "/" in name.text or "\\" in name.text or beside.resolve().parent != folder.resolve():
            raise name.mark.error(f"'{name.text}' is not a file beside this one")
        if not beside.is_file():
            known = [*built_in(), *(path.name for path in folder.glob("*.yaml"))]
            raise name.mark.error(f"there is no rule set called '{name.text}'", did_you_mean(name.text, known))
        return read_document(beside)

    return find


def _build(name: str, joined: Joined) -> RuleSet:
    top = joined.top
    check_keys(top, KEYS, ("title", "version", "reviewed", "rules"), "a rule set")
    fields = load_vocabulary()
    sources = {entry.key: _source(entry.key, as_block(entry)) for entry in block_of(top, "sources")}
    parameters = {entry.key: _parameter(entry.key, as_block(entry)) for entry in block_of(top, "parameters")}
    terms = block_of(top, "terms")
    texts = {key: tuple(text for _, text in each.values) for key, each in parameters.items()}
    names = Names(fields, [entry.key for entry in terms], texts)
    built_terms = {entry.key: build_term(entry, names) for entry in terms}
    _refuse_circles(built_terms)
    rules = {entry.key: build_rule(entry, names) for entry in block_of(top, "rules")}
    if not rules:
        raise top.mark.error("has no rule: there is nothing to ask")
    built = RuleSet(
        name,
        text_of(top, "title"),
        text_of(top, "version"),
        day_of(top, "reviewed"),
        fields,
        sources,
        parameters,
        built_terms,
        rules,
        _scoring(block_of(top, "scoring")),
        _worklist(block_of(top, "worklist")),
        tuple((document.file, document.sha256) for document in joined.documents),
        joined.off,
    )
    _check_sources(built)
    _check_because(built)
    return built


def _source(name: str, block: Block) -> Source:
    check_keys(block, ("cite", "url", "edition"), ("cite",), f"the source '{name}'")
    return Source(name, text_of(block, "cite"), text_of(block, "url"), text_of(block, "edition"))


def _parameter(name: str, block: Block) -> Parameter:
    check_keys(block, ("meaning", "values", "source"), ("meaning", "values", "source"), f"'{name}'")
    values = sorted((day_from(entry.key, entry), text_node(entry).text) for entry in block_of(block, "values"))
    if not values:
        raise block.mark.error(f"'{name}' has no value", "Write one as 2015-10-29: £36m, from its first day.")
    return Parameter(name, text_of(block, "meaning"), tuple(values), text_of(block, "source"), block.mark)


def _scoring(block: Block) -> Scoring:
    check_keys(block, ("points", "bands", "relief_cap"), ("points", "bands", "relief_cap"), "scoring")
    points = {severity: _whole(block_of(block, "points"), severity.value) for severity in Severity}
    bands = {band: _whole(block_of(block, "bands"), band) for band in BANDS}
    lines = [bands[band] for band in BANDS]
    if sorted(lines, reverse=True) != lines or len(set(lines)) != len(lines) or lines[-1] != 0:
        raise block.mark.error("the bands must fall from critical to low, and low must start at 0")
    return Scoring(points, bands, _whole(block, "relief_cap"))


def _worklist(block: Block) -> Worklist:
    check_keys(block, ("look_first", "per_category"), (), "the worklist")
    default = Worklist()
    held = {key: _whole(block, key) for key in ("look_first", "per_category") if block.get(key)}
    return Worklist(held.get("look_first", default.look_first), held.get("per_category", default.per_category))


def _whole(block: Block, key: str) -> int:
    text = text_of(block, key)
    if not (text.isascii() and text.isdigit()) or int(text) > 10_000:
        entry = block.get(key)
        mark = entry.mark if entry else block.mark
        raise mark.error(f"'{key}' must be a whole number from 0 to 10,000, not '{text}'")
    return int(text)


def _refuse_circles(terms: dict[str, Term]) -> None:
    for name in terms:
        seen, waiting = set(), [name]
        while waiting:
            for leaf in leaves(terms[waiting.pop()].condition):
                if isinstance(leaf, TermIs) and leaf.term == name:
                    raise terms[name].mark.error(f"the term '{name}' is defined by itself")
                if isinstance(leaf, TermIs) and leaf.term not in seen:
                    seen.add(leaf.term)
                    waiting.append(leaf.term)


def _check_sources(rules: RuleSet) -> None:
    """A source starts with the short name of one in ``sources``: ``act, section 54(1)``."""
    said = [(rule.source, rule.mark) for rule in rules.rules.values()]
    said += [(term.source, term.mark) for term in rules.terms.values()]
    said += [(parameter.source, parameter.mark) for parameter in rules.parameters.values()]
    for source, mark in said:
        name = source.split(",")[0].strip()
        if name not in rules.sources:
            raise mark.error(f"there is no source called '{name}'", did_you_mean(name, rules.sources))


def _check_because(rules: RuleSet) -> None:
    """``because`` may use any field the rule reads, directly or through terms, and any parameter."""
    for rule in rules.rules.values():
        allowed = [*fields_read(rule.condition, rules.conditions()), *rules.parameters]
        for name in _slots(rule):
            if name not in allowed:
                raise rule.mark.error(
                    f"'because' uses {{{name}}}, which the rule '{rule.id}' does not read",
                    did_you_mean(name, allowed),
                )


def _slots(rule: Rule) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(rule.because) if name is not None]
    except ValueError as error:
        raise rule.mark.error("'because' has a brace that is not closed") from error
