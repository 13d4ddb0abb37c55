"""The kinds that the board page shows apart: the largest, and none of so few that a sum names them."""

from __future__ import annotations

import pytest

from msrisk.published import FEWEST
from msrisk.topics import Topic
from msrisk.write.board_kinds import SHOWN, Kinds, kinds_shown


def kind(name: str, suppliers: int, spend: int | None = 100, high: int = 0) -> Topic:
    return Topic(name, suppliers, spend, high, 0)


def rows(kinds: Kinds) -> list[tuple[str, int]]:
    """Each row of the table: its name and its suppliers."""
    found = [(topic.name, topic.suppliers) for topic in kinds.apart]
    if kinds.together:
        found.append((kinds.together_name, Topic.together(kinds.together).suppliers))
    return [*found, *([(kinds.unknown.shown, kinds.unknown.suppliers)] if kinds.unknown else [])]


@pytest.mark.parametrize(
    ("topics", "shown"),
    [
        ([kind("works", 9), kind("waste", 5)], [("works", 9), ("waste", 5)]),
        ([kind("works", 9), kind("waste", 4), kind("food", 1)], [("works", 9), ("2 other kinds", 5)]),
        ([kind("works", 9, 500), kind("care", 6), kind("food", 1)], [("works", 9), ("2 other kinds", 7)]),
        (
            [kind("works", 9), kind("food", 2), kind("", 3)],
            [("works", 9), ("1 other kind, or not known what we buy", 5)],
        ),
        (
            [kind("works", 9), kind("food", 2), kind("", 8)],
            [("2 other kinds", 11), ("not known what we buy", 8)],
        ),
        ([kind("food", 2), kind("", 8)], [("1 kind, or not known what we buy", 10)]),
        ([kind("food", 2), kind("care", 1)], [("2 kinds", 3)]),
        ([kind("food", 2)], [("food", 2)]),
        ([kind("", 2)], [("not known what we buy", 2)]),
        ([], []),
    ],
    ids=[
        "none of few",
        "several of few",
        "few take the smallest of the others",
        "few not known among them",
        "one of few takes a kind, not the unknown",
        "few and what is not known",
        "a list of few",
        "a list of one kind",
        "a list of nothing known",
        "nobody",
    ],
)
def test_no_row_is_of_few_but_in_a_list_of_few(topics: list[Topic], shown: list[tuple[str, int]]) -> None:
    found = rows(kinds_shown(topics))
    assert found == shown
    assert sum(count for _, count in found) == sum(topic.suppliers for topic in topics)


def test_the_largest_come_first_whoever_is_of_high_priority() -> None:
    topics = [kind("accommodation", 6, 10, high=6), kind("legal advice", 6, 900)]
    assert [topic.name for topic in kinds_shown(topics).apart] == ["legal advice", "accommodation"]


def test_a_long_list_has_nine_rows_and_all_others_in_one() -> None:
    kinds = kinds_shown([kind(f"kind {number}", FEWEST, number) for number in range(30)])
    assert len(kinds.apart) == SHOWN
    assert kinds.together_name == "21 other kinds"
