"""One term or rule from its block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msrisk.logic.condition import Condition, Unless
from msrisk.logic.facts import AS_OF
from msrisk.model import Outcome, Severity, Track
from msrisk.ruleset.conditions import Names, parse_condition, refuse_blank
from msrisk.ruleset.document import Block, Entry, Listing
from msrisk.ruleset.keys import as_block, block_of, check_keys, did_you_mean, one_of, text_node, text_of
from msrisk.ruleset.rules import Example, Rule, Term

TERM_KEYS = ("meaning", "when", "unless", "source", "examples")
RULE_KEYS = (
    "title",
    "law",
    "source",
    "in_force",
    "until",
    "status",
    "track",
    "severity",
    "relief",
    "group",
    "applies_when",
    "flag_when",
    "unless",
    "because",
    "next_step",
    "steps",
    "duty",
    "not_a_problem_when",
    "examples",
)
RULE_NEEDS = (
    "title",
    "source",
    "in_force",
    "track",
    "flag_when",
    "because",
    "next_step",
    "duty",
    "not_a_problem_when",
    "examples",
)
SUBJECTS = (
    "s54-",
    "country-",
    "sector-",
    "goods-",
    "workforce-",
    "chain-",
    "contract-",
    "assurance-",
    "exclusion-",
)
STAGES = ("before advert", "selection", "award", "contract", "delivery")
NOT_A_TERM = ("all", "any", "not", AS_OF)
TRUTHS = ("yes", "no", "not_known")
OUTCOMES = tuple(outcome.name.lower() for outcome in reversed(Outcome))
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def build_term(entry: Entry, names: Names) -> Term:
    """A term: a condition with a name, a meaning and its own examples."""
    block = as_block(entry)
    check_keys(block, TERM_KEYS, ("meaning", "when", "source", "examples"), f"the term '{entry.key}'")
    if entry.key in names.fields:
        raise entry.mark.error(f"'{entry.key}' is a field already; a term needs a name of its own")
    if entry.key in NOT_A_TERM:
        raise entry.mark.error(f"'{entry.key}' cannot be the name of a term: it has a meaning of its own")
    condition = _condition(block, "when", names)
    exception = _unblanked(block, "unless", names)
    return Term(
        entry.key,
        text_of(block, "meaning"),
        condition if exception is None else Unless(condition, exception),
        text_of(block, "source"),
        _examples(block, TRUTHS, names),
        entry.mark,
    )


def refuse_loose_rules(top: Block) -> None:
    """A rule that stands beside ``rules:`` and not under it."""
    for entry in top:
        if entry.key.startswith(SUBJECTS):
            raise entry.mark.error(
                f"'{entry.key}' is not a key of a rule set", "A rule stands below 'rules:', two spaces further in."
            )


def build_rule(entry: Entry, names: Names) -> Rule:
    """A rule, with every key checked."""
    block = as_block(entry)
    check_keys(block, (*RULE_KEYS, "off"), RULE_NEEDS, f"the rule '{entry.key}'")
    if not entry.key.startswith(SUBJECTS):
        raise entry.mark.error(
            f"'{entry.key}' does not begin with its subject: {', '.join(SUBJECTS)}", "Write it such as sector-own."
        )
    if not _ID.match(entry.key):
        raise entry.mark.error(
            f"'{entry.key}' is not the id of a rule", "Write small letters, figures and hyphens: sector-our-own."
        )
    track = Track(one_of(block, "track", [each.value for each in Track]))
    severity, relief = _severity(block, track), _relief(block, track)
    return Rule(
        id=entry.key,
        title=text_of(block, "title"),
        law=_law(block, track),
        source=text_of(block, "source"),
        in_force=day_of(block, "in_force"),
        until=_until(block),
        status=one_of(block, "status", ("", "trial")),
        track=track,
        severity=severity,
        relief=relief,
        group=_group(block, entry.key),
        applies_when=(_unblanked if relief else _optional)(block, "applies_when", names),
        flag_when=_condition(block, "flag_when", names),
        unless=_unblanked(block, "unless", names),
        because=text_of(block, "because"),
        next_step=text_of(block, "next_step"),
        steps=_steps(block),
        duty=_duty(block, track),
        not_a_problem_when=text_of(block, "not_a_problem_when"),
        examples=_examples(block, OUTCOMES, names),
        mark=entry.mark,
    )


def _steps(block: Block) -> dict[str, str]:
    """What to do at each stage that needs its own words."""
    given = block_of(block, "steps")
    check_keys(given, STAGES, [entry.key for entry in given], "steps")
    return {entry.key: text_of(given, entry.key) for entry in given}


def _duty(block: Block, track: Track) -> str:
    """Who must act; what the law asks of the buyer no supplier can do."""
    duty = one_of(block, "duty", ("supplier", "us"))
    if track is Track.BUYER and duty != "us":
        raise block.mark.error("a rule of the track 'buyer' is for us to act on: write duty: us")
    return duty


def _until(block: Block) -> date | None:
    given = block.get("until")
    if given is None:
        return None
    until = day_of(block, "until")
    if until < day_of(block, "in_force"):
        raise given.mark.error("'until' is before 'in_force': the rule would never be in force")
    return until


def _group(block: Block, own: str) -> str:
    """The rules of a group count once, so a group by the name of nothing would swallow points."""
    group, given = text_of(block, "group", own), block.get("group")
    if given and not group:
        raise given.mark.error("'group' is blank", "Name the group, or leave the line out.")
    return group


def _severity(block: Block, track: Track) -> Severity | None:
    """Law and exposure are scored by severity; relief, exclusion and what is asked of the buyer have none."""
    if track in (Track.LAW, Track.EXPOSURE):
        return Severity(one_of(block, "severity", [each.value for each in Severity]))
    given = block.get("severity")
    if given:
        raise given.mark.error(f"a rule of the track '{track.value}' has no severity: it adds no points")
    return None


def _relief(block: Block, track: Track) -> int:
    text, given = text_of(block, "relief", "0"), block.get("relief")
    if given and track is not Track.ASSURANCE:
        raise given.mark.error("only an assurance rule gives relief")
    if not (text.isascii() and text.isdigit()) or int(text) > 100:
        raise (given or block).mark.error(f"'relief' must be a whole number from 0 to 100, not '{text}'")
    return int(text)


def _law(block: Block, track: Track) -> str:
    law = text_of(block, "law")
    if track is Track.LAW and not law:
        raise block.mark.error("a rule of law quotes it: add a line 'law:'")
    return law


def _condition(block: Block, key: str, names: Names) -> Condition:
    entry = block.get(key)
    if entry is None:
        raise block.mark.error(f"'{key}' is missing")
    return parse_condition(entry, names)


def _optional(block: Block, key: str, names: Names) -> Condition | None:
    entry = block.get(key)
    return None if entry is None else parse_condition(entry, names)


def _unblanked(block: Block, key: str, names: Names) -> Condition | None:
    """A condition that takes something off a supplier, so that no blank may bring it about."""
    entry, condition = block.get(key), _optional(block, key, names)
    if entry is not None and condition is not None:
        refuse_blank(entry, condition)
    return condition


def day_of(block: Block, key: str) -> date:
    """The day under a key, written 2026-11-22."""
    entry = block.get(key)
    if entry is None:
        raise block.mark.error(f"'{key}' is missing")
    return day_from(text_node(entry).text, entry)


def day_from(text: str, entry: Entry) -> date:
    """A day written 2026-11-22."""
    try:
        if _DAY.match(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise entry.mark.error(f"'{text}' is not a day", "Write it as 2026-11-22.")


def _examples(block: Block, outcomes: Sequence[str], names: Names) -> tuple[Example, ...]:
    given = block_of(block, "examples")
    check_keys(given, outcomes, (), "examples")
    return tuple(_example(item, entry.key, names) for entry in given for item in _example_blocks(entry))


def _example_blocks(entry: Entry) -> list[Block]:
    items = entry.node.items if isinstance(entry.node, Listing) else ()
    blocks = [item for item in items if isinstance(item, Block)]
    if not blocks or len(blocks) != len(items):
        raise entry.mark.error(
            f"the examples under '{entry.key}' must be a list of {{field: value}}",
            "Such as - {category: Cleaning}",
        )
    return blocks


def _example(block: Block, expected: str, names: Names) -> Example:
    as_of, given = None, []
    for entry in block:
        text = text_node(entry).text
        if entry.key == "as_of":
            as_of = day_from(text, entry)
        elif entry.key in names.terms:
            if text not in TRUTHS:
                raise entry.mark.error(f"the term '{entry.key}' is yes, no or not_known, not '{text}'")
            given.append((entry.key, text))
        elif entry.key in names.fields:
            given.append((entry.key, text))
        else:
            known = [*names.fields, *names.terms, "as_of"]
            raise entry.mark.error(
                f"there is no field or term called '{entry.key}'", did_you_mean(entry.key, known)
            )
    return Example(tuple(given), expected, block.mark, as_of)
