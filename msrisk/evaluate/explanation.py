"""One supplier in words: every rule, the values it rests on, their cells, and the limits compared with."""

from __future__ import annotations

from collections.abc import Collection
from string import Formatter

from msrisk.assessment import Evidence, RuleAnswer
from msrisk.evaluate.outcomes import Outcomes
from msrisk.files import one_line
from msrisk.logic.condition import Literal, Operand, Phrase, Reference
from msrisk.logic.facts import AS_OF
from msrisk.logic.proof import Piece, Proof, prove
from msrisk.logic.truth import NOT_KNOWN, YES
from msrisk.model import About, Column, Outcome
from msrisk.ruleset.rules import Rule
from msrisk.values import money
from msrisk.values.interval import Interval

OTHER_SIDE = "what that is compared with"  # of the value on the other side of a comparison of two fields
_LONGEST = 200  # of a value inside a sentence; the whole text stands in its cell


def explain(outcomes: Outcomes, supplier: int, ended: Collection[Outcome]) -> tuple[RuleAnswer, ...]:
    """How the rules in force that ended in one of the given ways did so for one supplier, and why."""
    wanted = {int(outcome) for outcome in ended}
    came_to: list[int] = outcomes.worst[:, supplier].tolist()
    return tuple(
        _answer(outcomes, rule, supplier, Outcome(outcome))
        for rule, outcome in zip(outcomes.asked, came_to, strict=True)
        if outcome in wanted
    )


def _answer(outcomes: Outcomes, rule: Rule, supplier: int, outcome: Outcome) -> RuleAnswer:
    points = outcomes.rules.points(rule)
    subject = outcomes.subject(rule, supplier)
    if outcome is Outcome.NOT_KNOWN:
        return RuleAnswer(rule, outcome, points, blanks=outcomes.blanks(rule, subject))
    outside = rule.applies_when if outcome is Outcome.NOT_APPLICABLE else None
    condition = rule.condition if outside is None else outside
    proof = prove(outcomes.answers(rule), condition, subject)
    evidence = tuple(_evidence(outcomes, rule, piece, subject) for piece in proof.pieces)
    flagged = outcome is Outcome.FLAGGED
    because = _because(outcomes, rule, supplier, subject, proof) if flagged else ""
    also = _also(outcomes, rule, supplier, proof) if flagged else ()
    return RuleAnswer(rule, outcome, points, because, proof.grade, evidence, assumed=proof.assumed, also=also)


def _also(outcomes: Outcomes, rule: Rule, supplier: int, proof: Proof) -> tuple[str, ...]:
    """The cells of a supplier's other contracts for which the same is asked of us; of any other rule none."""
    if rule.about is not About.US or not proof.pieces:
        return ()
    columns = outcomes.answers(rule).facts.columns
    named = next((piece.field for piece in proof.pieces if piece.field in columns), "")
    others = outcomes.other_lines(rule, supplier) if named else ()
    return tuple(filter(None, (address(outcomes, columns[named], line) for line in others)))


def _evidence(outcomes: Outcomes, rule: Rule, piece: Piece, subject: int) -> Evidence:
    facts = outcomes.answers(rule).facts
    column = facts.column(piece.field)
    reading = column.reading(subject)
    other = piece.field in facts.compared_fields(piece.phrase)
    return Evidence(
        piece.field,
        column.field.label,
        shown(column, subject),
        address(outcomes, column, subject),
        OTHER_SIDE if other else phrase_in_words(outcomes, piece.phrase),
        "" if other else {YES: "yes", NOT_KNOWN: "not known"}.get(piece.answer, "no"),
        _source(outcomes, rule, piece.phrase),
        piece.grade,
        reading.note,
    )


def shown(column: Column, subject: int) -> str:
    """A value as typed, shortened; a bare number as the amount it was read as; a blank says so."""
    text, value = one_line(column.text(subject)), column.reading(subject).value
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


def _because(outcomes: Outcomes, rule: Rule, supplier: int, subject: int, proof: Proof) -> str:
    facts = outcomes.answers(rule).facts
    said = []
    for text, name, _, _ in Formatter().parse(rule.because):
        said.append(text)
        if name == AS_OF or (name is not None and facts.parameter(name) is not None):
            said.append(facts.parameter(name) or "")
        elif name is not None:
            said.append(shown(facts.column(name), subject))
    sentence = "".join(said)
    if proof.assumed and proof.answer == YES:
        labels = ", ".join(facts.fields[name].label.lower() for name in proof.assumed)
        sentence += f" (Assumed, because not known: {labels}.)"
    return sentence + _share_of_spend(outcomes, rule, supplier)


def _share_of_spend(outcomes: Outcomes, rule: Rule, supplier: int) -> str:
    """How much of what the supplier is paid the flag speaks of, where that is not the whole."""
    suppliers = outcomes.suppliers
    if rule.id not in outcomes.lines or not suppliers.has_spend[supplier]:
        return ""
    own = slice(*suppliers.line_ends[supplier : supplier + 2])
    flagged = outcomes.lines[rule.id][own] == Outcome.FLAGGED
    here, whole = int(suppliers.line_spend[own][flagged].sum()), int(suppliers.spend[supplier])
    if here == whole:
        return ""
    return f" ({money.pounds(here)} of the {money.pounds(whole)} in this list is for such lines.)"
