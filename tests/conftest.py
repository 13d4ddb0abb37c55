"""Where the shared real files stand, when they are there at all; a cache folder of the tests' own; a look at every
workbook that a test writes; and what is the same for every test made once.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests import rules_read_once

rules_read_once.begin()

from msrisk.write.workbook import book  # noqa: E402
from msrisk.write.workbook import template as to_fill_in  # noqa: E402
from tests import page_checks, workbook_checks  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real_inputs() -> Path:
    """The folder of real files beside the project; tests that need it skip without it."""
    shared = Path(os.environ.get("MSRISK_SHARED", ROOT.parent / "shared"))
    folder = shared / "real-inputs" / "open"
    if not folder.is_dir():
        pytest.skip("the real input files are not on this machine")
    return folder


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test, nor a command it runs, writes into the cache folder of whoever runs it."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, folder)
        yield


@pytest.fixture(scope="session", autouse=True)
def code_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where no bytecode may stand beside the code, a command that a test runs would compile all of it again."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # one for all workers
    with pytest.MonkeyPatch.context() as patch:
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):
            patch.delenv("PYTHONDONTWRITEBYTECODE")
            patch.setenv("PYTHONPYCACHEPREFIX", str(folder / "bytecode"))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window, for tests/page_checks.py; tests that need it skip without one."""
    yield from page_checks.launched()


def _looked_at_as_it_is_made() -> None:
    """Before any test module is imported, so that whoever imports these by name has them too."""
    put, make_template = book.put_workbook, to_fill_in.template

    def put_workbook(made: IO[bytes], *given: Any, **said: Any) -> None:
        put(made, *given, **said)
        made.seek(0)
        workbook_checks.look(made.read(), publish=said.get("plain", given[4] if len(given) > 4 else False))

    def template(*given: Any, **said: Any) -> bytes:
        raw = make_template(*given, **said)
        workbook_checks.look(raw, to_fill_in=True)
        return raw

    book.put_workbook, to_fill_in.template = put_workbook, template


_looked_at_as_it_is_made()


@pytest.fixture(autouse=True)
def every_workbook_keeps_the_list(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fault 177: a workbook that is not accessible, or not whole, fails the test that wrote it."""
    yield
    found = workbook_checks.taken()
    if found and request.node.get_closest_marker("strange_workbooks") is None:
        pytest.fail("\n".join(("a workbook written here does not keep the list:", *found[:40])), pytrace=False)
