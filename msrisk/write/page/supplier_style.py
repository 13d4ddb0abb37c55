"""What only the two pages about one supplier look like."""

from __future__ import annotations

from msrisk.write.for_supplier_words import STAMP
from msrisk.write.page.style import house_style
from msrisk.write.supplier_file import FOR_OUR_FILE

_BOTH = """
.named { font-size: 1.25rem; font-weight: bold; max-width: none; }
article { margin-bottom: 1.5rem; }
.held, .evidence, .open { table-layout: fixed; }
.held th:nth-child(1) { width: 3.2rem; }
.held th:nth-child(2) { width: 27%; }
.held th:nth-child(3) { width: 27%; }
.held th:nth-child(4) { width: 19%; }
.evidence th:nth-child(1) { width: 28%; }
.evidence th:nth-child(2) { width: 26%; }
.evidence th:nth-child(3) { width: 16%; }
.open th:nth-child(1) { width: 34%; }
.open th:nth-child(3) { width: 22%; }
.sum th:nth-child(2), .sum td { text-align: right; width: 8rem; }
.sum { max-width: 34rem; }
@media print {
  section { border-top: .5mm solid #0b0c0c; margin-top: 6mm; padding-top: 3mm; }
  .named { font-size: 13pt; }
  article { margin-bottom: 4mm; }
  article h3 + p { break-before: avoid; }
  .held { font-size: 9pt; }
  .evidence, .lines { break-inside: avoid; }
}
"""

FOR_SUPPLIER = house_style(STAMP, _BOTH + "@media print { article { break-inside: avoid; } }\n")
FOR_FILE = house_style(f"{STAMP}. {FOR_OUR_FILE}", _BOTH)
