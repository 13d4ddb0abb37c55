"""Files after an option that takes one: the shell wrote out a pattern, or they were typed one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from msrisk.errors import InputError

# Options that no value follows.
_FLAGS = frozenset(
    "--help --force --visible-only --publish --names --redact --for-supplier "
    "--quiet -q --verbose -v --accessible --no-color".split()
)
READ_A_LIST = frozenset(("screen", "check", "match", "award", "explain"))


def refuse_scattered_files(words: Sequence[str]) -> None:
    """Raises InputError when files stand both before the options and among them.

    In ``screen list.csv --registry a.csv b.csv`` the last file would be taken for a supplier list.
    """
    if not words or words[0] not in READ_A_LIST:
        return
    groups = _groups(words[1:])
    if words[0] == "explain" and len(groups) > 1 and len(groups[-1]) == 1:
        groups.pop()  # the supplier's name may stand behind the options
    if len(groups) > 1:
        raise InputError(
            f"'{groups[-1][0]}' stands apart from '{groups[0][0]}', behind an option that takes one file",
            hint="For several files repeat the option before each, give their folder, "
            "or put a pattern such as *.csv in quotes.\nThe files of the supplier list stand together.",
        )


def _groups(words: Sequence[str]) -> list[list[str]]:
    """What is no option nor the value of one, as it stands together."""
    groups: list[list[str]] = [[]]
    words_left = iter(words)
    for word in words_left:
        if word == "--":
            groups.append(list(words_left))  # whatever stands behind it is no option
            break
        if not word.startswith("-") or word == "-":
            groups[-1].append(word)
            continue
        groups.append([])
        if word not in _FLAGS and "=" not in word:
            next(words_left, None)
    return [group for group in groups if group]
