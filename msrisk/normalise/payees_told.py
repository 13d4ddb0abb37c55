"""Kinds as told with ``--kind "X=supplier"``, which overrule what the words say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from msrisk.errors import InputError
from msrisk.model import KINDS, Payees, Suppliers
from msrisk.normalise.payee_rules import SET_ASIDE
from msrisk.ruleset.keys import did_you_mean
from msrisk.values.name import key

AS_TOLD = "as told"


def as_told(suppliers: Suppliers, found: Payees, told: Mapping[str, str]) -> Payees:
    """The payees with some of their kinds overruled.  Raises InputError for an unknown name or kind."""
    kinds, aside, reasons = found.kinds.copy(), found.set_aside.copy(), found.reasons.copy()
    rows, speakers = found.rows.copy(), list(found.speakers)
    known = replace(suppliers, payees=found)
    for name, kind in told.items():
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"The kinds are: {', '.join(KINDS)}."
            raise InputError(f"--kind {name}={kind}: there is no kind called '{kind}'", hint=hint)
        for number in _called(known, name):
            kinds[number] = KINDS.index(kind)
            aside[number] = kind in SET_ASIDE
            reasons[number] = len(found.said)
            rows[number], speakers[number] = -1, ""
    return Payees(kinds, aside, (*found.said, AS_TOLD), reasons, rows, tuple(speakers))


def _called(suppliers: Suppliers, name: str) -> list[int]:
    """The suppliers of that name, as it is shown or in any spelling of it."""
    wanted, plain = " ".join(name.split()).casefold(), key(name)
    numbers = range(len(suppliers))
    exact = [each for each in numbers if suppliers.names[each].casefold() == wanted]
    exact = exact or [each for each in numbers if suppliers.shown_name(each).casefold() == wanted]
    exact = exact or [each for each in numbers if suppliers.keys[each].split(" #")[0] == plain]
    exact = exact or [each for each, others in suppliers.spellings.items() if name in others]
    if exact:
        return exact
    shown = {suppliers.shown_name(each).casefold(): suppliers.shown_name(each) for each in numbers}
    raise InputError(
        f"--kind: there is no payee called '{name}'",
        hint=did_you_mean(wanted, shown, shown) or "Use the name as  msrisk check  shows it.",
    )
