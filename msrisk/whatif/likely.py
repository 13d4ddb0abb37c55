"""What an officer would think of first: taken for an example wherever one of these would do."""

from __future__ import annotations

from msrisk.model import Field
from msrisk.values.reading import Reading

_COUNTRIES = "GB IE FR DE NL IT ES US CN IN TR BD PK VN MY BR".split()
_PURCHASES = (
    "legal services",
    "insurance",
    "training",
    "software",
    "stationery",
    "furniture",
    "cleaning",
    "catering",
    "agency staff",
    "security services",
    "construction",
    "care home",
    "food",
    "laundry",
    "uniforms",
    "workwear",
    "gloves",
    "laptops",
)
_LIKELY = {
    "country": {code: place for place, code in enumerate(_COUNTRIES)},
    "text": {words: place for place, words in enumerate(_PURCHASES)},
}


def place_of(field: Field, reading: Reading) -> int:
    """How early a value of a field comes to mind; those not named here after all others."""
    return _LIKELY.get(field.kind.name, {}).get(reading.first, len(_PURCHASES))
