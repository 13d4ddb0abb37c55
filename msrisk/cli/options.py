"""How the texts of options are read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from msrisk.errors import InputError

DEFAULT_RULES = "uk-public-procurement"  # screening's own, not imported: it would load all of numpy for --help


def quoted(text: str) -> str:
    """One word of a command to copy, in the quotes that a shell takes off again."""
    return f"'{text}'" if '"' in text else f'"{text}"'


def quoted_file(path: str) -> str:
    """The same of a file, which a command must not take for an option: ``./-list.csv``, also on Windows."""
    return quoted(f"./{path}" if path.startswith("-") else path)


def plain_name(path: str) -> str:
    """A file's name without its folders, whichever stroke parts them."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def mapping(texts: list[str] | None) -> dict[str, str]:
    """``turnover=Annual T/O`` as field and heading."""
    pairs: dict[str, str] = {}
    for text in texts or ():
        field, equals, heading = text.partition("=")
        if not equals or not field.strip() or not heading.strip():
            raise InputError(
                f"--map {text}: write it as field=heading", hint='Such as  --map "turnover=Annual T/O"'
            )
        if pairs.setdefault(field.strip(), heading.strip()) != heading.strip():
            raise InputError(
                f"--map names two headings for {field.strip()}: '{pairs[field.strip()]}' and '{heading.strip()}'",
                hint="Give the one that is right.",
            )
    return pairs


def tables(texts: list[str] | None) -> dict[str, str]:
    """``countries=mine.csv`` as table and file; a file's path may hold an equals sign, a table's name never."""
    pairs: dict[str, str] = {}
    for text in texts or ():
        name, equals, file = (part.strip() for part in text.partition("="))
        if not equals or not name or not file:
            raise InputError(f"--table {text}: write it as name=file", hint="Such as  --table countries=mine.csv")
        if name in pairs:
            raise InputError(
                f"--table names two files for {name}: '{pairs[name]}' and '{file}'",
                hint="Give the one that is right.",
            )
        pairs[name] = file
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


def stage_named(text: str | None) -> str:
    """``before-advert`` as the stage's name, *before advert*; '' for none.  Raises InputError."""
    if text is None:
        return ""
    from msrisk.ruleset.build import STAGES
    from msrisk.ruleset.keys import did_you_mean

    name = " ".join(text.replace("-", " ").replace("_", " ").casefold().split())
    if name not in STAGES:
        known = ", ".join(STAGES)
        raise InputError(
            f"--stage {text}: that is not a stage", hint=did_you_mean(name, STAGES) or f"It is one of: {known}."
        )
    return name


def day(text: str | None) -> date:
    """The day of the run: as given, else today; the only clock in msrisk."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--as-of {text}: that is not a day", hint="Write it as 2026-11-22.") from None


Named = TypeVar("Named")


def one_named(option: str, text: str | None, known: Mapping[str, Named]) -> Named | None:
    """What an option names, None when it was left out.  Raises InputError."""
    if text is None:
        return None
    found = known.get(text.strip().casefold())
    if found is None:
        from msrisk.ruleset.keys import did_you_mean

        near = did_you_mean(text, known) or f"It is one of: {', '.join(known)}."
        raise InputError(f"{option} {text}: there is none so called", hint=near)
    return found


def floor_given(min_spend: str | None) -> dict[str, str]:
    """``--min-spend`` as it stands in the run record."""
    return {"min-spend": min_spend} if min_spend else {}
