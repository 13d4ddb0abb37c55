"""What kind of payee each supplier is: its name and the accounts it is booked to, each distinct text judged once.

Two signals set a payee aside, its name and an account; a few names are so plain that a ledger is the second.
A firm's name is set aside only by an account that can mean nothing else. Who holds a contract is a supplier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from msrisk.model import KINDS, NOT_NAMED, Longs, Payees, Suppliers, all_suppliers
from msrisk.normalise.payee_reasons import ACCOUNTS, Reasons, name_words
from msrisk.normalise.payee_rules import Signals, Verdict, contract_held, mask, verdict
from msrisk.normalise.payees_told import as_told
from msrisk.values.name import key
from msrisk.values.payee_words import ALONE, OF_ACCOUNTS, OF_KINDS, OWN_ACCOUNT, PERSON, UNNAMED, found, may_begin
from msrisk.values.person_name import looks_like_a_person

_BITS = len(KINDS)
_PERSON = mask(PERSON)


def payees(suppliers: Suppliers, told: Mapping[str, str]) -> Payees:
    """The kind of every payee.  told: name to kind, which overrules what was found.  Raises InputError."""
    accounts = _account_signals(suppliers)
    names = [0] * len(suppliers)
    for number in _worth_a_look(suppliers, accounts):
        names[number] = _name_signals(*name_words(suppliers, number))
    _add_persons(suppliers, names, accounts)
    holds = _holders(suppliers)
    packed = (np.array(names, np.int64) << (2 * _BITS + 1)) | (accounts << 1) | holds
    distinct, which = np.unique(packed, return_inverse=True)
    in_ledger = _is_ledger(suppliers)
    verdicts = [_verdict(int(each), in_ledger) for each in distinct]
    for number in np.flatnonzero([name.endswith(NOT_NAMED) for name in suppliers.names]).tolist():
        which[number] = len(verdicts)
    verdicts.append(Verdict(UNNAMED, False, ""))
    kinds = np.array([KINDS.index(each.kind) for each in verdicts], np.uint8)[which]
    aside = np.array([each.set_aside for each in verdicts], np.bool_)[which]
    speaking = np.array([bool(each.signal) for each in verdicts], np.bool_)[which]
    reasons = Reasons(suppliers)
    for number in np.flatnonzero(speaking).tolist():
        reasons.give(number, verdicts[int(which[number])])
    found_so = Payees(kinds, aside, tuple(reasons.said), reasons.numbers, reasons.rows, tuple(reasons.speakers))
    return as_told(suppliers, found_so, told) if told else found_so


def all_bidders(suppliers: Suppliers, told: Mapping[str, str]) -> Payees:
    """Everyone who bids is a supplier, whatever the name; a kind that is told is said, and sets nobody aside."""
    bidders = all_suppliers(len(suppliers))
    return replace(as_told(suppliers, bidders, told), set_aside=bidders.set_aside) if told else bidders


def _worth_a_look(suppliers: Suppliers, accounts: Longs) -> list[int]:
    """The payees whose name can matter: an account says something of them, or the name may say it alone."""
    held = [name_words(suppliers, number)[0] for number in range(len(suppliers))]
    every = {word for words in held for word in words}
    beside, alone = may_begin(every, OF_KINDS), may_begin(every, (ALONE,))
    speaks = (accounts != 0).tolist()
    return [
        number
        for number, (words, has_account) in enumerate(zip(held, speaks, strict=True))
        if not (beside if has_account else alone).isdisjoint(words)
    ]


def _name_signals(words: Sequence[str], cut: bool) -> int:
    """What a name says: the kinds it half says, and above them the kinds it says alone."""
    said = 0
    for phrase in found(words, OF_KINDS, cut):
        if phrase.kind != PERSON:
            said |= mask(phrase.kind) << (_BITS if phrase.where == ALONE else 0)
    return said


def _account_signals(suppliers: Suppliers) -> Longs:
    """For each supplier what its accounts say: kinds, and above them the kinds said even against a firm's name."""
    by_line = np.zeros(len(suppliers.line_owner), np.int64)
    for name in ACCOUNTS:
        column = suppliers.columns.get(name)
        if column is not None:
            by_line |= np.array([_account_says(text) for text in column.texts], np.int64)[column.codes]
    return np.bitwise_or.reduceat(by_line, suppliers.first_lines) if len(by_line) else by_line


def _account_says(text: str) -> int:
    said = 0
    for phrase in found(key(text).split(), OF_ACCOUNTS):
        said |= mask(phrase.kind) | (mask(phrase.kind) << _BITS if phrase.where == OWN_ACCOUNT else 0)
    return said


def _add_persons(suppliers: Suppliers, names: list[int], accounts: Longs) -> None:
    """A name's form is looked at only where an account speaks of persons."""
    for number in np.flatnonzero(accounts & _PERSON).tolist():
        words, _ = name_words(suppliers, number)
        if looks_like_a_person(words, only_persons=bool(accounts[number] >> _BITS & _PERSON)):
            names[number] |= _PERSON


def _holders(suppliers: Suppliers) -> Longs:
    """1 for each supplier with a contract in this list; all of them in a contracts register."""
    column = suppliers.columns.get("contract")
    if column is None:
        return np.zeros(len(suppliers), np.int64)
    held = np.array([contract_held(text) for text in column.texts], np.int64)[column.codes]
    if 2 * int(held.sum()) >= len(held):
        return np.ones(len(suppliers), np.int64)
    return np.maximum.reduceat(held, suppliers.first_lines)


def _is_ledger(suppliers: Suppliers) -> bool:
    """Whether the list holds payments, and no fact that is only kept of suppliers."""
    mapped = {name for table in suppliers.book.tables for name in table.mapping}
    kept_of_suppliers = any(name.startswith(("turnover", "statement", "uk_business")) for name in mapped)
    return "spend" in mapped and not kept_of_suppliers


def _verdict(packed: int, in_ledger: bool) -> Verdict:
    every = (1 << _BITS) - 1
    holds, accounts, names = packed & 1, packed >> 1, packed >> (2 * _BITS + 1)
    return verdict(
        Signals(names & every, names >> _BITS, accounts & every, accounts >> _BITS & every, bool(holds), in_ledger)
    )
