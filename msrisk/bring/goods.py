"""The List of Goods of the US Department of Labor: each good and origin, into ``goods_listed.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msrisk.bring.brought import Brought, country_code, named
from msrisk.bring.goods_read import Listed, read_listed
from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.values.tables import Row, rows

TABLE = "goods_listed"
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")
_FORCED, _CHILD = "forced labour", "child labour"
_MATERIALS = "only for its materials"


def bring_goods(path: Path, edition: str = "") -> Brought:
    """The list under our headings, each good in our group where we have one.

    edition: its year, which the file does not say.  Raises InputError.
    """
    listed = read_listed(path)
    groups = {_plain(row["good"]): row["goods_group"] for row in rows(TABLE)}
    made: dict[tuple[str, str], Row] = {}
    missed, materials = [], []
    for each in listed:
        taken = _row(each, groups, edition)
        if isinstance(taken, dict):
            if made.setdefault((_plain(taken["good"]), taken["origin"]), taken) is not taken:
                missed.append(f"{_said(each)}: stands twice; the first was taken")
        elif taken == _MATERIALS:
            materials.append(f"{one_line(each.good)} from {one_line(each.country)}")
        else:
            missed.append(f"{_said(each)}: {taken}")
    if not made:
        raise InputError("no good with its country was understood", where=path.name, hint="\n".join(missed[:3]))
    if not (edition or listed[0].year):
        raise InputError("does not say of which year it is", where=path.name, hint="Say it:  --edition 2024")
    said = (
        f"Read: {path.name}, {len(listed):,} goods and countries; edition {edition or listed[0].year}.",
        f"Taken: {len(made):,}.",
        *([f"Left out, as listed {_MATERIALS}: {len(materials):,} ({named(materials)})."] if materials else []),
        *_changes(made),
        *_without_group(made.values(), groups),
    )
    order = sorted(made.values(), key=lambda row: (row["goods_group"], row["origin"], row["good"]))
    return Brought(TABLE, order, said, tuple(missed))


def _row(each: Listed, groups: Mapping[str, str], edition: str) -> Row | str:
    """One row of our table, or why there is none."""
    good, code = " ".join(one_line(each.good).replace(";", ",").split()), country_code(each.country)
    if not good:
        return "no good is named"
    if not code:
        return "not one country beyond doubt"
    marks = [_mark(text) for text in (each.forced, each.child, each.forced_child, each.materials)]
    if None in marks:
        return "a mark is neither yes nor no"
    forced, child, forced_child, materials = marks
    labour = [_FORCED] * bool(forced or forced_child) + [_CHILD] * bool(child or forced_child)
    if not labour and not (materials and _plain(good) in groups):  # ours has it without a mark: it is never clear
        return _MATERIALS if materials else "listed for neither child nor forced labour"
    return {
        "goods_group": groups.get(_plain(good), _plain(good)),
        "origin": code,
        "goods_listed": "; ".join(labour),
        "good": good,
        "downstream": "",
        "year": edition or each.year,
    }


def _mark(text: str) -> bool | None:
    plain = text.strip().casefold()
    return True if plain in _YES else False if plain in _NO else None


def _plain(good: str) -> str:
    return " ".join(good.split()).casefold()


def _said(each: Listed) -> str:
    return f"{each.where} '{one_line(each.good)}' from '{one_line(each.country)}'"


def _changes(made: Mapping[tuple[str, str], Row]) -> Iterator[str]:
    ours = {(_plain(row["good"]), row["origin"]): row for row in rows(TABLE)}
    kept = [key for key in made if key in ours]
    kinds = {
        "changed": [key for key in kept if ours[key]["goods_listed"] != made[key]["goods_listed"]],
        "new": [key for key in made if key not in ours],
        "no longer listed": [key for key in ours if key not in made],
    }
    for kind, keys in kinds.items():
        names = named(f"{good} from {origin}" for good, origin in keys)
        yield f"Against ours, {kind}: {len(keys):,}" + (f" ({names})." if keys else ".")


def _without_group(made: Iterable[Row], groups: Mapping[str, str]) -> Iterator[str]:
    lone = sorted({row["good"] for row in made if _plain(row["good"]) not in groups})
    if lone:
        yield (
            f"Goods we have no group for: {len(lone):,}: {'; '.join(lone)}. Each stands as a group of its own "
            "name: put one of goods_words.csv under 'goods_group', so that a buyer's words find it."
        )
