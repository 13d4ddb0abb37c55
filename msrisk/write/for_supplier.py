"""What stands on a page that goes to the supplier itself: what we hold, what we ask and why; nothing is weighed.

It is made from a report of what may be told (``msrisk.tellable``), and from no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from string import Formatter

from msrisk.assessment import RuleAnswer
from msrisk.files import one_line
from msrisk.model import Column, Outcome, SourceKind, Track
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.ruleset.supplier_words import SupplierWords
from msrisk.ruleset.table_file import Row
from msrisk.tellable import HELD, MAY_BE_ASKED
from msrisk.values.reading import Grade, Reading
from msrisk.write.sector_why import GOODS, GRADE, SECTOR, buys_work_and_goods, kinds_asked, kinds_bought
from msrisk.write.told_sources import OUR_OWN, told_sources
from msrisk.write.words import capital, in_sentence

AT_MOST_FIRST = 5
OURS, OTHER_LIST = "Our own records", "Another list of ours"
WHAT_WE_BUY = "What we buy from you"
_FROM = {SourceKind.REGISTRY: "The modern slavery statement registry", SourceKind.COMPANIES: "Companies House"}
_YES_NO = {"yes": "Yes", "no": "No, as far as we could see"}
_LLP = "llp"  # the one answer that is an abbreviation
_ONLY_ESTIMATED = (Grade.ESTIMATED, Grade.ASSUMED)
_ESTIMATED = " (our estimate)"
_WORK_OR_GOODS = (  # as the rules and their words say both; of work alone; of goods alone
    ("does this work, or makes these goods, pay", "does this work pay", "makes these goods pay"),
    ("is the work done, or are the goods made", "is the work done", "are the goods made"),
    ("the goods are made, or the work is done,", "the work is done", "the goods are made"),
)
_MILLIONS = re.compile(r"(£\d[\d,.]*)m\b")
_SAID_TO_IT = (Track.LAW, Track.EXPOSURE)


@dataclass(frozen=True, slots=True)
class HeldFact:
    """Something we hold about the supplier, and where it is from; as it was understood, never as it was typed."""

    label: str
    said: str
    origin: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work or goods, what is said of its sector, and the publications that name it, with their links."""

    name: str
    said: str
    named_in: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """What we found, in words to the supplier, and the rule that asks.  kinds: of work or goods, and why them."""

    rule: Rule
    words: SupplierWords
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True)
class ForSupplier:
    """A report of what may be told, seen for one supplier.  words: how each rule is said to it."""

    report: Report
    number: int
    words: Mapping[str, SupplierWords]

    @property
    def name(self) -> str:
        return one_line(self.report.suppliers.shown_name(self.number))

    @cached_property
    def held(self) -> tuple[HeldFact, ...]:
        return tuple(self._held())

    def _held(self) -> Iterator[HeldFact]:
        columns = self.report.suppliers.columns
        yield HeldFact("Name", self.name, OURS)
        kinds = [capital(row[SECTOR]) for row in kinds_bought(self.report, self.number)]
        if kinds:
            yield HeldFact(WHAT_WE_BUY, "; ".join(kinds), f"{OURS}, as we read them")
        for name in HELD[1:]:
            column = columns.get(name)
            said = self._said(column)
            if column and said:
                link = said if column.field.kind.name == "link" else ""
                label = column.field.label.replace("this supplier", "your organisation")
                yield HeldFact(label, link or capital(said), self._origin(column), link)

    def _said(self, column: Column | None) -> str:
        return "; ".join(dict.fromkeys(self._understood(column))) if column else ""

    def _understood(self, column: Column) -> Iterator[str]:
        """What was understood of each cell; a text that says nothing to us is no fact we hold."""
        for subject in self._subjects(column):
            reading = column.reading(subject)
            if reading.value is not None:
                yield one_line(_shown(column, reading))

    def _subjects(self, column: Column) -> range:
        """Where this supplier stands in a column: once, or a line each."""
        ends = self.report.suppliers.line_ends
        if column.field.of == "line":
            return range(ends[self.number], ends[self.number + 1])
        return range(self.number, self.number + 1)

    def _origin(self, column: Column) -> str:
        suppliers = self.report.suppliers
        rows = [int(column.rows[subject]) for subject in self._subjects(column)]
        told = [suppliers.book.table_of(row).sheet for row in rows if row >= 0]
        for join in suppliers.joins:
            if any(sheet is each.sheet for sheet in told for each in join.entries.tables):
                return _FROM[join.entries.kind]
        joined = any(sheet is each.sheet for sheet in told for each in suppliers.book.joined)
        return OTHER_LIST if joined else OURS

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """What we found that has words to say it in, the gravest first."""
        return tuple(self._matter(each) for each in self._flagged if each.rule.id in self.words)

    def _matter(self, answer: RuleAnswer) -> Matter:
        kinds = map(self._kind, kinds_asked(self.report, self.number, answer))
        return Matter(answer.rule, self._filled(self.words[answer.rule.id]), tuple(kinds))

    def _kind(self, row: Row) -> Kind:
        """Introduced as what is said of a sector, so that nobody reads it as said of this supplier."""
        named_in = told_sources(self.report.rules, row.get("published", ""))
        sector = "In the making of such goods" if row[GRADE] == GOODS else "In this sector"
        says = "published work describes" if named_in else f"{OUR_OWN}, looks at"
        return Kind(capital(row[SECTOR]), f"{sector}, {says}: {in_sentence(row['why'])}.", named_in)

    @property
    def without_words(self) -> list[Rule]:
        """What was found and has no words to say it in: it stays with us."""
        return [each.rule for each in self._flagged if each.rule.id not in self.words]

    @property
    def _flagged(self) -> list[RuleAnswer]:
        flagged = self.report.assessment(self.number).ended(Outcome.FLAGGED)
        return [each for each in flagged if each.rule.scored and each.rule.track in _SAID_TO_IT]

    def _filled(self, words: SupplierWords) -> SupplierWords:
        """The words with the figures of the rule set in force on the day; a cell's text never stands in them."""
        said = []
        for text, name, _, _ in Formatter().parse(words.found):
            said += [text, (self.figure(name) or "[figure]") if name else ""]
        fine = self._of_what_is_bought(words.no_problem_when)
        return replace(words, found="".join(said), no_problem_when=fine)

    def figure(self, name: str) -> str:
        """A figure of the rule set in force on the day, written out: ``£36 million``; '' where it has none."""
        figures = self.report.rules.parameters
        text = figures[name].on(self.report.as_of) if name in figures else ""
        return _MILLIONS.sub(r"\1 million", text or "")

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """What is asked: first what was found, then what is not known; each once."""
        open_ = [each.ask for each in self.report.questions(self.number) if each.field in MAY_BE_ASKED]
        asks = dict.fromkeys([*(each.words.question for each in self.matters), *open_])
        return tuple(map(self._of_what_is_bought, asks))

    def _of_what_is_bought(self, text: str) -> str:
        """A text that speaks of work and of goods, for a supplier of only one of them."""
        bought = buys_work_and_goods(self.report, self.number)
        for both, work, goods in _WORK_OR_GOODS:
            text = text if all(bought) else text.replace(both, work if bought[0] else goods)
        return text

    @property
    def first(self) -> tuple[str, ...]:
        return self.questions[:AT_MOST_FIRST]

    @property
    def more(self) -> tuple[str, ...]:
        return self.questions[AT_MOST_FIRST:]


def _shown(column: Column, reading: Reading) -> str:
    assert reading.value is not None
    said = column.field.kind.show(reading.value)
    said = _YES_NO.get(said, said) if column.field.kind.name == "yes_no" else said
    said = said.upper() if said == _LLP else said
    return f"{said}{_ESTIMATED}" if reading.grade in _ONLY_ESTIMATED else said
