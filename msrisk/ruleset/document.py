"""YAML as text with line marks: every scalar stays the text that was typed.

Refused, each with its line: duplicate keys, tags, anchors and aliases, merge keys, several documents,
a ``#`` that cuts a phrase, a file over 1 MB, nesting deeper than 40.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from msrisk.errors import RulesError
from msrisk.ruleset.slips import QUOTES, SAVE_PLAIN, foreign, meaning, odd_space, remedy

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
_SHOWN = 80  # letters of a line that a message repeats; what is no text at all can have one line of a megabyte
_THOUSANDS = re.compile(r"\d{3}(\.\d\d)?\Z")
_TOO_DEEP = f"is nested deeper than {MAX_DEPTH} levels"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A comment after a value stands two spaces off and is followed by one; anything nearer cut a phrase.
_CUT = re.compile(r"(?<=\S) #|(?<=\S)[ \t]+#(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a rule file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    def error(self, problem: str, hint: str = "") -> RulesError:
        return RulesError(problem, where=str(self), hint=hint)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, exactly as typed."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    mark: Mark
    node: Node


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping: entries in the order written, no key twice."""

    entries: tuple[Entry, ...]
    mark: Mark

    def get(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Text | Listing | Block


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its name, the digest of its bytes, and its top block."""

    file: str
    sha256: str
    top: Block


def read_document(path: Path) -> Document:
    """One YAML file.  Raises RulesError with file and line."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RulesError(f"cannot be read: {error.strerror}", where=path.name) from error
    return parse_document(raw, path.name)


def parse_document(raw: bytes, file: str) -> Document:
    """YAML bytes, checked; ``file`` is only for messages."""
    if len(raw) > MAX_BYTES:
        raise RulesError(f"is {len(raw):,} bytes; a rule file has at most {MAX_BYTES:,}", where=file)
    if other := foreign(raw):
        raise RulesError(other, where=file, hint=SAVE_PLAIN)
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start, file) from error
    top = _Builder(file, source).build()
    return Document(file, hashlib.sha256(raw).hexdigest(), top)


def _not_utf8(raw: bytes, at: int, file: str) -> RulesError:
    """The first line with a letter stored in another way, as Windows would show it."""
    line = raw[:at].count(b"\n")
    shown = raw.split(b"\n")[line].decode("cp1252", "replace").strip()[:_SHOWN]
    return Mark(file, line + 1).error(
        "is not UTF-8 text", f"The line reads: {shown}\nSave the file with the encoding UTF-8."
    )


class _Builder:
    """Nodes from parse events, so that limits hold before anything is built."""

    def __init__(self, file: str, source: str) -> None:
        self.file = file
        self.lines = source.splitlines()
        self.source = source

    def error(self, event: yaml.Event, problem: str, hint: str = "") -> RulesError:
        return self.mark(event).error(problem, hint)

    def mark(self, event: yaml.Event) -> Mark:
        return Mark(self.file, event.start_mark.line + 1 if event.start_mark else 1)

    def build(self) -> Block:
        self._refuse_odd_spaces()
        try:
            self.events: Iterator[yaml.Event] = yaml.parse(self.source, Loader=_LOADER)
            return self._document()
        except yaml.MarkedYAMLError as error:
            raise self._yaml_error(error) from error
        except yaml.reader.ReaderError as error:
            line = self.source[: error.position].count("\n") + 1
            character = f"\\u{error.character:04x}" if isinstance(error.character, int) else "a character"
            raise RulesError(f"has {character}, which YAML does not allow", where=f"{self.file}:{line}") from error

    def _refuse_odd_spaces(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            if odd_space(line):
                raise Mark(self.file, number).error(
                    "has a no-break space, as web pages and Word write them",
                    f"The line reads: {line.strip()}\nType the spaces before the text and after the colon again.",
                )

    def _yaml_error(self, error: yaml.MarkedYAMLError) -> RulesError:
        problem = str(error.problem)
        # Of a quotation mark that is not closed, the line it opens in, not the end of the file.
        unclosed = "end of stream" in problem
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        while line and not "".join(self.lines[line : line + 1]).strip():
            line -= 1  # a file that ends too early is wrong in the last line it has
        if "nesting depth" in problem:  # newer PyYAML has a limit of its own
            return Mark(self.file, line + 1).error(_TOO_DEEP)
        shown = self.lines[line] if line < len(self.lines) else ""
        said = f"is not well-formed YAML: {meaning(problem, shown)}"
        return Mark(self.file, line + 1).error(said, remedy(problem, shown))

    def _document(self) -> Block:
        top: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if top is not None:
                    raise self.error(event, "starts a second document", "One file, one rule set.")
            elif isinstance(event, yaml.NodeEvent):
                top = self._node(event, 1)
        if top is None:
            raise RulesError("is empty", where=self.file, hint="'msrisk init' writes one to start from.")
        if not isinstance(top, Block):
            raise top.mark.error(
                "must start with keys such as 'title:'", "'msrisk init' writes a file to start from."
            )
        return top

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            raise self.error(event, f"'*{event.anchor}' is an alias", "Write the value out again.")
        if anchor := getattr(event, "anchor", None):
            raise self.error(event, f"'&{anchor}' is an anchor", "Write the value out where it is used.")
        if tag := getattr(event, "tag", None):
            raise self.error(event, f"'{tag}' is a tag; every value here is plain text", f"{QUOTES}.")
        if depth > MAX_DEPTH:
            raise self.error(event, _TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self._items(depth)), self.mark(event))
        return Block(tuple(self._entries(depth)), self.mark(event))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, Mark] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Text):
                raise self.error(event, "a key must be plain text")
            if key.text == "<<":
                raise self.error(event, "'<<' merges keys", "Write the keys out.")
            if key.text in seen:
                raise self.error(event, f"'{key.text}' stands twice: here and on line {seen[key.text].line}")
            seen[key.text] = key.mark
            node = self._node(next(self.events), depth + 1)
            self._refuse_figure(key, node)
            yield Entry(key.text, key.mark, node)

    @staticmethod
    def _refuse_figure(key: Text, node: Node) -> None:
        """``{2027-04-01: £50,000,000}``: within braces a comma begins a new entry."""
        if isinstance(node, Text) and not node.text and _THOUSANDS.match(key.text):
            raise key.mark.error(
                f"the comma before '{key.text}' cuts a figure in two: within {{ }} it begins a new entry",
                'Put the figure in quotes, such as "£50,000,000".',
            )

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        if event.style is None or event.style == "":
            self._refuse_cut(event)
        return Text(event.value, self.mark(event))

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A plain phrase followed closely by '#' lost its tail without a word."""
        end = event.end_mark
        line = self.lines[end.line] if end and end.line < len(self.lines) else ""
        rest = line[max(end.column - 1, 0) :] if end else ""
        if event.value and _CUT.match(rest, 1):
            raise Mark(self.file, end.line + 1 if end else 1).error(
                f"'#' starts a comment and cuts the text after '{event.value}'",
                "Put the text in quotes, or put two spaces before the comment and one after '#'.",
            )
