"""Blanking any cell helps nobody, whatever the rules ask: random rule sets, exceptions wherever they may stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from msrisk.model import Band, Severity, Track
from msrisk.ruleset.document import Mark
from msrisk.ruleset.rules import Rule, RuleSet, Term
from tests.evaluate.evaluate_making import COLUMNS, LINES, every_track, screened
from tests.logic import logic_making as making

# Fields that nothing else in these lists speaks for; a name or a link that contradicts them is another matter.
ASKED = {
    "turnover": ["at least £36m", "less than £10m", "not at least {threshold}"],
    "uk_business": ["yes", "no"],
    "legal_form": ["sole trader", "not company", "one of [company, partnership]"],
    "statement_published": ["yes", "no"],
    "statement_covers_supplier": ["yes", "no"],
    "statement_year_end": ["older than 18 months", "after 2026"],
    "statement_approved": ["yes", "no"],
    "statement_signed": ["yes", "no"],
    "statement_linked": ["yes", "no"],
    "statement_no_steps": ["yes", "no"],
    "category": ["mentions one of [cleaning]", "not mentions one of [food, cleaning]"],
    "origin": ["China", "not France", "one of [France, GB]"],
}
FACTS = {
    heading: COLUMNS[heading] for heading in COLUMNS.keys() - {"Country", "Company number", "Turnover year end"}
}
SUPPLIERS, MARK = 8, Mark("test.yaml", 1)


def line(chance: Random, blanks: bool) -> tuple[str, str]:
    name = chance.choice(list(ASKED))
    return name, "blank" if blanks and chance.random() < 0.15 else chance.choice(ASKED[name])


def rule_set(chance: Random) -> RuleSet:
    """Three terms, and a rule of each track or two."""
    base, written = every_track(), making.terms(chance, line=line)
    terms = {
        name: Term(name, "m", making.parsed_term(each, list(written), base.fields), "ours", (), MARK)
        for name, each in written.items()
    }
    rules = [rule(chance, base, list(terms), number, track) for number, track in enumerate([*Track, *Track])]
    return replace(base, terms=terms, rules={each.id: each for each in rules})


def rule(chance: Random, base: RuleSet, terms: list[str], number: int, track: Track) -> Rule:
    keys = ["flag_when", *(key for key in ("applies_when", "unless") if chance.random() < 0.4)]
    unblanked = ("unless", "applies_when") if track is Track.ASSURANCE else ("unless",)
    written = {
        key: making.condition(chance, terms, depth=1, blanks=key not in unblanked, line=line) for key in keys
    }
    parts = {key: making.parsed(each, terms, base.fields) for key, each in written.items()}
    return Rule(
        id=f"s54-{number}",
        title="T",
        source="ours",
        in_force=date(2016, 3, 31),
        track=track,
        flag_when=parts["flag_when"],
        because="Because.",
        next_step="Ask.",
        duty="us",
        not_a_problem_when="Never.",
        examples=(),
        mark=MARK,
        severity=chance.choice(list(Severity)) if track in (Track.LAW, Track.EXPOSURE) else None,
        relief=10 if track is Track.ASSURANCE else 0,
        group=chance.choice(["one", "two", "three"]),
        applies_when=parts.get("applies_when"),
        unless=parts.get("unless"),
    )


def supplier_rows(chance: Random) -> list[dict[str, str]]:
    facts = {heading: chance.choice(said) for heading, said in sorted(FACTS.items())}
    return [
        {**facts, **{heading: chance.choice(said) for heading, said in LINES.items()}}
        for _ in range(chance.choice([1, 1, 2]))
    ]


@settings(max_examples=60, deadline=None)
@given(st.builds(Random, st.integers(0, 2**32)))
def test_t59_blanking_any_cell_helps_nobody_whatever_the_rules_ask(chance: Random) -> None:
    """Each supplier as it is, and once more for each column, blanked: a fact in all its rows, a line's in one."""
    rules, columns, rows = rule_set(chance), ["", *sorted(FACTS), *LINES], []
    for number in range(SUPPLIERS):
        held = supplier_rows(chance)
        for place, blanked in enumerate(columns):
            one = chance.randrange(len(held))
            for at, row in enumerate(held):
                gone = {blanked: ""} if blanked in FACTS or (blanked in LINES and at == one) else {}
                rows.append({"Supplier": f"Alder {chr(65 + number)}{place}", **row, **gone})
    report = screened(rows, rules)
    assert len(report.suppliers) == SUPPLIERS * len(columns)
    could_reach, band = (each.reshape(SUPPLIERS, -1) for each in (report.scores.could_reach, report.scores.band))
    assert (could_reach >= could_reach[:, :1]).all()
    assert ((band < Band.MEDIUM) | (band[:, :1] >= Band.MEDIUM)).all()
