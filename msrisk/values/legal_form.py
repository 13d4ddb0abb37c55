"""A supplier's legal form, from how its name ends.

*company*: Ltd, Limited, PLC, CIC, Unlimited, and foreign forms (GmbH, B.V., S.p.A., Inc., Pty Ltd).
*llp*, *limited partnership*, *charitable incorporated organisation*. *public body*: councils, NHS trusts and
boards, police, fire, departments, by whole words; a legal ending wins (Borough Care Ltd is a company).
None when the name proves nothing: "& Partners", "Partnership", universities, plain names.
What stands before "T/A" decides; a number or a place in brackets at the end is passed over.
"""

from __future__ import annotations

import re

from msrisk.values.fold import fold

_TRADING_AS = re.compile(r"\s+(?:t\s*/\s*as?|t\.a\.|trading\s+as|ta:)(?:\s+|$)")
_BRACKETS_AT_END = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|:\s*\d+|\*+)\s*$")
_DROPPED = re.compile(r"[.'’`\"]")
_MARKS = re.compile(r"[^\w&]+|_")

# The last words of a name and what they prove, longest first.
_ENDINGS = {
    tuple(ending.split()): form
    for form, endings in {
        "company": "ltd|limited|plc|public limited company|cic|community interest company|cyf|cyfyngedig"
        "|gmbh|bv|nv|sarl|srl|sa|ag|oy|oyj|aps|inc|incorporated|corp|llc|pty|pty ltd|pvt ltd|private limited"
        "|co ltd|sp z oo|kft|doo|ulc|dac",
        "llp": "llp|limited liability partnership",
        "limited partnership": "lp|limited partnership|slp|scottish limited partnership",
        "charitable incorporated organisation": "cio|scio|charitable incorporated organisation"
        "|scottish charitable incorporated organisation",
    }.items()
    for ending in endings.split("|")
}
_ITALIAN = re.compile(r"\bs\.\s?p\.\s?a\.?\s*$", re.IGNORECASE)  # with its dots: "Spa" alone may be a spa
_PLAIN = {**dict.fromkeys(("ltd", "limited", "ltd.", "plc", "cic"), "company"), "llp": "llp"}
_LONGEST_ENDING = max(map(len, _ENDINGS))

_PUBLIC = re.compile(
    r"council|.*\b(?:council|borough of \w+|corporation of london|city of london corporation)"
    r"|.*\b(?:county|city|borough|district|parish|town|metropolitan|mbc|unitary) council\b.*"
    r"|(?:\w+ ){0,6}(?:mbc|ccg|icb)"
    r"|.*\b(?:nhs trust|nhs foundation trust|nhs ft|nhs england|nhs property services|foundation trust)\b.*"
    r"|nhs .*"
    r"|.*\b(?:integrated care board|clinical commissioning group|health board|combined authority)\b.*"
    r"|.*\b(?:police and crime commissioner|police authority|constabulary|police service)\b.*"
    r"|.* police|police scotland"
    r"|.*\b(?:fire and rescue|fire & rescue|fire authority|fire service)\b.*"
    r"|(?:the )?(?:department (?:for|of)|ministry of|hmrc|home office|cabinet office"
    r"|hm (?:revenue|treasury|land|courts|prison|passport|government|inspectorate))\b.*"
    r"|(?:the )?(?:scottish|welsh|uk) government"
)
_NOT_PUBLIC = re.compile(
    r".*\b(?:charity|charitable|friends|social club|sports|services|solutions|agency|care)"
    r"|.*\b(?:engineering|design|british|world|international|national|standards|construction|industry|business"
    r"|trade|youth|jewish|muslim|churches|voluntary|sector) council"
)


def legal_form(text: str) -> str | None:
    """The legal form a name proves, or None."""
    lower = text.lower()
    before, _, last = lower.rpartition(" ")
    if before and last in _PLAIN and not _may_trade_as(lower):
        return _PLAIN[last]  # most names end so, and need no closer look
    words = _words(text)
    if "p." in lower and _ITALIAN.search(text):
        return "company"
    for length in range(min(_LONGEST_ENDING, len(words) - 1), 0, -1):
        form = _ENDINGS.get(tuple(words[-length:]))
        if form:
            return form
    plain = " ".join(words)
    return "public body" if _PUBLIC.fullmatch(plain) and not _NOT_PUBLIC.fullmatch(plain) else None


def _may_trade_as(lower: str) -> bool:
    """Without one of these there is no "T/A", and no pattern need look."""
    return "t/" in lower or "t /" in lower or "t.a" in lower or "trading" in lower or "ta:" in lower


def _words(text: str) -> list[str]:
    """The words of the name proper: before any "T/A", without what is in brackets at the end."""
    plain = " ".join(fold(text).split())
    if _may_trade_as(plain):
        plain = _TRADING_AS.split(plain, maxsplit=1)[0]
    while (last := plain[-1:]) and (last in ")]*" or last.isdigit()):
        bare = _BRACKETS_AT_END.sub("", plain)
        if bare == plain:
            break
        plain = bare
    return _MARKS.sub(" ", _DROPPED.sub("", plain or fold(text))).split()
