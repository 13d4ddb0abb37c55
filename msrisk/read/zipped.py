"""A zip that holds one list: the list, unpacked in memory and never to disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath

from msrisk.errors import InputError
from msrisk.files import one_line
from msrisk.read.archive import Archive
from msrisk.read.containers import lists_among
from msrisk.read.filekind import FileKind
from msrisk.read.packing import Package
from msrisk.read.refusals import never_a_traceback, refusal
from msrisk.read.source import MAX_BYTES, Source

ZIPS = frozenset({FileKind.ZIP, FileKind.ZIP_OF_ONE})

_UNPACK = "Unpack it, and give the file that is inside."
_OF_A_LIST = Package(
    noun="the zip file",
    most=MAX_BYTES,
    free_of_ratio=20_000_000,
    thing="list",
    too_large="Unpack it, look at what is inside, and give the list alone.",
    protected=InputError(
        "the zip file is protected by a password",
        hint="Unpack it with its password, and give the file that is inside.",
    ),
    packed=InputError("the zip file is packed in a way that msrisk does not unpack", hint=_UNPACK),
    damaged=InputError(
        "the zip file is damaged: what is in it does not unpack",
        hint="Download or copy it again, or ask for it again.",
    ),
)
_NAMED = 5


def unpacked(source: Source) -> Source:
    """The one list in a zip, under its own name; the checksum stays that of the zip.

    Raises InputError when there is none or more than one, or the zip is not to be trusted.
    """
    with never_a_traceback(source.name, _OF_A_LIST.damaged):
        archive = Archive(source, _OF_A_LIST)
        lists = lists_among(archive.files)
        if len(lists) != 1:
            raise _not_one(source.name, [_said(archive, each) for each in lists or archive.files], bool(lists))
        data = archive.content(lists[0])
        return Source(one_line(PurePosixPath(archive.written_as(lists[0])).name), data, source.sha256)


@contextmanager
def said_inside(name: str) -> Iterator[None]:
    """Says of what is wrong with a file in a zip in which zip it is."""
    try:
        yield
    except InputError as problem:
        raise InputError(problem.problem, f"{name}, in it {problem.where}", problem.hint) from problem


def _said(archive: Archive, part: str) -> str:
    return one_line(archive.written_as(part))


def _not_one(name: str, inside: Sequence[str], lists: bool) -> InputError:
    if not inside:
        return InputError("the zip file is empty", where=name, hint="Download or copy it again.")
    more = f" and {len(inside) - _NAMED} more" if len(inside) > _NAMED else ""
    named = ", ".join(f"'{each}'" for each in inside[:_NAMED]) + more
    if lists:
        said = f"this is a zip file that holds {len(inside):,} lists: {named}"
        return InputError(said, where=name, hint="Unpack it, and give the list that is meant.")
    error = refusal(FileKind.ZIP, name)
    return InputError(f"{error.problem} that holds no list, but {named}", where=name, hint=_UNPACK)
