"""The kinds of file: which writer writes each, and what it is called to whoever would lose it to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msrisk.view import View


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a result its file shows, and so for whom it is.

    redacted: names are tokens.  names: suppliers are named where else none is.
    whose: the one supplier it is about; '' where it is about all, or that is not known yet.
    """

    redacted: bool = False
    names: bool = False
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    writer: the module; of a page it has whole(result), of any other fill(result, path) and check(path).
    called: as it is said of a file that stands there.  redacts, names: whether it can be had both ways.
    of_one: it is about one supplier.
    """

    writer: str
    called: str
    redacts: bool = False
    names: bool = False
    of_one: bool = False

    def words(self, shown: Shown) -> str:
        """The file in words; of two files with the same words, one may take the place of the other."""
        marks = ", ".join(self._marks(shown))
        return f"{self.called} ({marks})" if marks else self.called

    def _marks(self, shown: Shown) -> Iterator[str]:
        if self.redacts:
            yield "redacted" if shown.redacted else "not redacted"
        if self.names:
            yield "names suppliers" if shown.names else "names no supplier"
        if self.of_one and shown.whose:
            yield shown.whose

    def may_be(self, words: str, shown: Shown) -> bool:
        """Whether a file so called is the same kind for the same reader, as far as that is known yet."""
        if self.of_one and not shown.whose:
            return words.startswith(f"{self.called} (")
        return words == self.words(shown)


Kinds = Mapping[str, Kind]  # by the ending of the file

WRITERS: Kinds = {
    ".xlsx": Kind("workbook.book", "a register", redacts=True),
    ".json": Kind("json_file", "a run record", redacts=True),
    ".csv": Kind("csv_file", "a table of results"),
    ".html": Kind("page.board", "a board page", redacts=True, names=True),
}
# Of a report shown to the public, only this: a JSON or CSV under that word would hold what must not leave.
PUBLISH_WRITERS: Kinds = {".xlsx": Kind("workbook.published", "a published register", names=True)}
AWARD_WRITERS: Kinds = {  # take an award in place of a report
    ".xlsx": Kind("workbook.award", "an award workbook"),
    ".html": Kind("page.award", "an award page"),
}
# These take one supplier, for our own file; what may be told to one supplier; the findings to accept; what was
# matched; two rule sets compared.
FILE_WRITERS: Kinds = {".html": Kind("page.supplier", "a page for our own file", of_one=True)}
SUPPLIER_WRITERS: Kinds = {".html": Kind("page.for_supplier", "a page for the supplier", of_one=True)}
ACCEPT_WRITERS: Kinds = {".xlsx": Kind("workbook.accept", "a workbook of findings to accept")}
MATCH_WRITERS: Kinds = {".xlsx": Kind("workbook.matches", "a workbook of matches to decide")}
CHANGES_WRITERS: Kinds = {
    ".xlsx": Kind("workbook.changes", "a comparison of two rule sets"),
    ".csv": Kind("changes_csv", "a table of those who would move"),
}


def writers_for(view: View) -> Kinds:
    """The kinds a report can be written as, as far as this view allows them."""
    return PUBLISH_WRITERS if view.publish else WRITERS
