"""The invented suppliers that show exposure by what is bought, and the payees that are set aside.

They stand below those of section 54 in one table.
"""

from __future__ import annotations

from datetime import date

from sample_suppliers import SUPPLIERS
from supplier_making import HIGH, LOW, MEDIUM, NOT_CLEARED, SET_ASIDE, Cell, Cells, add, bare

__all__ = ["SUPPLIERS"]


def small(**cells: Cell) -> Cells:
    """A company below the threshold: section 54 asks nothing of it."""
    return bare(**{"turnover": 4_200_000, **cells})


def payee(account: str) -> Cells:
    """A payee of a ledger: a name, an amount and an account."""
    return {"company_number": "", "account": account}


# A table, so laid out as one: two or three lines a supplier.
# fmt: off
# -- goods and where they are made

add("Ravelstow Gloves Ltd", "PPE", 418_000,
    "Gloves from Malaysia: the pair is listed for forced labour; an audit in date takes a little off", LOW, HIGH,
    small(goods="Nitrile gloves", origin="Malaysia", sedex_member="Yes", sedex_audit_date=date(2026, 5, 15),
          sedex_audit_expiry=date(2027, 5, 14), sa8000_held="Yes", sa8000_date=date(2025, 6, 2),
          sa8000_expiry=date(2028, 6, 1)))
add("Tolwick Uniforms Ltd", "Uniforms and workwear", 264_500,
    "Uniforms from Bangladesh: listed, among imports at risk, and people there are more vulnerable", LOW, HIGH,
    small(goods="Uniforms", origin="Bangladesh", sedex_member="Yes", sedex_audit_date=date(2025, 8, 20),
          sedex_audit_expiry=date(2026, 8, 19), sa8000_held="Yes", sa8000_date=date(2022, 3, 14),
          sa8000_expiry=date(2025, 3, 13)))
add("Quillmere Computers Ltd", "Laptops", 1_120_000,
    "Laptops of unknown origin: not cleared, as it could reach High; its MSAT score has no day", LOW, NOT_CLEARED,
    small(goods="Laptops", msat_score="70%"))
add("Sunfallow Energy Ltd", "Solar panels", 968_000,
    "Solar panels from China: listed, and the country is in Tier 3", LOW, HIGH,
    small(goods="Solar panels", origin="China", ecovadis_score=71, ecovadis_medal="Gold",
          ecovadis_date=date(2026, 1, 21), ecovadis_expiry=date(2027, 1, 20)), messy={"origin": "PRC"})
add("Larkmoor Instruments Ltd", "Surgical instruments", 175_000,
    "Surgical instruments from Pakistan: listed for child labour, not for forced labour", LOW, HIGH,
    small(goods="Surgical instruments", origin="Pakistan", ecovadis_score=58, ecovadis_medal="Silver",
          ecovadis_date=date(2024, 9, 30), ecovadis_expiry=date(2025, 9, 29), contract_clauses="Yes"))
add("Thornmere Linen Ltd", "Bedding and linen", 39_400,
    "Bed linen from South Africa: the country is on the Watch List", LOW, HIGH,
    small(goods="Bed linen", origin="South Africa", sedex_member="Yes", sedex_audit_date=date(2026, 2, 16),
          sa8000_held="Yes"))
add("Lensbury Displays Ltd", "Audio visual equipment", 58_000,
    "Monitors from Japan: not listed; only a convention that was not in force there", LOW, MEDIUM,
    small(goods="Monitors", origin="Japan", ecovadis_score=45, ecovadis_medal="Bronze",
          social_audit_date=date(2026, 3, 30)))
add("Elmhatch Furniture Ltd", "Office furniture", 91_250,
    "Furniture from Denmark: a goods chain, and no more is found", LOW, MEDIUM,
    small(goods="Chairs", origin="Denmark", social_audit_date=date(2026, 4, 20),
          social_audit_expiry=date(2027, 4, 19)))
add("Hailstone Lantern Company", "Christmas decorations", 26_900,
    "Registered in a country in Tier 3, and its goods are listed", LOW, HIGH,
    small(company_number="", country="China", goods="Christmas decorations", origin="China", uk_business="No",
          social_audit_date=date(2024, 5, 13), social_audit_expiry=date(2025, 5, 12), chain_known_to="Tier 1"))

# -- what is bought

add("Ledgerholm Audit LLP", "External audit", 84_000,
    "An ordinary purchase from a firm below the threshold: Low", LOW, LOW,
    small(company_number="OC990378", legal_form="LLP", place_of_work="United Kingdom"))
add("Coderidge Software Ltd", "Software development", 137_000,
    "Work done in Belarus: a country in Tier 3, with no guarantee of workers' rights", LOW, MEDIUM,
    small(place_of_work="Belarus"))
add("Wrenfold Office Services Ltd", "Cleaning of buildings", 61_800,
    "The label says cleaning and the description software: never High on the label alone", LOW, MEDIUM,
    small(description="Software licences", place_of_work="United Kingdom", recruitment_fees="No"))
add("Hobbin Lane Hand Car Wash", "Hand car wash", 4_160,
    "Below the spend floor, and never parked: a hand car wash has no floor", LOW, HIGH,
    small(company_number="", legal_form="Sole trader", turnover=70_000))
add("Tuppenny Lane Caterers Ltd", "Catering", 1_940,
    "Below the spend floor and nothing found but the category: parked", LOW, HIGH,
    small(turnover=310_000))
add("Various", "Temporary accommodation", 3_480_000,
    "A contract without a named supplier is kept: ask the contract manager who the suppliers are",
    NOT_CLEARED, HIGH, {"company_number": "", "contract": "CT-0417"})

# -- who does the work

add("Hollin Wood Care Ltd", "Home care", 742_600,
    "Agencies, sponsored visas, recruiters, housing and workers who paid: only the worst counts", LOW, HIGH,
    small(agency_workers="Yes", sponsored_workers="Yes", subcontracted="No", msat_score="62%",
          msat_date=date(2026, 3, 17), contract_clauses="Yes", contract_clauses_until=date(2028, 3, 31),
          labour_recruiters="Yes", recruitment_fees="Yes", isolated_work="Yes",
          tied_housing="Yes", chain_known_to="Tier 1", price_low="Yes"))
add("Skirrow Office Cleaning Ltd", "Cleaning of buildings", 118_900,
    "Its own people do the work, some is passed to subcontractors; its MSAT result is out of date", LOW, HIGH,
    small(agency_workers="No", sponsored_workers="No", subcontracted="Yes", msat_score="48%",
          msat_date=date(2024, 2, 19), contract_clauses="Yes", contract_clauses_until=date(2026, 3, 31),
          labour_recruiters="No", recruitment_fees="No", isolated_work="No",
          tied_housing="No", chain_known_to="Tier 2", price_low="No"))

# -- who is no supplier for this purpose

add("Quarrendale Pension Fund", "Pension contributions", 6_912_000,
    "Pension contributions buy nothing: the largest payee, and set aside", SET_ASIDE, SET_ASIDE,
    payee("Superannuation contributions"))
add("Thornbeck Vale Primary School", "Schools", 1_284_000,
    "A school on the account of school budgets is set aside", SET_ASIDE, SET_ASIDE,
    payee("School budget share"))
add("Fernhallow District Council", "Levies and precepts", 220_000,
    "A public body on the account of precepts is set aside", SET_ASIDE, SET_ASIDE,
    payee("Precepts"))
add("Ms Odile Farthingwell", "Fostering", 18_720,
    "A private person is set aside and named in no output", SET_ASIDE, SET_ASIDE,
    payee("Foster carer allowances"))

# -- licensed labour

add("Saltmarsh Harvest Labour Ltd", "Agricultural labour", 241_500,
    "It supplies workers for licensed work, and holds a licence in force", LOW, HIGH,
    small(licensed_labour="Yes", gangmaster_licence="SALT0033", gangmaster_licence_expiry=date(2027, 1, 31)))
