"""Zip files and old Office containers (OLE): which document is inside. Nothing is unpacked here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

from msrisk.read import ole, records
from msrisk.read.filekind import FileKind

_LISTS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods"})
_PERHAPS = frozenset({".txt"})  # a list, or a note beside it
_NOT_THEIRS = ("__macosx/", "._", "~$", ".ds_store", "thumbs.db")  # what a computer adds of its own
_BY_PART: tuple[tuple[str, FileKind], ...] = (
    ("xl/workbook.xml", FileKind.WORKBOOK),
    ("xl/workbook.bin", FileKind.BINARY_WORKBOOK),
    ("word/document.xml", FileKind.WORD),
    ("ppt/presentation.xml", FileKind.SLIDES),
    ("index/document.iwa", FileKind.NUMBERS),
    ("index.zip", FileKind.NUMBERS),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"  # and -template
_BY_STREAM: tuple[tuple[str, FileKind], ...] = (
    ("EncryptedPackage", FileKind.PROTECTED),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
    ("WordDocument", FileKind.OLD_WORD),
    ("PowerPoint Document", FileKind.OLD_SLIDES),
    ("__properties_version1.0", FileKind.MAIL),
)


def kind_of_zip(data: bytes) -> FileKind:
    """The kind of document a zip holds, by the names of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    except Exception:  # zipfile raises many kinds of error on a damaged directory
        return FileKind.DAMAGED_ZIP
    parts = {name.replace("\\", "/").lower() for name in names}
    for part, kind in _BY_PART:
        if part in parts:
            return kind
    if "[content_types].xml" in parts:
        return FileKind.DAMAGED_ZIP  # an Office document, or what is left of one
    if "content.xml" in parts and "mimetype" in parts:
        return _kind_of_open_document(data)
    return FileKind.ZIP_OF_ONE if len(lists_among(names)) == 1 else FileKind.ZIP


def lists_among(names: Iterable[str]) -> list[str]:
    """Of the files in a zip those that are lists by the ending of their names; a file that is alone is one."""
    given = [name for name in names if not _is_not_theirs(name)]
    if len(given) == 1:
        return given
    for endings in (_LISTS, _PERHAPS):
        found = [name for name in given if PurePosixPath(name).suffix.lower() in endings]
        if found:
            return found
    return []


def _is_not_theirs(name: str) -> bool:
    plain = name.lower().replace("\\", "/")
    return plain.startswith(_NOT_THEIRS[0]) or plain.rpartition("/")[2].startswith(_NOT_THEIRS[1:])


def _kind_of_open_document(data: bytes) -> FileKind:
    if b"encryption-data" in _beginning(data, "META-INF/manifest.xml", 1_000_000):
        return FileKind.OPEN_DOCUMENT_PROTECTED
    is_spreadsheet = _beginning(data, "mimetype", 200).startswith(_OPEN_DOCUMENT)
    return FileKind.OPEN_DOCUMENT if is_spreadsheet else FileKind.OPEN_DOCUMENT_OTHER


def _beginning(data: bytes, part: str, most: int) -> bytes:
    """The first bytes of one part; none when it is missing or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as stream:
            return stream.read(most)
    except Exception:  # zipfile raises many kinds of error on a damaged part
        return b""


def kind_of_ole(data: bytes) -> FileKind:
    """The kind of document an OLE container holds, by the names in its directory."""
    followed = ole.names(data)
    names = followed or _raw_names(data)
    for name, kind in _BY_STREAM:
        if name.lower() in names:
            return _protected_or_not(data) if kind is FileKind.OLD_EXCEL else kind
    return FileKind.OLD_OFFICE if followed else FileKind.DAMAGED_OLE


def _protected_or_not(data: bytes) -> FileKind:
    try:
        protected = records.is_protected(ole.book_stream(data))
    except Exception:  # it cannot be followed to its end: the pre-flight says so
        protected = False
    return FileKind.OLD_EXCEL_PROTECTED if protected else FileKind.OLD_EXCEL


def _raw_names(data: bytes) -> frozenset[str]:
    """For a container whose directory cannot be followed: the names stand in it as UTF-16."""
    return frozenset(name.lower() for name, _ in _BY_STREAM if f"{name}\0\0".encode("utf-16-le") in data)
