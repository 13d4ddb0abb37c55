"""Columns of a table that are alike are one kind."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from msrisk.model import kinds_of

TABLES = st.integers(0, 3).flatmap(
    lambda rows: st.lists(st.lists(st.integers(-1, 1), min_size=rows, max_size=rows), max_size=20).map(
        lambda columns: np.array(columns, np.int32).reshape(len(columns), rows).T
    )
)


@given(TABLES)
def test_columns_have_the_same_number_where_and_only_where_they_are_alike(table: np.ndarray) -> None:
    kinds, first = kinds_of(table)
    columns = [tuple(column) for column in table.T.tolist()]
    assert [[a == b for b in columns] for a in columns] == [[a == b for b in kinds] for a in kinds]
    assert first.tolist() == [columns.index(each) for each in dict.fromkeys(columns)]
