"""Which web addresses may become a link: those whose host is in plain letters, and so is what it seems."""

from __future__ import annotations

import re

from msrisk.files import safe_text

_LONGEST = 2_048
_PLAIN = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61})"
    r"(?P<port>:[0-9]{0,5})?"
    r"(?:[/?#][^\s\\]*)?",
    re.ASCII | re.IGNORECASE,
)


def plain_host(url: str, secure: bool = False) -> str:
    """The host of an address by http or https that may be a link, in small letters; '' of any other.

    A host in other letters may look like another host, and one with a name before it like that name; an address
    with a blank ends nobody knows where.  secure: by https alone, and to no port of its own.
    """
    found = _PLAIN.fullmatch(url) if len(url) <= _LONGEST and safe_text(url) == url else None
    if found is None or (secure and (found["scheme"].lower() != "https" or found["port"])):
        return ""
    return found["host"].lower()
