"""Making text plain before it is read, and quoting it in notes.

``tidy`` makes one space of every run of white space, a hyphen of every dash, a straight quote of
every curly one, and mends a pound sign broken by a wrong encoding (``Â£36m``).
"""

from __future__ import annotations

from msrisk.files import one_line
from msrisk.values.reading import Reading, unread

_LONGEST_QUOTE = 60

_PLAIN = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2015": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u200b": None,  # zero width space
        "\u200e": None,  # left-to-right mark
        "\u200f": None,  # right-to-left mark
        "\u2060": None,  # word joiner
        "\ufeff": None,  # byte order mark
        "\uff0c": ",",
        "\uff0e": ".",
        "\uffe1": "£",
        "\u20a4": "£",
    }
)
_BROKEN = (("Â£", "£"), ("â‚¬", "€"), ("Â\u00a0", " "))


def tidy(text: str) -> str:
    """The text in plain punctuation, with single spaces and none at the ends."""
    if not text.isascii():
        for broken, whole in _BROKEN:
            text = text.replace(broken, whole)
        text = text.translate(_PLAIN)
    return " ".join(text.split())


def quote(text: str) -> str:
    """The text between quotes, on one line, safe to print and not too long."""
    line = one_line(text)
    return f"'{line}'" if len(line) <= _LONGEST_QUOTE else f"'{line[: _LONGEST_QUOTE - 1]}…'"


def not_a(text: str, in_words: str, why: str = "") -> Reading:
    """Nothing understood: ``'tbc' is not an amount of money; taken as not known``."""
    because = f" ({why})" if why else ""
    return unread(f"{quote(text)} is not {in_words}{because}; taken as not known")


def unclear(text: str, why: str) -> Reading:
    """Nothing understood, in the reader's own words about why."""
    return unread(f"{quote(text)}: {why}; taken as not known")
