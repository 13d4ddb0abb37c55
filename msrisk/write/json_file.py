"""``run.json``: format 1, the contract other programs read.

format 1: run, counts, by_category, stability, data_to_chase, suppliers in rank order, notes, left_out. Strict
JSON; amounts in pounds; one key ``seal`` at the end, by which msrisk knows its own file again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msrisk.assessment import Assessment, Evidence, Question, RuleAnswer
from msrisk.changes import Change
from msrisk.errors import OutputError
from msrisk.files import safe_text
from msrisk.model import PERSON, About, Band, Outcome, Queue
from msrisk.once import Once
from msrisk.report import Report
from msrisk.write.accepted_said import accepted_entry
from msrisk.write.found import supplier_joins
from msrisk.write.json_moves import changes_entry, since_entry, to_chase
from msrisk.write.run import run_record
from msrisk.write.words import key

FORMAT = 1


def fill(report: Report, path: Path) -> None:
    """The whole report; one supplier a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_parts(report))


def check(path: Path) -> None:
    """Every supplier's line read on its own, and the rest as one: a long report is never held as a whole."""
    with path.open(encoding="utf-8") as file:
        if json.loads("".join(map(_without_supplier, file))).get("format") != FORMAT:
            raise OutputError("did not read back as it was written", where=path.name)


def _without_supplier(line: str) -> str:
    """A line of the file; of one that is a supplier, once it was read, only that something stands there."""
    if not line.startswith('{"rank"'):
        return line
    supplier, comma = line.removesuffix("\n"), ""
    if supplier.endswith(","):
        supplier, comma = supplier[:-1], ","
    json.loads(supplier)
    return f"0{comma}"


def _parts(report: Report) -> Iterator[str]:
    yield f'{{\n"format": {FORMAT},\n"run": {_json(run_record(report))},\n"counts": {_json(counts(report))},\n'
    yield f'"by_category": {_json(by_category(report))},\n'
    yield f'"stability": {_json(stability(report))},\n'
    yield f'"data_to_chase": {_json(to_chase(report))},\n'
    yield '"suppliers": ['
    shared = _Shared()
    for number, assessment in enumerate(report):
        yield ("," if number else "") + "\n" + _supplier(report, shared, assessment)
    suppliers = report.suppliers
    notes = [
        {"where": note.where, "said": _public(report, note.said), "problem": _public(report, note.problem)}
        for note in suppliers.notes
    ]
    left_out = [
        {"where": each.where, "said": _public(report, each.said), "reason": each.reason}
        for each in suppliers.left_out
    ]
    yield f'\n],\n"notes": {_json(notes)},\n"left_out": {_json(left_out)}\n}}\n'


def _public(report: Report, text: str) -> str:
    return safe_text(report.suppliers.without_persons(text))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def counts(report: Report) -> dict[str, Any]:
    """Those screened in each of the six bands, also as ``screened``; and every payee in its queue."""
    queues: list[int] = report.scores.queue.tolist()
    bands = {key(band): report.count(band) for band in Band}
    return {
        **bands,
        "screened": bands,
        "queues": {key(queue): queues.count(queue) for queue in Queue},
    }


def by_category(report: Report) -> list[dict[str, Any]]:
    """What we buy, gravest first; spend in pounds, null where the list has none."""
    return [
        {
            "category": topic.name,
            "suppliers": topic.suppliers,
            "spend": None if topic.spend is None else topic.spend / 100,
            "high_or_above": topic.high,
            "not_cleared": topic.not_cleared,
        }
        for topic in report.by_topic
    ]


def stability(report: Report) -> list[dict[str, Any]]:
    """What would change if the points of a severity, or of all, were a fifth less or more."""
    return [
        {
            "points": {severity.value: points for severity, points in shift.points.items()},
            "look_first": shift.look_first,
            "stay": shift.stay,
            "other_band": shift.other_band,
        }
        for shift in report.shifts
    ]


class _Shared:
    """What many suppliers have in common, each written once."""

    def __init__(self) -> None:
        self.open = Once(_open)
        self.asks = Once(_asks)
        self.changes = Once(_changes)


def _supplier(report: Report, shared: _Shared, one: Assessment) -> str:
    """One supplier: first what is its own, then what it shares with others."""
    flagged, open_ = (one.ended(outcome, tuple(About)) for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN))
    found = [_json(_finding(report, one.number, each)) for each in flagged]
    findings = ", ".join([*found, *map(shared.open, open_)])
    lower, higher = (shared.changes(each[one.number]) for each in (report.moves.lower, report.moves.higher))
    return (
        f'{_json(_own(report, one))[:-1]}, "findings": [{findings}], "questions": {shared.asks(one.questions)}, '
        f'"changes": {{"lower": {lower}, "higher": {higher}}}}}'
    )


def _own(report: Report, one: Assessment) -> dict[str, Any]:
    suppliers, number = report.suppliers, one.number
    screened = bool(report.screened[number])  # who is set aside stands in no band
    return {
        "rank": one.rank,
        "name": one.name,
        "id": "" if suppliers.kind(number) == PERSON else _text(report, "supplier_id", number),
        "company_number": _value(report, "company_number", number),
        "kind": suppliers.kind(number),
        "kind_reason": _public(report, suppliers.payees.reason(number)),
        "category": _public(report, suppliers.categories[number]),
        "bought": report.topics[number],
        "band": key(one.band) if screened else None,
        "so_far": key(one.so_far) if screened else None,
        "queue": key(one.queue),
        "since_last": since_entry(report, number),
        "score": one.score,
        "could_reach": one.could_reach,
        "law": one.law,
        "exposure": one.exposure,
        "relief": one.relief,
        "spend": None if one.spend is None else one.spend / 100,
        "coverage": round(one.coverage, 4),
        "rows": [suppliers.book.address(row) for row in suppliers.rows_of(number)],
        "joins": supplier_joins(suppliers, number),
        "outcomes": {
            key(outcome): [rule.id for rule in report.rules_ended(number, outcome)]
            for outcome in (Outcome.FLAGGED, Outcome.NOT_KNOWN, Outcome.CLEAR)
        },
    }


def _text(report: Report, field: str, number: int) -> str:
    column = report.suppliers.columns.get(field)
    return "" if column is None else safe_text(column.text(number))


def _value(report: Report, field: str, number: int) -> str:
    """A value as it was understood; '' when it was not."""
    column = report.suppliers.columns.get(field)
    return "" if column is None else column.reading(number).first


def _finding(report: Report, number: int, answer: RuleAnswer) -> dict[str, Any]:
    return {
        "rule": answer.rule.id,
        "track": answer.rule.track.value,
        "about": answer.rule.about.value,
        "points": answer.points,
        "because": answer.because,
        "next_step": answer.rule.next_step,
        "grade": answer.grade.word,
        "evidence": [_evidence(each) for each in answer.evidence],
        "assumed": list(answer.assumed),
        "accepted": accepted_entry(report, number, answer.rule),
    }


def _evidence(evidence: Evidence) -> dict[str, str]:
    return {
        "field": evidence.field,
        "shown": evidence.shown,
        "address": evidence.address,
        "compared_with": evidence.compared_with,
        "answer": evidence.answer,
        "source": evidence.source,
        "grade": evidence.grade.word,
        "note": safe_text(evidence.note),
    }


def _open(answer: RuleAnswer) -> str:
    about = answer.rule.about.value
    return _json({"rule": answer.rule.id, "about": about, "points": answer.points, "blanks": list(answer.blanks)})


def _asks(questions: Sequence[Question]) -> str:
    return _json([question.ask for question in questions])


def _changes(changes: Sequence[Change]) -> str:
    return _json(changes_entry(changes))
