"""How well the word table reads real strings labelled by hand; it was written without the half held back.

A string's true sectors are its label, none when the label is *unknown*; what stands under ``also`` is right when
found and not required. Of the half held back only totals are ever printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.enrich.enrich_making import labelled, sectors_of

AIMS = (
    "adult care",
    "agency labour",
    "works",
    "cleaning",
    "laundry",
    "guarding",
    "catering",
    "waste",
    "transport",
    "food",
    "garments",
    "ICT equipment",
)
Row = dict[str, str]


def by_string(_: Row) -> float:
    return 1.0


def by_pounds(row: Row) -> float:
    """A string that only holds refunds weighs nothing."""
    return max(0.0, float(row["pounds"]))


def shares(rows: Sequence[Row], weight: Callable[[Row], float], among: Sequence[str] = ()) -> tuple[float, float]:
    """Precision and recall over all strings and sectors; among: only these sectors, all when empty."""
    both = found = wanted = 0.0
    for row in rows:
        true, read = {row["sector"]} - {"unknown"}, sectors_of(row["text"])
        read -= {row["also"]} - true
        for sector in (true | read) & set(among) if among else true | read:
            both += weight(row) * (sector in true and sector in read)
            found += weight(row) * (sector in read)
            wanted += weight(row) * (sector in true)
    return both / found if found else 1.0, both / wanted if wanted else 1.0


def printed(half: str, what: str, weight: Callable[[Row], float], among: Sequence[str]) -> tuple[float, float]:
    precision, recall = shares(labelled(half), weight, among)
    print(f"{half:5}  {what:20}  {weight.__name__:9}  precision {precision:.3f}  recall {recall:.3f}")
    return precision, recall


@pytest.mark.parametrize(
    ("half", "what", "weight", "precision", "recall"),
    [
        ("build", "the twelve aims", by_string, 0.98, 0.98),
        ("build", "the twelve aims", by_pounds, 0.99, 0.99),
        ("build", "every sector", by_string, 0.96, 0.95),
        ("build", "every sector", by_pounds, 0.97, 0.97),
        ("held", "the twelve aims", by_string, 0.90, 0.80),
        ("held", "the twelve aims", by_pounds, 0.91, 0.88),
        ("held", "every sector", by_string, 0.88, 0.69),
        ("held", "every sector", by_pounds, 0.91, 0.79),
    ],
)
def test_precision_and_recall(
    half: str, what: str, weight: Callable[[Row], float], precision: float, recall: float
) -> None:
    found = printed(half, what, weight, AIMS if "aims" in what else ())
    assert found[0] >= precision
    assert found[1] >= recall


# Known to be weak on the half held back, by pounds: precision of adult care, recall of ICT equipment.
WEAK = {"adult care": (0.58, 0.9), "ICT equipment": (0.9, 0.23)}


@pytest.mark.parametrize("half", ["build", "held"])
def test_each_aim_for_itself(half: str) -> None:
    """A floor only where a half has at least five strings; of food, with two, the held half is read badly."""
    rows = labelled(half)
    for aim in AIMS:
        strings = sum(row["sector"] == aim for row in rows)
        precision, recall = printed(half, f"{aim} ({strings})", by_pounds, (aim,))
        if strings >= 5:
            floors = WEAK.get(aim, (0.9, 0.9)) if half == "held" else (0.95, 0.95)
            assert precision >= floors[0], aim
            assert recall >= floors[1], aim


@pytest.mark.parametrize(("half", "share"), [("build", 0.06), ("held", 0.12)])
def test_a_label_nobody_could_read_is_seldom_read(half: str, share: float) -> None:
    unknown = [row for row in labelled(half) if row["sector"] == "unknown"]
    read = [row for row in unknown if sectors_of(row["text"]) - {row["also"]}]
    print(f"{half}: {len(read)} of {len(unknown)} strings without a sector were given one")
    assert len(read) <= share * len(unknown)


def test_the_two_halves_share_no_string() -> None:
    build, held = ({row["text"].casefold() for row in labelled(half)} for half in ("build", "held"))
    assert not build & held
    assert min(len(build), len(held)) >= 400
