"""Small company registers for tests: text, files and zips."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.model.company import COLUMNS
from msrisk.read.company_index import CompanyIndex, company_index

NAME = "BasicCompanyData-2026-11-01.csv"
HEADINGS = (
    "CompanyName",
    " CompanyNumber",
    "RegAddress.POBox",
    *COLUMNS[2:17],
    "URI",
    *COLUMNS[17:],
    "Added.Later",
)
PLAIN = {
    "CompanyCategory": "Private Limited Company",
    "CompanyStatus": "Active",
    "CountryOfOrigin": "United Kingdom",
    "IncorporationDate": "13/03/1984",
    "Accounts.AccountCategory": "MICRO ENTITY",
    "Accounts.LastMadeUpDate": "31/03/2025",
    "SICCode.SicText_1": "81210 - General cleaning of buildings",
}


def row(name: str, number: str, **more: str) -> list[str]:
    """One company; ``more`` is by heading, with _ for a dot, and previous="…" for its first former name."""
    cells = {**PLAIN, "CompanyName": name, "CompanyNumber": number}
    cells |= {heading.replace("_", ".", 1): text for heading, text in more.items()}
    if "previous" in more:
        cells["PreviousName_1.CompanyName"] = more["previous"]
    return [cells.get(heading.strip(), "") for heading in HEADINGS]


ALDER = row("ALDER CARE LIMITED", "00000001")
BIRCH = row("BIRCH CLEANING SERVICES LIMITED", "SC000002", previous="OLD BIRCH LIMITED")
CEDAR = row("CEDAR AND SONS LTD", "00000003", CompanyStatus="Liquidation")


def text(*rows: list[str], headings: tuple[str, ...] = HEADINGS) -> str:
    held = io.StringIO()
    held.write(",".join(headings) + "\r\n")
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(rows)
    return held.getvalue()


def saved(folder: Path, *rows: list[str], name: str = NAME) -> Path:
    path = folder / name
    path.write_bytes(text(*rows).encode())
    return path


def zipped(folder: Path, name: str = "BasicCompanyData-2026-11-01.zip", **parts: str | bytes) -> Path:
    """A zip of texts; the names of parts get the ending .csv where they have none."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part if "." in part else f"{part}.csv", content)
    return path


@contextmanager
def index_of(*paths: Path, cache: Path | None = None) -> Iterator[CompanyIndex]:
    with company_index(paths, cache or paths[0].parent / "cache") as index:
        yield index


def refused(path: Path, *words: str) -> InputError:
    """The refusal of a file, in which all these words must stand; and no half-made index is left."""
    cache = path.parent / "cache"
    with pytest.raises(InputError) as caught:
        company_index([path], cache)
    for word in words:
        assert word in str(caught.value)
    assert [each.name for each in cache.glob("companies-*")] == []
    return caught.value
