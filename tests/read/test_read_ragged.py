"""Fault 87: rows of a text file that are not like the others: each is listed, mended only where one way fits."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_making import only, saved

from msrisk import read_suppliers, screen
from msrisk.model import LineNote
from msrisk.write.workbook.quality import data_quality

HEAD = "Supplier,Amount,Paid,Department\n"
ROWS = "".join(
    f"Alder {number},{number}.50,0{number % 9 + 1}/04/2025,Roads and {number}\n" for number in range(1, 30)
)


def test_fault_87_a_comma_in_a_name_is_put_back_where_figures_and_dates_allow_one_way_only(tmp_path: Path) -> None:
    suppliers = read_suppliers(saved(tmp_path, f"{HEAD}{ROWS}Smith, Jones Ltd,7.00,03/04/2025,Roads\n", "a.csv"))
    assert "Smith, Jones Ltd" in suppliers.names
    assert suppliers.spend[suppliers.names.index("Smith, Jones Ltd")] == 700
    (line,) = suppliers.book.tables[0].sheet.mended
    assert (line.line, line.done) == (31, "put together in one cell: 'Smith, Jones Ltd' in column A")


def test_fault_87_several_commas_in_one_name_are_put_back(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, f"{HEAD}{ROWS}A, B, C & Co,7.00,03/04/2025,Roads\n", "a.csv"))
    assert sheet.row(30) == ["A, B, C & Co", "7.00", "03/04/2025", "Roads"]


@pytest.mark.parametrize("row", ["Smith, Jones Ltd,Roads,7.00", "Birch,Roads,1,234.00"])
def test_fault_87_where_two_ways_fit_the_row_is_left_as_it_is_and_left_out(tmp_path: Path, row: str) -> None:
    head = "Supplier,Purpose,Amount\n"
    rows = "".join(f"Alder {number},Work {number},{number}.50\n" for number in range(1, 30))
    suppliers = read_suppliers(saved(tmp_path, f"{head}{rows}{row}\n", "a.csv"))
    assert len(suppliers) == 29
    assert "more cells than headings" in suppliers.left_out[0].reason
    assert suppliers.book.tables[0].sheet.mended[0].line == 31


def test_fault_87_a_cell_too_many_at_the_end_of_a_row_that_has_not_slid_costs_no_supplier(tmp_path: Path) -> None:
    head, rows = (
        "Supplier,Paid,Amount\n",
        "".join(f"Alder {each},0{each}/04/2025,{each}.50\n" for each in range(1, 10)),
    )
    suppliers = read_suppliers(saved(tmp_path, f"{head}{rows}Birch,03/04/2025,7.00,checked\n", "a.csv"))
    assert suppliers.spend[suppliers.names.index("Birch")] == 700
    assert "left out at its end: 'checked'" in suppliers.book.tables[0].sheet.mended[0].done


def test_fault_87_a_row_slid_into_blank_cells_at_its_end_is_put_together_too(tmp_path: Path) -> None:
    rows = ROWS.replace("\n", ",\n")
    sheet = only(saved(tmp_path, f"{HEAD}{ROWS}{rows}Smith, Jones,7.00,03/04/2025,\n", "a.csv"))
    assert sheet.row(59)[:3] == ["Smith, Jones", "7.00", "03/04/2025"]


def test_fault_87_every_odd_line_is_listed_and_not_only_the_first_five(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, "a,b,c\n" + "1,2,3\n" * 20 + "1,2\n" * 12, "a.csv"))
    assert [note.line for note in sheet.mended] == list(range(22, 34))
    assert sheet.mended[0] == LineNote(22, "fewer than the usual 3 cells", "the missing cells are blank")


def test_fault_87_the_workbook_lists_every_odd_line(tmp_path: Path) -> None:
    text = "Supplier,Amount,Town\n" + "Alder,2,Leeds\n" * 8 + "Birch,2\n" * 7
    report = screen(saved(tmp_path, text, "a.csv"))
    listed = [row[1] for row in data_quality(report).rows if "fewer than" in str(row[2])]
    assert listed == [f"a.csv, line {line}" for line in range(10, 17)]


def test_fault_87_lines_are_those_of_a_text_editor_where_cells_go_over_several(tmp_path: Path) -> None:
    text = 'a,b,c\n"x\ny",2,3\n1,2\n'
    assert [note.line for note in only(saved(tmp_path, text, "a.csv")).mended] == [4]


@pytest.mark.parametrize("headed", ["Supplier,Amount,Town", '"Supplier,Amount,Town"'])
def test_fault_89_rows_that_stand_whole_in_quotation_marks_are_cut(tmp_path: Path, headed: str) -> None:
    text = f'{headed}\n"""Alder, Ltd"",5,Leeds"\n"Birch,6,York"\n"Cedar,7,Ely"\n'
    suppliers = read_suppliers(saved(tmp_path, text, "a.csv"))
    assert suppliers.names == ("Alder, Ltd", "Birch", "Cedar")
    assert suppliers.spend.tolist() == [500, 600, 700]


def test_fault_89_one_row_that_stands_whole_in_quotation_marks_is_cut_and_listed(tmp_path: Path) -> None:
    text = 'Supplier,Amount,Town\n"Alder,5,Leeds"\nBirch,6,York\nCedar,7,Ely\nDogwood,8,Ely\n'
    sheet = only(saved(tmp_path, text, "a.csv"))
    assert sheet.row(1) == ["Alder", "5", "Leeds"]
    assert [note.line for note in sheet.mended] == [2]


def test_fault_95_commas_in_some_names_of_a_bare_list_separate_nothing(tmp_path: Path) -> None:
    suppliers = read_suppliers(saved(tmp_path, "Supplier\nAlder\nSmith, Jones\nBirch\nCedar\n", "a.csv"))
    assert suppliers.names == ("Alder", "Smith, Jones", "Birch", "Cedar")


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("Supplier         Amount\nAlder Ltd        500\nBirch and Sons   600\n", "gaps of spaces"),
        ("Supplier:Amount\nAlder:5\nBirch:6\n", "':'"),
    ],
)
def test_fault_95_one_column_that_seems_to_be_several_is_refused_with_the_remedy(
    tmp_path: Path, text: str, between: str
) -> None:
    with pytest.raises(Exception, match="Text to Columns") as caught:
        only(saved(tmp_path, text, "a.txt"))
    assert between in str(caught.value)


def test_fault_95_a_rare_character_that_separates_every_row_evenly_is_taken(tmp_path: Path) -> None:
    assert only(saved(tmp_path, "Supplier^Amount\nAlder^5\nBirch^6\n", "a.txt")).row(1) == ["Alder", "5"]


def test_fault_85_excel_obeys_any_character_that_is_stated(tmp_path: Path) -> None:
    assert only(saved(tmp_path, "sep=:\nSupplier:Amount\nAlder:5\n", "a.csv")).row(1) == ["Alder", "5"]


def test_fault_96_comment_lines_are_left_blank_and_listed_and_keep_their_rows(tmp_path: Path) -> None:
    text = "# made on Monday\nSupplier,Amount\nAlder,5\n# checked by A\n\n#1 Locksmiths,6\n"
    suppliers = read_suppliers(saved(tmp_path, text, "a.csv"))
    sheet = suppliers.book.tables[0].sheet
    assert suppliers.names == ("Alder", "#1 Locksmiths")
    assert sheet.address(5, 0) == "A6"
    assert [note.line for note in sheet.mended] == [1, 4]
    assert "2 rows have a # before them" in sheet.remarks[2]


TEXT = st.text("abcd 1", min_size=1, max_size=6).map(lambda text: f"x{text}".strip())
KINDS = {
    "text": TEXT,
    "few": st.sampled_from(["Roads", "Care"]),
    "money": st.integers(0, 99_999).map(lambda pence: f"{pence / 100:.2f}"),
    "whole": st.integers(1, 9_999).map(str),
    "day": st.dates().map(lambda day: f"{day:%d/%m/%Y}"),
}
SHAPES = st.lists(st.sampled_from(list(KINDS)), min_size=2, max_size=5).filter(lambda kinds: "text" in kinds)


@settings(max_examples=60, deadline=None)
@given(st.data(), SHAPES)
def test_fault_87_a_row_is_mended_rightly_or_not_at_all(data: st.DataObject, kinds: list[str]) -> None:
    row = st.tuples(*(KINDS[kind] for kind in kinds))
    drawn = data.draw(st.lists(row, min_size=6, max_size=9)) * 6
    rows = [  # texts are many; a column of one text, or few, is another kind
        [f"{cell} {number}" if kind == "text" else cell for kind, cell in zip(kinds, cells, strict=True)]
        for number, cells in enumerate(drawn)
    ]
    split = list(data.draw(row))
    at = data.draw(st.sampled_from([at for at, kind in enumerate(kinds) if kind == "text"]))
    split[at] += f",{data.draw(st.one_of(TEXT, KINDS['whole'], KINDS['few']))}"
    heading = [f"heading {number}" for number in range(len(kinds))]
    lines = [",".join(each) for each in (heading, *rows, split)]
    with TemporaryDirectory() as folder:
        sheet = only(saved(Path(folder), "\n".join(lines), "a.csv"))
    found, cells = sheet.row(sheet.height - 1), ",".join(split).split(",")
    if found == cells[:-1]:  # the row fits as it stands, and what stands beyond it is named
        assert sheet.mended[-1].done.endswith(f"left out at its end: '{cells[-1]}'")
    else:
        assert found in (split, cells)
