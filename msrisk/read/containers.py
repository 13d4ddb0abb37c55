"""Zip files and old Office containers (OLE): which document is inside. Nothing is unpacked here."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import PurePosixPath

from msrisk.read.filekind import FileKind

_LISTS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
_BY_PART: tuple[tuple[str, FileKind], ...] = (
    ("xl/workbook.xml", FileKind.WORKBOOK),
    ("xl/workbook.bin", FileKind.BINARY_WORKBOOK),
    ("word/document.xml", FileKind.WORD),
    ("ppt/presentation.xml", FileKind.SLIDES),
    ("index/document.iwa", FileKind.NUMBERS),
    ("index.zip", FileKind.NUMBERS),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_BY_STREAM: tuple[tuple[str, FileKind], ...] = (
    ("EncryptedPackage", FileKind.PROTECTED),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
)
_FREE_SECTOR = 0xFFFFFFFA
_FILE_PASS = 0x2F


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
    if "[content_types].xml" in parts and any(part.startswith("xl/") for part in parts):
        return FileKind.DAMAGED_ZIP
    if _OPEN_DOCUMENT in data[:200]:
        return FileKind.OPEN_DOCUMENT_PROTECTED if _manifest_is_encrypted(data) else FileKind.OPEN_DOCUMENT
    lists = [name for name in names if PurePosixPath(name).suffix.lower() in _LISTS]
    return FileKind.ZIP_OF_ONE if len(lists) == 1 else FileKind.ZIP


def _manifest_is_encrypted(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(1_000_000)
    except Exception:  # whatever is wrong with it, it is refused as OpenDocument in any case
        return False


def kind_of_ole(data: bytes) -> FileKind:
    """The kind of document an OLE container holds, by the names in its directory."""
    try:
        streams = _ole_streams(data)
    except (struct.error, IndexError, ValueError, ZeroDivisionError):
        streams = {}
    for name, kind in _BY_STREAM:
        if name in streams:
            protected = kind is FileKind.OLD_EXCEL and _has_file_pass(data, streams[name])
            return FileKind.OLD_EXCEL_PROTECTED if protected else kind
    return _by_raw_names(data)


def _by_raw_names(data: bytes) -> FileKind:
    """For a container whose directory cannot be followed: the names stand in it as UTF-16."""
    for name, kind in _BY_STREAM:
        if f"{name}\0\0".encode("utf-16-le") in data:
            return kind
    return FileKind.OLD_OFFICE


def _ole_streams(data: bytes) -> dict[str, int]:
    """Each stream's name and the offset of its first byte, following the directory's sectors."""
    size = 1 << min(struct.unpack_from("<H", data, 30)[0], 12)
    (sector,) = struct.unpack_from("<I", data, 48)
    table = struct.unpack_from("<109I", data, 76)
    per_sector = size // 4
    streams: dict[str, int] = {}
    seen: set[int] = set()
    while sector < _FREE_SECTOR and sector not in seen and len(seen) < 1000:
        seen.add(sector)
        start = (sector + 1) * size
        for entry in range(start, min(start + size, len(data) - 127), 128):
            name, first = _ole_entry(data, entry)
            streams[name] = (first + 1) * size
        (sector,) = struct.unpack_from(
            "<I", data, (table[sector // per_sector] + 1) * size + sector % per_sector * 4
        )
    return streams


def _ole_entry(data: bytes, offset: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<H", data, offset + 64)
    name = data[offset : offset + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return name, struct.unpack_from("<I", data, offset + 116)[0]


def _has_file_pass(data: bytes, offset: int) -> bool:
    """True when a FilePass record stands among the first records of an old workbook."""
    for _ in range(8):
        header = data[offset : offset + 4]
        if len(header) < 4:
            return False
        record, length = struct.unpack("<HH", header)
        if record == _FILE_PASS:
            return True
        offset += 4 + length
    return False
