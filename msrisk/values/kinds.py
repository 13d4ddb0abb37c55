"""Every kind by the name ``fields.yaml`` gives it."""

from __future__ import annotations

from msrisk.values import (
    choice,
    code,
    company_number,
    country,
    date,
    identifier,
    labels,
    link,
    money,
    name,
    number,
    percent,
    text,
    yes_no,
)
from msrisk.values.kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        money.KIND,
        number.KIND,
        percent.KIND,
        date.KIND,
        yes_no.KIND,
        choice.KIND,
        country.KIND,
        code.SIC,
        code.CPV,
        code.PROCLASS,
        company_number.KIND,
        name.KIND,
        identifier.KIND,
        link.KIND,
        text.KIND,
        labels.KIND,
    )
}
