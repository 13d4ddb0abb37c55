"""Texts for the tests of the readers' grammars: written rightly, one slip from right, and two run together."""

from __future__ import annotations

from hypothesis import strategies as st

FORMS: dict[str, tuple[str, ...]] = {
    "money": (
        *("£36m", "36,000,000", "1.234,56", "1 000", "1'000", "£1,234.56", "-£50,000.00", "150.00-", "(1,200)"),
        *("over £36m", "£10m-£50m", "10-50m", "£1k to £2m", "36m+", "up to £500k", "c. £36m", "1.5E+06", "€42m"),
        *("0", "5", "£0.9m", "36 million", "1.2bn", "USD 50m", "£1,200 CR", "between £1m and £2m", "<36m", ".5"),
    ),
    "number": ("1,200", "12.5", "-5", "250-499", "300+", "over 250", "1.2k", "0", "(5)", "~200", "1 000", "1e5"),
    "percent": ("45%", "45 per cent", "0.45", "over 10%", "10-20%", "10% to 20%", "0", "45", "1"),
    "date": (
        *("31/03/2025", "31.03.25", "2025-03-31", "2025-03-31 00:00:00", "20250331", "31 March 2025", "30-Apr-20"),
        *(
            "1st March 2025",
            "March 31, 2025",
            "Mar-25",
            "03/2025",
            "2025-03",
            "202503",
            "2025",
            "2024/25",
            "43657",
        ),
        *("FY24/25", "July 2010 - September 2010", "1 April 2024 to 31 March 2025", "Apr-Jun 2024", "03/04/2025"),
    ),
    "yes_no": (
        "yes",
        "No",
        "Y",
        "n",
        "TRUE",
        "f",
        "1",
        "0",
        "✓",
        "✗",
        "Yes - 2024",
        "Yes (see link)",
        "no, not yet",
    ),
    "choice": ("Ltd", "private limited", "s/t", "none", "sole trader"),
    "country": (
        "UK",
        "China",
        "Korea, South",
        "Trinidad and Tobago",
        "UK / China",
        "NO",
        "Türkiye",
        "Singapore 188425",
    ),
    "sic": (
        "81210",
        "81.21",
        "62.02/0",
        "1110",
        "81210;81222",
        "81210 - General cleaning of buildings",
        "81210.0",
    ),
    "cpv": ("45000000", "45000000-7", "3000000", "45000000-7, 90910000-9", "CPV: 45000000"),
    "proclass": ("101100", "P1011", "101100;102000", "101100.0"),
    "company_number": (
        "02485577",
        "1234567",
        "SC123456",
        "sc 12345",
        "IP12345R",
        "1234567.0",
        "'01234567",
        "CRN 02485577",
    ),
    "name": ("Alder Ltd", "None", "0", "1E5", "Łódź & Co", "TRUE"),
    "id": ("A-17", "000123", "12345.0", "x1"),
    "link": ("https://a.co.uk/x", "www.a.co.uk", "a.co.uk/x?y=1", "See https://a.co.uk/x."),
    "text": ("Office cleaning", "0", "a-b"),
    "labels": ("garments; footwear", "none", "a;b"),
}
NAMES_WITH_A_FORM = (
    *("Alder Ltd", "ALDER LIMITED", "Foo (UK) plc", "Foo S.p.A.", "Foo B.V.", "Silk Co., Ltd.", "Foo Pty Ltd"),
    *("Smith Jones LLP", "Fund LP", "Helping Hands CIO", "Alder C.I.C.", "Cheshire East Council", "NHS England"),
    *("Barts Health NHS Trust", "Department for Education", "Oak Ltd T/A The Rowans", "Oak Ltd (205037)"),
)
# What slips in from keyboards, web pages, word processors and other alphabets.
_SLIPS = "0123456789.,-/:;()'+%£€$ kmeEx_#=<>~½²３٣Ⅳ−–\u00a0\u2009\u200f\u202e\u0301Оо\n\t\0O"


@st.composite
def slipped(draw: st.DrawFn, forms: tuple[str, ...]) -> str:
    text = draw(st.sampled_from(forms))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 1))
        text = text[:at] + draw(st.sampled_from(_SLIPS) | st.just("")) + text[at + gone :]
    return text


def texts_for(kind: str) -> st.SearchStrategy[str]:
    """Any text, and texts that are nearly right for a kind."""
    forms = FORMS[kind]
    both = st.tuples(st.sampled_from(forms), st.sampled_from(["", " ", "-", "/", ", "]), st.sampled_from(forms))
    return st.one_of(st.text(), st.sampled_from(forms), slipped(forms), slipped(forms), both.map("".join))
