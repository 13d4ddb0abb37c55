"""Names, the keys that join them, and the legal forms they prove."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import name
from msrisk.values.legal_form import legal_form
from msrisk.values.reading import BLANK, NO_HINT


@pytest.mark.parametrize(
    "text", ["None", "n/a", "NULL", "nan", "TRUE", "0", "-", "1E5", "3-4", "! LTD", "*Thermo"]
)
def test_fault_67_strange_names_are_names(text: str) -> None:
    assert name.read(text, NO_HINT).value == (text,)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "######"])
def test_fault_67_errors_are_not_names(text: str) -> None:
    reading = name.read(text, NO_HINT)
    assert reading.value is None
    assert reading.note


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "  Capita Business\u00a0Services  Ltd\n", "Capita Business Services Ltd", id="fault 82 spaces"
        ),
        pytest.param("a\x1b[31m\u202eb", "a\\u001b[31m\\u202eb", id="fault 76 made visible"),
        ("O’Neill & Söns", "O’Neill & Söns"),
    ],
)
def test_a_name_is_shown_as_written(text: str, shown: str) -> None:
    assert name.read(text, NO_HINT).value == (shown,)


def test_blank() -> None:
    assert name.read(" \n", NO_HINT) == BLANK


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Schofield and Sons Ltd", "SCHOFIELD & SONS LIMITED.", id="T71 fault 82"),
        ("Whittington Hospital NHS Trust", "WHITTINGTON HOSPITAL NHS TRUST (THE)"),
        ("The Acme Company Public Limited Company", "ACME CO. PLC"),
        ("AMY LAMÉ LTD", "Amy Lame Ltd"),
        ("Barnardo’s", "BARNARDO'S"),
        ("Foo B.V.", "Foo BV"),
        ("Smith\u00a0-  Jones", "Smith Jones"),
        ("Ｆｏｏ＆Ｂａｒ", "Foo and Bar"),
        ("Łódź Ørsted", "Lodz Orsted"),
    ],
)
def test_spellings_of_one_firm_share_a_key(one: str, other: str) -> None:
    assert name.key(one) == name.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme Ltd", "Acme Plc"), ("Acme Ltd", "Acme"), ("Acme (UK) Ltd", "Acme Ltd"), ("!", "?"), ("A1", "A2")],
)
def test_different_firms_do_not(one: str, other: str) -> None:
    assert name.key(one) != name.key(other)


def test_t78_other_alphabets_have_keys() -> None:
    assert name.key("Жуков ООО") == "жуков ооо"
    assert name.key("株式会社") == "株式会社"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        *(
            ("Acme Ltd", "company"),
            ("ACME LIMITED", "company"),
            ("Acme plc.", "company"),
            ("Acme C.I.C.", "company"),
        ),
        *(
            ("Acme Public Limited Company", "company"),
            ("Foo (UK) Limited", "company"),
            ("Foo GmbH", "company"),
        ),
        *(
            ("Foo B.V.", "company"),
            ("Foo S.p.A.", "company"),
            ("Silk Co., Ltd.", "company"),
            ("Foo, Inc.", "company"),
        ),
        *(("Foo Pty Ltd", "company"), ("BOC LTD :02107500", "company"), ("Acme Ltd (205037)", "company")),
        pytest.param("Canterbury Care Homes Ltd T/A The Rowans", "company", id="T71 before T/A decides"),
        pytest.param("John Smith T/A Smith Ltd", None, id="T71 after T/A does not"),
        pytest.param("Smith Jones LLP", "llp", id="T17 llp"),
        *(("Fund LP", "limited partnership"), ("Fund Limited Partnership", "limited partnership")),
        *(("Helping Hands CIO", "charitable incorporated organisation"), ("Smith & Partners", None)),
        *(
            ("Oak Surgery Partnership", None),
            ("University of Leeds", None),
            ("Day Spa", None),
            ("Acme", None),
        ),
        pytest.param("Cheshire East Council", "public body", id="T19 council"),
        pytest.param("Borough Care Ltd", "company", id="T19 a legal ending wins"),
        *(("Barts Health NHS Trust", "public body"), ("WHITTINGTON HOSPITAL NHS TRUST (THE)", "public body")),
        *(("NHS England", "public body"), ("Greater Manchester Police", "public body")),
        *(("Kent Fire and Rescue Service", "public body"), ("Department for Education", "public body")),
        *(
            ("London Borough of Camden", "public body"),
            ("HM Plant Hire", None),
            ("Engineering Council", None),
        ),
        *(
            ("Councillor Training", None),
            ("Police Mutual", None),
            ("Kent County Cricket Club", None),
            ("LTD", None),
        ),
    ],
)
def test_legal_form(text: str, form: str | None) -> None:
    assert legal_form(text) == form


@given(st.text())
def test_a_key_is_its_own_key_and_nothing_raises(text: str) -> None:
    assert name.key(name.key(text)) == name.key(text)
    legal_form(text)


@given(st.text(st.sampled_from("the public limited company co ltd & . é (")))
def test_a_key_of_company_words_is_its_own_key(text: str) -> None:
    assert name.key(name.key(text)) == name.key(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_case_never_matters_to_a_key(text: str) -> None:
    assert name.key(text.upper()) == name.key(text.lower())


@given(st.lists(st.text() | st.text(st.sampled_from("the public limited company co ltd & . \0é ("))))
def test_many_keys_at_once_are_those_of_each_name(names: list[str]) -> None:
    assert name.keys(names) == [name.key(each) for each in names]


@given(st.lists(st.sampled_from(["The", "Public", "Limited", "Company", "Unlimited", "Alder", "&", "\0", ""])))
def test_many_keys_at_once_know_the_words_of_companies(words: list[str]) -> None:
    names = [" ".join(words), "Alder Ltd", " ".join(reversed(words))]
    assert name.keys(names) == [name.key(each) for each in names]


@given(st.text())
def test_shown_and_read_back(text: str) -> None:
    value = name.read(text, NO_HINT).value
    assert value is None or name.read(name.show(value), NO_HINT).value == value
