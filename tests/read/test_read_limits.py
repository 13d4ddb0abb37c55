"""Hostile files in a process that may take one gigabyte and one minute: read or refused, never anything else."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from biff_making import book, cell, number, open_document, row, table, text
from read_making import MAIN, ONE_ROW, saved, workbook_bytes

ROOT = Path(__file__).resolve().parents[2]
GIGABYTE = 1 << 30
PROGRAM = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from msrisk.errors import InputError
from msrisk.read import read_sheets
try:
    print("read", [sheet.height for sheet in read_sheets(Path(sys.argv[1]))])
except InputError as problem:
    print("refused", problem)
"""
ALL_ROWS = 1_048_576


def inline(text: str) -> str:
    return f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'


def far(address: str) -> bytes:
    digits = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return workbook_bytes(f'{ONE_ROW}<row r="{digits}"><c r="{address}"><v>1</v></c></row>')


def shared(length: int, cells: int) -> bytes:
    strings = f'<sst xmlns="{MAIN}"><si><t>{"A" * length}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells + 1))
    return workbook_bytes(rows, **{"xl/sharedStrings.xml": strings})


def numbers_in_all_rows() -> bytes:
    return workbook_bytes(
        "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, ALL_ROWS + 1))
    )


def formatted_rows() -> bytes:
    return workbook_bytes(
        ONE_ROW + "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, ALL_ROWS + 1))
    )


def many_sheets() -> bytes:
    """Every sheet alone is not too large; together they would be."""
    parts: dict[str, str | bytes | None] = {}
    sheets = relations = ""
    for n in range(1, 400):
        sheets += f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>'
        relations += f'<Relationship Id="rId{n}" Type="x/worksheet" Target="worksheets/sheet{n}.xml"/>'
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{ONE_ROW}'
            '<row r="1048576"><c r="D1048576"><v>1</v></c></row></sheetData></worksheet>'
        )
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets>{sheets}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return workbook_bytes(**parts)


def styled_cells(number: int) -> bytes:
    """Cells with nothing but a style at the end of the grid, in a file that is packed no better than a list."""
    cells = '<c r="XFD1048576" s="1"/>' * number
    filler = random.Random(27).randbytes(len(cells) // 190)
    return workbook_bytes(f'{ONE_ROW}<row r="1048576">{cells}</row>', **{"xl/media/image1.png": filler})


BOMBS: list[tuple[str, Callable[[], bytes], str]] = [
    ("fault_27 a cell of 100 MB", lambda: workbook_bytes(inline("A" * 100_000_000)), "refused"),
    ("fault_27 one text in 1,000 cells", lambda: shared(10_000_000, 1_000), "million characters, as no list does"),
    ("fault_27 one text in 100,000 cells", lambda: shared(32_000, 100_000), "million characters"),
    ("fault_27 spaces", lambda: open_document(table(row(cell(SPACES)))), "damaged"),
    ("fault_28 numbers in all rows", numbers_in_all_rows, "read [1048576]"),
    ("fault_29 opposite corners", lambda: far("XFD1048576"), "read [1]"),
    ("fault_29 an empty sheet just below the limit", lambda: far("BE1048576"), "read [1]"),
    ("fault_29 many sheets", many_sheets, "read"),
    ("fault_29 an old workbook", lambda: book(("S", text(0, 0, "Acme") + number(65535, 255, 1))), "refused"),
    ("fault_30 outside the grid", lambda: far("XFE1"), "outside the grid"),
    ("fault_32 formatted rows", formatted_rows, "read [1]"),
    ("fault_32 cells with a style alone", lambda: styled_cells(22_000_000), "more than 16,000,000 cells"),
    ("fault_32 fewer of them", lambda: styled_cells(8_000_000), "read [1]"),
    ("fault_33 repeated", lambda: open_document(table(row(cell("x", 1_000), times=1_000_000))), "refused"),
    ("fault_39 odd elements", lambda: workbook_bytes("<row>" + "<c/>" * 1_000_000 + "</row>"), "refused"),
]
SPACES = "<text:p>" + '<text:s text:c="32767"/>' * 100_000 + "</text:p>"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on memory there")
@pytest.mark.parametrize(("made", "said"), [case[1:] for case in BOMBS], ids=[case[0] for case in BOMBS])
def test_a_bomb_is_read_or_refused_within_a_gigabyte_and_a_minute(
    tmp_path: Path, made: Callable[[], bytes], said: str
) -> None:
    path = saved(tmp_path, made(), "suppliers")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(limit=GIGABYTE), str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


FAULTS = [
    ("fault_14 a password", lambda: book(("S", b""), more=b"\x2f\0\6\0" + bytes(6)), "list.xls", "password"),
    ("fault_13 a web page", lambda: b"<html><body>404</body></html>", "list.xls", "web page"),
    ("fault_21 cut short", lambda: workbook_bytes()[:700], "list.xlsx", "damaged or was cut short"),
    ("fault_33 a bomb", lambda: open_document(table(row(cell("x", 9_999), times=99_999))), "list.ods", "far away"),
    ("fault_3 nothing", lambda: b"", "list.csv", "the file is empty"),
]


@pytest.mark.parametrize(("made", "name", "said"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_ends_the_command_with_2_and_one_message(
    tmp_path: Path, made: Callable[[], bytes], name: str, said: str
) -> None:
    path = saved(tmp_path, made(), name)
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", "check", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
