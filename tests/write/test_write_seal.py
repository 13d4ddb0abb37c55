"""A file is known again for what it is, and for whom; one for another reader never takes its place in silence."""

import json
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas
import pytest

from msrisk import InputError, Report, redacted, screen, write_report
from msrisk.view import View
from msrisk.write.files import check_outputs, write_output
from msrisk.write.for_supplier import ForSupplier
from msrisk.write.kinds import FILE_WRITERS, SUPPLIER_WRITERS, Shown
from msrisk.write.seal import put_seal, sealed_as
from msrisk.write.supplier_file import SupplierFile
from tests.write.page.page_making import OURS, PAYLOADS, in_our_file, seen_by_them

FIRMS = [
    {"Supplier": f"{name} Ltd", "Category": "Office cleaning", "Spend": "30000", "MS statement": "no"}
    for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir")
]


@pytest.fixture(scope="module")
def report() -> Report:
    return screen(pandas.DataFrame(FIRMS))


def readers(report: Report, ending: str) -> dict[str, Report]:
    """The same result for each reader there is a file of this ending for, by the words of that file."""
    tokens = redacted(report)
    if ending == ".json":
        return {"a run record (not redacted)": report, "a run record (redacted)": tokens}
    if ending == ".xlsx":
        return {
            "a register (not redacted)": report,
            "a register (redacted)": tokens,
            "a published register (names no supplier)": replace(report, view=View(publish=True)),
            "a published register (names suppliers)": replace(report, view=View(publish=True, names=True)),
        }
    return {
        "a board page (not redacted, names no supplier)": report,
        "a board page (not redacted, names suppliers)": replace(report, view=View(names=True)),
        "a board page (redacted, names no supplier)": tokens,
        "a board page (redacted, names suppliers)": replace(tokens, view=View(names=True)),
    }


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html"])
def test_no_file_for_one_reader_replaces_one_for_another_unasked(
    ending: str, report: Report, tmp_path: Path
) -> None:
    for stands, first in readers(report, ending).items():
        path = write_report(first, tmp_path / f"a{ending}", force=True)
        before = path.read_bytes()
        assert sealed_as(path) == stands
        for written, second in readers(report, ending).items():
            if written != stands:
                with pytest.raises(InputError) as refused:
                    write_report(second, path)
                assert refused.value.problem == f"'a{ending}' is {stands}; {written} would replace it"
                assert "--force" in refused.value.hint
                assert path.read_bytes() == before
        assert write_report(first, path).read_bytes() == before  # the same for the same reader


def pages() -> dict[str, ForSupplier | SupplierFile]:
    """Every page of two suppliers, by the words of its file."""
    found: dict[str, ForSupplier | SupplierFile] = {}
    for name in ("Alder Ltd", "Birch Ltd"):
        row = OURS | {"Supplier": name}
        found[f"a page for the supplier ({name})"] = seen_by_them([row])
        found[f"a page for our own file ({name})"] = in_our_file([row])
    return found


def test_no_page_of_one_supplier_replaces_anothers_or_one_for_other_eyes(tmp_path: Path) -> None:
    path, made = tmp_path / "page.html", pages()
    for stands, first in made.items():
        write(first, path, force=True)
        before = path.read_bytes()
        for written, second in made.items():
            if written != stands:
                with pytest.raises(InputError) as refused:
                    write(second, path)
                assert refused.value.problem.startswith(f"'page.html' is {stands}; {written.split(' (')[0]}")
                assert path.read_bytes() == before
        write(first, path)
        assert path.read_bytes() == before


def write(seen: ForSupplier | SupplierFile, path: Path, force: bool = False) -> None:
    writers = SUPPLIER_WRITERS if isinstance(seen, ForSupplier) else FILE_WRITERS
    (output,) = check_outputs([path], force=force, writers=writers)
    write_output(seen, output)


def test_a_board_page_and_a_suppliers_page_never_replace_each_other(report: Report, tmp_path: Path) -> None:
    board, page = write_report(report, tmp_path / "board.html"), tmp_path / "page.html"
    for seen in (seen_by_them([OURS]), in_our_file([OURS])):
        with pytest.raises(InputError, match="is a board page"):
            write(seen, board)
        write(seen, page, force=True)
        with pytest.raises(InputError, match=r"is a page for .* \(Acme Cleaning Ltd\); a board page"):
            write_report(report, page)


def test_what_came_to_stand_there_during_the_run_is_not_replaced(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    (output,) = check_outputs([path], shown=Shown())
    write_report(redacted(report), path)
    with pytest.raises(InputError, match=r"is a register \(redacted\)"):
        write_output(report, output)


@pytest.mark.parametrize("name", PAYLOADS)
def test_whose_page_it_is_is_known_again_however_the_name_is_written(name: str, tmp_path: Path) -> None:
    path, seen = tmp_path / "page.html", seen_by_them([OURS | {"Supplier": name}])
    write(seen, path)
    write(seen, path)
    seal = path.read_bytes().rsplit(b"<!-- ", 1)[1]
    assert seal.endswith(b" -->\n")
    assert not set(b'<>&"') & set(seal.removesuffix(b" -->\n"))
    assert sealed_as(path).startswith("a page for the supplier (")


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".html"])
def test_fault_125_one_byte_changed_anywhere_and_it_is_no_longer_ours(
    ending: str, report: Report, tmp_path: Path
) -> None:
    path = write_report(report, tmp_path / f"a{ending}")
    raw = path.read_bytes()
    at = raw.rindex(b"msrisk seal: ")
    changed = [
        raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        for place in (0, len(raw) // 2, at - 1, at + 15, len(raw) - 10)
    ]
    for other in (*changed, raw + b" ", raw[:at], b""):
        path.write_bytes(other)
        assert sealed_as(path) == ""


def test_a_long_file_is_known_again_and_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"a supplier\n" * 3_000_000)
    put_seal(path, ".html", "a long page")
    tracemalloc.start()
    try:
        assert sealed_as(path) == "a long page"
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < path.stat().st_size / 4


def test_a_sealed_file_is_still_what_its_ending_says(tmp_path: Path) -> None:
    book, held = tmp_path / "a.xlsx", tmp_path / "a.json"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("a", "b")
    held.write_text('{\n"a": 1\n}\n', encoding="utf-8")
    for path in (book, held):
        put_seal(path, path.suffix, "a thing")
        assert sealed_as(path) == "a thing"
    assert zipfile.ZipFile(book).comment.startswith(b"msrisk seal: a thing ")
    assert list(json.loads(held.read_text(encoding="utf-8"))) == ["a", "seal"]
