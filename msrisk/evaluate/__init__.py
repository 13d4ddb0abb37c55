"""Suppliers and a rule set to outcomes, and the explanation of one supplier over the same tree."""

from msrisk.evaluate.outcomes import Outcomes, evaluate

__all__ = ["Outcomes", "evaluate"]
