"""What is estimated of suppliers where neither the list nor a public file says it.

legal form: from the name's ending, else from the company number's prefix; estimated.
UK business: a UK company number, registration or postcode gives *yes*, assumed; a public body stays open,
since whether it carries on a business is a question of its own.
assurance schemes: whether a result is held, and until when it counts (``assurance.py``).
gangmaster's licence: whether one is held (``licence.py``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from msrisk.model import Column, Field, Ints, Numbers, Suppliers
from msrisk.model.filling import Columns, Offer, base_column, constant_of, each_of, fill, offer_of
from msrisk.normalise.fact.assurance import derive_assurance
from msrisk.normalise.fact.licence import derive_licence
from msrisk.values.legal_form import legal_form
from msrisk.values.reading import Grade, Reading

# What the letters in front of a company number say of the legal form; figures alone, SC, NI and R are companies.
FORM_BY_PREFIX = {
    "OC": "llp",
    "SO": "llp",
    "NC": "llp",
    "LP": "limited partnership",
    "SL": "limited partnership",
    "NL": "limited partnership",
    "IP": "registered society",
    "SP": "registered society",
    "NP": "registered society",
    "RS": "registered society",
    "CE": "charitable incorporated organisation",
    "CS": "charitable incorporated organisation",
    "SC": "company",
    "NI": "company",
    "R0": "company",
}
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\Z", re.IGNORECASE)
_CROWN_DEPENDENCIES = ("JE", "GY", "IM")


def estimate(suppliers: Suppliers) -> Suppliers:
    """The suppliers with what can be estimated of them where nothing says it."""
    form = _legal_form(suppliers.fields, suppliers.names, suppliers.columns, _first_rows(suppliers))
    known = {**suppliers.columns, "legal_form": form}
    uk_business = _uk_business(suppliers.fields, known, len(suppliers))
    schemes = derive_assurance(suppliers.fields, known, len(suppliers))
    licence = derive_licence(suppliers.fields, known, len(suppliers))
    return replace(suppliers, columns={**known, "uk_business": uk_business, **schemes, **licence})


def _first_rows(suppliers: Suppliers) -> Ints:
    """For each supplier the first row that names it."""
    owned = np.flatnonzero(suppliers.row_owner >= 0)
    _, first = np.unique(suppliers.row_owner[owned], return_index=True)
    return owned[first].astype(np.int32)


def _legal_form(fields: Mapping[str, Field], names: Sequence[str], columns: Columns, first_rows: Ints) -> Column:
    base = base_column(fields, columns, "legal_form", len(names))
    offers = [_forms_by_name(fields["supplier_name"], names, first_rows)]
    numbers = columns.get("company_number")
    if numbers is not None:
        offers.append(offer_of(numbers, [_form_by_number(each.first) for each in numbers.readings]))
    return fill(fields["legal_form"], base, offers)


def _forms_by_name(field: Field, names: Sequence[str], first_rows: Ints) -> Offer:
    """The form each name ends in; the evidence is the cell of the name."""
    forms: Numbers[str] = Numbers()
    codes = forms.codes(["", *[legal_form(name) or "" for name in names]])[1:]  # '' first
    readings = [Reading((form,), Grade.ESTIMATED, note="from the name") if form else None for form in forms]
    texts = tuple(forms)
    return offer_of(Column(field, tuple(Reading() for _ in texts), texts, codes, first_rows), readings)


_BY_NUMBER = {
    prefix: Reading((form,), Grade.ESTIMATED, note="from the company number")
    for prefix, form in {**FORM_BY_PREFIX, "0": "company"}.items()
}


def _form_by_number(number: str) -> Reading | None:
    return _BY_NUMBER.get("0" if number[:1].isdigit() else number[:2])


def _uk_business(fields: Mapping[str, Field], columns: Columns, size: int) -> Column:
    base = base_column(fields, columns, "uk_business", size)
    offers = [constant_of(columns["company_number"], _NUMBERED)] if "company_number" in columns else []
    offers += [
        each_of(columns[name], offer)
        for name, offer in (
            ("country", lambda each, text: _registered_here(each)),
            ("postcode", lambda each, text: _based_here(each)),
        )
        if name in columns
    ]
    form = columns["legal_form"]
    public = np.array([each.value == ("public body",) for each in form.readings], np.bool_)
    return fill(fields["uk_business"], base, offers, where=~public[form.codes])


def _yes(why: str, grade: Grade = Grade.ASSUMED) -> Reading:
    return Reading(("yes",), grade, note=why)


_NUMBERED = _yes("it has a UK company number")
_REGISTERED = _yes("it is registered in the UK")
_BASED = _yes("it has a UK postcode")


def _registered_here(reading: Reading) -> Reading | None:
    return _REGISTERED if reading.value == ("GB",) and reading.complete else None


def _based_here(reading: Reading) -> Reading | None:
    return _BASED if any(_is_uk_postcode(each.upper()) for each in reading.parts) else None


def _is_uk_postcode(text: str) -> bool:
    return _POSTCODE.match(text.strip()) is not None and not text.startswith(_CROWN_DEPENDENCIES)
