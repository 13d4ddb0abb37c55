"""What kind of payee somebody is: two signals or it stays, and whatever is decided can be overruled."""

import pandas
import pytest

from msrisk import InputError, screen
from msrisk.model.payees import KINDS
from msrisk.screening import read_suppliers
from msrisk.values.tables import rows
from tests.normalise.payees_making import kind_of, ledger


@pytest.mark.parametrize(
    ("name", "account", "kind"),
    [
        ("HMRC CUMBERNAULD", "Nat Ins & Rebate", "tax or pension"),
        ("HM Revenue & Customs", "", "tax or pension"),
        ("TEACHERS PENSIONS", "", "tax or pension"),
        ("GREATER MIDSHIRE SUPERANN FUND", "Alt COA Pension F", "tax or pension"),
        ("Midshire MB-GMPF", "SUPER ADD ALLOWANCES", "tax or pension"),
        ("Midshire County Council", "GMITA LEVY", "public body"),
        ("Greater Midshire Combined Authori", "CFUND CTAX CRED", "public body"),
        ("Greater Midshire Mental Health NHS F", "PAYMENTS TO HA'S", "public body"),
        ("City of Midshire", "Business Rates", "public body"),
        ("Holly Primary School", "SCHOOL BUDGET SHARE", "school"),
        ("Alder Academy Trust T/A Holly High School", "SEN Top Up Contract Payments", "school"),
        ("Mrs J Hollingbery", "FOSTER ALLOWANCES", "person"),
        ("Hollingbery, Jane", "DIRECT PAYMENTS", "person"),
        ("J A Hollingbery", "SECT 17 PAY ITEM 6", "person"),
        ("Xanthippe Hollingbery", "Special Guardianship Allowance", "person"),
        ("Mr John Garthwaite", "Legal Fees", "person"),
        ("Miss Olivia Penhallow-Dover", "Counsel Fees", "person"),
        ("MR J GARTHWAITE", "BARRISTERS FEES", "person"),
        ("2019:04PD Physically Disabled", "Transfer Payments - Social Services Clients", "unnamed"),
    ],
)
def test_name_and_account_together_set_a_payee_aside(name: str, account: str, kind: str) -> None:
    assert kind_of(name, account) == (kind, True)


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("Oldfield Bank Residential Care Home", "EXT RES CARE FEES"),
        ("Borough Care Ltd", "EXT RES CARE FEES"),
        ("NHS Professionals Ltd", "Agency staff"),
        ("British Fashion Council", "Grants to external organisations"),
        ("Holly University Press", "Books"),
        ("Holly County Council Trading Ltd", "Grounds maintenance"),
        ("Pension Administrators Ltd", "Pension administration costs"),
        ("ALDER PENSION MANAGEMENT SERVICES LT", "PENSION COSTS"),
        ("Bluebird Care (Holly and Alder North)", "Home support"),
        ("Holly Childcare & Pre-School", "SEN Top Up Contract Payments"),
        ("Holly Preparatory School", "PRIVATE CONTRACTORS"),
        ("Holly School Group Ltd T/A Holly School", "Education contribution for pupils"),
        ("Independent Together Ltd", "BOARDED OUT SEC23"),
        ("Making Space", "DIRECT PAYMENTS"),
        ("Holly House", "BOARDED OUT SEC23"),
        ("Mr N Garthwaite", "Window cleaning"),
        ("Stephen Ollerton", "PTS Taxis"),
        ("Mr D Fallowby T/A Fallowby Electrical", "DIRECT PAYMENTS"),
        ("Dr Helen Carrowby", "Medic/Occ Health Svs"),
        ("The Surgery, Dr Carrowby & Partners", "Health checks"),
        ("Holly Pharmacy", "Health checks"),
        ("Stephen Ollerton", ""),
        ("Mr Stephen Ollerton", ""),
        ("Stephen Ollerton", "Legal Fees"),
        ("Mr Ollerton", "Legal Fees"),
        ("Dr Stephen Ollerton", "Professional fees"),
        ("Mr John Garthwaite Solicitors", "Legal Fees"),
        ("Mr R Garthwaite", "CONTRACTOR OTHER"),
        ("Dementia Friends", "Transfer Payments Individual Service Funds"),
        ("2020 Vision Ltd", "Transfer Payments - Social Services Clients"),
        ("2019 12 Degrees Care Ltd", "Transfer Payments - Social Services Clients"),
    ],
)
def test_one_signal_or_a_firm_s_name_leaves_a_supplier(name: str, account: str) -> None:
    assert kind_of(name, account) == ("supplier", False)


@pytest.mark.parametrize(
    ("name", "account", "kind"),
    [
        ("Npower Yorkshire Ltd", "Electricity", "utility"),
        ("Zurich Insurance plc", "ZM PREMIUMS (CORP)", "finance"),
        ("Lloyds Tsb", "Work Permits", "finance"),
        ("Integrated Midshire SPV 2 Limited", "Educ Unitary Chg", "own company"),
        ("Holly Primary School", "Insurance", "school"),
    ],
)
def test_some_kinds_are_named_and_stay(name: str, account: str, kind: str) -> None:
    assert kind_of(name, account) == (kind, False)


def test_a_trade_account_keeps_a_person_who_is_also_paid_as_one() -> None:
    suppliers = ledger(("Karen Lathbury", "DIRECT PAYMENTS"), ("Karen Lathbury", "Professional fees"))
    assert suppliers.kind(0) == "supplier"


def test_a_titled_trader_who_is_also_paid_fees_stays() -> None:
    suppliers = ledger(("Mr N Garthwaite", "Legal Fees"), ("Mr N Garthwaite", "Building works"))
    assert suppliers.kind(0) == "supplier"


def test_the_reason_of_a_titled_name_gives_the_account_and_names_nobody() -> None:
    suppliers = ledger(("Mr John Garthwaite", "Legal Fees"))
    assert suppliers.payees.reason(0) == "the name is of a person's form and the account says 'legal fee…'"


def test_whoever_holds_a_contract_stays() -> None:
    frame = pandas.DataFrame(
        [("Midshire NHS Foundation Trust", "C1", "Health", "1"), ("Alder University", "C2", "Training", "1")],
        columns=["Supplier", "Contract ref", "Contract title", "Annual value"],
    )
    suppliers = read_suppliers(frame)
    assert not suppliers.set_aside.any()
    assert suppliers.payees.reason(0) == "this list says it holds a contract: stays"


def test_t19_a_council_in_a_list_that_asks_for_turnover_is_there_as_a_supplier() -> None:
    frame = pandas.DataFrame({"Supplier": ["Midshire County Council"], "Turnover": ["£400m"], "Spend": ["1"]})
    assert read_suppliers(frame).set_aside.tolist() == [False]
    assert read_suppliers(frame.drop(columns="Turnover")).set_aside.tolist() == [True]


def test_a_payee_without_a_contract_in_a_ledger_that_has_some_is_set_aside() -> None:
    frame = pandas.DataFrame(
        [
            ("Midshire County Council", "Not yet available", "1"),
            ("Holly County Council", "C2", "1"),
            *[("Alder Ltd", "", "1")] * 3,
        ],
        columns=["Supplier", "Contract ref", "Amount"],
    )
    assert read_suppliers(frame).set_aside.tolist() == [True, False, False]


def test_a_contract_that_names_nobody_is_known_by_its_row_and_not_by_words_in_a_name() -> None:
    frame = pandas.DataFrame(
        [("Various", "C1", "1"), ("Alder: no single supplier named", "C2", "1"), ("Cedar Ltd", "C3", "1")],
        columns=["Supplier", "Contract ref", "Amount"],
    )
    suppliers = read_suppliers(frame)
    assert [suppliers.kind(number) for number in range(3)] == ["unnamed", "supplier", "supplier"]


def test_the_reason_gives_both_phrases_and_the_cell_of_the_account() -> None:
    suppliers = ledger(("Alder Ltd", "Books"), ("HMRC", "Nat Ins & Rebate"))
    found = suppliers.payees
    assert found.reason(1) == "the name says 'hmrc' and the account 'nat ins…'"
    assert suppliers.book.address(int(found.rows[1]), found.speakers[1]) == "B3"
    assert found.reason(0) == ""


def test_a_person_is_shown_by_the_row_and_no_reason_names_one() -> None:
    suppliers = ledger(("Alder Ltd", "Books"), ("Mrs J Hollingbery", "FOSTER ALLOWANCES"))
    assert suppliers.shown_name(0) == "Alder Ltd"
    assert suppliers.shown_name(1) == "Person (row 3)"
    assert "hollingbery" not in " ".join(suppliers.payees.said).casefold()


def test_a_kind_that_was_told_overrules_and_says_so() -> None:
    suppliers = ledger(("HMRC", "PAYE"), ("Alder", "Books"), HMRC="supplier", Alder="public body")
    assert [suppliers.kind(0), suppliers.kind(1)] == ["supplier", "public body"]
    assert suppliers.set_aside.tolist() == [False, True]
    assert suppliers.payees.reason(0) == suppliers.payees.reason(1) == "as told"
    assert suppliers.payees.told == ("HMRC=supplier", "Alder=public body")


@pytest.mark.parametrize("kind", ["supplier", "person"])
def test_what_was_told_of_a_person_is_repeated_by_the_row_and_can_be_given_back(kind: str) -> None:
    row = [("Mrs J Hollingbery", "FOSTER ALLOWANCES" if kind == "supplier" else "Books", "1")]
    frame = pandas.DataFrame(row, columns=["Supplier", "Expense type", "Amount"])
    first = read_suppliers(frame, kinds={"Mrs J Hollingbery": kind})
    assert first.payees.told == (f"Person (row 2)={kind}",)
    again = read_suppliers(frame, kinds={"Person (row 2)": kind})
    assert again.kind(0) == kind
    assert again.payees.told == first.payees.told


def test_an_unknown_name_or_kind_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="no payee called 'Aldar'") as name:
        ledger(("Alder", "Books"), Aldar="supplier")
    assert name.value.hint == "Did you mean 'Alder'?"
    with pytest.raises(InputError, match="no kind called 'council'") as kind:
        ledger(("Alder", "Books"), Alder="council")
    assert "public body" in kind.value.hint


def test_the_library_takes_kinds_as_the_command_does() -> None:
    frame = pandas.DataFrame([("HMRC", "5")], columns=["Supplier", "Amount"])
    assert screen(frame, kinds={"hmrc": "supplier"}).suppliers.kind(0) == "supplier"


def test_every_row_of_the_table_can_be_read() -> None:
    for row in rows("payee_words"):
        assert row["kind"] in KINDS, row
        assert row["where"] in ("name", "name alone", "not a person", "account", "own account", "fee account"), row
        assert row["phrase"].strip(" *"), row
        assert row["where"] != "name alone" or row["note"], f"{row}: say why the name suffices"


def test_no_phrase_stands_twice_in_the_table_unless_it_says_why_it_is_of_two_kinds() -> None:
    held: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows("payee_words"):
        before = held.setdefault((row["phrase"], row["where"]), row)
        if before is not row:
            assert before["kind"] != row["kind"], f"{row}: stands twice"
            assert "two kinds" in before["note"], before
            assert "two kinds" in row["note"], row
