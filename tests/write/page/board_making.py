"""A board page written, and read as a person does."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pandas

from msrisk import write_report
from msrisk.report import Report
from msrisk.screening import screen
from msrisk.view import View

PAYLOADS = [
    "<script>alert(1)</script> Ltd",
    "</title><script>alert(2)</script>",
    "</style><style>* { display: none }</style>",
    "<img src=x onerror=alert(3)>",
    '" onmouseover="alert(4)',
    "'; alert(5); '",
    "<svg><a href=javascript:alert(6)>x</a></svg>",
    "javascript:alert(7)",
    "&#x3c;script&#x3e;alert(8)&#x3c;/script&#x3e;",
    "{{7*7}} ${7*7}",
    "<iframe src=http://evil.example></iframe>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<!-- --><b>bold</b> -->",
    "http://evil.example/\\\\host\\share",
    "Esc \x1b[31m \u202e RTL",
]


def listed(count: int, **columns: str) -> list[dict[str, str]]:
    """Suppliers of three kinds of purchase, each with a name of its own."""
    kinds = ("Office cleaning", "Agency staff", "Stationery")
    return [
        {"Supplier": f"Firm {number:05} Ltd", "Category": kinds[number % 3], "Spend": f"{30_000 + number}"}
        | columns
        for number in range(count)
    ]


def screened(rows: list[dict[str, str]], **view: bool) -> Report:
    return replace(screen(pandas.DataFrame(rows)), view=View(**view))


def written(report: Report, folder: Path, name: str = "board.html") -> Path:
    return write_report(report, folder / name, force=True)


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside != "style" and data.strip():
            self.words.append(data.strip())


def parsed(path: Path) -> _Parts:
    found = _Parts()
    found.feed(path.read_text(encoding="utf-8"))
    return found


def words_of(path: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(parsed(path).words))
