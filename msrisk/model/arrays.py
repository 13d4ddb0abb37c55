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

_AT_A_TIME = 2_000  # columns, so that a table is never held a second time


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
    kinds = np.zeros(size, np.int32)
    varied = table[(table != table[:, :1]).any(axis=1)]
    if not len(varied):
        return kinds, np.arange(min(size, 1), dtype=np.int32)
    numbers: Numbers[bytes] = Numbers()
    for start in range(0, size, _AT_A_TIME):
        columns = np.ascontiguousarray(varied[:, start : start + _AT_A_TIME].T)
        whole: list[bytes] = columns.view(f"V{columns.strides[0]}").reshape(-1).tolist()
        kinds[start : start + _AT_A_TIME] = numbers.codes(whole)
    first = np.empty(len(numbers), np.int32)
    first[kinds[::-1]] = np.arange(size - 1, -1, -1, dtype=np.int32)
    return kinds, first
