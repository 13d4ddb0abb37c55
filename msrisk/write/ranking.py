"""The first screen: the bands, what we buy, then whom to look at first and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rich.text import Text

from msrisk.assessment import Assessment
from msrisk.chase import data_to_chase
from msrisk.files import one_line
from msrisk.model import About, Band, Outcome, Queue
from msrisk.report import Report
from msrisk.topics import Topic
from msrisk.write.bands import STYLES, band_table
from msrisk.write.grid import Cell, Column, Grid, figures, indented
from msrisk.write.identities import may_be_listed
from msrisk.write.joins import old_said
from msrisk.write.moves_said import chase_line
from msrisk.write.own_choices import own_choices
from msrisk.write.rests_on import rests_on_said
from msrisk.write.terminal import Part, checked_lines
from msrisk.write.us import FOR_US, WHAT_IF, beside_said
from msrisk.write.words import (
    counted,
    editions_said,
    editions_used,
    exclusions_said,
    flag_said,
    identity_said,
    left_out_said,
    parked_said,
    pounds,
    reasons,
    set_aside_said,
    spend_said,
    worst_flags,
)

WIDE = 140  # columns from which what we buy, and why, stands beside a supplier
SECTOR = "sector"  # the group of the rules that ask what is bought
TOPICS_SHOWN = 12
TO_CHECK_SHOWN = 5
CHASED_SHOWN = 5
NOBODY_FLAGGED = "Nothing in this list ranks anybody yet; the largest spend comes first"
IN_TURN = "Look at first: a few of each kind of what we buy, of these the highest priority first"


def ranking(report: Report, top: int, whole: bool = False, register: str = "") -> list[Part]:
    """The headline, what we buy, the first suppliers with their reasons, and what is most often not known.

    whole: with what is folded else.  register: the workbook that holds the others, where one is written.
    """
    parts: list[Part] = ["", *checked_lines(report), *map(Text, own_choices(report.rules))]
    parts += [*map(Text, old_said(report)), "", *_headline(report)]
    if any(topic.name for topic in report.by_topic):
        parts += ["", _topics_table(report.by_topic)]
    shown = [report.assessment(number) for number in report.first_to_look_at(top)]
    if shown:
        parts += ["", Text(IN_TURN if _anybody_flagged(report) else NOBODY_FLAGGED, "bold")]
        parts += [_ranked_table(report, shown)]
    left = int(np.count_nonzero(report.screened)) - len(shown)
    if left > 0:
        where = f"in {one_line(register)}" if register else "write them all with  -o register.xlsx"
        parts += ["", f"… {left:,} more{' ' if register else ': '}{where}"]
    return [*parts, *_to_chase(report), *_editions(report, whole)]


def in_one_line(report: Report) -> str:
    """The whole result in a sentence, for who asked for no more."""
    bands = [f"{band.word} {report.count(band):,}" for band in Band if report.count(band)]
    screened = counted(int(report.screened.sum()), "supplier")
    return f"{screened} screened{': ' * bool(bands)}{', '.join(bands)}. {exclusions_said(report)}"


def _editions(report: Report, whole: bool) -> list[Part]:
    """The lists the rules rest on; folded to where they are named."""
    said, count = editions_said(report), len(editions_used(report))
    if not said:
        return []
    return ["", said if whole else f"{counted(count, 'list')} used, each of an edition of its own: {NAMED_WHERE}"]


NAMED_WHERE = "the sheet 'Rules used' names them, and so does --verbose."


def _to_chase(report: Report) -> list[Part]:
    """The first of what is not known, that which could move most suppliers first."""
    first = data_to_chase(report)[:CHASED_SHOWN]
    lines = [indented(chase_line(each), 2) for each in first]
    return ["", Text("Data to chase: what could move most suppliers", "bold"), *lines] if lines else []


def _anybody_flagged(report: Report) -> bool:
    of_suppliers = [number for number, rule in enumerate(report.asked) if rule.about is About.SUPPLIER]
    return bool((report.outcomes[of_suppliers] == Outcome.FLAGGED).any())


def _headline(report: Report) -> Iterator[Part]:
    """What was screened, set aside and left out, in money; then the bands of those screened; then the queues."""
    suppliers = report.suppliers
    spend = f", {spend_said(report)}" if suppliers.has_spend.any() else ""
    yield Text(f"{counted(int(report.screened.sum()), 'supplier')} screened{spend}")
    yield from map(Text, rests_on_said(report))
    aside = set_aside_said(report)
    if aside:
        yield Text(f"{aside}. Who and why:  msrisk check")
    if report.suppliers.left_out:
        yield Text(f"{left_out_said(report)}.")
    yield ""
    yield band_table(report)
    if identity_said(report):
        yield Text(identity_said(report))
        yield from _to_check(report)
    if parked_said(report):
        yield Text(parked_said(report))
    for about, title in ((About.US, FOR_US), (About.WHAT_IF, WHAT_IF)):
        said = beside_said(report, about)
        if said:
            yield Text(f"\n{title}:")
            yield from (indented(line, 2) for line in said)


def _to_check(report: Report) -> Iterator[Part]:
    """The first of those whose identity is to check, by rank, each with a listed name; and how to go on."""
    waits = report.in_queue(Queue.IDENTITY_TO_CHECK)
    numbers = [number for number in report.scores.order.tolist() if waits[number]]
    for number in numbers[:TO_CHECK_SHOWN]:
        listed = may_be_listed(report.suppliers, number)
        name = one_line(report.suppliers.shown_name(number))
        said = listed[0].said if listed else "an organisation on a list"
        more = f", and {len(listed) - 1:,} more" if len(listed) > 1 else ""
        yield indented(f"'{name}' may be {said}{more}", 2)
    if len(numbers) > TO_CHECK_SHOWN:
        yield indented(f"… and {len(numbers) - TO_CHECK_SHOWN:,} more", 2)
    yield indented("'msrisk match' writes them all to be accepted or rejected; the command stands at the end.", 2)


def _topics_table(topics: Sequence[Topic]) -> Grid:
    """What we buy, the gravest first; beyond the first dozen one line; what is not known is no kind, and last."""
    headings = ("Suppliers", "Spend", "High or above", "Not cleared")
    known = [topic for topic in topics if topic.name]
    rows = [(topic.shown, *_figures(topic)) for topic in known[:TOPICS_SHOWN]]
    rest = known[TOPICS_SHOWN:]
    if rest:
        rows.append((counted(len(rest), "other kind"), *_figures(Topic.together(rest))))
    rows += [(topic.shown, *_figures(topic)) for topic in topics if not topic.name]
    return Grid([Column("What we buy"), *map(figures, headings)], rows, least=14)


def _figures(topic: Topic) -> tuple[str, ...]:
    spend = "" if topic.spend is None else pounds(topic.spend)
    return f"{topic.suppliers:,}", spend, f"{topic.high:,}", f"{topic.not_cleared:,}"


def _ranked_table(report: Report, shown: Sequence[Assessment]) -> Grid:
    """One row a supplier; what we buy and why stands under its name, or beside it where there is room."""
    why = _anybody_flagged(report)
    columns = [
        Column("Supplier"),
        Column("Priority for checks", whole=True),
        *map(figures, ("Score", "Could reach", "Spend")),
        *([Column("What we buy, and why")] if why else []),
    ]
    rows: list[list[Cell]] = []
    for one in shown:
        spend = "" if one.spend is None else pounds(one.spend)
        band = Text(one.band.word, STYLES.get(one.band, ""))
        row: list[Cell] = [Text(one.name, "bold"), band, str(one.score), str(one.could_reach), spend]
        rows.append([*row, _why(report, one)] if why else row)
    return Grid(columns, rows, numbered=True, beside=WIDE if why else 0)


def _why(report: Report, one: Assessment) -> str:
    """What we buy, which is itself the reason of the rules on sectors, and every other reason."""
    topic = report.topics[one.number]
    found = worst_flags(one)
    if not topic or not found:
        return f"{topic}: {reasons(one)}" if topic else reasons(one)
    said = [(flag_said(one, rule), rule) for rule in found]
    others = [each for each, rule in said if rule.group != SECTOR or each != rule.title]  # with its sum
    return "; ".join([topic, *others])
