"""The sentences every award output shares."""

from __future__ import annotations

from collections.abc import Iterator

from msrisk.files import safe_text
from msrisk.write.award import Award, Bidder
from msrisk.write.identities import MayBe
from msrisk.write.own_choices import not_asked
from msrisk.write.run_lines import run_lines as run_lines_of
from msrisk.write.words import NOT_ADVICE, checked_line, copies_said, counted

TITLE = "Questions before contract award: modern slavery"
STAMP = "Not an award criterion"
STAMP_WHOLE = (
    f"{STAMP}. This page is for questions and due diligence. Every bidder is asked the same questions; nothing "
    "here may be used to score bidders, to rank them or to choose between them."
)
IN_ORDER = "Bidders stand in the order of their first row in the file; the order means nothing else."
TO_SEND = "These questions go to every bidder, in the same words and at the same time."
COVER = (
    "A statement, policy or answer you already have will do: send it, or say where it can be read.",
    "Answer what you can. No reply is noted as no reply.",
    "Section 54 of the Modern Slavery Act 2015 asks a statement only of organisations whose turnover reaches its "
    "threshold. If it asks nothing of you, say so.",
    "If what we hold about you is wrong, tell us what is right.",
)
TO_FILL_IN = "Please answer by: [date]. Your contact: [name, telephone, email]."
FIRST, IF_RELEVANT = "First", "If relevant to your bid"
FOR_OUR_FILE = "For our own file: not to be sent to bidders. A flag is a question, not a finding about anybody."
NOTHING_FLAGGED = "No indicator found in what we hold."
NOTHING_BEYOND = "Nothing beyond what is said of every bidder alike."
NOT_IT_WHEN = "another organisation goes by that name"
ALIKE = "Of every bidder alike"
NOTHING_OPEN = "Nothing that these rules ask."
DONE = "Done: day, time, who"
STEPS_LINE = (
    "For us as the buyer, from an editable table (award_steps.csv). It names law only where the law was read, and "
    "says where; it is not legal advice."
)
NO_QUESTIONS = "These rules leave nothing open and flag nothing: there is nothing to ask from this list."


def nothing_said(award: Award, bidder: Bidder) -> str:
    """That our list says nothing of a bidder; '' where it does, or where it may be on a list."""
    if bidder.says or bidder.may_be:
        return ""
    return NOTHING_BEYOND if award.alike.says else NOTHING_FLAGGED


def open_of(award: Award, bidder: Bidder) -> str:
    """What is not known of a bidder, beyond what is not known of any."""
    return "; ".join(bidder.not_known) or (NOTHING_BEYOND if award.alike.not_known else NOTHING_OPEN)


def may_be_said(may_be: MayBe) -> str:
    """A listed name that nobody has looked at yet."""
    return f"May be listed: {may_be.said}; look before award."


def opening(award: Award) -> list[str]:
    """What was read, under which rules, and what was not looked at."""
    report = award.report
    left = report.suppliers.left_out
    tables = report.suppliers.book.tables
    places = (f"{each.sheet.file}{f', sheet {each.sheet.name!r}' if each.sheet.name else ''}" for each in tables)
    files = ", ".join(dict.fromkeys(places))  # a sheet may hold several tables
    lines = [f"{counted(len(award.order), 'bidder')} in {files}.", checked_line(report)]
    lines += [*not_asked(report.rules), NOT_ADVICE, IN_ORDER]
    lines += filter(None, [copies_said(award.tables.copies)])
    if left:
        lines.insert(1, f"{counted(len(left), 'row')} in no bidder: {left_out(award)}.")
    return lines


def left_out(award: Award) -> str:
    """Each row that is in no bidder, with its reason: somebody may have bid there."""
    rows = [f"{each.where} ({each.reason})" for each in award.report.suppliers.left_out]
    return ", ".join(rows[:8]) + (f" and {len(rows) - 8:,} more" if len(rows) > 8 else "")


def run_lines(award: Award) -> Iterator[tuple[str, str]]:
    """What is needed to repeat this page; no path, user or clock."""
    tables = award.tables
    files = [(f"{safe_text(name)}, sha256", sha256) for name, sha256 in tables.files]
    return run_lines_of(award.report, files, tables.copies)
