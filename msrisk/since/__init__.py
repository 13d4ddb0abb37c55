"""The register of last time: read back from a workbook that people filled in, and held against today's report."""

from msrisk.since.file import register_of
from msrisk.since.held import with_last_register

__all__ = ["register_of", "with_last_register"]
