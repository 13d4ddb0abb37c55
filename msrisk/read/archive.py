"""The zip around a workbook, which is never trusted: sizes, overlaps, names, checksums."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Iterator

from msrisk.errors import InputError
from msrisk.read.filekind import FileKind
from msrisk.read.refusals import damaged, refusal
from msrisk.read.source import Source

MAX_PARTS = 5_000
MAX_UNPACKED = 600_000_000
MAX_RATIO = 200
FREE_OF_RATIO = 20_000_000
CHUNK = 1 << 19

_ENCRYPTED = 0x1
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL = struct.Struct("<4s22xHH")
_MARKUP = (".xml", ".rels")
_DECLARATIONS = tuple(
    word.encode(coding) for word in ("<!DOCTYPE", "<!ENTITY") for coding in ("ascii", "utf-16-le", "utf-16-be")
)
_NOT_UTF8 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_HEAD = 4096


class Archive:
    """A checked zip: its parts by lower-case name, to be streamed. Every stream ends in a CRC check."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        entries = self._zip.infolist()
        _check_sizes(entries, source.name)
        _check_entries(entries, source.name)
        _check_places(entries, source.data, source.name, self._zip.start_dir)
        self._entries = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    @property
    def files(self) -> list[str]:
        """The names of all parts that are no folders."""
        return [part for part, entry in self._entries.items() if not entry.is_dir()]

    @property
    def markup(self) -> list[str]:
        """The names of all XML parts."""
        return [part for part in self._entries if part.endswith(_MARKUP)]

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of an XML part, a piece at a time; the first piece is looked at for entities."""
        try:
            with self._zip.open(self._entries[part.lower()]) as stream:
                chunk = stream.read(CHUNK)
                self._check_head(chunk[:_HEAD], part)
                while chunk:
                    yield chunk
                    chunk = stream.read(CHUNK)
        except KeyError:
            raise damaged(self.name, part) from None

    def check_rest(self, looked_at: Collection[str]) -> None:
        """Every XML part that was not looked at is read to its end, where the checksum is compared."""
        for part in self.markup:
            if part not in looked_at:
                for _ in self.chunks(part):
                    pass

    def whole(self, part: str) -> bytes:
        return b"".join(self.chunks(part))

    def _check_head(self, head: bytes, part: str) -> None:
        if any(word in head for word in _DECLARATIONS):
            raise InputError(
                f"the workbook defines XML entities (in '{part}'), which Excel never does and msrisk refuses",
                where=self.name,
                hint="Ask the sender how it was made; open it in Excel and save it again.",
            )
        if head.startswith(_NOT_UTF8):
            raise InputError(
                f"the workbook is not written in UTF-8 (in '{part}')",
                where=self.name,
                hint="Open it in Excel and save it again.",
            )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Against zip bombs: a part never unpacks to more than it declares, so declared sizes may be judged."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    problem = ""
    if len(entries) > MAX_PARTS:
        problem = f"the workbook has {len(entries):,} parts; msrisk reads up to {MAX_PARTS:,}"
    elif unpacked > MAX_UNPACKED:
        problem = (
            f"the workbook unpacks to {unpacked / 1e6:,.0f} MB; msrisk reads up to {MAX_UNPACKED / 1e6:,.0f} MB"
        )
    elif unpacked > FREE_OF_RATIO and unpacked > MAX_RATIO * packed:
        problem = f"the workbook unpacks from {packed / 1e3:,.0f} kB to {unpacked / 1e6:,.0f} MB, as no list does"
    if problem:
        hint = "Copy the list alone into a new workbook and save that."
        raise InputError(problem, where=name, hint=hint)


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal(FileKind.PROTECTED, name)
    if any(entry.compress_type not in _STORED_OR_DEFLATED for entry in entries):
        raise damaged(name)
    if len({_plain(entry.filename) for entry in entries}) < len(entries):
        raise damaged(name)


def _check_places(entries: list[zipfile.ZipInfo], data: bytes, name: str, directory: int) -> None:
    """Each part must stand where the directory says, under the same name, and overlap no other."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        start = entry.header_offset
        if start < end or start + _LOCAL.size > directory:
            raise damaged(name)
        mark, name_length, extra_length = _LOCAL.unpack_from(data, start)
        said = data[start + _LOCAL.size : start + _LOCAL.size + name_length]
        end = start + _LOCAL.size + name_length + extra_length + entry.compress_size
        if mark != b"PK\x03\x04" or end > directory or not _same_name(said, entry):
            raise damaged(name)


def _same_name(said: bytes, entry: zipfile.ZipInfo) -> bool:
    coding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    return said.decode(coding, "replace") == entry.orig_filename
