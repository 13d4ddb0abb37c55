"""``rules test``: wrong examples, clauses nobody defends, outcomes nobody shows, rules that cannot end so."""

# ruff: noqa: E501  (one case, one line)
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msrisk.model import Track
from msrisk.ruleset.check import check_rules
from msrisk.ruleset.defence import uncovered, undefended
from msrisk.ruleset.examples import example_failures
from msrisk.ruleset.load import built_in, load_rules
from tests.ruleset.ruleset_making import GOOD, changed, line_of, loaded

DAY = date(2026, 11, 22)
SHIPPED = {name: load_rules(name) for name in built_in()}
PARTS = [
    pytest.param(name, subject, id=f"{name} {subject}")
    for name, rules in SHIPPED.items()
    for subject in (*rules.terms, *rules.rules)
]


def subject_of(name: str, subject: str) -> object:
    rules = SHIPPED[name]
    return rules.rules.get(subject) or rules.terms[subject]


@pytest.mark.parametrize(("name", "subject"), PARTS)
def test_examples(name: str, subject: str) -> None:
    assert example_failures(SHIPPED[name], subject_of(name, subject)) == []  # type: ignore[arg-type]


def test_the_source_of_a_ground_is_the_act_by_its_number_and_scores_nothing() -> None:
    rules = SHIPPED["exclusion"]
    grounds = [rule for rule in rules.rules.values() if rule.track is Track.EXCLUSION]
    assert len(grounds) == 10
    for rule in grounds:
        assert rules.cited(rule.source).startswith(
            ("Procurement Act 2023, section", "Procurement Act 2023, Schedule")
        )
        assert (rules.points(rule), rule.duty, rule.severity) == (0, "us", None)
        assert "legal review" in rule.next_step
        assert rule.steps or rule.id == "exclusion-listed"


def test_t99_no_word_of_the_exclusion_rules_judges_a_supplier() -> None:
    for rule in SHIPPED["exclusion"].rules.values():
        said = f"{rule.title} {rule.because}".casefold()
        assert not any(
            word in said for word in ("excluded", "guilty", "must be", "unlawful", "offender", "in breach")
        )


@pytest.mark.parametrize(("name", "subject"), PARTS)
def test_every_clause_is_defended(name: str, subject: str) -> None:
    assert undefended(SHIPPED[name], subject_of(name, subject)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "subject"), PARTS)
def test_every_outcome_is_shown_and_can_happen(name: str, subject: str) -> None:
    assert uncovered(SHIPPED[name], subject_of(name, subject)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SHIPPED)
def test_rules_test_passes(name: str) -> None:
    checked = check_rules(SHIPPED[name], SHIPPED[name].reviewed)
    assert (checked.failures, checked.warnings) == ((), ())
    assert checked.summary.endswith("all pass")


def problems(folder: Path, *changes: str) -> list[str]:
    checked = check_rules(loaded(folder, changed(*changes)), DAY)
    return [f"{each.subject}: {each.problem}" for each in checked.failures]


def test_the_rule_set_that_is_spoilt_below_passes(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


FLAGGED = "      flagged: [{in_scope: yes, statement_published: no}]\n"
CLEAR = "      clear: [{in_scope: yes, statement_published: yes}]\n"
MAYBE = "        - {in_scope: not_known, statement_published: no}\n"
PENNY = '        - {uk_business: yes, turnover: "£35,999,999.99"}\n'


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param((CLEAR, CLEAR.replace("yes}", "no}")),
                     "s54-test: the example says clear, the rule file says flagged", id="a wrong example"),
        pytest.param(("not_known: [{uk_business: yes}]", "not_known: [{uk_business: no}]"),
                     "in_scope: the example says not_known, the rule file says no", id="a wrong example of a term"),
        pytest.param((PENNY, ""), "in_scope: no example notices when limit of 'turnover' moved", id="a penny less"),
        pytest.param(("turnover: £36m}]", "turnover: £37m}]"),
                     "in_scope: no example notices when 'turnover' more than", id="the limit itself"),
        pytest.param(("        - {uk_business: no, turnover: £36m}\n", ""),
                     "in_scope: no example notices when 'uk_business' dropped", id="a line dropped"),
        pytest.param((CLEAR, ""), "s54-test: no example shows clear", id="an outcome without example"),
        pytest.param(("      not_known: [{uk_business: yes}]\n", ""),
                     "in_scope: no example shows not_known", id="an answer without example"),
        pytest.param(("      statement_published: no\n    because",
                      "      all:\n        - statement_published: no\n        - statement_published: yes\n    because"),
                     "s54-test: can never come out flagged", id="108 T68 an unreachable rule"),
        pytest.param(("      in_scope: yes\n    flag_when:\n      statement_published: no\n",
                      "      in_scope: yes\n    flag_when:\n      in_scope: yes\n"),
                     "s54-test: can never come out clear", id="108 a rule that is always true"),
    ],
)  # fmt: skip
def test_rules_test_catches(tmp_path: Path, changes: tuple[str, ...], problem: str) -> None:
    assert problem in problems(tmp_path, *changes)


def test_a_failure_names_the_file_and_line_of_the_example(tmp_path: Path) -> None:
    text = changed(CLEAR, CLEAR.replace("yes}", "no}"))
    failure = check_rules(loaded(tmp_path, text), DAY).failures[0]
    assert str(failure.mark) == f"mine.yaml:{line_of(text, 'clear: [')}"


def test_fault_106_a_rule_set_reviewed_over_a_year_ago_is_a_warning(tmp_path: Path) -> None:
    rules = loaded(tmp_path, GOOD)
    assert check_rules(rules, date(2027, 11, 22)).warnings == ()
    late = check_rules(rules, date(2027, 11, 23))
    assert ("was last reviewed on 2026-11-22, over a year ago" in late.warnings[0], late.failures) == (True, ())


def test_two_fields_that_are_compared_can_come_out_either_way(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "      statement_published: no\n    because", "      turnover_own: more than {turnover}\n    because",
        FLAGGED, "      flagged: [{in_scope: yes, turnover: £5, turnover_own: £5.01}]\n",
        CLEAR, "      clear: [{in_scope: yes, turnover: £5, turnover_own: £5}]\n",
        MAYBE, "        - {in_scope: not_known, turnover: £5, turnover_own: £6}\n",
        "statement_published: no}]\n", "turnover: £5, turnover_own: £6}]\n",
    )  # fmt: skip
    assert found == []


def test_two_countries_that_are_compared_can_come_out_either_way(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "      statement_published: no\n    because", "      origin: not {country}\n    because",
        FLAGGED, "      flagged: [{in_scope: yes, country: GB, origin: CN}]\n",
        CLEAR, "      clear: [{in_scope: yes, country: GB, origin: GB}]\n",
        MAYBE, "        - {in_scope: not_known, country: GB, origin: CN}\n",
        "statement_published: no}]\n", "country: GB, origin: CN}]\n",
    )  # fmt: skip
    assert found == []


@pytest.mark.parametrize("age", ["0 days", "9999 days"])
def test_an_age_at_the_end_of_what_can_be_written_is_no_fault(tmp_path: Path, age: str) -> None:
    text = changed(
        "      statement_published: no\n    because", f"      statement_year_end: older than {age}\n    because"
    )
    assert all("s54-test" in each.subject for each in check_rules(loaded(tmp_path, text), DAY).failures)
