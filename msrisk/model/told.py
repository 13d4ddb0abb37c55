"""What a person says of how a list is to be read, where the list does not speak for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """How to read the files of a run; whatever is left blank is found.

    mapping: field to heading.  sheets: the names of the sheets to read.
    header_row: the heading row as the file counts, from 1; 0 where it is not said.
    area: the cells to read, as a spreadsheet names them (``B3:H200``), headings included.
    visible_only: leave out rows that a filter or a person hid.
    encoding: how the letters of a text file are stored, such as ``cp1252``.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    header_row: int = 0
    area: str = ""
    visible_only: bool = False
    encoding: str = ""


NOTHING_TOLD = Told()
