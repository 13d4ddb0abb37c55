"""How the award page looks, on a screen, on a narrow one and on A4; no colour says anything about a bidder."""

from __future__ import annotations

from msrisk.write.award_words import STAMP

INK, PALE, LINE, FOCUS = "#0b0c0c", "#f3f2f1", "#6f777b", "#ffdd00"

STYLE = f"""
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: #fff; color: {INK}; font: 1.1875rem/1.45 Arial, Helvetica, sans-serif; }}
main, .skip {{ display: block; max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }}
.skip {{ position: absolute; left: -999rem; }}
.skip:focus {{ position: static; }}
a {{ color: #1d55a0; }}
:focus {{ outline: 3px solid {FOCUS}; outline-offset: 0; background: {FOCUS}; color: {INK}; }}
h1 {{ font-size: 2rem; line-height: 1.15; margin: 1.5rem 0 1rem; }}
h2 {{ font-size: 1.5rem; line-height: 1.2; margin: 0 0 .75rem; }}
h3 {{ font-size: 1.1875rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere; }}
section {{ margin: 2.5rem 0 0; padding-top: 1.25rem; border-top: 2px solid {INK}; }}
p, ul, ol {{ margin: 0 0 .75rem; max-width: 44rem; overflow-wrap: anywhere; }}
ol, ul {{ padding-left: 1.6rem; }}
li {{ margin-bottom: .45rem; }}
.stamp {{ border: 3px solid {INK}; padding: .75rem 1rem; max-width: none; }}
.tag {{ display: inline-block; border: 2px solid {INK}; padding: 0 .5rem; font-size: 1rem; font-weight: bold;
  margin: 0 0 .75rem; }}
.fill {{ background: {PALE}; padding: .6rem 1rem; max-width: none; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; font-size: 1rem; margin: .25rem 0 1rem; }}
caption {{ text-align: left; font-weight: bold; padding: .4rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid {LINE};
  overflow-wrap: anywhere; }}
thead th {{ border-bottom: 2px solid {INK}; }}
.flags, .steps {{ table-layout: fixed; }}
.flags th:nth-child(1) {{ width: 30%; }}
.flags th:nth-child(2) {{ width: 34%; }}
.flags th:nth-child(3) {{ width: 11%; }}
.steps th:nth-child(1) {{ width: 33%; }}
.steps th:nth-child(2) {{ width: 27%; }}
.steps th:nth-child(3) {{ width: 27%; }}
td ul {{ margin: 0; padding-left: 1.1rem; }}
tbody th {{ font-weight: normal; }}
.source {{ display: block; font-size: .9rem; color: #383f43; }}
@media (max-width: 40rem) {{
  body {{ font-size: 1rem; }}
  .stacks, .stacks tbody, .stacks tr, .stacks th, .stacks td {{ display: block; }}
  .stacks th:nth-child(n) {{ width: auto; }}
  .stacks caption {{ display: block; }}
  .stacks thead {{ position: absolute; left: -999rem; }}
  .stacks th, .stacks td {{ border-bottom: 0; padding: .2rem 0; }}
  .stacks tr {{ border-bottom: 1px solid {LINE}; padding: .5rem 0; }}
  .stacks [data-is]::before {{ content: attr(data-is) ": "; font-weight: bold; }}
}}
@page {{
  size: A4; margin: 20mm 15mm 16mm;
  @top-left {{ content: "{STAMP}"; font: bold 9pt Arial, sans-serif; }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; }}
}}
@media print {{
  body {{ font-size: 10.5pt; }}
  main {{ max-width: none; padding: 0; }}
  .skip, nav {{ display: none; }}
  h1 {{ font-size: 18pt; margin-top: 0; }}
  h2 {{ font-size: 14pt; }}
  h3 {{ font-size: 11.5pt; margin: 4mm 0 1.5mm; }}
  h2, h3, caption, .where {{ break-after: avoid; }}
  article {{ break-inside: avoid; }}
  table, .tag {{ font-size: 9.5pt; }}
  .source {{ font-size: 8.5pt; }}
  li {{ margin-bottom: .9mm; }}
  section {{ border-top: 0; margin-top: 0; padding-top: 0; break-before: page; }}
  section.follows {{ break-before: auto; break-inside: avoid; margin-top: 8mm; }}
  thead {{ display: table-header-group; }}
  tr, li, .stamp, .fill {{ break-inside: avoid; }}
  p, ul, ol {{ max-width: none; margin-bottom: 2.2mm; orphans: 3; widows: 3; }}
}}
"""
