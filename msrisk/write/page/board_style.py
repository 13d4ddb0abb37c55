"""How the board page looks: pictures beside their tables, and two sheets of A4 whatever the list."""

from __future__ import annotations

from msrisk.write.board_words import STAMP, TITLE
from msrisk.write.page.style import INK, LINE, SOFT, house_style

FIRST, SECOND = "#12436d", "#28a197"  # 10.0 and 3.2 to 1 against white; the second has an outline in ink

_OWN = f"""
.above {{ margin: 1.5rem 0 0; color: {SOFT}; }}
h1 {{ margin-top: .25rem; }}
.headline {{ font-size: 1.375rem; font-weight: bold; line-height: 1.35; max-width: none; }}
.of {{ color: {SOFT}; font-size: 1rem; margin-bottom: .35rem; max-width: none; }}
.pair {{ display: grid; grid-template-columns: minmax(0, 25rem) minmax(0, 1fr); gap: 0 2rem; align-items: start; }}
.pair .wide {{ order: 2; }}
.bars {{ display: block; width: 100%; max-width: 26rem; height: auto; }}
.bars text {{ font: 14px Arial, Helvetica, sans-serif; fill: {INK}; }}
.bars .name {{ font-weight: bold; }}
.bars rect {{ stroke: {INK}; stroke-width: 1; }}
.bars .first {{ fill: {FIRST}; }}
.bars .second {{ fill: {SECOND}; }}
.bars .base {{ stroke: {INK}; stroke-width: 1; }}
.figures td {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
.figures thead th {{ overflow-wrap: normal; }}
.figures thead th:not(:first-child) {{ text-align: right; }}
.figures th:last-child, .figures td:last-child {{ padding-right: 0; }}
.record p {{ font-size: 1rem; margin-bottom: .35rem; max-width: none; }}
.blank {{ display: inline-block; width: 12rem; max-width: 100%; border-bottom: 1px solid {INK}; }}
.named {{ table-layout: fixed; }}
.named th:nth-child(1) {{ width: 20%; }}
.named th:nth-child(2) {{ width: 11%; }}
.named th:nth-child(3) {{ width: 14%; }}
@media screen and (max-width: 56rem) {{
  .pair {{ grid-template-columns: minmax(0, 1fr); }}
}}
@media screen and (max-width: 40rem) {{
  .headline {{ font-size: 1.125rem; }}
  .figures td {{ text-align: left; white-space: normal; }}
  .figures td:empty {{ display: none; }}
}}
@page {{ margin: 14mm 15mm 12mm; }}
@media print {{
  body {{ font-size: 9pt; line-height: 1.3; }}
  main {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; align-content: start; }}
  main > * {{ grid-column: 1 / -1; }}
  main > .half {{ grid-column: auto; }}
  .above, .of {{ font-size: 9pt; margin: 0 0 1mm; }}
  h1 {{ margin: 0 0 2mm; }}
  h2 {{ font-size: 12pt; margin: 0 0 1.5mm; }}
  .headline {{ font-size: 12pt; margin: 0 0 2mm; }}
  section {{ margin: 2.5mm 0 0; padding-top: 1.5mm; border-top: 1px solid {LINE}; break-inside: avoid; }}
  .pair {{ grid-template-columns: 70mm 1fr; gap: 0 8mm; }}
  .bars {{ max-width: 70mm; }}
  table, .pair table {{ font-size: 8.5pt; margin: 0 0 1mm; }}
  caption {{ padding: 0 0 1mm; }}
  th, td {{ padding: .55mm 2mm .55mm 0; }}
  .pair th, .pair td {{ padding: .9mm 2mm .9mm 0; }}
  p, ul, ol {{ margin-bottom: 1.5mm; }}
  ol, ul {{ padding-left: 5mm; }}
  li {{ margin-bottom: .6mm; }}
  .notes, .notes table {{ font-size: 8pt; }}
  .record p {{ display: inline; font-size: 8pt; }}
  .twin ul {{ columns: 2; column-gap: 8mm; }}
  .blank {{ width: 40mm; }}
  .sheet {{ break-before: page; }}
  .apart {{ break-before: page; }}
}}
"""

STYLE = house_style(f"{TITLE}. {STAMP}", _OWN)
