"""How a zip is packed, judged by its directory before anything in it is unpacked: sizes, passwords, methods."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from msrisk.errors import InputError

MAX_RATIO = 200

_ENCRYPTED = 0x1
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Package:
    """A kind of zip: what it is called, how much it may unpack to, and what is said where that is not so.

    free_of_ratio: up to here nothing is asked of how closely it is packed.  thing: "as no ... does".
    protected, packed, damaged: the errors for a password, for a way of packing that is not read, and for the rest.
    """

    noun: str
    most: int
    free_of_ratio: int
    thing: str
    too_large: str
    protected: InputError
    packed: InputError
    damaged: InputError


def check_packing(entries: Sequence[zipfile.ZipInfo], name: str, package: Package) -> None:
    """InputError where a zip is not to be unpacked."""
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise about(name, package.protected)
    if any(entry.compress_type not in _STORED_OR_DEFLATED for entry in entries):
        raise about(name, package.packed)
    _check_sizes(entries, name, package)


def _check_sizes(entries: Sequence[zipfile.ZipInfo], name: str, package: Package) -> None:
    """Against zip bombs: a part never unpacks to more than it declares, so declared sizes may be judged."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    problem = ""
    if unpacked > package.most:
        problem = f"{package.noun} unpacks to {_size(unpacked)}; msrisk reads up to {_size(package.most)}"
    elif unpacked > package.free_of_ratio and unpacked > MAX_RATIO * packed:
        problem = f"{package.noun} unpacks from {_size(packed)} to {_size(unpacked)}, as no {package.thing} does"
    if problem:
        raise InputError(problem, where=name, hint=package.too_large)


def about(name: str, error: InputError) -> InputError:
    """An error of a package, said of one file."""
    return InputError(error.problem, where=name, hint=error.hint)


def _size(number: int) -> str:
    if number >= 1_000_000_000:
        return f"{number / 1e9:,.1f} GB"
    return f"{number / 1e6:,.0f} MB" if number >= 1_000_000 else f"{number / 1e3:,.0f} kB"
