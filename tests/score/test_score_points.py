"""Points and bands redone with a pencil, and the order of the list (T60, T62, T63, T69, T70)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from msrisk.model import Band, Outcome, Severity, Track
from msrisk.ruleset.rules import Rule, RuleSet
from msrisk.score import Points, points_of, sums_of
from tests.evaluate.evaluate_making import every_track, screened, supplier_list

POINTS = {"critical": 40, "high": 25, "medium": 10, "low": 4}


def pencil(rules: list[Rule], ended: list[Outcome], cap: int) -> tuple[int, int, str]:
    """For one supplier: score, could reach, band. Relief is taken off the score and asked nowhere else."""

    def sums(counted: set[Outcome], track: Track) -> int:
        worst: dict[str, int] = {}
        for rule, outcome in zip(rules, ended, strict=True):
            if rule.track is track and rule.status != "trial" and outcome in counted and rule.severity:
                worst[rule.group] = max(worst.get(rule.group, 0), POINTS[rule.severity.value])
        return sum(worst.values())

    best: dict[str, int] = {}
    for rule, outcome in zip(rules, ended, strict=True):
        if rule.track is Track.ASSURANCE and rule.status != "trial" and outcome is Outcome.CLEAR:
            best[rule.group] = max(best.get(rule.group, 0), rule.relief)
    relief = min(cap, sum(best.values()))
    known, possible = {Outcome.FLAGGED}, {Outcome.FLAGGED, Outcome.NOT_KNOWN}
    score = sums(known, Track.LAW) + max(0, sums(known, Track.EXPOSURE) - relief)
    before = sums(known, Track.LAW) + sums(known, Track.EXPOSURE)
    reach = sums(possible, Track.LAW) + sums(possible, Track.EXPOSURE)
    band = "CRITICAL" if before >= 60 else "HIGH" if before >= 25 else "MEDIUM" if before >= 10 else "LOW"
    if band in ("MEDIUM", "LOW") and reach >= 25:
        band = "NOT_CLEARED"
    for rule, outcome in zip(rules, ended, strict=True):
        if rule.track is Track.EXCLUSION and rule.status != "trial" and outcome is Outcome.FLAGGED:
            band = "REFER"
    return score, reach, band


def random_rule(chance: Random, number: int) -> Rule:
    track = chance.choice(list(Track))
    return replace(
        every_track().rules["s54-large"],
        id=f"s54-{number}",
        track=track,
        severity=chance.choice(list(Severity)) if track in (Track.LAW, Track.EXPOSURE) else None,
        relief=chance.choice([0, 5, 10]) if track is Track.ASSURANCE else 0,
        group=chance.choice(["a", "b", f"s54-{number}"]),
        status=chance.choice(["", "", "", "trial"]),
    )


def rule_set(rules: list[Rule], cap: int = 15) -> RuleSet:
    scoring = replace(every_track().scoring, relief_cap=cap)
    return replace(every_track(), rules={rule.id: rule for rule in rules}, scoring=scoring)


@pytest.mark.parametrize("seed", range(40))
def test_the_sums_are_those_of_a_pencil(seed: int) -> None:
    chance = Random(seed)
    rules, cap = (
        [random_rule(chance, number) for number in range(chance.choice([1, 4, 9]))],
        chance.choice([0, 15]),
    )
    matrix = [[chance.choice(list(Outcome)) for _ in range(60)] for _ in rules]
    points = points_of(rule_set(rules, cap), sums_of(rule_set(rules, cap), rules, np.array(matrix, np.uint8)))
    for supplier in range(60):
        found = (points.score[supplier], points.could_reach[supplier], Band(int(points.band[supplier])).name)
        assert found == pencil(rules, [row[supplier] for row in matrix], cap)


def sums(ended: Mapping[str, Outcome], bands: Mapping[str, int] | None = None) -> Points:
    """One supplier, with the rules of every track that ended so; all others do not apply."""
    rules = every_track()
    if bands:
        rules = replace(rules, scoring=replace(rules.scoring, bands=bands))
    asked = list(rules.rules.values())
    matrix = [[ended.get(rule.id, Outcome.NOT_APPLICABLE)] for rule in asked]
    return points_of(rules, sums_of(rules, asked, np.array(matrix, np.uint8)))


FLAGGED, CLEAR, NOT_KNOWN = Outcome.FLAGGED, Outcome.CLEAR, Outcome.NOT_KNOWN


@pytest.mark.parametrize(
    ("line", "edge", "band"),
    [
        ("critical", 40, Band.CRITICAL),
        ("critical", 41, Band.HIGH),
        ("high", 40, Band.HIGH),
        ("high", 41, Band.MEDIUM),
        ("medium", 40, Band.MEDIUM),
        ("medium", 41, Band.LOW),
    ],
)
def test_t69_a_band_begins_exactly_at_its_line(line: str, edge: int, band: Band) -> None:
    """The one flag is worth 40; the bands above the line are out of reach."""
    bands = {"critical": 1000, "high": 500, "medium": 100, "low": 0} | {line: edge}
    for below in ("high", "medium")[("critical", "high", "medium").index(line) :]:
        bands[below] = {"high": 20, "medium": 10}[below] if below != line else edge
    assert Band(int(sums({"s54-large": FLAGGED}, bands).band[0])) is band


@pytest.mark.parametrize(("high", "band"), [(40, Band.NOT_CLEARED), (41, Band.LOW)])
def test_t69_not_cleared_begins_exactly_at_the_high_line(high: int, band: Band) -> None:
    bands = {"critical": 60, "high": high, "medium": 10, "low": 0}
    points = sums({"s54-large": NOT_KNOWN}, bands)
    assert (Band(int(points.band[0])), Band(int(points.so_far[0])), points.could_reach[0]) == (band, Band.LOW, 40)


def test_the_worst_rule_of_a_group_counts_and_the_rest_do_not_add_up() -> None:
    points = sums({"sector-cleaning": FLAGGED, "sector-food": FLAGGED, "goods-origin": FLAGGED})
    assert (points.score[0], points.exposure[0]) == (35, 35)


@pytest.mark.parametrize(
    ("signed", "approved", "relief"),
    [
        pytest.param(CLEAR, CLEAR, 15, id="capped"),
        pytest.param(CLEAR, FLAGGED, 10, id="one of two"),
        pytest.param(NOT_KNOWN, NOT_KNOWN, 0, id="a blank relieves nobody"),
        pytest.param(FLAGGED, FLAGGED, 0, id="bad papers add nothing"),
    ],
)
def test_t63_relief_comes_from_clear_alone_and_is_capped(signed: Outcome, approved: Outcome, relief: int) -> None:
    ended = {"sector-cleaning": FLAGGED, "assurance-signed": signed, "assurance-approved": approved}
    points = sums(ended)
    assert (points.relief[0], points.score[0]) == (relief, 25 - relief)


@pytest.mark.parametrize(
    ("flagged", "band"),
    [
        pytest.param({"sector-cleaning": FLAGGED}, Band.HIGH, id="High at its line"),
        pytest.param({"sector-food": FLAGGED}, Band.MEDIUM, id="Medium at its line"),
        pytest.param({"s54-large": FLAGGED, "sector-cleaning": FLAGGED}, Band.CRITICAL, id="Critical"),
        pytest.param({"sector-cleaning": NOT_KNOWN}, Band.NOT_CLEARED, id="Not cleared while High is open"),
    ],
)
def test_t63_relief_orders_within_a_band_and_takes_nobody_out_of_it(
    flagged: dict[str, Outcome], band: Band
) -> None:
    with_papers = sums({**flagged, "assurance-signed": CLEAR, "assurance-approved": CLEAR})
    without = sums(flagged)
    assert Band(int(with_papers.band[0])) is Band(int(without.band[0])) is band
    assert with_papers.score[0] == max(without.score[0] - 15, without.law[0])
    assert with_papers.could_reach[0] == without.could_reach[0]


def test_t63_papers_of_one_kind_relieve_once() -> None:
    rules = every_track()
    asked = [replace(rule, group="papers") if rule.relief else rule for rule in rules.rules.values()]
    ended = {"sector-cleaning": FLAGGED, "assurance-signed": CLEAR, "assurance-approved": CLEAR}
    matrix = np.array([[ended.get(rule.id, Outcome.NOT_APPLICABLE)] for rule in asked], np.uint8)
    assert points_of(rules, sums_of(rules, asked, matrix)).relief[0] == 10


def test_relief_never_touches_the_law_and_never_goes_below_nought() -> None:
    both = {"assurance-signed": CLEAR, "assurance-approved": CLEAR}
    assert sums({"s54-large": FLAGGED, **both}).score[0] == 40
    assert sums({"goods-origin": FLAGGED, **both}).score[0] == 0


def test_relief_comes_only_from_what_is_clear_on_every_line() -> None:
    """A supplier's papers are one fact; its worst line is what is relieved."""
    rows = [{"Supplier": "Alder", "Purchase category": each, "Statement signed": "yes", "Country of origin": "UK"}
            for each in ("Audit", "Cleaning")]  # fmt: skip
    (each,) = screened(rows, every_track())
    assert (each.exposure, each.relief) == (25, 10)


def test_a_flagged_exclusion_refers_and_scores_nothing() -> None:
    points = sums({"exclusion-order": FLAGGED})
    assert (Band(int(points.band[0])), points.score[0], Band(int(points.so_far[0]))) == (Band.REFER, 0, Band.LOW)


CLEARED = {"Supplier": "Alder", "Purchase category": "Audit", "Country of origin": "UK", "Turnover": "£2m"}


@pytest.mark.parametrize(
    ("more", "band"),
    [
        pytest.param({}, Band.LOW, id="never asked in this list"),
        pytest.param({"No steps taken": "no"}, Band.LOW, id="asked and clear"),
        pytest.param({"No steps taken": ""}, Band.NOT_CLEARED, id="a column left blank"),
        pytest.param({"No steps taken": "tbc"}, Band.NOT_CLEARED, id="a column not understood"),
        pytest.param({"No steps taken": "yes"}, Band.REFER, id="flagged"),
    ],
)
def test_an_exclusion_that_is_not_known_is_never_better_than_not_cleared(more: dict[str, str], band: Band) -> None:
    other = {**CLEARED, "Supplier": "Birch", **dict.fromkeys(more, "no")}
    report = screened([{**CLEARED, **more}, other], every_track())
    found = {each.name: (each.band, each.score) for each in report}
    assert found == {"Alder": (band, 0), "Birch": (Band.LOW, 0)}


# -- the order


@pytest.mark.parametrize("seed", range(2))
def test_t60_ranks_follow_band_score_reach_spend_name_and_key(seed: int) -> None:
    report = screened(supplier_list(Random(seed), [f"{each} {n}" for n in range(6) for each in ("aa", "AA", "b")]))
    scores, suppliers = report.scores, report.suppliers
    keys = [
        (
            int(scores.band[number]),
            -int(scores.score[number]),
            -int(scores.could_reach[number]),
            -int(suppliers.spend[number]),
            suppliers.names[number].casefold(),
            suppliers.keys[number],
        )
        for number in range(len(suppliers))
    ]
    assert scores.order.tolist() == sorted(range(len(suppliers)), key=lambda number: keys[number])
    assert sorted(scores.rank.tolist()) == list(range(1, len(suppliers) + 1))


UNKNOWN = {"UK business": "yes", "Turnover": "£50m"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"Amount": "5"},
            {"Amount": "5", "Statement published": "yes", "Statement URL": "https://example.com"},
            id="could reach",
        ),
        pytest.param({"Amount": "6"}, {"Amount": "5"}, id="then spend"),
        pytest.param({"Amount": "5"}, {"Amount": ""}, id="a spend that is not known comes last"),
        pytest.param({"Supplier": "alder"}, {"Supplier": "Birch"}, id="then the name, without case"),
        pytest.param({"Supplier": "ALDER"}, {"Supplier": "birch"}, id="then the name, without case, again"),
    ],
)
def test_t60_a_tie_is_broken(first: dict[str, str], second: dict[str, str]) -> None:
    low, high = ({"Supplier": name, **UNKNOWN, **more} for name, more in (("Zz", first), ("Aa", second)))
    for rows in ([low, high], [high, low]):
        report = screened(rows)
        ranked = [report.suppliers.rows_of(each.number)[0] for each in report]
        assert [rows[row - 1] for row in ranked] == [low, high]
