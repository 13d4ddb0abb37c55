"""Where the shared real files stand, when they are there at all; a cache folder of the tests' own."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import page_checks

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real_inputs() -> Path:
    """The folder of real files beside the project; tests that need it skip without it."""
    shared = Path(os.environ.get("MSRISK_SHARED", ROOT.parent / "shared"))
    folder = shared / "real-inputs" / "open"
    if not folder.is_dir():
        pytest.skip("the real input files are not on this machine")
    return folder


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, nor a command it runs, writes into the cache folder of whoever runs it."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, folder)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window, for tests/page_checks.py; tests that need it skip without one."""
    yield from page_checks.launched()
