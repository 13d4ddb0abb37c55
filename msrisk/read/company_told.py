"""What an index of the company register says of the files it was made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msrisk.files import one_line
from msrisk.model import LeftOut, PublicFile, letters
from msrisk.model.company import PLACE, CompanyRegister, CompanyTable
from msrisk.read.company_rows import LISTED

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TWICE = "the company number stands in an earlier row, which is used"


def register_of(about: Mapping[str, Any], inputs: Sequence[tuple[Path, str]], remark: str) -> CompanyRegister:
    """The files, and what is told of them.  inputs: each and its digest.  remark: where the index is."""
    tables = tuple(
        CompanyTable(each["file"], inputs[each["input"]][1], tuple(each["headings"]), tuple(each["places"]))
        for each in about["tables"]
    )
    repeated: defaultdict[int, list[LeftOut]] = defaultdict(list)
    for table, row, number in about["twice"]["first"]:
        where = f"{tables[table].file}!{_column(tables[table])}{row}"
        repeated[about["tables"][table]["input"]].append(LeftOut(where, number, _TWICE))
    files = tuple(
        _file(one_line(path.name), digest, held, repeated[number])
        for number, ((path, digest), held) in enumerate(zip(inputs, about["files"], strict=True))
    )
    remarks = [remark] if remark else []
    count = about["twice"]["count"]
    if count:
        rows = "row repeats" if count == 1 else "rows repeat"
        remarks.append(f"{count:,} {rows} a company number: the first row of each number is used.")
    return CompanyRegister(tables, files, tuple(remarks))


def _file(name: str, digest: str, held: Mapping[str, Any], repeated: Sequence[LeftOut]) -> PublicFile:
    day = _DAY.search(name)
    left_out = [*(LeftOut(**each) for each in held["left_out"]), *repeated][:LISTED]
    return PublicFile(
        name,
        digest,
        held["rows"],
        dated=day[0] if day else "",
        remarks=tuple(held["remarks"]),
        left_out=tuple(left_out),
    )


def _column(table: CompanyTable) -> str:
    return letters(table.places[PLACE["CompanyNumber"]] + 1)
