"""What may be told to a supplier of itself: a list as if nothing else stood in it.

Everything else is left out before any rule is asked, so that a page made from the result cannot show it, nor show
by what it asks, or does not ask, that we hold it. A field not named here, such as one of your own, is left out.
"""

from __future__ import annotations

from dataclasses import replace

from msrisk.model import SourceKind, Suppliers

# Shown as what we hold: from public registers, the supplier's own statement, or our contract with it.
HELD = (
    "supplier_name",
    "company_number",
    "legal_form",
    "country",
    "uk_business",
    "turnover",
    "turnover_year_end",
    "statement_published",
    "statement_url",
    "statement_year_end",
    "statement_covers_supplier",
    "statement_approved",
    "statement_signed",
    "statement_linked",
    "statement_no_steps",
    "statement_no_risks",
    "origin",
    "place_of_work",
)
# Not shown as they stand, since labels and free texts of a ledger are our own; what they are read as is.
_WHAT_WE_BUY = (
    *("proclass", "category", "category_2", "category_3", "account", "account_2"),
    *("contract_title", "contract_title_2", "description", "goods", "sic", "cpv"),
)
_OF_THE_REGISTER = ("incorporated", "accounts_category", "filed_accounts_to")
# What is only ever asked, in the same words whether we hold an answer or not.
_ASKED = (
    *("agency_workers", "sponsored_workers", "recruitment_fees", "tied_housing", "gangmaster_licence_held"),
    *("gangmaster_licence_expiry", "subcontracted", "chain_known_to", "goods"),
)
TOLD = frozenset((*HELD, *_WHAT_WE_BUY, *_OF_THE_REGISTER))
MAY_BE_ASKED = frozenset((*HELD, *_ASKED)) - {"supplier_name"}
_PUBLIC = frozenset((SourceKind.REGISTRY, SourceKind.COMPANIES))


def as_told(suppliers: Suppliers) -> Suppliers:
    """The same suppliers, of whom nothing is known but what may be told to them."""
    columns = {name: column for name, column in suppliers.columns.items() if name in TOLD}
    joins = tuple(join for join in suppliers.joins if join.entries.kind in _PUBLIC)
    return replace(suppliers, columns=columns, joins=joins)
