"""The command line as a person runs it: in this process, or in one of its own where that can be told apart."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from msrisk.cli.run import run
from tests import workbook_checks

ROOT = Path(__file__).resolve().parents[2]
LIST = "Supplier,Turnover,UK business,Legal form,MS statement,Annual spend,Category\n"
ROWS = (
    'Alder Works plc,£50m,yes,company,no,"50,000",Audit fees\n'
    "Birch Care Ltd,£2m,yes,company,no,40000,Audit fees\n"
    "Cedar Foods Ltd,tbc,yes,company,yes,30000,Audit fees\n"
)


def msrisk(*words: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does; the day is fixed by the commands that take one.

    In this process, into pipes of UTF-8: a tenth of the time. What Python reads as it starts (the letters of the
    console, the seed of hashes) is only seen by a process of its own.
    """
    if any(name.startswith("PYTHON") for name in env):
        return msrisk_alone(*words, cwd=cwd, **env)
    streams = [TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(3)]
    with (
        chdir(cwd),
        patch.dict(os.environ, {**_plain_environment(), **env}, clear=True),
        patch.object(sys, "argv", ["msrisk", *map(str, words)]),
        patch.object(sys, "stdout", streams[0]),
        patch.object(sys, "stderr", streams[1]),
        patch.object(sys, "stdin", streams[2]),
    ):
        try:
            code = run()
        finally:
            gc.enable()  # a run of the command line is short, and leaves its rubbish; the tests are not
    said = []
    for stream in streams[:2]:
        stream.flush()
        said.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess([*map(str, words)], code, *said)


def msrisk_alone(*words: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own, started as the README says."""
    started = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", *map(str, words)],
        cwd=cwd,
        env={**_plain_environment(), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
        capture_output=True,
        text=True,
        encoding=env.get("PYTHONIOENCODING", "utf-8"),
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    for before, word in pairwise(map(str, words)):
        path = cwd / word
        written = before in ("-o", "--output") and path.suffix == ".xlsx" and path.is_file()
        if written and path.stat().st_mtime_ns >= started:
            workbook_checks.look(path.read_bytes(), publish="--publish" in words)
    return done


def _plain_environment() -> dict[str, str]:
    return {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
