"""Makes an invented ledger of payments as CSV, in which every row has a reference of its own.

python benchmarks/make_ledger.py 1000000 ledger.csv
python benchmarks/make_ledger.py 1000000 ledger.csv --suppliers 20000
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from list_words import CATEGORIES
from make_list import supplier_names

HEADINGS = (
    "Body name",
    "Payment date",
    "Transaction number",
    "Invoice reference",
    "Supplier name",
    "Supplier ID",
    "Amount (£)",
    "Expense type",
    "Expense area",
)
SEED = 2015
_FIRST_DAY = date(2025, 4, 1)
_DAYS = 365
_BODY = "Anyshire County Council"
_AREAS = ("Adult Social Care", "Highways", "Children's Services", "Estates", "Digital and Technology", "Schools")


def rows(count: int, suppliers: int) -> Iterator[tuple[str, ...]]:
    """Payments in order of their numbers; the same arguments give the same rows."""
    random = Random(SEED)
    names = supplier_names(suppliers, random)
    for number in range(count):
        who = number if number < suppliers else int(suppliers * random.random() ** 2)
        paid = _FIRST_DAY + timedelta(days=random.randrange(_DAYS))
        yield (
            _BODY,
            f"{paid:%d/%m/%Y}",
            f"{5_100_000_000 + number}",
            f"INV-{random.getrandbits(32):08X}",
            names[who],
            f"{100_000 + who}",
            f"{random.expovariate(1 / 4000) + 1:.2f}",
            CATEGORIES[who % len(CATEGORIES)],
            random.choice(_AREAS),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("path", type=Path, help="ending in .csv")
    parser.add_argument("--suppliers", type=int, default=20_000)
    told = parser.parse_args()
    if told.path.suffix != ".csv":
        raise SystemExit("the ledger is written as .csv")
    if told.suppliers > told.rows:
        raise SystemExit("there can be no more suppliers than rows")
    with told.path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(rows(told.rows, told.suppliers))


if __name__ == "__main__":
    main()
