"""The index is kept and believed only while it is whole, of this format, and of this very file."""

import hashlib
import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from msrisk.errors import InputError, OutputError
from msrisk.read import company_build, company_cache, company_index
from msrisk.read.company_index import company_index as index
from tests.read.companies_making import ALDER, BIRCH, CEDAR, NAME, index_of, row, saved


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each time an index is built, from now on."""
    done: list[Path] = []
    build = company_index.build

    def counted(part: Path, *rest: object) -> None:
        done.append(part)
        build(part, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(company_index, "build", counted)
    return done


def indexes(cache: Path) -> list[Path]:
    return sorted(cache.glob("companies-*"))


def test_a_second_run_uses_the_index_of_the_first(tmp_path: Path, builds: list[Path]) -> None:
    path = saved(tmp_path, ALDER)
    for _ in range(2):
        with index_of(path) as found:
            assert found.by_numbers(["00000001"]) == {"00000001": 1}
    assert len(builds) == 1


def test_a_changed_file_is_indexed_anew_even_under_the_same_name(tmp_path: Path, builds: list[Path]) -> None:
    with index_of(saved(tmp_path, ALDER)):
        pass
    with index_of(saved(tmp_path, ALDER, BIRCH)) as found:
        assert found.by_numbers(["SC000002"]) == {"SC000002": 2}
    assert len(builds) == 2


def test_the_digest_is_worked_out_again_when_only_the_time_of_change_differs(
    tmp_path: Path, builds: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[Path] = []
    digest = company_cache._sha256
    monkeypatch.setattr(company_cache, "_sha256", lambda path: worked_out.append(path) or digest(path))
    path = saved(tmp_path, ALDER)
    for times in (None, None, (1, 1)):
        if times:
            os.utime(path, times)
        with index_of(path):
            pass
    assert len(worked_out) == 2
    assert len(builds) == 1


def _cut(held: Path) -> None:
    held.write_bytes(held.read_bytes()[:-4096])


def _no_database(held: Path) -> None:
    held.write_bytes(b"x" * 50_000)


def _other_format(held: Path) -> None:
    with closing(sqlite3.connect(held)) as database, database:
        database.execute("UPDATE about SET said = '{\"format\": 0}'")


@pytest.mark.parametrize("spoil", [_cut, _no_database, _other_format, Path.unlink])
def test_an_index_that_is_damaged_gone_or_of_another_format_is_built_anew(
    spoil: Callable[[Path], None], tmp_path: Path, builds: list[Path]
) -> None:
    path = saved(tmp_path, ALDER, BIRCH)
    with index_of(path):
        pass
    spoil(indexes(tmp_path / "cache")[0])
    for _ in range(2):
        with index_of(path) as found:
            assert found.by_numbers(["SC000002"]) == {"SC000002": 2}
    assert len(builds) == 2


def test_an_index_that_turns_out_damaged_while_it_is_read_is_thrown_away_and_said(tmp_path: Path) -> None:
    companies = [row(f"COMPANY {at} LIMITED", f"{at:08}") for at in range(1, 1_001)]
    path = saved(tmp_path, *companies)
    with index_of(path):
        pass
    (held,) = indexes(tmp_path / "cache")
    data = bytearray(held.read_bytes())
    page = data.index(b"COMPANY 500 LIMITED") // 4096 * 4096
    data[page : page + 8] = b"\xff" * 8
    held.write_bytes(data)
    with pytest.raises(InputError, match="thrown away"), index_of(path) as found:
        found.rows(range(2_000))
    with index_of(path) as found:
        assert len(found.rows(range(2_000))) == 1_000


@pytest.mark.parametrize("problem", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_build_that_stops_leaves_nothing_half_made(
    problem: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, ALDER)

    def stop(*rest: object) -> None:
        raise problem

    monkeypatch.setattr(company_build, "csv_files", stop)
    with pytest.raises(KeyboardInterrupt if problem is KeyboardInterrupt else OutputError):
        index([path], tmp_path / "cache")
    assert indexes(tmp_path / "cache") == []


def test_a_file_that_changes_between_its_digest_and_its_reading_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, ALDER)
    build = company_index.build

    def slow(part: Path, *rest: object) -> None:
        saved(tmp_path, ALDER, BIRCH)
        build(part, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(company_index, "build", slow)
    with pytest.raises(InputError, match="changed while it was being read"):
        index([path], tmp_path / "cache")
    assert indexes(tmp_path / "cache") == []


def test_the_two_latest_indexes_are_kept_and_older_ones_removed(tmp_path: Path) -> None:
    cache, names = tmp_path / "cache", []
    for at, company in enumerate((ALDER, BIRCH, CEDAR)):
        path = saved(tmp_path, company, name=f"register{at}.csv")
        with index_of(path):
            pass
        (new,) = set(indexes(cache)) - set(names)
        os.utime(new, (1_000_000 + at, 1_000_000 + at))
        names.append(new)
    assert indexes(cache) == sorted(names[1:])


def test_what_an_old_interrupted_build_left_goes_and_a_build_at_work_stays(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for name in ("companies-1.part", "companies-1.part.names", "companies-2.part"):
        (cache / name).touch()
    for name in ("companies-1.part", "companies-1.part.names"):
        os.utime(cache / name, (1, 1))
    with index_of(saved(tmp_path, ALDER)):
        assert {each.suffix for each in indexes(cache)} == {".sqlite", ".part"}
        assert (cache / "companies-2.part").exists()


def test_fault_150_a_cache_folder_that_cannot_be_written_to_is_said_and_does_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with index([saved(tmp_path, ALDER)], tmp_path / "file" / "cache") as found:
        assert found.by_numbers(["00000001"]) == {"00000001": 1}
        (remark,) = found.register.remarks
        assert "could not be kept" in remark
        assert str(tmp_path) not in remark
        folder = found._path.parent
        assert folder.is_dir()
    assert not folder.exists()


def test_fault_150_no_cache_folder_at_all_does_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*rest: object, **more: object) -> str:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(platformdirs, "user_cache_dir", nowhere)
    with index([saved(tmp_path, ALDER)]) as found:
        assert "could not be kept" in found.register.remarks[0]


def test_the_users_own_cache_folder_is_used_when_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *rest, **more: str(tmp_path / "own" / "msrisk"))
    with index([saved(tmp_path, ALDER)]) as found:
        assert found.register.remarks == ()
    assert len(indexes(tmp_path / "own" / "msrisk")) == 1


def test_a_list_of_digests_that_is_damaged_is_passed_over(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for content in ("{", "[1, [2]]", '{"a": 1}'):
        (cache / "digests.json").write_text(content)
        with index_of(saved(tmp_path, ALDER)) as found:
            assert found.by_numbers(["00000001"]) == {"00000001": 1}


def test_files_of_one_name_size_and_time_in_two_folders_are_two_registers(tmp_path: Path) -> None:
    folders = [tmp_path / "may", tmp_path / "june"]
    for folder, company in zip(folders, (ALDER, row("ELDER CARE LIMITED", "00000009")), strict=True):
        folder.mkdir()
        os.utime(saved(folder, company), (1_000_000, 1_000_000))
    digests = []
    for folder, number in zip(folders, ("00000001", "00000009"), strict=True):
        with index_of(folder / NAME, cache=tmp_path / "cache") as found:
            assert found.by_numbers([number]) == {number: 1}
            digests.append(found.register.files[0].sha256)
    assert digests == [hashlib.sha256((folder / NAME).read_bytes()).hexdigest() for folder in folders]


def test_the_folder_of_a_register_is_not_written_into_the_cache(tmp_path: Path) -> None:
    (tmp_path / "robin marlowe").mkdir()
    with index_of(saved(tmp_path / "robin marlowe", ALDER), cache=tmp_path / "cache"):
        pass
    assert "marlowe" not in (tmp_path / "cache" / "digests.json").read_text()


def test_runs_that_build_one_index_at_once_do_not_collide(tmp_path: Path) -> None:
    path = saved(tmp_path, *(row(f"COMPANY {at} LIMITED", f"{at:08}") for at in range(1, 3_001)))
    start = threading.Barrier(4)

    def run(_: int) -> dict[str, int]:
        start.wait()
        with index([path], tmp_path / "cache") as found:
            return found.by_numbers(["00003000"])

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(run, range(4))) == [{"00003000": 3_000}] * 4
    assert len(indexes(tmp_path / "cache")) == 1


def test_an_index_that_another_run_built_first_is_used_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, build = saved(tmp_path, ALDER), company_index.build
    first: list[int] = []

    def overtaken(part: Path, *rest: object) -> None:
        monkeypatch.setattr(company_index, "build", build)
        with index_of(path):
            first.append(indexes(tmp_path / "cache")[0].stat().st_ino)
        build(part, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(company_index, "build", overtaken)
    with index_of(path) as found:
        assert found.by_numbers(["00000001"]) == {"00000001": 1}
    assert [each.stat().st_ino for each in indexes(tmp_path / "cache")] == first
