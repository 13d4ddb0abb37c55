"""``explain -o page.html``: one supplier for our own file, all that is known and how it was weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.assessment import Evidence, RuleAnswer
from msrisk.files import one_line
from msrisk.model import About, Outcome
from msrisk.write.award_words import NOT_IT_WHEN, may_be_said
from msrisk.write.first_step import FOR_US_TO_SAY, by_whom
from msrisk.write.for_supplier_words import STAMP
from msrisk.write.found import found_in
from msrisk.write.identities import may_be_listed
from msrisk.write.in_short import NO_FLAG, in_short
from msrisk.write.moves_said import change_in_words
from msrisk.write.one_supplier import NOTHING_WOULD, who_acts
from msrisk.write.page.html import Html, element, lines, page, together
from msrisk.write.page.law import law_of
from msrisk.write.page.links import linked
from msrisk.write.page.parts import bulleted, contents, section, table
from msrisk.write.page.supplier_style import FOR_FILE
from msrisk.write.plain_evidence import known_and_compared
from msrisk.write.run_lines import run_lines
from msrisk.write.sector_why import why_asked
from msrisk.write.supplier_file import FOR_OUR_FILE, NO_ONE, NOT_TO_SEND, SupplierFile
from msrisk.write.us import FOR_US, FOR_US_LINE, WHAT_IF, WHAT_IF_LINE, to_settle
from msrisk.write.who_acts import US
from msrisk.write.words import capital

_Section = tuple[str, str, list[Html]]


def whole(seen: SupplierFile) -> Html:
    """The page from where it stands to the run record; a section without anything to say is left out."""
    name = one_line(seen.one.name)
    sections = [each for each in _sections(seen) if each[2]]
    main = lines(
        element("h1", name),
        element("p", element("strong", f"{STAMP}."), f" {FOR_OUR_FILE}. {NOT_TO_SEND}", class_="stamp"),
        *(element("p", element("strong", each)) for each in seen.stands()),
        *_in_short(seen),
        *(element("p", each) for each in seen.known_of_it()),
        contents((id_, said) for id_, said, _ in sections),
        *(section(id_, said, *parts) for id_, said, parts in sections),
    )
    first = sections[0][0]
    skip = element("a", f"Skip to {sections[0][1].lower()}", href=f"#{first}", class_="skip")
    title = f"{name}. {FOR_OUR_FILE}"
    return page(title, FOR_FILE, skip, element("main", Html("\n"), main, Html("\n"), id="main"))


def _in_short(seen: SupplierFile) -> list[Html]:
    """Half a page for whoever reads no further; nothing of a payee that is set aside."""
    if not seen.screened:
        return []
    short = in_short(seen.one)
    reasons = [bulleted(short.reasons)] if short.reasons else [element("p", NO_FLAG)]
    return [
        element("p", element("strong", "Score "), short.sum),
        element("p", element("strong", "Why"), ", each a question:", class_="leads"),
        *reasons,
        *([element("p", short.more)] if short.more else []),
        element("p", element("strong", "Next. "), short.next_step),
        element("p", element("strong", "Not known: "), short.not_known),
    ]


def _sections(seen: SupplierFile) -> Iterator[_Section]:
    if seen.screened:
        yield from _of_the_rules(seen)
        yield from _to_do(seen)
        yield "us", FOR_US, _beside(seen, About.US, FOR_US_LINE)
        yield "clear", "What was clear, and what does not apply", _settled(seen)
        yield "who", "Who it may be", _identities(seen)
        yield "what-if", WHAT_IF, _beside(seen, About.WHAT_IF, WHAT_IF_LINE)
    run = [element("p", each) for each in seen.about_the_run()]
    record = table("What is needed to repeat this page", ("Item", "Value"), run_lines(seen.report), kind="run")
    yield "run", "Rules and run record", [*run, record]


def _of_the_rules(seen: SupplierFile) -> Iterator[_Section]:
    parts = table("The score, part by part", ("Part", "Points"), seen.sum(), kind="sum")
    relief = [element("p", seen.on_relief())] if seen.on_relief() else []
    yield "score", "How it was weighed", [parts, *relief]
    flagged = seen.flagged()
    yield (
        "flagged",
        f"Flagged ({len(flagged)}), each a question",
        [_flag(seen, each) for each in flagged] or [element("p", NO_FLAG)],
    )
    yield "not-known", "Not known", _not_known(seen, About.SUPPLIER)


def _to_do(seen: SupplierFile) -> Iterator[_Section]:
    questions = seen.one.questions
    if questions:
        would = [change_in_words(each) for each in seen.changes]
        yield "change", "What would change it", [bulleted(would) if would else element("p", NOTHING_WOULD)]
    asks: list[Html] = []
    for who, asked in by_whom(questions):
        said = FOR_US_TO_SAY if who == US else "To ask the supplier"
        asks += [element("h3", said), bulleted([each.ask for each in asked])]
    yield "questions", "What to ask about what is not known", asks
    if seen.steps:
        steps = [
            (f"{'We' if each.duty == 'us' else 'The supplier'}: {each.step}", each.source) for each in seen.steps
        ]
        title = f"What to do at this stage ({seen.steps[0].stage}, steps for {seen.steps[0].level})"
        yield "steps", title, [table("Steps at this stage", ("Step", "Source"), steps)]


def _flag(seen: SupplierFile, answer: RuleAnswer) -> Html:
    """A flag: why, the cells it rests on, the law, when it is no problem, and what to do."""
    rule = answer.rule
    points = f", {answer.points} points" if answer.points else ""
    accepted = seen.accepted(answer)
    kinds = why_asked(seen.report, seen.one.number, answer)
    parts = [
        element("h3", f"{rule.title} ({rule.id}{points})"),
        element("p", answer.because),
        *([bulleted(kinds)] if kinds else []),
        *([element("p", element("strong", "Accepted: "), accepted.removeprefix("accepted "))] if accepted else []),
        _evidence(rule.title, answer.evidence),
        *([element("p", f"The same for: {', '.join(answer.also)}")] if answer.also else []),
        element("p", element("strong", "Not a problem when: "), rule.not_a_problem_when),
        element("p", element("strong", f"Next, for {who_acts(answer)}: "), rule.next_step),
        law_of(seen.report.rules, rule),
    ]
    return element("article", lines(*parts))


def _evidence(title: str, evidence: Sequence[Evidence]) -> Html:
    rows = (
        (each.label, _value(each), each.address or "no cell", capital(known_and_compared(each)))
        for each in evidence
    )
    return table(
        f"What “{title}” rests on",
        ("Fact", "What we hold", "Cell", "How it is known, and what it was compared with"),
        rows,
        kind="evidence",
    )


def _value(evidence: Evidence) -> str:
    note = f" ({evidence.note})" if evidence.note else ""
    return together(linked(evidence.shown), note)


def _not_known(seen: SupplierFile, about: About) -> list[Html]:
    held = seen.not_known(about)
    headings = ("Rule", "What is open", "What it could add")
    return (
        [table("Rules that are not known, those that are open for the same together", headings, held, kind="open")]
        if held
        else []
    )


def _beside(seen: SupplierFile, about: About, said: str) -> list[Html]:
    """The rules that say nothing of the supplier: what is flagged, what is open, and what would settle it."""
    parts = [_flag(seen, each) for each in seen.flagged(about)] + _not_known(seen, about)
    settle = [ask for each in seen.one.ended(Outcome.NOT_KNOWN, (about,)) for ask in to_settle(seen.report, each)]
    parts += [element("h3", "For us to settle"), bulleted(dict.fromkeys(settle))] if settle else []
    return [element("p", said), *parts] if parts else []


def _settled(seen: SupplierFile) -> list[Html]:
    made = []
    for outcome, caption in (
        (Outcome.CLEAR, "Clear, by what we hold"),
        (Outcome.NOT_APPLICABLE, "Does not apply"),
    ):
        rows = [(ids, bulleted(rests_on)) for ids, rests_on in seen.settled(outcome)]
        if rows:
            made.append(table(caption, ("Rule", "What it rests on"), rows, kind="open"))
    return made


def _identities(seen: SupplierFile) -> list[Html]:
    """What became of it in each file that was joined, and the listed names that wait for a person."""
    suppliers, number = seen.report.suppliers, seen.one.number
    found = [each.strip() for each in found_in(suppliers, number)]
    may_be = [
        (may_be_said(each), bulleted(each.cells), each.way.words, NOT_IT_WHEN)
        for each in may_be_listed(suppliers, number)
    ]
    if not found:
        return [element("p", NO_ONE)] if suppliers.joins else []
    headings = ("To look at", "Cells", "Found by", "Not a problem when")
    listed = (
        [table("Listed names it may be, each a question", headings, may_be, kind="evidence")] if may_be else []
    )
    return [bulleted(found), *listed]
