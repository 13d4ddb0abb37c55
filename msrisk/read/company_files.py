"""The text files of the company register: a CSV, or those in a zip, streamed and never unpacked to disk."""

from __future__ import annotations

import codecs
import io
import os
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.filekind import FileKind
from msrisk.read.kinds import kind_of
from msrisk.read.packing import Package, about, check_packing
from msrisk.read.source import MAX_BYTES, cannot_open, changed, refuse_what_is_no_file

MAX_UNPACKED = 8_000_000_000  # three times the register of 2026
WINDOWS = "msrisk-windows"

_HEAD = 8192
_AGAIN = "Download the file again from Companies House, and wait until the download has finished."
_WHICH = "Give the zip or CSV of the free company data product (BasicCompanyData) as downloaded."
_COMES_AS = "The company register comes as a zip or CSV: give BasicCompanyData as downloaded from Companies House."
REGISTER = Package(
    noun="the zip file",
    most=MAX_UNPACKED,
    free_of_ratio=50_000_000,
    thing="register",
    too_large=_WHICH,
    protected=InputError(
        "the zip file is protected by a password",
        hint="Companies House uses none: unpack it with its password and give the CSV that is inside.",
    ),
    packed=InputError(
        "the zip file is packed in a way that msrisk does not unpack",
        hint="Unpack it, and give the CSV that is inside.",
    ),
    damaged=InputError("the zip file is damaged: what is in it does not unpack", hint=_AGAIN),
)
_NO_SPREADSHEET = ", not a spreadsheet"
_ZIPS = frozenset((FileKind.ZIP, FileKind.ZIP_OF_ONE, FileKind.DAMAGED_ZIP))


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, each as the character it is in Windows."""
    assert isinstance(problem, UnicodeDecodeError)
    return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end


codecs.register_error(WINDOWS, _as_windows)


def csv_files(path: Path) -> Generator[tuple[str, io.TextIOWrapper], None, None]:
    """Each text file that a path holds, by its name, open only until the next is asked for.

    InputError for anything else.
    """
    name = one_line(path.name)
    with opened(path) as file:
        if file.peek(_HEAD).startswith((b"PK\x03\x04", b"PK\x05\x06")):
            yield from _zipped(file, name)
        else:
            with _text(file, name) as lines:
                yield name, lines


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """A regular file, open for reading; InputError when it cannot be, or when it changes meanwhile."""
    try:
        refuse_what_is_no_file(path, os.stat(path), MAX_UNPACKED)
        file = path.open("rb")
    except OSError as problem:
        raise cannot_open(path, problem) from problem
    with file:
        before = os.fstat(file.fileno())
        if not before.st_size:
            raise InputError("the file is empty", where=one_line(path.name), hint=_AGAIN)
        yield file
    try:
        after = os.stat(path)
    except OSError as problem:
        raise changed(path, still_there=False) from problem
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise changed(path, still_there=True)


@contextmanager
def damage_said(name: str) -> Iterator[None]:
    """What a damaged zip makes of itself while it is streamed, in plain words."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as problem:
        raise about(name, REGISTER.damaged) from problem


def _zipped(file: io.BufferedReader, name: str) -> Iterator[tuple[str, io.TextIOWrapper]]:
    try:
        archive = zipfile.ZipFile(file)
    except Exception as problem:  # zipfile raises many kinds of error on a damaged directory
        raise InputError(
            "the zip file is cut short or damaged: its end, where its contents are listed, is missing",
            name,
            _AGAIN,
        ) from problem
    with archive:
        entries = _checked(archive.infolist(), file, name)
        for entry in entries:
            inner = one_line(PurePosixPath(entry.filename).name)
            with damage_said(name):
                stream: Any = archive.open(entry)
                with _text(io.BufferedReader(stream), inner) as lines:
                    yield inner, lines


def _checked(entries: list[zipfile.ZipInfo], file: io.BufferedReader, name: str) -> list[zipfile.ZipInfo]:
    """The CSV files of a zip in the order of their names; InputError where it is not to be trusted."""
    lists = [
        entry
        for entry in entries
        if entry.filename.casefold().endswith(".csv") and not entry.filename.startswith("__MACOSX/")
    ]
    if not lists:
        file.seek(0)
        kind = kind_of(file.read(MAX_BYTES))
        if kind not in _ZIPS:
            raise _of_another_kind(kind, name)
        inside = ", ".join(f"'{one_line(entry.filename)}'" for entry in entries[:5]) or "nothing"
        raise InputError(f"the zip file holds no CSV, but {inside}", name, _WHICH)
    check_packing(lists, name, REGISTER)
    return sorted(lists, key=lambda entry: entry.filename)


def _of_another_kind(kind: FileKind, name: str) -> InputError:
    """The error for a workbook, a document or a picture, whatever may be in it."""
    said = kind.value.removesuffix(_NO_SPREADSHEET)
    return InputError(f"this is {said}, not the company register", name, _COMES_AS)


def _text(stream: io.BufferedReader, name: str) -> io.TextIOWrapper:
    """The characters of a text file; InputError for a web page and other things that are none."""
    kind = kind_of(stream.peek(_HEAD)[:_HEAD])
    if kind is FileKind.WEB_PAGE:
        said = "this is a web page, not the company register: the download led to a page instead of the file"
        raise InputError(said, name, _AGAIN)
    if kind is not FileKind.TEXT:
        raise _of_another_kind(kind_of(stream.read(MAX_BYTES)), name)
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors=WINDOWS, newline="")
