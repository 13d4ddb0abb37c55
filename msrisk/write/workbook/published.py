"""The register for a website: counts by kind of purchase and by priority, the rules, nothing about one supplier.

Made apart from the working register, sheet by sheet, so that a new column there never reaches the public.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.may_be_named import name_shown
from msrisk.model import About, Severity
from msrisk.published import (
    FEWEST,
    TOGETHER,
    Counted,
    Priority,
    bought,
    by_priority,
    in_order,
    kinds_of_purchase,
    priority_of,
)
from msrisk.report import Report
from msrisk.ruleset.rules import RuleSet
from msrisk.version import VERSION
from msrisk.write.words import NOT_ADVICE, NOT_GIVEN, counted, day, period_said
from msrisk.write.workbook import book
from msrisk.write.workbook.plan import Cell, Heading, SheetPlan

Rows = Iterator[list[Cell]]
TITLE = "Modern slavery: what we check first in what we buy"
NAMED_TITLE = f"{TITLE}, by supplier: not for publication"
FOR_THE_EXEMPT_PART = (
    "This file names suppliers. It is for the exempt part of a meeting and not for a website: a priority beside a "
    "name is easily read as a verdict, and it is none."
)
WHAT_WE_BUY, PRIORITIES = "What we buy", "Priorities"
OF_FEW = f"[amounts of fewer than {FEWEST}]"
NOBODY_NAMED = "No supplier, person or member of staff is named in this file."
CHANGED_RULES = (
    "Nothing from the list names anybody here. Rules that were changed or added stand as they were written"
)
_FOLDED = ", ".join(f"'{each.value}'" for each in Priority)  # Refer and Critical are in the first
_MEANINGS = {
    Priority.HIGH: "We ask about these first. Most are here for the kind of work or goods, whoever supplies them.",
    Priority.NOT_CLEARED: "We do not know enough yet to say Medium or Low, and have questions to ask.",
    Priority.MEDIUM: "We ask about these after the others; nothing still unknown could make it High.",
    Priority.LOW: "Nothing in what we hold calls for a check now. That does not mean that there is no risk.",
}


def fill(report: Report, path: Path) -> None:
    """The published workbook.  Raises InputError where there are so few suppliers that counts would name them."""
    if int(report.screened.sum()) < FEWEST and not report.view.names:
        raise InputError(
            f"with fewer than {FEWEST} suppliers a count tells who is meant: nothing was published",
            hint="Publish a longer list.",
        )
    title = NAMED_TITLE if report.view.names else TITLE
    book.save(path, title, NOT_ADVICE, report.as_of, sheets(report), plain=True)


def check(path: Path) -> None:
    book.check(path, len(_SHEETS))


def sheets(report: Report) -> Iterator[SheetPlan]:
    """What this file is, then the counts, then the rules; suppliers by name only where that was asked for."""
    for make in _SHEETS:
        yield make(report)
        if make is priorities and report.view.names:
            yield suppliers_named(report)


def about(report: Report) -> SheetPlan:
    """What this file is, of which day and by which rules, and what it leaves out."""
    headings = (Heading("Sheet", 22), Heading("What it holds", 100))
    contents: list[list[Cell]] = [
        [WHAT_WE_BUY, "Suppliers counted by the kind of work or goods, with the money."],
        [PRIORITIES, "Suppliers counted by how soon we mean to check, with the money."],
        ["Rules used", "Every question that was put, with its law or source."],
    ]
    if report.view.names:
        contents.insert(2, ["Suppliers", "Each organisation, what we buy from it, and how soon we mean to check."])
    title = NAMED_TITLE if report.view.names else TITLE
    return SheetPlan("About this file", title, list(_about_lines(report)), headings, iter(contents))


def _about_lines(report: Report) -> Iterator[str]:
    rules, screened = report.rules, int(report.screened.sum())
    yield FOR_THE_EXEMPT_PART if report.view.names else _nobody_named(rules)
    yield (
        f"{counted(screened, 'supplier')} screened, as things stood on {day(report.as_of)}. "
        f"Spend is what is in the list that was screened{_of_days(report)}."
    )
    yield (
        f"Rules: {rules.title} ({rules.name} {rules.version}, last compared with their sources on "
        f"{day(rules.reviewed)}), put to every supplier alike by msrisk {VERSION}."
    )
    yield (
        "A priority says how soon we check and what we ask first. It is not a finding about any supplier, and it "
        "decides no contract. What is not known counts as a question and never against anybody."
    )
    yield (
        "Left out on purpose: names and reasons, actions and who has them, what suppliers told us, our accounts' "
        "own texts, comparisons with public lists, and whatever may be under legal review."
    )
    yield (
        f"Every sum in '{WHAT_WE_BUY}' and '{PRIORITIES}' is of at least {FEWEST} suppliers: kinds of purchase "
        "and priorities with fewer are counted together. Of a kind, a single one may be in some priority; no sum "
        "stands beside that."
    )
    yield NOT_ADVICE


def _nobody_named(rules: RuleSet) -> str:
    """That nobody is named, as far as we can tell: a person may have written a name into a rule of their own."""
    names = list(dict.fromkeys(one_line(each.name) for each in rules.changed))
    return f"{CHANGED_RULES}: {', '.join(names)}." if names else NOBODY_NAMED


def _of_days(report: Report) -> str:
    said = period_said(report)
    return f", paid {said}" if said else "; the list gives no days"


def what_we_buy(report: Report) -> SheetPlan:
    """Suppliers by kind of purchase."""
    headings = (
        Heading("What we buy", 34),
        Heading("Suppliers", 12, "number"),
        *(Heading(each.value, 14, "number") for each in Priority),
        Heading("Spend", 18, "pounds"),
    )
    lines = [
        "The kind of work or goods carries the risk, whoever supplies it. "
        f"'{TOGETHER[:1].upper()}{TOGETHER[1:]}' holds each kind with fewer than {FEWEST} suppliers.",
        f"The columns {_FOLDED} say how soon we mean to check; together they are all suppliers of the row.",
    ]
    rows = (
        [_sentence(each.name), each.suppliers, *each.priorities, _spend(each)]
        for each in kinds_of_purchase(report)
    )
    return SheetPlan(WHAT_WE_BUY, "Suppliers by what we buy", lines, headings, rows)


def priorities(report: Report) -> SheetPlan:
    """Suppliers by priority, and how a priority is worked out."""
    scoring = report.rules.scoring
    points = ", ".join(f"{each.value} {scoring.points[each]}" for each in Severity)
    headings = (
        Heading("Priority for checks", 20),
        Heading("What it means", 90),
        Heading("Suppliers", 12, "number"),
        Heading("Spend", 18, "pounds"),
    )
    lines = [
        f"Each flag adds points by its severity ({points}); neither size nor money adds any.",
        f"High or above starts at {scoring.bands['high']} points and Medium at {scoring.bands['medium']}. "
        f"Medium or Low is said only where no open question could bring {scoring.bands['high']} points.",
        f"Priorities with fewer than {FEWEST} suppliers are counted together.",
    ]
    return SheetPlan(PRIORITIES, "Suppliers by priority for checks", lines, headings, _priority_rows(report))


def _priority_rows(report: Report) -> Rows:
    for group, held in by_priority(report):
        meanings = (
            [f"{each.value}: {_MEANINGS[each]}" for each in group] if len(group) > 1 else [_MEANINGS[group[0]]]
        )
        yield [" or ".join(each.value for each in group), " ".join(meanings), held.suppliers, _spend(held)]


def suppliers_named(report: Report) -> SheetPlan:
    """Each organisation with what is bought from it and its priority, without rank, score or reasons."""
    headings = (
        Heading("Supplier", 44),
        Heading("What we buy", 30),
        Heading("Priority for checks", 20),
        Heading("Spend", 18, "pounds"),
    )
    lines = [
        FOR_THE_EXEMPT_PART,
        "In the order of the alphabet within a priority. A priority mostly follows what is bought. "
        "Names that may be a person's are not shown.",
    ]
    return SheetPlan("Suppliers", "Suppliers by name", lines, headings, _supplier_rows(report))


def _supplier_rows(report: Report) -> Rows:
    topics, suppliers = bought(report), report.suppliers
    for number in in_order(report):
        spend: Cell = round(suppliers.spend[number].item() / 100) if suppliers.has_spend[number] else NOT_GIVEN
        name = name_shown(report, number)
        yield [name, _sentence(topics[number]), priority_of(report, number).value, spend]


def rules_used(report: Report) -> SheetPlan:
    """The questions put to suppliers, with their law; how each ended is left out."""
    headings = (
        Heading("Rule", 24),
        Heading("Asks", 34),
        Heading("Law", 30),
        Heading("Source", 38),
        Heading("When it is not a problem", 44),
    )
    rows: Rows = (
        [
            rule.id,
            rule.title,
            rule.law or "[no law: policy or guidance]",
            report.rules.cited(rule.source),
            rule.not_a_problem_when,
        ]
        for rule in report.asked
        if rule.about is About.SUPPLIER
    )
    lines = ["A flag is a question to ask and no finding. The points are our own choice and not law."]
    return SheetPlan("Rules used", "The questions that were put", lines, headings, rows)


def _spend(each: Counted) -> Cell:
    if each.spend is None:
        return NOT_GIVEN if each.suppliers else 0
    if each.with_spend < FEWEST:
        return OF_FEW
    return round(each.spend / 100)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_SHEETS = (about, what_we_buy, priorities, rules_used)
