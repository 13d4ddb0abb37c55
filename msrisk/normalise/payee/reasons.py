"""Why a payee is what it is: in words that name nobody, and the cell that gave the reason."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from msrisk.model import Ints, Suppliers
from msrisk.model.payees import PERSON
from msrisk.normalise.payee.rules import AGREED, HOLDER, PLAIN, SCHOOL_STAYS, Verdict, contract_held
from msrisk.normalise.payee.signals import NOTHING_SAID, Accounts, Said


def reason_for(found_so: Verdict, name: str, account: str) -> str:
    """The reason in words.  name, account: the phrases that spoke."""
    if found_so.signal == HOLDER:
        return "this list says it holds a contract: stays"
    if found_so.kind == PERSON:
        return f"the name is of a person's form and the account says '{account}'"
    if found_so.signal == SCHOOL_STAYS:
        return f"the name says '{name}', but no account says school money: stays"
    stays = "" if found_so.set_aside else ": stays, to be parked only by its spend"
    if found_so.signal == AGREED:
        return f"the name says '{name}' and the account '{account}'{stays}"
    return f"the name is plain by itself: '{name}'{stays}"


class Reasons:
    """The reason of each payee that has one: in words, and the cell that gave it."""

    def __init__(self, suppliers: Suppliers, names: Mapping[int, Said], accounts: Accounts) -> None:
        size = len(suppliers)
        self._suppliers = suppliers
        self._names = names
        self._accounts = accounts
        self._first_rows = _first_rows(suppliers)
        self._starts = np.append(suppliers.first_lines, len(suppliers.line_owner))
        self.said: dict[str, int] = {"": 0}
        self.numbers = np.zeros(size, np.int32)
        self.rows = np.full(size, -1, np.int32)
        self.speakers = [""] * size

    def give(self, number: int, found_so: Verdict) -> None:
        """Say why one payee is what it is."""
        name = self._names.get(number, NOTHING_SAID)
        suffices = found_so.signal in (PLAIN, SCHOOL_STAYS)
        phrase = (name.plain_phrases if suffices else name.phrases).get(found_so.kind, "")
        account, row, field = "", int(self._first_rows[number]), "supplier_name"
        if found_so.signal == AGREED:
            account, row, field = self._accounts.first_to_say(found_so.kind, self._lines(number))
        elif found_so.signal == HOLDER:
            row, field = self._contract(number), "contract"
        reason = reason_for(found_so, phrase, account)
        self.numbers[number] = self.said.setdefault(reason, len(self.said))
        self.rows[number], self.speakers[number] = row, field

    def _contract(self, number: int) -> int:
        column = self._suppliers.columns["contract"]
        lines = self._lines(number)
        held = (int(column.rows[line]) for line in lines if contract_held(column.text(line)))
        return next(held, int(self._first_rows[number]))

    def _lines(self, number: int) -> range:
        return range(int(self._starts[number]), int(self._starts[number + 1]))


def _first_rows(suppliers: Suppliers) -> Ints:
    """Each supplier's first input row."""
    rows = np.flatnonzero(suppliers.row_owner >= 0)[::-1].astype(np.int32)
    first = np.full(len(suppliers), -1, np.int32)
    first[suppliers.row_owner[rows]] = rows  # the last to be written is the first row
    return first
