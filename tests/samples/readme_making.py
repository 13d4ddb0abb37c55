"""Writes the README of the samples from the table of invented suppliers."""

from __future__ import annotations

from collections.abc import Sequence

from public_making import SOURCES, Payee
from sample_public import LISTED_SUPPLIERS, PAYEES
from supplier_making import Supplier

_ABOVE = """# Samples

Lists of invented suppliers that show every outcome of every rule that msrisk asks by default, the payees it sets
aside, and the traps of real lists. No firm here exists: company numbers 99... were never issued, and links end in
.example.

| file | what it is |
|---|---|
| `suppliers.xlsx` | the list as msrisk would like it: headings in row 1, a supplier a row |
| `suppliers-messy.xlsx` | the same suppliers as people keep them: titles, other headings, turnover in £m, strays |
| `bidders.xlsx` | eight bidders for one cleaning contract, in the order of their tenders |
| `payments.csv` | a quarter's payments as a council publishes them: no company numbers, no turnover |
| `months/` | three months of payments saved in three ways, which make one list |
| `public/` | small public files in the layouts of the real ones, to join to the lists; see below |
| `overlay.yaml` | a rule set of your own laid over one of ours, to copy and change |
| `our-rules.yaml` | the rules of your own that `init` writes, each change waiting to be switched on |
| `shared-key.txt` | a key as those who share redacted lists keep one; this one is known to everybody |

Try them:

```
py -m msrisk demo
py -m msrisk check samples/suppliers-messy.xlsx
py -m msrisk screen samples/suppliers.xlsx --as-of 2026-11-22
py -m msrisk explain samples/suppliers.xlsx "Emberlea Recruitment Ltd" --as-of 2026-11-22
py -m msrisk award samples/bidders.xlsx -o award.html --as-of 2026-11-22
```

Both lists give each supplier the same bands. They are for 22 November 2026: under the default rules, and under
section 54 of the Act by itself (`--rules section-54`). Who is set aside is in no band.

| id | supplier | what it shows | default rules | section 54 alone |
|---|---|---|---|---|
"""

_PUBLIC = """
## Payments, and public files to join

What stands in `public/` has the layout of the real files and is as invented as the firms.

| file | what it is | given with |
|---|---|---|
| `StatementSummaries2025.csv`, `StatementSummaries2026.csv` | two years of the statement registry | `--registry` |
| `BasicCompanyData-sample.csv` | the company register; the real one lists millions | `--companies-house` |
| `watchlist.csv` | a list of names to check | `--watchlist` |
| `our-checks.csv` | a table of our own: turnover, parent, MSAT | `--join` |

Try them. The first lists what waits for a person: write *accept* or *reject* in its workbook, and add
`--decisions decisions.xlsx` to the second.

```
py -m msrisk check samples/months
py -m msrisk match samples/payments.csv --registry "samples/public/Statement*.csv" -o decisions.xlsx
py -m msrisk screen samples/payments.csv --registry "samples/public/Statement*.csv" --as-of 2026-11-22
py -m msrisk explain samples/payments.csv "Hobday Fold Highways Ltd" --registry "samples/public/Statement*.csv"
py -m msrisk screen samples/payments.csv --companies-house samples/public/BasicCompanyData-sample.csv
py -m msrisk screen samples/payments.csv --watchlist samples/public/watchlist.csv
py -m msrisk screen samples/payments.csv --join samples/public/our-checks.csv
```

The bands are for 22 November 2026: of the list alone, and with all files joined. *Perhaps* waits for a person and
changes nothing; *to check* is an identity that is not known until a person has looked. Under section 54 of the Act
by itself, the list alone leaves every payee Not cleared that is not set aside.

| payee | what it shows | found | list alone | joined | section 54 alone, joined |
|---|---|---|---|---|---|
"""
_OF_SUPPLIERS = """
Of the suppliers in `suppliers.xlsx`, the same files know these; their bands by the list alone stand above.

| supplier | what it shows | found | joined | section 54 alone, joined |
|---|---|---|---|---|
"""


def readme(suppliers: Sequence[Supplier]) -> str:
    """README.md, whole."""
    listed = (
        f"| {each.id} | {_plain(each.name)} | {_plain(each.shows)} | {each.band} | {each.law_band} |\n"
        for each in suppliers
    )
    paid = (f"{_shown(each)} | {each.alone} | {each.joined} | {each.law} |\n" for each in PAYEES)
    known = (f"{_shown(each)} | {each.joined} | {each.law} |\n" for each in LISTED_SUPPLIERS)
    return "".join([_ABOVE, *listed, _PUBLIC, *paid, _OF_SUPPLIERS, *known])


def _shown(payee: Payee) -> str:
    """The first cells of a payee: its name, what it shows, and where it is found."""
    found = "; ".join(f"{source}: {payee.found[source]}" for source in SOURCES if source in payee.found)
    return f"| {_plain(payee.name)} | {_plain(payee.shows)} | {found}"


def _plain(text: str) -> str:
    """Text for a cell of a Markdown table."""
    for mark in "\\|[]<>*_":
        text = text.replace(mark, f"\\{mark}")
    return text
