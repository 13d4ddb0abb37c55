"""Remarks on a file by which another part of msrisk decides something: how they begin, said once."""

from __future__ import annotations

HIDDEN = "Not read, because hidden: "  # the sheets of a workbook that nobody sees
