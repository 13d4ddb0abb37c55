"""Why one subject's answer is what it is: the same tree, walked once more for that subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from msrisk.logic.answer import Answers
from msrisk.logic.condition import (
    All,
    Asks,
    Condition,
    Either,
    Not,
    Phrase,
    TermIs,
    Unless,
    children,
    one_by_one,
    turned,
)
from msrisk.logic.truth import NO, NOT_KNOWN, YES
from msrisk.model import Column, Longs
from msrisk.values.reading import Grade


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a condition that an answer rests on: a field of this subject, and what was asked of it."""

    field: str
    phrase: Phrase
    answer: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Proof:
    """An answer with what it rests on; its grade is the weakest link of its strongest sufficient proof.

    assumed: fields of exceptions that were blank, so that the answer stands only until they are known.
    """

    answer: int
    grade: Grade
    pieces: tuple[Piece, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The fields that keep an answer that is not known open."""
        return tuple(dict.fromkeys(piece.field for piece in self.pieces if piece.answer == NOT_KNOWN))


class Proofs:
    """The proofs of one condition; subjects of whom every line is answered alike, and known as well, share one.

    fields: those that its proofs may rest on.
    """

    def __init__(self, answers: Answers, condition: Condition) -> None:
        self._answers, self._condition = answers, condition
        lines = list(dict.fromkeys(_lines(answers, condition)))
        fields = {name: None for line in lines if isinstance(line, Asks) for name in _read(answers, line)}
        self.fields = tuple(fields)
        self._answered = [answers.of(line) for line in lines]
        self._said = [np.ascontiguousarray(each).data for each in self._answered]
        self._known = [_how_known(answers.facts.column(name)) for name in fields]
        self._held: dict[tuple[int, ...], Proof] = {}

    def signs(self, subjects: Longs) -> npt.NDArray[np.int32]:
        """A column for each subject, alike where every line is answered alike from the same values."""
        said: list[npt.NDArray[Any]] = [*self._answered]
        said += [self._answers.facts.column(name).codes for name in self.fields]
        return np.stack([each[subjects] for each in said]).astype(np.int32)

    def of(self, subject: int) -> Proof:
        sign = (
            *[said[subject] for said in self._said],
            *[known[codes[subject]] for known, codes in self._known],
        )
        held = self._held.get(sign)
        if held is None:
            held = self._held[sign] = prove(self._answers, self._condition, subject)
        return held


def _lines(answers: Answers, condition: Condition) -> Iterator[Asks | TermIs]:
    """Every line that a proof looks at: those behind terms, and the items of one that compares with several."""
    match condition:
        case Asks(_, phrase) if len(phrase.operands) > 1 and answers.facts.compared_fields(phrase):
            yield from _lines(answers, one_by_one(condition))
        case Asks():
            yield condition
        case TermIs():
            behind = answers.behind(condition)
            if behind is None:
                yield condition
            else:
                yield from _lines(answers, behind)
        case _:
            for part in children(condition):
                yield from _lines(answers, part)


def _read(answers: Answers, line: Asks) -> tuple[str, ...]:
    return line.field, *answers.facts.compared_fields(line.phrase)


def _how_known(column: Column) -> tuple[memoryview, memoryview]:
    """How well each distinct value is known, as a number, and which of them each subject has."""
    known = (2 * column.grades + column.settled).astype(np.uint8)
    return known.data, np.ascontiguousarray(column.codes).data


def prove(answers: Answers, condition: Condition, subject: int) -> Proof:
    """The proof of one subject's answer."""
    match condition:
        case Asks():
            return _prove_line(answers, condition, subject)
        case TermIs():
            return _prove_term(answers, condition, subject)
        case Not(part):
            return _denied(prove(answers, turned(part), subject))
        case All(parts):
            return _join([prove(answers, part, subject) for part in parts], settled_by=NO)
        case Either(parts):
            return _join([prove(answers, part, subject) for part in parts], settled_by=YES)
        case Unless(claim, exception, in_favour):
            held, excused = prove(answers, claim, subject), prove(answers, turned(exception), subject)
            return _join([held, _denied(excused)], settled_by=NO) if in_favour else _except(held, excused)


def _prove_line(answers: Answers, line: Asks, subject: int) -> Proof:
    compared = answers.facts.compared_fields(line.phrase)
    if compared and len(line.phrase.operands) > 1:
        return prove(answers, one_by_one(line), subject)
    answer = int(answers.of(line)[subject])
    grades = {name: answers.facts.column(name).reading(subject).grade for name in (line.field, *compared)}
    grade = min(grades.values())
    if line.phrase.operation == "blank" and answer == YES:
        grade = Grade.ASSUMED
    pieces = [Piece(name, line.phrase, answer, grade) for name in _concerned(answers, grades, answer, subject)]
    return Proof(answer, grade, tuple(pieces))


def _concerned(answers: Answers, names: Iterable[str], answer: int, subject: int) -> tuple[str, ...]:
    """The fields of one line to name: all that were compared; of an open one, those not fully known."""
    names = tuple(names)
    if answer != NOT_KNOWN:
        return names
    unsettled = tuple(name for name in names if not answers.facts.column(name).reading(subject).settled)
    return unsettled or names[:1]


def _prove_term(answers: Answers, line: TermIs, subject: int) -> Proof:
    behind = answers.behind(line)
    if behind is None:
        return Proof(int(answers.of(line)[subject]), Grade.STATED)
    proof = prove(answers, behind, subject)
    return proof if line.wanted else _denied(proof)


def _denied(proof: Proof) -> Proof:
    return replace(proof, answer=YES - proof.answer)


def _join(parts: list[Proof], settled_by: int) -> Proof:
    """*And* is settled by one no, *or* by one yes: the best such part is the proof; else all parts are."""
    settling = [part for part in parts if part.answer == settled_by]
    if settling:
        return max(settling, key=lambda part: part.grade)
    answer = NOT_KNOWN if any(part.answer == NOT_KNOWN for part in parts) else YES - settled_by
    return _all_of(answer, parts)


def _all_of(answer: int, parts: list[Proof]) -> Proof:
    return Proof(
        answer,
        min(part.grade for part in parts),
        tuple(dict.fromkeys(piece for part in parts for piece in part.pieces)),
        tuple(dict.fromkeys(field for part in parts for field in part.assumed)),
    )


def _except(claim: Proof, exception: Proof) -> Proof:
    settling = [part for part, said in ((claim, NO), (exception, YES)) if part.answer == said]
    if settling:
        return replace(max(settling, key=lambda part: part.grade), answer=NO)
    joined = _all_of(claim.answer, [claim, exception])
    if exception.answer == NO:
        return joined
    if claim.answer == NOT_KNOWN:
        unknown = tuple(piece for piece in exception.pieces if piece.answer == NOT_KNOWN)
        return Proof(NOT_KNOWN, joined.grade, (*claim.pieces, *unknown), joined.assumed)
    assumed = tuple(dict.fromkeys((*joined.assumed, *exception.open_fields)))
    return Proof(YES, Grade.ASSUMED, claim.pieces, assumed)
