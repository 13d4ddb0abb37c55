"""How a yes and a no of a field are said: both, or neither."""

from __future__ import annotations

import pytest

from msrisk.errors import RulesError
from msrisk.ruleset.document import parse_document
from msrisk.ruleset.vocabulary import load_vocabulary, read_vocabulary

FIELD = "title: Fields\nfields:\n  agency:\n    label: Agency workers\n    kind: yes_no\n    of: supplier\n"


def test_a_yes_and_a_no_have_their_words() -> None:
    held = read_vocabulary(parse_document(f"{FIELD}    said: [agency workers, none]\n".encode(), "fields.yaml"))
    assert held["agency"].said == ("agency workers", "none")
    assert load_vocabulary()["statement_published"].said == ("a statement published", "no statement published")


def test_one_of_the_two_alone_is_refused_by_its_line() -> None:
    with pytest.raises(RulesError, match="'said' is two texts") as caught:
        read_vocabulary(parse_document(f"{FIELD}    said: [agency workers]\n".encode(), "fields.yaml"))
    assert caught.value.where.startswith("fields.yaml:")
