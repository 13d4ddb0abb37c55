"""What every kind promises, and what importing them costs."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.files import one_line
from msrisk.values import KINDS, money, name
from msrisk.values.currency import rate
from msrisk.values.kind import Kind
from msrisk.values.reading import BLANK, NO_HINT, Hint
from msrisk.values.tables import rows

EVERY = [pytest.param(kind, id=kind.name) for kind in KINDS.values()]


def test_every_kind_of_the_vocabulary_is_there() -> None:
    assert list(KINDS) == [
        *("money", "number", "percent", "date", "yes_no", "choice", "country", "sic", "cpv"),
        *("proclass", "company_number", "name", "id", "link", "text", "labels"),
    ]
    assert all(kind.name == name for name, kind in KINDS.items())


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
def test_white_space_is_blank_without_a_note(kind: Kind, text: str) -> None:
    assert kind.read(text, NO_HINT) == BLANK


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#" * 255])
def test_fault_79_an_error_has_no_value(kind: Kind, text: str) -> None:
    reading = kind.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert reading.note


@pytest.mark.parametrize("kind", EVERY)
@given(st.text(), st.text(), st.sampled_from([True, False, None]))
def test_nothing_raises_and_nothing_unread_is_silent(
    kind: Kind, text: str, heading: str, first: bool | None
) -> None:
    reading = kind.read(text, Hint(heading=heading, day_first=first))
    assert reading.understood or reading == BLANK or reading.note
    assert reading.note == one_line(reading.note)


@pytest.mark.parametrize("kind", EVERY)
def test_a_very_long_text_is_soon_refused_or_kept(kind: Kind) -> None:
    began = time.perf_counter()
    for text in ("1" * 100_000, "a, " * 30_000, "-" * 100_000, "(" * 50_000, "a." * 50_000):
        kind.read(text, NO_HINT)
    assert time.perf_counter() - began < 2


def test_importing_loads_no_table() -> None:
    code = "import msrisk.values; from msrisk.values.tables import rows; print(rows.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_neither_pandas_nor_numpy_is_needed() -> None:
    code = "import sys, msrisk.values; print({'pandas', 'numpy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_many_plain_figures_and_names_are_quick() -> None:
    began = time.perf_counter()
    for number in range(20_000):
        money.read(f"{number},000.50", NO_HINT)
        name.key(f"Schofield {number} & Sons Limited")
    assert time.perf_counter() - began < 2  # ten times what it takes


def test_every_currency_of_the_table_has_a_rate() -> None:
    for row in rows("fx_gbp"):
        found = rate(row["currency"])
        assert 0 < found.least < found.most
        assert max(each["year"] for each in rows("fx_gbp") if each["currency"] == row["currency"]) in found.said
