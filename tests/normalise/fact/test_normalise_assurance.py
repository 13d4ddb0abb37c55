"""MSAT, EcoVadis and Sedex in the buyer's own list: which heading is which, what is held, how long it counts."""

import pandas
import pytest

from msrisk.model import Suppliers
from msrisk.normalise.fact.assurance import SCHEMES
from msrisk.screening import read_suppliers
from msrisk.values.reading import Grade


def read(**columns: str) -> Suppliers:
    """One supplier's row, its cells given by heading, an underscore for a space."""
    cells = {heading.replace("_", " "): [text] for heading, text in columns.items()}
    return read_suppliers(pandas.DataFrame({"Supplier": ["Alder Ltd"], **cells}))


def shown(suppliers: Suppliers, name: str) -> str:
    column = suppliers.columns[name]
    value = column.reading(0).value
    return "" if value is None else column.field.kind.show(value)


# What a cell of each kind may hold, so that a heading is not refused for its cells.
CELLS = {"score": "62", "date": "14/03/2026", "expiry": "14/03/2027", "medal": "Silver", "member": "Yes"}
CELLS |= {"held": "Yes", "clauses": "Yes", "until": "14/03/2027"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("MSAT score", "msat_score"),
        ("MSAT %", "msat_score"),
        ("MSAT result (%)", "msat_score"),
        ("MSAT Score 2026", "msat_score"),
        ("Modern Slavery Assessment Tool score", "msat_score"),
        ("MSAT completed", "msat_date"),
        ("MSAT date", "msat_date"),
        ("MSAT score date", "msat_date"),
        ("MSAT expiry date", "msat_expiry"),
        ("MSAT score expiry date", "msat_expiry"),
        ("EcoVadis score", "ecovadis_score"),
        ("EcoVadis Score (0-100)", "ecovadis_score"),
        ("EcoVadis overall score", "ecovadis_score"),
        ("EcoVadis", "ecovadis_score"),
        ("EcoVadisScore", "ecovadis_score"),
        ("ECOVADIS_SCORE", "ecovadis_score"),
        ("EcoVadis medal", "ecovadis_medal"),
        ("EcoVadis rating", "ecovadis_medal"),
        ("EcoVadis scorecard date", "ecovadis_date"),
        ("EcoVadis valid until", "ecovadis_expiry"),
        ("EcoVadis medal expiry date", "ecovadis_expiry"),
        ("Sedex member (Y/N)", "sedex_member"),
        ("Sedex registered?", "sedex_member"),
        ("SMETA audit date", "sedex_audit_date"),
        ("Sedex audit date", "sedex_audit_date"),
        ("Sedex/SMETA audit date", "sedex_audit_date"),
        ("Last SMETA audit", "sedex_audit_date"),
        ("SMETA audit expiry", "sedex_audit_expiry"),
        ("Sedex audit valid until", "sedex_audit_expiry"),
        ("Social audit date", "social_audit_date"),
        ("Last ethical audit", "social_audit_date"),
        ("Social audit expiry date", "social_audit_expiry"),
        ("SA8000 certified (Y/N)", "sa8000_held"),
        ("SA 8000", "sa8000_held"),
        ("SA8000 certificate date", "sa8000_date"),
        ("SA8000 expiry date", "sa8000_expiry"),
        ("Modern slavery clause in contract?", "contract_clauses"),
        ("MS clauses", "contract_clauses"),
        ("Modern slavery clauses until", "contract_clauses_until"),
    ],
)
def test_a_column_of_a_scheme_is_known_by_its_heading(heading: str, field: str) -> None:
    cell = CELLS[field.rpartition("_")[2]]
    (table,) = read_suppliers(pandas.DataFrame({"Supplier": ["Alder Ltd"], heading: [cell]})).book.tables
    assert table.mapping[field].text == heading


@pytest.mark.parametrize(
    "heading",
    [
        "Score",
        "Tender score",
        "Audit date",
        "Expiry date",
        "MSAT required",
        "MSAT target score",
        "Previous MSAT score",
        "MSAT due date",
        "MSAT invited",
        "MSAT not completed",
        "Date MSAT requested",
        "Next SMETA audit date",
        "SMETA audit due date",
        "SMETA audit findings",
        "EcoVadis required",
        "EcoVadis ethics score",
        "Sedex membership number",
        "Sedex member since",
        "Sedex membership expiry date",
        "Contract expiry date",
        "Contract end date",
        "Certification",
        "ISO 9001 certified",
        "Certificate expiry date",
        "SA8000 certificate number",
        "Next social audit due",
        "Financial audit date",
        "Modern slavery clause version",
        "Supplier assessment tool",
    ],
)
def test_a_heading_that_only_looks_like_one_of_a_scheme_is_taken_for_none(heading: str) -> None:
    (table,) = read_suppliers(pandas.DataFrame({"Supplier": ["Alder Ltd"], heading: ["14/03/2026"]})).book.tables
    assert set(table.mapping) == {"supplier_name"}


@pytest.mark.parametrize(("heading", "cell"), [("MSAT", "Yes"), ("EcoVadis", "Silver")])
def test_a_bare_name_of_a_scheme_is_a_score_only_where_its_cells_are_figures(heading: str, cell: str) -> None:
    (table,) = read_suppliers(pandas.DataFrame({"Supplier": ["Alder Ltd"], heading: [cell]})).book.tables
    assert set(table.mapping) == {"supplier_name"}
    assert "but no cell is a" in table.headings[1].how


def test_a_list_without_such_columns_holds_nothing_and_says_no() -> None:
    suppliers = read()
    held = [scheme.held for scheme in SCHEMES]
    assert {name: shown(suppliers, name) for name in held} == {
        "msat_held": "no",
        "ecovadis_held": "no",
        "sedex_audit_held": "no",
        "social_audit_held": "no",
        "sa8000_held": "no",
        "contract_clauses": "no",
    }
    assert suppliers.notes == ()


@pytest.mark.parametrize(
    ("cells", "field", "address", "note"),
    [
        ({"MSAT_score": "62%", "MSAT_date": "14/03/2026"}, "msat_held", "B2", "MSAT score: 62%"),
        ({"MSAT_date": "14/03/2026"}, "msat_held", "B2", ""),
        ({"EcoVadis_score": "58"}, "ecovadis_held", "B2", "EcoVadis score: 58"),
        ({"EcoVadis_score": "", "EcoVadis_medal": "Gold"}, "ecovadis_held", "C2", "EcoVadis medal: gold"),
        ({"SMETA_audit_expiry": "14/03/2027"}, "sedex_audit_held", "B2", ""),
    ],
)
def test_what_is_held_is_said_with_its_score_and_its_cell(
    cells: dict[str, str], field: str, address: str, note: str
) -> None:
    suppliers = read(**cells)
    column = suppliers.columns[field]
    assert shown(suppliers, field) == "yes"
    assert column.reading(0).note == note
    assert suppliers.book.address(int(column.rows[0]), column.spoken_by(0)) == address


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        pytest.param({"Sedex_member": "Yes"}, "sedex_audit_held", id="membership alone"),
        pytest.param({"EcoVadis_medal": "None"}, "ecovadis_held", id="no medal"),
        pytest.param({"MSAT_score": "n/a", "MSAT_date": "not started"}, "msat_held", id="a questionnaire to come"),
        pytest.param({"MSAT_held": "no", "MSAT_date": ""}, "msat_held", id="an outright no"),
    ],
)
def test_what_is_no_evidence_is_not_held(cells: dict[str, str], field: str) -> None:
    assert shown(read(**cells), field) == "no"


@pytest.mark.parametrize(
    ("cells", "field", "until"),
    [
        ({"MSAT_date": "14 March 2026"}, "msat_expiry", "14 March 2028"),
        ({"EcoVadis_date": "29 February 2024"}, "ecovadis_expiry", "28 February 2025"),
        ({"SMETA_audit_date": "March 2026"}, "sedex_audit_expiry", "March 2027"),
    ],
)
def test_where_the_list_keeps_no_expiry_it_is_worked_out_and_said_to_be_our_choice(
    cells: dict[str, str], field: str, until: str
) -> None:
    suppliers = read(**cells)
    reading = suppliers.columns[field].reading(0)
    assert shown(suppliers, field) == until
    assert reading.grade is Grade.ESTIMATED
    assert "our own choice" in reading.note


def test_a_blank_expiry_in_a_list_that_keeps_them_is_not_worked_out() -> None:
    suppliers = read(EcoVadis_date="14 March 2026", EcoVadis_expiry="")
    assert not suppliers.columns["ecovadis_expiry"].reading(0).understood


def test_where_the_list_keeps_no_day_it_is_at_the_latest_so_long_before_the_expiry() -> None:
    assert shown(read(EcoVadis_expiry="14 March 2027"), "ecovadis_date") == "14 March 2026 or earlier"


def test_a_column_of_fractions_is_percentages_as_a_spreadsheet_stores_them_and_says_so_once() -> None:
    frame = pandas.DataFrame({"Supplier": ["Alder", "Birch", "Cedar"], "MSAT %": ["0.62", "1", "tbc"]})
    suppliers = read_suppliers(frame)
    column = suppliers.columns["msat_score"]
    assert [column.field.kind.show(column.reading(each).value) for each in (0, 1)] == ["62%", "100%"]
    assert [(note.where, "taken as fractions" in note.problem) for note in suppliers.notes] == [
        ("B1", True),
        ("B4", False),
    ]


def test_a_small_figure_among_percentages_stays_open() -> None:
    frame = pandas.DataFrame({"Supplier": ["Alder", "Birch"], "MSAT %": ["0.62", "85"]})
    assert not read_suppliers(frame).columns["msat_score"].reading(0).settled
