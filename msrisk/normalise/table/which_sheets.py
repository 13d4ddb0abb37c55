"""Which sheets of a workbook make the list: those named, else all with the same headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.model import Sheet, Table
from msrisk.normalise.table.no_table import cannot_choose

_TELLING = ("supplier_name", "spend", "payment_date")


def sheets_called(sheets: Sequence[Sheet], names: Sequence[str]) -> list[Sheet]:
    """The sheets of these names, in the order of the file; a text file has none and is read as it is."""
    if all(not sheet.name for sheet in sheets):
        return list(sheets)
    taken: dict[int, Sheet] = {}
    for name in names:
        same = [at for at, sheet in enumerate(sheets) if sheet.name == name]
        plain = name.strip().casefold()
        alike = [at for at, sheet in enumerate(sheets) if sheet.name.strip().casefold() == plain]
        if not same and not alike:
            shown = ", ".join(f"'{one_line(sheet.name)}'" for sheet in sheets)
            raise InputError(
                f"there is no sheet called '{one_line(name)}' in {sheets[0].file}",
                hint=f"Its sheets are: {shown}.",
            )
        at = (same or alike)[0]
        taken[at] = sheets[at]
    return [taken[at] for at in sorted(taken)]


def of_one_list(seen: Sequence[list[Table]], held: Sequence[list[Table]]) -> list[Table]:
    """The tables of all sheets with the same headings; a sheet with fewer columns and rows is a summary of them.

    seen: the tables of each sheet that may be taken.  held: those of every sheet, also the hidden ones.
    Raises InputError when the sheets hold different lists.
    """
    groups: list[list[list[Table]]] = []
    for tables in seen:
        group = next((group for group in groups if _are_alike(group[0][0], tables[0])), None)
        groups.append([tables]) if group is None else group.append(tables)
    best = max(groups, key=lambda group: (len(_fields(group[0][0])), _rows(group)))
    rivals = [group for group in groups if group is not best and not _is_part_of(group, best)]
    if rivals:
        raise cannot_choose([tables[0] for tables in seen])
    left = [tables[0] for tables in held if not any(tables is each for each in best)]
    said = tuple(_not_read(table) for table in left)
    return [
        table.saying(*said) if at == 0 else table
        for at, table in enumerate(table for tables in best for table in tables)
    ]


def _not_read(table: Table) -> str:
    hidden = ", which is hidden" if table.sheet.hidden else ""
    name = one_line(table.sheet.name)
    return (
        f"Not read: sheet '{name}'{hidden}, {table.rows:,} rows that also look like a list (--sheet \"{name}\")."
    )


def _fields(table: Table) -> frozenset[str]:
    return frozenset(heading.field for heading in table.headings if heading.field)


def _rows(group: list[list[Table]]) -> int:
    return sum(table.rows for tables in group for table in tables)


def _are_alike(one: Table, other: Table) -> bool:
    """Nearly the same fields, and those that count under the same headings: a summary differs in one of them."""
    first, second = _fields(one), _fields(other)
    telling = [
        [table.mapping[name].text.strip().casefold() if name in table.mapping else "" for name in _TELLING]
        for table in (one, other)
    ]
    headings = [{heading.text.strip().casefold() for heading in table.headings} for table in (one, other)]
    return telling[0] == telling[1] and _overlap(first, second) >= 0.8 and _overlap(*headings) >= 0.5


def _overlap(one: Collection[str], other: Collection[str]) -> float:
    """How much of what either holds both hold, from 0 to 1."""
    return len(set(one) & set(other)) / len(set(one) | set(other))


def _is_part_of(group: list[list[Table]], best: list[list[Table]]) -> bool:
    return _fields(group[0][0]) <= _fields(best[0][0]) and _rows(group) <= _rows(best)
