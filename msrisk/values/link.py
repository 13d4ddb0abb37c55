"""Links to a web page: one http or https address.

Read: ``https://host/path``; ``www.host/path`` and ``host.co.uk/path``, with https put before them. Of two
addresses in a cell the first is taken and the note says so. Words around an address are passed over. A blank in
the name of a file is written ``%20``; where words follow the path of an address that the cell begins with, nobody
knows where it ends: the whole is kept as it stands, and the note says so.
Refused, with a note: placeholders, errors, "see website", other schemes (ftp, file, javascript), paths with
no host, a name or password before the host, file names, control characters, over 2,048 characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from msrisk.files import safe_text
from msrisk.values.kind import NAMED, Kind
from msrisk.values.placeholders import nothing_in
from msrisk.values.reading import Hint, Reading, Value
from msrisk.values.tidy import not_a, quote

_IN_WORDS = "a link to a web page"
_LONGEST = 2_048
_HTTPS = "https://"
_PLAIN = re.compile(r"https?://(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}(?:/[a-z\d/_-]*)?", re.ASCII)
_FULL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@/:.-])(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:/[^\s<>\"]*)?(?!\.?[\w@])",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:(?!\s|\d{1,5}(?:/|$))", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{1,61}|\d{1,3}(?:\.\d{1,3}){3}")
_FILE = re.compile(r".*\.(?:pdf|docx?|xlsx?|pptx?|html?|txt|csv|zip|msg)", re.IGNORECASE)
_TRAILING = ".,;:)]}>'\"|"


def read(text: str, hint: Hint) -> Reading:
    """One text as a link."""
    if len(text) <= _LONGEST and _PLAIN.fullmatch(text):
        return Reading((text,))
    return nothing_in(text, _IN_WORDS) or _read(text)


def _read(text: str) -> Reading:
    if len(text) > 2 * _LONGEST:
        return not_a(text, _IN_WORDS, "too long")
    if safe_text(text.strip("\r\n")) != text.strip("\r\n"):
        return not_a(text, _IN_WORDS, "it holds invisible characters")
    found = [_ended(each) for each in _FULL.findall(text)] or _without_scheme(text)
    if not found:
        return not_a(text, _IN_WORDS)
    why = _why_not(found[0])
    if why:
        return not_a(text, _IN_WORDS, why)
    whole = _whole(text, found)
    if whole and _FILE.fullmatch(whole):
        return Reading((whole.replace(" ", "%20"),))
    if whole:
        return Reading((whole,), note=f"{quote(text)}: it may go on after the blank, and is no link to follow")
    more = len(set(found)) > 1
    return Reading((found[0],), note=f"{quote(text)}: more than one link; the first was taken" if more else "")


def _whole(text: str, found: Sequence[str]) -> str:
    """The cell as one address with blanks in it, where it begins with one and goes on; '' where it does not.

    An address has ended after the bare host, a stroke or a mark of the sentence, and before a bracket or a dash.
    """
    line = " ".join(text.split())
    begun, blank, rest = line.partition(" ")
    if (
        len(found) != 1
        or not blank
        or "\n" in text.strip()
        or begun not in (found[0], found[0].removeprefix(_HTTPS))
    ):
        return ""
    scheme = "" if begun == found[0] else _HTTPS
    goes_on = urlsplit(found[0]).path.strip("/") and not begun.endswith("/") and rest[0].isalnum()
    return f"{scheme}{line}" if goes_on and len(line) <= _LONGEST - len(_HTTPS) else ""


def _ended(link: str) -> str:
    """A link without the punctuation of the sentence round it; a bracket that was opened in it stays."""
    while link and link[-1] in _TRAILING and not (link[-1] == ")" and link.count("(") >= link.count(")")):
        link = link[:-1]
    return link


def _without_scheme(text: str) -> list[str]:
    """A host written without http, when it is the whole text or begins with www."""
    if _OTHER_SCHEME.match(text):
        return []
    whole = None if _FILE.fullmatch(text.strip()) and "/" not in text else _BARE.fullmatch(text.strip())
    found = [whole.group()] if whole else [link for link in _BARE.findall(text) if link[:4].lower() == "www."]
    return [f"{_HTTPS}{_ended(link)}" for link in found]


def _why_not(link: str) -> str:
    """Why a link is not to be used; nothing when it is."""
    if len(link) > _LONGEST:
        return "too long"
    try:
        parts = urlsplit(link)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "not a whole address"
    if parts.username is not None or parts.password is not None:
        return "it holds a user name"
    return "" if _HOST.fullmatch(host) else "it names no host"


def show(value: Value) -> str:
    """The link."""
    assert isinstance(value, tuple)
    return "; ".join(value)


KIND = Kind("link", "parts", _IN_WORDS, read, show, NAMED)
