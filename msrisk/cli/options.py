"""Options that several commands share, and how their texts are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from msrisk.errors import InputError

if TYPE_CHECKING:
    from msrisk.joining import PublicFiles
    from msrisk.model import Suppliers as SupplierList
    from msrisk.taken import DecisionsFile, DecisionsTaken

DEFAULT_RULES = "uk-public-procurement"  # screening's own, not imported: it would load all of numpy for --help

Suppliers = Annotated[
    str, typer.Argument(help="The supplier list: .xlsx, .xls, .ods, .csv or .tsv.", show_default=False)
]
Rules = Annotated[str, typer.Option("--rules", help="A rule set by name, or your own .yaml file.")]
Sheet = Annotated[str | None, typer.Option("--sheet", help="The sheet to read, when several look like lists.")]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map", help='Say which heading a field is under: --map "turnover=Annual T/O". Repeat as needed.'
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help='Say what kind of payee somebody is: --kind "Acme Academy=supplier". Repeat as needed.',
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="The day to screen for, as 2026-11-22; today when left out.")
]

Registry = Annotated[
    list[str] | None,
    typer.Option(
        "--registry", help="Downloads of the modern slavery statement registry: a file, a folder or *.csv. Repeat."
    ),
]
CompaniesHouse = Annotated[
    list[str] | None,
    typer.Option("--companies-house", help="The monthly company data of Companies House: the zip or its .csv."),
]
Watchlist = Annotated[
    list[str] | None,
    typer.Option("--watchlist", help="A list of names to check, such as a sanctions list. Repeat."),
]
Join = Annotated[
    list[str] | None,
    typer.Option("--join", help="A table of your own, joined by company number or name. Repeat as needed."),
]
Decisions = Annotated[
    str | None, typer.Option("--decisions", help="What you decided on possible matches: the file 'match' wrote.")
]

Force = Annotated[bool, typer.Option("--force", help="Replace outputs msrisk did not write, or edited since.")]


@dataclass(frozen=True)
class AsTold:
    """How a list is read, what is joined to it and how it is judged, as the options say."""

    sheet: str | None = None
    map_: list[str] | None = None
    kind: list[str] | None = None
    registry: list[str] | None = None
    companies_house: list[str] | None = None
    watchlist: list[str] | None = None
    join: list[str] | None = None
    decisions: str | None = None
    rules: str = DEFAULT_RULES
    as_of: str | None = None

    @cached_property
    def public(self) -> PublicFiles:
        """The files to join, with folders and patterns such as ``*.csv`` written out; nothing is read yet."""
        from msrisk.joining import PublicFiles

        return PublicFiles(
            registry=_files(self.registry, "--registry"),
            companies=_files(self.companies_house, "--companies-house"),
            watchlists=_files(self.watchlist, "--watchlist"),
            tables=_files(self.join, "--join"),
            decisions=Path(self.decisions) if self.decisions else None,
        )

    @cached_property
    def decided(self) -> DecisionsFile | None:
        """What people decided so far.  Raises InputError."""
        from msrisk.joining import decisions_in

        return decisions_in(self.public)

    def read(self, suppliers: str, tell: Callable[[str], None], bidders: bool = False) -> SupplierList:
        """The list with all that was given.  tell: told what takes minutes.  Raises InputError."""
        from msrisk.screening import read_suppliers

        return read_suppliers(
            suppliers,
            sheet=self.sheet,
            mapping=mapping(self.map_),
            kinds=kinds(self.kind),
            bidders=bidders,
            public=replace(self.public, decided=self.decided),
            progress=tell,
        )

    def taken(self, read: SupplierList) -> DecisionsTaken | None:
        """What became of the decisions on the list that was read."""
        from msrisk.taken import decisions_taken

        return decisions_taken(read, self.decided)

    def given(self, read: SupplierList) -> dict[str, str]:
        """The options that bear on the result, for the run record; file names without their folders."""
        given = {
            "rules": self.rules.replace("\\", "/").rsplit("/", 1)[-1],
            "sheet": self.sheet or "",
            "map": "; ".join(self.map_ or ()),
            "kind": "; ".join(read.payees.told),
        }
        return {name: text for name, text in given.items() if text}

    def match(self, suppliers: str, read: SupplierList) -> str:
        """The command that writes what waits for a decision; it has no rules and no day."""
        from msrisk.cli.console import starter

        options = replace(self, rules=DEFAULT_RULES, as_of=None).again(read)
        output = f"{Path(self.decisions).stem}-next.xlsx" if self.decisions else "decisions.xlsx"
        output = quoted(output) if " " in output else output
        return f"{starter()} -m msrisk match {quoted(suppliers)}{options} -o {output}"

    def again(self, read: SupplierList) -> str:
        """The options as words to copy, so that the next command reads the same; a person is named by the row."""
        words = {
            "rules": () if self.rules == DEFAULT_RULES else (self.rules,),
            "registry": self.registry,
            "companies-house": self.companies_house,
            "watchlist": self.watchlist,
            "join": self.join,
            "sheet": (self.sheet,) if self.sheet else (),
            "map": self.map_,
            "kind": read.payees.told,
            "as-of": (self.as_of,) if self.as_of else (),
            "decisions": (self.decisions,) if self.decisions else (),
        }
        return "".join(f" --{name} {quoted(text)}" for name, texts in words.items() for text in texts or ())


def quoted(text: str) -> str:
    """One word of a command to copy, in the quotes that a shell takes off again."""
    return f"'{text}'" if '"' in text else f'"{text}"'


def _files(texts: list[str] | None, option: str) -> tuple[Path, ...]:
    """Files as given; a folder or a pattern stands for the lists in it. A missing file is told when read."""
    found: dict[Path, None] = {}
    for text in texts or ():
        path = Path(text)
        if path.is_dir():
            inside = sorted(filter(_is_list, path.iterdir()))
        elif any(mark in text for mark in "*?") and not path.exists():
            inside = sorted(filter(_is_list, path.parent.glob(path.name)))
        else:
            inside = [path]
        if not inside:
            raise InputError(f"{option} {text}: no list is there", hint="Give the file itself, or its folder.")
        found |= dict.fromkeys(inside)
    return tuple(found)


def _is_list(path: Path) -> bool:
    """By its ending; what Excel and LibreOffice leave beside an open file is none."""
    return path.suffix.casefold() in _LISTS and not path.name.startswith(("~$", "."))


_LISTS = frozenset((".csv", ".zip", ".xlsx", ".xls", ".ods", ".tsv", ".txt"))


def mapping(texts: list[str] | None) -> dict[str, str]:
    """``turnover=Annual T/O`` as field and heading."""
    pairs: dict[str, str] = {}
    for text in texts or ():
        field, equals, heading = text.partition("=")
        if not equals or not field.strip() or not heading.strip():
            raise InputError(
                f"--map {text}: write it as field=heading", hint='Such as  --map "turnover=Annual T/O"'
            )
        pairs[field.strip()] = heading.strip()
    return pairs


def kinds(texts: list[str] | None) -> dict[str, str]:
    """``Acme Academy=supplier`` as name and kind; a name may hold an equals sign, a kind never does."""
    pairs: dict[str, str] = {}
    for text in texts or ():
        name, equals, kind = text.rpartition("=")
        if not equals or not name.strip() or not kind.strip():
            raise InputError(
                f"--kind {text}: write it as name=kind", hint='Such as  --kind "Acme Academy=supplier"'
            )
        pairs[name.strip()] = kind.strip().casefold()
    return pairs


def floor(text: str | None) -> int | None:
    """``£25,000`` in pence.  Raises InputError."""
    if text is None:
        return None
    from msrisk.values import KINDS
    from msrisk.values.interval import Interval
    from msrisk.values.reading import NO_HINT

    reading = KINDS["money"].read(text, NO_HINT)
    if isinstance(reading.value, Interval) and reading.settled and reading.value.low >= 0:
        return reading.value.low
    raise InputError(f"--min-spend {text}: that is not an amount", hint="Write it as 25000 or £25k.")


def day(text: str | None) -> date:
    """The day of the run: as given, else today; the only clock in msrisk."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--as-of {text}: that is not a day", hint="Write it as 2026-11-22.") from None


def floor_given(min_spend: str | None) -> dict[str, str]:
    """``--min-spend`` as it stands in the run record."""
    return {"min-spend": min_spend} if min_spend else {}
