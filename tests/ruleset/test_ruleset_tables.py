"""A reference table is refused with its file and line, and an officer's own copy replaces ours."""

# ruff: noqa: E501  (one case, one line)

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pandas
import pytest

from msrisk import screen, write_report
from msrisk.files import data_folder
from msrisk.ruleset.load import load_rules
from msrisk.ruleset.rules import RuleSet
from tests.ruleset.ruleset_making import GOOD, changed, line_of, loaded, refused, saved

TABLE = """\
tables:
  origins:
    file: tables/places.csv
    by: [origin in code]
    gives: {origin_tier: tier}
    unlisted: not known
    asks: origin
    source: act

"""
PLACES = "code,tier,figure\nCN,3,46\nGB,1,14\n"
WITH_TABLE = changed("terms:\n", f"{TABLE}terms:\n")


def beside(folder: Path, text: str | bytes = PLACES, name: str = "places.csv") -> None:
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_the_table_that_is_spoilt_below_is_good(tmp_path: Path) -> None:
    beside(tmp_path)
    table = loaded(tmp_path, WITH_TABLE).tables["origins"]
    assert (len(table.rows), table.fields) == (2, ("origin_tier",))


def case(name: str, old: str, new: str, at: str, problem: str, hint: str = "") -> object:
    return pytest.param(old, new, at, problem, hint, id=name)


BY, GIVES, FILE = "by: [origin in code]", "gives: {origin_tier: tier}", "file: tables/places.csv"


@pytest.mark.parametrize(
    ("old", "new", "at", "problem", "hint"),
    [
        case("an unknown key", "unlisted:", "unlistd:", "unlistd:", "'unlistd' is not a key of the table", "'unlisted'"),
        case("a key that is missing", "    unlisted: not known\n", "", "  origins:", "lacks unlisted"),
        case("a source that is missing", "    source: act\n\n", "\n", "  origins:", "lacks source"),
        case("an unknown field as a key", BY, "by: [orgin in code]", BY[:3], "no field called 'orgin'", "'origin'"),
        case("an unknown field that is given", GIVES, "gives: {origin_teir: tier}", "  origins:",
             "no field called 'origin_teir'", "'origin_tier'"),
        case("an unknown field to ask about", "asks: origin", "asks: orign", "  origins:",
             "no field called 'orign'", "'origin'"),
        case("an unknown field for the basis", "asks: origin", "basis: sector_bassis", "  origins:",
             "no field called 'sector_bassis'", "'sector_basis'"),
        case("an unknown field for the dispute", "asks: origin", "disputed: sector_dispute", "  origins:",
             "no field called 'sector_dispute'", "'sector_disputed'"),
        case("a column the file has not", BY, "by: [origin in cod]", BY[:3], "has no column 'cod'", "code, figure, tier"),
        case("a key without its column", BY, "by: [origin]", BY[:3], "has no column 'origin'", "code, figure, tier"),
        case("a column to give that is not there", GIVES, "gives: {origin_tier: teir}", "  origins:",
             "has no column 'teir'", "code, figure, tier"),
        case("words without a column of words", BY, "by: [origin words]", BY[:3], "has no column 'words'"),
        case("a key that is none", BY, "by: [origin longest in code]", BY[:3], "is not a key", "'cpv prefix'"),
        case("a key of three fields", BY, "by: [origin + country + place_of_work in code]", BY[:3], "is not a key"),
        case("a pair with one column", BY, "by: [origin + country in code]", BY[:3], "does not say which columns"),
        case("a pair by prefix", BY, "by: [origin + country prefix in code + tier]", BY[:3],
             "does not say which columns"),
        case("no key", BY, "by: []", "  origins:", "has no key"),
        case("a pair beside another key", BY, "by: [origin + country in code + tier, origin in code]", "  origins:",
             "by the pair 'origin + country in code + tier' and by other keys"),
        case("a pair that asks", BY, "by: [origin + country in code + tier]", "  origins:",
             "'basis', 'disputed' and 'asks' are not for a pair"),
        case("no file", FILE, "file: []", "  origins:", "names no file"),
        case("a file that is not there", FILE, "file: tables/palces.csv", FILE[:5], "there is no table 'tables/palces"),
        case("a file elsewhere", FILE, "file: ../places.csv", FILE[:5], "is not the name of a table", "tables/"),
        case("a file elsewhere, after a folder", FILE, "file: tables/../../places.csv", FILE[:5],
             "is not the name of a table"),
        case("a file from the root", FILE, "file: /etc/places.csv", FILE[:5], "is not the name of a table"),
        case("a file with a backslash", FILE, r"file: tables\..\places.csv", FILE[:5], "is not the name of a table"),
        case("a file that is no CSV by name", FILE, "file: tables/places.xlsx", FILE[:5],
             "is not the name of a table"),
        case("a value its field cannot read", GIVES, "gives: {origin_tier: figure}", "  origins:",
             "which is not one of the listed answers"),
        case("a value for the unlisted its field cannot read", "unlisted: not known", "unlisted: tier nought",
             "  origins:", "'tier nought' is not a value of what the table gives"),
        case("a table that is a text", TABLE.split("\n", 2)[1] + "\n" + TABLE.split("\n", 2)[2],
             "  origins: tables/places.csv\n\n", "  origins:", "'origins' must have keys under it"),
        case("a list where a text is needed", "unlisted: not known", "unlisted: [not known]", "unlisted:",
             "'unlisted' must be a text"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_table_is_refused_at_its_line(
    tmp_path: Path, old: str, new: str, at: str, problem: str, hint: str
) -> None:
    beside(tmp_path)
    text = changed(old, new, text=WITH_TABLE)
    error = refused(saved(tmp_path, text))
    assert problem in error.problem
    assert hint in error.hint
    lines = {line_of(text, at), line_of(text, at) + 1} if at == "  origins:" else {line_of(text, at)}
    assert error.where in {f"mine.yaml, line {line}" for line in lines} | {f"mine.yaml:{line}" for line in lines}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"code,tier\nCN,\xa33\n", "is not a CSV in UTF-8", id="not UTF-8"),
        pytest.param(b'code,tier\n"CN"x,3\n', "is not a CSV in UTF-8", id="not CSV"),
        pytest.param(b'code,tier\n"CN,3\n', "is not a CSV in UTF-8", id="a quote that never closes"),
        pytest.param(b"", "has no rows", id="empty"),
        pytest.param(b"code;tier\nCN;3\n", "separated by semicolons", id="semicolons"),
        pytest.param(b"PK\x03\x04\xff\xfe\x00", "is not a CSV in UTF-8", id="a workbook renamed"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_its_name(tmp_path: Path, content: bytes, problem: str) -> None:
    beside(tmp_path, content)
    error = refused(saved(tmp_path, WITH_TABLE))
    assert problem in error.problem
    assert "places.csv" in error.where or "mine.yaml" in error.where


def test_a_byte_order_mark_and_spaces_round_cells_are_no_mistake(tmp_path: Path) -> None:
    beside(tmp_path, "\ufeffcode , tier\nCN,3 \n".replace(" , ", ","))
    assert loaded(tmp_path, WITH_TABLE).tables["origins"].rows == ({"code": "CN", "tier": "3"},)


def test_a_row_that_is_too_short_leaves_its_last_cells_blank(tmp_path: Path) -> None:
    beside(tmp_path, "code,tier,figure\nCN\n")
    assert loaded(tmp_path, WITH_TABLE).tables["origins"].rows[0]["tier"] == ""


@pytest.mark.parametrize("value", ["not known", "ask"])
def test_not_known_and_ask_are_no_values_to_be_read(tmp_path: Path, value: str) -> None:
    beside(tmp_path)
    rules = loaded(tmp_path, changed("unlisted: not known", f"unlisted: {value}", text=WITH_TABLE))
    assert rules.tables["origins"].unlisted == value


# -- replacing one


def places_of(rules: RuleSet) -> list[str]:
    return [row["code"] for row in rules.tables["origins"].rows]


def test_an_overlay_replaces_one_table_by_its_key_and_keeps_the_others(tmp_path: Path) -> None:
    beside(tmp_path)
    beside(tmp_path, "code,tier\nFR,1\n", "mine.csv")
    saved(tmp_path, WITH_TABLE, "base.yaml")
    own = (
        TABLE.replace("places.csv", "mine.csv")
        .replace("  origins:", "  others:")
        .replace("origin_tier", "work_tier")
    )
    head = "title: T\nversion: 1\nreviewed: 2026-11-22\nextends: base.yaml\n"
    added = load_rules(saved(tmp_path, head + own, "added.yaml"))
    assert (list(added.tables), places_of(added)) == (["origins", "others"], ["CN", "GB"])
    replaced = load_rules(saved(tmp_path, head + TABLE.replace("places.csv", "mine.csv"), "replaced.yaml"))
    assert (list(replaced.tables), places_of(replaced)) == (["origins"], ["FR"])


def test_a_table_an_overlay_names_wrongly_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    beside(tmp_path)
    saved(tmp_path, WITH_TABLE, "base.yaml")
    text = (
        "title: T\nversion: 1\nreviewed: 2026-11-22\nextends: base.yaml\ntables:\n  orgins:\n    unlisted: ask\n"
    )
    error = refused(saved(tmp_path, text))
    assert "no table called 'orgins'" in error.problem
    assert "'origins'" in error.hint
    assert "6" in error.where


def test_an_officers_own_copy_beside_the_rule_file_wins(tmp_path: Path) -> None:
    """The table of that name which comes with msrisk has some 250 rows."""
    text = WITH_TABLE.replace("places.csv", "countries.csv")
    assert len(loaded(tmp_path, text).tables["origins"].rows) > 200
    beside(tmp_path, name="countries.csv")
    assert places_of(loaded(tmp_path, text)) == ["CN", "GB"]


def test_the_run_record_holds_the_digest_of_the_table_that_was_used(tmp_path: Path) -> None:
    beside(tmp_path, name="countries.csv")
    path = saved(tmp_path, WITH_TABLE.replace("places.csv", "countries.csv"))
    report = screen(pandas.DataFrame([{"Supplier": "Alder Ltd", "Country of origin": "China"}]), rules=path)
    write_report(report, tmp_path / "run.json")
    files = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["run"]["rules"]["files"]
    ours = hashlib.sha256((data_folder("rules") / "tables" / "countries.csv").read_bytes()).hexdigest()
    theirs = hashlib.sha256(PLACES.encode()).hexdigest()
    assert theirs in json.dumps(files)
    assert ours not in json.dumps(files)
    assert "countries.csv" in json.dumps(files)


def test_every_table_of_the_default_rules_stands_in_its_record_once() -> None:
    names = [name for name, _ in load_rules("uk-public-procurement").files]
    assert len(names) == len(set(names))
    assert {"purchase_words.csv", "purchase_codes.csv", "sectors.csv", "countries.csv"} <= set(names)


def test_the_tables_are_no_part_of_a_rule_set_that_names_none(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD).tables == {}


def test_a_sector_that_is_never_parked_and_misspelt_is_refused(tmp_path: Path) -> None:
    overlay = "title: x\nversion: 1\nreviewed: 2026-11-26\nextends: exposure\nworklist:\n  never_parked: [agency labor]\n"
    error = refused(saved(tmp_path, overlay))
    assert (error.where, error.problem) == ("mine.yaml:6", "no table gives the sector 'agency labor'")
    assert "agency labour" in error.hint
