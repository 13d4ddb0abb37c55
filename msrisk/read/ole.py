"""The container around an old workbook (OLE): what it holds, by olefile, and a fresh one for the reader.

A container can lie: sizes beyond the file, sectors that lead back to themselves. The reader of old
workbooks believes it and may never come back, so it is given a container that was made here.
"""

from __future__ import annotations

import io
import struct

import numpy as np
import olefile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOKS = ("Workbook", "Book")  # since Excel 97, and before; a file may hold both

_SECTOR = 4096
_SECTORS_IN_HEADER = 109
_TABLE, _END, _FREE, _NO_ENTRY = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
_ROOT, _STREAM = 5, 2
_HEADER = struct.Struct("<8s16x5H6x9I")
_ENTRY = struct.Struct("<64sHBB3I36xIQ")


def names(data: bytes) -> frozenset[str]:
    """The names at the top of the container, in lower case; none when it cannot be followed."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return frozenset(path[0].lower() for path in container.listdir(streams=True, storages=True))
    except Exception:  # olefile raises many kinds of error on a damaged container
        return frozenset()


def book_stream(data: bytes) -> bytes:
    """The workbook inside the container, whole; ValueError when it is not. A bare workbook is its own stream."""
    if not data.startswith(MAGIC):
        return data
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        name = next((each for each in _BOOKS if container.exists(each)), None)
        if name is None:
            raise ValueError("no workbook in this container")
        stream = bytes(container.openstream(name).read())
        if len(stream) < container.get_size(name):
            raise ValueError("the container was cut short")
        return stream


def container_of(stream: bytes, name: str = _BOOKS[0]) -> bytes:
    """A new container that holds this workbook and nothing else: header, sector table, directory, stream."""
    filled = max(1, -(-len(stream) // _SECTOR))
    tables = 1
    while tables * (_SECTOR // 4) < tables + 1 + filled:
        tables += 1
    if tables > _SECTORS_IN_HEADER:
        raise ValueError("too large for a container without further tables")
    table = np.full(tables * (_SECTOR // 4), _FREE, "<u4")
    table[:tables] = _TABLE
    table[tables] = _END
    table[tables + 1 : tables + 1 + filled] = np.arange(tables + 2, tables + 2 + filled)
    table[tables + filled] = _END
    header = _HEADER.pack(
        MAGIC, 0x3E, 4, 0xFFFE, 12, 6, 1, tables, tables, 0, _SECTOR, _END, 0, _END, 0
    ) + struct.pack(f"<{_SECTORS_IN_HEADER}I", *range(tables), *[_FREE] * (_SECTORS_IN_HEADER - tables))
    directory = _entry("Root Entry", _ROOT, 1, 0, 0) + _entry(
        name, _STREAM, _NO_ENTRY, tables + 1, filled * _SECTOR
    )
    parts = (header, table.tobytes(), directory, stream or b"\0")
    return b"".join(part.ljust(-(-len(part) // _SECTOR) * _SECTOR, b"\0") for part in parts)


def _entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    coded = name.encode("utf-16-le")
    return _ENTRY.pack(coded, len(coded) + 2, kind, 1, _NO_ENTRY, _NO_ENTRY, child, first, size)
