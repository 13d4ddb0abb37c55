"""What is installed is what stands in the tree: every package, and every folder of rules and samples."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_folder_is_installed() -> None:
    listed = re.search(
        r"^packages = \[(.*?)\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M | re.S
    )
    assert listed is not None
    code = {init.parent.relative_to(ROOT) for init in (ROOT / "msrisk").rglob("__init__.py")}
    data = {
        "msrisk" / file.parent.relative_to(ROOT)
        for folder in ("rules", "samples")
        for file in (ROOT / folder).rglob("*.*")
        if file.is_file()
    }
    assert set(re.findall(r'"(.+?)"', listed[1])) == {".".join(folder.parts) for folder in code | data}
