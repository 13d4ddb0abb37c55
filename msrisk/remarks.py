"""Remarks on a file by which another part of msrisk decides something: how they begin, said once."""

from __future__ import annotations

ROWS_HIDDEN = " hidden by a filter or by hand; "  # on rows that nobody sees and that are read
HIDDEN = "Not read, because hidden: "  # the sheets of a workbook that nobody sees
