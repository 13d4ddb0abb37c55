"""Old workbooks (.xls) and OpenDocument spreadsheets (.ods) made by hand for the tests of reading."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence

from msrisk.read.ole import container_of

# The formats that book() defines, by the number a cell gives.
GENERAL, DATE, TIME, PERCENT, EUROS, NOUGHTS = range(6)
_FORMAT_NUMBERS = (0, 14, 20, 9, 164, 165)
NOT_AVAILABLE = b"\x02\0\x2a\0\0\0\xff\xff"


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


BEGIN_BOOK = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
BEGIN_SHEET = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
BEGIN_CHART = record(0x809, struct.pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0))
END = record(0x0A)
FROM_1904 = record(0x22, b"\1\0")


def number(row: int, column: int, value: float, style: int = GENERAL) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def text(row: int, column: int, value: str) -> bytes:
    coded = value.encode("utf-16-le")
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(coded) // 2, 1) + coded)


def truth(row: int, column: int, value: bool) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, value, 0))


def blank(row: int, column: int) -> bytes:
    return record(0x201, struct.pack("<HHH", row, column, 0))


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 256, 255, 0, 0, 0x120))


def hidden_column(column: int) -> bytes:
    return record(0x7D, struct.pack("<HHHHHH", column, column, 2304, 0, 1, 0))


def merged(areas: Sequence[tuple[int, int, int, int]]) -> bytes:
    corners = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in areas)
    return record(0xE5, struct.pack("<H", len(areas)) + corners)


def error(row: int, column: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, 0x2A, 1))


def formula(row: int, column: int, value: float | bytes, style: int = GENERAL) -> bytes:
    stored = value if isinstance(value, bytes) else struct.pack("<d", value)
    return record(
        0x06, struct.pack("<HHH", row, column, style) + stored + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0"
    )


def text_formula(row: int, column: int, value: str) -> bytes:
    coded = value.encode("utf-16-le")
    stored = record(0x207, struct.pack("<HB", len(coded) // 2, 1) + coded)
    return formula(row, column, b"\0\0\0\0\0\0\xff\xff") + stored


def number_format(number: int, code: str) -> bytes:
    return record(0x41E, struct.pack("<HHB", number, len(code), 1) + code.encode("utf-16-le"))


def rounded(row: int, first: int, numbers: Sequence[tuple[int, int]]) -> bytes:
    """Neighbouring whole numbers in one record, each with its style."""
    inside = b"".join(struct.pack("<HI", style, value << 2 | 2) for value, style in numbers)
    return record(0xBD, struct.pack("<HH", row, first) + inside + struct.pack("<H", first + len(numbers) - 1))


def stream_of(
    *sheets: tuple[str, bytes], hidden: Sequence[str] = (), more: bytes = b"", kinds: Sequence[int] = ()
) -> bytes:
    """The stream of a workbook: what stands before the sheets, then each sheet's cells between its marks."""
    styles = b"".join(record(0xE0, struct.pack("<HH16x", 0, style)) for style in _FORMAT_NUMBERS)
    formats = number_format(164, "[$€-2]#,##0.00") + number_format(165, "00000000")
    before = BEGIN_BOOK + more + formats + styles
    names = [name.encode("latin-1") for name, _ in sheets]
    place = len(before) + sum(4 + 8 + len(name) for name in names) + len(END)
    listed, parts = b"", b""
    for number_of, (name, cells) in enumerate(sheets):
        kind = kinds[number_of] if kinds else 0
        about = struct.pack("<IBBBB", place + len(parts), name in hidden, kind, len(name), 0)
        listed += record(0x85, about + names[number_of])
        parts += BEGIN_SHEET + cells + END
    return before + listed + END + parts


def book(*sheets: tuple[str, bytes], hidden: Sequence[str] = (), more: bytes = b"") -> bytes:
    return container_of(stream_of(*sheets, hidden=hidden, more=more))


_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def table(rows: str, name: str = "Suppliers", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def cell(shown: str = "", times: int = 1, **values: str) -> str:
    """A cell of text, or with ``value="5"`` a number and so on; what is shown may hold elements."""
    said = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in values.items())
    kind = "" if not shown and not values else ' office:value-type="string"'
    inside = shown if shown.startswith("<") else f"<text:p>{shown}</text:p>" if shown else ""
    return f'<table:table-cell table:number-columns-repeated="{times}"{kind}{said}>{inside}</table:table-cell>'


def open_document(tables: str, styles: str = "", **parts: str | bytes) -> bytes:
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS_TYPE, zipfile.ZIP_STORED)
        for name, inside in {"META-INF/manifest.xml": "<manifest/>", "content.xml": content, **parts}.items():
            archive.writestr(name, inside)
    return held.getvalue()
