"""``--map`` for several tables: it holds for each table that has such a heading, and must hold for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msrisk.errors import InputError
from msrisk.model import Field, Sheet, Table
from msrisk.normalise.heading.headings import AS_TOLD, with_doubtful
from msrisk.normalise.heading.mapping import told_column
from msrisk.normalise.table.heading_rows import NAME, find_heads


def applying(texts: Sequence[str], fields: Mapping[str, Field], mapping: Mapping[str, str]) -> dict[str, str]:
    """What was told, as far as these headings have it; ``refuse_unused`` sees to the rest."""
    held = {}
    for name, wanted in mapping.items():
        try:
            told_column(name, wanted, texts, fields)
        except InputError:
            continue
        held[name] = wanted
    return held


def refuse_unused(tables: Sequence[Table], fields: Mapping[str, Field], mapping: Mapping[str, str]) -> None:
    """Raises InputError for a heading that no table has."""
    used = {heading.field for table in tables for heading in table.headings if heading.how == AS_TOLD}
    for name, wanted in mapping.items():
        if name not in used:
            told_column(name, wanted, [heading.text for heading in tables[0].headings], fields)


def refuse_name_gone(sheets: Sequence[Sheet], fields: Mapping[str, Field], mapping: Mapping[str, str]) -> None:
    """Raises InputError where headings are found that do not have the one told for the supplier's name."""
    for sheet in sheets if NAME in mapping else ():
        heads = find_heads(sheet, with_doubtful(fields), {})
        if heads is not None:
            told_column(NAME, mapping[NAME], heads.texts, fields)
