"""Strings real ledgers and registers hold, and where an officer would put each; vague ones say nothing.

The letter is the file: Trafford's spend, Salford's contracts register, the NHS of London North West, King's and
Epsom and Hillingdon (I), the spend of Bradford, Calderdale and Hyndburn; W are other ways to write what one has.
"""

from __future__ import annotations

import pytest

from msrisk.model import Band, Outcome
from tests.enrich.enrich_making import exposure, found, sectors_of
from tests.evaluate.evaluate_making import only

STRINGS = [
    ("T", "EXT DOM CARE SPOT CO", "adult care"),
    ("T", "EXT NURS CARE FEES", "adult care"),
    ("T", "SUPP LIVING CONT", "adult care"),
    ("T", "SOCIAL CARE SERVICES : Adult", "adult care"),
    ("B", "Rest Home Payment", "adult care"),
    ("B", "Home Support", "adult care"),
    ("B", "Homecare Block", "adult care"),
    ("T", "DIRECT PAYMENTS", "grants and people"),
    ("T", "BOARDED OUT SEC23", "children's care"),
    ("T", "IFA - SHORT TERM", "children's care"),
    ("T", "SC : Nurseries & Creches", "childcare"),
    ("B", "Secure OLA", "children's care"),
    ("T", "EMERGENCY ACCOMM", "accommodation"),
    ("B", "Temp/Emerg Accomm'tn", "accommodation"),
    ("T", "CONT HIRE HOME TO SC", "transport"),
    ("B", "PTS Taxis", "transport"),
    ("L", "Patient Transport Contract", "transport"),
    ("T", "A&M PAY TO CONTRACTO", "works"),
    ("B", "Major Building Works", "works"),
    ("S", "Works - Construction, Repair & Maintenance", "works"),
    ("L", "Estates/Building Works", "works"),
    ("T", "AGENCY  CREDITOR", "agency labour"),
    ("B", "Temp Agcy Care Wkrs", "agency labour"),
    ("K", "Pulse Bank Nurses", "agency labour"),
    ("L", "Staff/Agency Costs", "agency labour"),
    ("E", "Ext Contr Domestics", "cleaning"),
    ("E", "Ext Contr Laundry", "laundry"),
    ("L", "Laundry Contract", "laundry"),
    ("E", "Contr Premises Security", "guarding"),
    ("B", "Waste Disposal Treat", "waste"),
    ("B", "Grounds Maintenance", "grounds"),
    ("K", "KINGS PFI ", "facilities"),
    ("B", "Clothing & Footwear", "garments"),
    ("L", "General Instruments", "PPE and medical goods"),
    ("L", "I.C.T Hardware", "ICT equipment"),
    ("B", "Meat & Seafood", "food"),
    ("T", "WASTE DISPOSAL LEVY", "tax and pensions"),
    ("H", "Landfill Tax", "waste"),
    ("H", "INTERIM PAYMENT #6", "works"),
    ("H", "WILLOWS LANE CANTEEN FLOOR", "works"),
    ("H", "RHYDDINGS PARK TOILET WORKS", "works"),
    ("I", "CAPITAL BUILDINGS - Refurbishment of Ward 3", "works"),
    ("C", "Catering Clothing And Uniforms", "garments"),
    ("W", "Capital building works", "works"),
    ("W", "Clothes, uniforms and laundry", "garments"),
    ("W", "Supported accomodation", "accommodation"),
    ("W", "Private hire vehicles", "transport"),
    ("W", "Contract hire - taxis", "transport"),
]
SEVERAL = [
    ("Software and stationery", {"software", "other goods"}),
    ("SOFTWARE & STATIONERY", {"software", "other goods"}),
]
VAGUE = [
    ("E", "Purch Tang FA Addns Gr"),
    ("S", "Energy Efficeiency"),
    ("B", "Sub-Contractors"),
    ("T, C", "Private Contractors"),
    ("C", "National Insurance"),
    ("L", "Consultant"),
    ("H", "Civil Contingency Act"),
    ("S", "New Broadwalk PRU Relocation"),
    ("I", "CAPITAL BUILDINGS"),
    ("C", "Equipment Furniture And Materials (Cont)"),
    ("C", "Contract Hire And Operating Leases"),
    ("C", "Voluntary Associations"),
    ("C", "Independent Sector Homes"),
]
LABOUR_HERE = ["adult care", "accommodation", "works", "agency labour", "cleaning", "laundry", "guarding", "waste"]
LABOUR_HERE += ["grounds", "food"]
LESS_OFTEN = ["children's care", "childcare", "transport", "facilities"]
HEADINGS = {"T": "Purpose", "S": "ProClass Description"}


def heading(file: str) -> str:
    return HEADINGS.get(file, "Expense type")


@pytest.mark.parametrize(("text", "sectors"), SEVERAL)
def test_a_string_that_names_two_kinds_is_both(text: str, sectors: set[str]) -> None:
    assert sectors_of(text) == sectors


@pytest.mark.parametrize(("file", "text", "sector"), STRINGS, ids=[f"{file}: {text}" for file, text, _ in STRINGS])
def test_where_it_belongs(file: str, text: str, sector: str) -> None:
    assert sectors_of(text) == {sector}


@pytest.mark.parametrize(("file", "text", "sector"), STRINGS, ids=[f"{file}: {text}" for file, text, _ in STRINGS])
def test_what_is_said_of_a_supplier_paid_from_it(file: str, text: str, sector: str) -> None:
    each = only([{"Supplier": "Alder Ltd", heading(file): text}], exposure())
    flagged = {answer.rule.id for answer in each.ended(Outcome.FLAGGED) if answer.rule.id.startswith("sector-")}
    if sector in LABOUR_HERE:
        assert (flagged, each.band) == ({"sector-labour-here"}, Band.HIGH)
    elif sector in LESS_OFTEN:
        assert flagged == {"sector-labour-less-often-named"}
    elif sector in ("grants and people", "tax and pensions"):
        assert flagged == set()
    else:
        assert flagged == {"sector-goods-chain"}


@pytest.mark.parametrize(("file", "text"), VAGUE, ids=[f"{file}: {text}" for file, text in VAGUE])
def test_a_vague_label_is_not_known_and_never_clear(file: str, text: str) -> None:
    assert sectors_of(text) == frozenset()
    each = only([{"Supplier": "Alder Ltd", heading(file): text}], exposure())
    ended = {answer.rule.id: answer.outcome for answer in each.answers if answer.rule.id.startswith("sector-")}
    assert set(ended.values()) == {Outcome.NOT_KNOWN}
    assert each.band is Band.NOT_CLEARED


@pytest.mark.parametrize(
    ("text", "not_these"),
    [
        pytest.param("WASTE DISPOSAL LEVY", {"waste"}, id="T: a levy is a tax, not waste"),
        pytest.param("CATERING EQ REPAIRS", {"catering", "food"}, id="T: repairs are not catering"),
        pytest.param("ISG Doors/Hardware", {"ICT equipment", "guarding"}, id="B: windows, not ICT"),
        pytest.param("Recruitment Advertising", {"agency labour"}, id="L: advertising is not labour"),
        pytest.param("SC : Nurseries & Creches", {"farming", "grounds"}, id="T: childcare, not farming"),
        pytest.param("Willows lane canteen. Water system compliance. Feb 25", {"catering"}, id="H: a place"),
        pytest.param("Secure OLA", {"guarding"}, id="B: a placement, not guarding"),
        pytest.param("BUILDING MATERIALS", {"works"}, id="T: a left-over label of consultancy"),
        pytest.param("General Instruments", {"other goods"}, id="L: surgical, in a hospital's ledger"),
        pytest.param("Catering, clothing & uniforms", {"catering"}, id="C: what caterers wear, not their labour"),
    ],
)
def test_what_it_is_not(text: str, not_these: set[str]) -> None:
    assert not sectors_of(text) & not_these


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Civil Engineers Wks", "works"),
        ("General Civils", "works"),
        ("Interim staff", "agency labour"),
        ("Payment for interim IT specialists", "agency labour"),
        ("Staff canteen", "catering"),
        ("Office relocation", "logistics"),
    ],
)
def test_a_phrase_that_misleads_takes_nothing_from_the_word_in_it(text: str, sector: str) -> None:
    assert sector in sectors_of(text)


@pytest.mark.parametrize(
    ("row", "sector"),
    [
        pytest.param(
            {"Account Detail": "Contractor Other", "Description": "INTERIM PAYMENT #6"}, "works", id="H: a builder"
        ),
        pytest.param(
            {"Account Detail": "Private Contractors Work", "Description": "WILLOWS LANE CANTEEN FLOOR"},
            "works",
            id="H: a joiner who laid a canteen's floor",
        ),
        pytest.param(
            {"Account Detail": "Landfill Tax", "Description": "TRADE WASTE"}, "waste", id="H: a waste firm's tax"
        ),
        pytest.param(
            {
                "Contract Title": "New Broadwalk PRU Relocation",
                "ProClass Description": "Works - Construction, Repair and Maintenance",
            },
            "works",
            id="S: a school's building",
        ),
    ],
)
def test_what_a_line_of_several_columns_is_read_as(row: dict[str, str], sector: str) -> None:
    assert found([row], exposure()).columns["sector"].reading(0).value == (sector,)


def test_h_a_phone_bill_booked_to_the_civil_contingency_act_is_not_works() -> None:
    row = {"Account Detail": "Civil Contingency Act", "Description": "19.03.23 - 18.04.23"}
    each = only([{"Supplier": "Alder Ltd", **row}], exposure())
    assert not [answer for answer in each.ended(Outcome.FLAGGED) if answer.rule.id.startswith("sector-")]


def test_s_energy_efficiency_is_solar_where_the_title_says_so() -> None:
    row = {"ProClass Description": "Energy Efficeiency", "Contract reference": "C1"}
    assert sectors_of(row["ProClass Description"]) == frozenset()
    each = only([{"Supplier": "Alder Ltd", **row, "Contract title": "Solar PV at the depots"}], exposure())
    flagged = [answer.rule.id for answer in each.ended(Outcome.FLAGGED)]
    assert sorted(flagged) == ["goods-named-in-guidance", "sector-goods-chain"]
    cells = {piece.address for answer in each.ended(Outcome.FLAGGED) for piece in answer.evidence}
    assert cells == {"D2"}


@pytest.mark.parametrize("account", ["DAY NURSERIES", "Demolition"])
def test_t_private_contractors_are_what_the_other_column_says(account: str) -> None:
    """Day nurseries in one council's ledger, of many kinds in another's."""
    rows = [{"Supplier": "Alder Ltd", "Category": "Private Contractors", "Purpose": account}]
    each = only(rows, exposure())
    (flagged,) = [answer.rule.id for answer in each.ended(Outcome.FLAGGED)]
    assert flagged == ("sector-labour-less-often-named" if account.startswith("DAY") else "sector-labour-here")


@pytest.mark.parametrize(
    ("code", "label", "sector"),
    [
        ("170000", "UTILITIES : Gas", "education"),
        ("200000", "ICT : Services", "finance"),
        ("150000", "BUILDING MATERIALS", "professional services"),
    ],
)
def test_t_the_code_is_right_where_the_label_is_left_over_and_the_disagreement_is_said(
    code: str, label: str, sector: str
) -> None:
    rows = [{"Supplier": "Alder Ltd", "ProclassCode": code, "ProclassLabel": label}]
    held = found(rows, exposure())
    assert held.columns["sector"].reading(0).value == (sector,)
    assert [note.said for note in held.notes if "different things" in note.problem] == [code]
