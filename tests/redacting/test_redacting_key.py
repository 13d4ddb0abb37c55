"""The same supplier and key give the same token in every list; without the key nobody can make one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk import InputError, screen
from msrisk.redacting import key_in, redacted
from msrisk.redacting.key import Tokens
from msrisk.redacting.values import two_figures

KEY = b"a sentence nobody guesses"
ONE = [{"Supplier": "Alder Works Ltd", "Company number": "01234567"}, {"Supplier": "Birch Care Ltd"}]
OTHER = [
    {"Supplier": "ALDER WORKS (UK) LIMITED", "Company number": "1234567"},
    {"Supplier": "Birch Care Limited"},
    {"Supplier": "Cedar Foods Ltd"},
]


def names(rows: list[dict[str, str]], key: bytes | None) -> tuple[str, ...]:
    return redacted(screen(pandas.DataFrame(rows).fillna("")), key).suppliers.names


def test_two_lists_have_the_same_token_for_one_supplier_under_one_key() -> None:
    assert names(ONE, KEY) == names(OTHER, KEY)[:2]
    assert len(set(names(OTHER, KEY))) == 3


def test_another_key_gives_other_tokens() -> None:
    assert not set(names(ONE, KEY)) & set(names(ONE, b"another sentence nobody guesses"))


def test_without_a_key_tokens_hold_in_one_list_alone() -> None:
    assert names(ONE, None) == names(ONE, None)
    assert not set(names(ONE, None)) & set(names(OTHER, None))


def test_whoever_shares_an_identity_in_a_list_is_still_told_apart() -> None:
    first, second = Tokens(KEY).names(["number 01234567"] * 2, ["Supplier"] * 2)
    assert second == f"{first}, 2"


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"], ids=["none", "line", "windows"])
def test_the_line_break_an_editor_adds_is_no_part_of_the_key(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    path.write_bytes(b"\xef\xbb\xbf" + KEY + ending.encode())
    assert key_in(path) == KEY


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"too short", "is too short for a key: it has 9 characters, and 16 are needed"),
        (b"\xff\xfe\x00" * 9, "is not a text file"),
        (None, "could not be read"),
    ],
    ids=["short", "no text", "missing"],
)
def test_what_is_no_key_is_refused_by_its_name(raw: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(InputError, match=f"key.txt: {said}"):
        key_in(path)


@given(st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=20))
def test_two_figures_are_as_near_as_two_figures_can_be(numbers: list[int]) -> None:
    for number, rounded in zip(numbers, two_figures(np.array(numbers, np.int64)).tolist(), strict=True):
        assert len(str(abs(rounded)).rstrip("0")) <= 2
        assert abs(rounded - number) * 20 <= max(abs(number), 0) or abs(number) < 100
