"""What each output of a register costs: CPU time and peak memory of screening a list and writing it, by size.

python benchmarks/register.py                      1,000, 10,000 and 100,000 suppliers
python benchmarks/register.py 1000 10000 --lists /tmp/lists --repeats 3
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
AS_OF = date(2026, 11, 26)
ENDINGS = {".xlsx": "register.xlsx", ".html": "board.html", ".json": "register.json", ".csv": "register.csv"}
Figures = dict[str, float]


def one(ending: str, path: Path) -> Figures:
    """Screen a list, then write it, and what the writing alone took: for a process that does nothing else."""
    sys.path.insert(0, str(HERE.parent))
    from msrisk.ruleset.load import load_rules
    from msrisk.screening import DEFAULT_RULES, read_suppliers, report_on
    from msrisk.write import check_outputs, write_output

    gc.disable()  # as the command does
    begun = time.process_time()
    report = report_on(read_suppliers(path), load_rules(DEFAULT_RULES), AS_OF)
    screened = time.process_time()
    before, _ = _memory(forget_the_peak=True)
    with tempfile.TemporaryDirectory() as folder:
        (output,) = check_outputs([Path(folder) / ENDINGS[ending]])
        write_output(report, output)
        size = output.path.stat().st_size
    written = time.process_time()
    _, peak = _memory()
    return {
        "screen": screened - begun,
        "write": written - screened,
        "peak": peak,
        "growth": peak - before,
        "size": size / 2**20,
    }


def _memory(forget_the_peak: bool = False) -> tuple[float, float]:
    """MiB held now, and the most since the peak was last forgotten (Linux only)."""
    if forget_the_peak:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    said = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return tuple(int(said[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]


def endings() -> list[str]:
    """The outputs that this msrisk writes of a report."""
    sys.path.insert(0, str(HERE.parent))
    from msrisk.write.kinds import WRITERS

    return [ending for ending in ENDINGS if ending in WRITERS]


def made(suppliers: int, folder: Path) -> Path:
    """A list of so many suppliers, a row each; one that is there already is used again."""
    path = folder / f"suppliers-{suppliers}.csv"
    if not path.exists():
        command = [sys.executable, str(HERE / "make_list.py"), str(suppliers), str(path)]
        subprocess.run([*command, "--suppliers", str(suppliers)], check=True)
    return path


def measured(ending: str, path: Path, repeats: int) -> Figures:
    """The middle of several runs, each in a process of its own."""
    runs = []
    for _ in range(repeats):
        command = [sys.executable, str(Path(__file__)), "--one", ending, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"Writing {ENDINGS[ending]} of {path.name} failed:\n{done.stderr}")
        runs.append(json.loads(done.stdout))
    return {name: statistics.median(each[name] for each in runs) for name in runs[0]}


def table(found: dict[str, dict[int, Figures]], sizes: Sequence[int]) -> str:
    """The figures as the README of the benchmarks prints them."""
    heads = " | ".join(f"{size:,} suppliers" for size in sizes)
    lines = [f"| CPU s to write / peak MiB | {heads} |", "|---" * (len(sizes) + 1) + "|"]
    for ending, by_size in found.items():
        cells = " | ".join(f"{by_size[size]['write']:.2f} / {by_size[size]['peak']:.0f}" for size in sizes)
        lines.append(f"| {ENDINGS[ending]} | {cells} |")
    first = next(iter(found.values()))
    before = " | ".join(f"{first[size]['screen']:.2f}" for size in sizes)
    lines.append(f"| screening before it | {before} |")
    lines.append("")
    for ending, by_size in found.items():
        grown = ", ".join(f"{by_size[size]['growth']:.0f} MiB at {size:,}" for size in sizes)
        sizes_said = ", ".join(f"{by_size[size]['size']:.1f} MiB" for size in sizes)
        lines.append(f"{ENDINGS[ending]}: the writing alone takes {grown}; the file has {sizes_said}.")
    return "\n".join(lines)


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    given.add_argument("--repeats", type=int, default=1)
    given.add_argument("--lists", type=Path, help="a folder that keeps the lists")
    given.add_argument("--one", nargs=2, metavar=("ENDING", "LIST"), help=argparse.SUPPRESS)
    said = given.parse_args()
    if said.one:
        print(json.dumps(one(said.one[0], Path(said.one[1]))))
        return
    with tempfile.TemporaryDirectory() as own:
        folder = said.lists or Path(own)
        folder.mkdir(exist_ok=True)
        lists = {size: made(size, folder) for size in said.sizes}
        found = {
            ending: {size: measured(ending, path, said.repeats) for size, path in lists.items()}
            for ending in endings()
        }
    print(table(found, said.sizes))


if __name__ == "__main__":
    main()
