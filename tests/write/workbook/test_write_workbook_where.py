"""Where and what: the nearest country of each supplier, by what we buy, in words and numbers."""

from __future__ import annotations

from msrisk.write.workbook.where import where_and_what
from tests.write.workbook.sheets_making import ROWS, report, table, without

COUNTRIES = (
    "France,Germany,Spain,Italy,Poland,Portugal,Greece,Austria,Belgium,Denmark,Sweden,Norway,Finland".split(",")
)


def test_goods_stand_where_they_are_made_and_everything_else_where_the_supplier_is() -> None:
    rows = {str(row["Country"]): row for row in table(where_and_what(report()))}
    assert "1" in str(rows["Bangladesh"]["garments"])
    assert rows["United Kingdom"]["garments"] == "0"
    assert str(rows["United Kingdom"]["laundry"]).startswith("1 ")


def test_a_supplier_of_whom_no_country_is_known_is_shown_as_such_and_counted_in_a_line() -> None:
    plan = where_and_what(report())
    rows = {str(row["Country"]): row for row in table(plan)}
    assert str(rows["[country not known]"]["cleaning"]).startswith("1 ")
    assert "1 supplier without any country" in " ".join(plan.lines)


def test_the_last_row_counts_everybody() -> None:
    last = table(where_and_what(report()))[-1]
    assert last["Country"] == "All"
    assert str(last["All"]).endswith(" of 3") or str(last["All"]).startswith("3 ")


def test_beyond_ten_countries_the_others_stand_together_and_nobody_is_lost() -> None:
    more = [{**ROWS[0], "Supplier": f"Firm {each}", "Country": each, "Company number": ""} for each in COUNTRIES]
    rows = table(where_and_what(report(more)))
    names = [row["Country"] for row in rows]
    assert len(names) == 12
    assert names[-2:] == ["all other countries", "All"]
    assert sum(int(str(row["All"]).rpartition(" of ")[2].split(" ")[0]) for row in rows[:-1]) == len(COUNTRIES)


def test_a_list_without_countries_says_so_and_shows_what_we_buy_alone() -> None:
    plan = where_and_what(report(without("Country", "Country of origin")))
    assert "names no countries" in " ".join(plan.lines)
    assert {"laundry", "garments", "cleaning"} <= {row["What we buy"] for row in table(plan)}


def test_categories_of_the_list_that_differ_by_capitals_alone_are_two_columns() -> None:
    rows = [{**ROWS[0], "Category": "Odds"}, {**ROWS[1], "Category": "odds"}]
    titles = [heading.title.casefold() for heading in where_and_what(report(rows, rules="section-54")).headings]
    assert len(set(titles)) == len(titles)
