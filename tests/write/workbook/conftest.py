"""Every kind of workbook, written once for all tests that open, print or measure them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.write.workbook.kinds_making import write_all


@pytest.fixture(scope="session")
def every_kind_written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_all(tmp_path_factory.mktemp("kinds"))
