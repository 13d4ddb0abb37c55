"""What public files add to a supplier list: how many suppliers they settle by rule, how many leave Not cleared.

python benchmarks/what_joins_settle.py LIST --registry FILE --companies-house FILE --watchlist FILE --join FILE
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from msrisk import PublicFiles, Report, screen
from msrisk.model import Band, Outcome


def settled(report: Report) -> np.ndarray:
    """Rules by suppliers: whether a rule that applies has its answer."""
    answered: np.ndarray = (report.outcomes == Outcome.FLAGGED) | (report.outcomes == Outcome.CLEAR)
    return answered | (report.outcomes == Outcome.NOT_APPLICABLE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list", type=Path)
    for option in ("registry", "companies-house", "watchlist", "join"):
        parser.add_argument(f"--{option}", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    public = PublicFiles(
        tuple(given.registry), tuple(given.companies_house), tuple(given.watchlist), tuple(given.join)
    )
    alone, joined = screen(given.list), screen(given.list, public=public)
    print(f"{given.list.name}: {int(alone.screened.sum()):,} suppliers screened")
    for join in joined.suppliers.joins:
        found, waiting = int((join.entry >= 0).sum()), len(join.waiting)
        print(f"  {join.entries.title}: {found:,} found, {waiting:,} wait for a decision")
    newly = settled(joined) & ~settled(alone) & joined.screened
    opened = settled(alone) & ~settled(joined) & joined.screened
    for rule, settles, opens in zip(joined.asked, newly.sum(axis=1), opened.sum(axis=1), strict=True):
        if settles or opens:
            print(f"  {rule.id:34} settled for {settles:,}" + (f", opened again for {opens:,}" if opens else ""))
    left = (alone.scores.band == Band.NOT_CLEARED) & (joined.scores.band != Band.NOT_CLEARED) & joined.screened
    came = (alone.scores.band != Band.NOT_CLEARED) & (joined.scores.band == Band.NOT_CLEARED) & joined.screened
    print(f"  left Not cleared: {int(left.sum()):,}; came to Not cleared: {int(came.sum()):,}")
    for band in Band:
        print(f"    {band.word:12} {alone.count(band):6,} -> {joined.count(band):6,}")


if __name__ == "__main__":
    main()
