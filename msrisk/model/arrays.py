"""The array types, named once, and codes into distinct items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import count
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

Item = TypeVar("Item", bound=Hashable)


class Numbers(defaultdict[Item, int]):
    """Each distinct item and its number, in order of appearance; one not seen before gets the next."""

    def __init__(self) -> None:
        super().__init__(count().__next__)

    def codes(self, items: Sequence[Item]) -> Ints:
        """The number of each item, in one pass."""
        return np.fromiter(map(self.__getitem__, items), np.int32, len(items))


def kinds_of(table: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """A number for each column of a table, the same for columns that are alike; and the first of each kind."""
    size = table.shape[1]
    if not len(table) or not size:
        return np.zeros(size, np.int32), np.arange(min(size, 1), dtype=np.int32)
    columns = np.ascontiguousarray(table.T)
    width, whole = columns.strides[0], columns.tobytes()
    numbers: Numbers[bytes] = Numbers()
    starts = range(0, len(whole), width)
    kinds = np.fromiter((numbers[whole[start : start + width]] for start in starts), np.int32, size)
    return kinds, np.unique(kinds, return_index=True)[1].astype(np.int32)
