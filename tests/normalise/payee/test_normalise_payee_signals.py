"""What a name or an account says of kinds, and which phrase and cell a reason quotes."""

import pytest

from msrisk.normalise.payee import signals
from msrisk.normalise.payee.rules import mask
from msrisk.normalise.payee.signals import Accounts, said_in
from msrisk.normalise.payee.words import OF_ACCOUNTS, OF_KINDS
from tests.normalise.payees_making import ledger


def test_the_longest_phrase_of_a_kind_is_the_one_that_is_quoted() -> None:
    said = said_in("midshire nhs foundation trust".split(), OF_KINDS)
    assert said.phrases == {"public body": "nhs foundation trust"}
    assert said.plain == mask("public body")


def test_an_account_that_holds_against_a_firm_is_told_from_one_that_does_not() -> None:
    assert said_in("nat ins and rebate".split(), OF_ACCOUNTS).plain == mask("tax or pension")
    assert said_in("income tax".split(), OF_ACCOUNTS).plain == 0
    assert said_in("income tax".split(), OF_ACCOUNTS).half == mask("tax or pension")


def test_the_first_account_to_say_the_kind_is_quoted_with_its_cell() -> None:
    suppliers = ledger(("HMRC", "Books"), ("HMRC", "Income tax"), ("HMRC", "PAYE"))
    row = suppliers.payees.rows[0]
    assert suppliers.payees.reason(0) == "the name says 'hmrc' and the account 'income tax…'"
    assert suppliers.book.address(int(row), suppliers.payees.speakers[0]) == "B3"


def test_a_text_that_stands_in_many_rows_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    suppliers = ledger(*[(f"Mrs J {name}", "FOSTER ALLOWANCES") for name in ("Alderby", "Bexley", "Corby")] * 5)
    judged: list[str] = []
    found = signals.found

    def counted(words: list[str], where: tuple[str, ...], cut: bool = False) -> object:
        judged.append(" ".join(words))
        return found(words, where, cut)

    monkeypatch.setattr(signals, "found", counted)
    Accounts(suppliers)
    assert judged.count("foster allowances") == 1
