"""What many suppliers share is worked on once."""

from __future__ import annotations

from msrisk.once import Once


def test_a_thing_that_many_share_is_worked_on_once() -> None:
    asked: list[tuple[str, ...]] = []

    def joined(words: tuple[str, ...]) -> str:
        asked.append(words)
        return ", ".join(words)

    shared = ("a", "b")
    once = Once(joined)
    assert [once(shared), once(shared), once(shared)] == ["a, b"] * 3
    assert asked == [shared]


def test_things_made_and_dropped_one_after_the_other_are_not_taken_for_each_other() -> None:
    """Python gives the place of a dropped thing to the next one; an identity alone would confuse them."""
    once: Once[tuple[int, ...], int] = Once(sum)
    assert [once((number, 1)) for number in range(50)] == [number + 1 for number in range(50)]
