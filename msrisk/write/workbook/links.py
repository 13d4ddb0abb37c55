"""Links a cell may carry: to a sheet of the same workbook, or to a web address that is what it seems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from msrisk.write.web_address import plain_host
from msrisk.write.workbook.plan import Link

MOST_LINKS = 65_000  # a sheet; Excel repairs a file with more than 65,530 by throwing links away
_ASKED_AGAIN = 4_096  # a sheet asks twice of each link, within a portion of its rows
_WITHIN = "sheet:"
_WORDS = re.compile(r"[\w.-]+")
# Everything a web address may hold as it stands; the rest is written in hexadecimal.
_KEPT = "%/?#!$&'()*+,;=:@~-._"


class Lead(NamedTuple):
    """Where a cell leads: an address on the web, a place in this workbook, and the text that says so."""

    text: str
    address: str = ""
    place: str = ""

    @property
    def leads(self) -> bool:
        return bool(self.address or self.place)

    @property
    def url(self) -> str:
        """As the library that writes workbooks takes it."""
        place = f"#{self.place}" if self.place else ""
        return f"{self.address}{place}" if self.address else f"internal:{self.place}"


@lru_cache(maxsize=_ASKED_AGAIN)
def lead_of(link: Link) -> Lead:
    """Where a link leads; a text alone where it leads nowhere that can be trusted to be what it seems."""
    if link.url.startswith(_WITHIN):
        sheet = link.url.removeprefix(_WITHIN)
        return Lead(link.text or sheet, place=f"'{sheet.replace(chr(39), chr(39) * 2)}'!A1")
    host = plain_host(link.url).removeprefix("www.")
    if not host:
        shown = link.url if not link.text or link.text == link.url else f"{link.text}: {link.url}"
        return Lead(shown if link.url else link.text)
    address, _, place = quote(link.url, safe=_KEPT).partition("#")
    said = link.text or host
    return Lead(said if _names(said, host) else f"{said} ({host})", address, place)


def _names(said: str, host: str) -> bool:
    """Whether a text names the host itself, and not another that ends or begins like it."""
    return any(word.strip(".").removeprefix("www.") == host for word in _WORDS.findall(said.casefold()))
