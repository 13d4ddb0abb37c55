"""Countries: spellings met in UK data, the pairs that must not be confused, and several in a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import country
from msrisk.values.country_names import shown
from msrisk.values.edits import one_slip_apart
from msrisk.values.reading import BLANK, NO_HINT, Grade

SPELLINGS = {
    "GB": "UK|U.K.|uk |GB|G.B.|GBR|Great Britain|Gt Britain|England|ENGLAND|Scotland|Wales|Cymru|"
    "Northern Ireland|N. Ireland|N.I.|United Kingdom|United Kingdon|Untied Kingdom|United Kindom|"
    "UNITED KINGDOM (GB)|England & Wales|"
    "United Kingdom of Great Britain and Northern Ireland|England, UK|XI",
    "JE": "Jersey",
    "GG": "Guernsey",
    "IM": "Isle of Man|IOM",
    "IE": "Eire|Éire|Ireland|Republic of Ireland|Rep. of Ireland|ROI|Southern Ireland",
    "US": "USA|U.S.A.|US|United States|United States of America|Unites States|The United States",
    "CN": "China|PRC|P.R. China|P R China|People's Republic of China|China (Mainland)|Xinjiang|"
    "China Mainland|CHINA, PEOPLES REPUBLIC OF",
    "TW": "Taiwan|Taiwan, R.O.C.|Taiwan (ROC)|Taiwan ROC|Republic of China|Chinese Taipei",
    "HK": "Hong Kong|HongKong|Hong Kong SAR|Hong Kong, China|HK|Hong Kong S.A.R.",
    "VN": "Viet Nam|Vietnam|VIETNAM|Veitnam|Socialist Republic of Vietnam",
    "TR": "Turkey|Türkiye|Turkiye|Turkye",
    "MM": "Burma|Myanmar|Myanmar (Burma)|Burma/Myanmar",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d’Ivoire|Cote D'lvoire",
    "AE": "UAE|U.A.E.|Dubai",
    "KR": "South Korea|S. Korea|Republic of Korea|Korea, South|Korea (South)|Korea, Rep.|Korea (Republic of)",
    "KP": "North Korea|DPRK|Korea, North|Democratic People's Republic of Korea",
    "CD": "DRC|D.R. Congo|Congo (DRC)|Congo-Kinshasa|Democratic Republic of Congo|"
    "Congo (Democratic Republic)|Zaire",
    "CG": "Republic of the Congo|Congo-Brazzaville",
    "MD": "Moldova|Moldova (Republic of)",
    "DE": "Germany|Deutschland|GERMANY (DE)|DE|DEU|West Germany",
    "SY": "Syria|Syrian Arab Republic",
    "LY": "Libya|Lybia|Libyan Arab Jamahiriya",
    "XK": "Kosovo",
    "NE": "Niger",
    "NG": "Nigeria",
    "DM": "Dominica",
    "DO": "Dominican Republic",
    "GN": "Guinea",
    "GW": "Guinea-Bissau",
    "GQ": "Equatorial Guinea",
    "PG": "Papua New Guinea",
    "NO": "NO|Norway",
    "NA": "NA|Namibia",
    "BA": "Bosnia & Herzegovina|Bosnia and Herzegovina",
    "TT": "Trinidad and Tobago",
    "SG": "Singapore 188425",
}


@pytest.mark.parametrize(
    ("spelling", "code"),
    [(spelling, code) for code, spellings in SPELLINGS.items() for spelling in spellings.split("|")],
)
def test_fault_65_a_spelling(spelling: str, code: str) -> None:
    reading = country.read(spelling, NO_HINT)
    assert reading.value == (code,)
    assert reading.complete


@pytest.mark.parametrize(
    "text",
    [
        *("EU", "Europe", "Global", "Various", "APAC", "SE ASIA", "Asia", "Africa", "Worldwide", "Multiple"),
        *(
            "Channel Islands",
            "USSR",
            "Dominican",
            "London",
            "LANCS",
            "(Head Office)",
            "Jordan Ltd",
            "D",
            "TBC",
        ),
        pytest.param("no", id="T67 no in small letters is not Norway"),
        pytest.param("na", id="T67 na in small letters is not Namibia"),
        *("n/a", "N/A", "Unknown", "-", "#N/A", "Mersey"),
        pytest.param("Nigera", id="T48 one slip from two countries"),
        pytest.param("Ieland", id="T48 Ireland or Iceland"),
        *("Irn", "Chna"),
    ],
)
def test_t47_what_is_not_a_country_is_not_known(text: str) -> None:
    reading = country.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert reading.note.startswith(f"'{text}'")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("UK / China", ("CN", "GB"), id="T46 a stroke"),
        pytest.param("China\nIndia\nVietnam", ("CN", "IN", "VN"), id="T46 lines"),
        ("CN;IN", ("CN", "IN")),
        ("UK & Ireland", ("GB", "IE")),
        ("France and Germany", ("DE", "FR")),
        ("Korea, South; China", ("CN", "KR")),
        ("Trinidad and Tobago, Korea, South, UK", ("GB", "KR", "TT")),
        ("UK, England, GB", ("GB",)),
        ("China + India | Turkey,", ("CN", "IN", "TR")),
    ],
)
def test_several_in_a_cell(text: str, codes: tuple[str, ...]) -> None:
    reading = country.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (codes, True)


@pytest.mark.parametrize(
    ("text", "codes", "said"),
    [
        ("Birmingham, UK", ("GB",), "'Birmingham' was not understood"),
        ("France and Various", ("FR",), "'Various' is not one country"),
        ("Pakistan (near the hills)", ("PK",), "'near the hills' was not understood"),
        pytest.param("Congo", ("CG",), "Democratic Republic", id="T48 which Congo"),
    ],
)
def test_an_unread_part_makes_it_incomplete(text: str, codes: tuple[str, ...], said: str) -> None:
    reading = country.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (codes, False)
    assert said in reading.note


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Aghanistan", "AF", "taken as Afghanistan"),
        ("United Kingom", "GB", "taken as United Kingdom"),
        pytest.param("Georgia", "GE", "US state", id="T48 Georgia"),
        pytest.param("Korea", "KR", "North Korea is possible", id="T48 Korea"),
        ("NI", "GB", "Nicaragua"),
    ],
)
def test_a_guess_is_estimated_and_named(text: str, code: str, said: str) -> None:
    reading = country.read(text, NO_HINT)
    assert (reading.value, reading.grade) == ((code,), Grade.ESTIMATED)
    assert said in reading.note


@pytest.mark.parametrize("text", ["Xinjiang", "West Germany", "Singapore 188425"])
def test_what_was_assumed_is_told(text: str) -> None:
    assert country.read(text, NO_HINT).note


def test_blank() -> None:
    assert country.read(" ", NO_HINT) == BLANK


@given(st.sets(st.sampled_from(sorted(shown())), min_size=1, max_size=5))
def test_shown_and_read_back(codes: set[str]) -> None:
    value = tuple(sorted(codes))
    assert country.read(country.show(value), NO_HINT).value == value


@pytest.mark.parametrize("code", sorted(shown()))
def test_every_country_is_shown_and_read_back(code: str) -> None:
    assert country.read(country.show((code,)), NO_HINT).value == (code,)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    country.read(text, NO_HINT)


@given(st.text("0123456789#@[]{}"))
def test_a_text_without_a_letter_has_no_value(text: str) -> None:
    assert country.read(text, NO_HINT).value is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        *(
            ("china", "chna", True),
            ("china", "chiina", True),
            ("china", "chima", True),
            ("china", "cihna", True),
        ),
        *(("china", "china", False), ("china", "chn", False), ("china", "hcian", False), ("", "a", True)),
    ],
)
def test_one_slip(one: str, other: str, apart: bool) -> None:
    assert one_slip_apart(one, other) is one_slip_apart(other, one) is apart
