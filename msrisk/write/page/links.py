"""Links to other sites: only to a web page by https, and only where the host can be seen; else the text alone."""

from __future__ import annotations

from msrisk.write.page.html import Html, element, together
from msrisk.write.web_address import plain_host


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
    return plain_host(address, secure=True)
