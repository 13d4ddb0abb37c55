"""Real names labelled by hand, to measure finding suppliers in public files: are the labels themselves sound?

``labelled_names.csv``: pairs of a name in a buyer's list (``ours``) and one in a public file (``theirs``), each
judged by reading both: *yes* where an officer would take them for one legal entity, *no* where not (another
company of the same group is *no*), *unclear* where more than the names is needed; measure without those. The
suppliers come from the council, health, central government and contract files of the real inputs, without
whoever is set aside; no sole traders, no private individuals. Pairs were drawn by kind, not by frequency: equal
but for case; legal form; four measures of likeness between 80 and 100; one name within the other; same start;
initials; cut off; t/a and formerly; equal company numbers; sanctions lists; and some from knowing the firms. So
precision over all pairs is not precision over a list, and near misses weigh more than in life.
``former name, written in neither``: no text or name in these files joins the two, only a register of previous
names would. A company number stands as each file has it, theirs filled up to eight places.

``labelled_lookups.csv``: suppliers drawn at random, the larger spend the likelier, each looked for in all the
public files together by likeness, by rare words and by company number. ``theirs`` is the entry, '' where there
is none; ``also``: the same organisation as another of the files writes it. Recall counts an entry as found by
any of those names, or by their number; a name found where ``theirs`` is '' is wrong.

``lookalike_names.csv``: spellings with letters of other alphabets, invisible marks and the like, made up from
names of the public files.

*aimed* and *held*: two halves, by a digest of ours. Look at the aimed ones while building, only count the held.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAIRS, LOOKUPS, LOOKALIKES = "labelled_names.csv", "labelled_lookups.csv", "lookalike_names.csv"
SOURCES = {"registry", "home office", "bhrrc", "companies house", "sanctions"}
Row = dict[str, str]
_NOT_SHORT_LABELS = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr)\.? [a-z]|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|@|\bredacted\b", re.IGNORECASE
)


@cache
def labelled_names(file: str, half: str = "") -> tuple[Row, ...]:
    """The rows of a file of labels; half: only those of *aimed* or *held*."""
    with (HERE / file).open(encoding="utf-8", newline="") as stream:
        return tuple(row for row in csv.DictReader(stream) if not half or row["half"] == half)


def half_of(ours: str) -> str:
    return "held" if sha256(ours.casefold().encode()).digest()[0] % 2 else "aimed"


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        (PAIRS, ["ours", "ours_number", "theirs", "theirs_number", "theirs_from", "same", "why", "half"]),
        (LOOKUPS, ["ours", "ours_number", "theirs", "theirs_number", "theirs_from", "also", "why", "half"]),
        (LOOKALIKES, ["ours", "theirs", "same", "why"]),
    ],
)
def test_every_row_has_every_cell(file: str, columns: list[str]) -> None:
    for row in labelled_names(file):
        assert list(row) == columns
        assert None not in row.values()
        assert row["ours"].strip()


def test_enough_pairs_of_each_label_stand_in_each_half() -> None:
    counted = Counter((row["half"], row["same"]) for row in labelled_names(PAIRS))
    print(counted)
    assert sum(counted.values()) >= 450
    assert set(counted) == {(half, same) for half in ("aimed", "held") for same in ("yes", "no", "unclear")}
    for half in ("aimed", "held"):
        assert min(counted[half, "yes"], counted[half, "no"]) >= 90
        assert 0.3 <= counted[half, "yes"] / (counted[half, "yes"] + counted[half, "no"]) <= 0.5


def test_enough_suppliers_were_looked_up_in_each_half() -> None:
    counted = Counter((row["half"], bool(row["theirs"])) for row in labelled_names(LOOKUPS))
    print(counted)
    assert sum(counted.values()) >= 250
    for half in ("aimed", "held"):
        assert counted[half, True] >= 50
        assert counted[half, False] >= 100


@pytest.mark.parametrize("file", [PAIRS, LOOKUPS])
def test_a_supplier_stands_in_one_half_only(file: str) -> None:
    for row in labelled_names(file):
        assert row["half"] == half_of(row["ours"]), row["ours"]


def test_no_pair_is_labelled_twice() -> None:
    pairs = Counter((row["ours"].casefold(), row["theirs"].casefold()) for row in labelled_names(PAIRS))
    looked_up = Counter(row["ours"].casefold() for row in labelled_names(LOOKUPS))
    assert [pair for pair, times in (pairs + looked_up).items() if times > 1] == []


def test_every_pair_says_where_theirs_is_from_and_why() -> None:
    for row in labelled_names(PAIRS):
        assert row["theirs"]
        assert row["theirs_from"] in SOURCES
        assert row["why"]


def test_an_entry_that_is_none_has_no_number_and_no_source() -> None:
    for row in labelled_names(LOOKUPS):
        if row["theirs"]:
            assert row["theirs_from"] in SOURCES
        else:
            assert (row["theirs_number"], row["theirs_from"], row["also"]) == ("", "", "")


def test_their_company_numbers_have_eight_places_where_they_are_figures_only() -> None:
    for row in (*labelled_names(PAIRS), *labelled_names(LOOKUPS)):
        assert not row["theirs_number"].isdigit() or len(row["theirs_number"]) == 8, row


def test_the_two_files_agree() -> None:
    """What was looked up is nowhere labelled another firm, and who is in no file is nowhere labelled the same."""
    found = {row["ours"].casefold(): row for row in labelled_names(LOOKUPS)}
    for pair in labelled_names(PAIRS):
        if (row := found.get(pair["ours"].casefold())) is None:
            continue
        if pair["same"] == "yes":
            assert row["theirs"], pair
        if pair["same"] == "no":
            assert pair["theirs"] != row["theirs"], pair


def test_only_short_labels_of_organisations_are_kept() -> None:
    for row in (*labelled_names(PAIRS), *labelled_names(LOOKUPS)):
        for name in (row["ours"], row["theirs"], row.get("also", "")):
            assert not _NOT_SHORT_LABELS.search(name), name
            assert "\n" not in name


def test_t78_lookalikes_are_enough_and_none_is_plain() -> None:
    rows = labelled_names(LOOKALIKES)
    counted = Counter(row["same"] for row in rows)
    assert counted["yes"] >= 15
    assert counted["no"] >= 5
    assert set(counted) == {"yes", "no"}
    assert [row["ours"] for row in rows if row["ours"].isascii()] == []
