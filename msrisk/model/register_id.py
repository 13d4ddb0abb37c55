"""A name for each supplier that stays the same from quarter to quarter: ``R-7F3K2QX``.

It is made from what identifies the supplier, never from its place: its company number, else its supplier id, else
its name. So it changes with none of the other suppliers, unless one comes that shares all of that.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Iterable, Sequence

from msrisk.model.suppliers import Suppliers

# Letters without I, L, O and U, which are read wrongly.
_AS_OURS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_SHORTEST = 7
_BEGUN, _WHOLE = 5, 20  # bytes of a digest: as many as tell nearly all apart, and as many as there may be


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
    if len(set(strong)) < len(strong):  # one number under two names stays two suppliers
        held = Counter(strong)
        named = [each if held[each] == 1 else f"{each} name {key}" for each, key in zip(strong, keys, strict=True)]
        strong = _numbered(named)
    return tuple([f"R-{each}" for each in _told_apart(strong)])


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


def _digests(texts: Iterable[str], length: int) -> list[str]:
    """So many bytes of each digest, a multiple of five, as letters: eight for every five bytes."""
    begun = b"".join(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:length] for text in texts)
    letters = b32encode(begun).translate(_AS_OURS).decode("ascii")
    wide = length // 5 * 8
    return [letters[start : start + wide] for start in range(0, len(letters), wide)]


def _told_apart(texts: Sequence[str]) -> list[str]:
    """Digests, each as short as it may be; those that begin alike all get longer, so that order says nothing."""
    digests, lengths = _digests(texts, _BEGUN), [_SHORTEST] * len(texts)
    while True:
        short = [digest[:length] for digest, length in zip(digests, lengths, strict=True)]
        if len(set(short)) == len(short):
            return short
        held = Counter(short)
        alike = [number for number, each in enumerate(short) if held[each] > 1]
        for number, whole in zip(alike, _digests((texts[number] for number in alike), _WHOLE), strict=True):
            digests[number] = whole
            lengths[number] += 1
