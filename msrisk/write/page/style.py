"""How every page of ours looks, on a screen, on a narrow one and on A4; no colour says anything about anybody."""

from __future__ import annotations

from msrisk.files import one_line

INK, PALE, LINE, SOFT, LINK, FOCUS = "#0b0c0c", "#f3f2f1", "#6f777b", "#383f43", "#1d55a0", "#ffdd00"

_SCREEN = f"""
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: #fff; color: {INK}; font: 1.1875rem/1.45 Arial, Helvetica, sans-serif; }}
main, .skip {{ display: block; max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }}
main {{ padding-bottom: 3rem; }}
.skip {{ position: absolute; left: -999rem; }}
.skip:focus {{ position: static; }}
a {{ color: {LINK}; overflow-wrap: anywhere; }}
:focus {{ outline: 3px solid {FOCUS}; outline-offset: 0; background: {FOCUS}; color: {INK}; }}
h1 {{ font-size: 2rem; line-height: 1.15; margin: 1.5rem 0 1rem; overflow-wrap: anywhere; }}
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
.source {{ display: block; font-size: .9rem; color: {SOFT}; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; font-size: 1rem; margin: .25rem 0 1rem; }}
caption {{ text-align: left; font-weight: bold; padding: .4rem 0; overflow-wrap: anywhere; }}
th, td {{ text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid {LINE};
  overflow-wrap: anywhere; }}
thead th {{ border-bottom: 2px solid {INK}; }}
tbody th {{ font-weight: normal; }}
td ul {{ margin: 0; padding-left: 1.1rem; }}
.run {{ table-layout: fixed; }}
.run th:nth-child(1) {{ width: 26%; }}
"""

_NARROW = f"""
@media screen and (max-width: 40rem) {{
  body {{ font-size: 1rem; }}
  h1 {{ font-size: 1.5rem; }}
  h2 {{ font-size: 1.25rem; }}
  h3 {{ font-size: 1.0625rem; }}
  .stacks, .stacks tbody, .stacks tr, .stacks th, .stacks td {{ display: block; }}
  .stacks th, .stacks td {{ width: auto !important; text-align: left !important; }}
  .stacks caption {{ display: block; }}
  .stacks thead {{ position: absolute; left: -999rem; }}
  .stacks th, .stacks td {{ border-bottom: 0; padding: .2rem 0; }}
  .stacks tr {{ border-bottom: 1px solid {LINE}; padding: .5rem 0; }}
  .stacks [data-is]::before {{ content: attr(data-is) ": "; font-weight: bold; }}
}}
"""

_PRINT = """
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  .fill { border: .5mm solid #6f777b; }
  .host { display: none; }
  a[href^="http"]:not(.spelt)::after { content: " (" attr(href) ")"; }
  th, td { padding: 1mm 3mm 1mm 0; }
  .wide { overflow: visible; }
  h1 { font-size: 18pt; margin-top: 0; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; margin: 4mm 0 1.5mm; }
  h2, h3, caption, .where, .leads { break-after: avoid; }
  table, .tag { font-size: 9.5pt; }
  .source { font-size: 8.5pt; }
  li { margin-bottom: .9mm; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, li, .stamp, .fill { break-inside: avoid; }
  p, ul, ol { max-width: none; margin-bottom: 2.2mm; orphans: 3; widows: 3; }
}
"""


def house_style(head: str, own: str = "", paper: str = "A4") -> str:
    """The style of one page.

    head: what stands at the top of every sheet of paper.  own: rules of that page alone, after ours.
    paper: ``A4`` or ``A4 landscape``.
    """
    printed = f"""
@page {{
  size: {paper}; margin: 20mm 15mm 16mm;
  @top-left {{ content: "{in_style(head)}"; font: bold 9pt Arial, sans-serif; }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; }}
}}
"""
    return _SCREEN + _NARROW + printed + _PRINT + own


def in_style(text: str) -> str:
    """A text between the quotes of a style: nothing in it can end the quotes, the rule or the style."""
    return "".join(each if each.isalnum() or each in " .,-" else f"\\{ord(each):06x}" for each in one_line(text))
