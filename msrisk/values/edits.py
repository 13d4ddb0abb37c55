"""Texts one slip of the keyboard apart: a letter missing, added, changed, or two neighbours swapped."""

from __future__ import annotations


def shortened(text: str) -> set[str]:
    """The text and every text with one letter left out: two texts one slip apart share one of these."""
    return {text} | {text[:at] + text[at + 1 :] for at in range(len(text))}


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one slip makes one text of the other; equal texts are not apart."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while one[same : same + 1] == other[same : same + 1]:
        same += 1
    rest, other_rest = one[same:], other[same:]
    if len(rest) != len(other_rest):
        return rest[1:] == other_rest or rest == other_rest[1:]
    swapped = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or swapped
