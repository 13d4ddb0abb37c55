"""What only the award page looks like: its columns, and a sheet of paper for each of its sections."""

from __future__ import annotations

from msrisk.write.award_words import STAMP
from msrisk.write.page.style import house_style

STYLE = house_style(
    STAMP,
    """
.flags, .steps { table-layout: fixed; }
.flags th:nth-child(1) { width: 30%; }
.flags th:nth-child(2) { width: 34%; }
.flags th:nth-child(3) { width: 11%; }
.steps th:nth-child(1) { width: 33%; }
.steps th:nth-child(2) { width: 27%; }
.steps th:nth-child(3) { width: 27%; }
@media print {
  .flags { break-inside: avoid; }
  section { border-top: 0; margin-top: 0; padding-top: 0; break-before: page; }
  section.follows { break-before: auto; break-inside: avoid; margin-top: 8mm; }
}
""",
)
