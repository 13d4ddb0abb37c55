"""The options by which a list is read, joined and judged: the same for every command that reads one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from msrisk.cli.options import DEFAULT_RULES, kinds, mapping, plain_name, quoted, quoted_file, stage_named, tables
from msrisk.cli.paths import passed_over, written_out

if TYPE_CHECKING:
    from msrisk.joining import PublicFiles
    from msrisk.mapfile import MapFile
    from msrisk.model import Suppliers as SupplierList
    from msrisk.report import Report
    from msrisk.ruleset.rules import RuleSet
    from msrisk.taken import DecisionsFile, DecisionsTaken


_NAMED = 8
Force = Annotated[bool, typer.Option("--force", help="Replace outputs msrisk did not write, or edited since.")]


def _option(name: str, help_: str) -> Any:
    return typer.Option(f"--{name}", help=help_)


Rules = Annotated[str, _option("rules", "A rule set by name, or your own .yaml file.")]
Table = Annotated[
    list[str] | None,
    _option("table", "Your own copy of a table, in place of ours: --table countries=mine.csv. Repeat."),
]
AsOf = Annotated[str | None, _option("as-of", "The day to screen for, as 2026-11-22; today when left out.")]


@dataclass(frozen=True)
class AsTold:
    """How a list is read, what is joined to it and how it is judged, as the options say."""

    suppliers: Annotated[
        list[str],
        typer.Argument(
            help="The supplier list: .xlsx, .xls, .ods, .csv or .tsv. Several files or a folder make one list.",
            show_default=False,
        ),
    ]
    rules: Rules = DEFAULT_RULES
    table: Table = None
    sheet: Annotated[
        list[str] | None, _option("sheet", "The sheet to read, when several look like lists. Repeat for several.")
    ] = None
    header_row: Annotated[
        int | None,
        typer.Option("--header-row", min=1, help="The row the headings stand in, if it is not found."),
    ] = None
    range_: Annotated[
        str | None, _option("range", "Read only these cells, headings included: --range B3:H200.")
    ] = None
    visible_only: Annotated[bool, _option("visible-only", "Leave out rows that a filter or a person hid.")] = False
    encoding: Annotated[
        str | None, _option("encoding", "How a text file stores its letters, when it is read wrongly: cp1252.")
    ] = None
    map_: Annotated[
        list[str] | None,
        _option("map", 'Say which heading a field is under: --map "turnover=Annual T/O". Repeat as needed.'),
    ] = None
    map_file: Annotated[
        str | None,
        _option("map-file", "Take the headings from a file that --save-map wrote; --map goes before it."),
    ] = None
    save_map: Annotated[
        str | None, _option("save-map", "Write which heading was taken for what, for next time: map.csv.")
    ] = None
    kind: Annotated[
        list[str] | None,
        _option("kind", 'Say what kind of payee somebody is: --kind "Acme Academy=supplier". Repeat as needed.'),
    ] = None
    as_of: AsOf = None
    stage: Annotated[
        str | None,
        _option("stage", "What to do next at a stage: before-advert, selection, award, contract or delivery."),
    ] = None
    registry: Annotated[
        list[str] | None,
        _option(
            "registry", "Downloads of the modern slavery statement registry: a file, a folder, *.csv. Repeat."
        ),
    ] = None
    companies_house: Annotated[
        list[str] | None,
        _option("companies-house", "The monthly company data of Companies House: the zip or its .csv."),
    ] = None
    watchlist: Annotated[
        list[str] | None, _option("watchlist", "A list of names to check, such as a sanctions list. Repeat.")
    ] = None
    join: Annotated[
        list[str] | None,
        _option("join", "A table of your own, joined by company number or name. Repeat as needed."),
    ] = None
    decisions: Annotated[
        str | None, _option("decisions", "What you decided on possible matches: the file 'match' wrote.")
    ] = None

    acceptances: Annotated[
        str | None, _option("acceptances", "Findings that somebody accepts for a while: the file 'accept' wrote.")
    ] = None

    @cached_property
    def public(self) -> PublicFiles:
        """The files to join, with folders and patterns such as ``*.csv`` written out; nothing is read yet."""
        from msrisk.joining import PublicFiles

        return PublicFiles(
            registry=written_out(self.registry or (), "--registry"),
            companies=written_out(self.companies_house or (), "--companies-house"),
            watchlists=written_out(self.watchlist or (), "--watchlist"),
            tables=written_out(self.join or (), "--join"),
            decisions=Path(self.decisions) if self.decisions else None,
        )

    @cached_property
    def held_map(self) -> MapFile | None:
        """The map file that was given.  Raises InputError."""
        from msrisk.mapfile import read_map

        return read_map(Path(self.map_file)) if self.map_file else None

    @cached_property
    def mapping(self) -> dict[str, str]:
        """Field to heading, as the map file and then the options say.  Raises InputError."""
        from_file = self.held_map.mapping if self.held_map else {}
        return {**from_file, **mapping(self.map_)}

    @property
    def from_map_file(self) -> frozenset[str]:
        """The fields that only the map file told."""
        from_file = self.held_map.mapping if self.held_map else {}
        return frozenset(from_file) - frozenset(mapping(self.map_))

    @cached_property
    def decided(self) -> DecisionsFile | None:
        """What people decided so far.  Raises InputError."""
        from msrisk.joining import decisions_in

        return decisions_in(self.public)

    @cached_property
    def lists(self) -> tuple[Path, ...]:
        """The files of the supplier list, with folders and patterns written out."""
        return written_out(self.suppliers)

    @property
    def inputs(self) -> list[Path]:
        """Every file that is read, none of which may be written over."""
        others = [each for each in (self.map_file, self.acceptances, *self.tables.values()) if each]
        return [*self.lists, *map(Path, self.public.paths), *map(Path, others)]

    @cached_property
    def tables(self) -> dict[str, str]:
        """The copies of tables that were given, by table.  Raises InputError."""
        return tables(self.table)

    @cached_property
    def rule_set(self) -> RuleSet:
        """The rule set, with the copies of its tables.  Raises RulesError or InputError."""
        from msrisk.own_tables import load_rules

        return load_rules(self.rules, self.tables)

    @property
    def reading(self) -> str:
        """What is shown while the list is read."""
        return f"Reading {self.lists[0].name if len(self.lists) == 1 else f'{len(self.lists)} files'}"

    def said(self, read: SupplierList) -> list[str]:
        """What stood in a folder and was not read, and what became of decisions."""
        from msrisk.files import one_line
        from msrisk.write.decisions_said import taken_said

        others = [one_line(name) for name in passed_over(self.suppliers)]
        more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
        not_read = [f"In the folder and not read: {', '.join(others[:_NAMED])}{more}."] if others else []
        return [*not_read, *taken_said(self.taken(read))]

    def read(self, tell: Callable[[str], None], bidders: bool = False) -> SupplierList:
        """The list as told, its map saved.  tell: told what takes a while.  Raises InputError or OutputError."""
        from msrisk.normalise.heading.mapping import HeadingGone

        try:
            read = self._read(tell, bidders)
        except HeadingGone as gone:
            raise (self.held_map.explained(gone) if self.held_map else gone) from None
        if self.save_map:
            self._save_map(read, Path(self.save_map))
        return read

    def _save_map(self, read: SupplierList, path: Path) -> None:
        from msrisk.cli.console import Console
        from msrisk.mapfile import write_map

        twice = write_map(read, path, self.inputs)
        said = [f"'{text}' stands twice in the list and cannot be named in a map." for text in twice]
        Console().note([f"Wrote {path.name}: which heading was taken for what.", *said])

    def _read(self, tell: Callable[[str], None], bidders: bool) -> SupplierList:
        from msrisk.model import Told
        from msrisk.screening import read_suppliers

        return read_suppliers(
            self.lists,
            told=Told(
                mapping=self.mapping,
                sheets=tuple(self.sheet or ()),
                header_row=self.header_row or 0,
                area=self.range_ or "",
                visible_only=self.visible_only,
                encoding=self.encoding or "",
            ),
            kinds=kinds(self.kind),
            bidders=bidders,
            public=replace(self.public, decided=self.decided),
            progress=tell,
        )

    def taken(self, read: SupplierList) -> DecisionsTaken | None:
        """What became of the decisions on the list that was read."""
        from msrisk.taken import decisions_taken

        return decisions_taken(read, self.decided)

    def with_acceptances(self, report: Report) -> Report:
        """The report with the acceptances that were given held against it.  Raises InputError."""
        from msrisk.accepting import with_acceptances
        from msrisk.screening import acceptances_in

        if self.acceptances is None:
            return report
        return with_acceptances(report, acceptances_in(Path(self.acceptances)))

    def given(self, read: SupplierList) -> dict[str, str]:
        """The options that bear on the result, for the run record; file names without their folders."""
        given = {
            "rules": plain_name(self.rules),
            "stage": stage_named(self.stage),
            "table": "; ".join(f"{name}={plain_name(file)}" for name, file in self.tables.items()),
            "sheet": "; ".join(self.sheet or ()),
            "header-row": str(self.header_row or ""),
            "range": self.range_ or "",
            "visible-only": "yes" if self.visible_only else "",
            "encoding": self.encoding or "",
            "map": "; ".join(f"{field}={heading}" for field, heading in self.mapping.items()),
            "kind": "; ".join(read.payees.told),
        }
        return {name: text for name, text in given.items() if text}

    @property
    def words(self) -> str:
        """The supplier list as it was given, for a command to copy."""
        return " ".join(map(quoted_file, self.suppliers))

    def match(self, read: SupplierList) -> str:
        """The command that writes what waits for a decision; it has no rules and no day."""
        from msrisk.cli.console import starter

        options = replace(self, rules=DEFAULT_RULES, table=None, as_of=None, stage=None, acceptances=None).again(
            read
        )
        output = f"{Path(self.decisions).stem}-next.xlsx" if self.decisions else "decisions.xlsx"
        output = quoted(output) if " " in output else output
        return f"{starter()} -m msrisk match {self.words}{options} -o {output}"

    def again(self, read: SupplierList) -> str:
        """The options as words to copy, so that the next command reads the same; a person is named by the row."""
        words = {
            "rules": () if self.rules == DEFAULT_RULES else (self.rules,),
            "table": self.table,
            "registry": self.registry,
            "companies-house": self.companies_house,
            "watchlist": self.watchlist,
            "join": self.join,
            "sheet": self.sheet,
            "header-row": (str(self.header_row),) if self.header_row else (),
            "range": (self.range_,) if self.range_ else (),
            "encoding": (self.encoding,) if self.encoding else (),
            "map": self.map_,
            "map-file": (self.map_file,) if self.map_file else (),
            "kind": read.payees.told,
            "as-of": (self.as_of,) if self.as_of else (),
            "decisions": (self.decisions,) if self.decisions else (),
            "stage": (self.stage,) if self.stage else (),
            "acceptances": (self.acceptances,) if self.acceptances else (),
        }
        said = [f" --{name} {quoted(text)}" for name, texts in words.items() for text in texts or ()]
        return "".join((*said, " --visible-only" if self.visible_only else ""))
