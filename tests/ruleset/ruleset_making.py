"""A small rule set that passes every check, to be spoilt one line at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.errors import RulesError
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet

GOOD = """\
title: Test rules
version: 1
reviewed: 2026-11-22

sources:
  act: {cite: Modern Slavery Act 2015}

parameters:
  threshold:
    meaning: A figure of law
    values: {2015-10-29: £36m}
    source: act, regulations

terms:
  in_scope:
    meaning: The law applies
    when:
      uk_business: yes
      turnover: at least {threshold}
    source: act, section 54(2)
    examples:
      yes: [{uk_business: yes, turnover: £36m}]
      no:
        - {uk_business: no, turnover: £36m}
        - {uk_business: yes, turnover: "£35,999,999.99"}
      not_known: [{uk_business: yes}]

scoring:
  points: {critical: 40, high: 25, medium: 10, low: 4}
  bands: {critical: 60, high: 25, medium: 10, low: 0}
  relief_cap: 15

rules:
  s54-test:
    title: A test
    law: The words of the law.
    source: act, section 54
    in_force: 2016-03-31
    track: law
    severity: high
    applies_when:
      in_scope: yes
    flag_when:
      statement_published: no
    because: No statement was found (turnover {turnover}).
    next_step: Ask.
    duty: supplier
    not_a_problem_when: Never.
    examples:
      flagged: [{in_scope: yes, statement_published: no}]
      clear: [{in_scope: yes, statement_published: yes}]
      not_known:
        - {in_scope: yes}
        - {in_scope: not_known, statement_published: no}
      not_applicable: [{in_scope: no, statement_published: no}]
"""

RULE = GOOD[GOOD.index("  s54-test:") :]


def changed(*changes: str, text: str = GOOD) -> str:
    """The rule set with pieces of it, given in pairs, put otherwise."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def saved(folder: Path, text: str | bytes, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def loaded(folder: Path, text: str | bytes) -> RuleSet:
    return load_rules(saved(folder, text))


def refused(path: Path) -> RulesError:
    with pytest.raises(RulesError) as caught:
        load_rules(path)
    return caught.value


def line_of(text: str, marker: str) -> int:
    """The first line that holds the marker, counted from 1."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if marker in line)
