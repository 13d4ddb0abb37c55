"""A web page in a real browser: what axe finds, how it reflows, what it fetches, where Tab goes, how it prints.

Each check takes the fixture ``browser`` of conftest.py and the page's file.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDE, NARROW = 1200, 320  # 320 px is what 1280 px are at 400 %, to which WCAG 1.4.10 asks a page to reflow
MOST_TABS = 200

# What has the focus, and whether a person could see that it has.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
  const all = [...document.querySelectorAll('*')];
  const said = at.textContent.trim() || at.getAttribute('aria-label') || at.id;
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return {said, href: at.getAttribute('href') || '', place: all.indexOf(at), seen, marked};
}"""
SPILLING = """() => [...document.querySelectorAll('body *')]
  .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                  && !each.closest('.wide, .skip, svg'))
  .map(each => each.tagName + ': ' + each.textContent.trim().slice(0, 60))"""


def launched() -> Iterator[Any]:
    """A browser without a window, for as long as it is asked for; a skip where this machine has none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright, of the extra 'test', is not here")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium, Chrome or Edge is on this machine")
    # A container's only user is root, for whom the browser's own sandbox does not start; the pages are ours.
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=alone)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Any, path: Path, width: int = WIDE) -> Iterator[Any]:
    """The page in a window of that width; its own policy forbids scripts, which axe is, and so is set aside."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(path.resolve().as_uri())
    yield page
    context.close()


def assert_page_is_sound(browser: Any, path: Path) -> None:
    """All that is asked of every page msrisk writes, in three visits: wide, narrow, and under its own policy."""
    with opened(browser, path) as page:
        assert _violations(page) == []
        _assert_tab_goes_in_order(page)
    with opened(browser, path, NARROW) as page:
        assert _spilling(page) == []
        assert _violations(page) == []
    assert fetched(browser, path) == []


def violations(browser: Any, path: Path, width: int = WIDE) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice, each with the first place of it."""
    with opened(browser, path, width) as page:
        return _violations(page)


def _violations(page: Any) -> list[str]:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe, of the extra 'test', is not here"
    )
    found = axe.Axe().run(page, options={"runOnly": {"type": "tag", "values": list(TAGS)}})
    assert found.response["passes"], "axe did not look at the page"
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in found.response["violations"]
    ]


def spilling(browser: Any, path: Path, width: int = NARROW) -> list[str]:
    """What makes the page scroll sideways at that width; a table may within ``.wide``, which Tab reaches."""
    with opened(browser, path, width) as page:
        return _spilling(page)


def _spilling(page: Any) -> list[str]:
    wider = page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return page.evaluate(SPILLING) or (["something"] if wider else [])


def fetched(browser: Any, path: Path) -> list[str]:
    """Every address the page asks for beyond itself, and every message of its console: a style refused is one."""
    context = browser.new_context()  # under the page's own policy
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.goto(path.resolve().as_uri(), wait_until="networkidle")
    context.close()
    return [each for each in asked if each != path.resolve().as_uri()]


def tab_stops(browser: Any, path: Path, width: int = WIDE) -> list[dict[str, Any]]:
    """Where Tab goes, one stop after the other."""
    with opened(browser, path, width) as page:
        return _tab_stops(page)


def _tab_stops(page: Any) -> list[dict[str, Any]]:
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None or (stops and at["place"] == stops[0]["place"]):
            break
        stops.append(at)
    return stops


def _assert_tab_goes_in_order(page: Any) -> None:
    """First the skip link, then down the page, every stop in sight and marked; the skip link leads somewhere."""
    stops = _tab_stops(page)
    assert stops, "Tab reaches nothing, not even a skip link"
    assert stops[0]["said"].startswith("Skip to")
    assert stops[0]["href"].startswith("#")
    places = [each["place"] for each in stops]
    assert places == sorted(places)
    assert [each["said"] for each in stops if not (each["seen"] and each["marked"])] == []
    assert page.locator(stops[0]["href"]).count() == 1


def printed(browser: Any, path: Path, to: Path) -> Any:
    """The page as the browser saves it as PDF, on the paper it names itself; read by pypdf."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf, of the extra 'test', is not here")
    with opened(browser, path) as page:
        page.pdf(path=to, prefer_css_page_size=True, tagged=True)
    return pypdf.PdfReader(to)


def is_tagged(pdf: Any) -> bool:
    """Whether a screen reader finds headings and tables in it, and not only letters."""
    root = pdf.trailer["/Root"]
    return "/StructTreeRoot" in root and bool(root.get("/MarkInfo", {}).get("/Marked"))
