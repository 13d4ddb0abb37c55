"""``write_page()``: one supplier on a page, for our own file or for its own eyes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msrisk.model import Suppliers
from msrisk.normalise.find import find_supplier
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from msrisk.ruleset.supplier_words import load_supplier_words
from msrisk.screening import DEFAULT_RULES, explained, report_to_tell
from msrisk.write import check_outputs, write_output
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.kinds import FILE_WRITERS, SUPPLIER_WRITERS
from msrisk.write.supplier_file import SupplierFile


def write_page(
    suppliers: Suppliers,
    who: str,
    path: str | Path,
    *,
    for_supplier: bool = False,
    rules: str | RuleSet = DEFAULT_RULES,
    as_of: date | None = None,
    inputs: Iterable[str | Path] = (),
    force: bool = False,
) -> Path:
    """Write one supplier of a list that was read as .html, whole or not at all.

    who: its name, id or row.  for_supplier: what may be told, and what we ask.  as_of: as in ``screen``.
    inputs, force: as in ``write_report``.  Raises InputError, RulesError or OutputError.
    """
    writers = SUPPLIER_WRITERS if for_supplier else FILE_WRITERS
    (output,) = check_outputs([path], inputs, force, writers)
    held = rules if isinstance(rules, RuleSet) else load_rules(rules)
    number, today = find_supplier(suppliers, who), as_of or held.reviewed
    if for_supplier:
        words = load_supplier_words(rules if isinstance(rules, str) else rules.name)
        write_output(ForSupplier(report_to_tell(suppliers, held, today, number), number, words), output)
    else:
        report, changes = explained(suppliers, held, today, number)
        write_output(SupplierFile(report, report.assessment(number), changes), output)
    return output.path
