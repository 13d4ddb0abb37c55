"""The rules and samples travel in the wheel, the sdist and a plain clone; nothing reaches for the network."""

import importlib.util
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "rules/section-54.yaml",
    "rules/exposure.yaml",
    "rules/tables/purchase_words.csv",
    "rules/fields.yaml",
    "rules/tables/fx_gbp.csv",
    "rules/tables/award_steps.csv",
    "rules/tables/supplier_words.csv",
    "samples/suppliers.xlsx",
    "samples/bidders.xlsx",
    "samples/suppliers-messy.xlsx",
    "samples/payments.csv",
    "samples/public/StatementSummaries2026.csv",
    "samples/public/BasicCompanyData-sample.csv",
)
HEAVY = ("pandas", "openpyxl", "numpy", "xlsxwriter", "rich.table", "python_calamine", "yaml")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel and an sdist, built from a copy so that no build folder is left in the tree."""
    if importlib.util.find_spec("build.__main__") is None:
        pytest.skip("the package 'build' is not installed")
    folder = tmp_path_factory.mktemp("dist")
    tree = tmp_path_factory.mktemp("tree") / "msrisk"
    files = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if files.returncode:
        pytest.skip("not a git checkout")
    for name in files.stdout.splitlines():
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(tree)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, not installed: its dependencies are those of this test run."""
    place = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(next(built.glob("*.whl"))).extractall(place)
    return place


def test_the_wheel_holds_the_rules_and_samples_inside_the_package(built: Path) -> None:
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    assert [f"msrisk/{each}" for each in NEEDED if f"msrisk/{each}" not in names] == []
    assert "msrisk/py.typed" in names


def test_the_sdist_holds_them_at_the_top_of_the_tree(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert [each for each in NEEDED if each not in names] == []


def test_the_installed_wheel_screens_its_own_sample_from_an_empty_folder(site: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", "screen", str(site / "msrisk/samples/suppliers.xlsx"), "--top", "1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Modern slavery screening" in done.stdout


def test_the_installed_wheel_makes_its_demo_in_an_empty_folder(site: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "msrisk", "demo"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "msrisk-demo" / "register.xlsx").is_file()


def test_help_imports_none_of_the_heavy_packages() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "msrisk", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    imported = {line.split("|")[-1].strip() for line in lines}
    assert "typer" in imported, "importtime told nothing"
    assert [name for name in HEAVY if name in imported] == []


def test_screening_a_file_never_imports_pandas_or_openpyxl() -> None:
    script = (
        "import sys; sys.argv = ['msrisk', 'screen', 'samples/suppliers.xlsx']\n"
        "from msrisk.cli.run import run\n"
        "code = run()\n"
        "assert code == 0, code\n"
        "print(sorted({'pandas', 'openpyxl', 'polars'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip().endswith("[]")


def test_fault_161_everything_works_with_sockets_forbidden() -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('the network was reached for')\n"
        "socket.socket = refuse\n"
        "from msrisk import screen\n"
        "print(len(screen('samples/suppliers.xlsx')))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 30


def test_the_library_gives_a_frame_and_takes_one() -> None:
    import pandas

    from msrisk import screen

    frame = pandas.DataFrame(
        {
            "Supplier": ["Alder Care Ltd", "Birch Works plc"],
            "Turnover": ["£2m", "£50m"],
            "Category": ["Audit", "Audit"],
        }
    )
    report = screen(frame).to_frame()
    assert list(report["name"]) == ["Birch Works plc", "Alder Care Ltd"]
    assert list(report["band"]) == ["Not cleared", "Low"]


@pytest.mark.parametrize("source", [None, {"name": "Alder Ltd"}, 5])
def test_what_is_no_list_is_refused_with_what_would_be(source: object) -> None:
    from msrisk import InputError, screen

    with pytest.raises(InputError, match="is no supplier list"):
        screen(source)  # type: ignore[arg-type]


def test_a_day_as_text_is_refused() -> None:
    from msrisk import InputError, screen

    with pytest.raises(InputError, match="is not a day"):
        screen("samples/suppliers.xlsx", as_of="2026-11-22")  # type: ignore[arg-type]


def test_every_folder_is_named_to_the_builder() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"^packages = \[(.*?)\]", project, re.MULTILINE | re.DOTALL)
    assert listed is not None
    code = {init.parent.relative_to(ROOT) for init in (ROOT / "msrisk").rglob("__init__.py")}
    data = {
        "msrisk" / file.parent.relative_to(ROOT)
        for folder in ("rules", "samples")
        for file in (ROOT / folder).rglob("*.*")
        if file.is_file()
    }
    assert set(re.findall(r'"(.+?)"', listed[1])) == {".".join(folder.parts) for folder in code | data}
