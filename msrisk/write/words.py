"""Phrases that every output shares, so that no two say it differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msrisk.assessment import Assessment, Question
from msrisk.files import one_line
from msrisk.gravest import sole_gravest
from msrisk.model import Band, Entries, Outcome, Queue, SourceKind
from msrisk.queues import floor_here
from msrisk.report import Report
from msrisk.ruleset.copies import Copy
from msrisk.ruleset.rules import Rule

NOT_ADVICE = (
    "A screening result to ask questions from: not legal advice, and no finding of fact about any supplier."
)
NO_EXCLUSIONS = "Exclusions were not checked."
NOT_READ_BY_A_LAWYER = (
    "The rules have been compared with their sources by those who wrote them; a lawyer has not reviewed them."
)
OTHER_GROUNDS = "any ground that is not about slavery or labour"
RELIEF_ORDERS = (
    "The priority is that of law and exposure. Relief comes off the score, and so changes the place within a "
    "priority; it takes nobody out of one."
)
NOT_GIVEN = "[not given]"
SUSPICION = "If you suspect that somebody is a victim: the last part of Read me says what to do, before all else."
NOT_CHECKED = "not checked"


def spend_said(report: Report) -> str:
    """What we spend with those screened, under which heading and of which days: nobody takes it for a year's."""
    total = pounds(int(report.suppliers.spend[report.screened].sum()))
    tables = report.suppliers.book.tables
    headings = dict.fromkeys(one_line(each.mapping["spend"].text) for each in tables if "spend" in each.mapping)
    said = f"{total} under {' and '.join(map(repr, headings))}" if headings else total
    period = period_said(report)
    return f"{said}, {period}" if period else said


def period_said(report: Report) -> str:
    """``24 April to 29 May 2026``, as the dates of payment in the list say; '' where it has none."""
    period = report.suppliers.period
    if period is None:
        return ""
    first, last = day(period.first), day(period.last)
    return first if first == last else f"{first} to {last}"


def set_aside_said(report: Report) -> str:
    """How many payees are set aside, and the money in them; '' when nobody is."""
    aside = report.suppliers.set_aside
    if not aside.any():
        return ""
    money = f", {pounds(int(report.suppliers.spend[aside].sum()))}" if report.suppliers.has_spend.any() else ""
    return f"Set aside as no suppliers for this purpose: {counted(int(aside.sum()), 'payee')}{money}"


def editions_used(report: Report) -> list[str]:
    """The lists the rules rest on that have editions, each with its own."""
    used = dict.fromkeys(report.rules.source_of(rule.source) for rule in report.asked)
    return [f"{source.cite} ({source.edition})" for source in used if source.edition]


def editions_said(report: Report) -> str:
    """The same in a sentence; '' when there is none."""
    dated = editions_used(report)
    own = " They are those of our tables; of your copies nothing is known." if report.rules.copies else ""
    return f"Editions: {'; '.join(dated)}.{own}" if dated else ""


def copies_said(copies: Iterable[Copy]) -> str:
    """Which tables are an officer's own; '' when none is."""
    said = "; ".join(f"{each.table}, your copy {one_line(each.file)} in place of ours" for each in copies)
    return f"Tables: {said}." if said else ""


def parked_said(report: Report) -> str:
    """How many suppliers are parked below which floor, and the money in them."""
    parked = report.in_queue(Queue.PARKED)
    if not parked.any():
        return ""
    worklist, suppliers = report.rules.worklist, report.suppliers
    floor = floor_here(suppliers, worklist)
    yearly = f" ({pounds(worklist.floor)} a year)" if floor != worklist.floor else ""
    money = pounds(int(suppliers.spend[parked].sum()))
    return (
        f"Parked: {counted(int(parked.sum()), 'supplier')}, {money}, each below {pounds(floor)} here{yearly} and "
        f"with nothing found but the category{_parked_bands(report)}. Parked says that nobody looks at "
        "them now, and nothing of their risk."
    )


def _parked_bands(report: Report) -> str:
    """Parked suppliers stand in the bands too, so that nobody adds the two."""
    parked = report.in_queue(Queue.PARKED)
    held = [(band, int((parked & (report.scores.band == band)).sum())) for band in Band]
    said = [f"{band.word} {count:,}" for band, count in held if count]
    return f"; by the rules {', '.join(said)}" if said else ""


def left_out_said(report: Report) -> str:
    """How many rows are in no supplier, and the money in them."""
    left_out = report.suppliers.spend_left_out
    sums = "; ".join(f"{pounds(amount)}: {reason}" for reason, amount in left_out.items())
    return f"{counted(len(report.suppliers.left_out), 'row')} left out" + (f" ({sums})" if sums else "")


def key(kind: Band | Queue | Outcome) -> str:
    """An outcome, band or queue as programs spell it: ``not_cleared``."""
    return kind.name.lower()


def counted(number: int, noun: str) -> str:
    """``1 row``, ``2 rows``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(when: date) -> str:
    """A day as it is said: 22 November 2026."""
    return f"{when.day} {when:%B %Y}"


def pounds(pence: int | None) -> str:
    """Whole pounds with commas; what is not known says so."""
    if pence is None:
        return NOT_GIVEN
    whole = (abs(pence) + 50) // 100  # half a pound up, as a workbook shows it
    return f"{'-' if pence < 0 else ''}£{whole:,}"


def flagged(assessment: Assessment) -> str:
    """The titles of the rules that flagged, the worst of each group, the gravest first."""
    return flags_said(assessment.flags, assessment.stake, assessment.spend)


def flags_said(flags: Sequence[Rule], stake: int | None, spend: int | None) -> str:
    """The same of the flags themselves.  stake: the pence the gravest speaks of, None where that is the whole."""
    return "; ".join(_flag_said(rule, flags, stake, spend) for rule in worst_of(flags))


def flag_said(assessment: Assessment, rule: Rule) -> str:
    """The title of a rule; of the gravest also how much of the spend it speaks of, where that is not the whole."""
    return _flag_said(rule, assessment.flags, assessment.stake, assessment.spend)


def _flag_said(rule: Rule, flags: Sequence[Rule], stake: int | None, spend: int | None) -> str:
    """Where several are equally grave the sum is that of all of them, and so is said of none."""
    if rule is not flags[0] or not sole_gravest(flags) or stake is None or spend is None:
        return rule.title
    return f"{rule.title} ({pounds(stake)} of the {pounds(spend)})"


def worst_flags(assessment: Assessment) -> list[Rule]:
    """Of the rules that flagged, those that count: the worst of each group, the gravest first."""
    return worst_of(assessment.flags)


def worst_of(flags: Iterable[Rule]) -> list[Rule]:
    """The first of each group, in the order given."""
    groups: dict[str, Rule] = {}
    for rule in flags:
        groups.setdefault(rule.group, rule)
    return list(groups.values())


def reasons(assessment: Assessment) -> str:
    """What was flagged; else what is worth asking; else that nothing was found."""
    return flagged(assessment) or asked_about(assessment) or "No indicator found in what we hold"


def asked_about(assessment: Assessment) -> str:
    """What is not known and can be asked; '' when there is nothing to ask."""
    return f"Not known: {not_known(assessment, most=3)}" if assessment.questions else ""


def not_known(assessment: Assessment, most: int = 99) -> str:
    """The fields worth asking about, in a few words; beyond ``most`` only their number."""
    return labels_said(assessment.questions, most)


def labels_said(questions: Iterable[Question], most: int = 99) -> str:
    """What questions are about, in a few words; beyond ``most`` only their number."""
    labels = [in_sentence(question.label) for question in questions]
    more = f" and {len(labels) - most} more" if len(labels) > most else ""
    return ", ".join(labels[:most]) + more


def capital(text: str) -> str:
    """A text as it stands at the beginning of a line or a cell."""
    return text[:1].upper() + text[1:]


def in_sentence(label: str) -> str:
    """A field's label inside a sentence: ``UK business`` keeps its capitals, ``Turnover`` does not."""
    first = label.partition(" ")[0]
    named = first[1:] != first[1:].lower() or first in _NAMES
    return label if named else label[:1].lower() + label[1:]


_NAMES = ("Sedex",)
_CAPITALS = {"uk ": "UK ", "msat ": "MSAT ", "ecovadis ": "EcoVadis ", "sedex ": "Sedex ", "smeta ": "SMETA "}


def field_words(name: str) -> str:
    """A field's own name as words: ``UK business``."""
    words = name.replace("_", " ")
    for plain, written in _CAPITALS.items():
        words = words.replace(plain, written)
    return words


def checked_line(report: Report) -> str:
    """What was asked, of which day, and what was not."""
    rules = report.rules
    said = f"{rules.title} ({rules.name} {rules.version}), as of {day(report.as_of)}."
    return " ".join(filter(None, (said, copies_said(rules.copies), exclusions_said(report))))


def exclusions_said(report: Report) -> str:
    """That exclusions were not checked; or against which lists, and precisely which of them were not."""
    if not report.exclusions_asked:
        return NO_EXCLUSIONS
    lists = "; ".join(_list_said(entries) for entries in watchlists(report))
    checked = f"Checked against: {lists}. " if lists else ""
    return f"{checked}Exclusions not checked: {'; '.join(map(in_sentence, exclusions_not_checked(report)))}."


def exclusions_not_checked(report: Report) -> list[str]:
    """The exclusions of which nothing was given to this run, in words; the last is never checked here."""
    return [*(rule.title for rule in report.exclusions_not_asked), OTHER_GROUNDS]


def watchlists(report: Report) -> list[Entries]:
    """The lists on which the suppliers were looked for."""
    joined = (join.entries for join in report.suppliers.joins)
    return [entries for entries in joined if entries.kind is SourceKind.WATCHLIST]


def _list_said(entries: Entries) -> str:
    licences = dict.fromkeys(file.licence for file in entries.files if file.licence)
    said = ", ".join(licences) or "licence not known"
    return one_line(f"{entries.dated_title.removeprefix('Watchlist: ')}, {said}")


def identity_said(report: Report) -> str:
    """How many suppliers may be on a list, and what to do about it; '' where none is."""
    count = int(report.in_queue(Queue.IDENTITY_TO_CHECK).sum())
    if not count:
        return ""
    return (
        f"Identity to check: {counted(count, 'supplier')}. Each shares a name or number with an organisation "
        "on a list given to this run: a possible match, not confirmed until a person has looked."
    )
