"""How the signals of a name and of accounts make a kind of payee; the only place where that is decided."""

from __future__ import annotations

from dataclasses import dataclass

from msrisk.model.payees import FINANCE, KINDS, OWN, PERSON, PUBLIC, SCHOOL, SUPPLIER, TAX, UNNAMED, UTILITY
from msrisk.values.placeholders import is_placeholder

# Who is no supplier for this purpose; the others are named and stay, and so does a contract that names nobody.
SET_ASIDE = (TAX, SCHOOL, PUBLIC, PERSON)
_ASIDE_IF_AGREED = (*SET_ASIDE, UNNAMED)  # a group of clients is paid in one sum
_STAYS = (UTILITY, FINANCE, OWN, UNNAMED)
_IN_TURN = (TAX, SCHOOL, PUBLIC, PERSON, *_STAYS)
AGREED, PLAIN, SCHOOL_STAYS, HOLDER = "agreed", "plain", "a school that stays", "holder"
_BITS = {kind: 1 << number for number, kind in enumerate(KINDS)}
_NO_CONTRACT = frozenset(("y", "n", "yes", "no", "various", "contract", "none"))


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks about one payee; the first four are sets of kinds, one bit each.

    name: half said by the name.  plain: said by the name so plainly that it suffices in a ledger of payments.
    account: said by an account.  own: said by an account that holds even against a firm's name.
    """

    name: int
    plain: int
    account: int
    own: int
    holds_contract: bool
    in_ledger: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, whether it is set aside, and which signals made it so."""

    kind: str
    set_aside: bool
    signal: str


_NOTHING_SAID = Verdict(SUPPLIER, False, "")


def mask(kind: str) -> int:
    """One kind as a set of kinds."""
    return _BITS[kind]


def contract_held(text: str) -> bool:
    """Whether a cell under a contract's heading names a contract."""
    return not is_placeholder(text) and text.strip().casefold() not in _NO_CONTRACT


def verdict(signals: Signals) -> Verdict:
    """The kind of a payee."""
    is_firm = bool(signals.name & mask(SUPPLIER))
    half = signals.name | signals.plain
    for kind in _IN_TURN:
        account = signals.own if is_firm and kind in _ASIDE_IF_AGREED else signals.account
        if half & account & mask(kind) and not (kind == PERSON and signals.account & mask(SUPPLIER)):
            return _unless_holder(signals, Verdict(kind, kind in _ASIDE_IF_AGREED, AGREED))
    for kind in _IN_TURN:
        if not signals.plain & mask(kind) or (is_firm and kind not in _STAYS):
            continue
        if kind in SET_ASIDE and not signals.in_ledger:
            continue  # a council in a list that asks for turnover or statements is there as a supplier
        if kind != SCHOOL:
            return _unless_holder(signals, Verdict(kind, kind in SET_ASIDE, PLAIN))
        if not signals.account & mask(SUPPLIER):
            return _unless_holder(signals, Verdict(SCHOOL, False, SCHOOL_STAYS))
    return _NOTHING_SAID


def _unless_holder(signals: Signals, found: Verdict) -> Verdict:
    return Verdict(SUPPLIER, False, HOLDER) if signals.holds_contract else found
