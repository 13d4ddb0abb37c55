"""One invented supplier of the samples, and the cells that many of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Cell = str | int | float | date
Cells = Mapping[str, Cell]

CRITICAL, HIGH, NOT_CLEARED, MEDIUM, LOW = "Critical", "High", "Not cleared", "Medium", "Low"
SET_ASIDE = "Set aside"  # in no band


@dataclass(frozen=True)
class Supplier:
    """One supplier.

    shows: the trap or outcome it stands for.  cells: by field, without id and name.
    law_band: where it comes out under section-54.  band: under the default rules.
    again: how a second row of the tidy list differs, if there is one.
    messy: how the messy list has it, where that is not simply the same in other clothes.
    spellings: the names of its rows in the messy list, a row each.
    """

    id: str
    name: str
    shows: str
    law_band: str
    band: str
    cells: Cells
    again: Cells | None = None
    messy: Cells = field(default_factory=dict)
    spellings: Sequence[str] = ()


# Who buys what, as a council would have it: a new category stands here too, or the samples are not made.
BOUGHT_BY = {
    "Adult Social Care": (
        *("Adult home care", "Home care", "Residential care", "PPE", "Surgical instruments"),
        *("Bedding and linen", "Laundry"),
    ),
    "Children's Services": ("School meals", "School transport", "Schools", "Fostering"),
    "Highways and Waste": (
        *("Road repairs", "Road signs", "Street furniture", "Plant hire", "Vehicle hire", "Hand car wash"),
        *("Waste collection", "Grounds maintenance", "Freight", "Uniforms and workwear"),
    ),
    "Corporate Property": (
        *("Building works", "Electrical works", "Roofing", "Glazing", "Asbestos removal", "Timber and boards"),
        *("Cleaning of buildings", "Window cleaning", "Guarding", "Catering", "Catering supplies"),
        *("Food and drink", "Property leases", "Surveying", "Office furniture", "Solar panels"),
        *("Courier services", "Christmas decorations"),
    ),
    "IT": ("Laptops", "Software licences", "Software development", "Audio visual equipment"),
    "Housing and Communities": ("Accommodation", "Temporary accommodation", "Grants"),
    "Human Resources": ("Agency staff", "Staff training", "Food packing labour", "Agricultural labour"),
    "Finance and Legal": (
        *("Legal services", "External audit", "Consultancy", "Shared services", "Printing", "Design"),
        *("Pension contributions", "Levies and precepts"),
    ),
}
DEPARTMENT_OF = {category: department for department, each in BOUGHT_BY.items() for category in each}
_FACTS: Cells = {
    "legal_form": "Limited company",
    "country": "United Kingdom",
    "turnover": 120_000_000,
    "turnover_year_end": date(2026, 3, 31),
    "uk_business": "Yes",
}
_IN_ORDER: Cells = {
    "statement_published": "Yes",
    "statement_year_end": date(2026, 3, 31),
    "statement_covers_supplier": "Yes",
    "statement_approved": "Yes",
    "statement_signed": "Yes",
    "statement_linked": "Yes",
    "statement_no_steps": "No",
    "statement_no_risks": "No",
    "statement_six_areas": "Yes",
}
SUPPLIERS: list[Supplier] = []


def add(
    name: str,
    category: str,
    spend: float,
    shows: str,
    law_band: str,
    band: str,
    cells: Cells,
    again: Cells | None = None,
    messy: Cells | None = None,
    spellings: Sequence[str] = (),
) -> None:
    """The next supplier; its id and number follow from its place, its department from what is bought."""
    at = len(SUPPLIERS)
    own: Cells = {
        "company_number": f"99{100 + at * 7:06}",
        "category": category,
        "spend": spend,
        "department": DEPARTMENT_OF[category],
    }
    bands = (law_band, band)
    supplier = Supplier(f"S{at + 1:03}", name, shows, *bands, {**own, **cells}, again, messy or {}, spellings)
    SUPPLIERS.append(supplier)


def link(host: str) -> Cells:
    return {"statement_url": f"https://www.{host}.example/modern-slavery"}


def in_order(host: str, **cells: Cell) -> Cells:
    """A large company whose statement is as it should be, but for what is given."""
    return {**_FACTS, **_IN_ORDER, **link(host), **cells}


def none_found(**cells: Cell) -> Cells:
    """No statement was found; nothing is known of its contents."""
    return {**_FACTS, "statement_published": "No", **cells}


def bare(**cells: Cell) -> Cells:
    """Nobody has looked for a statement."""
    return {**_FACTS, **cells}
