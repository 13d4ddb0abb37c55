"""Suppliers found in public files and further tables: by number, by name, and what waits for a person."""

from msrisk.enrich.join.join import join

__all__ = ["join"]
