"""The array types, named once, and codes into distinct items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import count
from typing import TypeVar

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
