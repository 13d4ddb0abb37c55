"""Kinds as told with ``--kind "X=supplier"``, which overrule what the words say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from msrisk.errors import InputError
from msrisk.model import KINDS, Payees, Suppliers
from msrisk.normalise.payee_rules import SET_ASIDE
from msrisk.ruleset.keys import did_you_mean
from msrisk.values.name import key

AS_TOLD = "as told"
_IN_ROW = re.compile(r"(?:person )?\(?row (\d+)\)?")


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
    """The suppliers of that name, in any spelling of it, or in that row."""
    wanted, plain = " ".join(name.split()).casefold(), key(name)
    numbers = range(len(suppliers))
    exact = [each for each in numbers if suppliers.names[each].casefold() == wanted]
    exact = exact or [each for each in numbers if suppliers.keys[each].split(" #")[0] == plain]
    exact = exact or [each for each, others in suppliers.spellings.items() if name in others]
    row = _IN_ROW.fullmatch(wanted)
    exact = exact or (_in_row(suppliers, int(row[1])) if row else [])
    if exact:
        return exact
    shown = {suppliers.shown_name(each).casefold(): suppliers.shown_name(each) for each in numbers}
    raise InputError(
        f"--kind: there is no payee called '{name}'",
        hint=did_you_mean(wanted, shown, shown) or "Use the name as  msrisk check  shows it.",
    )


def _in_row(suppliers: Suppliers, row: int) -> list[int]:
    """The supplier of a row as the first file counts, as *Person (row 12)* says it."""
    at = row - suppliers.book.tables[0].sheet.first_row
    held = int(suppliers.row_owner[at]) if 0 <= at < len(suppliers.row_owner) else -1
    return [held] if held >= 0 else []
