"""The sentences of a page that goes to the supplier itself."""

from __future__ import annotations

from msrisk.version import VERSION
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.words import day

STAMP = "A screening question list, not a finding"
TITLE = "Modern slavery: what we hold about you, and what we ask"
OPENING = (
    "We look at the risk of modern slavery in what we buy. This page shows what we hold about you that bears on "
    "it, and what we would like to know. Nothing on it says that you did anything wrong."
)
TO_FILL_IN = (
    "From: [our organisation]. Your contact: [name, telephone, email]. Sent on: [date]. "
    "Please answer by: [date; we suggest 20 working days after it is sent]."
)
HELD = "What we hold about you"
CORRECT = (
    "If a line is wrong, tell your contact its number and what is right, and we will correct it. You may do so at "
    "any time, also after the date above, and whether or not you answer the questions."
)
QUESTIONS, FIRST, MORE = "What we ask", "First", "If it applies to you, and when you have time"
NO_QUESTIONS = "Nothing: what we hold leaves nothing open that we would ask you."
FOUND = "What we found, and why we ask"
FOUND_LINE = "Each of these is a reason to ask, and no more than that."
NOTHING_FOUND = "No indicator found in what we hold."
ONLY_OPEN = "What we ask is only what we do not know yet."
ABOUT = "About these questions"
COVER = (
    "A statement, policy or answer you already have will do: send it, or say where it can be read. If you have "
    "told us before, say when, and that is enough.",
    "Answer what you can. If you need longer than the date above, say so.",
    "If we hear nothing, we note it as no reply. It counts as nothing else.",
    "Section 54 of the Modern Slavery Act 2015 asks a statement only of organisations whose turnover reaches its "
    "threshold. If it asks nothing of you, say so: nothing more is expected because of it.",
)
CORRECTION = "Your correction"
NOT_IT_WHEN = "It is not a problem when:"


def made_with(seen: ForSupplier) -> str:
    """Which rules asked, and of which day; no file of ours is named."""
    rules = seen.report.rules
    return (
        f"Made with msrisk {VERSION} by the rules '{rules.title}' ({rules.version}), as of "
        f"{day(seen.report.as_of)}. A list of questions: not legal advice, and no finding of fact about anybody."
    )


def for_whoever_sends_it(seen: ForSupplier) -> list[str]:
    """What the page leaves out, and what to look at before it goes out."""
    unsaid = ", ".join(rule.id for rule in seen.without_words)
    left_out = [f"Not on the page, since supplier_words.csv has no words for it: {unsaid}."] if unsaid else []
    return [
        "On the page is only what may be told to the supplier: no score, spend, cell, list of names, exclusion, "
        "assurance, acceptance or note of ours. It asks as if we held nothing else.",
        *left_out,
        "Before you send it: read it, see that the name is clean, and fill in the contact and the dates.",
    ]
