"""Screen a supplier spreadsheet for modern-slavery risk, and explain every line of the result.

from msrisk import screen, write_report
report = screen("suppliers.xlsx")
write_report(report, "register.xlsx")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from msrisk.version import VERSION as __version__

if TYPE_CHECKING:
    from msrisk.errors import InputError, MsriskError, OutputError, RulesError
    from msrisk.joining import PublicFiles
    from msrisk.model import Told
    from msrisk.one_page import write_page
    from msrisk.own_tables import load_rules
    from msrisk.redacting import redacted
    from msrisk.report import Report
    from msrisk.screening import read_suppliers, screen
    from msrisk.view import View
    from msrisk.write import write_report

_HOMES = {
    "InputError": "errors",
    "MsriskError": "errors",
    "OutputError": "errors",
    "RulesError": "errors",
    "PublicFiles": "joining",
    "Report": "report",
    "Told": "model",
    "View": "view",
    "load_rules": "own_tables",
    "read_suppliers": "screening",
    "redacted": "redacting",
    "screen": "screening",
    "write_page": "one_page",
    "write_report": "write",
}

__all__ = [
    "InputError",
    "MsriskError",
    "OutputError",
    "PublicFiles",
    "Report",
    "RulesError",
    "Told",
    "View",
    "__version__",
    "load_rules",
    "read_suppliers",
    "redacted",
    "screen",
    "write_page",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """The public names, imported when first used, so that ``--help`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'msrisk' has no attribute '{name}'")
    return getattr(import_module(f"msrisk.{_HOMES[name]}"), name)
