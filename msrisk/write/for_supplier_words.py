"""The sentences of a page that goes to the supplier itself."""

from __future__ import annotations

from msrisk.version import VERSION
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.words import day

STAMP = "A screening question list, not a finding"
TITLE = "Modern slavery: our questions to you"
OPENING = (
    "We look at the risk of modern slavery in what we buy. This page shows what we may tell you of what we "
    "hold, and what we would like to know. No line of it is a finding that you did anything wrong."
)
TO_FILL_IN = (
    "Your contact: [name, telephone, email]. Sent on: [date]. "
    "Please answer by: [date; we suggest 20 working days after it is sent]."
)
GREETING = "Dear [name, office],"
WHO_WE_ARE = "We are [our organisation, and what you supply to us under which contract]."
HELD = "Some of what we hold about you"
CORRECT = (
    "If a line is wrong, tell your contact its number and what is right. We will look into it, and correct our "
    "records where they are wrong. You may do so at any time, also after the date above, and whether or not you "
    "answer the questions."
)
QUESTIONS, FIRST, MORE = "What we ask", "First", "If it applies to you, and when you have time"
NO_QUESTIONS = "This page asks you nothing; please look at the lines below, and say if one of them is wrong."
WHY = "Why we ask"
WHY_LINE = "Each of these is why we ask, and is not a finding about you."
NO_REASON = "This page lists no particular reason."
GENERAL = "The questions above are general ones."
ABOUT = "About these questions"
COVER = (
    "Where a statement, policy or answer you already have says it, send that, or say where it can be read. If you "
    "have told us before, say when, and whom.",
    "That we ask something does not say whether we hold an answer to it, nor what we think the answer is.",
    "Answer what you can. If you need longer than the date above, say so.",
    "If we hear nothing, we note that no reply came, and may ask again.",
    "Please do not question workers about this in a way that could put them at risk.",
    "For advice, or where somebody may be at risk: Modern Slavery & Exploitation Helpline, 08000 121 700.",
    "What you answer may be disclosed under freedom of information law. We keep it for [how long].",
)
CORRECTION = "Your correction"
NOT_IT_WHEN = "It may be no problem when:"
_THRESHOLD = "turnover_threshold"


def about_section_54(seen: ForSupplier) -> str:
    """Of whom the Act asks a statement, with the threshold of the rule set; nothing where it has none."""
    threshold = seen.figure(_THRESHOLD)
    if not threshold:
        return ""
    return (
        "Section 54 of the Modern Slavery Act 2015 asks a statement only of organisations whose turnover reaches "
        f"its threshold of {threshold} (turnover with subsidiaries). If you think it asks nothing of you, say so, "
        "and why."
    )


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
        "assurance, acceptance or note of ours. It also asks what we may hold already and may not tell.",
        *left_out,
        "Before you send it: read it, see that the name is clean, and fill in the contact and the dates.",
    ]
