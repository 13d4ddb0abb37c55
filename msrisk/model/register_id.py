"""A name for each supplier that stays the same from quarter to quarter: ``R-7F3K2QX``.

It is made from what identifies the supplier, never from its place: its company number, else its supplier id, else
its name. So it changes with none of the other suppliers, unless one comes that shares all of that.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Sequence

from msrisk.model.suppliers import Suppliers

# Letters without I, L, O and U, which are read wrongly.
_AS_OURS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_SHORTEST = 7


def register_ids(suppliers: Suppliers) -> tuple[str, ...]:
    """The register ID of every supplier, in their order; no two are the same."""
    numbers, ids = (_told(suppliers, name) for name in ("company_number", "supplier_id"))
    return ids_of(numbers, ids, suppliers.keys)


def ids_of(numbers: Sequence[str], ids: Sequence[str], keys: Sequence[str]) -> tuple[str, ...]:
    """From a company number and a supplier id each, '' where there is none, and what tells a name from others."""
    strong = [
        f"company {number}" if number else f"id {told}" if told else f"name {key}"
        for number, told, key in zip(numbers, ids, keys, strict=True)
    ]
    held = Counter(strong)
    named = [
        each if held[each] == 1 else f"{each} name {key}" for each, key in zip(strong, keys, strict=True)
    ]  # one number under two names stays two suppliers
    return tuple(f"R-{each}" for each in _told_apart([_digest(each) for each in _numbered(named)]))


def _told(suppliers: Suppliers, name: str) -> list[str]:
    column = suppliers.columns.get(name)
    if column is None:
        return [""] * len(suppliers)
    firsts = [each.first for each in column.readings]
    return [firsts[code] for code in column.codes.tolist()]


def _numbered(named: Sequence[str]) -> list[str]:
    """What nothing tells apart is counted, in the order of the list."""
    seen: Counter[str] = Counter()
    numbered = []
    for each in named:
        seen[each] += 1
        numbered.append(each if seen[each] == 1 else f"{each} #{seen[each]}")
    return numbered


def _digest(text: str) -> str:
    begun = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:20]
    return b32encode(begun).translate(_AS_OURS).decode("ascii")


def _told_apart(digests: Sequence[str]) -> list[str]:
    """Each as short as it may be; those that begin alike all get longer, so that their order says nothing."""
    lengths = [_SHORTEST] * len(digests)
    while True:
        short = [digest[:length] for digest, length in zip(digests, lengths, strict=True)]
        held = Counter(short)
        alike = [number for number, each in enumerate(short) if held[each] > 1]
        if not alike:
            return short
        for number in alike:
            lengths[number] += 1
