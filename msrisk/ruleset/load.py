"""A rule set by its name or file: found, joined with what it extends, checked, and built."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msrisk.errors import RulesError
from msrisk.files import data_folder
from msrisk.logic.facts import AS_OF
from msrisk.model import Field, Severity
from msrisk.ruleset.build import build_rule, build_term, day_from, day_of, refuse_loose_rules
from msrisk.ruleset.conditions import Names
from msrisk.ruleset.consistency import check_consistency, refuse_circles
from msrisk.ruleset.copies import NO_COPIES, placed
from msrisk.ruleset.document import Block, Document, Entry, Text, read_document
from msrisk.ruleset.keys import (
    as_block,
    block_of,
    check_keys,
    did_you_mean,
    list_of,
    text_node,
    text_of,
)
from msrisk.ruleset.overlay import Joined, join
from msrisk.ruleset.rules import Changed, Parameter, RuleSet, Scoring, Source, Worklist
from msrisk.ruleset.table_file import TableFile
from msrisk.ruleset.tables import Find, ReferenceTable, build_table, files_named
from msrisk.ruleset.vocabulary import FILE, load_vocabulary
from msrisk.values import KINDS
from msrisk.values.interval import Interval
from msrisk.values.reading import NO_HINT

KEYS = (
    "title",
    "version",
    "reviewed",
    "compared_with",
    "left_out",
    "extends",
    "includes",
    "sources",
    "parameters",
    "tables",
    "terms",
    "scoring",
    "worklist",
    "rules",
)
ENDINGS = (".yaml", ".yml")
BANDS = ("critical", "high", "medium", "low")


def built_in() -> tuple[str, ...]:
    """The names of the rule sets that come with msrisk."""
    return tuple(sorted(path.stem for path in data_folder("rules").glob("*.yaml") if path.name != FILE))


def load_rules(name: str | Path, copies: Mapping[str, TableFile] = NO_COPIES) -> RuleSet:
    """A rule set that comes with msrisk, by name, or one of your own, by file.

    copies: an officer's own tables, each by the name of the one it stands in for.
    Raises RulesError with file and line for anything that is not understood.
    """
    path = _path(str(name))
    joined = join(read_document(path), _finder(path.parent))
    return _build(path.stem, joined, _table_finder(path.parent), copies)


def _table_finder(folder: Path) -> Find:
    """Finds a table: an officer's copy beside the rule file, else the one that comes with msrisk."""

    def find(name: str) -> Path:
        beside = folder / name
        return beside if beside.is_file() else data_folder("rules") / name

    return find


def _path(name: str) -> Path:
    if name in built_in():
        return data_folder("rules") / f"{name}.yaml"
    path = Path(name)
    if path.suffix.casefold() in ENDINGS and path.is_file():
        return path
    raise _not_there(path)


def _not_there(path: Path) -> RulesError:
    """What stands under a name instead of a rule set, or what is nearest to it."""
    if path.is_dir():
        return RulesError(f"'{path}' is a folder and no rule file", hint="Name the .yaml file in it.")
    if path.is_file():
        right = path.name.removesuffix(path.suffix).removesuffix(".yaml") + ".yaml"
        return RulesError(
            f"'{path.name}' does not end in .yaml, as a rule file does",
            hint=f"If it is one, rename it to {right}. (Windows may hide a second ending.)",
        )
    known = [*built_in(), *(each.name for each in path.parent.glob("*.yaml"))]
    what = "file" if path.suffix.casefold() in ENDINGS else "rule set"
    return RulesError(
        f"there is no {what} called '{path}'",
        hint=did_you_mean(path.name, known)
        or f"Name one that comes with msrisk ({', '.join(built_in())}) or a .yaml file.",
    )


def _finder(folder: Path) -> Callable[[Text], Document]:
    """Finds what a file extends: a built-in name, or a file beside it; never elsewhere."""

    def find(name: Text) -> Document:
        if name.text in built_in():
            return read_document(data_folder("rules") / f"{name.text}.yaml")
        beside = folder / name.text if name.text.isprintable() else folder
        if "/" in name.text or "\\" in name.text or beside.resolve().parent != folder.resolve():
            raise name.mark.error(
                f"'{name.text}' is not a file beside this one",
                f"Put both into one folder and give the name alone; or name one of: {', '.join(built_in())}.",
            )
        if not beside.is_file():
            known = [*built_in(), *(path.name for path in folder.glob("*.yaml"))]
            raise name.mark.error(f"there is no rule set called '{name.text}'", did_you_mean(name.text, known))
        return read_document(beside)

    return find


def _build(name: str, joined: Joined, find: Find, copies: Mapping[str, TableFile]) -> RuleSet:
    top = joined.top
    refuse_loose_rules(top)
    check_keys(top, KEYS, ("title", "version", "reviewed", "rules"), "a rule set")
    fields = load_vocabulary()
    sources = {entry.key: _source(entry.key, as_block(entry)) for entry in block_of(top, "sources")}
    parameters = {entry.key: _parameter(entry, fields) for entry in block_of(top, "parameters")}
    entries = list(block_of(top, "tables"))
    given = placed(copies, {entry.key: files_named(entry) for entry in entries})
    made = [build_table(entry, fields, find, given) for entry in entries]
    terms = block_of(top, "terms")
    names = Names(fields, [entry.key for entry in terms], _parameter_texts(top))
    built_terms = {entry.key: build_term(entry, names) for entry in terms}
    refuse_circles(built_terms)
    rules = {entry.key: build_rule(entry, names) for entry in block_of(top, "rules")}
    if not rules:
        raise top.mark.error("has no rule: there is nothing to ask")
    built = RuleSet(
        name=name,
        title=text_of(top, "title"),
        version=text_of(top, "version"),
        reviewed=day_of(top, "reviewed"),
        fields=fields,
        sources=sources,
        parameters=parameters,
        terms=built_terms,
        rules=rules,
        scoring=_scoring(block_of(top, "scoring")),
        worklist=_worklist(block_of(top, "worklist"), [table for table, _, _ in made]),
        files=(
            *_documents(joined),
            *dict.fromkeys((each.name, each.sha256) for _, files, _ in made for each in files),
        ),
        off=joined.off,
        changed=_told(joined),
        tables={table.name: table for table, _, _ in made},
        copies=tuple(dict.fromkeys(each for _, _, own in made for each in own)),
        compared_with=_texts(top, "compared_with"),
        left_out=_texts(top, "left_out"),
    )
    check_consistency(built)
    return built


def _texts(top: Block, key: str) -> tuple[str, ...]:
    return tuple(" ".join(each.text.split()) for each in list_of(top, key))


def _parameter_texts(top: Block) -> dict[str, tuple[Text, ...]]:
    """Each parameter's values as they stand, with their lines."""
    blocks = {entry.key: block_of(as_block(entry), "values") for entry in block_of(top, "parameters")}
    return {name: tuple(text_node(each) for each in block) for name, block in blocks.items()}


def _told(joined: Joined) -> tuple[Changed, ...]:
    """What an officer's own overlays change; what a set of msrisk's own says otherwise than another is no news."""
    shipped = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in data_folder("rules").glob("*.yaml")
    }
    ours = {each.file for each in joined.documents if shipped.get(each.file) == each.sha256}
    return tuple(each for each in joined.changed if each.file not in ours)


def _documents(joined: Joined) -> tuple[tuple[str, str], ...]:
    return tuple((document.file, document.sha256) for document in joined.documents)


def _source(name: str, block: Block) -> Source:
    check_keys(block, ("cite", "url", "edition"), ("cite",), f"the source '{name}'")
    return Source(name, text_of(block, "cite"), text_of(block, "url"), text_of(block, "edition"))


def _parameter(entry: Entry, fields: Mapping[str, Field]) -> Parameter:
    name, block = entry.key, as_block(entry)
    if name in fields:
        raise entry.mark.error(f"'{name}' is a field already; a parameter needs a name of its own")
    if name == AS_OF:
        raise entry.mark.error(f"'{AS_OF}' cannot be a parameter: it stands for the day of the run")
    check_keys(block, ("meaning", "values", "source"), ("meaning", "values", "source"), f"'{name}'")
    values = sorted((day_from(each.key, each), text_node(each).text) for each in block_of(block, "values"))
    if not values:
        raise block.mark.error(f"'{name}' has no value", "Write one as 2015-10-29: £36m, from its first day.")
    return Parameter(name, text_of(block, "meaning"), tuple(values), text_of(block, "source"), block.mark)


def _scoring(block: Block) -> Scoring:
    check_keys(block, ("points", "bands", "relief_cap"), ("points", "bands", "relief_cap"), "scoring")
    severities = [severity.value for severity in Severity]
    given_points, given_bands = block_of(block, "points"), block_of(block, "bands")
    check_keys(given_points, severities, severities, "points")
    check_keys(given_bands, BANDS, BANDS, "bands")
    points = {severity: _whole(given_points, severity.value) for severity in Severity}
    bands = {band: _whole(given_bands, band) for band in BANDS}
    lines = [bands[band] for band in BANDS]
    if sorted(lines, reverse=True) != lines or len(set(lines)) != len(lines) or lines[-1] != 0:
        held = ", ".join(f"{band} {bands[band]}" for band in BANDS)
        raise block.mark.error(
            f"the bands must fall from critical to low, and low must start at 0: {held}",
            "Of two that follow, first the larger.",
        )
    return Scoring(points, bands, _whole(block, "relief_cap"))


def _worklist(block: Block, tables: Sequence[ReferenceTable]) -> Worklist:
    keys = ("look_first", "per_category", "floor", "never_parked")
    check_keys(block, keys, (), "the worklist")
    default = Worklist()
    held = {key: _whole(block, key) for key in ("look_first", "per_category") if block.get(key)}
    return Worklist(
        held.get("look_first", default.look_first),
        held.get("per_category", default.per_category),
        _floor(block),
        _sectors(block, tables),
    )


def _sectors(block: Block, tables: Sequence[ReferenceTable]) -> tuple[str, ...]:
    """The sectors that are never parked; a misspelt one would be parked without a word."""
    texts = list_of(block, "never_parked")
    known = {sector for table in tables for sector in table.values_of("sector")}
    for text in texts if known else ():
        if text.text not in known:
            raise text.mark.error(f"no table gives the sector '{text.text}'", _near_or_all(text.text, known))
    return tuple(text.text for text in texts)


def _near_or_all(name: str, known: set[str]) -> str:
    return did_you_mean(name, known) or f"It is one of: {', '.join(sorted(known))}."


def _floor(block: Block) -> int:
    """``£25k a year`` in pence; 0 when nothing is parked."""
    entry = block.get("floor")
    if entry is None:
        return 0
    text = text_of(block, "floor")
    reading = KINDS["money"].read(text.removesuffix(" a year"), NO_HINT)
    if not text.endswith(" a year") or not isinstance(reading.value, Interval) or not reading.settled:
        raise entry.mark.error(f"'{text}' is not a yearly amount", "Write it as £25k a year.")
    return reading.value.low


def _whole(block: Block, key: str) -> int:
    text = text_of(block, key)
    if not (text.isascii() and text.isdigit()) or int(text) > 10_000:
        entry = block.get(key)
        mark = entry.mark if entry else block.mark
        raise mark.error(
            f"'{key}' must be a whole number from 0 to 10,000, not '{text}'", f"Write it in figures: {key}: 25"
        )
    return int(text)
