"""The columns of the two sample lists, and the rows of a supplier in them."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_making import Cell, Supplier

# Each column: the heading of the tidy list, that of the messy one, and the width of both.
COLUMNS = {
    "supplier_id": ("Supplier ID", "Vendor no.", 11),
    "supplier_name": ("Supplier", "Vendor name", 44),
    "company_number": ("Company number", "Co. Reg", 15),
    "legal_form": ("Legal form", "Legal status", 25),
    "country": ("Country", "HQ country", 15),
    "category": ("Category", "Spend category", 27),
    "account": ("Expense type", "Account description", 27),
    "description": ("Description", "Narrative", 20),
    "contract": ("Contract reference", "Contract no", 12),
    "goods": ("Goods", "Product", 20),
    "origin": ("Country of origin", "Made in", 14),
    "place_of_work": ("Place of work", "Where the work is done", 15),
    "spend": ("Annual spend (£)", "Total spend 25/26", 15),
    "turnover": ("Turnover", "T/O £m", 22),
    "turnover_year_end": ("Turnover year end", "Accounts made up to", 18),
    "uk_business": ("Carries on business in the UK", "Trades in the UK?", 14),
    "statement_published": ("Modern slavery statement published", "MS statement?", 16),
    "statement_url": ("Statement link", "Link to statement", 46),
    "statement_year_end": ("Statement year end", "FY covered", 18),
    "statement_covers_supplier": ("Statement covers this supplier", "Covers this entity", 14),
    "statement_approved": ("Approved by board", "Board approved Y/N", 14),
    "statement_signed": ("Signed by director", "Director signed", 14),
    "statement_linked": ("Linked from home page", "Link on home page", 14),
    "statement_no_steps": ("No steps taken", "No steps", 12),
    "statement_no_risks": ("No risks found", "Says no risk found", 12),
    "statement_six_areas": ("Six areas covered", "Covers all six areas", 12),
    "agency_workers": ("Agency workers", "Agency staff used", 12),
    "sponsored_workers": ("Sponsored workers", "Visa sponsored workers", 12),
    "subcontracted": ("Subcontracted", "Uses sub-contractors", 14),
    "labour_recruiters": ("Labour recruiters", "Recruiters used", 12),
    "recruitment_fees": ("Recruitment fees paid by workers", "Workers charged recruitment fees", 14),
    "isolated_work": ("Isolated work", "Isolated or hidden work", 12),
    "tied_housing": ("Live-in work", "Tied accommodation", 12),
    "licensed_labour": ("Supplies labour to licensed sectors", "GLAA licence required", 14),
    "gangmaster_licence": ("Gangmaster's licence", "GLAA licence", 14),
    "gangmaster_licence_expiry": ("Gangmaster's licence valid until", "GLAA licence expiry", 14),
    "chain_known_to": ("Supply chain known to tier", "Tiers mapped", 14),
    "price_low": ("Price abnormally low", "Low price", 12),
    "msat_score": ("MSAT score", "MSAT %", 10),
    "msat_date": ("MSAT completed", "MSAT date", 14),
    "ecovadis_score": ("EcoVadis score", "EcoVadis overall score", 10),
    "ecovadis_medal": ("EcoVadis medal", "EcoVadis rating", 10),
    "ecovadis_date": ("EcoVadis scorecard date", "EcoVadis date", 14),
    "ecovadis_expiry": ("EcoVadis expiry date", "EcoVadis valid until", 14),
    "sedex_member": ("Sedex member", "Sedex registered", 10),
    "sedex_audit_date": ("SMETA audit date", "Last SMETA audit", 14),
    "sedex_audit_expiry": ("SMETA audit expiry", "SMETA valid until", 14),
    "social_audit_date": ("Social audit date", "Last ethical audit", 14),
    "social_audit_expiry": ("Social audit expiry date", "Ethical audit valid until", 14),
    "sa8000_held": ("SA8000 certified", "SA 8000", 10),
    "sa8000_date": ("SA8000 certificate date", "SA8000 issue date", 14),
    "sa8000_expiry": ("SA8000 expiry date", "SA8000 valid until", 14),
    "contract_clauses": ("Modern slavery clauses in contract", "MS clause", 14),
    "contract_clauses_until": ("Modern slavery clauses until", "MS clause end date", 14),
    "department": ("Buying department", "Directorate", 22),
}
Row = Mapping[str, Cell]


def rows_of(supplier: Supplier) -> list[Row]:
    """The rows of one supplier in the tidy list: nearly always one."""
    row = {"supplier_id": supplier.id, "supplier_name": supplier.name, **supplier.cells}
    return [row] if supplier.again is None else [row, {**row, **supplier.again}]
