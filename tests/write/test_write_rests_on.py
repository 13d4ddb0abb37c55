"""Whether every flag rests on what is bought, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from msrisk import screen
from msrisk.write.rests_on import rests_on_purchases, rests_on_said
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
PLAIN = {"Supplier": "Alder Ltd", "Category": "Agency staff", "Spend": "90000"}


def said(**more: str) -> list[str]:
    return rests_on_said(screen(pandas.DataFrame([{**PLAIN, **more}])))


def test_a_list_of_payments_says_that_nothing_is_known_of_any_supplier_itself() -> None:
    assert said() == [
        "Every flag here rests on what we buy; nothing is known yet of any supplier itself. "
        "Public files can tell more: --registry, --companies-house."
    ]


def test_where_goods_come_from_is_part_of_what_we_buy() -> None:
    goods = {"Category": "Uniforms", "Country of origin": "Myanmar"}
    assert rests_on_purchases(screen(pandas.DataFrame([PLAIN | goods])))


def test_a_known_turnover_that_led_to_no_flag_is_something_known() -> None:
    assert "no fact about a supplier itself led to one." in said(Turnover="£1m")[0]


def test_a_blank_column_is_nothing_known() -> None:
    assert "nothing is known yet" in said(Turnover="")[0]


@pytest.mark.parametrize(
    "fact",
    [
        {"Agency workers": "yes"},
        {"Country": "Myanmar"},
        {"Turnover": "£50m", "Modern slavery statement published": "no", "UK business": "yes"},
    ],
    ids=lambda fact: next(iter(fact)),
)
def test_one_flag_on_a_supplier_itself_is_enough_to_say_nothing(fact: dict[str, str]) -> None:
    assert said(**fact) == []


def test_a_list_without_any_flag_says_nothing() -> None:
    assert said(Category="Unheard of") == []


def test_the_sample_knows_of_its_suppliers_and_says_nothing() -> None:
    assert rests_on_said(screen(SAMPLES / "suppliers.xlsx")) == []


def test_the_council_lists_of_payments_say_it(real_inputs: Path) -> None:
    for start in ("trafford", "hyndburn__June"):
        (file,) = (real_inputs / "a-council-and-public-spend").glob(f"{start}*.csv")
        assert rests_on_purchases(screen(file)), start
