"""``explain --for-supplier -o page.html``: one page that goes to the supplier itself."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.write.for_supplier import ForSupplier, HeldFact, Kind, Matter
from msrisk.write.for_supplier_words import (
    ABOUT,
    CORRECT,
    CORRECTION,
    COVER,
    FIRST,
    GENERAL,
    GREETING,
    HELD,
    MORE,
    NO_QUESTIONS,
    NO_REASON,
    NOT_IT_WHEN,
    OPENING,
    QUESTIONS,
    STAMP,
    TITLE,
    TO_FILL_IN,
    WHO_WE_ARE,
    WHY,
    WHY_LINE,
    about_section_54,
    made_with,
)
from msrisk.write.page.html import Html, element, lines, page, together
from msrisk.write.page.law import law_told, sources_linked
from msrisk.write.page.links import linked
from msrisk.write.page.parts import bulleted, contents, section, table
from msrisk.write.page.supplier_style import FOR_SUPPLIER

_SECTIONS = (("questions", QUESTIONS), ("about", ABOUT), ("held", HELD), ("why", WHY))


def whole(seen: ForSupplier) -> Html:
    """The page: the questions first, since that is what somebody has to do."""
    named = dict(_SECTIONS)
    main = lines(
        element("h1", TITLE),
        element("p", seen.name, class_="named"),
        element("p", element("strong", f"{STAMP}."), f" {OPENING}", class_="stamp"),
        element("p", GREETING, element("br"), f"{WHO_WE_ARE} {TO_FILL_IN}", class_="fill"),
        contents(_SECTIONS),
        section("questions", named["questions"], *_questions(seen)),
        section("about", named["about"], bulleted(filter(None, (*COVER, about_section_54(seen))))),
        section("held", named["held"], element("p", CORRECT, class_="leads"), _held(seen.held), kind="lines"),
        section("why", named["why"], *_why(seen), element("p", made_with(seen), class_="source")),
    )
    skip = element("a", "Skip to the questions", href="#questions", class_="skip")
    title = f"{seen.name}: {TITLE}"
    return page(title, FOR_SUPPLIER, skip, element("main", Html("\n"), main, Html("\n"), id="main"))


def _questions(seen: ForSupplier) -> list[Html]:
    if not seen.questions:
        return [element("p", NO_QUESTIONS)]
    parts = [element("h3", FIRST), _numbered(seen.first, 1)]
    if seen.more:
        parts += [element("h3", MORE), _numbered(seen.more, len(seen.first) + 1)]
    return parts


def _numbered(questions: Sequence[str], start: int) -> Html:
    return element("ol", *(element("li", each) for each in questions), start=str(start))


def _held(held: Sequence[HeldFact]) -> Html:
    headings = ("Line", "What", "What we hold", "Where it is from", CORRECTION)
    rows = (
        (str(number), each.label, linked(each.link) if each.link else each.said, each.origin, "")
        for number, each in enumerate(held, start=1)
    )
    return table("Line by line", headings, rows, named=1, kind="held")


def _why(seen: ForSupplier) -> list[Html]:
    if not seen.matters:
        return [element("p", f"{NO_REASON} {GENERAL}" if seen.questions else NO_REASON)]
    return [element("p", WHY_LINE, class_="leads"), *(_matter(seen, each) for each in seen.matters)]


def _matter(seen: ForSupplier, matter: Matter) -> Html:
    words = matter.words
    not_it = together(element("strong", f"{NOT_IT_WHEN} "), words.no_problem_when)
    parts = [element("h3", words.heading), element("p", words.found)]
    parts += [bulleted(map(_kind, matter.kinds))] if matter.kinds else []
    return element("article", lines(*parts, element("p", not_it), law_told(seen.report.rules, matter.rule)))


def _kind(kind: Kind) -> Html:
    named = together(" Named in: ", sources_linked(kind.named_in), ".") if kind.named_in else ""
    return together(element("strong", f"{kind.name}. "), kind.said, named)
