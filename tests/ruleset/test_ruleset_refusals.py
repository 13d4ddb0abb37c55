"""Faults 97-110: every mistake in a rule file is refused with its words, its file and its line."""

# ruff: noqa: E501  (one case, one line)
from __future__ import annotations

from pathlib import Path

import pytest

from tests.ruleset.ruleset_making import GOOD, RULE, changed, line_of, loaded, refused, saved

PUBLISHED, TURNOVER = "      statement_published: no\n", "      turnover: at least {threshold}\n"
RELIEF = ("    track: law\n    severity: high\n", "    track: assurance\n    relief: 5\n")


def test_the_rule_set_that_is_spoilt_below_is_good(tmp_path: Path) -> None:
    assert list(loaded(tmp_path, GOOD).rules) == ["s54-test"]


def case(name: str, changes: tuple[str, ...], at: str, problem: str, hint: str = "") -> object:
    return pytest.param(changes, at, problem, hint, id=name)


@pytest.mark.parametrize(
    ("changes", "at", "problem", "hint"),
    [
        # -- YAML's own traps
        case("99 duplicate key", ("version: 1\n", "version: 1\ntitle: Again\n"), "Again", "'title' stands twice"),
        case("99 T68 duplicate rule id", (RULE, RULE + RULE), "", "'s54-test' stands twice: here and on line 34"),
        case("103 tag", ("title: A test", "title: !!python/object:os.system x"), "!!python", "is a tag"),
        case("103 tag of our own", ("version: 1", "version: !int 1"), "!int", "is a tag; every value here is plain"),
        case("102 anchor", ("title: A test", "title: &a A test"), "&a", "'&a' is an anchor"),
        case("102 alias", ("title: A test", "title: *a"), "*a", "'*a' is an alias", "Write the value out again."),
        case("104 merge key", ("    duty: supplier", "    <<: {duty: us}"), "<<", "'<<' merges keys"),
        case("104 second document", (RULE, RULE + "---\ntitle: Two\n"), "---", "starts a second document"),
        case("98 tab", ("    duty: supplier", "\tduty: supplier"), "\tduty", "is not well-formed YAML", "a tab"),
        case("98 bad indent", ("    duty: supplier", "   duty: supplier"), "   duty: s", "is not well-formed YAML"),
        case("98 unclosed quote", ("title: A test", 'title: "A test'), "", "is not well-formed YAML"),
        case("# cuts a phrase", ("title: A test", "title: Test #1 of 2"), "#1", "cuts the text after 'Test'"),
        case("# after £", ("{2015-10-29: £36m}", "\n      2015-10-29: £36m #or so"), "#or", "after '£36m'"),
        case("# after a tab", ("duty: supplier", "duty: supplier\t#us"), "#us", "cuts the text after 'supplier'"),
        case("a list as a key", ("title: A test", "? [a]\n    : b"), "? [a]", "a key must be plain text"),
        case("flow-style condition", (f"\n{PUBLISHED}", " {legal_form: one of [llp, company]}\n"), "one of [llp",
             "is not well-formed YAML", "Write conditions in block style"),
        case("a list for a phrase", (PUBLISHED, "      legal_form: [llp]\n"), "[llp]", "'legal_form' must be a text"),
        # -- names
        case("100 unknown key", ("flag_when", "flag_whne"), "whne", "'flag_whne' is not a key", "'flag_when'"),
        case("100 unknown top key", ("scoring:", "scorring:"), "scorring", "not a key of a rule set", "'scoring'"),
        case("100 unknown severity in points", ("low: 4}", "low: 4, hihg: 3}"), "hihg", "'hihg' is not", "'high'"),
        case("100 unknown band", ("low: 0}", "low: 0, tiny: 0}"), "tiny", "'tiny' is not a key", "critical"),
        case("105 unknown field", (PUBLISHED, "      statment_published: no\n"), "statment",
             "there is no field or term called 'statment_published'", "Did you mean 'statement_published'"),
        case("105 unknown term", ("      in_scope: yes\n", "      in_scop: yes\n"), "in_scop: ",
             "there is no field or term called 'in_scop'", "'in_scope'"),
        case("105 unknown parameter", ("{threshold}\n", "{treshold}\n"), "{treshold}",
             "there is no parameter or field called 'treshold'", "Did you mean 'threshold'"),
        case("105 unknown source", ("source: act, section 54\n", "source: atc, section 54\n"), "s54-test:",
             "there is no source called 'atc'", "Did you mean 'act'"),
        case("105 unknown field in an example", ("flagged: [{in_scope", "flagged: [{inscope"), "{inscope",
             "there is no field or term called 'inscope'", "'in_scope'"),
        case("105 unknown choice", (PUBLISHED, "      legal_form: sole tradr\n"), "tradr",
             "'sole tradr' is not one of the listed answers", "'sole trader'"),
        case("105 unknown choice in a list", (PUBLISHED, "      legal_form: one of [llp, compnay]\n"), "compnay",
             "'compnay' is not one of the listed answers", "'company'"),
        case("105 unknown country", (PUBLISHED, "      country: Ruritania\n"), "Ruritania", "is not a country"),
        case("105 unknown severity", ("severity: high", "severity: hihg"), "hihg", "'hihg' is not a severity",
             "Did you mean 'high'"),
        case("105 unknown track", ("track: law", "track: lwa"), "lwa", "'lwa' is not a track", "'law'"),
        case("105 unknown duty", ("duty: supplier", "duty: suplier"), "suplier", "is not a duty", "'supplier'"),
        case("105 impossible outcome", ("      clear:", "      cleer:"), "cleer", "not a key of examples", "'clear'"),
        case("105 a term in an example is no maybe", ("flagged: [{in_scope: yes", "flagged: [{in_scope: maybe"),
             "maybe", "the term 'in_scope' is yes, no or not_known, not 'maybe'"),
        case("a rule id without subject", ("s54-test", "no-statement"), "no-statement", "its subject", ""),
        case("a term named as a field", ("  in_scope:\n", "  country:\n"), "country:", "'country' is a field already"),
        case("a term named as a word of conditions", ("  in_scope:\n", "  any:\n"), "any:", "'any' cannot be"),
        case("a parameter named as a field", ("  threshold:\n", "  turnover_own:\n"), "turnover_own:",
             "'turnover_own' is a field already"),
        case("a parameter named as the day", ("  threshold:\n", "  as_of:\n"), "as_of:", "'as_of' cannot be"),
        case("because names what is not read", ("(turnover {turnover})", "({country})"), "s54-test:",
             "'because' uses {country}, which the rule 's54-test' does not read"),
        case("because with an open brace", ("{turnover})", "{turnover)"), "s54-test:", "a brace that is not closed"),
        case("because with an empty brace", ("{turnover})", "{})"), "s54-test:", "'because' uses {}"),
        # -- phrases
        case("not blank", (PUBLISHED, "      statement_url: not blank\n"), "not blank", "'not blank' is not allowed"),
        case("blank under unless", ("    because", "    unless:\n      statement_url: blank\n    because"),
             "unless", "'blank' is not allowed under 'unless'"),
        case("blank under applies_when of relief", (*RELIEF, "      in_scope: yes\n    flag", "      statement_url: blank\n    flag"),
             "applies_when", "'blank' is not allowed under 'applies_when'"),
        case("blank under not", (PUBLISHED, "      not:\n        statement_url: blank\n"), "not:",
             "'blank' is not allowed under 'not'"),
        case("blank under not, further down",
             (PUBLISHED, "      not:\n        any:\n          - statement_url: blank\n          - turnover: £1\n"),
             "not:", "'blank' is not allowed under 'not'"),
        case("blank with more after it", (PUBLISHED, "      statement_url: blank or not\n"), "blank or",
             "'blank' stands alone"),
        case("a range as a limit", (TURNOVER, "      turnover: at least £10m-£50m\n"), "£10m-£50m",
             "'at least' needs one figure, not a range"),
        case("a range as a limit, by a parameter", ("£36m}\n", "£10m-£50m}\n"), "at least {threshold}",
             "'at least' needs one figure, not a range"),
        case("a month as a limit", (PUBLISHED, "      statement_year_end: at most 2025\n"), "at most 2025",
             "needs one figure, not a range"),
        case("an amount that is none", (TURNOVER, "      turnover: at least lots\n"), "lots", "'lots' is not an amount"),
        case("an amount that is converted", (TURNOVER, "      turnover: at least €36m\n"), "€36m", "'€36m' is not an"),
        case("a parameter that is converted", ("£36m}\n", "€36m}\n"), "€36m",
             "the parameter 'threshold' has '€36m', which is not an amount of money"),
        case("a parameter of another kind", ("£36m}\n", "soon}\n"), "soon",
             "the parameter 'threshold' has 'soon', which is not an amount of money"),
        case("the day of the run as an amount", ("{threshold}\n", "{as_of}\n"), "{as_of}", "cannot be compared"),
        case("two fields of unlike kinds", ("{threshold}\n", "{turnover_year_end}\n"), "{turnover_year_end}",
             "'turnover' is an amount of money and 'turnover_year_end' is a date: they cannot be compared"),
        case("a phrase of another kind", (PUBLISHED, "      statement_published: at least 1\n"), "at least 1",
             "'at least' cannot be asked of 'statement_published', which is yes or no", "It can be asked: is"),
        case("an age that is none", (PUBLISHED, "      statement_year_end: older than a while\n"), "a while",
             "'a while' is not an age", "18 months"),
        case("a list without brackets", (PUBLISHED, "      legal_form: one of llp\n"), "one of llp", "is not a list"),
        case("an empty list", (PUBLISHED, "      legal_form: one of []\n"), "one of []", "needs something"),
        case("a list with a hole", (PUBLISHED, "      legal_form: one of [llp,, company]\n"), ",,", "needs something"),
        case("a phrase without words", (PUBLISHED, "      category: mentions one of [care, &]\n"), "&", "'&' has no word"),
        case("a blank phrase", (PUBLISHED, "      statement_published:\n"), "statement_published:\n", "needs something"),
        case("a term that is maybe", ("      in_scope: yes\n", "      in_scope: maybe\n"), "maybe",
             "the term 'in_scope' is yes or no, not 'maybe'"),
        case("a term defined by itself", (TURNOVER, "      in_scope: yes\n"), "in_scope:",
             "the term 'in_scope' is defined by itself"),
        case("any without a list", (PUBLISHED, "      any: statement_published\n"), "any:", "'any' needs a list"),
        case("any of phrases alone", (PUBLISHED, "      any: [llp]\n"), "any:", "each item under 'any'"),
        case("a condition of nothing", (f"\n{PUBLISHED}", " {}\n"), "flag_when", "a condition needs at least one line"),
        # -- rules, numbers, days
        case("law without its words", ("    law: The words of the law.\n", ""), "title: A test", "quotes it"),
        case("severity on exclusion", ("track: law", "track: exclusion"), "severity", "'exclusion' has no severity"),
        case("a duty of ours laid on the supplier", ("track: law\n    severity: high", "track: buyer"), "title: A test",
             "for us to act on"),
        case("severity of a duty of ours", ("track: law", "track: buyer"), "severity", "'buyer' has no severity"),
        case("a step at no stage", ("    duty: supplier", "    steps: {someday: Ask.}\n    duty: supplier"), "someday",
             "'someday' is not a key of steps"),
        case("a step without words", ("    duty: supplier", "    steps: {award: }\n    duty: supplier"), "steps",
             "steps lacks award"),
        case("relief outside assurance", ("severity: high", "severity: high\n    relief: 5"), "relief: 5",
             "only an assurance rule gives relief"),
        case("109 relief of text", ("track: law\n    severity: high", "track: assurance\n    relief: much"),
             "relief: much", "'relief' must be a whole number"),
        case("109 points negative", ("high: 25", "high: -25"), "high: -25", "'high' must be a whole number"),
        case("109 points NaN", ("high: 25", "high: nan"), "high: nan", "not 'nan'"),
        case("109 points 1e308", ("high: 25", "high: 1e308"), "1e308", "not '1e308'"),
        case("109 points 1e3", ("high: 25", "high: 1e3"), "1e3", "not '1e3'"),
        case("110 T68 bands that do not fall", ("critical: 60, high: 25", "critical: 20, high: 25"), "points:",
             "the bands must fall from critical to low"),
        case("110 bands that are equal", ("critical: 60, high: 25", "critical: 25, high: 25"), "points:", "must fall"),
        case("110 low that leaves a gap", ("low: 0", "low: 1"), "points:", "low must start at 0"),
        case("missing required key", ("    next_step: Ask.\n", ""), "title: A test", "lacks next_step"),
        case("blank required key", ("next_step: Ask.", "next_step:"), "title: A test", "lacks next_step"),
        case("blank group", ("severity: high", "severity: high\n    group:"), "group:", "'group' is blank"),
        case("106 T62 rule without source", ("    source: act, section 54\n", ""), "title: A test", "lacks source"),
        case("missing top key", ("reviewed: 2026-11-22\n", ""), "title: Test", "a rule set lacks reviewed"),
        case("missing scoring", ("  relief_cap: 15\n", ""), "points:", "scoring lacks relief_cap"),
        case("a day that is none", ("in_force: 2016-03-31", "in_force: 2016-02-30"), "02-30", "'2016-02-30' is not a day"),
        case("a day written otherwise", ("in_force: 2016-03-31", "in_force: 31/03/2016"), "31/03/2016", "is not a day"),
        case("108 T68 a rule never in force", ("in_force: 2016-03-31", "in_force: 2016-03-31\n    until: 2016-03-30"),
             "until", "'until' is before 'in_force'"),
        case("105 a parameter later than its rule", ("2015-10-29: £36m", "2020-01-01: £36m"), "s54-test:",
             "'threshold' has no value before 2020-01-01, but the rule 's54-test' is in force from 2016-03-31"),
        case("112 no rule", (RULE, "  {}\n"), "title:", "has no rule: there is nothing to ask"),
        case("examples that are no list", ("flagged: [{in_scope: yes, statement_published: no}]", "flagged: yes"),
             "flagged:", "must be a list of {field: value}"),
    ],
)  # fmt: skip
def test_fault(tmp_path: Path, changes: tuple[str, ...], at: str, problem: str, hint: str) -> None:
    text = changed(*changes)
    error = refused(saved(tmp_path, text))
    assert problem in error.problem
    assert hint in error.hint
    if at:
        marked = at.rstrip("\n")
        lines = {number for number, line in enumerate(text.splitlines(), 1) if marked in line}
        assert error.where in {f"mine.yaml:{each}" for each in lines}
    else:
        assert error.where.startswith("mine.yaml:")


@pytest.mark.parametrize(
    ("data", "where", "problem"),
    [
        pytest.param(b"", "mine.yaml", "is empty", id="97 empty"),
        pytest.param(b"# only a comment\n", "mine.yaml", "is empty", id="97 only comments"),
        pytest.param(b"~\n", "mine.yaml:1", "must start with keys such as 'title:'", id="97 null document"),
        pytest.param(b"- a\n", "mine.yaml:1", "must start with keys", id="97 a list"),
        pytest.param(b"title: \xa336m\n", "mine.yaml:1", "is not UTF-8 text", id="115 Windows-1252"),
        pytest.param(b"title: a\nversion: \xff\n", "mine.yaml:2", "is not UTF-8 text", id="115 the line of it"),
        pytest.param(GOOD.encode("utf-16"), "mine.yaml", "is UTF-16 text", id="115 UTF-16"),
        pytest.param(b"title: a\x00b\n", "mine.yaml:1", "which YAML does not allow", id="115 a null"),
        pytest.param(b"title: \x1b[31m\n", "mine.yaml:1", "which YAML does not allow", id="115 an escape"),
        pytest.param(b"x" * 1_000_001, "mine.yaml", "is 1,000,001 bytes", id="102 10 MB"),
        pytest.param(b"a: " + b"[" * 2000, "mine.yaml:1", "is nested deeper than 40 levels", id="102 depth 2,000"),
        pytest.param(b"a: &a [*a, *a]\n", "mine.yaml:1", "is an anchor", id="102 recursive alias"),
    ],
)
def test_fault_in_the_whole_file(tmp_path: Path, data: bytes, where: str, problem: str) -> None:
    error = refused(saved(tmp_path, data))
    assert (error.where, problem in error.problem) == (where, True), error


def test_fault_97_a_missing_file_offers_the_nearest_name() -> None:
    error = refused(Path("section-45"))
    assert (error.problem, error.hint) == (
        "there is no rule set called 'section-45'",
        "Did you mean 'section-54'?",
    )


def test_a_byte_order_mark_and_a_yaml_directive_are_no_fault(tmp_path: Path) -> None:
    assert loaded(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()).title == "Test rules"
    assert loaded(tmp_path, "%YAML 1.1\n---\n" + GOOD).title == "Test rules"


def test_a_comment_that_stands_off_is_no_fault(tmp_path: Path) -> None:
    text = changed("duty: supplier", "duty: supplier  # who must act", "title: A test", 'title: "Test #1"')
    assert loaded(tmp_path, text).rules["s54-test"].title == "Test #1"


@pytest.mark.parametrize(
    "title", ["NO", "no", "on", "y", "1.10", "012", "1:30", "1e6", "2024-01-01", "~", "36_000_000", "0x1F", ".inf"]
)
def test_t67_fault_101_every_value_stays_the_text_that_was_typed(tmp_path: Path, title: str) -> None:
    rules = loaded(tmp_path, changed("title: A test", f"title: {title}", "version: 1", f"version: {title}"))
    assert (rules.rules["s54-test"].title, rules.version) == (title, title)


def test_t67_norway_is_a_country_and_no_an_answer(tmp_path: Path) -> None:
    rules = loaded(tmp_path, changed(PUBLISHED, "      country: one of [NO, SE]\n"))
    operands = rules.rules["s54-test"].flag_when.phrase.operands  # type: ignore[union-attr]
    assert [each.reading.value for each in operands] == [("NO",), ("SE",)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param((PUBLISHED, "      nowhere: no\n"), id="the term is asked no"),
        pytest.param((PUBLISHED, "      not:\n        nowhere: yes\n"), id="under not"),
        pytest.param((PUBLISHED, "      country: GB\n    unless:\n      nowhere: yes\n"), id="under unless"),
        pytest.param(
            (
                *RELIEF,
                "      in_scope: yes\n    flag_when",
                "      nowhere: yes\n    flag_when",
                " (turnover {turnover})",
                "",
            ),
            id="of relief",
        ),
    ],
)
def test_a_blank_behind_a_term_is_refused_where_a_blank_is(tmp_path: Path, changes: tuple[str, ...]) -> None:
    term = """\
  nowhere:
    meaning: No address is held
    when:
      statement_url: blank
    source: act
    examples:
      yes: [{}]
      no: [{statement_url: "https://example.com"}]

scoring:
"""
    text = changed("\nscoring:\n", term, *changes)
    error = refused(saved(tmp_path, text))
    assert "'nowhere' asks for a blank" in error.problem
    assert error.where == f"mine.yaml:{line_of(text, 's54-test:')}"


def test_a_blank_behind_a_term_that_must_hold_is_no_fault(tmp_path: Path) -> None:
    term = "  nowhere:\n    meaning: None held\n    when:\n      statement_url: blank\n    source: act\n"
    term += "    examples: {yes: [{country: GB}]}\n\nscoring:\n"
    assert loaded(tmp_path, changed("\nscoring:\n", term, PUBLISHED, "      nowhere: yes\n"))
