"""The zip around a workbook, which is never trusted: sizes, overlaps, names, checksums."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Iterator

from msrisk.errors import InputError
from msrisk.read.filekind import FileKind
from msrisk.read.packing import Package, about, check_packing
from msrisk.read.refusals import damaged, refusal
from msrisk.read.source import Source

MAX_PARTS = 5_000
CHUNK = 1 << 19
WORKBOOK = Package(
    noun="the workbook",
    most=600_000_000,
    free_of_ratio=20_000_000,
    thing="list",
    too_large="Copy the list alone into a new workbook and save that.",
    protected=refusal(FileKind.PROTECTED, ""),
    packed=damaged(""),
    damaged=damaged(""),
)

_PART = b"PK\x03\x04"  # with which each begins
_LOCAL = struct.Struct("<4s22xHH")
_MARKUP = (".xml", ".rels")
_DECLARATIONS = tuple(
    word.encode(coding) for word in ("<!DOCTYPE", "<!ENTITY") for coding in ("ascii", "utf-16-le", "utf-16-be")
)
_NOT_UTF8 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_HEAD = 4096


class Archive:
    """A checked zip: its parts by lower-case name, to be streamed. Every stream ends in a CRC check."""

    def __init__(self, source: Source, package: Package = WORKBOOK) -> None:
        self.name = source.name
        self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        entries = self._zip.infolist()
        _check_names(entries, source.name, package)
        check_packing(entries, source.name, package)
        _check_places(entries, source.data, about(source.name, package.damaged), self._zip.start_dir)
        self._entries = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    @property
    def files(self) -> list[str]:
        """The names of all parts that are no folders."""
        return [part for part, entry in self._entries.items() if not entry.is_dir()]

    def written_as(self, part: str) -> str:
        """The name of a part as the directory has it."""
        return self._entries[part].filename

    @property
    def markup(self) -> list[str]:
        """The names of all XML parts."""
        return [part for part in self._entries if part.endswith(_MARKUP)]

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of an XML part, a piece at a time; the first piece is looked at for entities."""
        head = True
        for chunk in self._pieces(part):
            if head:
                self._check_head(chunk[:_HEAD], part)
                head = False
            yield chunk

    def content(self, part: str) -> bytes:
        """All bytes of a part of any kind."""
        return b"".join(self._pieces(part))

    def _pieces(self, part: str) -> Iterator[bytes]:
        try:
            with self._zip.open(self._entries[part.lower()]) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
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


def _check_names(entries: list[zipfile.ZipInfo], name: str, package: Package) -> None:
    if len(entries) > MAX_PARTS:
        raise InputError(
            f"{package.noun} has {len(entries):,} parts; msrisk reads up to {MAX_PARTS:,}",
            where=name,
            hint=package.too_large,
        )
    if len({_plain(entry.filename) for entry in entries}) < len(entries):
        raise about(name, package.damaged)


def _check_places(entries: list[zipfile.ZipInfo], data: bytes, problem: InputError, directory: int) -> None:
    """Each part must stand where the directory says, under the same name, and overlap no other.

    Nor may a part stand between them that the directory does not list: one changed byte in it can hide the rest.
    """
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        start = entry.header_offset
        if start < end or start + _LOCAL.size > directory or data.find(_PART, end, start) >= 0:
            raise problem
        mark, name_length, extra_length = _LOCAL.unpack_from(data, start)
        said = data[start + _LOCAL.size : start + _LOCAL.size + name_length]
        end = start + _LOCAL.size + name_length + extra_length + entry.compress_size
        if mark != _PART or end > directory or not _same_name(said, entry):
            raise problem
    if data.find(_PART, end, directory) >= 0:
        raise problem


def _same_name(said: bytes, entry: zipfile.ZipInfo) -> bool:
    coding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    return said.decode(coding, "replace") == entry.orig_filename
