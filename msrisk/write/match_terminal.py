"""What was found in each source, for a terminal: counts, and the first of what waits in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Candidate, Join
from msrisk.model.sides import our_side_of, their_side_of
from msrisk.write.decisions_said import lapsed_said
from msrisk.write.found import reason_said
from msrisk.write.grid import indented
from msrisk.write.joins import looked_for
from msrisk.write.match import Matches, listed_at
from msrisk.write.match_words import question_said
from msrisk.write.terminal import Part
from msrisk.write.words import counted

SHOWN = 3  # possible matches of each source


def match_page(matches: Matches) -> list[Part]:
    """Each source in turn, then what became of earlier decisions."""
    parts: list[Part] = []
    for join in matches.joins:
        parts += ["", *_source(matches, join)]
    return [*parts, *_earlier(matches)]


def _source(matches: Matches, join: Join) -> Iterator[Part]:
    yield Text(one_line(join.entries.title), "bold")
    count = int((join.entry >= 0).sum())
    ways = "; ".join(f"{number:,} by {way.words}" for way, number in matches.ways_of(join))
    yield indented(
        f"{count:,} of {counted(looked_for(matches.suppliers), 'supplier')} screened found"
        + (f": {ways}." if ways else "."),
        2,
    )
    identities = matches.identities_in(join)
    if identities:
        named = ", ".join(f"'{one_line(matches.suppliers.names[each])}'" for each, _, _ in identities[:SHOWN])
        more = f" and {len(identities) - SHOWN:,} more" if len(identities) > SHOWN else ""
        yield indented(f"To check and to accept or reject, for a name may be somebody else's: {named}{more}.", 2)
    waiting = matches.waiting_in(join)
    if not waiting:
        if not identities:
            yield indented("No possible match waits for a decision.", 2)
        return
    some = len({each.supplier for each in waiting})
    matches_ = f"{len(waiting):,} possible {'match' if len(waiting) == 1 else 'matches'}"
    verb, changes = ("waits", "changes") if len(waiting) == 1 else ("wait", "change")
    yield indented(
        f"{matches_}, of {counted(some, 'supplier')}, {verb} for a decision, and {changes} nothing yet:", 2
    )
    for each in waiting[:SHOWN]:
        yield from _candidate(matches, join, each)
    if len(waiting) > SHOWN:
        yield indented(f"… and {len(waiting) - SHOWN:,} more, all in the file that -o writes.", 4)


def _candidate(matches: Matches, join: Join, each: Candidate) -> Iterator[Part]:
    suppliers = matches.suppliers
    cell = suppliers.book.address(suppliers.rows_of(each.supplier)[0], "supplier_name")
    ours, theirs = our_side_of(suppliers, each.supplier), their_side_of(join.entries, each.entry)
    listed = one_line(listed_at(join.entries, each.entry))
    yield indented(
        f"'{ours.name}' ({cell}) {question_said(each.way)} '{theirs.name}' ({listed}); "
        f"{each.way.words}, confidence {each.confidence}",
        4,
    )
    for reason in each.reasons:
        yield indented(f"- {reason_said(reason)}", 6)


def _earlier(matches: Matches) -> Iterator[Part]:
    """What became of the decisions that were given."""
    if not matches.decisions:
        return
    held = {each.decision.where: each.decision.accepted for join in matches.joins for each in join.decided}
    accepted = sum(bool(each) for each in held.values())
    lapsed = [words for join in matches.joins for words in lapsed_said(matches.suppliers, join)]
    yield ""
    yield Text("Decisions given", "bold")
    yield indented(f"{accepted:,} accepted and {len(held) - accepted:,} rejected hold; {len(lapsed):,} lapsed.", 2)
    for words in lapsed:
        yield indented(f"- {words}", 4)
    if matches.elsewhere:
        titles = ", ".join(sorted({one_line(each.source) or "a blank cell" for each in matches.elsewhere}))
        count = counted(len(matches.elsewhere), "decision")
        yield indented(f"Not used: {count} on sources not given in this run ({titles}).", 2)
