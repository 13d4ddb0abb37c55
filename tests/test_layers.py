"""Imports flow one way, files and functions stay small: DESIGN §2, proved on the source."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "msrisk"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Lower may not import higher; those on one line never import each other.
LAYERS = [
    {"version", "errors"},
    {"files", "remarks", "once"},
    {"output", "values"},
    {"model"},
    {"logic"},
    {"ruleset"},
    {
        "topics",
        "taken",
        "changes",
        "accepted",
        "assessment",
        "scores",
        "ended",
        "view",
        "tellable",
        "last_register",
        "gravest",
    },
    {"asking"},
    {"report"},
    {"may_be_named"},
    {"queues", "chase", "accepting", "comparing", "five_by_five", "published", "since"},
    {"read", "normalise", "enrich", "evaluate", "score", "write", "frame"},
    {"joining", "inputs", "columns_seen", "mapfile", "own_tables", "bring", "stability", "redacting"},
    {"whatif"},
    {"screening"},
    {"one_page"},
    {"cli"},
    {"__main__"},
]
# The same within the largest of them.
OF_NORMALISE = [
    {"find", "identity", "heading"},
    {"table", "column", "payee"},
    {"spend"},
    {"row"},
    {"fact"},
    {"suppliers"},
]
# Within ``write`` words and facts stand below whatever shows them, and no output knows another.
OUTPUTS_OF_WRITE = {
    "a terminal": {
        *("grid", "terminal", "bands", "columns", "payees", "ranking", "rule_list", "understood"),
        *("award_terminal", "changes_terminal", "match_terminal", "pages_terminal", "supplier_terminal"),
    },
    "a workbook": {"workbook"},
    "a page": {"page"},
    "data": {"csv_rows", "csv_file", "changes_csv", "json_file", "json_moves"},
}
OUTPUT_OF = {part: output for output, parts in OUTPUTS_OF_WRITE.items() for part in parts}
OUTPUT_OF |= dict.fromkeys(("__init__", "files"), "every output")
PLAN = "msrisk.write.workbook.plan"  # what stands on a sheet, not how it looks: words may be planned as its cells
LEVEL_IN_NORMALISE = {part: number for number, layer in enumerate(OF_NORMALISE) for part in layer}
LEVEL = {part: number for number, layer in enumerate(LAYERS) for part in layer}
ONLY_CLI_PRINTS = {"print", "input", "exit", "quit"}


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def names_imported(module: Path) -> set[str]:
    """The modules of msrisk a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name for name in names if name.startswith("msrisk.")}
    return found


def imports_of(module: Path) -> set[str]:
    """The parts of msrisk a module imports."""
    return {name.split(".")[1] for name in names_imported(module)}


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(module: Path) -> None:
    here = part_of(module)
    if here == "__init__":
        return  # the public names, imported lazily
    wrong = {other for other in imports_of(module) - {here} if LEVEL.get(other, 99) >= LEVEL[here]}
    assert not wrong, f"{here} may not import {wrong}"


@pytest.mark.parametrize(
    "module", sorted((PACKAGE / "normalise").rglob("*.py")), ids=lambda each: str(each.relative_to(PACKAGE))
)
def test_within_normalise_too(module: Path) -> None:
    here = module.relative_to(PACKAGE / "normalise").with_suffix("").parts[0]
    if here == "__init__":
        return  # the verb itself
    others = {name.split(".")[2] for name in names_imported(module) if name.startswith("msrisk.normalise.")}
    wrong = {other for other in others - {here} if LEVEL_IN_NORMALISE[other] >= LEVEL_IN_NORMALISE[here]}
    assert not wrong, f"{here} may not import {wrong}"


@pytest.mark.parametrize(
    "module", sorted((PACKAGE / "write").rglob("*.py")), ids=lambda each: str(each.relative_to(PACKAGE))
)
def test_within_write_no_output_imports_another_and_words_import_none(module: Path) -> None:
    here = OUTPUT_OF.get(module.relative_to(PACKAGE / "write").with_suffix("").parts[0], "")
    names = {name for name in names_imported(module) if name.startswith("msrisk.write.") and name != PLAN}
    others = {name: OUTPUT_OF.get(name.split(".")[2], "") for name in names}
    wrong = {name: output for name, output in others.items() if output not in ("", here)}
    assert not wrong or here == "every output", f"{here or 'words and facts'} may not import {wrong}"


def test_every_part_named_for_an_output_is_there() -> None:
    parts = {path.stem for path in (PACKAGE / "write").iterdir()}
    assert OUTPUT_OF.keys() <= parts


def test_every_part_of_the_package_has_its_place() -> None:
    assert {part_of(module) for module in MODULES} - {"__init__"} == set(LEVEL)


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_no_file_is_over_300_lines_and_no_function_over_40(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 300
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - _first_line(node) > 40
    ]
    assert long == []


def _first_line(node: ast.FunctionDef) -> int:
    """The first line after the signature and docstring, which may be long for good reason."""
    body = node.body
    has_text = isinstance(body[0], ast.Expr) and isinstance(getattr(body[0], "value", None), ast.Constant)
    return body[1].lineno if has_text and len(body) > 1 else body[0].lineno


def test_the_median_file_is_under_130_lines() -> None:
    lengths = sorted(len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES)
    assert lengths[len(lengths) // 2] < 130


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_only_the_command_line_prints_or_reads_the_clock(module: Path) -> None:
    if part_of(module) in ("cli", "__main__"):
        return
    tree = ast.parse(module.read_text(encoding="utf-8"))
    calls = {
        node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    clock = {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("today", "now")
    }
    assert not calls & ONLY_CLI_PRINTS
    assert not clock
