"""What names and accounts say of kinds: each distinct text judged once, with the phrases a reason quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from msrisk.model import Column, Flags, Longs, Suppliers
from msrisk.normalise.payee.rules import contract_held, mask
from msrisk.normalise.payee.words import FEE_ACCOUNT, OF_ACCOUNTS, Phrase, found
from msrisk.values.name import key

ACCOUNTS = ("account", "account_2", "category", "category_2", "category_3", "description", "proclass")


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says.

    half: the kinds it half says, one bit each.  plain: those for which it suffices.
    fee: whether one person's own work is paid here.
    phrases: the longest phrase for each kind.  plain_phrases: the longest of those that suffice.
    """

    half: int = 0
    plain: int = 0
    fee: bool = False
    phrases: Mapping[str, str] = field(default_factory=dict)
    plain_phrases: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = Said()


def said_in(words: Sequence[str], where: tuple[str, ...], cut: bool = False) -> Said:
    """What a text says.  where: the place of words that half say a kind, and of those that suffice."""
    spoken = found(words, where, cut)
    return _said(tuple(spoken), where[1]) if spoken else NOTHING_SAID


@cache
def _said(spoken: tuple[Phrase, ...], suffices: str) -> Said:
    """What phrases say together: the same few stand in most names.  suffices: the place where one is enough."""
    half = plain = 0
    fee = False
    phrases: dict[str, str] = {}
    plain_phrases: dict[str, str] = {}
    for phrase in spoken:
        _keep_longest(phrases, phrase.kind, phrase.text)
        if phrase.where == FEE_ACCOUNT:
            fee = True
        elif phrase.where == suffices:
            plain |= mask(phrase.kind)
            _keep_longest(plain_phrases, phrase.kind, phrase.text)
        else:
            half |= mask(phrase.kind)
    return Said(half, plain, fee, phrases, plain_phrases)


def _keep_longest(held: dict[str, str], kind: str, text: str) -> None:
    """The longest phrase, as the table writes it but for the stars."""
    if len(text) > len(held.get(kind, "")):
        held[kind] = text.replace("*", "…")


def words_of_key(key: str) -> list[str]:
    """The words of a name.

    A supplier's key is its name in plain words, to which an id may be added after a '#'.
    """
    return key.split(" #", 1)[0].split()


class Accounts:
    """What the accounts say to which suppliers are booked."""

    def __init__(self, suppliers: Suppliers) -> None:
        self._suppliers = suppliers
        columns = {name: suppliers.columns[name] for name in ACCOUNTS if name in suppliers.columns}
        texts = dict.fromkeys(text for column in columns.values() for text in column.texts)
        judged = {text: said_in(key(text).split(), OF_ACCOUNTS) for text in texts}
        self._said: dict[str, tuple[Column, list[Said]]] = {
            name: (column, [judged[text] for text in column.texts]) for name, column in columns.items()
        }

    def signals(self) -> Longs:
        """For each supplier the kinds its accounts say, and those they say even against a firm's name."""
        by_line = np.zeros((2, len(self._suppliers.line_owner)), np.int64)
        for column, said in self._said.values():
            bits = np.array([(each.half | each.plain, each.plain) for each in said], np.int64)
            by_line |= bits.reshape(-1, 2).T[:, column.codes]
        return np.bitwise_or.reduceat(by_line, self._suppliers.first_lines, axis=1) if by_line.size else by_line

    def fees(self) -> Flags:
        """Which suppliers are paid from an account of fees for one person's own work."""
        by_line = np.zeros(len(self._suppliers.line_owner), np.bool_)
        for column, said in self._said.values():
            by_line |= np.array([each.fee for each in said], np.bool_)[column.codes]
        return np.logical_or.reduceat(by_line, self._suppliers.first_lines) if by_line.size else by_line

    def first_to_say(self, kind: str, lines: range) -> tuple[str, int, str]:
        """The phrase in the first account of these lines that says the kind, its row and its field."""
        for line in lines:
            for name, (column, said) in self._said.items():
                phrase = said[int(column.codes[line])].phrases.get(kind)
                if phrase:
                    return phrase, int(column.rows[line]), name
        raise AssertionError("an account spoke")


def holders(suppliers: Suppliers) -> Flags:
    """Who has a contract in this list; everyone in a contracts register."""
    column = suppliers.columns.get("contract")
    if column is None:
        return np.zeros(len(suppliers), np.bool_)
    held = np.array([contract_held(text) for text in column.texts], np.bool_)[column.codes]
    if 2 * int(held.sum()) >= len(held):
        return np.ones(len(suppliers), np.bool_)
    return np.logical_or.reduceat(held, suppliers.first_lines)
