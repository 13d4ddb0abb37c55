"""What a source says, where our list says nothing; what happens where they contradict."""

from collections.abc import Sequence

from msrisk.enrich.join import join
from msrisk.enrich.join.decided import our_side_of, their_side_of
from msrisk.model import Entries, SourceKind, Suppliers
from msrisk.model.decisions import Decision
from msrisk.values.reading import Grade
from tests.enrich.join_making import TITLE, listed, source

NAME = "Cedar Homes Ltd"


def said(suppliers: Suppliers, field: str) -> str:
    return suppliers.columns[field].text(0)


def accepted(suppliers: Suppliers, entries: Entries, **changes: object) -> Sequence[Decision]:
    held = {"accepted": True, "parent": False, **changes}
    ours, theirs = our_side_of(suppliers, 0), their_side_of(entries, 0)
    return [Decision(TITLE, ours, theirs, entries.ids[0], bool(held["accepted"]), bool(held["parent"]))]


def test_a_blank_is_filled_with_the_cell_and_the_grade() -> None:
    full = join(listed(NAME), source(NAME, says={"statement_year_end": ["31 March 2026"]}))
    column = full.columns["statement_year_end"]
    assert column.text(0) == "31 March 2026"
    assert column.reading(0).grade is Grade.LOOKED_UP
    assert column.reading(0).note == "listed; found by: the same name"
    assert full.book.address(int(column.rows[0]), column.spoken_by(0)) == "register.csv!B2"


def test_addresses_in_our_own_list_stay_as_they_were() -> None:
    full = join(listed(NAME), source(NAME))
    assert full.book.address(full.rows_of(0)[0], "supplier_name") == "A2"


def test_what_our_list_says_stands_and_the_contradiction_is_a_note() -> None:
    entries = source(NAME, says={"turnover": ["£500m"]})
    full = join(listed(NAME, Turnover=["£2m"]), entries)
    assert said(full, "turnover") == "£2m"
    (note,) = [each for each in full.notes if "£500m" in each.problem]
    assert note.where == "B2"
    assert "register.csv!B2" in note.problem
    assert note.problem.endswith("ours stands")


def test_two_that_can_both_be_true_are_no_contradiction() -> None:
    full = join(listed(NAME, Turnover=["over £36m"]), source(NAME, says={"turnover": ["£500m"]}))
    assert not [note for note in full.notes if "£500m" in note.problem]


def test_our_no_statement_beside_a_listed_one_is_not_known_until_somebody_looks() -> None:
    suppliers = listed(NAME, Statement_published=["No"])
    entries = source(NAME, says={"statement_published": ["yes"]})
    full = join(suppliers, entries)
    assert full.columns["statement_published"].reading(0).value is None
    assert any("not known until somebody looks" in note.problem for note in full.notes)
    looked = join(suppliers, entries, accepted(suppliers, entries))
    assert said(looked, "statement_published") == "yes"


def test_our_no_statement_stands_where_the_source_lists_none() -> None:
    full = join(listed(NAME, Statement_published=["No"]), source("Somebody Else Ltd"))
    assert said(full, "statement_published") == "No"


def test_of_two_statements_the_later_one_is_the_latest_we_hold() -> None:
    ours, theirs = "31 March 2024", "31 March 2026"
    newer = join(listed(NAME, Statement_year_end=[ours]), source(NAME, says={"statement_year_end": [theirs]}))
    older = join(listed(NAME, Statement_year_end=[theirs]), source(NAME, says={"statement_year_end": [ours]}))
    assert said(newer, "statement_year_end") == said(older, "statement_year_end") == theirs


def test_an_accepted_match_goes_before_our_sheet() -> None:
    suppliers, entries = listed(NAME, Turnover=["£2m"]), source("Cedar Houses Ltd", says={"turnover": ["£500m"]})
    assert said(join(suppliers, entries), "turnover") == "£2m"
    assert said(join(suppliers, entries, accepted(suppliers, entries)), "turnover") == "£500m"


def test_the_statement_of_an_accepted_parent_is_its_group_s_and_its_turnover_is_not_the_supplier_s() -> None:
    suppliers = listed(NAME)
    says = {"statement_published": ["yes"], "turnover": ["£500m"], "statement_covers_supplier": ["yes"]}
    entries = source("Cedar Group plc", says=says)
    full = join(suppliers, entries, accepted(suppliers, entries, parent=True))
    assert said(full, "statement_published") == "yes"
    assert said(full, "turnover") == said(full, "statement_covers_supplier") == ""


def test_t74_a_likeness_changes_no_value() -> None:
    full = join(listed(NAME), source("Cedar Hommes Ltd", says={"turnover": ["£500m"]}))
    assert full.joins[0].candidates
    assert said(full, "turnover") == ""


def test_a_rejected_match_is_neither_used_nor_suggested_again() -> None:
    suppliers, entries = listed(NAME), source(NAME, says={"turnover": ["£500m"]})
    full = join(suppliers, entries, accepted(suppliers, entries, accepted=False))
    assert said(full, "turnover") == ""
    assert full.joins[0].candidates == ()


def test_the_source_joined_first_is_believed_first() -> None:
    table = source(NAME, says={"turnover": ["£2m"]}, kind=SourceKind.OWN_TABLE)
    full = join(join(listed(NAME), table), source(NAME, says={"turnover": ["£500m"]}))
    assert said(full, "turnover") == "£2m"
    assert any("'£500m'" in note.problem for note in full.notes)


def test_rows_of_ours_that_disagree_are_not_settled_by_a_source() -> None:
    suppliers = listed(NAME, NAME, Turnover=["£50m", "£5m"])
    full = join(suppliers, source(NAME, says={"turnover": ["Under £36 million"]}))
    assert not full.columns["turnover"].reading(0).understood


def test_tbc_is_no_word_of_ours_and_a_source_may_fill_it() -> None:
    full = join(listed(NAME, Turnover=["tbc"]), source(NAME, says={"turnover": ["£500m"]}))
    assert said(full, "turnover") == "£500m"


def test_what_our_list_says_of_an_older_statement_is_not_said_of_the_newer_one() -> None:
    ours = {"Statement_year_end": ["31 March 2022"], "Statement_approved": ["Yes"], "Statement_signed": ["Yes"]}
    full = join(listed(NAME, **ours), source(NAME, says={"statement_year_end": ["31 March 2026"]}))
    assert said(full, "statement_approved") == said(full, "statement_signed") == ""


def test_a_parent_s_later_statement_does_not_replace_our_date() -> None:
    suppliers = listed(NAME, Statement_year_end=["31 March 2022"])
    entries = source("Cedar Group plc", says={"statement_year_end": ["31 March 2026"]})
    full = join(suppliers, entries, accepted(suppliers, entries, parent=True))
    assert said(full, "statement_year_end") == "31 March 2022"


def test_a_figure_found_by_a_name_is_looked_up_even_in_a_table_of_our_own() -> None:
    table = source(NAME, says={"country": ["France"]}, kind=SourceKind.OWN_TABLE)
    assert join(listed(NAME), table).columns["country"].reading(0).grade is Grade.LOOKED_UP
