"""What reference tables say of suppliers and their lines, added as columns of its own."""

from msrisk.enrich.tables import enrich

__all__ = ["enrich"]
