"""Markup is made by elements alone; whatever else is text stays text."""

import base64
import hashlib
import re

import pytest

from msrisk.write.page.html import Html, element, page, together

HOSTILE = ["<b>", "</title><script>", "&lt;", '" onclick="x', "'", "{{7*7}}", "a\x1bb", "\u202eevil"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_escaped_in_every_place_it_can_stand(text: str) -> None:
    for made in (element("p", text), element("p", "x", title=text), together("x", text), page(text, "p {}", text)):
        assert not re.search(r"<(b|script)>|onclick=\"|[\x1b\u202e]", made)


def test_an_element_inside_an_element_stays_markup() -> None:
    assert element("p", element("b", "1 < 2"), " & more") == "<p><b>1 &lt; 2</b> &amp; more</p>"


def test_joining_by_hand_loses_the_mark_and_is_escaped() -> None:
    assert element("p", Html("<b>") + "x") == "<p>&lt;b&gt;x</p>"


def test_the_policy_allows_exactly_the_style_of_the_page() -> None:
    made = page("Title", "p { color: red; }", element("p", "x"))
    (style,) = re.findall(r"<style>(.*?)</style>", made)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in made
