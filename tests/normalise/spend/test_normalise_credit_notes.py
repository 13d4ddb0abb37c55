"""Credit notes printed without a sign are added, and that is said; with a sign they are taken off."""

import pytest

from tests.normalise.sheet_making import sheet, suppliers_of


def notes(*rows: str) -> list[str]:
    return [note.problem for note in suppliers_of(sheet(rows)).notes if "they were added" in note.problem]


@pytest.mark.parametrize("kind", ["Credit Note", "CREDIT MEMO", "CR", "Credit", "CRN"])
def test_a_credit_note_above_nought_is_a_question(kind: str) -> None:
    (said,) = notes("Supplier | Amount | Type", "Alder Ltd | 500 | Invoice", f"Alder Ltd | 120 | {kind}")
    assert f"1 sum above nought beside '{kind}' under 'Type', £120 in all, such as Sheet1!B3" in said


def test_a_credit_note_below_nought_and_a_firm_called_credit_are_none() -> None:
    assert notes("Supplier | Amount | Type", "Alder Ltd | 500 | Invoice", "Alder Ltd | -120 | Credit Note") == []
    assert notes("Supplier | Amount", "Credit Union Ltd | 500") == []
