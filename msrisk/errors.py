"""What can go wrong, said once: the problem, the place, and the remedy."""

from __future__ import annotations


class MsriskError(Exception):
    """Something the user can put right; the command line prints it and stops.

    problem: one sentence, in the reader's words, with their value in it.
    where: the place as they see it (``Suppliers!C14``, ``council.yaml:31``), or ''.
    hint: what to do about it; a command where one exists.
    """

    exit_code = 2

    def __init__(self, problem: str, where: str = "", hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        said = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{said}\n{self.hint}" if self.hint else said


class InputError(MsriskError):
    """An input file, or an option given on the command line, that cannot be used."""


class RulesError(MsriskError):
    """A rule set, the vocabulary or a reference table that is not well formed."""


class OutputError(MsriskError):
    """An output that could not be written; what stood there before is untouched."""

    exit_code = 4
