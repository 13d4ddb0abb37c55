"""What would change a supplier's band: each blank, alone or with one other, tried with all that matters."""

from msrisk.whatif.everybody import moves_of
from msrisk.whatif.one import what_would_change

__all__ = ["moves_of", "what_would_change"]
