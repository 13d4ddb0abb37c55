"""Only a name that is proved to be no single person's is shown, and by every output alike."""

from __future__ import annotations

from datetime import date

import pandas
import pytest

from msrisk import screen
from msrisk.may_be_named import NO_NAME, PERHAPS_A_PERSON, SOLE_TRADER, may_be_named, name_shown

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"Supplier": "Alder Works Ltd"}, "Alder Works Ltd"),
        ({"Supplier": "Alder Works", "Legal form": "company"}, "Alder Works"),
        ({"Supplier": "Alder Works", "Company number": "01234567"}, "Alder Works"),
        ({"Supplier": "Alder Works", "Legal form": "sole trader"}, SOLE_TRADER),
        ({"Supplier": "Bloggs & Daughter", "Legal form": "partnership"}, PERHAPS_A_PERSON),
        ({"Supplier": "Alder Works"}, PERHAPS_A_PERSON),
        ({"Supplier": "Ann Lee", "Company number": "01234567"}, PERHAPS_A_PERSON),
        ({"Supplier": "Ann Lee t/a Lee Cleaning Ltd"}, PERHAPS_A_PERSON),
        ({"Supplier": "Ann Lee Ltd"}, "Ann Lee Ltd"),
        ({"Supplier": "Various", "Contract reference": "C1", "Contract title": "For Jo Bloggs"}, NO_NAME),
    ],
    ids=lambda each: each if isinstance(each, str) else " ".join(each.values()),
)
def test_t94_only_what_is_no_person_is_named(row: dict[str, str], shown: str) -> None:
    report = screen(pandas.DataFrame([{"Category": "Cleaning", "Amount": "£5,000", **row}]), as_of=DAY)
    assert name_shown(report, 0) == shown
    assert may_be_named(report, 0) is (shown == row["Supplier"])
