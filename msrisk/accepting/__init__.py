"""Findings that people accept for a while: read back from a workbook, and held against the facts of today."""

from msrisk.accepting.file import acceptances_of
from msrisk.accepting.held import with_acceptances

__all__ = ["acceptances_of", "with_acceptances"]
