"""One list under several rule sets: the bands of each, who moved, and by which rule.

python benchmarks/overlays_side_by_side.py LIST [RULES ...]    the default, council and scotland if none is named
"""

from __future__ import annotations

import sys
from datetime import date

import numpy as np

from msrisk import load_rules, read_suppliers
from msrisk.model import About, Band, Outcome
from msrisk.report import Report
from msrisk.screening import report_on

AS_OF = date(2026, 11, 26)
DEFAULT = ("uk-public-procurement", "council", "scotland")
SHOWN = 10


def bands(report: Report) -> str:
    return "  ".join(f"{band.word} {report.count(band):,}" for band in Band)


def ended(report: Report, number: int) -> dict[str, str]:
    """How each rule that is about the supplier ended for one supplier."""
    about = [each for each in enumerate(report.asked) if each[1].about is About.SUPPLIER]
    return {rule.id: Outcome(int(report.outcomes[place, number])).word for place, rule in about}


def moved(first: Report, other: Report) -> list[str]:
    """The suppliers whose band or score differs, each with the rules that ended otherwise."""
    differs = (first.scores.band != other.scores.band) | (first.scores.score != other.scores.score)
    said = []
    for number in np.flatnonzero(differs & first.screened).tolist():
        old, new = ended(first, number), ended(other, number)
        rules = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
        was, now = (Band(int(each.scores.band[number])).word for each in (first, other))
        said.append(f"{first.suppliers.shown_name(number)}: {was} to {now}, by {', '.join(rules) or 'the points'}")
    return said


def beside(report: Report) -> list[str]:
    """The rules that say nothing of suppliers: flagged, not known and clear."""
    lines = []
    for rule, outcomes in zip(report.asked, report.outcomes, strict=True):
        if rule.about is not About.SUPPLIER:
            counts = [int(np.count_nonzero((outcomes == each) & report.screened)) for each in reversed(Outcome)]
            flagged, open_, clear, outside = (f"{count:,}" for count in counts)
            lines.append(
                f"    {rule.about.value}: {rule.id}: flagged {flagged}, not known {open_}, clear {clear}, "
                f"does not apply {outside}"
            )
    return lines


def main() -> None:
    path, *names = sys.argv[1:]
    suppliers = read_suppliers(path)
    reports = {name: report_on(suppliers, load_rules(name), AS_OF) for name in names or DEFAULT}
    first = next(iter(reports.values()))
    print(f"{int(first.screened.sum()):,} suppliers screened, as of {AS_OF}")
    for name, report in reports.items():
        print(f"\n{name}: {len(report.asked)} rules\n    {bands(report)}")
        changes = moved(first, report)
        print(f"    moved against {first.rules.name}: {len(changes):,}")
        for line in changes[:SHOWN]:
            print(f"      {line}")
        for line in beside(report):
            print(line)


if __name__ == "__main__":
    main()
