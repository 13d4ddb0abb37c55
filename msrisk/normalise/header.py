"""The columns under the headings, without those whose cells do not bear their heading out."""

from __future__ import annotations

from collections.abc import Mapping

from msrisk.model import Field, Heading, Sheet
from msrisk.normalise.heading_rows import NAME, Heads
from msrisk.normalise.headings import assign
from msrisk.normalise.no_table import no_name
from msrisk.values.placeholders import is_placeholder


def checked(sheet: Sheet, heads: Heads, fields: Mapping[str, Field], told: Mapping[str, str]) -> list[Heading]:
    """The mapping, without the columns whose cells do not bear their heading out.  Raises InputError."""
    refused: dict[int, str] = {}
    while True:
        headings = assign(heads.texts, fields, told, refused)
        wrong = {
            heading.column: reason
            for heading in headings
            if heading.field
            and heading.field not in told
            and (reason := _does_not_fit(sheet, heads.last, heading, fields[heading.field]))
        }
        if not wrong:
            break
        refused.update(wrong)
    if not any(heading.field == NAME for heading in headings):
        raise no_name(sheet, heads.last, headings, fields)
    return headings


def _does_not_fit(sheet: Sheet, row: int, heading: Heading, field: Field) -> str:
    """Why the cells below a heading cannot be the field, or ''."""
    column = sheet.columns[heading.column]
    texts = {column.texts[code] for code in set(column.codes[row + 1 : row + 1001].tolist())}
    texts = {text for text in texts if not is_placeholder(text)}
    if not texts:
        return "its cells are blank" if field.several > 1 or field.kind.name == "proclass" else ""
    if field.name == NAME and all(_is_number(text) for text in texts):
        return f"its heading looks like {field.label}, but its cells are numbers"
    if field.instead_of and all(_is_number(text) for text in texts):
        return f"its heading looks like {field.label}, but its cells are numbers"
    if (field.pool == "sum" or field.kind.name in ("number", "percent")) and not any(
        field.read(text).understood for text in texts
    ):
        return f"its heading looks like {field.label}, but no cell is {field.kind.in_words}"
    if field.kind.name == "yes_no" and all(text.strip().casefold().startswith(("http", "www.")) for text in texts):
        return f"its heading looks like {field.label}, but its cells are links"
    return ""


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").strip("-£ ").isdigit()
