"""``screen()``: the verbs in a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from msrisk.accepted import AcceptancesFile
from msrisk.accepting import acceptances_of, with_acceptances
from msrisk.changes import MOST_LOOKED_AT, Change
from msrisk.enrich import enrich
from msrisk.enrich.first_year import without_first_years
from msrisk.enrich.registry_age import as_known_on
from msrisk.enrich.size import estimate_turnover
from msrisk.errors import InputError
from msrisk.evaluate import Outcomes, evaluate
from msrisk.evaluate.explanation import Explanations
from msrisk.evaluate.facts_behind import facts_behind
from msrisk.evaluate.stake import stakes_of
from msrisk.inputs import Given, Progress, read_inputs
from msrisk.joining import PublicFiles, decisions_in, join_all
from msrisk.model import NOTHING_TOLD, Queue, Suppliers, Told
from msrisk.model.payees import UNNAMED
from msrisk.normalise import estimate, normalise
from msrisk.normalise.payee.person_name import named_like_a_person
from msrisk.read import read_sheets, visible_sheets
from msrisk.report import Report
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.vocabulary import load_vocabulary
from msrisk.score import score
from msrisk.since import register_of, with_last_register
from msrisk.stability import shifts_of
from msrisk.taken import DecisionsTaken, decisions_taken
from msrisk.tellable import as_told
from msrisk.topics import topics_of
from msrisk.whatif import moves_of, what_would_change

DEFAULT_RULES = "uk-public-procurement"


def read_suppliers(
    source: Given | Sequence[Given],
    *,
    told: Told = NOTHING_TOLD,
    kinds: Mapping[str, str] | None = None,
    bidders: bool = False,
    public: PublicFiles | None = None,
    progress: Progress | None = None,
) -> Suppliers:
    """A supplier list from files (.xlsx, .xls, .ods, .csv, .tsv) or DataFrames, one or several.

    told: how to read them, where they do not speak for themselves: headings, sheets, the heading row.
    kinds: payee's name to its kind (*supplier*, *public body*, …), where the words mislead.
    bidders: everyone on the list bids: nobody is set aside, and what we spend is not read.
    public: files to join, such as the statement registry.
    progress: told what takes a while, such as the first reading of the company register; '' when that is done.
    Raises InputError, saying what was seen and what to do.
    """
    listed = normalise(read_inputs(source, told, progress), load_vocabulary(), told, kinds, bidders)
    return estimate(join_all(listed, public, progress) if public else listed)


def screen(
    source: Given | Sequence[Given] | Suppliers,
    *,
    rules: str | Path | RuleSet = DEFAULT_RULES,
    as_of: date | None = None,
    told: Told = NOTHING_TOLD,
    kinds: Mapping[str, str] | None = None,
    public: PublicFiles | None = None,
    acceptances: Path | None = None,
    last_register: Path | None = None,
) -> Report:
    """Screen a supplier list with a rule set, as things stood on ``as_of``.

    as_of: the day the law, the lists and the ages are taken of; without it, the day the rules were reviewed,
    so that the library never reads a clock.  acceptances: a file of ``msrisk accept`` that people filled in.
    last_register: a register that msrisk wrote, filled in since.
    Raises InputError or RulesError.
    """
    if as_of is not None and (not isinstance(as_of, date) or isinstance(as_of, datetime)):
        raise InputError(f"as_of={as_of!r} is not a day", hint="Give a datetime.date, such as date(2026, 11, 22).")
    decided = decisions_in(public) if public else None
    if isinstance(source, Suppliers):
        suppliers, decided = source, None
    else:
        joined = replace(public, decided=decided) if public else None
        suppliers = read_suppliers(source, told=told, kinds=kinds, public=joined)
    held = rules if isinstance(rules, RuleSet) else load_rules(rules)
    report = report_on(suppliers, held, as_of or held.reviewed, decisions=decisions_taken(suppliers, decided))
    report = report if acceptances is None else with_acceptances(report, acceptances_in(acceptances))
    return since(report, last_register)


def acceptances_in(path: Path) -> AcceptancesFile:
    """The findings that people accept for a while, as ``msrisk accept`` wrote the file.  Raises InputError."""
    sheets = visible_sheets(path)
    return AcceptancesFile(sheets[0].file, sheets[0].sha256, acceptances_of(sheets))


def since(report: Report, path: Path | None) -> Report:
    """The report with the register of last time, filled in or not; None leaves it as it is.  Raises InputError."""
    return report if path is None else with_last_register(report, register_of(read_sheets(path)))


def with_floor(rules: RuleSet, floor: int | None) -> RuleSet:
    """The rules with another spend floor for parking, in pence for this list; None leaves them as they are."""
    return rules if floor is None else replace(rules, worklist=replace(rules.worklist, told=floor))


def report_on(
    suppliers: Suppliers,
    rules: RuleSet,
    as_of: date,
    options: Mapping[str, str] | None = None,
    decisions: DecisionsTaken | None = None,
) -> Report:
    """The report of suppliers that were read and rules that were loaded.

    options: as the user gave them, decisions: what became of them; both for the run record.
    """
    return replace(report_of(answered(suppliers, rules, as_of), options), decisions=decisions)


def explained(
    suppliers: Suppliers,
    rules: RuleSet,
    as_of: date,
    number: int,
    options: Mapping[str, str] | None = None,
    decisions: DecisionsTaken | None = None,
) -> tuple[Report, tuple[Change, ...]]:
    """The report, and what would move one supplier of it to another band."""
    outcomes = answered(suppliers, rules, as_of)
    report = replace(report_of(outcomes, options), decisions=decisions)
    asked = [question.field for question in report.questions(number)]
    return report, what_would_change(outcomes, number, asked)


def report_to_tell(suppliers: Suppliers, rules: RuleSet, as_of: date, number: int) -> Report:
    """A report as if nothing were known but what may be told to suppliers, to make a page for one from.

    Raises InputError when nothing is asked of it.
    """
    kind = suppliers.kind(number)
    if kind == UNNAMED:
        raise InputError(
            "this contract names no single supplier, so there is nobody to send a page to",
            hint="Ask the contract manager which suppliers stand behind it.",
        )
    if suppliers.set_aside[number]:
        raise InputError(
            f"{suppliers.shown_name(number)} is set aside ({kind}): nothing is asked of it",
            hint='If it is a supplier, say so:  --kind "NAME=supplier"',
        )
    return report_of(answered(as_told(suppliers), rules, as_of))


def answered(suppliers: Suppliers, rules: RuleSet, as_of: date) -> Outcomes:
    """How every rule in force ended for every supplier, as things stood on a day."""
    known = estimate_turnover(without_first_years(as_known_on(suppliers, as_of), as_of), rules, as_of)
    return evaluate(enrich(known, rules), rules, as_of)


def report_of(outcomes: Outcomes, options: Mapping[str, str] | None = None) -> Report:
    """The report of outcomes.  options: as the user gave them, for the run record."""
    suppliers, rules = outcomes.suppliers, outcomes.rules
    flags, weights = outcomes.open_fields()
    explanations = Explanations(outcomes)
    bought = topics_of(suppliers)
    scores = score(suppliers, rules, outcomes.asked, outcomes.worst, outcomes.gaps, bought, stakes_of(outcomes))
    # Two answers together are many tries, and worth it only for those whom somebody will look at soon.
    soon = (scores.queue == Queue.LOOK_FIRST) | (scores.queue == Queue.NEXT)
    paired = soon & (scores.rank <= MOST_LOOKED_AT)
    return Report(
        suppliers=suppliers,
        rules=rules,
        as_of=outcomes.as_of,
        asked=outcomes.asked,
        outcomes=outcomes.worst,
        scores=scores,
        topics=bought,
        open_fields=flags,
        weights=weights,
        explain=explanations.explain,
        explain_flags=explanations.flags,
        facts_behind=lambda number, rule: facts_behind(outcomes, number, rule),
        named_like_a_person=named_like_a_person,
        # Once, also for a report made from this one: redacted, in another view, with a register of last time.
        find_moves=cache(lambda: moves_of(outcomes, flags, weights, paired)),
        find_shifts=cache(lambda: shifts_of(outcomes, scores, bought)),
        options=options or {},
    )
