"""Kinds as told with ``--kind "X=supplier"``, which overrule what the words say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from msrisk.errors import InputError
from msrisk.model import KINDS, Payees, Suppliers
from msrisk.normalise.find import called, nearest
from msrisk.normalise.payee.rules import SET_ASIDE
from msrisk.ruleset.keys import did_you_mean

AS_TOLD = "as told"


def as_told(suppliers: Suppliers, found: Payees, told: Mapping[str, str]) -> Payees:
    """The payees with some of their kinds overruled.  Raises InputError for an unknown name or kind."""
    kinds, aside, reasons = found.kinds.copy(), found.set_aside.copy(), found.reasons.copy()
    rows, speakers = found.rows.copy(), list(found.speakers)
    known = replace(suppliers, payees=found)
    overruled: list[int] = []
    for name, kind in told.items():
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"The kinds are: {', '.join(KINDS)}."
            raise InputError(f"--kind {name}={kind}: there is no kind called '{kind}'", hint=hint)
        for number in _called(known, name):
            kinds[number] = KINDS.index(kind)
            aside[number] = kind in SET_ASIDE
            reasons[number] = len(found.said)
            rows[number], speakers[number] = -1, ""
            overruled.append(number)
    after = Payees(kinds, aside, (*found.said, AS_TOLD), reasons, rows, tuple(speakers))
    return replace(after, told=_repeatable(replace(suppliers, payees=after), known, overruled))


def _repeatable(after: Suppliers, before: Suppliers, numbers: Sequence[int]) -> tuple[str, ...]:
    """``Acme Academy=supplier`` for each; who is, or was taken for, a person stands there by the row."""
    said = []
    for number in numbers:
        shown = {before.shown_name(number), after.shown_name(number)} - {after.names[number]}
        said.append(f"{shown.pop() if shown else after.names[number]}={after.kind(number)}")
    return tuple(dict.fromkeys(said))


def _called(suppliers: Suppliers, name: str) -> list[int]:
    meant = called(suppliers, name)
    if not meant:
        hint = nearest(suppliers, name) or "Use the name as  msrisk check  shows it."
        raise InputError(f"--kind: there is no payee called '{name}'", hint=hint)
    return meant
