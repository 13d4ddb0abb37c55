"""Writes docs/rules.md and docs/glossary.md from the files in rules/: run it after changing one of those."""

from pathlib import Path

from msrisk.ruleset.glossary import load_glossary
from msrisk.ruleset.load import built_in, load_rules
from msrisk.write.rule_book import glossary_book, rule_book

DOCS = Path(__file__).resolve().parent


def pages() -> dict[str, str]:
    """Each page by its name, as it should stand."""
    sets = [load_rules(name) for name in built_in()]
    return {"rules.md": rule_book(sets), "glossary.md": glossary_book(load_glossary())}


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
