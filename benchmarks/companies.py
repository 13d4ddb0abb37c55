"""What the company register costs: its index built from an invented file, then suppliers looked up in it.

python benchmarks/companies.py                       550,000 companies, 10,000 suppliers
python benchmarks/companies.py 5500000 --suppliers 10000 --files FOLDER    the size of the register; keep the file
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from msrisk.enrich.companies import company_entries  # noqa: E402
from msrisk.read.company_index import CompanyIndex, company_index  # noqa: E402
from msrisk.ruleset.vocabulary import load_vocabulary  # noqa: E402
from msrisk.values.name import keys  # noqa: E402

SEED = 1862
_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWY"


@contextmanager
def timed(what: str, of: int) -> Iterator[None]:
    """Print the CPU and wall seconds of what is inside, and the CPU of each item."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"| {what} | {cpu:.2f} | {wall:.1f} | {cpu / of * 1e6:.1f} | {peak():,.0f} |", flush=True)


def peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def misspelt(name: str, random: Random) -> str:
    """The name with one letter put otherwise."""
    at = random.randrange(len(name))
    return name[:at] + random.choice(_LETTERS) + name[at + 1 :]


def look_up(index: CompanyIndex, companies: int, suppliers: int) -> None:
    """The suppliers by number, by name and by names like theirs."""
    random = Random(SEED)
    known = index.rows(random.sample(range(1, companies + 1), suppliers))
    names = [each.cell("CompanyName") for each in known]
    with timed("by number", suppliers):
        numbers = index.by_numbers(each.number for each in known)
    with timed("by name", suppliers):
        found = index.by_keys(keys(names))
    odd = keys([misspelt(name, random) for name in names])
    with timed("names near, one letter wrong", suppliers):
        near = index.near(odd)
    wanted = {*numbers.values(), *(company for ids in found.values() for company in ids)}
    with timed("rows, as entries", len(wanted)):
        company_entries(index.rows(wanted), index.register, load_vocabulary())
    right = sum(numbers[each.number] in near.get(key, ()) for each, key in zip(known, odd, strict=True))
    candidates = sum(map(len, near.values())) / max(1, len(near))
    print(f"\nOf names with one letter wrong {right / suppliers:.1%} found; {candidates:.1f} candidates each.")


def measure(path: Path, cache: Path, companies: int, suppliers: int) -> None:
    print("| what | CPU s | wall s | CPU µs each | peak MiB |\n|---|---|---|---|---|")
    with timed(f"index of {companies:,} companies", companies):
        index = company_index([path], cache)
    with index:
        with timed("opened again", 1):
            company_index([path], cache).close()
        look_up(index, companies, suppliers)
    (held,) = cache.glob("companies-*")
    print(f"The file has {path.stat().st_size / 1e6:,.0f} MB, its index {held.stat().st_size / 1e6:,.0f} MB.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the register, measure, print."""
    parser = argparse.ArgumentParser(description="Measure the index of the company register.")
    parser.add_argument("companies", type=int, nargs="?", default=550_000)
    parser.add_argument("--suppliers", type=int, default=10_000)
    parser.add_argument("--files", type=Path, help="a folder to keep the made register in, and to find it again")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = (given.files or Path(folder)) / f"companies-{given.companies}.csv"
        if not path.exists():
            subprocess.run(
                [sys.executable, str(HERE / "make_companies.py"), str(given.companies), str(path)], check=True
            )
        measure(path, Path(folder) / "cache", given.companies, min(given.suppliers, given.companies))


if __name__ == "__main__":
    main()
