"""Makes an invented supplier list of any size, as a council might keep it; the same arguments give the same list.

python benchmarks/make_list.py 100000 list.xlsx
python benchmarks/make_list.py 100000 list.csv --suppliers 60000
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import xlsxwriter
from list_words import AREAS, CATEGORIES, ENDINGS, FIRST, SECOND, TRADES

Cell = str | int | float | date
Row = tuple[Cell, ...]

HEADINGS = (
    "Vendor no",
    "Vendor name",
    "Co Reg No",
    "Country",
    "Category",
    "Cost centre",
    "Annual spend (£)",
    "Turnover",
    "Turnover year end",
    "MS statement?",
    "Statement link",
    "Statement year end",
    "Covers this entity",
    "Board approved",
    "Director signed",
    "Home page link",
)
SEED = 2015
SHARED_STRINGS_UP_TO = 200_000  # rows; above that XlsxWriter would hold gigabytes, so text stands in the cells
_FIRST_DAY = date(2022, 1, 31)
_CREATED = datetime(2026, 11, 22)

_COUNTRIES = (
    *(("United Kingdom",) * 40 + ("UK",) * 25 + ("England",) * 8 + ("GB", "Scotland", "Wales", "") * 3),
    *("Ireland", "Germany", "China", "India", "Turkey", "Viet Nam", "USA", "Jersey", "Various", "Netherlands"),
)
_ANSWERS = ("Yes", "Y", "yes", "No", "N", "no", "", "", "TBC", "Not explicit", "n/a", "✓")
_STATEMENTS = (*_ANSWERS, "Group statement", "Not required", "Yes - 2024", "See website")
_NO_FIGURE = ("tbc", "n/a", "Not disclosed", "-", "Unknown", "SME", "Under £36 million", "over £36m", "£10m-£50m")


def supplier_names(count: int, random: Random) -> list[str]:
    """Names that all differ in more than their legal form."""
    words = [f"{first}{second}" for first in FIRST for second in SECOND]
    random.shuffle(words)
    endings = random.choices(ENDINGS, k=count)
    names = []
    for at, ending in enumerate(endings):
        rest, word = divmod(at, len(words))
        area, trade = divmod(rest, len(TRADES))
        beside = f" {AREAS[area]}" if area else ""
        names.append(f"{words[word]}{beside} {TRADES[trade]} {ending}")
    return names


def misspelt(name: str, way: int) -> str:
    """The name as another clerk types it; still the same name to anybody who looks."""
    ways: tuple[Callable[[str], str], ...] = (
        str,
        str,
        str,
        str.upper,
        lambda text: text.replace(" Ltd", " Limited"),
        lambda text: text.replace(" & ", " and "),
        lambda text: text.replace(" ", "  ", 1),
        lambda text: f"{text} ",
        str.lower,
        lambda text: text.replace(" Ltd", " LTD."),
    )
    return ways[way](name)


def _numbers(count: int) -> list[Cell]:
    """Company numbers, one in eight with its leading zero lost, one in ten not held, some with a prefix."""
    held: list[Cell] = []
    for at in range(count):
        if at % 10 == 3:
            held.append("")
        elif at % 8 == 1:
            held.append(1_000_000 + at)
        else:
            held.append(f"{'SC' if at % 23 == 0 else '99'}{(at + 1) % 1_000_000:06}")
    return held


def _turnovers(count: int, random: Random) -> list[Cell]:
    """Turnover in the many forms of real lists; one in five is blank."""
    held: list[Cell] = []
    for size, way in zip((random.lognormvariate(15.5, 2.2) for _ in range(count)), range(count), strict=True):
        pounds = round(size)
        forms: tuple[Cell, ...] = (
            "",
            pounds,
            pounds,
            f"£{pounds:,}",
            f"£{size / 1e6:.1f}m",
            "",
            f"{pounds:,}.00",
            pounds,
            f"£{size / 1e6:.2f} million",
            _NO_FIGURE[way // 10 % len(_NO_FIGURE)] if way % 20 else f"€{size / 1e6:.0f}m",
        )
        held.append(forms[way % 10])
    return held


def _dates(count: int, random: Random, blank: float) -> list[Cell]:
    """Ends of months: mostly dates, some typed, some missing."""
    days = [date(_FIRST_DAY.year + at // 12, at % 12 + 1, 28) + timedelta(days=at % 3) for at in range(60)]
    typed = [f"{day.day} {day:%B %Y}" for day in days] + [f"{day:%d/%m/%Y}" for day in days]
    pool: list[Cell] = [*days, *days, *days, *typed, *("FY2024/25", "2025", "tbc")]
    return [random.choice(pool) if random.random() > blank else "" for _ in range(count)]


def _links(names: Sequence[str]) -> list[Cell]:
    """A link for one supplier in three."""
    return [
        f"https://www.{name.split()[0].lower()}-{at}.example/modern-slavery" if at % 3 == 0 else ""
        for at, name in enumerate(names)
    ]


def supplier_facts(count: int, random: Random) -> list[list[Cell]]:
    """The columns that say the same of a supplier on all its rows, in the order of the headings."""
    names: list[str] = supplier_names(count, random)
    answers: list[list[Cell]] = [list(random.choices(_ANSWERS, k=count)) for _ in range(4)]
    return [
        [f"V{100_000 + at}" for at in range(count)],
        list(names),
        _numbers(count),
        list(random.choices(_COUNTRIES, k=count)),
        _turnovers(count, random),
        _dates(count, random, 0.3),
        list(random.choices(_STATEMENTS, k=count)),
        _links(names),
        _dates(count, random, 0.5),
        *answers,
    ]


def rows(count: int, suppliers: int) -> Iterator[Row]:
    """Every row below the headings: each supplier at least once, the further rows anybody's."""
    if not 0 < suppliers <= count:
        raise SystemExit("There must be at least one supplier, and no more suppliers than rows.")
    random = Random(SEED)
    facts = supplier_facts(suppliers, random)
    owners = [*range(suppliers), *random.choices(range(suppliers), k=count - suppliers)]
    random.shuffle(owners)
    ways = random.choices(range(10), k=count)
    categories = random.choices(CATEGORIES, k=count)
    for owner, way, category in zip(owners, ways, categories, strict=True):
        number, name, register, country, *others = (column[owner] for column in facts)
        spend = round(random.lognormvariate(9, 1.8), 2)
        centre = f"CC{random.randrange(4000, 4600)}"
        yield (number, misspelt(str(name), way), register, country, category, centre, spend, *others)


def write_csv(path: Path, lines: Iterator[Row]) -> None:
    """The list as text, with the marks Excel puts in a CSV file for the UK."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        for line in lines:
            out.writerow([f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in line])


def write_xlsx(path: Path, lines: Iterator[Row], streamed: bool) -> None:
    """The list as a workbook.  streamed: text in the cells, in flat memory; else shared, as Excel saves it."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": streamed})
    book.set_properties({"created": _CREATED})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Suppliers")
    sheet.write_row(0, 0, HEADINGS)
    for at, line in enumerate(lines, start=1):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(at, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(at, column, datetime(cell.year, cell.month, cell.day), day)
            else:
                sheet.write_number(at, column, cell)
    book.close()


def make_list(count: int, path: Path, suppliers: int | None = None) -> None:
    """A list of ``count`` rows; four in five rows are a supplier of their own unless told otherwise."""
    lines = rows(count, suppliers or max(1, count * 4 // 5))
    if path.suffix == ".csv":
        write_csv(path, lines)
    elif path.suffix == ".xlsx":
        write_xlsx(path, lines, count > SHARED_STRINGS_UP_TO)
    else:
        raise SystemExit(f"'{path.name}' does not end in .xlsx or .csv.")


def main() -> None:
    """Read the command line and make the list."""
    parser = argparse.ArgumentParser(description="Make an invented supplier list of any size.")
    parser.add_argument("rows", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--suppliers", type=int, help="how many different suppliers; four fifths of the rows")
    given = parser.parse_args()
    make_list(given.rows, given.out, given.suppliers)


if __name__ == "__main__":
    main()
