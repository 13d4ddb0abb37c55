"""The sentences of the board page: each short, and none longer for a longer list."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from msrisk.files import one_line
from msrisk.last_register import LastRegister
from msrisk.model import Band, Severity
from msrisk.report import Report
from msrisk.version import VERSION
from msrisk.write.board import GRAVE, Board, Line
from msrisk.write.last_said import register_named
from msrisk.write.rests_on import rests_on_said
from msrisk.write.run import rules_digest
from msrisk.write.words import (
    NOT_ADVICE,
    NOT_CHECKED,
    NOT_GIVEN,
    NOT_READ_BY_A_LAWYER,
    counted,
    day,
    period_said,
    pounds,
)

TITLE = "Modern slavery risk in what we buy"
FOR_BOARD = "A page for the board"
STAMP = "A flag is a question, not a finding about anybody"
NAMES_STAMP = "Names suppliers: for the part of the meeting that is not public"
NEVER_NAMED = (
    "Never named here: whoever may be a person or a sole trader, and suppliers whose identity is to check."
)
WORSE_IS = "Worse is a higher priority for checks than then, better a lower one."
CANNOT_BE_TOLD = (
    "The register does not record when an action was opened, so actions opened since cannot be counted. Nor does "
    "it record when a supplier answered, so answers since cannot be counted."
)
FOR_MEMBERS = (
    "For members, and not for a website: beside published payments, the sum of a priority with few suppliers can "
    "tell who is meant. A published version is made apart."
)
_WHAT_TO_GIVE = " Public files can tell more"  # by options, which are for whoever runs this and not for a board
_DIGEST, _HEADING = 8, 40
_FILES, _FILE_NAME = 3, 40


def share(part: float | None) -> str:
    """``24 %``; what is not nothing and not all never looks like it; '' where it cannot be told."""
    if part is None:
        return ""
    percent = round(part * 100)
    least = "under 1" if part > 0 and percent < 1 else str(percent)
    said = "over 99" if part < 1 and percent >= 100 else least
    return f"{said}\u00a0%"  # never broken before the sign


def money(line: Line) -> str:
    return NOT_GIVEN if line.spend is None else pounds(line.spend)


# -- the headline


def headline(board: Board) -> str:
    """How many were screened and for how much; who is to be checked, and with what share of the spend."""
    spend = f" ({pounds(board.spend)})" if board.has_spend else ""
    screened = f"{counted(board.screened.suppliers, 'supplier')} screened{spend}"
    if not board.screened.suppliers:
        return f"{screened}: nobody in this list is a supplier for this purpose."
    refer, critical, high, open_ = (
        board.of("", band) for band in (Band.REFER, Band.CRITICAL, Band.HIGH, Band.NOT_CLEARED)
    )
    legal = f"{refer.suppliers:,} for legal review, " if refer.suppliers else ""
    grave = _with(board.of("", *GRAVE), "together")
    return (
        f"{screened}: {legal}{critical.suppliers:,} Critical and {high.suppliers:,} High priority for checks"
        f"{grave}; {open_.suppliers:,} Not cleared{_with(open_)}."
    )


def _with(line: Line, how: str = "") -> str:
    """``, together 83 % of the spend``, where there is anybody and any spend."""
    said = share(line.of_spend)
    return f", {f'{how} ' if how else ''}{said} of the spend" if said and line.suppliers else ""


def below_headline(board: Board) -> list[str]:
    """What the figures are of."""
    report = board.report
    period = period_said(report) or "of which days it does not say"
    spend = f"Spend: as this list has it{_headings(report)}; {period}."
    return [
        *(said.partition(_WHAT_TO_GIVE)[0] for said in rests_on_said(report)),
        spend if board.has_spend else "The list has no amounts, so no spend is told.",
        "A priority says how soon to check, and nothing about what a supplier did. Not cleared: too little is "
        "known to say Medium or Low.",
        FOR_MEMBERS,
    ]


def _headings(report: Report) -> str:
    """`` under 'Annual spend (£)'``; nothing where several headings would fill the line."""
    tables = report.suppliers.book.tables
    held = list(dict.fromkeys(one_line(each.mapping["spend"].text) for each in tables if "spend" in each.mapping))
    return f" under '{held[0]}'" if len(held) == 1 and len(held[0]) <= _HEADING else ""


# -- what to rely on


def method(report: Report) -> list[str]:
    """The method in five lines."""
    scoring, work = report.rules.scoring, report.rules.worklist
    points = ", ".join(f"{each.value} {scoring.points[each]}" for each in Severity)
    bands = scoring.bands
    return [
        "Each rule asks one question of the list and of public files, and names its source.",
        f"A flag adds points ({points}); of one group only the worst counts. Size and spend add none.",
        f"Critical from {bands['critical']} points, High from {bands['high']}, Medium from {bands['medium']}, "
        "else Low; a ground for exclusion goes to legal review instead.",
        "A blank is no answer: Medium or Low is said only where nothing still unknown could make it High.",
        f"Looked at first: {work.look_first}, in turn across what we buy. The points are our own choice, not law.",
    ]


def limits() -> list[str]:
    return [
        NOT_ADVICE,
        "Rules rest on lists that name sectors and countries, which say little of one firm in them.",
        "It sees what we were told and what is public. Where nothing was found, nothing is proved.",
        NOT_READ_BY_A_LAWYER,
    ]


def run_lines(report: Report) -> Iterator[tuple[str, str]]:
    """What this page was made by and from: version, rules, day and the first figures of each digest."""
    rules = report.rules
    yield "Made by", f"msrisk {VERSION}, as of {day(report.as_of)}"
    yield "Rules", f"{rules.title}, {rules.name} {rules.version} ({_short(rules_digest(report))})"
    files = {table.sheet.file: table.sheet.sha256 for table in report.suppliers.book.tables}
    yield "Read", _files(files)
    joined = {file.file: file.sha256 for join in report.suppliers.joins for file in join.entries.files}
    if joined:
        yield "Joined", _files(joined)
    if report.last is not None:
        last = report.last
        yield "Compared with", f"{register_named(last)} ({_file(last.file.file)}, {_short(last.file.sha256)})"
    told = [f"{name} {text}" for name, text in report.options.items() if name in ("min-spend", "stage")]
    if told:
        yield "Told", "; ".join(map(one_line, told))


def _files(files: dict[str, str]) -> str:
    said = [f"{_file(file)} ({_short(sha256)})" for file, sha256 in list(files.items())[:_FILES]]
    more = f" and {len(files) - _FILES:,} more" if len(files) > _FILES else ""
    return ", ".join(said) + more


def _file(name: str) -> str:
    name = one_line(name)
    return name if len(name) <= _FILE_NAME else f"{name[: _FILE_NAME - 1].rstrip()}…"


def _short(sha256: str) -> str:
    return f"sha256 {sha256[:_DIGEST]}…"


# -- since last time


def who_is_high(report: Report, last: LastRegister) -> list[str]:
    """How many came to High priority or above, of those that are new and of those that are worse."""
    high = set(np.flatnonzero(np.isin(report.scores.band, GRAVE) & report.screened).tolist())
    new = len(high - last.then.keys())
    worse = sum(count for (before, after), count in last.moves.items() if after in GRAVE and before not in GRAVE)
    return [f"High or above now: {new:,} of the new, and {worse:,} that stood below it then."]


def stood_said(last: LastRegister, line: Line, band: Band) -> tuple[str, str] | None:
    """How many had a priority then and have it now; None where neither was checked as far as can be told."""
    now = f"{line.suppliers:,}" if line.asked else NOT_CHECKED
    then = last.stood(band)
    if band is not Band.REFER or then or last.file.exclusions:
        return f"{then:,}", now
    if last.file.exclusions is None:
        return ("cannot be told", now) if line.asked else None
    return NOT_CHECKED, now


def without_action(report: Report) -> str:
    """How many of those of highest priority have an open action, closed ones only, or none."""
    if report.last is None:
        return ""
    held = np.isin(report.scores.band, GRAVE) & report.screened
    numbers = frozenset(np.flatnonzero(held).tolist())
    open_ = numbers & report.last.with_open_action().keys()
    closed = numbers & report.last.with_any_action() - open_
    none = len(numbers) - len(open_) - len(closed)
    return (
        f"Of {counted(len(numbers), 'supplier')} now of High priority or above: {len(open_):,} with an open "
        f"action in that register, {len(closed):,} with closed ones only, {none:,} without any action."
    )
