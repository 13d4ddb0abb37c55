"""A publisher's own file becomes a table with the headings of ours: nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msrisk.bring.brought import Brought
from msrisk.bring.goods import bring_goods
from msrisk.bring.slavery_index import bring_slavery_index

KINDS: dict[str, Callable[[Path, str], Brought]] = {
    "slavery-index": bring_slavery_index,
    "goods": bring_goods,
}

__all__ = ["KINDS", "Brought"]
