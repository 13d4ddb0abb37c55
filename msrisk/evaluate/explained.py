"""How one rule ended in one way, for any subject: the values it rests on, their cells, the limits compared with.

What those share whose values prove the same is put into words once; only the values and their cells are their own.
"""

from __future__ import annotations

from string import Formatter
from typing import NamedTuple

from msrisk.assessment import Evidence, RuleAnswer
from msrisk.evaluate.outcomes import Outcomes
from msrisk.files import one_line
from msrisk.logic.condition import Literal, Operand, Phrase, Reference
from msrisk.logic.proof import Piece, Proof, Proofs
from msrisk.logic.truth import NOT_KNOWN, YES
from msrisk.model import About, Column, Outcome
from msrisk.once import Once
from msrisk.ruleset.rules import Rule
from msrisk.values import money
from msrisk.values.interval import Interval
from msrisk.values.reading import Reading

OTHER_SIDE = "what that is compared with"  # of the value on the other side of a comparison of two fields
_LONGEST = 200  # of a value inside a sentence; the whole text stands in its cell


class _Value(NamedTuple):
    """What is said of one value, but for the value and its cell."""

    column: Column
    codes: memoryview
    rows: memoryview
    compared_with: str
    answer: str
    source: str
    piece: Piece


class _Shared(NamedTuple):
    """What is said of all subjects that share a proof.  ending: of the sentence."""

    values: tuple[_Value, ...]
    ending: str


class Explained:
    """One rule that ended in one way, flagged, clear or not applicable."""

    def __init__(self, outcomes: Outcomes, rule: Rule, outcome: Outcome) -> None:
        self._outcomes, self._rule, self._outcome = outcomes, rule, outcome
        self._book = outcomes.suppliers.book
        self.facts = outcomes.answers(rule).facts
        self._points = outcomes.rules.points(rule)
        outside = rule.applies_when if outcome is Outcome.NOT_APPLICABLE else None
        self.proofs = Proofs(outcomes.answers(rule), rule.condition if outside is None else outside)
        self._shared = Once(self._share)
        self.sentence = self._parts() if outcome is Outcome.FLAGGED else []

    def answer(self, supplier: int) -> RuleAnswer:
        outcomes, rule = self._outcomes, self._rule
        subject = outcomes.subject(rule, supplier)
        proof = self.proofs.of(subject)
        shared = self._shared(proof)
        evidence = tuple([self._evidence(value, subject, self._cell(value, subject)) for value in shared.values])
        if self._outcome is not Outcome.FLAGGED:
            return RuleAnswer(rule, self._outcome, self._points, "", proof.grade, evidence, (), proof.assumed)
        because = f"{self._because(subject)}{shared.ending}{share_of_spend(outcomes, rule, supplier)}"
        also = self._also(supplier, proof) if rule.about is About.US else ()
        return RuleAnswer(
            rule, self._outcome, self._points, because, proof.grade, evidence, (), proof.assumed, also
        )

    def without_cells(self, subject: int) -> RuleAnswer:
        """A flag as far as it is the same for all subjects with the same values."""
        proof = self.proofs.of(subject)
        shared = self._shared(proof)
        evidence = tuple([self._evidence(value, subject, "") for value in shared.values])
        because, rule = f"{self._because(subject)}{shared.ending}", self._rule
        return RuleAnswer(rule, self._outcome, self._points, because, proof.grade, evidence, (), proof.assumed)

    def _because(self, subject: int) -> str:
        return "".join([part if isinstance(part, str) else shown(part, subject) for part in self.sentence])

    def _share(self, proof: Proof) -> _Shared:
        assumed = ""
        if proof.assumed and proof.answer == YES:
            labels = ", ".join(self.facts.fields[name].label.lower() for name in proof.assumed)
            assumed = f" (Assumed, because not known: {labels}.)"
        return _Shared(tuple(map(self._value, proof.pieces)), assumed)

    def _value(self, piece: Piece) -> _Value:
        other = piece.field in self.facts.compared_fields(piece.phrase)
        column = self.facts.column(piece.field)
        return _Value(
            column,
            column.codes.data,
            column.rows.data,
            OTHER_SIDE if other else phrase_in_words(self._outcomes, piece.phrase),
            "" if other else {YES: "yes", NOT_KNOWN: "not known"}.get(piece.answer, "no"),
            _source(self._outcomes, self._rule, piece.phrase),
            piece,
        )

    def _cell(self, value: _Value, subject: int) -> str:
        row = value.rows[subject]
        return self._book.address(row, value.column.spoken_by(subject)) if row >= 0 else ""

    def _evidence(self, value: _Value, subject: int, cell: str) -> Evidence:
        column, codes, _, compared_with, answer, source, piece = value
        code = codes[subject]
        reading = column.readings[code]
        return Evidence(
            piece.field,
            column.field.label,
            _shown(column, column.texts[code], reading),
            cell,
            compared_with,
            answer,
            source,
            piece.grade,
            reading.note,
        )

    def _parts(self) -> list[str | Column]:
        """The sentence in its parts: words, figures in force, and the columns whose values stand in it."""
        parts: list[str | Column] = []
        for text, name, _, _ in Formatter().parse(self._rule.because):
            parts.append(text)
            if name is not None:
                figure = self.facts.parameter(name)
                parts.append(self.facts.column(name) if figure is None else figure)
        return parts

    def _also(self, supplier: int, proof: Proof) -> tuple[str, ...]:
        """The cells of a supplier's other contracts for which the same is asked of us."""
        columns = self.facts.columns
        named = next((piece.field for piece in proof.pieces if piece.field in columns), "")
        others = self._outcomes.other_lines(self._rule, supplier) if named else ()
        return tuple(filter(None, (address(self._outcomes, columns[named], line) for line in others)))


def shown(column: Column, subject: int) -> str:
    """A value as typed, shortened; a bare number as the amount it was read as; a blank says so."""
    code = int(column.codes[subject])
    return _shown(column, column.texts[code], column.readings[code])


def _shown(column: Column, typed: str, reading: Reading) -> str:
    text, value = one_line(typed), reading.value
    if not text:
        return "[not given]"
    if isinstance(value, Interval) and value.is_point and text.replace(".", "").isdigit():
        return column.field.kind.show(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def address(outcomes: Outcomes, column: Column, subject: int) -> str:
    """The cell a value came from; '' when no cell holds it."""
    row = int(column.rows[subject])
    return outcomes.suppliers.book.address(row, column.spoken_by(subject)) if row >= 0 else ""


def phrase_in_words(outcomes: Outcomes, phrase: Phrase) -> str:
    """The phrase with its figures in place of their names: ``at least £36m``."""
    operands = [_operand(outcomes, operand) for operand in phrase.operands]
    listed = phrase.operation.endswith("one of")
    words = "" if phrase.operation == "is" else phrase.operation
    said = f"[{', '.join(operands)}]" if listed else ", ".join(operands)
    return " ".join(filter(None, ("not" if phrase.negated else "", words, said)))


def _operand(outcomes: Outcomes, operand: Operand) -> str:
    if isinstance(operand, Literal):
        return operand.text
    facts = outcomes.by_supplier.facts
    text = facts.parameter(operand.name)
    return facts.fields[operand.name].label if text is None else text


def _source(outcomes: Outcomes, rule: Rule, phrase: Phrase) -> str:
    """The source of the figure a value was compared with; of the rule when it names none."""
    for operand in phrase.operands:
        if isinstance(operand, Reference) and operand.name in outcomes.rules.parameters:
            return outcomes.rules.cited(outcomes.rules.parameters[operand.name].source)
    return outcomes.rules.cited(rule.source)


def share_of_spend(outcomes: Outcomes, rule: Rule, supplier: int) -> str:
    """How much of what the supplier is paid the flag speaks of, where that is not the whole."""
    suppliers = outcomes.suppliers
    if rule.id not in outcomes.lines or not suppliers.has_spend[supplier]:
        return ""
    start, end = suppliers.line_ends[supplier : supplier + 2]
    whole = int(suppliers.spend[supplier])
    if end == start + 1:
        here = int(suppliers.line_spend[start])
    else:
        flagged = outcomes.lines[rule.id][start:end] == Outcome.FLAGGED
        here = int(suppliers.line_spend[start:end][flagged].sum())
    if here == whole:
        return ""
    return f" ({money.pounds(here)} of the {money.pounds(whole)} in this list is for such lines.)"
