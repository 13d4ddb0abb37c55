"""Writes the README of the samples from the table of invented suppliers."""

from __future__ import annotations

from collections.abc import Sequence

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
| `overlay.yaml` | a rule set of your own laid over one of ours, to copy and change |

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


def readme(suppliers: Sequence[Supplier]) -> str:
    """README.md, whole."""
    lines = [
        f"| {each.id} | {_plain(each.name)} | {_plain(each.shows)} | {each.band} | {each.law_band} |"
        for each in suppliers
    ]
    return _ABOVE + "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text for a cell of a Markdown table."""
    for mark in "\\|[]<>*_":
        text = text.replace(mark, f"\\{mark}")
    return text
