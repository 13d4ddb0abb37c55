"""Which web addresses may become a link: those whose host is in plain letters, and so is what it seems."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from msrisk.files import safe_text

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}", re.ASCII)
_LONGEST = 2_048


def plain_address(url: str) -> SplitResult | None:
    """The parts of an address by http or https that may be a link; None of any other.

    A host in other letters may look like another host, and one with a name before it like that name; an address
    with a blank ends nobody knows where.
    """
    if len(url) > _LONGEST or safe_text(url) != url or url.split() != [url] or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    plain = parts.scheme in ("http", "https") and "@" not in parts.netloc and _HOST.fullmatch(host)
    return parts if plain else None
