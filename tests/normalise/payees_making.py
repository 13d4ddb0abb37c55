"""Lists of payees for tests, and the payees labelled by hand."""

import csv
from functools import cache
from pathlib import Path

import pandas

from msrisk.model import Suppliers
from msrisk.screening import read_suppliers

LABELS = Path(__file__).with_name("labelled_payees.csv")
SET_ASIDE = ("tax or pension", "school", "public body", "person")


def to_be_set_aside(row: dict[str, str]) -> bool:
    """Whether a labelled payee is no supplier: by its kind, or a group of clients and no contract's."""
    return row["kind"] in SET_ASIDE or (row["kind"] == "unnamed" and not row["contract"])


def ledger(*rows: tuple[str, str], **kinds: str) -> Suppliers:
    """A ledger of names and accounts, £1 a row.  kinds: as with --kind, for names of one word."""
    frame = pandas.DataFrame([(*row, "1") for row in rows], columns=["Supplier", "Expense type", "Amount"])
    return read_suppliers(frame, kinds=kinds)


def kind_of(name: str, account: str) -> tuple[str, bool]:
    """The kind of one payee on one account, and whether it is set aside."""
    suppliers = ledger((name, account))
    return suppliers.kind(0), bool(suppliers.set_aside[0])


@cache
def labelled(file: str) -> tuple[tuple[dict[str, str], str, bool], ...]:
    """Each labelled payee of a file, its kind as found, and whether it was set aside."""
    with LABELS.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["file"] == file]
    lines = [
        (str(number), row["name"], account, row["contract"] and f"C{number}", "1")
        for number, row in enumerate(rows)
        for account in row["accounts"].split(" | ")
    ]
    frame = pandas.DataFrame(lines, columns=["Supplier id", "Supplier", "Expense type", "Contract ref", "Amount"])
    read = read_suppliers(frame)
    ids = read.columns["supplier_id"]
    number_of = {ids.text(number): number for number in range(len(read))}
    return tuple(
        (row, read.kind(number_of[str(at)]), bool(read.set_aside[number_of[str(at)]]))
        for at, row in enumerate(rows)
    )


def all_labelled(half: str) -> list[tuple[dict[str, str], str, bool]]:
    """The labelled payees of one half, over all files."""
    with LABELS.open(encoding="utf-8", newline="") as opened:
        files = dict.fromkeys(row["file"] for row in csv.DictReader(opened))
    return [each for file in files for each in labelled(file) if each[0]["half"] == half]
