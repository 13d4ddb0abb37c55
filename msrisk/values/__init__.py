"""How one cell's text is read into a value, and shown again: one small module per kind."""

from msrisk.values.kinds import KINDS

__all__ = ["KINDS"]
