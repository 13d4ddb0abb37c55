"""Sheets and the vocabulary to Suppliers: heading row, columns, rows left out, joining, derived fields."""

from msrisk.normalise.suppliers import normalise

__all__ = ["normalise"]
