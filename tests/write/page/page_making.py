"""The two pages about one supplier, made from rows."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pandas

from msrisk.joining import PublicFiles
from msrisk.model import Told
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.supplier_words import load_supplier_words
from msrisk.screening import explained, read_suppliers, report_to_tell
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.page import for_supplier, supplier
from msrisk.write.page.html import Html
from msrisk.write.supplier_file import SupplierFile

RULES = load_rules("uk-public-procurement")
WORDS = load_supplier_words("uk-public-procurement")
AS_OF = date(2026, 11, 22)
OURS = {
    "Supplier": "Acme Cleaning Ltd",
    "Category": "Cleaning services",
    "Annual spend": "98765.43",
    "Turnover": "£50m",
    "UK business": "yes",
    "Legal form": "company",
    "MS statement": "no",
    "Statement covers this supplier": "no",
    "Place of work": "United Kingdom",
}
PAYLOADS = (
    "<script>alert(1)</script> Ltd",
    "</title><script>alert(2)</script> Ltd",
    "<img src=x onerror=alert(3)> Ltd",
    '"><svg/onload=alert(4)> Ltd',
    "' onmouseover='alert(5) Ltd",
    "<!-- comment Ltd",
    "--><b>bold Ltd",
    "&#60;i&#62; Ltd",
    "{{7*7}} Ltd",
    "${7*7} Ltd",
    "<a href=javascript:alert(6)>x</a> Ltd",
    "<style>*{display:none}</style> Ltd",
    "\u202egnp.exe Ltd",
    "<meta http-equiv=refresh content=0;url=https://evil.example> Ltd",
    "</main></body></html><iframe src=https://evil.example> Ltd",
)


def seen_by_them(
    rows: list[dict[str, str]], public: PublicFiles | None = None, told: dict[str, str] | None = None
) -> ForSupplier:
    """The page for the first of the suppliers."""
    mapping = Told(mapping=told or {})
    read = read_suppliers(pandas.DataFrame(rows).fillna(""), public=public, told=mapping)
    return ForSupplier(report_to_tell(read, RULES, AS_OF, 0), 0, WORDS)


def theirs(
    rows: list[dict[str, str]], public: PublicFiles | None = None, told: dict[str, str] | None = None
) -> Html:
    return for_supplier.whole(seen_by_them(rows, public, told))


def in_our_file(
    rows: list[dict[str, str]],
    public: PublicFiles | None = None,
    rules: RuleSet = RULES,
    told: dict[str, str] | None = None,
) -> SupplierFile:
    mapping = Told(mapping=told or {})
    read = read_suppliers(pandas.DataFrame(rows).fillna(""), public=public, told=mapping)
    report, changes = explained(read, rules, AS_OF, 0)
    return SupplierFile(report, report.assessment(0), changes)


def ours(
    rows: list[dict[str, str]],
    public: PublicFiles | None = None,
    rules: RuleSet = RULES,
    told: dict[str, str] | None = None,
) -> Html:
    return supplier.whole(in_our_file(rows, public, rules, told))


class Seen(HTMLParser):
    """A page as a reader meets it: its words, its tags with their attributes, its headings in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self._inside != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.tags if tag in ("h1", "h2", "h3", "h4")]

    @property
    def links(self) -> list[str]:
        found = (held.get("href") for tag, held in self.tags if tag == "a")
        return [link for link in found if link and not link.startswith("#")]


def watchlist(folder: Path, name: str) -> PublicFiles:
    path = folder / "secret-list.csv"
    path.write_text(f"Name,Country\n{name},United Kingdom\n", encoding="utf-8")
    return PublicFiles(watchlists=(path,))
