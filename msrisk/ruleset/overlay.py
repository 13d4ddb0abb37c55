"""Joining rule files: an overlay ``extends`` one parent, ``includes`` joins sets; all merged by key."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from msrisk.ruleset.document import Block, Document, Entry, Listing, Node, Text
from msrisk.ruleset.keys import as_block, block_of, did_you_mean, list_of, text_node, text_of
from msrisk.ruleset.rules import Changed

# How many levels of keys are merged below each section; below that the overlay's words replace the parent's.
DEPTHS = {
    "sources": 1,
    "parameters": 3,
    "tables": 1,
    "terms": 2,
    "scoring": 2,
    "worklist": 1,
    "rules": 2,
}
OWN = ("title", "version", "reviewed", "compared_with", "left_out")  # each file says these of itself alone
# A change in these is a change of the yardstick, which every report tells.
CHANGES_TOLD = ("parameters", "terms", "tables", "scoring", "worklist", "rules")
NEW = ("new",)  # of a rule that is added whole
_OF_ONE_PIECE = ("scoring", "worklist")
MAX_FILES = 8
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_A_REASON = 2  # off: no would else switch the rule off, and 'n/a' says nothing to who reads the report
NEW_ENTRY_NEEDS = {
    "rules": ("flag_when",),
    "terms": ("when",),
    "parameters": ("meaning", "values"),
    "tables": ("file",),
    "sources": ("cite",),
}


_WHOLE = frozenset({"title", "meaning", "source", "examples"})  # keys that only a whole entry has


@dataclass(frozen=True)
class Joined:
    """A rule set's keys from all its files, the rules switched off, the files, and what overlays replaced."""

    top: Block
    off: dict[str, str]
    documents: tuple[Document, ...]
    changed: tuple[Changed, ...] = ()


def join(document: Document, find: Callable[[Text], Document]) -> Joined:
    """A document with everything it extends or includes.  ``find`` gives the document a name stands for."""
    return _Joiner(find).join(document, ())


class _Joiner:
    """Joins each file once, however often it is named."""

    def __init__(self, find: Callable[[Text], Document]) -> None:
        self.find = find
        self.known: dict[tuple[str, str], Joined] = {}

    def join(self, document: Document, above: tuple[Document, ...]) -> Joined:
        """``above``: the files on the way down to this one."""
        key = (document.file, document.sha256)
        held = self.known.get(key)
        if held is None:
            held = self.known[key] = self._join(document, above)
        return held

    def _join(self, document: Document, above: tuple[Document, ...]) -> Joined:
        extends, includes = document.top.get("extends"), document.top.get("includes")
        if extends and includes:
            raise includes.mark.error("a rule set extends one parent or includes several sets, not both")
        if not extends and not includes:
            _refuse_alone(document.top)
            return Joined(*_switch_off(document.top, {}), (document,))
        if len(above) >= MAX_FILES:
            raise document.top.mark.error(f"rule sets extend one another more than {MAX_FILES} deep")
        names = _names(document.top)
        parents = [self._parent(name, (*above, document)) for name in names]
        top, off = parents[0].top, dict(parents[0].off)
        for name, parent in zip(names[1:], parents[1:], strict=True):
            top = _union(top, parent.top, name)
            off.update(parent.off)
        said = _said(document.top)
        changed = tuple(chain.from_iterable(parent.changed for parent in parents)) + _changes(top, said)
        merged, off = _switch_off(_overlay(top, said), off)
        documents = {(each.file, each.sha256): each for parent in parents for each in parent.documents}
        return Joined(
            merged, off, (document, *documents.values()), tuple(each for each in changed if each.name not in off)
        )

    def _parent(self, name: Text, above: tuple[Document, ...]) -> Joined:
        parent = self.find(name)
        if any((each.file, each.sha256) == (parent.file, parent.sha256) for each in above):
            raise name.mark.error(f"'{name.text}' in turn extends this file: a circle")
        return self.join(parent, above)


def _refuse_alone(top: Block) -> None:
    """A rule switched off, or a part of one, was meant for a set that this file does not extend."""
    for section, needed in NEW_ENTRY_NEEDS.items():
        entry = top.get(section)
        for each in entry.node if entry and isinstance(entry.node, Block) else ():
            keys = {key.key for key in each.node} if isinstance(each.node, Block) else set()
            if keys and ("off" in keys or keys.isdisjoint({*needed, *_WHOLE})):
                raise each.mark.error(
                    f"'{each.key}' is not written out whole, and this file extends no other",
                    "To change a set that comes with msrisk, add a line  extends: uk-public-procurement",
                )


def _names(top: Block) -> tuple[Text, ...]:
    extends = top.get("extends")
    if extends and isinstance(extends.node, Listing):
        raise extends.mark.error("'extends' names one rule set", "To join several, write includes: and the list.")
    names = (text_node(extends),) if extends else list_of(top, "includes")
    if not names:
        raise top.mark.error("'includes' needs a list of rule sets")
    return names


def _overlay(parent: Block, child: Block) -> Block:
    """The child laid over its parent; what the child does not say stays the parent's."""
    kept = [entry for entry in parent if entry.key not in OWN and child.get(entry.key) is None]
    own = [
        entry if (old := parent.get(entry.key)) is None or entry.key in OWN else _merge(old, entry, entry.key)
        for entry in child
        if entry.key not in ("extends", "includes")
    ]
    return Block((*own, *kept), child.mark)


def _said(top: Block) -> Block:
    """Without the sections that were left blank, as where every line below is a comment."""
    return Block(tuple(each for each in top if each.key not in DEPTHS or not _is_blank(each.node)), top.mark)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Text) and not node.text.strip()


def _merge(old: Entry, new: Entry, section: str) -> Entry:
    depth = DEPTHS.get(section, 0)
    merged = _merge_blocks(as_block(old), as_block(new), depth, section) if depth else new.node
    return Entry(new.key, new.mark, merged)


def _merge_blocks(old: Block, new: Block, depth: int, section: str) -> Block:
    replaced = {entry.key: entry for entry in new}
    entries = [_merge_entry(entry, replaced.pop(entry.key, entry), depth) for entry in old]
    for entry in replaced.values():
        _refuse_incomplete(entry, old, section)
    return Block((*entries, *replaced.values()), new.mark)


def _merge_entry(old: Entry, new: Entry, depth: int) -> Entry:
    if depth <= 1 or not isinstance(old.node, Block) or not isinstance(new.node, Block):
        return new
    return Entry(new.key, new.mark, _merge_blocks(old.node, new.node, depth - 1, ""))


def _refuse_incomplete(entry: Entry, known: Block, section: str) -> None:
    """A new entry stands on its own; one that does not was meant for another.  Deeper keys have no section."""
    needed = NEW_ENTRY_NEEDS.get(section, ())
    keys = tuple(entry.node) if isinstance(entry.node, Block) else ()
    missing = [key for key in needed if key not in {each.key for each in keys}]
    if not missing:
        return
    singular = section.rstrip("s")
    for each in keys:
        if each.key.casefold().replace("-", "_").replace(" ", "_") == missing[0]:
            raise each.mark.error(f"'{each.key}' is not a key of a {singular}", f"Did you mean '{missing[0]}'?")
    near = did_you_mean(entry.key, [each.key for each in known])
    raise entry.mark.error(
        f"no {singular} called '{entry.key}' in the set this one extends", near or _if_new(entry, missing[0])
    )


def _if_new(entry: Entry, missing: str) -> str:
    """What an entry that is like none of the parent's lacks, unless it is a key that stands too far out."""
    if isinstance(entry.node, Text):
        return f"If '{entry.key}' is a key, write it two spaces further in than the entry it belongs to."
    return f"One of your own is written out whole; this lacks a line {missing}:"


def _union(first: Block, second: Block, name: Text) -> Block:
    """Two included sets side by side; the same key twice must say the same."""
    sections = [entry for entry in second if entry.key in DEPTHS]
    entries = {entry.key: entry for entry in first}
    for section in sections:
        held = entries.get(section.key)
        if held is None:
            entries[section.key] = section
            continue
        old, new = as_block(held), as_block(section)
        for entry in new:
            twin = old.get(entry.key)
            if twin is not None and _plain(twin) != _plain(entry):
                raise entry.mark.error(f"'{entry.key}' also stands at {twin.mark}, and says something else")
        added = tuple(entry for entry in new if old.get(entry.key) is None)
        entries[section.key] = Entry(section.key, held.mark, Block((*old.entries, *added), old.mark))
    return Block(tuple(entries.values()), name.mark)


def _changes(parent: Block, child: Block) -> tuple[Changed, ...]:
    """What the child says otherwise than its parent, of what both say something of; and what it adds in rules."""
    found = []
    for section in (each for each in child if each.key in CHANGES_TOLD):
        held = block_of(parent, section.key)
        entries = (section,) if section.key in _OF_ONE_PIECE else tuple(as_block(section))
        for entry in entries:
            old = parent.get(section.key) if entry is section else held.get(entry.key)
            keys = _replaced(old, entry) if old else NEW if section.key == "rules" else ()
            if keys:
                found.append(Changed(child.mark.file, entry.key, keys))
    return tuple(found)


def _replaced(old: Entry, new: Entry) -> tuple[str, ...]:
    """The keys of an entry that no longer say what they said."""
    before, after = as_block(old), as_block(new)
    return tuple(
        each.key for each in after if (held := before.get(each.key)) is None or _plain(held) != _plain(each)
    )


def _plain(entry: Entry) -> object:
    """An entry without its marks, for comparing what two files say."""
    node = entry.node
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Block):
        return tuple((each.key, _plain(each)) for each in node)
    return tuple(_plain(Entry("", entry.mark, item)) for item in node.items)


def _switch_off(top: Block, off: dict[str, str]) -> tuple[Block, dict[str, str]]:
    """Rules that say ``off: reason`` are taken out and remembered."""
    rules = block_of(top, "rules")
    gone = {entry.key: reason for entry in rules if (reason := _off_reason(entry)) is not None}
    if not gone:
        return top, off
    kept = Block(tuple(entry for entry in rules if entry.key not in gone), rules.mark)
    entries = tuple(Entry(each.key, each.mark, kept) if each.key == "rules" else each for each in top)
    return Block(entries, top.mark), {**off, **gone}


def _off_reason(entry: Entry) -> str | None:
    if not isinstance(entry.node, Block) or (said := entry.node.get("off")) is None:
        return None
    if len(_WORD.findall(text_node(said).text)) < _WORDS_OF_A_REASON:
        raise said.mark.error(
            f"switching '{entry.key}' off needs a reason, not '{text_node(said).text}'",
            "Write off: the reason in a few words, which every report repeats; or leave the rule on.",
        )
    return text_of(entry.node, "off")
