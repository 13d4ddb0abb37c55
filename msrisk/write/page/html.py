"""A web page that is safe by construction: only an element is markup, every other text is escaped.

One file, no script, nothing fetched: the page's own policy forbids it, and names its style by digest.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape

from msrisk.files import safe_text

VOID = frozenset({"meta", "br"})


class Html(str):
    """Markup made here; a plain text never becomes one by itself."""

    __slots__ = ()


def element(name: str, /, *parts: str, **attributes: str) -> Html:
    """``<name>`` around its parts; a final underscore of an attribute's name (``class_``) falls away."""
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{_plain(text)}"' for key, text in attributes.items())
    if name in VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{together(*parts)}</{name}>")


def together(*parts: str) -> Html:
    """Parts one after the other, each text among them escaped."""
    return Html("".join(part if isinstance(part, Html) else _plain(part) for part in parts))


def lines(*parts: str) -> Html:
    """Parts on a line each, so that the file can be read and compared."""
    return Html("\n".join(part if isinstance(part, Html) else _plain(part) for part in parts))


def page(title: str, style: str, *body: str) -> Html:
    """The whole file."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        Html(f"<style>{style}</style>"),
    )
    return lines(
        Html("<!DOCTYPE html>"), Html('<html lang="en-GB">'), head, element("body", *body), Html("</html>")
    )


def _plain(text: str) -> str:
    return escape(safe_text(text), quote=True)
