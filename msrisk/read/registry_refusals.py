"""What is said about a file given as the statement registry that cannot be used as one."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.errors import InputError
from msrisk.model import LeftOut
from msrisk.read.filekind import FileKind
from msrisk.read.looks import COMPANIES, Look, look_of
from msrisk.read.refusals import refusal
from msrisk.read.registry_headings import plain

_WHENCE = (
    "Expected is a year's file of the modern slavery statement registry (StatementSummaries2026.csv), with "
    "headings such as StatementYear, OrganisationName and StatementEndDate; "
    "download it from modern-slavery-statement-registry.service.gov.uk, one file a year."
)
_NO_TABLE = frozenset((FileKind.WEB_PAGE, FileKind.XML, FileKind.JSON, FileKind.PDF, FileKind.WORD))
_PERHAPS = (("companynumber", "companycategory"), ("companynumber", "siccodesictext1"))  # part of the register
_SUPPLIERS = ("supplier", "vendor", "beneficiary", "payee", "creditor", "amount", "spend")


def of_another_kind(kind: FileKind, name: str) -> InputError:
    """The error for what is no list at all, most often a page that was saved in place of the download."""
    error = refusal(kind, name)
    if kind in _NO_TABLE:
        error.hint = f"The download may have failed. {_WHENCE}"
    return error


def not_the_registry(name: str, rows: Sequence[Sequence[str]]) -> InputError:
    """The error for another list, named where its headings tell which it is."""
    look = look_of(rows) or _perhaps([plain(cell) for row in rows for cell in row])
    said = "this is not a file of the modern slavery statement registry"
    if look is None:
        return InputError(said, where=name, hint=_WHENCE)
    return InputError(f"{said}: it looks like {look.what}", where=name, hint=f"{look.hint} {_WHENCE}")


def _perhaps(words: Sequence[str]) -> Look | None:
    if any(all(word in words for word in telling) for telling in _PERHAPS):
        return COMPANIES
    if any(word.startswith(_SUPPLIERS) for word in words):
        return Look("a list of suppliers or payments", "'msrisk screen FILE', without --registry")
    return None


def only_headings(name: str) -> InputError:
    """The error for a file that ends after its headings."""
    return InputError(
        "the file has the registry's headings and no statement below them",
        where=name,
        hint=f"A year that has just begun may hold none yet: give the earlier years. {_WHENCE}",
    )


def nothing_fits(name: str, left_out: Sequence[LeftOut]) -> InputError:
    """The error for a file of which no row reads as its headings say."""
    return InputError(
        "none of its rows reads as its headings say "
        f"({left_out[0].where.removeprefix(f'{name}, ')}: {left_out[0].reason})",
        where=name,
        hint=f"The file may have been damaged or edited. {_WHENCE}",
    )
