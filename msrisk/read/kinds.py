"""What a file is, told by its content and never by the ending of its name."""

from __future__ import annotations

import json
import re
from pathlib import Path

from msrisk.read import containers, ole
from msrisk.read.filekind import FileKind
from msrisk.read.source import load

__all__ = ["FileKind", "kind_of", "sniff"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF87a", FileKind.IMAGE),
    (b"GIF89a", FileKind.IMAGE),
    (b"II*\x00", FileKind.IMAGE),
    (b"MM\x00*", FileKind.IMAGE),
    (b"\x1f\x8b", FileKind.COMPRESSED),
    (b"BZh91AY&SY", FileKind.COMPRESSED),
    (b"\xfd7zXZ\x00", FileKind.COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", FileKind.COMPRESSED),
    (b"Rar!\x1a\x07", FileKind.COMPRESSED),
    (b"SQLite format 3\x00", FileKind.DATABASE),
    (b"\x00\x01\x00\x00Standard ", FileKind.DATABASE),
    (b"PAR1", FileKind.DATABASE),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", FileKind.SHORTCUT),
    (b"[InternetShortcut]", FileKind.SHORTCUT),
    (b"\x09\x00\x04\x00", FileKind.VERY_OLD_EXCEL),
    (b"\x09\x02\x06\x00", FileKind.VERY_OLD_EXCEL),
    (b"\x09\x04\x06\x00", FileKind.VERY_OLD_EXCEL),
    (b"\x09\x08\x08\x00\x00\x05", FileKind.OLD_EXCEL),
    (b"\x09\x08\x10\x00\x00\x06", FileKind.OLD_EXCEL),
)

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET_2003 = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet|progid=.Excel\.Sheet", re.I)
_WEB_PAGE = re.compile(
    rb"(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body|table|meta|script)\b",
    re.I | re.S,
)
_MAIL_PAGE = re.compile(rb"(From:[^\n]*\n)?(Subject:[^\n]*\n)?(Date:[^\n]*\n)?MIME-Version:", re.I)
_XML = re.compile(rb"<(\?xml\s|!doctype\s|[\w:.-]+\s[^>]*xmlns)", re.I)
_JSON = re.compile(rb'(\{\s*("|\}\s*$)|\[\s*([\[{]|\]\s*$))')
_HEAD = 8192
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27}) + b"\x7f"


def sniff(path: Path) -> FileKind:
    """What the file at this path is; InputError when it cannot be read at all."""
    return kind_of(load(path).data)


def kind_of(data: bytes) -> FileKind:
    """What these bytes are."""
    if data.startswith(_ZIP):
        return containers.kind_of_zip(data)
    if data.startswith(ole.MAGIC):
        return containers.kind_of_ole(data)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data):
        return FileKind.IMAGE
    return _kind_of_text(data)


def _kind_of_text(data: bytes) -> FileKind:
    head = data[:_HEAD]
    words = _plain(head).lstrip()
    if _SPREADSHEET_2003.search(words) and words.startswith(b"<"):
        return FileKind.XML_SPREADSHEET
    if _WEB_PAGE.match(words) or _MAIL_PAGE.match(words):
        return FileKind.WEB_PAGE
    if _XML.match(words):
        return FileKind.XML
    if _JSON.match(words) and _is_json(data):
        return FileKind.JSON
    return FileKind.BINARY if _is_binary(data) else FileKind.TEXT


def _plain(head: bytes) -> bytes:
    """The beginning without a byte order mark, and without the zero bytes of UTF-16."""
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"") if head.count(0) * 3 > len(head) else head


def _is_json(data: bytes) -> bool:
    """True for a JSON document; for a very long one its beginning must do."""
    if len(data) > 20_000_000:
        return True
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _is_binary(data: bytes) -> bool:
    """Text holds next to no control characters; UTF-16 holds zeros, but all on one side."""
    head = data[:65536]
    if head.startswith(_BYTE_ORDER_MARKS[1:]) or looks_like_utf16(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls * 10 > len(head)


def looks_like_utf16(head: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` when nearly every second byte is zero, else ''."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""
