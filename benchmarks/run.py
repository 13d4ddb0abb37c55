"""CPU time and peak memory of every stage, for lists of several sizes; then the two figures we hold ourselves to.

python benchmarks/run.py                            1,000, 10,000 and 100,000 rows; 1,000,000 suppliers by 50 rules
python benchmarks/run.py 1000 --repeats 1 --suppliers 0
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAGES = {
    "cells": "list the cells, calamine alone",
    "read": "read",
    "normalise": "normalise",
    "rules": "load the rules",
    "enrich": "look up the tables",
    "evaluate": "evaluate",
    "score": "score",
    "questions": "questions",
    "xlsx": "write .xlsx",
    "json": "write .json",
    "csv": "write .csv",
    "whole": "msrisk screen -o .xlsx, whole",
}
RATIO_OF = ("cells", "read", "normalise")
MANY = "evaluate-many"
MOST_RATIO, MOST_SECONDS = 2.5, 3.0

Figure = tuple[float, float]  # CPU seconds, peak MiB


def measure(stage: str, of: str) -> Figure:
    """One stage in a process of its own.  This process stays small, or its memory would count as the child's."""
    if stage == "whole":
        return _whole_command(Path(of))
    command = [sys.executable, str(HERE / "stages.py"), stage, of]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The stage '{stage}' failed on {of}:\n{done.stderr}")
    said = json.loads(done.stdout)
    return float(said["cpu"]), float(said["peak"])


def _whole_command(path: Path) -> Figure:
    """The command an officer types, from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "msrisk", "screen", str(path), "--as-of", "2026-11-26"]
        process = subprocess.Popen(
            [*command, "-o", str(Path(folder) / "register.xlsx")],
            cwd=HERE.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"msrisk screen failed on {path.name} with exit code {process.returncode}.")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def make(size: int, folder: Path) -> Path:
    """A list of that size, made in a process of its own; one that is there already is used again."""
    path = folder / f"list-{size}.xlsx"
    if not path.exists():
        subprocess.run([sys.executable, str(HERE / "make_list.py"), str(size), str(path)], check=True)
    return path


def median(figures: Sequence[Figure]) -> Figure:
    """The middle CPU time and the middle peak."""
    return statistics.median(cpu for cpu, _ in figures), statistics.median(peak for _, peak in figures)


def measure_all(
    lists: dict[int, Path], stages: Sequence[str], repeats: int, suppliers: int
) -> dict[tuple[str, int], Figure]:
    """Each stage on each list, the repeats interleaved so that a busy minute touches all alike."""
    work = [(stage, size, str(path)) for size, path in lists.items() for stage in stages]
    if suppliers:
        work.append((MANY, suppliers, str(suppliers)))
    figures: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
    for repeat in range(repeats):
        for stage, size, of in work:
            print(f"  {repeat + 1} of {repeats}: {stage}, {size:,}        ", end="\r", file=sys.stderr)
            figures[stage, size].append(measure(stage, of))
    print(" " * 60, end="\r", file=sys.stderr)
    return {key: median(each) for key, each in figures.items()}


def table(figures: dict[tuple[str, int], Figure], sizes: Sequence[int], stages: Sequence[str]) -> list[str]:
    """A Markdown table: for each size the CPU seconds and the peak in MiB."""
    lines = [
        "| stage | " + " | ".join(f"{size:,} rows: CPU s / peak MiB" for size in sizes) + " |",
        "|---|" + "---|" * len(sizes),
    ]
    for stage in stages:
        cells = [f"{figures[stage, size][0]:.3f} / {figures[stage, size][1]:,.0f}" for size in sizes]
        lines.append(f"| {STAGES[stage]} | " + " | ".join(cells) + " |")
    return lines


def ratios(figures: dict[tuple[str, int], Figure], sizes: Sequence[int], suppliers: int) -> list[str]:
    """What the issue asks for."""
    lines = []
    for size in sizes:
        if not all((stage, size) in figures for stage in RATIO_OF):
            continue
        cells, read, normalise = (figures[stage, size][0] for stage in RATIO_OF)
        ratio = (read + normalise) / cells
        aim = f" (aim: at most {MOST_RATIO})" if size == 100_000 else ""
        lines.append(f"(read + normalise) / (calamine listing the cells), {size:,} rows: {ratio:.2f}{aim}")
    if suppliers:
        cpu, peak = figures[MANY, suppliers]
        aim = f" (aim: under {MOST_SECONDS:.0f})" if suppliers == 1_000_000 else ""
        lines.append(f"50 rules for {suppliers:,} suppliers: {cpu:.2f} CPU s{aim}, peak {peak:,.0f} MiB")
    return lines


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure every stage of msrisk.")
    parser.add_argument("rows", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--repeats", type=int, default=3, help="an odd number; the median is printed")
    parser.add_argument("--suppliers", type=int, default=1_000_000, help="for the 50 rules; 0 leaves that out")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(STAGES), help="only these")
    parser.add_argument("--lists", type=Path, help="a folder to keep the made lists in, and to find them again")
    given = parser.parse_args()
    if given.repeats % 2 == 0:
        parser.error("--repeats must be an odd number")
    return given


def main() -> None:
    """Make the lists, measure, print."""
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        lists = {size: make(size, given.lists or Path(folder)) for size in given.rows}
        figures = measure_all(lists, given.stages, given.repeats, given.suppliers)
    lines = [*table(figures, given.rows, given.stages), "", *ratios(figures, given.rows, given.suppliers)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
