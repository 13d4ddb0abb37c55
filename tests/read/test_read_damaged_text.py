"""A text file that was cut off or damaged is read or refused in words, and never breaks anything."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from read_making import saved

from msrisk import read_suppliers
from msrisk.errors import InputError

ROWS = "".join(
    f'"Alder, {each} Ltd",{each:05},"£{each * 37:,}.50",0{each % 9 + 1}/04/2025,"Roads\nand bridges – {each}"\n'
    for each in range(60)
)
TEXT = f"Supplier,Supplier ID,Amount (£),Payment date,Expense type\n{ROWS}"
FORMS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman")


def tried(folder: Path, data: bytes) -> None:
    """Read or refused; any other exception is a fault."""
    try:
        read_suppliers(saved(folder, data, "a.csv"))
    except InputError as refusal:
        assert str(refusal)


@pytest.mark.parametrize("form", FORMS)
def test_a_text_file_cut_off_at_every_twentieth_is_read_or_refused(tmp_path: Path, form: str) -> None:
    data = TEXT.encode(form)
    for twentieth in range(20):
        tried(tmp_path, data[: len(data) * twentieth // 20])


@pytest.mark.parametrize("form", FORMS)
def test_a_text_file_with_a_flipped_byte_is_read_or_refused(tmp_path: Path, form: str) -> None:
    data, random = TEXT.encode(form), Random(83)
    for _ in range(100):
        place = random.randrange(len(data))
        tried(tmp_path, data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :])
