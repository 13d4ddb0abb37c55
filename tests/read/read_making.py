"""Small files made for the tests of reading: workbooks by hand, part by part."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from msrisk.errors import InputError
from msrisk.model import Sheet
from msrisk.read import read_sheets, visible_sheets

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"

PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Suppliers" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
ONE_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Acme</t></is></c><c r="B1"><v>5</v></c></row>'


def sheet_xml(rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def workbook_bytes(rows: str = ONE_ROW, **more: str | bytes | None) -> bytes:
    """A workbook of one sheet; ``more`` replaces parts (``part=None`` leaves one out)."""
    parts: dict[str, str | bytes | None] = {**PARTS, SHEET: sheet_xml(rows), **more}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return held.getvalue()


def saved(folder: Path, data: bytes | str, name: str = "suppliers.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path) -> Sheet:
    """The one sheet of a file that can be seen."""
    (sheet,) = visible_sheets(path)
    return sheet


def rows_of(sheet: Sheet) -> list[list[str]]:
    return [sheet.row(number) for number in range(sheet.height)]


def refused(path: Path, *words: str) -> InputError:
    """The refusal of a file, in which all these words must stand."""
    with pytest.raises(InputError) as caught:
        read_sheets(path)
    for word in words:
        assert word in str(caught.value)
    return caught.value


@contextmanager
def in_a_moment() -> Iterator[None]:
    """What happens inside takes less than 10 seconds and 50 MB."""
    started = time.monotonic()
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert time.monotonic() - started < 10
