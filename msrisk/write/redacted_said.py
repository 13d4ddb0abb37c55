"""What a redacted file has left out, and what can still tell who is meant: in words all outputs share."""

from __future__ import annotations

from msrisk.report import Report

TITLE = "Redacted: names are tokens"


def redaction_said(report: Report) -> list[tuple[str, str]]:
    """What was done to which part, and what it does not do; nothing of a report that is not redacted."""
    if not report.suppliers.redacted:
        return []
    shared = report.options.get("redact") == "with a shared key"
    tokens = (
        "The same supplier has the same token in every list made with the same key, as far as both lists have its "
        "company number, or both write its name alike."
        if shared
        else "A supplier has its token in this list alone. Whoever holds the very file that was screened can make "
        "the tokens again: where that file is published, a key is needed."
    )
    return [
        ("Names", f"A token such as 'Supplier 7F3K2QX4' stands for a supplier. {tokens}"),
        ("Persons", "Never named, and without a token."),
        (
            "Left out",
            "Ids, company numbers, links, contract references, the list's own texts (category, account, "
            "description), cells, files, how the list was read, what people decided or accepted, and what changed "
            "since the register of last time.",
        ),
        (
            "Money",
            "Two significant figures, so that an amount is not found in published payments; sums are of those.",
        ),
        ("Dates", "Of what suppliers sent or published only the year."),
        (
            "What can still tell who is meant",
            "What is bought, the money and the country together, where few supply it; and every token, to whoever "
            "has the key and a list of names. A token is a pseudonym: keep this file among those who share it.",
        ),
        ("Rules of our own", "Shown as they were written, with any name that stands in them."),
    ]
