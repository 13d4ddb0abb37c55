"""Characters that were lost or stored twice over before the file was saved: counted and said, never repaired."""

from __future__ import annotations

import re

_LOST = "\ufffd"
_UPPER_WINDOWS = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# UTF-8 read as Windows (É is Ã‰, ’ is â€™) or as Mac Roman (’ is ‚Äô, £ is ¬£).
_TWICE = re.compile(f"Ã[{_UPPER_WINDOWS}]|Â[\u00a0-\u00bf]|â€[{_UPPER_WINDOWS}]|‚Ä[ôòúùìîû¢¶]|¬£")
_SUSPECT = ("Ã", "Â", "â€", "‚Ä", "¬£")


def garbled(text: str) -> list[str]:
    """What there is to remark: how many places, and the line of the first."""
    said = []
    lost = text.count(_LOST)
    if lost:
        line = _line(text, text.index(_LOST))
        said.append(
            f"{_counted(lost, 'character')} had been lost before this file was saved, and show as {_LOST} "
            f"(the first on line {line}); left as they are."
        )
    twice = list(_TWICE.finditer(text)) if any(each in text for each in _SUSPECT) else []
    if twice:
        line = _line(text, twice[0].start())
        said.append(
            f"In {_counted(len(twice), 'place')} a character seems to be stored twice over as UTF-8 "
            f"('{twice[0][0]}', the first on line {line}); left as they are."
        )
    return said


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _line(text: str, place: int) -> int:
    return sum(text.count(end, 0, place) * sign for end, sign in (("\n", 1), ("\r", 1), ("\r\n", -1))) + 1
