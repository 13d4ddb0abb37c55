"""The run record: all that is needed to repeat a run, the same in every format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from msrisk.files import data_folder, safe_text
from msrisk.model import SpendBasis, Suppliers, Table
from msrisk.model import register_sheet as headed
from msrisk.report import Report
from msrisk.ruleset.copies import Copy
from msrisk.ruleset.tables import ReferenceTable
from msrisk.version import VERSION
from msrisk.write.accepted_said import accepted_record
from msrisk.write.decisions_said import taken_record
from msrisk.write.joins import join_record
from msrisk.write.redacted_said import redaction_said
from msrisk.write.words import exclusions_not_checked


def run_record(report: Report) -> dict[str, Any]:
    """Version, day, rules, inputs and options; no clock, path, user or platform."""
    rules = report.rules
    return {
        "msrisk": VERSION,
        "as_of": report.as_of.isoformat(),
        "rules": {
            "name": rules.name,
            "title": rules.title,
            "version": rules.version,
            "reviewed": rules.reviewed.isoformat(),
            "sha256": rules_digest(report),
            "files": [{"file": safe_text(file), "sha256": sha256} for file, sha256 in rules.files],
            "own_tables": own_tables(rules.copies),
            "off": dict(rules.off),
            "changed": [{"file": each.file, "name": each.name, "keys": list(each.keys)} for each in rules.changed],
        },
        "inputs": [] if report.suppliers.redacted else _inputs(report.suppliers),
        "joined": [join_record(report.suppliers, join) for join in report.suppliers.joins],
        "decisions": taken_record(report.decisions),
        "acceptances": accepted_record(report),
        "last_register": report.last.record if report.last else {},
        "tables_with_msrisk": _tables_digest(),
        "period": _period(report.suppliers),
        "tables": [_table(report, table) for table in report.rules.tables.values()],
        "options": dict(report.options),
        "not_checked": _not_checked(report),
        **_redacted(report),
    }


def _redacted(report: Report) -> dict[str, Any]:
    """Of a redacted file what was left out, and what can still tell who is meant; never the key."""
    said = redaction_said(report)
    return {"redacted": dict(said)} if said else {}


def _not_checked(report: Report) -> list[str]:
    """What a reader might take for checked and was not: all exclusions, or each that nothing was given for."""
    return exclusions_not_checked(report) if report.exclusions_asked else [headed.EXCLUSIONS]


def rules_digest(report: Report) -> str:
    """One digest over the digests of all rule files."""
    return hashlib.sha256("".join(sha256 for _, sha256 in report.rules.files).encode()).hexdigest()


def own_tables(copies: Iterable[Copy]) -> list[dict[str, str]]:
    """Each table of an officer's own, and the digest of the one it stands in for."""
    return [
        {
            "table": each.table,
            "file": safe_text(each.file),
            "sha256": each.sha256,
            "instead_of_sha256": each.instead_of,
        }
        for each in copies
    ]


@cache
def _tables_digest() -> str:
    """One digest over every table that came with msrisk, whether or not a rule set names it."""
    digest = hashlib.sha256()
    for path in sorted((data_folder("rules") / "tables").glob("*.csv")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _table(report: Report, table: ReferenceTable) -> dict[str, str]:
    """A reference table with the source it is taken from and its edition."""
    rules = report.rules
    edition = rules.source_of(table.source).edition
    return {"table": table.name, "source": rules.cited(table.source), "edition": edition}


def _inputs(suppliers: Suppliers) -> list[dict[str, Any]]:
    tables = suppliers.book.tables
    bases = suppliers.spend_basis or (None,) * len(tables)
    return [_input(table, basis) for table, basis in zip(tables, bases, strict=True)]


def _period(suppliers: Suppliers) -> list[str]:
    """The first and last day of payment; nothing where the list says none."""
    period = suppliers.period
    return [period.first.isoformat(), period.last.isoformat()] if period else []


def _input(table: Table, basis: SpendBasis | None) -> dict[str, Any]:
    return {
        "file": safe_text(table.sheet.file),
        "sheet": safe_text(table.sheet.name),
        "header_row": table.header_row,
        "sha256": table.sheet.sha256,
        "rows": table.rows,
        "mapping": {field: safe_text(heading.text) for field, heading in table.mapping.items()},
        "spend_basis": _basis(basis),
        "remarks": [safe_text(remark) for remark in table.sheet.remarks],
    }


def _basis(basis: SpendBasis | None) -> dict[str, str]:
    """With VAT or without, payments or contracts; nothing where the list has no amounts."""
    if basis is None:
        return {}
    return {"vat": basis.vat, "of": basis.of, "how": safe_text(basis.how)}
