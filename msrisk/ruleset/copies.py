"""An officer's own copies of tables: which file of a rule set each stands in for, and whether it can."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msrisk.errors import RulesError
from msrisk.ruleset.keys import did_you_mean
from msrisk.ruleset.table_file import TableFile

NO_COPIES: Mapping[str, TableFile] = {}
AWARD_TABLES = ("award_questions", "award_steps")
_ENDING = ".csv"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that stands in for a table's file, for the run record.

    table: the file's name, without its ending.  instead_of: the digest of the file it stands in for.
    """

    table: str
    file: str
    sha256: str
    instead_of: str


def stem_of(file: str) -> str:
    """``countries`` of ``tables/countries.csv``."""
    return file.rpartition("/")[2].removesuffix(_ENDING)


def placed(copies: Mapping[str, TableFile], tables: Mapping[str, Sequence[str]]) -> dict[str, TableFile]:
    """Each copy by the file it stands in for.

    copies: by the name they were given under: a file's, or that of a table with one file.
    tables: every table's name and its files.  Raises RulesError.
    """
    found: dict[str, TableFile] = {}
    for name, copy in copies.items():
        file = _file_called(name, tables)
        if file in found:
            raise RulesError(
                f"two copies were given for {stem_of(file)}: {found[file].name} and {copy.name}",
                hint="Give the one that is right.",
            )
        found[file] = copy
    return found


def _file_called(name: str, tables: Mapping[str, Sequence[str]]) -> str:
    plain = name.strip().removesuffix(_ENDING)
    by_stem = {stem_of(file): file for files in tables.values() for file in files}
    if plain in by_stem:
        return by_stem[plain]
    files = tables.get(plain, ())
    if len(files) == 1:
        return files[0]
    if files:
        several = " and ".join(stem_of(file) for file in files)
        raise RulesError(f"'{plain}' rests on several files: {several}", hint="Name the one your copy is of.")
    if plain in AWARD_TABLES:
        raise RulesError(f"the table '{plain}' is for the command award", hint="Give it there: msrisk award …")
    known = sorted(by_stem)
    said = f"Its tables are: {', '.join(known)}." if known else "It has none."
    raise RulesError(
        f"the rule set has no table called '{plain}'", hint=did_you_mean(plain, [*known, *tables]) or said
    )


def in_place_of(copy: TableFile, ours: TableFile) -> TableFile:
    """The copy, once it has the same headings and codes that are whole.  Raises RulesError."""
    missing = [heading for heading in ours.headings if heading not in copy.headings]
    more = [heading for heading in copy.headings if heading not in ours.headings]
    if missing or more:
        said = [f"lacks {_quoted(missing)}"] if missing else []
        said += [f"has {_quoted(more)}, which {ours.name} has not"] if more else []
        raise RulesError(
            f"the first row {' and '.join(said)}",
            where=copy.name,
            hint=f"To stand in for {ours.name} it must name: {', '.join(ours.headings)}.",
        )
    for heading in ours.headings:
        _check_zeros(copy, ours, heading)
    return copy


def refuse_emptied(copy: TableFile, ours: TableFile, columns: Iterable[str]) -> None:
    """Refuse a copy with nothing at all in a column that rules need and ours fills: it would find nothing."""
    for column in columns:
        if any(row.get(column) for row in ours.rows) and not any(row.get(column) for row in copy.rows):
            raise RulesError(
                f"nothing stands under '{column}' in any of its {len(copy.rows):,} rows",
                where=copy.name,
                hint="Rules need that column: take it from our file again.",
            )


def _check_zeros(copy: TableFile, ours: TableFile, heading: str) -> None:
    """Excel makes ``031`` the number 31, which as the beginning of a code is another thing."""
    held, known = _texts(copy, heading), _texts(ours, heading)
    for text in sorted(known):
        short = text.lstrip("0")
        if text.isdigit() and short not in (text, "") and text not in held and short in held - known:
            raise RulesError(
                f"under '{heading}' the code {text} has become {short}: Excel takes zeros off the front",
                where=copy.name,
                hint="Start again from our file: in Excel, Data > From Text/CSV, with that column as text.",
            )


def _texts(table: TableFile, heading: str) -> set[str]:
    return {row.get(heading, "") for row in table.rows}


def _quoted(headings: Sequence[str]) -> str:
    return ", ".join(f"'{heading}'" for heading in headings)
