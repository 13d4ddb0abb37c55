"""The first screen, for a terminal of 60 columns and more: by what we buy, then whom to look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rich.table import Table as RichTable
from rich.text import Text

from msrisk.assessment import Assessment
from msrisk.chase import data_to_chase
from msrisk.files import one_line
from msrisk.model import About, Band, Outcome, Queue
from msrisk.report import Report
from msrisk.topics import Topic
from msrisk.write.identities import may_be_listed
from msrisk.write.joins import old_said
from msrisk.write.moves_said import chase_line
from msrisk.write.own_choices import own_choices
from msrisk.write.terminal import Part, indented
from msrisk.write.us import FOR_US, WHAT_IF, beside_said
from msrisk.write.words import (
    checked_line,
    counted,
    editions_said,
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

NARROW, WIDE = 80, 110
SECTOR = "sector"  # the group of the rules that ask what is bought
TOPICS_SHOWN = 12
TO_CHECK_SHOWN = 5
CHASED_SHOWN = 5
STYLES = {Band.REFER: "bold", Band.CRITICAL: "bold magenta", Band.HIGH: "bold red", Band.NOT_CLEARED: "bold"}
NOBODY_FLAGGED = "Nothing in this list ranks anybody yet; the largest spend comes first"
IN_TURN = "Look at first: highest priority first, in turn across what we buy"


def ranking(report: Report, top: int, width: int) -> list[Part]:
    """The headline, what we buy, the first suppliers with their reasons, and what is most often not known."""
    parts: list[Part] = ["", checked_line(report), *map(Text, own_choices(report.rules))]
    parts += [*map(Text, old_said(report)), "", *_headline(report)]
    if any(topic.name for topic in report.by_topic):
        parts += ["", _topics_table(report.by_topic)]
    shown = [report.assessment(number) for number in report.first_to_look_at(top)]
    if shown:
        parts += ["", Text(IN_TURN if _anybody_flagged(report) else NOBODY_FLAGGED, "bold")]
        parts += [_ranked_table(report, shown, width)] if width >= NARROW else _ranked_blocks(report, shown)
    left = int(np.count_nonzero(report.screened)) - len(shown)
    if left > 0:
        parts += ["", f"… {left:,} more: write them all with  -o register.xlsx"]
    editions = editions_said(report)
    return [*parts, *_to_chase(report), *(["", editions] if editions else [])]


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
    aside = set_aside_said(report)
    if aside:
        yield Text(f"{aside}. Who and why:  msrisk check")
    if report.suppliers.left_out:
        yield Text(f"{left_out_said(report)}.")
    bands = Text()
    for band in Band:
        count = report.count(band)
        if count:
            bands.append(f"{band.word} {count:,}", STYLES.get(band, "")).append("   ")
    yield bands
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


def _topics_table(topics: Sequence[Topic]) -> RichTable:
    """What we buy, the gravest first; what is beyond the first dozen is one line."""
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("What we buy", overflow="fold", ratio=3)
    for heading in ("Suppliers", "Spend", "High or above", "Not cleared"):
        table.add_column(heading, justify="right", no_wrap=heading in ("Suppliers", "Spend"))
    for topic in topics[:TOPICS_SHOWN]:
        table.add_row(topic.shown, *_figures(topic))
    rest = topics[TOPICS_SHOWN:]
    if rest:
        table.add_row(f"{counted(len(rest), 'other kind')}", *_figures(Topic.together(rest)))
    return table


def _figures(topic: Topic) -> tuple[str, ...]:
    spend = "" if topic.spend is None else pounds(topic.spend)
    return f"{topic.suppliers:,}", spend, f"{topic.high:,}", f"{topic.not_cleared:,}"


def _ranked_table(report: Report, shown: Sequence[Assessment], width: int) -> RichTable:
    """One row a supplier; what we buy and why stands under its name, or beside it where there is room."""
    reasons_wanted, beside = _anybody_flagged(report), width >= WIDE
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Rank", justify="right", no_wrap=True)
    table.add_column("Supplier", overflow="fold", ratio=3)
    table.add_column("Priority\nfor checks", no_wrap=True)
    table.add_column("Score,\ncould reach", justify="right", no_wrap=True)
    table.add_column("Spend", justify="right", no_wrap=True)
    if reasons_wanted and beside:
        table.add_column("What we buy, and why", overflow="fold", ratio=4)
    for one in shown:
        name, why = Text(one.name, "bold"), _why(report, one)
        if reasons_wanted and not beside:
            name.append(f"\n{why}", "not bold")
        spend = "" if one.spend is None else pounds(one.spend)
        band = Text(one.band.word, STYLES.get(one.band, ""))
        cells: list[str | Text] = [str(one.rank), name, band, f"{one.score}, {one.could_reach}", spend]
        table.add_row(*cells, *([Text(why)] if reasons_wanted and beside else []))
    return table


def _why(report: Report, one: Assessment) -> str:
    """What we buy, which is itself the reason of the rules on sectors, and every other reason."""
    topic = report.topics[one.number]
    found = worst_flags(one)
    if not topic or not found:
        return f"{topic}: {reasons(one)}" if topic else reasons(one)
    others = [
        flag_said(one, rule)
        for rule in found
        if rule.group != SECTOR or (one.stake is not None and rule is found[0])
    ]
    return "; ".join([topic, *others])


def _ranked_blocks(report: Report, shown: Sequence[Assessment]) -> list[Part]:
    parts: list[Part] = []
    for one in shown:
        spend = "" if one.spend is None else f", {pounds(one.spend)}"
        parts.append(Text(f"{one.rank}. {one.name}", "bold"))
        parts.append(indented(f"{one.band.phrase}; score {one.score}, could reach {one.could_reach}{spend}", 3))
        parts.append(indented(_why(report, one), 3))
    return parts
