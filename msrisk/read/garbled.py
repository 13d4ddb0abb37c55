"""Characters that were lost or stored twice over before the file was saved: counted and said, never repaired."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msrisk.read.text_lines import line_at

_LOST = "\ufffd"
_UPPER_WINDOWS = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# UTF-8 read as Windows (É is Ã‰, ’ is â€™) or as Mac Roman (’ is ‚Äô, £ is ¬£).
_TWICE = re.compile(f"Ã[{_UPPER_WINDOWS}]|Â[\u00a0-\u00bf]|â€[{_UPPER_WINDOWS}]|‚Ä[ôòúùìîû¢¶]|¬£")
_SUSPECT = ("Ã", "Â", "â€", "‚Ä", "¬£")


def garbled(blocks: Sequence[str]) -> list[str]:
    """What there is to remark of a text in blocks of whole lines: how many places, and the line of the first."""
    lost, twice = _Found(), _Found()
    line = 0
    for block in blocks:
        if _LOST in block:
            lost.add(block.count(_LOST), _LOST, line + line_at(block, block.index(_LOST)))
        places = list(_TWICE.finditer(block)) if any(each in block for each in _SUSPECT) else []
        if places:
            twice.add(len(places), places[0][0], line + line_at(block, places[0].start()))
        line += line_at(block, len(block)) - 1
    said = []
    if lost.count:
        said.append(
            f"{_counted(lost.count, 'character')} had been lost before this file was saved, and show as {_LOST} "
            f"(the first on line {lost.line}); left as they are."
        )
    if twice.count:
        said.append(
            f"In {_counted(twice.count, 'place')} a character seems to be stored twice over as UTF-8 "
            f"('{twice.text}', the first on line {twice.line}); left as they are."
        )
    return said


@dataclass(slots=True)
class _Found:
    """How often, and the first: its text and its line."""

    count: int = 0
    text: str = ""
    line: int = 0

    def add(self, count: int, text: str, line: int) -> None:
        if not self.count:
            self.text, self.line = text, line
        self.count += count


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
