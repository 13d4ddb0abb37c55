"""What pages are put together from: sections, tables that stack on a narrow screen, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msrisk.write.page.html import Html, element, lines


def section(id_: str, heading: str, *parts: str, kind: str = "") -> Html:
    """A section named by its heading; its id is where links lead."""
    named = {"class_": kind} if kind else {}
    body = lines(element("h2", heading, id=id_), *parts)
    return element("section", Html("\n"), body, Html("\n"), aria_labelledby=id_, **named)


def contents(sections: Iterable[tuple[str, str]]) -> Html:
    """Links to the sections, by id and heading."""
    items = (element("li", element("a", said, href=f"#{id_}")) for id_, said in sections)
    return element("nav", element("ul", *items), aria_label="On this page")


def table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]], named: int = 0, kind: str = "plain"
) -> Html:
    """A table whose rows are headed by the cell numbered ``named``; on a narrow screen its cells stack."""
    head = element("tr", *(element("th", each, scope="col") for each in headings))
    made = []
    for row in rows:
        cells = [
            element("th", cell, scope="row", data_is=heading)
            if at == named
            else element("td", cell, data_is=heading)
            for at, (cell, heading) in enumerate(zip(row, headings, strict=True))
        ]
        made.append(element("tr", *cells))
    body = element("tbody", Html("\n"), lines(*made), Html("\n"))
    whole = element("table", element("caption", caption), element("thead", head), body, class_=f"stacks {kind}")
    return element("div", whole, class_="wide")


def bulleted(items: Iterable[str]) -> Html:
    return element("ul", *(element("li", each) for each in items))
