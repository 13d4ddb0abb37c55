"""What a terminal shows, from 60 columns up: plain words, nothing that matters cut, no colour alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from msrisk.files import one_line
from msrisk.model import Band, Outcome, Suppliers, Table, letters
from msrisk.report import Assessment, Report
from msrisk.write.words import checked_line, counted, in_sentence, pounds, reasons, spend_said

Part = str | Text | RichTable | Padding
NARROW = 80
NOTES_SHOWN = 8
UNREAD_SHOWN = 12
NOBODY_FLAGGED = "Nothing in this list ranks anybody yet; the largest spend comes first"
STYLES = {Band.REFER: "bold", Band.CRITICAL: "bold magenta", Band.HIGH: "bold red", Band.NOT_CLEARED: "bold"}


def understood(suppliers: Suppliers) -> list[Part]:
    """The file, sheet, heading row and columns that were taken; shown on every run."""
    return [part for table in suppliers.book.tables for part in _understood_table(suppliers, table)]


def _understood_table(suppliers: Suppliers, table: Table) -> Iterator[Part]:
    sheet = table.sheet
    name = f", sheet '{one_line(sheet.name)}'" if sheet.name else ""
    rows = sheet.first_row + sheet.height - 1 - table.header_row
    left = len(suppliers.left_out)
    yield (
        f"Read {one_line(sheet.file)}{name}: headings in row {table.header_row}, {counted(rows, 'row')} below, "
        f"{counted(len(suppliers), 'supplier')}, {counted(left, 'row')} left out."
    )
    for remark in sheet.remarks:
        yield f"  {one_line(remark)}"
    taken = _grid()
    for heading in table.headings:
        if heading.field:
            how = "" if heading.how == "exact" else f"({heading.how})"
            cell = letters(sheet.first_column + heading.column)
            taken.add_row(
                f"  {suppliers.fields[heading.field].label}", f"column {cell}", _quoted(heading.text), how
            )
    yield taken
    unread = [heading for heading in table.headings if heading.text.strip() and not heading.field]
    if unread:
        said = [f"{_quoted(heading.text)}{f' ({heading.how})' if heading.how else ''}" for heading in unread]
        more = f"; and {len(said) - UNREAD_SHOWN:,} more" if len(said) > UNREAD_SHOWN else ""
        yield f"  Not read: {'; '.join(said[:UNREAD_SHOWN])}{more}"
    counts = Counter(each.reason for each in suppliers.left_out)
    if counts:
        out = [f"{count:,} × {reason}{_with_spend(suppliers, reason)}" for reason, count in counts.most_common()]
        yield f"  Left out: {'; '.join(out)}"
    if suppliers.notes:
        yield f"  {counted(len(suppliers.notes), 'note')} on cells that could not be taken as they stand."


def _with_spend(suppliers: Suppliers, reason: str) -> str:
    amount = suppliers.spend_left_out.get(reason)
    return f" ({pounds(amount)})" if amount else ""


def _quoted(text: str) -> str:
    return f"'{one_line(text)}'"


def _grid() -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    for _ in range(4):
        grid.add_column(overflow="fold")
    return grid


def ranking(report: Report, top: int, width: int) -> list[Part]:
    """The headline, the first suppliers with their reasons, and what is most often not known."""
    parts: list[Part] = ["", checked_line(report), "", _headline(report), ""]
    shown = [report.assessment(int(number)) for number in report.scores.order[:top]]
    if shown:
        parts += ["First to look at" if _anybody_flagged(report) else NOBODY_FLAGGED]
        parts += [_ranked_table(report, shown)] if width >= NARROW else _ranked_blocks(shown)
    left = len(report) - len(shown)
    if left:
        parts += ["", f"… {left:,} more: write them all with  -o register.xlsx"]
    return [*parts, *_most_open(report)]


def _anybody_flagged(report: Report) -> bool:
    return bool((report.outcomes == Outcome.FLAGGED).any())


def _headline(report: Report) -> Text:
    suppliers = report.suppliers
    spend = f", {spend_said(report)}" if suppliers.has_spend.any() else ""
    said = Text(f"{counted(len(report), 'supplier')}{spend}:  ")
    for band in Band:
        count = report.count(band)
        if count:
            said.append(f"{band.word} {count:,}", STYLES.get(band, "")).append("   ")
    return said


def _ranked_table(report: Report, shown: Sequence[Assessment]) -> RichTable:
    """One line a supplier; the reasons only where somebody has one, since all else is said once below."""
    with_reasons = _anybody_flagged(report)
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Supplier", overflow="fold", ratio=3)
    table.add_column("Priority\nfor checks", no_wrap=True)
    table.add_column("Score,\ncould reach", justify="right", no_wrap=True)
    table.add_column("Spend", justify="right", no_wrap=True)
    if with_reasons:
        table.add_column("Why, or what is not known", overflow="fold", ratio=4)
    for one in shown:
        spend = "" if one.spend is None else pounds(one.spend)
        band = Text(one.band.word, STYLES.get(one.band, ""))
        score = f"{one.score}, {one.could_reach}"
        why = [Text(reasons(one))] if with_reasons else []
        table.add_row(str(one.rank), Text(one.name), band, score, spend, *why)
    return table


def _ranked_blocks(shown: Sequence[Assessment]) -> list[Part]:
    parts: list[Part] = []
    for one in shown:
        spend = "" if one.spend is None else f", {pounds(one.spend)}"
        parts.append(Text(f"{one.rank}. {one.name}", "bold"))
        parts.append(indented(f"{one.band.phrase}; score {one.score}, could reach {one.could_reach}{spend}", 3))
        parts.append(indented(reasons(one), 3))
    return parts


def indented(text: str, by: int) -> Padding:
    return Padding(Text(text), (0, 0, 0, by))


def _most_open(report: Report) -> list[Part]:
    """The blanks that stand in the way of most suppliers."""
    counts = sorted(
        ((int(flags.sum()), name) for name, flags in report.open_fields.items() if flags.any()), reverse=True
    )
    if not counts:
        return []
    fields = report.suppliers.fields
    said = "; ".join(f"{in_sentence(fields[name].label)} ({count:,})" for count, name in counts[:4])
    return ["", Text(f"Most often not known: {said}.")]


def understanding(report: Report, width: int) -> list[Part]:
    """For ``check``: the cells that could not be read, and which rules the list can answer."""
    suppliers = report.suppliers
    parts: list[Part] = [""]
    notes = sorted(suppliers.notes, key=lambda note: note.understood)
    parts += [indented(f"{note.where}: {one_line(note.problem)}", 2) for note in notes[:NOTES_SHOWN]]
    if len(notes) > NOTES_SHOWN:
        parts.append(f"  … {len(notes) - NOTES_SHOWN:,} more; screen with -o register.xlsx lists them all.")
    parts += ["", "What the list can answer", _answerable(report)]
    return [*parts, *_most_open(report), "", "Nothing was written."]


def _answerable(report: Report) -> RichTable:
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Rule", no_wrap=True)
    for heading in ("Settled", "Not known", "Does not apply"):
        table.add_column(heading, justify="right", max_width=9, overflow="fold")
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        counts = [int((outcomes == outcome).sum()) for outcome in Outcome]
        settled = counts[Outcome.FLAGGED] + counts[Outcome.CLEAR]
        table.add_row(
            rule.id, f"{settled:,}", f"{counts[Outcome.NOT_KNOWN]:,}", f"{counts[Outcome.NOT_APPLICABLE]:,}"
        )
    return table
