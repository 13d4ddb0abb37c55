"""The invented suppliers of the samples: what each shows, and the band it must come out in on 22 November 2026.

None of them exists. Their company numbers (99...) are beyond any that were issued; their links end in .example.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Cell = str | int | float | date
Cells = Mapping[str, Cell]

CRITICAL, HIGH, NOT_CLEARED, MEDIUM, LOW = "Critical", "High", "Not cleared", "Medium", "Low"


@dataclass(frozen=True)
class Supplier:
    """One supplier.

    shows: the trap or outcome it stands for.  cells: by field, without id and name.
    again: how a second row of the tidy list differs, if there is one.
    messy: how the messy list has it, where that is not simply the same in other clothes.
    spellings: the names of its rows in the messy list, a row each.
    """

    id: str
    name: str
    shows: str
    band: str
    cells: Cells
    again: Cells | None = None
    messy: Cells = field(default_factory=dict)
    spellings: Sequence[str] = ()


_DEPARTMENTS = ("Adult Social Care", "Highways and Waste", "Corporate Property", "Children's Services", "IT")
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
}
SUPPLIERS: list[Supplier] = []


def _add(
    name: str,
    category: str,
    spend: float,
    shows: str,
    band: str,
    cells: Cells,
    again: Cells | None = None,
    messy: Cells | None = None,
    spellings: Sequence[str] = (),
) -> None:
    """The next supplier; its id, number and department follow from its place."""
    at = len(SUPPLIERS)
    own: Cells = {
        "company_number": f"99{100 + at * 7:06}",
        "category": category,
        "spend": spend,
        "department": _DEPARTMENTS[at % len(_DEPARTMENTS)],
    }
    supplier = Supplier(f"S{at + 1:03}", name, shows, band, {**own, **cells}, again, messy or {}, spellings)
    SUPPLIERS.append(supplier)


def _link(host: str) -> Cells:
    return {"statement_url": f"https://www.{host}.example/modern-slavery"}


def _in_order(host: str, **cells: Cell) -> Cells:
    """A large company whose statement is as it should be, but for what is given."""
    return {**_FACTS, **_IN_ORDER, **_link(host), **cells}


def _none_found(**cells: Cell) -> Cells:
    """No statement was found; nothing is known of its contents."""
    return {**_FACTS, "statement_published": "No", **cells}


def _bare(**cells: Cell) -> Cells:
    """Nobody has looked for a statement."""
    return {**_FACTS, **cells}


# A table, so laid out as one: two or three lines a supplier.
# fmt: off
# -- in scope or not: the turnover

_add("Aspenholt Care Group Ltd", "Adult home care", 4_812_300.5,
     "Everything in order: every rule that applies is clear", LOW,
     _in_order("aspenholt", turnover=182_400_000))
_add("Brindlemoor Facilities Management Ltd", "Cleaning of buildings", 1_290_000,
     "Turnover of exactly £36m is in scope; no statement found", HIGH,
     _none_found(turnover=36_000_000))
_add("Cawdle Vale Catering Ltd", "School meals", 611_240,
     "Turnover of £35,999,999.99 is below the threshold: nothing is asked", LOW,
     _none_found(turnover=35_999_999.99))
_add("Duskwater Construction Ltd", "Building works", 2_345_000,
     '"over £36m" is in scope; no statement found', HIGH,
     _none_found(turnover="over £36m"))
_add("Eldermere Cleaning Services Ltd", "Cleaning of buildings", 187_500,
     '"up to £36m" may be exactly £36m: whether section 54 applies is not known', NOT_CLEARED,
     _none_found(turnover="up to £36m"))
_add("Fennimarsh Logistics Ltd", "Courier services", 94_120,
     "The band £10m-£50m stands on both sides of the threshold", NOT_CLEARED,
     _none_found(turnover="£10m-£50m"))
_add("Gorsefield Solartechnik GmbH", "Solar panels", 733_800,
     "€42m is near £36m whatever the rate: not known; a foreign company in business here", NOT_CLEARED,
     _none_found(company_number="", country="Germany", turnover="€42m"))
_add("Harrowthwaite Security Ltd", "Guarding", 408_000,
     "A group's turnover is the most this company can have: not known", NOT_CLEARED,
     _none_found(turnover="£500m (group)"))
_add("Inglewick Waste Ltd", "Waste collection", 1_044_900,
     "Turnover without subsidiaries is the least it can be: not known", NOT_CLEARED,
     _none_found(turnover="£35m excl. subsidiaries"))
_add("Jessamy Print Ltd", "Printing", 38_450,
     "Turnover with VAT may be below £36m without it: not known", NOT_CLEARED,
     _none_found(turnover="£40m incl VAT"))
_add("Kestlebrook Foods Ltd", "Food and drink", 512_000,
     '"tbc" is not an amount, and never nought', NOT_CLEARED,
     _none_found(turnover="tbc"))
_add("Larkhanger Timber Ltd", "Timber and boards", 66_700,
     "A turnover of 0 is not believed of a firm we pay", NOT_CLEARED,
     _none_found(turnover=0))
_add("Mirefield Textiles Ltd", "Uniforms and workwear", 152_380,
     "Turnover and every answer blank: not known, never clear", NOT_CLEARED,
     _bare(turnover="", turnover_year_end=""))
_add("Nettlecombe Minibuses Ltd", "School transport", 221_000,
     'The registry\'s own band "Under £36 million" is below the threshold', LOW,
     _none_found(turnover="Under £36 million"))

# -- in scope or not: what the supplier is, and where

_add("Tarrow and Daughter Building Works", "Building works", 91_000,
     "A sole trader is outside section 54 even with £40m", LOW,
     _none_found(company_number="", legal_form="Sole trader", turnover=40_000_000))
_add("Oakspindle Legal LLP", "Legal services", 340_000,
     "An LLP is in scope; its members have not approved the statement", MEDIUM,
     _in_order("oakspindle", company_number="OC990205", legal_form="LLP", turnover=50_000_000,
               statement_approved="No"))
_add("Pennywhistle & Rook", "Surveying", 128_600,
     "A partnership needs a signature but no board approval", LOW,
     _in_order("pennywhistle-rook", company_number="", legal_form="Partnership", turnover=48_000_000,
               statement_approved="No"))
_add("Quarrendale Borough Council", "Shared services", 905_000,
     "A public body: whether it carries on a business is a question of its own", NOT_CLEARED,
     _none_found(company_number="", legal_form="", turnover=310_000_000, uk_business=""))
_add("Rushy Hollow Holdings Ltd", "Property leases", 275_000,
     "A Jersey company in business here is in scope; no statement found", HIGH,
     _none_found(company_number="FC099126", country="Jersey", turnover=75_000_000))
_add("Saltgrave Manufacturing SA", "Street furniture", 58_300,
     "An overseas company with no business here is outside section 54", LOW,
     _none_found(company_number="", country="Portugal", turnover=220_000_000, uk_business="No"))
_add("Nordvane Moebler A/S", "Office furniture", 310_450,
     "An overseas company: nobody asked whether it is in business here", NOT_CLEARED,
     _none_found(company_number="", country="Denmark", legal_form="", turnover=300_000_000, uk_business=""))
_add("Stonechat Hollow Limited Partnership", "Property leases", 83_000,
     "A limited partnership is in scope; no statement found", HIGH,
     _none_found(company_number="SL099147", legal_form="Limited partnership", turnover=64_000_000))

# -- is there a statement

_add("Thistlewaite Training Ltd", "Staff training", 47_250,
     '"Not required" is not a no', NOT_CLEARED,
     _bare(turnover=44_000_000, statement_published="Not required"))
_add("Umberlow Software Ltd", "Software licences", 388_000,
     '"N/A" is not a no', NOT_CLEARED,
     _bare(turnover=51_000_000, statement_published="N/A"))
_add("Vexley Interiors Ltd", "Office furniture", 73_900,
     '"Group statement": whose, and does it cover this company?', NOT_CLEARED,
     _bare(turnover=60_000_000, statement_published="Group statement"))
_add("Withybrook Highways Ltd", "Road repairs", 3_620_000,
     '"Yes - 2024" and no link: there is said to be a statement, but nobody has seen it', NOT_CLEARED,
     _bare(statement_published="Yes - 2024"))
_add("Copperknot Distribution Ltd", "Catering supplies", 264_000,
     "No statement of its own, but its parent's names it", LOW,
     _in_order("copperknot-group", turnover=88_000_000, statement_published="No"))
_add("Dovetail Quay Shipping Ltd", "Freight", 199_000,
     "A statement of the parent does not cover this supplier", HIGH,
     _in_order("dovetail-quay", statement_covers_supplier="No"))
_add("Hartsbourne Signs Ltd", "Road signs", 88_200,
     'Said to have a statement, and in place of a link stands "see website"', LOW,
     {**_in_order("hartsbourne"), "statement_url": "see website"})
_add("Ouseley Park Hotels Ltd", "Accommodation", 61_400,
     "A link is held and the rest is blank: a statement is taken to be there", NOT_CLEARED,
     _bare(turnover=97_000_000, **_link("ouseley-park")))

# -- which year, and in what form

_add("Yarrowmead Fleet Ltd", "Vehicle hire", 702_000,
     "Year ended 21 May 2025: one day over 18 months ago, out of date", MEDIUM,
     _in_order("yarrowmead", statement_year_end=date(2025, 5, 21)))
_add("Zephyr Hill Nursing Ltd", "Residential care", 1_933_000,
     "Year ended 22 May 2025: exactly 18 months ago, not out of date", LOW,
     _in_order("zephyr-hill", statement_year_end=date(2025, 5, 22)))
_add("Alderpike Electrical Ltd", "Electrical works", 154_000,
     "The statement is said to be for a year still to come", LOW,
     _in_order("alderpike", statement_year_end=date(2027, 3, 31)))
_add("Bramblewick Laundry Ltd", "Laundry", 229_700,
     "The statement says that no steps were taken: lawful, and a reason to ask", HIGH,
     _in_order("bramblewick", statement_no_steps="Yes"))
_add("Emberlea Recruitment Ltd", "Agency staff", 5_140_000,
     "Several flags add up: not covered, not approved, no steps taken", CRITICAL,
     _in_order("emberlea", statement_covers_supplier="No", statement_approved="No", statement_no_steps="Yes"))
_add("Foxglove Row Hotels plc", "Accommodation", 119_000,
     "Neither signed nor linked: only the worse of the two counts", MEDIUM,
     _in_order("foxglove-row", legal_form="plc", statement_signed="No", statement_linked="No"))
_add("Greywether Glass Ltd", "Glazing", 42_800,
     "Not linked from the home page, all else in order", LOW,
     _in_order("greywether", statement_linked="No"))
_add("Marlpit Roofing Ltd", "Roofing", 318_000,
     '"Not explicit" about approval, and the year is only "2025": open, but too little hangs on it', LOW,
     _in_order("marlpit", statement_approved="Not explicit", statement_year_end="2025"))

# -- small suppliers, and turnover that is old

_add("Ivelstone Plant Hire Ltd", "Plant hire", 77_000,
     "£34m in accounts to March 2023: near the threshold and old", LOW,
     _none_found(turnover=34_000_000, turnover_year_end=date(2023, 3, 31)))
_add("Juniper Stile Community Association", "Grants", 12_000,
     "An unincorporated body is never asked for newer accounts", LOW,
     _none_found(company_number="", legal_form="Unincorporated association", turnover=29_000_000,
               turnover_year_end=date(2023, 3, 31)))
_add("Pipit Lane Window Cleaning Ltd", "Window cleaning", 6_150,
     "A small supplier with no papers at all: nothing is asked, nothing is scored", LOW,
     _bare(turnover=180_000, turnover_year_end=""))

# -- rows and names

_add("Kittiwake Quay Ltd", "Grounds maintenance", 205_000,
     "One supplier on two rows that say the same: one result, spend added up", LOW,
     _in_order("kittiwake"), again={"spend": 41_300, "category": "Tree work"},
     spellings=("Kittiwake Quay Ltd", "KITTIWAKE  QUAY\u00a0LIMITED"))
_add("Lantern Moss Environmental Ltd", "Asbestos removal", 133_000,
     "Its two rows disagree about its turnover: not known", NOT_CLEARED,
     _none_found(turnover=30_000_000), again={"turnover": 41_000_000, "spend": 9_000},
     spellings=("Lantern Moss Environmental Ltd", "LANTERN MOSS ENVIRONMENTAL LTD"))
_add("[/foo] Studios Ltd", "Design", 4_900,
     "A name that looks like mark-up is shown as it stands", LOW,
     _bare(turnover=410_000))
_add('=HYPERLINK("https://click.example","Invoice") Ltd', "Consultancy", 3_300,
     "A name that looks like a formula stays text", LOW,
     _bare(turnover=95_000))
_add("O'Marrow & Pyle's Bakery Ltd", "Food and drink", 15_800,
     "An apostrophe and an ampersand in the name", LOW,
     _bare(turnover=1_250_000), messy={"supplier_name": "O’MARROW AND PYLES BAKERY LIMITED"})
