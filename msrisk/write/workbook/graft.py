"""A workbook whose large sheets have a few sample rows, and in their place the real rows, however many.

The library that writes workbooks makes everything but the rows: formats, checks, the table, names, the page.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from msrisk.model import Band
from msrisk.write.workbook.cells import Numbers, Texts, escaped
from msrisk.write.workbook.entries import Lists
from msrisk.write.workbook.links import Lead
from msrisk.write.workbook.plan import Cell, Heading, Link, SheetPlan
from msrisk.write.workbook.put import finish_sheet, fit, put_head, put_rows
from msrisk.write.workbook.stream import RowStream
from msrisk.write.workbook.style import Styles

LARGE = 1_000  # rows; a shorter sheet takes no time either way, and the plain way is the simpler
_IN_MEMORY = 16_000_000  # bytes of texts; more of them wait on the disk
_SHARED = "xl/sharedStrings.xml"
_CORE = "docProps/core.xml"
_BEFORE_DAY, _LANGUAGE = b"<dcterms:created", b"<dc:language>en-GB</dc:language>"
_LINK_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)" s="(\d+)"')
_TABLE = re.compile(r"\.\./(tables/table\d+\.xml)")


@dataclass(frozen=True)
class Large:
    """A sheet that waits for its rows.

    sheet: its number in the file.  first, last: the rows of the sample, from 1.  variants: the first of those
    that show a format each.
    """

    plan: SheetPlan
    sheet: int
    first: int
    variants: int
    last: int
    rows: Iterable[Sequence[Cell]]

    @property
    def part(self) -> str:
        return f"xl/worksheets/sheet{self.sheet}.xml"

    @property
    def links(self) -> str:
        return f"xl/worksheets/_rels/sheet{self.sheet}.xml.rels"


def variants(headings: Sequence[Heading]) -> list[list[Cell]]:
    """Rows that between them show every format a cell of each column can have."""
    plain: list[Cell] = ["" for _ in headings]
    quoted: list[Cell] = ["=" for _ in headings]
    bands: list[list[Cell]] = [[band.word for _ in headings] for band in Band]
    link: list[Cell] = [Link("", "sheet:a"), *plain[1:]]
    return [plain, quoted, *bands, link]


def put_large(
    book: Workbook, styles: Styles, plan: SheetPlan, lists: Lists, rows: Iterator[Sequence[Cell]]
) -> Large:
    """A sheet with sample rows, whose real ones come when the rest of the book is made."""
    sheet = book.add_worksheet(plan.name)
    sheet.hide_gridlines(2)
    top = put_head(sheet, styles, plan)
    drawn = list(islice(rows, plan.chart.rows if plan.chart else 0))  # a chart keeps what it was drawn from
    sample = [*drawn, *variants(plan.headings)]
    last = put_rows(sheet, styles, plan.headings, top + 1, sample)
    finish_sheet(book, sheet, styles, plan, top, last, lists, filled=True)
    first = top + 2
    return Large(plan, len(book.worksheets()), first, first + len(drawn), last + 1, chain(drawn, rows))


def graft(skeleton: IO[bytes], large: Sequence[Large], size: float, made: IO[bytes]) -> None:
    """The workbook of the skeleton with the real rows, written to the other file."""
    with (
        zipfile.ZipFile(skeleton) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
        SpooledTemporaryFile(_IN_MEMORY) as written_down,
    ):
        names = old.namelist()
        shared = old.read(_SHARED).decode()
        texts = Texts(written_down, int(_attribute(shared, "uniqueCount")), int(_attribute(shared, "count")))
        later = {_SHARED, "xl/workbook.xml"}
        changed: dict[str, str] = {"xl/workbook.xml": old.read("xl/workbook.xml").decode()}
        waiting = {each.part: each for each in large}
        for each in large:
            later |= {each.links, _table_of(old, each)}
        for name in names:
            if name in waiting:
                _put_rows(old, new, waiting[name], texts, size, changed)
            elif name not in later:
                _put(new, name, old.read(name))
        for name in (each for each in names if each in later):
            if name == _SHARED:
                _put_texts(new, shared, texts)
            else:
                _put(new, name, changed[name].encode())


def _put_rows(
    old: zipfile.ZipFile,
    new: zipfile.ZipFile,
    large: Large,
    texts: Texts,
    size: float,
    changed: dict[str, str],
) -> None:
    """One large sheet, and what other parts of the file say of its rows."""
    sheet = old.read(large.part).decode()
    start = sheet.index(f'<row r="{large.first}"')
    end = sheet.index("</sheetData>")
    # How far the sheet reaches is not known before its rows, and need not be said.
    head = re.sub("<dimension [^>]*/>", "", sheet[:start])
    stream = RowStream(large.plan.headings, _numbers(sheet[start:end], large), texts, size)
    with new.open(large.part, "w") as written:  # by its name alone: a part then has no date of its own
        written.write(head.encode())
        last = stream.put(large.rows, large.first, written.write)
        tail = _to_row(sheet[end:], large.last, last)
        written.write(_with_links(tail, stream.links).encode())
    table = _table_of(old, large)
    changed[table] = _to_row(old.read(table).decode(), large.last, last)
    changed[large.links] = _with_targets(old.read(large.links).decode(), stream.links)
    named = re.escape(escaped(quote_sheetname(large.plan.name)))
    changed["xl/workbook.xml"] = re.sub(
        rf"({named}!\$A\$\d+:\$[A-Z]+\$){large.last}(?=<)", rf"\g<1>{last}", changed["xl/workbook.xml"]
    )


def _numbers(rows: str, large: Large) -> Numbers:
    """The number of each format, as it stands in the sample."""
    held: dict[tuple[int, str], str] = {}
    for column, row, style in _CELL.findall(rows):
        held[int(row), column] = style
    columns = [xl_col_to_name(place) for place in range(len(large.plan.headings))]
    lines = [[held[row, column] for column in columns] for row in range(large.variants, large.last + 1)]
    plain, quoted, *bands, link = lines
    return Numbers(plain, quoted, {band.word: each for band, each in zip(Band, bands, strict=True)}, link[0])


def _to_row(xml: str, sampled: int, last: int) -> str:
    """What reached to the end of the sample reaches to the last row."""
    return re.sub(rf'((?:sq)?ref="[A-Z]+\d+:[A-Z]+){sampled}"', rf'\g<1>{last}"', xml)


def _with_links(tail: str, links: Sequence[tuple[str, Lead]]) -> str:
    said = "".join(
        f'<hyperlink ref="{cell}"{_where(number, lead)}/>' for number, (cell, lead) in enumerate(links, start=1)
    )
    whole = f"<hyperlinks>{said}</hyperlinks>" if links else ""
    return re.sub("<hyperlinks>.*</hyperlinks>", lambda _: whole, tail)


def _where(number: int, lead: Lead) -> str:
    if not lead.address:
        return f' location="{_quoted(lead.place)}" display="{_quoted(fit(lead.text))}"'
    return f' r:id="rIdLink{number}"' + (f' location="{_quoted(lead.place)}"' if lead.place else "")


def _with_targets(said: str, links: Sequence[tuple[str, Lead]]) -> str:
    targets = "".join(
        f'<Relationship Id="rIdLink{number}" Type="{_LINK_KIND}" Target="{_quoted(lead.address)}"'
        ' TargetMode="External"/>'
        for number, (_, lead) in enumerate(links, start=1)
        if lead.address
    )
    return said.replace("</Relationships>", f"{targets}</Relationships>")


def _quoted(text: str) -> str:
    return escaped(text).replace('"', "&quot;").replace("\n", "&#xA;")


def _put_texts(new: zipfile.ZipFile, shared: str, texts: Texts) -> None:
    """The texts of the skeleton, then those of the rows."""
    shared = re.sub(' count="[0-9]+"', f' count="{texts.uses}"', shared, count=1)
    shared = re.sub(' uniqueCount="[0-9]+"', f' uniqueCount="{texts.count}"', shared, count=1)
    head, end, _ = shared.rpartition("</sst>")
    texts.file.seek(0)
    with new.open(_SHARED, "w") as written:
        written.write(head.encode())
        while block := texts.file.read(1 << 20):
            written.write(block)
        written.write(end.encode())


def _put(new: zipfile.ZipFile, name: str, part: bytes) -> None:
    if name == _CORE:  # the library has no way to say the language
        part = part.replace(_BEFORE_DAY, _LANGUAGE + _BEFORE_DAY, 1)
    with new.open(name, "w") as written:
        written.write(part)


def _table_of(old: zipfile.ZipFile, large: Large) -> str:
    found = _TABLE.search(old.read(large.links).decode())
    assert found, "every sheet has a table"
    return f"xl/{found.group(1)}"


def _attribute(xml: str, name: str) -> str:
    found = re.search(f' {name}="([0-9]+)"', xml)
    assert found, f"the library no longer says '{name}'"
    return found.group(1)
