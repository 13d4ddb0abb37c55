"""The plain figures of a whole column at once: ``1234`` and ``1234.5``, which nearly all cells of a ledger are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from msrisk.model import Flags, Longs
from msrisk.values.money import MOST

_WHOLE, _PENCE = 12, 2  # the most figures before and after the point
_LONGEST = _WHOLE + 1 + _PENCE
_NOUGHT, _POINT = np.uint32(ord("0")), np.uint32(ord("."))


def plain_sums(texts: Sequence[str], unit: int) -> tuple[Longs, Flags]:
    """Each text in pence where it is a plain figure, and where it is; unit: as for ``plain_pence``."""
    letters = np.array(texts, f"U{_LONGEST}").view(np.uint32).reshape(len(texts), _LONGEST)
    length = np.fromiter(map(len, texts), np.int64, len(texts))
    number = np.zeros(len(texts), np.int64)
    whole, part = np.zeros_like(number), np.zeros_like(number)
    after_point = np.zeros(len(texts), np.bool_)
    known = (length > 0) & (length <= _LONGEST)
    for letter in letters.T:
        digit = letter - _NOUGHT < 10  # letters below 0 wrap round to large ones
        point = (letter == _POINT) & ~after_point
        number = np.where(digit, number * 10 + (letter - _NOUGHT), number)
        whole += digit & ~after_point
        part += digit & after_point
        after_point |= point
    known &= whole + part + after_point == length  # or it holds something else
    known &= (whole > 0) & (whole <= _WHOLE) & (part <= _PENCE) & ((part > 0) | ~after_point)
    number = np.where(known, number * 10 ** np.where(known, _PENCE - part, 0), 0)
    known &= number <= (MOST // unit if unit else -1)
    return np.where(known, number, 0) * unit, known
