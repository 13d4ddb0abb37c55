"""Reading the keys of a block: those allowed, those required, and "did you mean"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from msrisk.ruleset.document import Block, Entry, Listing, Mark, Text


def did_you_mean(name: str, known: Iterable[str], shown: Mapping[str, str] | None = None) -> str:
    """A sentence that offers the nearest known names, or ''.  shown: how to write one, where it differs."""
    folded = {each.casefold(): each for each in sorted(known)}
    near = [folded[each] for each in difflib.get_close_matches(name.casefold(), sorted(folded), n=3, cutoff=0.6)]
    written = dict.fromkeys((shown or {}).get(each, each) for each in near)
    return f"Did you mean {' or '.join(repr(each) for each in written)}?" if written else ""


def check_keys(block: Block, allowed: Iterable[str], required: Iterable[str], what: str) -> None:
    """Every key is known, and none that is needed is missing or blank."""
    allowed = tuple(allowed)
    for entry in block:
        if entry.key not in allowed:
            raise entry.mark.error(
                f"'{entry.key}' is not a key of {what}",
                did_you_mean(entry.key, allowed) or f"Its keys are: {', '.join(allowed)}.",
            )
    missing = [key for key in required if (entry_ := block.get(key)) is None or _is_blank(entry_)]
    if missing:
        raise block.mark.error(f"{what} lacks {', '.join(missing)}", _lines_to_add(missing))


def _lines_to_add(missing: list[str]) -> str:
    return f"Add {'a line' if len(missing) == 1 else 'lines'} {' and '.join(f'{key}:' for key in missing)}"


def _is_blank(entry: Entry) -> bool:
    return isinstance(entry.node, Text) and not entry.node.text.strip()


def text_of(block: Block, key: str, default: str = "") -> str:
    """The text under a key, its lines joined."""
    entry = block.get(key)
    return default if entry is None else " ".join(text_node(entry).text.split())


def text_node(entry: Entry) -> Text:
    if not isinstance(entry.node, Text):
        raise entry.mark.error(
            f"'{entry.key}' must be a text", f"Write it after the colon, on the same line: {entry.key}: the text"
        )
    return entry.node


def block_of(block: Block, key: str) -> Block:
    """The block under a key; an empty one when the key is absent."""
    entry = block.get(key)
    return Block((), block.mark) if entry is None else as_block(entry)


def as_block(entry: Entry) -> Block:
    if not isinstance(entry.node, Block):
        raise entry.mark.error(f"'{entry.key}' must have keys under it", _keys_wanted(entry.node))
    return entry.node


def _keys_wanted(node: Text | Listing) -> str:
    """What stands where keys should: a text that lacks its colon or the space after it, a list, or nothing."""
    if isinstance(node, Listing):
        return "Write them without '- ' in front."
    if not node.text.strip():
        return "Write them below it, two spaces further in; or leave the line out."
    return f"It says '{node.text}'. Keys stand below it, each with a colon and a space after it: severity: high"


def list_of(block: Block, key: str) -> tuple[Text, ...]:
    """The texts of a list under a key; none when the key is absent."""
    entry = block.get(key)
    if entry is None:
        return ()
    if isinstance(entry.node, Text):
        return (entry.node,)
    if not isinstance(entry.node, Listing):
        raise entry.mark.error(f"'{key}' must be a list")
    return tuple(_item_text(item, entry.mark) for item in entry.node.items)


def _item_text(item: object, mark: Mark) -> Text:
    if not isinstance(item, Text):
        raise mark.error("each item of the list must be a text")
    return item


def one_of(block: Block, key: str, allowed: Iterable[str], default: str = "") -> str:
    """The text under a key, which must be one of a few."""
    allowed = tuple(allowed)
    text = text_of(block, key, default)
    if text not in allowed:
        entry = block.get(key)
        mark = entry.mark if entry else block.mark
        raise mark.error(
            f"'{text}' is not a {key}", did_you_mean(text, allowed) or f"It is one of: {', '.join(allowed)}."
        )
    return text
