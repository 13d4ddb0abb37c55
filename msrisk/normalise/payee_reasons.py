"""Why a payee is what it is: in words that name nobody, and the cell that gave the reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.model import Ints, Suppliers
from msrisk.normalise.payee_rules import AGREED, HOLDER, PLAIN, SCHOOL_STAYS, Verdict, contract_held
from msrisk.values.name import key
from msrisk.values.payee_words import (
    ALONE,
    IN_NAME,
    OF_ACCOUNTS,
    OF_KINDS,
    PERSON,
    SHORTEST_CUT_NAME,
    Phrase,
    found,
)

ACCOUNTS = ("account", "account_2", "category", "category_2", "category_3", "description", "proclass")


def name_words(suppliers: Suppliers, number: int) -> tuple[list[str], bool]:
    """The words of a name, and whether it is long enough to have been cut short by a system.

    A supplier's key is its name in plain words, to which an id may be added after a '#'.
    """
    return suppliers.keys[number].split(" #", 1)[0].split(), len(suppliers.names[number]) >= SHORTEST_CUT_NAME


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

    def __init__(self, suppliers: Suppliers) -> None:
        size = len(suppliers)
        self._suppliers = suppliers
        self._first_rows = _first_rows(suppliers)
        self.said: dict[str, int] = {"": 0}
        self.numbers = np.zeros(size, np.int32)
        self.rows = np.full(size, -1, np.int32)
        self.speakers = [""] * size

    def give(self, number: int, found_so: Verdict) -> None:
        """Say why one payee is what it is."""
        plain = found_so.signal in (PLAIN, SCHOOL_STAYS)
        name = self._phrase_in_name(number, found_so.kind, (ALONE,) if plain else (IN_NAME, ALONE))
        account, row, field = "", int(self._first_rows[number]), "supplier_name"
        if found_so.signal == AGREED:
            account, row, field = self._account(number, found_so.kind)
        elif found_so.signal == HOLDER:
            row, field = self._contract(number), "contract"
        reason = reason_for(found_so, name, account)
        self.numbers[number] = self.said.setdefault(reason, len(self.said))
        self.rows[number], self.speakers[number] = row, field

    def _phrase_in_name(self, number: int, kind: str, where: Sequence[str]) -> str:
        words, cut = name_words(self._suppliers, number)
        said = found(words, OF_KINDS, cut)
        return _longest([each for each in said if each.kind == kind and each.where in where])

    def _account(self, number: int, kind: str) -> tuple[str, int, str]:
        """The phrase in the first account that says the kind, its row and its field."""
        for line in self._lines(number):
            for name in ACCOUNTS:
                column = self._suppliers.columns.get(name)
                words = [] if column is None else key(column.text(line)).split()
                said = [each for each in found(words, OF_ACCOUNTS) if each.kind == kind]
                if said and column is not None:
                    return _longest(said), int(column.rows[line]), name
        raise AssertionError("an account spoke")

    def _contract(self, number: int) -> int:
        column = self._suppliers.columns["contract"]
        lines = self._lines(number)
        held = (int(column.rows[line]) for line in lines if contract_held(column.text(line)))
        return next(held, int(self._first_rows[number]))

    def _lines(self, number: int) -> range:
        start, end = np.searchsorted(self._suppliers.line_owner, [number, number + 1])
        return range(int(start), int(end))


def _longest(said: Sequence[Phrase]) -> str:
    """The longest phrase, as the table writes it but for the stars."""
    return max((each.text.replace("*", "…") for each in said), key=len, default="")


def _first_rows(suppliers: Suppliers) -> Ints:
    """Each supplier's first input row."""
    rows = np.flatnonzero(suppliers.row_owner >= 0)[::-1].astype(np.int32)
    first = np.full(len(suppliers), -1, np.int32)
    first[suppliers.row_owner[rows]] = rows  # the last to be written is the first row
    return first
