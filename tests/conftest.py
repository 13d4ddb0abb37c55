"""Where the shared real files stand, when they are there at all."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real_inputs() -> Path:
    """The folder of real files beside the project; tests that need it skip without it."""
    shared = Path(os.environ.get("MSRISK_SHARED", ROOT.parent / "shared"))
    folder = shared / "real-inputs" / "open"
    if not folder.is_dir():
        pytest.skip("the real input files are not on this machine")
    return folder
