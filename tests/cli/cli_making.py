"""The command line as a person runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from tests import workbook_checks

ROOT = Path(__file__).resolve().parents[2]
LIST = "Supplier,Turnover,UK business,Legal form,MS statement,Annual spend,Category\n"
ROWS = (
    'Alder Works plc,£50m,yes,company,no,"50,000",Audit fees\n'
    "Birch Care Ltd,£2m,yes,company,no,40000,Audit fees\n"
    "Cedar Foods Ltd,tbc,yes,company,yes,30000,Audit fees\n"
)


def msrisk(*words: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does; the day is fixed by the commands that take one."""
    held = {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    started = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", *map(str, words)],
        cwd=cwd,
        env={**held, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
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
