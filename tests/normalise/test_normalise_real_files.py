"""Real files, each opened by hand: the heading row, the columns, how many suppliers, what was left out."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.screening import read_suppliers

COUNCIL, LISTS = "a-council-and-public-spend/", "b-supplier-lists/"


@dataclass(frozen=True)
class Expected:
    """What a person sees who opens the file."""

    file: str
    heading_row: int
    columns: dict[str, str]
    suppliers: int
    spend: str = ""
    left_out: dict[str, int] = field(default_factory=dict)


REDACTED, BLANK, TOTAL = "the supplier's name is redacted", "blank row", "a total, not a supplier"
NO_NAME, HEADING = "no supplier's name", "the heading repeated"
UNDER_OTHERS = "under other headings, in row 2745; save them as a list of their own"
UNNAMED = "not the name of one supplier"
ABOVE, TOO_WIDE = "above the headings", "more cells than headings: a comma inside a text?"

FILES = [
    Expected(
        COUNCIL + "adur__spendings.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount"},
        112,
        "493,588.64",
        {REDACTED: 4, NO_NAME: 1},
    ),
    Expected(
        COUNCIL + "bradford__2018-11_clean.csv",
        1,
        {
            "supplier_name": "Supplier Name",
            "supplier_id": "Supplier Number",
            "spend": "Net Amount",
            "category": "Expenditure category",
        },
        1585,
        "48,515,881.85",
        {REDACTED: 158},
    ),
    Expected(
        COUNCIL + "calderdale__2019-06.csv",
        1,
        {
            "supplier_name": "Supplier(Beneficiary) Name",
            "supplier_id": "Supplier ID",
            "spend": "Net Amount",
            "company_number": "Supplier Registered Company Number",
        },
        471,
        "14,028,246.45",
        {REDACTED: 6},
    ),
    Expected(
        COUNCIL + "gcloud__G-Cloud-Total-Spend-13-12-13.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Total_Charge"},
        212,
        "77,788,989.55",
    ),
    Expected(
        COUNCIL + "gov_ccwater__CCW+Over+25K+-+AUGUST+2011.csv",
        4,
        {"supplier_name": "Supplier", "spend": "Amount", "category": "Expense type"},
        1,
        "64,188.00",
        {ABOVE: 2, BLANK: 1},
    ),
    Expected(
        COUNCIL + "gov_cefas__cefas-over-25k-1008.csv",
        1,
        {"supplier_name": "Supplier(T)", "spend": "Amount"},
        7,
        "325,133.67",
    ),
    Expected(
        COUNCIL + "gov_co__November_2013__25k_Transparency_Data.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount", "postcode": "Supplier Postcode"},
        80,
        "45,102,769.47",
        {BLANK: 109},
    ),
    Expected(
        COUNCIL + "gov_mmo__mmo-over-25k-1004.csv",
        1,
        {"supplier_name": "6 Supplier", "spend": "8 Amount"},
        10,
        "1,217,132.06",
    ),
    Expected(
        COUNCIL + "gov_moj__moj-aramis-data-nov-11.csv",
        1,
        {"supplier_name": "SUPPLIER", "spend": "DISTRIBUTION_AMOUNT"},
        185,
        "313,580,700.15",
        {UNNAMED: 10},
    ),
    Expected(
        COUNCIL + "gov_ofwat__prs_dat_transactions201101.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount"},
        2,
        "55,666.38",
        {BLANK: 3522},
    ),
    Expected(
        COUNCIL + "gov_wo__Wales-Office-spend-over-500-August-2010.csv",
        3,
        {"supplier_name": "SUPPLIER_NAME", "spend": "INVOICE_AMOUNT"},
        9,
        "43,260.54",
        {ABOVE: 1},
    ),
    Expected(
        COUNCIL + "hyndburn__1703.csv",
        1,
        {"supplier_name": "Name", "spend": "Net Amount(£)", "category": "Account Detail"},
        128,
        "568,545.31",
    ),
    Expected(
        COUNCIL + "hyndburn__April-2023.csv",
        2,
        {"supplier_name": "Name", "spend": "Net Amount (£)"},
        202,
        "1,216,217.07",
        {BLANK: 93},
    ),
    Expected(
        COUNCIL + "hyndburn__June-24.csv",
        1,
        {"supplier_name": "Name:  ", "spend": "Amount Paid"},
        194,
        "7,872,257.38",
        {BLANK: 68},
    ),
    Expected(
        COUNCIL + "hyndburn__October-2021-csv.csv",
        1,
        {"supplier_name": "Name", "spend": "Net Amount(£)"},
        119,
        "436,960.25",
        {BLANK: 465},
    ),
    Expected(
        COUNCIL + "lambeth__2011-01-payments.csv",
        1,
        {"supplier_name": "Supplier Name", "spend": "Sum of Invoice Nett Amount"},
        1070,
        "38,447,618.14",
    ),
    Expected(
        COUNCIL + "lancs_fire__fire-2022-23.xlsx",
        1,
        {"supplier_name": "Supplier Name", "spend": "Amount", "category": "Expenditure Category"},
        398,  # the last rows stand under headings in another order
        "13,507,115.98",
        {REDACTED: 30, HEADING: 1, UNDER_OTHERS: 161},
    ),
    Expected(
        COUNCIL + "networkrail__2017-01.csv",
        1,
        {"supplier_name": "Supplier Name", "spend": "Spend", "category": "Category Family"},
        416,
        "527,269,048.94",
        {TOTAL: 1, NO_NAME: 1},
    ),
    Expected(
        COUNCIL + "nhs_EPSH 01 - April.csv",
        1,
        {"supplier_name": "Supplier", "spend": "amount"},
        69,
        "23,427,533.98",
    ),
    Expected(
        COUNCIL + "nhs_HILL 00-03 - Nov 2019 to June 2020.xlsx",
        1,
        {"supplier_name": "Supplier", "spend": "Amount"},
        113,
        "52,363,355.17",
    ),
    Expected(
        COUNCIL + "nhs_KICO 01 - April.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount"},
        92,
        "53,035,476.44",
    ),
    Expected(
        COUNCIL + "nhs_LNWU 12 - March.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount"},
        134,
        "64,463,765.82",
        {TOTAL: 1},
    ),
    Expected(
        COUNCIL + "salford__contracts-register-2022_rows1-180.csv",
        1,
        {
            "supplier_name": "Supplier Company Name",
            "spend": "Annual Value",
            "company_number": "Company Number",
            "contract": "Contract Reference",
            "postcode": "Supplier Postcode",
            "category": "ProClass Description",
        },
        144,
        "118,422,220.84",
    ),
    Expected(
        COUNCIL + "trafford__supplier-spend-2026-27_first20k.csv",
        1,
        {
            "supplier_name": "BeneficiaryName",
            "supplier_id": "BeneficiaryOtherID",
            "spend": "Amount",
            "category": "ProclassLabel",
        },
        1109,
        "50,611,052.85",
        {REDACTED: 2986},
    ),
    Expected(
        COUNCIL + "wakefield__2015-Q3.csv",
        1,
        {
            "supplier_name": "Supplier Name",
            "supplier_id": "Supplier ID",
            "spend": "Net Amount",
            "company_number": "Company Registration",
        },
        1088,
        "30,432,235.34",
        {REDACTED: 150, NO_NAME: 82},
    ),
    Expected(
        COUNCIL + "gla__gla-2011-12-P13-500.csv",
        7,
        {"supplier_name": "Vendor Name", "supplier_id": "Vendor ID", "spend": "Amount"},
        263,
        "15,232,841.74",
        {ABOVE: 5, BLANK: 11, NO_NAME: 3},
    ),
    Expected(
        COUNCIL + "gla__gla-250-report-2014-15-P08.csv",
        8,
        {"supplier_name": "Vendor Name", "supplier_id": "Vendor ID", "spend": "Amount"},
        328,
        "53,577,468.86",
        {ABOVE: 5, BLANK: 3, NO_NAME: 1},
    ),
    Expected(
        COUNCIL + "bis__BIS_monthly_spend_December_2012.xls",
        1,
        {
            "supplier_name": "Supplier",
            "spend": "Amount",
            "category": "Expense Type",
            "postcode": "Supplier Post Code",
            "contract": "Contract Number",
        },
        502,
        "3,498,117,802.53",
        {REDACTED: 849},
    ),
    Expected(
        COUNCIL + "gov_vmd__vmd-over-25k-1004.csv",
        1,
        {"supplier_name": "Supplier", "spend": "Amount", "category": "Expense type"},
        1,
        "199,432.67",
        {BLANK: 1994},
    ),
    Expected(
        COUNCIL + "nhs_BART 09 - December.xls",
        1,
        {"supplier_name": "Supplier", "spend": "Amount", "category": "Expense Type"},
        97,
        "60,110,413.54",
        {NO_NAME: 1},
    ),
    Expected(
        LISTS + "apparel__supplier_master.csv",
        1,
        {"supplier_name": "supplier_name", "supplier_id": "supplier_id", "country": "country"},
        100,
    ),
    Expected(LISTS + "ccs__suppliers.xlsx", 1, {"supplier_name": "Supplier Name"}, 6),
    Expected(
        LISTS + "procurement__supplier_master.csv",
        1,
        {
            "supplier_name": "supplier_name",
            "supplier_id": "supplier_id",
            "country": "country",
            "category": "product_category",
        },
        893,
    ),
]

REFUSED = {
    COUNCIL + "gov_gla__gla-over-25-1111.csv": "nil return",
    COUNCIL + "hyndburn__March-25-CSV.csv": "the heading row seems to be the last row, row 889",
    COUNCIL + "lancs_pcc__pcc-2018-19.xlsx": "12 sheets look like supplier lists",
    LISTS + "ru__suppliers.xlsx": "no column was found that holds the supplier's name",
}


@pytest.mark.parametrize("expected", FILES, ids=lambda each: each.file.rsplit("/", 1)[-1])
def test_a_real_file_is_read_as_a_person_would_read_it(expected: Expected, real_inputs: Path) -> None:
    suppliers = read_suppliers(real_inputs / expected.file)
    (table,) = suppliers.book.tables
    mapped = {name: heading.text for name, heading in table.mapping.items()}
    assert table.header_row == expected.heading_row
    assert {name: mapped.get(name) for name in expected.columns} == expected.columns
    assert len(suppliers) == expected.suppliers
    assert (f"{suppliers.spend.sum() / 100:,.2f}" if expected.spend else "") == expected.spend
    assert Counter(each.reason for each in suppliers.left_out) == expected.left_out


@pytest.mark.parametrize("expected", FILES, ids=lambda each: each.file.rsplit("/", 1)[-1])
def test_every_row_below_the_headings_is_in_one_supplier_or_left_out(
    expected: Expected, real_inputs: Path
) -> None:
    suppliers = read_suppliers(real_inputs / expected.file)
    (table,) = suppliers.book.tables
    below = table.sheet.first_row + table.sheet.height - 1 - table.header_row
    left_out = [each for each in suppliers.left_out if each.reason != ABOVE]
    held = sum(len(suppliers.rows_of(number)) for number in range(len(suppliers)))
    assert held + len(left_out) == below


@pytest.mark.parametrize("file", REFUSED, ids=lambda each: each.rsplit("/", 1)[-1])
def test_a_file_that_cannot_be_read_yet_is_refused_with_the_true_reason(file: str, real_inputs: Path) -> None:
    with pytest.raises(InputError) as refused:
        read_suppliers(real_inputs / file)
    assert REFUSED[file] in str(refused.value)


def test_the_twelve_monthly_sheets_are_read_one_at_a_time(real_inputs: Path) -> None:
    april = read_suppliers(real_inputs / COUNCIL / "lancs_pcc__pcc-2018-19.xlsx", sheet="apr 18")
    assert april.book.tables[0].sheet.name == "Apr 18"
    assert len(april) > 200
