"""Mistakes that officers make in an overlay: one message each, with file, line, their words and the remedy."""

# ruff: noqa: E501  (one case, one line)
from __future__ import annotations

from pathlib import Path

import pytest

from msrisk.errors import RulesError
from msrisk.ruleset.load import load_rules

TOP = """\
title: Our rules
version: 1
reviewed: 2026-11-22
extends: uk-public-procurement
"""
GOOD = (
    TOP
    + """
parameters:
  turnover_threshold:
    values:
      2027-04-01: £50m

rules:
  s54-turnover-old:
    off: our register takes turnover from the accounts
  s54-statement-not-linked:
    severity: medium
"""
)
OWN = (
    TOP
    + """
rules:
  sector-own:
    title: Uniforms are washed by hand
    source: ours, agreed by the procurement board
    in_force: 2026-04-01
    track: exposure
    severity: medium
    flag_when:
      category: mentions one of [uniform hire]
    because: Uniforms are washed by hand ({category}).
    next_step: Ask who does the washing.
    duty: supplier
    not_a_problem_when: It is done in our own laundry.
    examples:
      flagged:
        - {category: Uniform hire}
      clear:
        - {category: Audit}
      not_known:
        - {category: tbc}
"""
)
OFF, REASON = "    off: our", "our register takes turnover from the accounts"
CONDITION = "category: mentions one of [uniform hire]"


def refused(folder: Path, raw: bytes, name: str = "our-rules.yaml") -> RulesError:
    path = folder / name
    path.write_bytes(raw)
    with pytest.raises(RulesError) as caught:
        load_rules(path)
    return caught.value


@pytest.mark.parametrize("text", [GOOD, OWN], ids=["switches and figures", "a rule of one's own"])
@pytest.mark.parametrize("ending", [".yaml", ".YAML", ".yml"])
def test_what_is_spoilt_below_is_good(tmp_path: Path, text: str, ending: str) -> None:
    (tmp_path / f"our-rules{ending}").write_text(text, encoding="utf-8-sig", newline="\r\n")
    assert load_rules(tmp_path / f"our-rules{ending}").title == "Our rules"


def of(name: str, old: str, new: str, at: str, problem: str, hint: str, base: str = GOOD) -> object:
    """A case: what is written for what, the words by which its line is found, and what must be said."""
    assert old in base, old
    return pytest.param(base.replace(old, new, 1), at, problem, hint, id=name)


@pytest.mark.parametrize(
    ("text", "at", "problem", "hint"),
    [
        # -- typing
        of("a tab for spaces", OFF, "\toff: our", "\toff", "a tab stands where spaces count", "It holds a tab"),
        of("a no-break space before", OFF, "\u00a0\u00a0\u00a0 off: our", "off: our", "no-break space", "Type the spaces"),
        of("a no-break space after the colon", "severity: m", "severity:\u00a0m", "severity", "no-break space", "reads: severity:\u00a0medium"),
        of("curly quotes around a colon", "off: " + REASON, "off: “see memo: 3”", "memo", "a colon stands", "curly quotes"),
        of("a curly quoted key", "s54-turnover-old", "“s54-turnover-old”", "“s54", "no rule called '“s54-turnover-old”'", "'s54-turnover-old'"),
        of("a curly quoted choice", "severity: medium", "severity: “medium”", "“medium”", "'“medium”' is not a severity", "Did you mean 'medium'?"),
        of("a quotation mark left open", "off: our", 'off: "our', "off:", "a quotation mark is not closed", f'off: "{REASON}"'),
        of("no colon after an id", "s54-turnover-old:", "s54-turnover-old", "off: our", "a colon stands where none can", "the line above too: it may lack its colon"),
        of("no colon after a key", "off: our", "off our", "  s54-turnover-old", "must have keys under it", "It says 'off our register"),
        of("no space after the colon", "severity: medium", "severity:medium", "not-linked:", "must have keys under it", "It says 'severity:medium'"),
        of("a key too far out", "    severity: medium", "  severity: medium", "not-linked", "must have keys under it", "two spaces further in"),
        of("a key too far in", "    severity: medium", "    severity: medium\n      title: Ours", "title: Ours", "a colon stands", "stands too far in or out"),
        of("a rule beside 'rules:'", "  s54-statement-not-linked:\n    sev", "s54-statement-not-linked:\n  sev", "s54-statement-not-linked", "'s54-statement-not-linked' is not a key", "below 'rules:', two spaces further in"),
        of("a comment that cuts a reason", "accounts", "accounts #see memo", "memo", "'#' starts a comment and cuts", "in quotes"),
        of("brackets that begin a text", "off: our", "off: [agreed] our", "[agreed]", "does not fit", f'Put the text in quotes: off: "[agreed] {REASON}"'),
        of("a colon in a text", "off: our register", "off: our register:", "off:", "a colon stands", 'quotes: off: "our register: takes'),
        of("a text that begins with @", "off: our", "off: @board our", "@board", "another meaning", 'quotes: off: "@board our'),
        of("a text that begins with a hyphen", "off: our", "off: - our", "- our", "begins with '-'", 'quotes: off: "- our'),
        of("a text that begins with an exclamation mark", "off: our", "off: ! our", "! our", "'!' is a tag", "in quotes"),
        of("a percent sign first", "off: our", "off: %5 our", "%5", "another meaning", 'quotes: off: "%5 our'),
        of("a figure with commas in braces", "\n      2027-04-01: £50m", " {2027-04-01: £50,000,000}", "values", "cuts a figure in two", '"£50,000,000"'),
        of("rules as a list", "  s54-turnover-old:", "  - s54-turnover-old:", "  s54-statement", "a key stands among the items", "without '- ' in front"),
        of("semicolons in braces", "rules:\n", "scoring:\n  points: {high: 30; low: 2}\nrules:\n", "30; low", "well-formed", "points: {high: 30; low: 2}"),
        # -- switching off
        of("off: no", REASON, "no", "off:", "needs a reason, not 'no'", "or leave the rule on"),
        of("off: Yes.", REASON, "Yes.", "off:", "needs a reason, not 'Yes.'", "every report repeats"),
        of("off: n/a", REASON, "n/a", "off:", "needs a reason, not 'n/a'", "in a few words"),
        of("off with nothing", " " + REASON, "", "off:", "'s54-turnover-old' off needs a reason", "in a few words"),
        of("Off with a capital", "off: our", "Off: our", "Off:", "'Off' is not a key of the rule", "Did you mean 'off'?"),
        of("a reason as a list", " " + REASON, "\n      - one\n      - two", "off:", "'off' must be a text", "on the same line"),
        of("off instead of keys", f":\n    off: {REASON}", ": off", "turnover-old: off", "must have keys under it", "It says 'off'"),
        # -- names
        of("a misspelt id", "turnover-old", "turnover-odl", "odl", "no rule called 's54-turnover-odl'", "'s54-turnover-old'"),
        of("an id in capitals", "s54-turnover-old", "S54-TURNOVER-OLD", "S54", "no rule called 'S54-TURNOVER-OLD'", "Did you mean 's54-turnover-old'?"),
        of("an id with spaces", "s54-turnover-old", "s54 turnover old", "s54 turnover", "no rule called 's54 turnover old'", "'s54-turnover-old'"),
        of("an id with dashes for hyphens", "s54-turnover-old", "s54–turnover–old", "–old", "no rule called", "Did you mean 's54-turnover-old'?"),
        of("the same id twice", "  s54-statement-not-linked", "  s54-turnover-old", "severity", "'s54-turnover-old' stands twice", ""),
        of("the same section twice", "rules:\n", "rules:\n  s54-statement-not-signed:\n    severity: low\n\nrules:\n", "turnover-old", "'rules' stands twice", ""),
        of("a misspelt parameter", "turnover_threshold", "turnover_treshold", "treshold", "no parameter called 'turnover_treshold'", "'turnover_threshold'"),
        of("a capital severity", "medium", "High", "High", "'High' is not a severity", "Did you mean 'high'?"),
        of("a severity that is none", "medium", "severe", "severe", "'severe' is not a severity", "critical, high, medium, low"),
        of("an unknown key of the worklist", "rules:\n", "worklist:\n  lookfirst: 40\nrules:\n", "lookfirst", "'lookfirst' is not a key", "'look_first'"),
        of("an unknown sector", "rules:\n", "worklist:\n  never_parked: [agencies]\nrules:\n", "agencies", "no table gives the sector 'agencies'", "agency labour"),
        # -- figures
        of("a date of ours", "2027-04-01", "01/04/2027", "01/04", "'01/04/2027' is not a day", "2026-11-22"),
        of("a day in words", "2026-11-22", "22 November 2026", "November", "'22 November 2026' is not a day", "2026-11-22"),
        of("a sum in words", "£50m", "fifty", "fifty", "'turnover_threshold' has 'fifty', which is not an amount of money", "such as £36m"),
        of("a percentage for a sum", "£50m", "50%", "50%", "has '50%', which is not", "such as £36m"),
        of("a sum beside the parameter", ":\n    values:\n      2027-04-01: £50m", ": £50m", "£50m", "must have keys under it", "It says '£50m'"),
        of("points in words", "rules:\n", "scoring:\n  points: {high: lots}\nrules:\n", "lots", "not 'lots'", "Write it in figures"),
        of("bands out of order", "rules:\n", "scoring:\n  bands: {high: 80}\nrules:\n", "80}", "critical 60, high 80", "first the larger"),
        # -- extends
        of("extends with its ending", "procurement\n", "procurement.yaml\n", "extends", "'uk-public-procurement.yaml'", "Did you mean 'uk-public-procurement'?"),
        of("extends left out", "extends: uk-public-procurement\n", "", "turnover-old", "extends no other", "extends: uk-public-procurement"),
        of("a file in another folder", "uk-public-procurement", "../rules/base.yaml", "../rules", "is not a file beside this one", "into one folder"),
        of("a Windows path", "uk-public-procurement", r"C:\rules\base.yaml", "C:", "is not a file beside this one", "into one folder"),
        of("extends two", "uk-public-procurement", "[section-54, exposure]", "extends", "'extends' names one rule set", "includes:"),
        of("extends itself", "uk-public-procurement", "our-rules.yaml", "extends", "a circle", ""),
        of("extends in its title's words", "uk-public-procurement", "UK public procurement", "extends", "no rule set called 'UK public procurement'", "'uk-public-procurement'"),
        of("no title", "title: Our rules\n", "", "version", "lacks title", "Add a line title:"),
        # -- a rule of one's own
        of("a field misspelt", "category: mentions", "catgory: mentions", "catgory", "no field or term called 'catgory'", "'category'", OWN),
        of("a field by its label", CONDITION, "Turnover with subsidiaries: £1m", "subsidiaries", "no field or term called", "Did you mean 'turnover", OWN),
        of("contains", CONDITION, "category: contains uniform hire", "contains", "'contains uniform hire' is no phrase", "mentions one of [uniform hire]", OWN),
        of("mentions without 'one of'", CONDITION, "category: mentions uniform hire", "mentions uni", "is no phrase", "mentions one of [uniform hire]", OWN),
        of("a greater sign", CONDITION, "turnover: > £36m", "> £36m", "another meaning", "Write it as turnover: more than £36m", OWN),
        of("a condition in braces", f"\n      {CONDITION}", f" {{{CONDITION}}}", "hire]}", "well-formed", "in block style", OWN),
        of("an unknown track", "track: exposure", "track: risk", "track", "'risk' is not a track", "law, exposure, assurance", OWN),
        of("an unknown duty", "duty: supplier", "duty: contractor", "duty", "'contractor' is not a duty", "supplier, us", OWN),
        of("a key with a hyphen", "flag_when", "flag-when", "flag-when", "'flag-when' is not a key", "Did you mean 'flag_when'?", OWN),
        of("an id without a subject", "sector-own", "own-rule", "own-rule", "'own-rule' does not begin with its subject", "such as sector-own", OWN),
        of("an id with a capital", "sector-own", "sector-Own", "sector-Own", "'sector-Own' is not the id of a rule", "small letters", OWN),
        of("an unknown source", "source: ours", "source: board", "sector-own", "no source called 'board'", "Add your own under 'sources:'", OWN),
        of("because names another field", "({category})", "({categry})", "sector-own", "{categry}", "Did you mean 'category'?", OWN),
        of("an example of an unknown field", "{category: Audit}", "{categry: Audit}", "categry", "'categry'", "'category'", OWN),
        of("examples not as a list", "flagged:\n        - {", "flagged: {", "flagged", "must be a list of {field: value}", "- {category: Cleaning}", OWN),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line_the_words_and_the_remedy(
    tmp_path: Path, text: str, at: str, problem: str, hint: str
) -> None:
    error = refused(tmp_path, text.encode())
    (*_, line) = [number for number, said in enumerate(text.splitlines(), 1) if at in said][:1]
    assert (problem in error.problem, hint in error.hint) == (True, True), error
    file, _, number = error.where.partition(":")
    near = (line - 1, line)  # a key without a value is told at its block
    assert file == "our-rules.yaml", error
    assert int(number) in near, error


@pytest.mark.parametrize(
    ("raw", "problem", "hint"),
    [
        pytest.param(b"", "is empty", "msrisk init", id="an empty file"),
        pytest.param(b"# nothing yet\n", "is empty", "msrisk init", id="comments alone"),
        pytest.param(GOOD.encode("utf-16"), "is UTF-16 text", "encoding UTF-8", id="saved as Unicode by Notepad"),
        pytest.param(b"{\\rtf1\\ansi title: Ours}", "with formatting (RTF)", "Notepad", id="saved as RTF"),
        pytest.param(b"PK\x03\x04" + bytes(400), "is a Word or Excel file", "Notepad", id="saved as .docx"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(400), "is an old Word", "Notepad", id="saved as .doc"),
        pytest.param(b"<html><body>title: x", "is a web page", "Notepad", id="a web page"),
        pytest.param(GOOD.encode("cp1252"), "is not UTF-8 text", "reads: 2027-04-01: £50m", id="saved as ANSI"),
        pytest.param(b"rule,off\nx,no\n", "must start with keys", "msrisk init", id="a table"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_rule_file_is_told_by_what_it_is(
    tmp_path: Path, raw: bytes, problem: str, hint: str
) -> None:
    error = refused(tmp_path, raw)
    assert (problem in error.problem, hint in error.hint) == (True, True), error
    assert error.where.startswith("our-rules.yaml")


@pytest.mark.parametrize("name", ["our-rules.txt", "our-rules.yaml.txt", "our-rules"])
def test_a_file_with_another_ending_is_told_what_to_call_it(tmp_path: Path, name: str) -> None:
    error = refused(tmp_path, GOOD.encode(), name)
    assert f"'{name}' does not end in .yaml" in error.problem
    assert "rename it to our-rules.yaml" in error.hint


def test_a_file_that_is_not_there_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    (tmp_path / "our-rules.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RulesError, match="there is no file called") as caught:
        load_rules(tmp_path / "our-rule.yaml")
    assert caught.value.hint == "Did you mean 'our-rules.yaml'?"


def test_a_folder_is_no_rule_file(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="is a folder"):
        load_rules(tmp_path)


def test_a_section_whose_lines_are_all_comments_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "our-rules.yaml").write_text(TOP + "parameters:\nrules:\n#  s54-turnover-old:\n", encoding="utf-8")
    assert load_rules(tmp_path / "our-rules.yaml").rules.keys() == load_rules("uk-public-procurement").rules.keys()


def test_a_text_in_quotes_means_what_it_means_without(tmp_path: Path) -> None:
    quoted = GOOD.replace("severity: medium", 'severity: "medium"').replace("£50m", "'£50m'")
    (tmp_path / "our-rules.yaml").write_text(quoted, encoding="utf-8")
    rules = load_rules(tmp_path / "our-rules.yaml")
    assert rules.parameters["turnover_threshold"].values[-1][1] == "£50m"
