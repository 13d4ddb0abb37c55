"""The List of Goods, laid out as the US Department of Labor publishes it, becomes our goods_listed.csv.

The XML is laid out as ``goods_2021.xml`` of the Sweat & Toil app, edition 2022; the sheet as the table of the
web page, and of the Department's data service, is headed.
"""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pandas
import pytest

from msrisk import MsriskError, load_rules, screen
from msrisk.bring.brought import write_brought
from msrisk.bring.goods import bring_goods
from msrisk.values.tables import rows

Entry = tuple[str, str, str, str, str, str]  # good, country, child, forced, forced child, for its materials
AS_THE_DEPARTMENT_WRITES = {
    "MM": "Burma",
    "CD": "Congo, Democratic Republic of the",
    "KG": "Kyrgyz Republic",
    "TR": "Turkey",
}


def entry(good: str, country: str, labour: str, materials: str = "No") -> Entry:
    child, forced = ("Yes" if word in labour else "No" for word in ("child", "forced"))
    return good, country, child, forced, "Yes" if (child, forced) == ("Yes", "Yes") else "No", materials


def ours() -> list[Entry]:
    names = {row["code"]: row["country"] for row in rows("countries")} | AS_THE_DEPARTMENT_WRITES
    return [
        entry(row["good"], names[row["origin"]], row["goods_listed"], "No" if row["goods_listed"] else "Yes")
        for row in rows("goods_listed")
    ]


def xml(folder: Path, entries: list[Entry], head: str = "") -> Path:
    lines = [f"{head}<Goods>"]
    for good in dict.fromkeys(each[0] for each in entries):
        lines += ["  <Good>", f"    <Good_Name>{escape(good)}</Good_Name>", "    <Good_Sector>Other</Good_Sector>"]
        lines.append("    <Countries>")
        for name, country, child, forced, both, materials in entries:
            if name == good:
                lines += [
                    "      <Country>",
                    f"        <Country_Name>{escape(country)}</Country_Name>",
                    "        <Country_Region>Indo-Pacific</Country_Region>",
                    f"        <Child_Labor>{child}</Child_Labor>",
                    f"        <Forced_Labor>{forced}</Forced_Labor>",
                    f"        <Forced_Child_Labor>{both}</Forced_Child_Labor>",
                    f"        <Derived_Labor_Exploitation>{materials}</Derived_Labor_Exploitation>",
                    f"        <Derived_Country>{country if materials == 'Yes' else 'No'}</Derived_Country>",
                    "      </Country>",
                ]
        lines += ["    </Countries>", "  </Good>"]
    path = folder / "goods.xml"
    path.write_text("\n".join([*lines, "</Goods>"]), encoding="utf-8")
    return path


def held(rows_: object) -> set[tuple[str, ...]]:
    assert isinstance(rows_, list | tuple)
    return {(row["goods_group"], row["origin"], row["goods_listed"], row["good"], row["year"]) for row in rows_}


def test_the_edition_we_hold_comes_back_as_ours(tmp_path: Path) -> None:
    brought = bring_goods(xml(tmp_path, ours()), "2022")
    assert held(brought.rows) == held(rows("goods_listed"))
    assert (brought.said[1], brought.missed) == ("Taken: 455.", ())
    assert [line for line in brought.said if line.startswith("Against ours")] == [
        "Against ours, changed: 0.",
        "Against ours, new: 0.",
        "Against ours, no longer listed: 0.",
    ]


def test_what_came_on_the_list_what_left_it_and_what_has_no_group_is_told(tmp_path: Path) -> None:
    entries = [each for each in ours() if each[:2] != ("Bricks", "Afghanistan")]
    entries = [
        entry("Carpets", "Afghanistan", "child forced") if each[:2] == ("Carpets", "Afghanistan") else each
        for each in entries
    ]
    entries += [entry("Drones", "China", "forced"), entry("Solar Cells", "China", "", "Yes")]
    brought = bring_goods(xml(tmp_path, entries), "2024")
    said = " ".join(brought.said)
    assert "changed: 1 (carpets from AF)." in said
    assert "new: 1 (drones from CN)." in said
    assert "no longer listed: 1 (bricks from AF)." in said
    assert "as listed only for its materials: 1 (Solar Cells from China)." in said
    assert "Goods we have no group for: 1: Drones." in said
    assert ("drones", "CN", "forced labour", "Drones", "2024") in held(brought.rows)


def test_a_good_without_a_group_of_ours_is_never_listed_for_everything_its_country_makes(tmp_path: Path) -> None:
    """A blank cell of a pair stands for anything, so that a blank group would list all of Norway."""
    brought = bring_goods(xml(tmp_path, [*ours(), entry("Drones", "Norway", "forced")]), "2024")
    assert all(row["goods_group"] and row["origin"] for row in brought.rows)
    write_brought(brought, tmp_path / "goods.csv", [], force=False)
    list_ = pandas.DataFrame([{"Supplier": "Alder Ltd", "Goods": "Rice", "Country of origin": "Norway"}])
    rules = load_rules("exposure", {"goods_listed": tmp_path / "goods.csv"})
    ids = {
        answer.rule.id
        for answer in screen(list_, rules=rules).assessment(0).answers
        if answer.outcome.name == "FLAGGED"
    }
    assert not {each for each in ids if "listed" in each}


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        pytest.param(entry("Rice", "Congo", "child"), "from 'Congo': not one country beyond doubt", id="either of two"),
        pytest.param(entry("Rice", "Elbonia", "child"), "'Rice' from 'Elbonia': not one country", id="no country"),
        pytest.param(entry("Rice", "Fiji", ""), "listed for neither child nor forced labour", id="no mark"),
        pytest.param(("Rice", "Fiji", "Maybe", "No", "No", "No"), "a mark is neither yes nor no", id="a mark of its own"),
        pytest.param(entry("Rice", "India", "child"), "stands twice; the first was taken", id="twice"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_listed_with_its_line_and_never_guessed(
    tmp_path: Path, odd: Entry, told: str
) -> None:
    brought = bring_goods(xml(tmp_path, [*ours(), odd]), "2022")
    assert [told in line and line.startswith("line ") for line in brought.missed] == [True]
    assert held(brought.rows) == held(rows("goods_listed"))


HEADINGS = ["Country/Area", "Good", "Child Labor", "Forced Labor", "Good Description"]
OF_THE_SERVICE = ["country", "good", "child_labor", "forced_labor", "forced_child_labor", "year"]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_sheet_with_a_row_a_good_and_country_is_read_too(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list.{ending}"
    grid = [
        HEADINGS,
        *([country, good, child == "Yes", forced == "Yes", ""] for good, country, child, forced, *_ in ours()),
    ]
    if ending == "csv":
        pandas.DataFrame(grid[1:], columns=HEADINGS).to_csv(path, index=False)
    else:
        book = openpyxl.Workbook()
        assert book.active is not None
        for cells in ([], ["List of Goods"], *grid):
            book.active.append(cells)
        book.save(path)
    brought = bring_goods(path, "2022")
    marked = [row for row in rows("goods_listed") if row["goods_listed"]]  # a sheet does not say what has no mark
    assert held(brought.rows) == held(marked)
    assert ["Lithium-Ion Batteries" in line for line in brought.missed] == [True]


def test_a_list_of_one_year_says_its_edition_and_one_of_several_is_refused(tmp_path: Path) -> None:
    lines = [
        OF_THE_SERVICE,
        ["India", "Rice", "Yes", "No", "No", "2024"],
        ["Fiji", "Rice", "Yes", "No", "No", "2024"],
    ]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(",".join(each) for each in lines), encoding="utf-8")
    assert {row["year"] for row in bring_goods(path).rows} == {"2024"}
    path.write_text(
        "\n".join(",".join(each) for each in [*lines, ["Mali", "Rice", "Yes", "No", "No", "2014"]]),
        encoding="utf-8",
    )
    with pytest.raises(MsriskError, match="several years: 2014, 2024"):
        bring_goods(path)


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        pytest.param("<Goods><Good><Good_Name>Rice</Good_Name>", "the XML is damaged", "Sweat & Toil", id="cut short"),
        pytest.param('<!DOCTYPE g [<!ENTITY a "b">]><Goods><Good>&a;</Good></Goods>', "of a kind that is not read", "", id="entities"),
        pytest.param("<Countries><Country><Name>India</Name><Goods><Good><Good_Name>Rice</Good_Name></Good></Goods></Country></Countries>",
                     "no good with a country", "Sweat & Toil", id="the countries of the app"),
        pytest.param("Supplier,Goods\nAlder,Rice\n", "this is not the List of Goods", "'Supplier', 'Goods'", id="another list"),
        pytest.param("Country,Good,Child Labor,Forced Labor\nElbonia,Rice,Yes,No\n", "no good with its country", "Elbonia", id="no country"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_in_one_message(tmp_path: Path, text: str, problem: str, hint: str) -> None:
    path = tmp_path / "list.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MsriskError) as told:
        bring_goods(path)
    assert problem in str(told.value)
    assert hint in told.value.hint


def test_a_list_of_no_year_is_refused_until_its_edition_is_said(tmp_path: Path) -> None:
    """Every flag prints the edition it rests on."""
    with pytest.raises(MsriskError, match="does not say of which year it is") as told:
        bring_goods(xml(tmp_path, ours()))
    assert "--edition" in told.value.hint


def test_a_good_that_excel_would_run_is_made_inert(tmp_path: Path) -> None:
    write_brought(
        bring_goods(xml(tmp_path, [entry("=1+1", "India", "child")]), "2024"),
        tmp_path / "goods.csv",
        [],
        force=False,
    )
    assert ",'=1+1," in (tmp_path / "goods.csv").read_text(encoding="utf-8-sig")
