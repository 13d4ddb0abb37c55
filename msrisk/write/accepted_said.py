"""What became of acceptances, in words all outputs share; no private person is named."""

from __future__ import annotations

from typing import Any

from msrisk.accepted import Accepted, Held, NotUsed
from msrisk.files import one_line, safe_text
from msrisk.report import Report
from msrisk.ruleset.rules import Rule
from msrisk.write.words import counted, day

ALL_ACCEPTED = "Every finding that counts is accepted: it stands after the others, in the same priority as before."
_SHOWN = 5  # of those not used, beside the list; all of them stand in the workbook


def held_for(report: Report, number: int, rule: Rule) -> Held | None:
    """The acceptance of a finding that holds in this run."""
    return report.accepted.held.get((number, rule.id)) if report.accepted else None


def accepted_words(report: Report, number: int, rule: Rule) -> str:
    """``accepted by Jo Field until 3 March 2027: why``; '' where nobody accepted it."""
    held = held_for(report, number, rule)
    if held is None:
        return ""
    by, why = (report.suppliers.without_persons(one_line(text)) for text in (held.row.by, held.row.why))
    return f"accepted by {by} until {day(held.until)}: {why}"


def left_look_first(report: Report, number: int) -> bool:
    """Whether a supplier left *look first* since all that counts against it is accepted."""
    return report.accepted is not None and number in report.accepted.moved


def acceptances_said(report: Report) -> list[str]:
    """How many acceptances hold, and why the first of the others do not; nothing where no file was given."""
    accepted = report.accepted
    if accepted is None:
        return []
    given, file = len(accepted.held) + len(accepted.not_used), one_line(accepted.file)
    if not given:
        return [f"Acceptances: {file} holds none yet."]
    said = [f"Acceptances: {len(accepted.held):,} of {given:,} in {file} used; no priority changes by it."]
    said += [f"Not used: {not_used_said(report, each)}." for each in accepted.not_used[:_SHOWN]]
    more = len(accepted.not_used) - _SHOWN
    return [*said, f"Not used: {counted(more, 'more row')}; Data quality lists them all."] if more > 0 else said


def accepted_beside(report: Report) -> list[str]:
    """For the first sheets: how many findings people accepted, and whom that took out of *look first*."""
    accepted = report.accepted
    if accepted is None or not accepted.held:
        return []
    left = len(accepted.moved)
    out = (
        f"; {counted(left, 'supplier')} left out of Look first by it" if left else "; nobody left Look first by it"
    )
    return [f"{counted(len(accepted.held), 'finding')} accepted by people{out}; see Findings and Run record."]


def not_used_said(report: Report, each: NotUsed) -> str:
    """The cell, what it is about, and the reason."""
    return f"{each.where}: {about_said(report, each)}: {_public(report, each.reason)}"


def about_said(report: Report, each: NotUsed) -> str:
    """The finding an acceptance is about."""
    return _public(report, f"{each.row.rule} of {each.row.supplier}")


def reason_said(report: Report, each: NotUsed) -> str:
    """As a line of *Data quality*."""
    return f"Acceptance not used: {_public(report, each.reason)}"


def _public(report: Report, text: str) -> str:
    return one_line(report.suppliers.without_persons(text))


def accepted_record(report: Report) -> dict[str, Any]:
    """The acceptances given, as the run record names them; empty where none were."""
    accepted: Accepted | None = report.accepted
    if accepted is None:
        return {}
    return {
        "file": safe_text(accepted.file),
        "sha256": accepted.sha256,
        "used": len(accepted.held),
        "not_used": [
            {"where": each.where, "about": about_said(report, each), "reason": _public(report, each.reason)}
            for each in accepted.not_used
        ],
    }


def accepted_entry(report: Report, number: int, rule: Rule) -> dict[str, str] | None:
    """For the JSON: who accepted a finding, from when until when, and why; None where nobody did."""
    held = held_for(report, number, rule)
    if held is None:
        return None
    row = held.row
    return {
        "by": _public(report, row.by),
        "on": row.on,
        "until": held.until.isoformat(),
        "why": _public(report, row.why),
        "where": row.where,
    }
