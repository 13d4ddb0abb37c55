"""Which writer writes which file, and the seal that tells our own untouched file from any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msrisk.comparing import Comparison
from msrisk.errors import InputError
from msrisk.output import check_target, write_whole
from msrisk.report import Report
from msrisk.view import View
from msrisk.write.accept import ToAccept
from msrisk.write.award import Award
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.match import Matches
from msrisk.write.supplier_file import SupplierFile

# Each module has fill(report, path), check(path) and is_ours(bytes); imported only when asked for.
WRITERS = {".xlsx": "workbook.book", ".json": "json_file", ".csv": "csv_file", ".html": "page.board"}
# Of a report shown to the public, only this: a JSON or CSV under that word would hold what must not leave.
PUBLISH_WRITERS = {".xlsx": "workbook.published"}
# These take an award in place of a report, and have seals of their own: neither kind replaces the other's files.
AWARD_WRITERS = {".xlsx": "workbook.award", ".html": "page.award"}
FILE_WRITERS = {".html": "page.supplier"}  # takes one supplier, for our own file
SUPPLIER_WRITERS = {".html": "page.for_supplier"}  # takes what may be told to one supplier
ACCEPT_WRITERS = {".xlsx": "workbook.accept"}  # takes the findings to accept
MATCH_WRITERS = {".xlsx": "workbook.matches"}  # takes what was matched
CHANGES_WRITERS = {".xlsx": "workbook.changes", ".csv": "changes_csv"}  # takes two rule sets compared

_ONLY_PUBLISHED = "What is published is a workbook: every other format would hold names and reasons."


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write and its writer."""

    path: Path
    writer: ModuleType


def writers_for(view: View) -> Mapping[str, str]:
    """The writers of a report by the ending of the file, as far as this view allows them."""
    return PUBLISH_WRITERS if view.publish else WRITERS


def check_outputs(
    paths: Sequence[str | Path],
    inputs: Iterable[str | Path] = (),
    force: bool = False,
    writers: Mapping[str, str] = WRITERS,
) -> list[Output]:
    """The outputs asked for, each known to be writable in kind and to stand on nobody's work.

    Raises InputError or OutputError before anything is read or written.
    """
    outputs = []
    for path in map(Path, paths):
        name = writers.get(path.suffix.casefold())
        if name is None:
            known = ", ".join(writers)
            hint = _ONLY_PUBLISHED if writers is PUBLISH_WRITERS else "The ending chooses the format."
            raise InputError(f"'{path.name or path}' does not end in {known}", hint=hint)
        writer = import_module(f"msrisk.write.{name}")
        check_target(path, [Path(each) for each in inputs], writer.is_ours, force)
        outputs.append(Output(path, writer))
    return outputs


def write_report(
    report: Report,
    path: str | Path,
    *,
    inputs: Iterable[str | Path] = (),
    force: bool = False,
    view: View | None = None,
) -> Path:
    """Write the report as .xlsx, .json, .csv or .html, whole or not at all.

    inputs: files that must never be written over.  force: replace a file msrisk did not write, or that was
    edited since.  view: for whom it is written; as the report itself says when left out.
    Raises InputError or OutputError; what stood there before is then untouched.
    """
    report = report if view is None else replace(report, view=view)
    (output,) = check_outputs([path], inputs, force, writers_for(report.view))
    write_output(report, output)
    return output.path


Result = Report | Award | Matches | Comparison | ToAccept | SupplierFile | ForSupplier


def write_output(result: Result, output: Output) -> None:
    """One output that was checked."""
    write_whole(output.path, lambda draft: output.writer.fill(result, draft), output.writer.check)
