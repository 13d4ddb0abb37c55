"""Redacted outputs as text, and what of a list must stand in none of them."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from msrisk import PublicFiles, Report, screen, write_report
from msrisk.model import Suppliers
from msrisk.redacting import redacted
from msrisk.view import View
from msrisk.write.kinds import WRITERS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
PUBLIC = SAMPLES / "public"
DAY = date(2026, 11, 26)
KEY = b"a sentence nobody guesses"
IDENTIFYING = ("supplier_id", "company_number", "statement_url", "contract", "gangmaster_licence", "reference")
OWN_TEXT = ("category", "category_2", "account", "description", "contract_title", "parent", "postcode")
LISTS = ("suppliers", "messy", "payments", "months", "joined")
SHORTEST = 4


@cache
def listed(name: str) -> Report:
    """One of the samples, screened."""
    match name:
        case "months":
            return screen(sorted((SAMPLES / "months").iterdir()), as_of=DAY)
        case "joined":
            public = PublicFiles(
                registry=tuple(sorted(PUBLIC.glob("Statement*.csv"))),
                companies=tuple(PUBLIC.glob("BasicCompany*.csv")),
                watchlists=(PUBLIC / "watchlist.csv",),
                tables=(PUBLIC / "our-checks.csv",),
            )
            return screen(SAMPLES / "suppliers.xlsx", as_of=DAY, public=public)
    file = {"suppliers": "suppliers.xlsx", "messy": "suppliers-messy.xlsx", "payments": "payments.csv"}[name]
    return screen(SAMPLES / file, as_of=DAY)


def secrets(suppliers: Suppliers) -> set[str]:
    """Names, ids, numbers, links and the list's own texts, casefolded: at least four letters or figures of each.

    A text of the list that is a word of our rules or tables as well, such as *solar panels*, tells nobody.
    """
    found = {*suppliers.names, *(each for other in suppliers.spellings.values() for each in other)}
    found |= _texts(suppliers, IDENTIFYING)
    found |= {each.sheet.sha256 for each in suppliers.book.tables} | set(suppliers.book.files)
    found |= {link.partition("://")[2] for link in found}
    named = {text.casefold() for text in found if _long_enough(text)}
    own = {text.casefold() for text in _texts(suppliers, OWN_TEXT) if _long_enough(text)}
    return named | {text for text in own if text not in our_words()}


def _texts(suppliers: Suppliers, fields: tuple[str, ...]) -> set[str]:
    columns = [suppliers.columns[name] for name in fields if name in suppliers.columns]
    return {text for column in columns for text in (*column.texts, *(each.first for each in column.readings))}


def _long_enough(text: str) -> bool:
    return sum(map(str.isalnum, text)) >= SHORTEST


@cache
def our_words() -> str:
    """Every text of the rules and tables that come with msrisk."""
    files = [*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "rules").rglob("*.csv")]
    return "\n".join(path.read_text(encoding="utf-8-sig") for path in files).casefold()


def written(report: Report, folder: Path) -> Iterator[tuple[str, str]]:
    """Every format of a report, and of a workbook every part, as text."""
    for ending in WRITERS:
        path = write_report(report, folder / f"out{ending}")
        if ending == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    yield f"{path.name}: {part}", _plain(archive.read(part))
        else:
            yield path.name, _plain(path.read_bytes())


def _plain(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", "replace")).casefold()


@cache
def shared(name: str, profile: str = "") -> Report:
    """A sample as it is shared."""
    return redacted(replace(listed(name), view=View(profile=profile)), KEY)
