"""What people decided holds while both sides are as they were, and no longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from msrisk.enrich.join import join
from msrisk.model import Decision, Entries, Join, SourceKind, Suppliers, Way
from msrisk.model.sides import our_side_of, their_side_of
from tests.enrich.join_making import TITLE, listed, source

OURS, THEIRS = "Dogwood Facilites Management Ltd", "Dogwood Facilities Management Limited"
NAMES = (OURS, "Alder Works plc")


def our_list(
    names: Sequence[str] = NAMES, number: str = "07654321", country: str = "United Kingdom", spend: str = "10"
) -> Suppliers:
    numbers = [number if name == OURS else "" for name in names]
    countries = [country if name == OURS else "" for name in names]
    return listed(*names, Company_number=numbers, Country=countries, Annual_spend=[spend] * len(names))


def register(
    name: str = THEIRS, number: str = "", country: tuple[str, ...] = ("GB",), entry_id: str = "R1"
) -> Entries:
    made = source("Somebody Else Ltd", name, numbers=("", number), countries=((), country))
    return replace(made, ids=("R0", entry_id))


def decision(accepted: bool = True, parent: bool = False, at: int = 0) -> Decision:
    """On the pair as it stands in the list and the register above."""
    ours, theirs = our_side_of(our_list(), at), their_side_of(register(), 1)
    return Decision(TITLE, ours, theirs, "R1", accepted, parent, where="decisions.xlsx!A4")


def joined(suppliers: Suppliers, entries: Entries, *decisions: Decision) -> Join:
    return join(suppliers, entries, decisions).joins[-1]


def test_t74_nothing_is_found_until_a_person_accepts() -> None:
    assert joined(our_list(), register()).entry.tolist() == [-1, -1]
    held = joined(our_list(), register(), decision())
    assert (held.entry.tolist(), Way(held.way[0])) == ([1, -1], Way.DECISION)
    assert held.candidates == ()


def test_t74_a_rejected_pair_is_no_longer_suggested() -> None:
    held = joined(our_list(), register(), decision(accepted=False))
    assert (held.entry.tolist(), held.candidates, held.turned_down) == ([-1, -1], (), ((0, 1),))


def test_a_rejected_pair_is_not_found_though_the_names_are_the_same() -> None:
    entries = register(name=OURS)
    rejected = replace(decision(accepted=False), theirs=their_side_of(entries, 1))
    assert joined(our_list(), entries).entry.tolist() == [1, -1]
    held = joined(our_list(), entries, rejected)
    assert (held.entry.tolist(), held.candidates) == ([-1, -1], ())


def test_a_decision_on_a_supplier_who_is_not_in_this_list_is_kept_and_does_not_lapse() -> None:
    held = joined(our_list(["Dogwood Ltd"]), register(), decision())
    assert held.lapsed == ()
    assert len(held.absent) == 1


def test_a_number_that_was_blank_and_is_now_the_listed_one_bears_the_decision_out() -> None:
    numbered = register(number="07654321")
    ours = replace(decision().ours, number="")
    typed = replace(decision(), ours=ours, theirs=their_side_of(numbered, 1))
    held = joined(our_list(), numbered, typed)
    assert (held.lapsed, Way(held.way[0])) == ((), Way.DECISION)


def test_ltd_for_limited_in_our_list_lapses_nothing() -> None:
    spelt = OURS.replace("Ltd", "Limited")
    suppliers = listed(spelt, Company_number=["07654321"], Country=["United Kingdom"])
    assert joined(suppliers, register(), decision()).entry.tolist() == [1]


def test_an_accepted_parent_is_found_as_the_parent() -> None:
    assert Way(joined(our_list(), register(), decision(parent=True)).way[0]) is Way.PARENT


@pytest.mark.parametrize(
    ("suppliers", "entries", "why"),
    [
        (our_list(number="01111111"), register(), "company number was 07654321, is 01111111"),
        (our_list(number=""), register(), "company number was 07654321, is blank"),
        (our_list(country="France"), register(), "country was GB, is FR"),
        (our_list(), register(name="Dogwood Facilities Group Ltd"), "name was Dogwood Facilities Management"),
        (our_list(), register(number="09999999"), "the entry has changed (company number was blank, is 09999999)"),
        (our_list(), register(country=("FR",)), "the entry has changed (country was GB, is FR)"),
        (our_list(), register(entry_id="R2"), "no longer lists it under 'R1'"),
    ],
)
def test_t75_a_decision_lapses_when_either_side_changes(suppliers: Suppliers, entries: Entries, why: str) -> None:
    held = joined(suppliers, entries, decision())
    assert held.entry[0] == -1
    assert why in held.lapsed[0]
    assert held.lapsed[0].startswith("decisions.xlsx!A4: ")
    assert held.lapsed[0].endswith("decide again")
    assert held.outdated[0].where == "decisions.xlsx!A4"


@pytest.mark.parametrize(
    "suppliers",
    [
        pytest.param(our_list(spend="99"), id="other spend"),
        pytest.param(our_list(NAMES[::-1]), id="another order of the rows"),
        pytest.param(our_list((*NAMES, "Birch Ltd")), id="a further supplier"),
        pytest.param(our_list(number="7654321"), id="a nought that a spreadsheet dropped"),
        pytest.param(our_list(country="UK"), id="the country spelled in another way"),
    ],
)
def test_t75_a_decision_holds_while_both_are_the_same(suppliers: Suppliers) -> None:
    held = joined(suppliers, register(), decision())
    assert (held.entry[suppliers.names.index(OURS)], held.lapsed) == (1, ())


def test_t75_another_order_of_the_entries_changes_nothing() -> None:
    entries = source(THEIRS, "Somebody Else Ltd", countries=(("GB",), ()))
    assert joined(our_list(), replace(entries, ids=("R1", "R0")), decision()).entry.tolist() == [0, -1]


def test_t75_the_commonest_spelling_may_become_another() -> None:
    rows = [OURS, OURS.upper(), OURS.upper()]
    suppliers = our_list([OURS, *rows[1:]], number="", country="")
    assert suppliers.names == (OURS.upper(),)
    made = replace(decision(), ours=our_side_of(our_list(number="", country=""), 0))
    assert joined(suppliers, register(), made).entry.tolist() == [1]


def test_t75_what_another_source_fills_in_does_not_make_a_decision_lapse() -> None:
    suppliers = our_list(number="", country="")
    made = replace(decision(), ours=our_side_of(suppliers, 0))
    first = source(OURS, numbers=("08888888",), says={"company_number": ["08888888"]})
    filled = join(suppliers, replace(first, kind=SourceKind.COMPANIES, title="a first source"))
    assert filled.columns["company_number"].reading(0).first == "08888888"
    assert joined(filled, register(), made).lapsed == ()


def test_a_decision_on_another_source_or_lapsed_earlier_is_not_used() -> None:
    for made in (replace(decision(), source="another"), replace(decision(), lapsed="long ago")):
        held = joined(our_list(), register(), made)
        assert (held.entry.tolist(), held.lapsed, held.decided) == ([-1, -1], (), ())


def test_a_decision_on_a_payee_set_aside_since_lapses() -> None:
    name = "Mrs Wilhelmina Quickfoot"
    suppliers = listed(name, NAMES[1], Category=["Fostering allowances", "Cleaning"])
    made = Decision(TITLE, our_side_of(suppliers, 0), their_side_of(register(), 1), "R1", True, where="x")
    assert joined(suppliers, register(), made).entry.tolist() == [-1, -1]


def test_of_a_parent_and_the_supplier_itself_the_supplier_goes_first() -> None:
    parent = replace(decision(parent=True), theirs=their_side_of(register(), 0), entry_id="R0")
    held = joined(our_list(), register(), parent, decision())
    assert (int(held.entry[0]), Way(held.way[0])) == (1, Way.DECISION)
