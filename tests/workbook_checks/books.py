"""The points on a workbook as a whole: what it carries, what it is called, how it looks and opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.workbook_checks.opened import BookSeen, SheetSeen, Style
from tests.workbook_checks.point import Found, Points, at, of_book, on

POINTS: Points = []
LEAST_CONTRAST = 4.5
LEAST_SIZE = 11
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'|'$")


@of_book(POINTS, "No macros", essential=True)
def no_macros(book: BookSeen) -> Found:
    yield from (f"the part {each}" for each in book.parts if re.search(r"vba|macro|activeX|\.bin$", each))


@of_book(POINTS, "Nothing is fetched from elsewhere")
def nothing_fetched(book: BookSeen) -> Found:
    for each in book.parts:
        if re.search(r"externalLinks|connections|queryTable|oleObject|embeddings|customXml", each):
            yield f"the part {each}"
        if each.endswith(".rels"):
            owner = each.replace("_rels/", "").removesuffix(".rels")
            for target, kind, outside in book.relations(owner).values() if owner in book.parts else ():
                if outside and kind != "hyperlink":
                    yield f"{owner} leads outside: {target}"


@of_book(POINTS, "Title, author and language of the document are set", essential=True)
def properties(book: BookSeen) -> Found:
    for name in ("title", "creator", "language"):
        if not book.properties.get(name):
            yield f"the document has no {name}"
    if book.properties.get("language", "en-GB") != "en-GB":
        yield "the document is not said to be in British English"


@of_book(POINTS, "Sheets have names of their own that Excel takes, and none is blank", essential=True)
def sheet_names(book: BookSeen) -> Found:
    seen: set[str] = set()
    for sheet in book.sheets:
        name = sheet.name
        if not name.strip() or len(name) > _LONGEST_NAME or _NOT_IN_NAMES.search(name):
            yield on(sheet, "a name that Excel does not take")
        if name.casefold() == "history":
            yield on(sheet, "Excel keeps that name for itself")
        if re.fullmatch(r"sheet ?\d*", name.casefold()):
            yield on(sheet, "a name that says nothing")
        if name.casefold() in seen:
            yield on(sheet, "another sheet has that name")
        seen.add(name.casefold())
        if not sheet.filled:
            yield on(sheet, "the sheet is blank")


@of_book(POINTS, "The first sheet is the one that opens, and it alone is selected", essential=True)
def first_sheet_opens(book: BookSeen) -> Found:
    for each in book.top.iter():
        if each.tag.endswith("}workbookView") and each.get("activeTab", "0") != "0":
            yield f"sheet {int(each.get('activeTab', '0')) + 1} opens first"
    for number, sheet in enumerate(book.sheets):
        view = sheet.first("sheetView")
        selected = view is not None and view.get("tabSelected") in ("1", "true")
        if selected != (number == 0):
            yield on(sheet, "is selected" if selected else "is not selected, and comes first")


@of_book(POINTS, f"All text is Arial, of {LEAST_SIZE} points at least")
def letters(book: BookSeen) -> Found:
    for sheet, place, style in _used(book):
        if style.font != "Arial" or style.size < LEAST_SIZE:
            yield at(sheet, *place, f"{style.font} of {style.size:g} points")


@of_book(POINTS, "Text stands out from what is behind it, 4.5 to 1 at least", essential=True)
def contrasts(book: BookSeen) -> Found:
    for sheet, place, style in _used(book):
        found = contrast(style.ink, style.fill or "FFFFFF")
        if found < LEAST_CONTRAST:
            yield at(sheet, *place, f"#{style.ink} on #{style.fill or 'FFFFFF'} is {found:.1f} to 1")


@of_book(POINTS, "Names that were defined lead somewhere")
def defined_names(book: BookSeen) -> Found:
    for each in book.top.iter():
        if each.tag.endswith("}definedName") and "#REF" in (each.text or ""):
            yield f"the name {each.get('name')} leads nowhere"


def _used(book: BookSeen) -> Iterator[tuple[SheetSeen, tuple[int, int], Style]]:
    """Each way in which a text of the workbook looks, and one cell that looks so."""
    seen = set()
    for sheet in book.sheets:
        for place, cell in sheet.cells.items():
            if cell.style not in seen:
                seen.add(cell.style)
                yield sheet, place, book.styles[cell.style]


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other, as WCAG 2 reckons it."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
