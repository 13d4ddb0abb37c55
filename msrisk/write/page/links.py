"""Links to other sites: only to a web page by https, and only where the host can be seen; else the text alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msrisk.files import safe_text
from msrisk.write.page.html import Html, element, together

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}", re.ASCII)
_LONGEST = 2_048


def linked(address: str, said: str = "") -> Html:
    """``said`` as a link, its host behind it; the address itself where nothing is said."""
    host = host_of(address)
    if not host:
        return together(said or address)
    if not said:
        return element("a", address, href=address, rel="noreferrer noopener", class_="spelt")
    return element(
        "a", said, element("span", f" ({host})", class_="host"), href=address, rel="noreferrer noopener"
    )


def host_of(address: str) -> str:
    """The host of an address that may be a link; '' of any other."""
    if len(address) > _LONGEST or safe_text(address) != address or any(each.isspace() for each in address):
        return ""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    plain = parts.scheme == "https" and not parts.username and not parts.password and port is None
    return host if plain and "\\" not in address and _HOST.fullmatch(host) else ""
