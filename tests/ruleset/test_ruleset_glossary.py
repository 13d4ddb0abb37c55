"""The words of the law and our own, each with where it was read."""

from __future__ import annotations

from msrisk.model import Band, Outcome, Queue
from msrisk.ruleset.glossary import load_glossary


def test_no_word_stands_twice_and_each_has_a_source() -> None:
    words = load_glossary()
    assert len({word.term for word in words}) == len(words)
    assert all(word.source for word in words)


def test_every_outcome_band_and_queue_is_explained() -> None:
    said = " ".join(f"{word.term} {word.meaning}" for word in load_glossary()).casefold()
    for each in (*Outcome, *Band, *Queue):
        assert each.word.casefold() in said, each


def test_what_was_not_read_at_its_source_says_so() -> None:
    for word in load_glossary():
        if word.term.startswith(("Palermo", "Forced labour (C29)", "The eleven indicators")):
            assert "not checked against its source" in word.source, word.term
