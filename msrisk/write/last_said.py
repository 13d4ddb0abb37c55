"""What changed since the register of last time, and what became of actions, in words all outputs share."""

from __future__ import annotations

from msrisk.files import one_line
from msrisk.last_register import Actions, LastRegister
from msrisk.model import Band
from msrisk.report import Report
from msrisk.write.run import rules_digest
from msrisk.write.words import counted, day

NOT_COMPARED = "Nothing was compared: no register of last time was given to this run."
ACTIONS_NOT_TOLD = "Not told: actions stand in the register that people fill in, and none was given to this run."
NEW, SAME, WORSE, BETTER, NOT_TOLD = "New", "Same", "Worse", "Better", "[cannot be told]"


def since_said(report: Report) -> list[str]:
    """For the terminal: what changed, then what that rests on; nothing where no register was given."""
    last = report.last
    if last is None:
        return []
    return [f"{since_line(last)}.", *beside_the_change(report, last), *actions_said(last)]


def since_line(last: LastRegister) -> str:
    """``Since the register of 22 August 2026: 3 worse, 5 better, 12 new, 9 gone``."""
    return (
        f"Since {register_named(last)}: {last.worse:,} worse, {last.better:,} better, {last.new:,} new, "
        f"{last.gone:,} gone"
    )


def register_named(last: LastRegister) -> str:
    """The register by its day, or by its file where its run record was taken out."""
    return f"the register of {day(last.file.day)}" if last.file.day else f"the register {one_line(last.file.file)}"


def beside_the_change(report: Report, last: LastRegister) -> list[str]:
    """What a reader must know before taking a move for something a supplier did."""
    said = []
    if last.nobody_found:
        said.append("None of its suppliers is in this list: is it the register of another one?")
    if not last.file.rules:
        said.append("By which rules it was made cannot be told, so a move may come from the rules.")
    elif last.file.rules != rules_digest(report):
        said.append("The rules are not the same as then, so a move may come from them and not from a supplier.")
    said += _exclusions_then(report, last)
    if last.untold:
        said.append(f"Of {counted(last.untold, 'supplier')} the priority of then can no longer be read.")
    return said


def _exclusions_then(report: Report, last: LastRegister) -> list[str]:
    """That a move from or to Refer may come from what was checked; nothing where nobody moved so."""
    then, now = last.file.exclusions, report.exclusions_asked
    if then is None or then == now or not any(Band.REFER in pair and len(set(pair)) == 2 for pair in last.moves):
        return []
    checked = "checked then and are not now" if then else "not checked then and are now"
    return [f"Exclusions were {checked}, so a move {'from' if then else 'to'} Refer may come from that alone."]


def actions_said(last: LastRegister) -> list[str]:
    """How many actions are open, overdue and closed; nothing where the register has no columns for them."""
    actions = last.actions
    if actions is None:
        return []
    overdue = f" ({actions.overdue:,} overdue)" if actions.overdue else ""
    return [f"Actions in it: {actions.open_:,} open{overdue}, {actions.closed:,} closed.", *gone_said(actions)]


def gone_said(actions: Actions) -> list[str]:
    """How many open actions are of suppliers that left the list; nothing where none is."""
    if not actions.gone:
        return []
    one = actions.gone == 1
    overdue = f", {actions.gone_overdue:,} overdue" if actions.gone_overdue else ""
    whose = "a supplier that is" if one else "suppliers that are"
    return [
        f"Of the open ones {actions.gone:,} {'is' if one else 'are'} of {whose} no longer in this list{overdue}."
    ]


def typed_stays_said(report: Report) -> list[str]:
    """That a new register does not hold what people wrote into the old one."""
    if report.last is None:
        return []
    file = one_line(report.last.file.file)
    return [f"What people typed into {file} stays in that file, which was only read: keep it."]


def not_in_the_files_said(report: Report, shown: Report) -> list[str]:
    """That files made for others do not tell what changed.  shown: the report as it is written."""
    last, redacted = report.last, shown.suppliers.redacted
    if last is None or not (redacted or shown.view.publish):
        return []
    why = "redacted" if redacted else "published"
    return [f"What changed since {register_named(last)} is shown here alone: it is in no {why} file."]


def change_said(report: Report, number: int) -> str:
    """For a cell: ``Worse: High then``, *Same*, *New*; '' where no register was given."""
    change, then = change_of(report, number)
    return f"{change}: {then.word} then" if then is not None and change != SAME else change


def change_of(report: Report, number: int) -> tuple[str, Band | None]:
    """What became of a supplier and the priority it had; '' where no register was given, or it is set aside."""
    last = report.last
    if last is None or not report.screened[number]:
        return "", None
    if number not in last.then:
        return NEW, None
    then, now = last.then[number], Band(int(report.scores.band[number]))
    if then is None:
        return NOT_TOLD, None
    if then == now:
        return SAME, then
    return (WORSE if now < then else BETTER), then
