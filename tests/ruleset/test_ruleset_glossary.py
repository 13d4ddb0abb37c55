"""The words of the law and our own, each with where it was read."""

from __future__ import annotations

from msrisk.model import Band, Outcome, Queue, Severity
from msrisk.ruleset.glossary import load_glossary
from msrisk.ruleset.load import built_in, load_rules


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


def test_both_meanings_of_critical_say_what_one_critical_flag_makes() -> None:
    """True of every rule set that is shipped: else the words would have to say of which."""
    said = {word.term: word.meaning for word in load_glossary() if word.term.startswith("Critical (")}
    assert set(said) == {"Critical (severity of a flag)", "Critical (priority)"}
    assert all("one critical flag by itself makes High" in meaning for meaning in said.values())
    for name in built_in():
        scoring = load_rules(name).scoring
        points, bands = scoring.points[Severity.CRITICAL], scoring.bands
        assert (points, bands["critical"]) == (40, 60), name
        assert bands["high"] <= points < bands["critical"], name


def test_rank_and_look_first_are_told_apart() -> None:
    said = {word.term: word.meaning for word in load_glossary()}
    assert "not the order of Look first" in said["Rank"]
    assert "not the rank" in said["Look first"]
