"""The styles of an old workbook (BIFF5, BIFF8) whose number formats show more than figures."""

from __future__ import annotations

import struct

from msrisk.read.number_formats import Look, look_of

FORMAT, STYLE = 0x041E, 0xE0
BIFF8 = 0x0600

_WIDE = 1  # each letter in two bytes


class OldFormats:
    """Takes the records before the sheets; a cell names its style by its place among them."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []

    def take(self, kind: int, content: bytes, version: int) -> None:
        if kind == FORMAT:
            (number,) = struct.unpack_from("<H", content)
            self._codes[number] = _code(content[2:], version)
        elif kind == STYLE:
            self._styles.append(struct.unpack_from("<H", content, 2)[0])

    def looks(self) -> dict[int, Look]:
        """What the numbers of a style show, by the style's place."""
        showing = {number: look for number, code in self._codes.items() if (look := look_of(code))}
        return {at: showing[number] for at, number in enumerate(self._styles) if number in showing}


def _code(content: bytes, version: int) -> str:
    if version < BIFF8:
        return content[1 : 1 + content[0]].decode("cp1252", "replace")
    length, options = struct.unpack_from("<HB", content)
    if options & _WIDE:
        return content[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return content[3 : 3 + length].decode("latin-1")
