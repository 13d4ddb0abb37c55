"""For ``check``: each column of a list, what it was taken for and why, what it holds, and what it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rich.text import Text

from msrisk.files import one_line
from msrisk.model import ColumnSeen, Field, HeadingsSeen
from msrisk.report import Report
from msrisk.ruleset.conditions import fields_read
from msrisk.write.grid import Hanging, indented
from msrisk.write.terminal import Part
from msrisk.write.understood import list_name
from msrisk.write.words import counted

RULES_SHOWN = 3
LISTS_SHOWN = 6
_WHY = {
    "exact": "by its heading",
    "words": "by words in its heading",
    "its first words": "by the first words of its heading",
    "its cells bear it out": "by its heading, which its cells bear out",
    "as told": "as told",
}
_USES = {
    "supplier_name": "says who is screened",
    "supplier_id": "tells suppliers apart",
    "company_number": "tells suppliers apart and finds them in public files",
    "postcode": "helps to find suppliers in public files",
    "spend": "says how much is at stake, and the order among equals",
    "payment_date": "says which days the spend is of",
    "reference": "tells a payment that is given twice",
    "contract": "names contracts that name no supplier",
}


def columns_page(report: Report, seen: Sequence[HeadingsSeen], from_file: Collection[str] = ()) -> list[Part]:
    """Every column of every list; the same headings are shown once.

    from_file: the fields that a map file told, not the command line.
    """
    asked = _asked_by(report)
    parts: list[Part] = []
    for each in seen:
        parts += ["", Text(_title(each, len(seen)), "bold")]
        for column in each.columns:
            if column.heading.field:
                parts += _taken(report, column, asked, from_file)
        parts += _not_read(report, each.columns)
    return parts


def _title(seen: HeadingsSeen, among: int) -> str:
    if among == 1 and len(seen.tables) == 1:
        return "Columns"
    names = [
        f"{list_name(table)}, headings in row {table.header_row}" if len(seen.tables) == 1 else list_name(table)
        for table in seen.tables[:LISTS_SHOWN]
    ]
    more = f" and {len(seen.tables) - LISTS_SHOWN:,} more" if len(seen.tables) > LISTS_SHOWN else ""
    return f"Columns of {', '.join(names)}{more}"


def _taken(
    report: Report, column: ColumnSeen, asked: dict[str, list[str]], from_file: Collection[str]
) -> Iterator[Part]:
    heading, fields = column.heading, report.suppliers.fields
    field = fields[heading.field]
    why = "as your map file says" if heading.field in from_file else _WHY.get(heading.how, heading.how)
    stands_for = [fields[name].label for name in heading.also]
    also = f", and stands for {' and '.join(stands_for)}" if stands_for else ""
    yield Hanging(Text(f"'{one_line(heading.text)}': {field.label}{also} ({why})"), 2, f"{column.letters} ")
    if column.samples:
        yield indented(f"such as {'; '.join(column.samples)}", 5)
    yield indented(_cells(column), 5)
    yield indented(_answers(field, heading.also, asked), 5)


def _cells(column: ColumnSeen) -> str:
    counts = {"not understood": column.unread, "blank": column.blank}
    left = [f"{count:,} {what}" for what, count in counts.items() if count]
    return ", ".join([f"{counted(column.read, 'cell')} read", *left])


def _answers(field: Field, also: Sequence[str], asked: dict[str, list[str]]) -> str:
    """What a column lets us answer: the rules that ask it, or what else it is for."""
    first = field.name.rstrip("_0123456789")
    rules = list(dict.fromkeys(rule for name in (field.name, first, *also) for rule in asked.get(name, ())))
    use = _USES.get(first, "")
    if not rules:
        return use or "no rule of this set asks it"
    shown = ", ".join(rules[:RULES_SHOWN])
    more = f" and {len(rules) - RULES_SHOWN:,} more" if len(rules) > RULES_SHOWN else ""
    said = f"asked by {counted(len(rules), 'rule')}: {shown}{more}"
    return f"{use}; {said}" if use else said


def _asked_by(report: Report) -> dict[str, list[str]]:
    """By field the rules that ask it, also through a table that is entered by it."""
    rules, terms = report.rules, report.rules.conditions()
    found: dict[str, list[str]] = {}
    for rule in report.asked:
        for name in rules.with_what_is_behind(fields_read(rule.condition, terms)):
            found.setdefault(name, []).append(rule.id)
    return found


def _not_read(report: Report, columns: Sequence[ColumnSeen]) -> Iterator[Part]:
    """The columns nobody asked for; first those that may be wanted, each with the option that settles it."""
    fields = report.suppliers.fields
    unread = [each for each in columns if each.heading.text.strip() and not each.heading.field]
    plain = []
    for each in unread:
        text = one_line(each.heading.text)
        if each.near:
            said = f"is nearly a heading of {fields[each.near].label}"
            yield _offered(each, f'{said}; if it is, say so:  --map "{each.near}={text}"')
        elif each.alike:
            said = f"its cells have the form of {fields[each.alike].label}"
            yield _offered(each, f'{said}; if they are, say so:  --map "{each.alike}={text}"')
        elif each.heading.how:
            yield _offered(each, each.heading.how)
        else:
            plain.append(f"'{text}'")
    if plain:
        yield indented(f"Not read: {', '.join(plain)}", 2)


def _offered(column: ColumnSeen, why: str) -> Part:
    return Hanging(Text(f"'{one_line(column.heading.text)}' is not read: {why}"), 2, f"{column.letters} ")
