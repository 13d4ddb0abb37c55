"""A block of YAML as a condition: one line per field, ``all``, ``any`` and ``not`` for the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from msrisk.errors import RulesError
from msrisk.logic.condition import (
    All,
    Asks,
    Condition,
    Either,
    Literal,
    Not,
    Phrase,
    Reference,
    TermIs,
    children,
)
from msrisk.logic.facts import AS_OF
from msrisk.logic.phrase import exact, parse_phrase
from msrisk.model import Field
from msrisk.ruleset.document import Block, Entry, Listing, Text
from msrisk.ruleset.keys import as_block, did_you_mean, text_node

_ORDERED = frozenset({"at least", "at most", "more than", "less than"})


@dataclass(frozen=True)
class Names:
    """What a condition may name."""

    fields: Mapping[str, Field]
    terms: Collection[str]
    parameters: Mapping[str, tuple[Text, ...]]


def parse_condition(entry: Entry, names: Names) -> Condition:
    """The block under ``flag_when`` and its like."""
    return _block(as_block(entry), names)


def _block(block: Block, names: Names) -> Condition:
    parts = tuple(_line(entry, names) for entry in block)
    if not parts:
        raise block.mark.error("a condition needs at least one line")
    return parts[0] if len(parts) == 1 else All(parts)


def _line(entry: Entry, names: Names) -> Condition:
    if entry.key in ("all", "any"):
        parts = tuple(_block(item, names) for item in _blocks(entry))
        return All(parts) if entry.key == "all" else Either(parts)
    if entry.key == "not":
        part = _block(as_block(entry), names)
        refuse_blank(entry, part)
        return Not(part)
    if entry.key in names.terms:
        return _term(entry)
    if entry.key in names.fields:
        return _field(entry, names)
    labels = {field.label: name for name, field in names.fields.items()}
    known = [*names.fields, *names.terms, "all", "any", "not", *labels]
    raise entry.mark.error(
        f"there is no field or term called '{entry.key}'",
        did_you_mean(entry.key, known, labels) or "The fields are listed in rules/fields.yaml.",
    )


def _blocks(entry: Entry) -> list[Block]:
    if not isinstance(entry.node, Listing) or not entry.node.items:
        raise entry.mark.error(f"'{entry.key}' needs a list, each item starting with '- '")
    blocks = [item for item in entry.node.items if isinstance(item, Block)]
    if len(blocks) != len(entry.node.items):
        raise entry.mark.error(f"each item under '{entry.key}' must be a line such as 'turnover: at least £36m'")
    return blocks


def _term(entry: Entry) -> Condition:
    text = text_node(entry).text.strip()
    if text not in ("yes", "no"):
        raise entry.mark.error(f"the term '{entry.key}' is yes or no, not '{text}'")
    return TermIs(entry.key, text == "yes", entry.mark.line)


def _field(entry: Entry, names: Names) -> Condition:
    field = names.fields[entry.key]
    try:
        phrase = parse_phrase(text_node(entry).text, field)
        _check_references(phrase, field, names)
        _check_limits(phrase, field, names)
    except RulesError as error:
        raise RulesError(error.problem, error.where or str(entry.mark), error.hint) from error
    return Asks(entry.key, phrase, entry.mark.line)


def _check_references(phrase: Phrase, field: Field, names: Names) -> None:
    for operand in phrase.operands:
        if not isinstance(operand, Reference):
            continue
        if operand.name == AS_OF:
            if field.kind.name != "date":
                raise RulesError(
                    f"'{field.name}' is {field.kind.in_words} and the day of the run is a date: "
                    "they cannot be compared"
                )
            continue
        texts = names.parameters.get(operand.name)
        other = names.fields.get(operand.name)
        if texts is None and other is None:
            known = [*names.parameters, *names.fields]
            raise RulesError(
                f"there is no parameter or field called '{operand.name}'", hint=did_you_mean(operand.name, known)
            )
        if texts is None and other is not None and other.kind.name != field.kind.name:
            raise RulesError(
                f"'{field.name}' is {field.kind.in_words} and '{other.name}' is {other.kind.in_words}: "
                "they cannot be compared"
            )
        for text in texts or ():
            if not exact(field.read(text.text)):
                raise text.mark.error(
                    f"the parameter '{operand.name}' has '{text.text}', which is not {field.kind.in_words}",
                    f"'{field.name}' is compared with it"
                    + (", such as £36m." if field.kind.name == "money" else "."),
                )


def _check_limits(phrase: Phrase, field: Field, names: Names) -> None:
    """``at least £10m-£50m`` asks nothing that has an answer."""
    if phrase.operation not in _ORDERED:
        return
    for operand in phrase.operands:
        readings = (
            [operand.reading]
            if isinstance(operand, Literal)
            else [field.read(text.text) for text in names.parameters.get(operand.name, ())]
        )
        if not all(reading.settled for reading in readings):
            raise RulesError(f"'{phrase.operation}' needs one figure, not a range")


def refuse_blank(entry: Entry, condition: Condition) -> None:
    """An exception, a *not*, or relief that a blank brings about would let a supplier off for saying nothing."""
    if isinstance(condition, Asks) and condition.phrase.operation == "blank":
        raise entry.mark.error(f"'blank' is not allowed under '{entry.key}': removing data would help a supplier")
    for child in children(condition):
        refuse_blank(entry, child)


def fields_read(condition: Condition, terms: Mapping[str, Condition]) -> tuple[str, ...]:
    """Every field a condition reads, directly, through terms, or by reference; in the order met."""
    found: dict[str, None] = {}
    _collect(condition, terms, found)
    return tuple(found)


def _collect(condition: Condition, terms: Mapping[str, Condition], found: dict[str, None]) -> None:
    if isinstance(condition, Asks):
        found[condition.field] = None
        found.update(
            (operand.name, None) for operand in condition.phrase.operands if isinstance(operand, Reference)
        )
    elif isinstance(condition, TermIs):
        _collect(terms[condition.term], terms, found)
    else:
        for child in children(condition):
            _collect(child, terms, found)
