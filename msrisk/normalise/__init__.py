"""Sheets and the vocabulary to Suppliers: heading row, columns, rows left out, joining, derived fields."""

from msrisk.normalise.fact.estimates import estimate
from msrisk.normalise.suppliers import normalise

__all__ = ["estimate", "normalise"]
