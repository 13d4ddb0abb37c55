"""Small supplier lists and sources for the tests of joining."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas

from msrisk import read_suppliers
from msrisk.model import (
    Column,
    Entries,
    Heading,
    OtherName,
    Sheet,
    SourceKind,
    Suppliers,
    Table,
    TextColumn,
)
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.values.reading import BLANK, Grade

FIELDS = load_vocabulary()
TITLE = "a register"


def listed(*names: str, **columns: Sequence[str]) -> Suppliers:
    """A supplier list of these names, with further columns by heading."""
    given = {heading.replace("_", " "): list(texts) for heading, texts in columns.items()}
    return read_suppliers(pandas.DataFrame({"Supplier name": list(names), **given}, dtype=str))


def source(
    *names: str,
    numbers: Sequence[str] = (),
    countries: Sequence[tuple[str, ...]] = (),
    others: Sequence[tuple[int, str, str]] = (),
    says: Mapping[str, Sequence[str]] | None = None,
    kind: SourceKind = SourceKind.REGISTRY,
) -> Entries:
    """A source that lists these names; ``says`` gives texts by field, one an entry, '' for nothing."""
    says = says or {}
    size = len(names)
    texts = [("Name", "supplier_name", list(names)), *((field, field, list(each)) for field, each in says.items())]
    columns = tuple(TextColumn(("head", *held), np.arange(size + 1, dtype=np.int32)) for _, _, held in texts)
    headings = tuple(Heading(place, text, field) for place, (text, field, _) in enumerate(texts))
    table = Table(Sheet("register.csv", "", "0" * 64, columns), 1, headings)
    return Entries(
        kind,
        TITLE,
        names,
        tuple(f"id {name}" for name in names),
        tuple(numbers) or ("",) * size,
        tuple(countries) or ((),) * size,
        tuple(OtherName(*each) for each in others),
        columns={field: _column(field, each) for field, each in says.items()},
        tables=(table,),
    )


def _column(field: str, texts: Sequence[str]) -> Column:
    readings = [FIELDS[field].read(text)._replace(grade=Grade.LOOKED_UP, note="listed") for text in texts]
    readings = [BLANK if not text else each for text, each in zip(texts, readings, strict=True)]
    codes = np.arange(len(texts), dtype=np.int32)
    return Column(FIELDS[field], tuple(readings), tuple(texts), codes, codes + np.int32(1))
