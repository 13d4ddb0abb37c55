"""What it costs to find supplier names in a public file, and how many are found: names are invented.

    python benchmarks/find_names.py                    # 100,000 supplier names, 200,000 entries
    python benchmarks/find_names.py 10000 20000

Seven in ten suppliers are entries, written as ledgers write them: other capitals, Ltd for Limited, the legal form
left off, a letter wrong, cut at 30 letters.
"""

from __future__ import annotations

import gc
import itertools
import random
import sys
import time
from collections.abc import Sequence

from msrisk.enrich.join.alike import find_alike
from msrisk.enrich.join.asked import Side
from msrisk.enrich.join.exact import find_exact
from msrisk.enrich.join.names import names_of

SYLLABLES = "ba co da fe gi ho ju ka lo mi nu or pa qui ro sa te un va wo xi ye zo thi sha bre".split()
TRADES = (
    "services solutions care construction engineering cleaning security consulting systems transport foods "
    "catering training technology facilities maintenance supplies recruitment group holdings"
).split()
FORMS = (" Limited", " LIMITED", " Ltd", " PLC", " LLP")


class Namer:
    """Invents names; some words are much commoner than others, as in life."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        self.words = [
            "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((2, 3, 3, 4)))) for _ in range(30_000)
        ]
        self.weights = list(itertools.accumulate(1 / (place + 5) ** 0.7 for place in range(len(self.words))))

    def _word(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((2, 3, 3, 4))))

    def name(self) -> str:
        words = self.dice.choices(self.words, cum_weights=self.weights, k=1 if self.dice.random() < 0.25 else 2)
        trades = self.dice.choices(TRADES, k=1 if self.dice.random() < 0.7 else 2)
        return " ".join((*words, *trades)).title()

    def listed(self) -> str:
        return self.name() + self.dice.choice(FORMS)

    def as_in_a_ledger(self, listed: str) -> str:
        kind = self.dice.random()
        if kind < 0.3:
            return listed.upper().replace("LIMITED", "LTD")
        if kind < 0.5:
            return listed.rpartition(" ")[0]
        if kind < 0.7:
            place = self.dice.randrange(1, len(listed) - 1)
            return listed[:place] + self.dice.choice(("", "a", "e", "t")) + listed[place + 1 :]
        return listed[:30] if kind < 0.75 else listed


def side(names: Sequence[str]) -> Side:
    blank, none = ("",) * len(names), ((),) * len(names)
    return Side(
        names_of((place, name, "name") for place, name in enumerate(names)), blank, none, blank, none, blank, none
    )


def main(suppliers: int = 100_000, entries: int = 200_000) -> None:
    namer = Namer()
    listed = [namer.listed() for _ in range(entries)]
    ours = [
        f"{namer.name()} Ltd" if namer.dice.random() < 0.3 else namer.as_in_a_ledger(namer.dice.choice(listed))
        for _ in range(suppliers)
    ]
    gc.disable()  # as in the command
    start = time.process_time()
    left, right = side(ours), side(listed)
    compared = time.process_time()
    found = find_exact(left, right)
    exact = time.process_time()
    rest = [number for number in range(suppliers) if found.entry[number] < 0]
    near = find_alike(left, right, rest)
    alike = time.process_time()
    print(f"{suppliers:,} supplier names, {entries:,} entries, CPU seconds")
    print(f"  made comparable, both sides  {compared - start:6.2f}")
    print(f"  found exactly                {exact - compared:6.2f}   {suppliers - len(rest):,} found")
    print(f"  exact in all                 {exact - start:6.2f}")
    print(f"  names alike                  {alike - exact:6.2f}   {len({each for each, _ in near}):,} have one")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
