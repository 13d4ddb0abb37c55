"""The tables under ``rules/tables`` as plain rows, each read once and only when first needed."""

from __future__ import annotations

import csv
from functools import cache

from msrisk.errors import RulesError
from msrisk.files import data_folder

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Every row of ``rules/tables/<name>.csv``, by heading."""
    path = data_folder("rules") / "tables" / f"{name}.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(csv.DictReader(file))
    except OSError as error:
        raise RulesError(
            f"the table '{name}.csv' that comes with msrisk cannot be read",
            where=str(path),
            hint="The installation is damaged: install msrisk again.",
        ) from error
