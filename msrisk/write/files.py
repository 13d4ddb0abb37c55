"""Every output is checked before anything is read, and again as it is written: it takes nobody's place unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from msrisk.comparing import Comparison
from msrisk.errors import InputError, OutputError
from msrisk.files import one_line
from msrisk.output import check_place, read_standing, refuse_replacing, write_whole
from msrisk.report import Report
from msrisk.view import View
from msrisk.write.accept import ToAccept
from msrisk.write.award import Award
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.kinds import PUBLISH_WRITERS, WRITERS, Kind, Kinds, Shown, writers_for
from msrisk.write.match import Matches
from msrisk.write.seal import SEALED, put_seal, sealed_as
from msrisk.write.supplier_file import SupplierFile

_ONLY_PUBLISHED = "What is published is a workbook: every other format would hold names and reasons."
_AS_IT_IS = Shown()


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write, its kind and its writer.  force: whatever stands there may be replaced."""

    path: Path
    kind: Kind
    writer: ModuleType
    force: bool

    @property
    def ending(self) -> str:
        return self.path.suffix.casefold()


def check_outputs(
    paths: Sequence[str | Path],
    inputs: Iterable[str | Path] = (),
    force: bool = False,
    writers: Kinds = WRITERS,
    shown: Shown = _AS_IT_IS,
) -> list[Output]:
    """The outputs asked for, each known to be writable in kind and to stand on nobody's work.

    shown: for whom they are; whose page it is may not be known before the list is read.
    Raises InputError or OutputError before anything is read or written.
    """
    outputs = []
    for path in map(Path, paths):
        kind = writers.get(path.suffix.casefold())
        if kind is None:
            known = ", ".join(writers)
            hint = _ONLY_PUBLISHED if writers is PUBLISH_WRITERS else "The ending chooses the format."
            raise InputError(f"'{path.name or path}' does not end in {known}", hint=hint)
        check_place(path, [Path(each) for each in inputs])
        outputs.append(Output(path, kind, import_module(f"msrisk.write.{kind.writer}"), force))
    refuse_others(outputs, shown)
    return outputs


def refuse_others(outputs: Iterable[Output], shown: Shown) -> None:
    """Refuse to replace an edited file, or one of another kind or for another reader.  Raises InputError."""
    for each in outputs:
        if each.force or not each.path.exists():
            continue
        stands = read_standing(each.path, sealed_as) if each.ending in SEALED else ""
        if not stands:
            refuse_replacing(each.path)
        if not each.kind.may_be(stands, shown):
            raise InputError(
                f"'{each.path.name}' is {one_line(stands)}; {one_line(each.kind.words(shown))} would replace it",
                hint="Choose another name, or add --force to replace it. Nothing was written.",
            )


def write_report(
    report: Report,
    path: str | Path,
    *,
    inputs: Iterable[str | Path] = (),
    force: bool = False,
    view: View | None = None,
) -> Path:
    """Write the report as .xlsx, .json, .csv or .html, whole or not at all.

    inputs: files that must never be written over.  force: replace a file msrisk did not write, that was edited
    since, or that is for another reader.  view: for whom it is written; as the report itself says when left out.
    Raises InputError or OutputError; what stood there before is then untouched.
    """
    report = report if view is None else replace(report, view=view)
    (output,) = check_outputs([path], inputs, force, writers_for(report.view), shown_of(report))
    write_output(report, output)
    return output.path


Result = Report | Award | Matches | Comparison | ToAccept | SupplierFile | ForSupplier


def shown_of(result: Result) -> Shown:
    """For whom a result is."""
    if isinstance(result, Report):
        return Shown(redacted=result.suppliers.redacted, names=result.view.names)
    if isinstance(result, SupplierFile):
        return Shown(whose=one_line(result.one.name))
    return Shown(whose=result.name) if isinstance(result, ForSupplier) else _AS_IT_IS


def write_output(result: Result, output: Output) -> None:
    """One output that was checked; once more against what stands there now that all of the result is known."""
    shown = shown_of(result)
    refuse_others([output], shown)
    words = output.kind.words(shown)

    def fill(draft: Path) -> None:
        if output.ending == ".html":
            draft.write_bytes(f"{output.writer.whole(result)}\n".encode())
        else:
            output.writer.fill(result, draft)
        if output.ending in SEALED:
            put_seal(draft, output.ending, words)

    def check(draft: Path) -> None:
        if output.ending != ".html":
            output.writer.check(draft)
        if output.ending in SEALED and sealed_as(draft) != words:
            raise OutputError("did not read back as it was written", where=output.path.name)

    write_whole(output.path, fill, check)
