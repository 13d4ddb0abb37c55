"""What kind of payee each supplier is: its name and the accounts it is booked to, each distinct text judged once.

Two signals set a payee aside, its name and an account; a few names are so plain that a ledger is the second.
A firm's name is set aside only by an account that can mean nothing else. Who holds a contract is a supplier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce

import numpy as np

from msrisk.model import KINDS, Flags, Longs, Payees, Suppliers, all_suppliers
from msrisk.model.payees import PERSON, SUPPLIER, UNNAMED
from msrisk.normalise.payee.person_name import is_titled, looks_like_a_person
from msrisk.normalise.payee.reasons import Reasons
from msrisk.normalise.payee.rules import Signals, Verdict, mask, verdict
from msrisk.normalise.payee.signals import Accounts, Said, holders, said_in, words_of_key
from msrisk.normalise.payee.told import as_told
from msrisk.normalise.payee.words import ALONE, OF_KINDS, SHORTEST_CUT_NAME, may_begin

_PERSON, _SUPPLIER = mask(PERSON), mask(SUPPLIER)
_NOT_QUOTED = _PERSON | _SUPPLIER  # of a name


def payees(suppliers: Suppliers, told: Mapping[str, str]) -> Payees:
    """The kind of every payee.  told: name to kind, which overrules what was found.  Raises InputError."""
    accounts = Accounts(suppliers)
    names, verdicts, which = _judged(suppliers, accounts)
    for number in suppliers.unnamed:
        which[number] = len(verdicts)
    verdicts.append(Verdict(UNNAMED, False, ""))
    kinds = np.array([KINDS.index(each.kind) for each in verdicts], np.uint8)[which]
    aside = np.array([each.set_aside for each in verdicts], np.bool_)[which]
    speaking = np.array([bool(each.signal) for each in verdicts], np.bool_)[which]
    reasons = Reasons(suppliers, names, accounts)
    for number in np.flatnonzero(speaking).tolist():
        reasons.give(number, verdicts[int(which[number])])
    found_so = Payees(kinds, aside, tuple(reasons.said), reasons.numbers, reasons.rows, tuple(reasons.speakers))
    return as_told(suppliers, found_so, told) if told else found_so


def all_bidders(suppliers: Suppliers, told: Mapping[str, str]) -> Payees:
    """Everyone who bids is a supplier, whatever the name; a kind that is told is said, and sets nobody aside."""
    bidders = all_suppliers(len(suppliers))
    return replace(as_told(suppliers, bidders, told), set_aside=bidders.set_aside) if told else bidders


def _judged(suppliers: Suppliers, accounts: Accounts) -> tuple[dict[int, Said], list[Verdict], Longs]:
    """What the names say that matter, the distinct verdicts, and the number of each supplier's."""
    booked, fees = accounts.signals(), accounts.fees()
    fees_alone = fees & (booked[0] & _SUPPLIER == 0)
    booked[0] |= np.where(fees, _SUPPLIER, 0)
    names: dict[int, Said] = {}
    half, plain = np.zeros((2, len(suppliers)), np.int64)
    for number, said in _said_by_names(suppliers, booked[0]):
        half[number], plain[number] = said.half & ~_PERSON, said.plain  # a person's form is looked at below
        if (said.half | said.plain) & ~_NOT_QUOTED:
            names[number] = said
    _add_persons(suppliers, half, booked)
    _add_paid_for_own_work(suppliers, half, booked[0], fees_alone)
    spoken = np.stack((half, plain, *booked, holders(suppliers)))
    together = reduce(lambda held, more: held << len(KINDS) | more, spoken)
    _, first, which = np.unique(together, return_index=True, return_inverse=True)
    in_ledger = _is_ledger(suppliers)
    verdicts = [
        verdict(Signals(name, plainly, account, own, bool(holds), in_ledger))
        for name, plainly, account, own, holds in spoken[:, first].T.tolist()
    ]
    return names, verdicts, which


def _said_by_names(suppliers: Suppliers, accounts: Longs) -> Iterator[tuple[int, Said]]:
    """What the names say that can matter: an account says something of them, or the name may say it alone."""
    every = set(" ".join(suppliers.keys).split())
    beside, alone = may_begin(every, OF_KINDS), may_begin(every, (ALONE,))
    for number, (key, has_account) in enumerate(zip(suppliers.keys, (accounts != 0).tolist(), strict=True)):
        words = words_of_key(key)
        if not (beside if has_account else alone).isdisjoint(words):
            cut = len(suppliers.names[number]) >= SHORTEST_CUT_NAME  # by a system, perhaps
            yield number, said_in(words, OF_KINDS, cut)


def _add_persons(suppliers: Suppliers, names: Longs, booked: Longs) -> None:
    """A name's form is looked at only where an account speaks of persons."""
    accounts, own = booked
    for number in np.flatnonzero(accounts & _PERSON).tolist():
        if looks_like_a_person(words_of_key(suppliers.keys[number]), only_persons=bool(own[number] & _PERSON)):
            names[number] |= _PERSON


def _add_paid_for_own_work(suppliers: Suppliers, names: Longs, accounts: Longs, fees_alone: Flags) -> None:
    """A titled name that is paid only fees is counsel or another who works alone, with no trade behind it."""
    for number in np.flatnonzero(fees_alone).tolist():
        if is_titled(words_of_key(suppliers.keys[number])):
            names[number] |= _PERSON
            accounts[number] = accounts[number] & ~_SUPPLIER | _PERSON


def _is_ledger(suppliers: Suppliers) -> bool:
    """Whether the list holds payments, and no fact that is only kept of suppliers."""
    mapped = {name for table in suppliers.book.tables for name in table.mapping}
    kept_of_suppliers = any(name.startswith(("turnover", "statement", "uk_business")) for name in mapped)
    return "spend" in mapped and not kept_of_suppliers
