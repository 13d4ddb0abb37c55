"""What msrisk makes of every file in a folder: kind, tables, rows, columns, suppliers, rows left out, seconds.

python benchmarks/what_is_read.py FOLDER    a line a file; a refusal says why
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from msrisk import MsriskError, read_suppliers
from msrisk.model import Suppliers
from msrisk.read import sniff

_LINE = "{:<44.44} {:<18.18} {:>6} {:>7} {:>7} {:>9} {:>8} {:>7}  {}"


def main(folder: Path) -> None:
    print(_LINE.format("file", "kind", "tables", "rows", "columns", "suppliers", "left out", "seconds", ""))
    read = refused = 0
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        start = time.perf_counter()
        try:
            listed = read_suppliers(path)
        except MsriskError as problem:
            refused += 1
            seconds = time.perf_counter() - start
            print(_LINE.format(path.name, _kind(path), "", "", "", "", "", f"{seconds:.2f}", problem.problem))
        else:
            read += 1
            print(_line(path, listed, time.perf_counter() - start))
    print(f"{read} read, {refused} refused with a reason")


def _kind(path: Path) -> str:
    try:
        return sniff(path).value.removeprefix("a ").removeprefix("an ")
    except MsriskError as problem:
        return problem.problem


def _line(path: Path, listed: Suppliers, seconds: float) -> str:
    tables = listed.book.tables
    named = sum(bool(heading.text.strip()) for heading in tables[0].headings)
    taken = sum(bool(heading.field) for heading in tables[0].headings)
    return _LINE.format(
        path.name,
        _kind(path),
        len(tables),
        sum(table.rows for table in tables),
        f"{taken} of {named}",
        len(listed),
        len(listed.left_out),
        f"{seconds:.2f}",
        "",
    ).rstrip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
