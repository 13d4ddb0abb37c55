"""What a list makes of an answer beside its other columns: one that it would not take leaves the question open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msrisk.model import Column
from msrisk.normalise.fact.statement import DOCUMENT, PUBLISHED, URL, as_taken
from msrisk.whatif.options import Options


def read_beside(options: Sequence[Options]) -> frozenset[str]:
    """The fields that decide whether an answer is taken."""
    return frozenset({URL, DOCUMENT}) if _is_tried(options) else frozenset()


def read_beside_exactly(options: Sequence[Options]) -> frozenset[str]:
    """Those of them of which it matters what they say; of a link only that there is one."""
    return frozenset({DOCUMENT}) if _is_tried(options) else frozenset()


def taken(options: Sequence[Options], columns: Mapping[str, Column]) -> dict[str, Column]:
    """The answers tried as the list would take them."""
    return {PUBLISHED: as_taken(columns[PUBLISHED], columns)} if _is_tried(options) else {}


def _is_tried(options: Sequence[Options]) -> bool:
    return any(each.field.name == PUBLISHED for each in options)
