"""Start a command and turn whatever it ends in into one message and an exit code."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import traceback
from pathlib import Path

from msrisk.cli.gone import ReaderGone
from msrisk.cli.letters import HANDLER
from msrisk.errors import InputError, MsriskError

RAN, GATE, COULD_NOT_RUN, INCOMPLETE, COULD_NOT_WRITE, BUG, STOPPED = 0, 1, 2, 3, 4, 70, 130


def run() -> int:
    """The whole of a command line; the exit code."""
    gc.disable()  # a short-lived process with millions of small objects: collecting costs a third of the time
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  closed by whoever started us
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # A console that has not a letter shows another spelling of it; it never stops the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=HANDLER)
    try:
        code = _command()
        sys.stdout.flush()
        return _stopped() if code == STOPPED else code
    except MsriskError as error:
        _say(error)
        return error.exit_code
    except (BrokenPipeError, ReaderGone):
        # The reader of our output has gone; what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return RAN
    except KeyboardInterrupt:
        return _stopped()
    except OSError as error:
        print(f"The result could not be shown: {error.strerror}.", file=sys.stderr)
        return COULD_NOT_WRITE
    except Exception:
        return _bug()


def _command() -> int:
    from msrisk.cli.app import app
    from msrisk.cli.scattered import refuse_scattered_files

    _offer_screen(sys.argv[1:])
    refuse_scattered_files(sys.argv[1:])
    try:
        app(prog_name="msrisk")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else RAN if end.code is None else COULD_NOT_RUN
    return RAN


def _stopped() -> int:
    print("Stopped. Nothing more was written than is said above.", file=sys.stderr)
    return STOPPED


def _offer_screen(words: list[str]) -> None:
    """``msrisk suppliers.xlsx`` was meant for a command, and screen is the likeliest."""
    from msrisk.cli.options import quoted_file

    if words and words[0].casefold().endswith((".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".ods")):
        raise InputError(
            f"'{words[0]}' is a file, not a command", hint=f"Did you mean:  msrisk screen {quoted_file(words[0])}"
        )


def _say(error: MsriskError) -> None:
    from msrisk.files import one_line, safe_text

    where = f"{one_line(error.where)}: " if error.where else ""
    print(f"{where}{one_line(error.problem)}", file=sys.stderr)
    for line in error.hint.splitlines():
        print(f"  {safe_text(line)}", file=sys.stderr)


def _bug() -> int:
    """Our fault, not theirs: no traceback on the screen, the whole of it in a file to send."""
    log = Path(tempfile.gettempdir()) / "msrisk-error.txt"
    try:
        log.write_text(traceback.format_exc(), encoding="utf-8")
        kept = f"The details are in {log}: please send them with the command you typed."
    except OSError:
        kept = "The details could not be kept."
    print(f"msrisk has a fault of its own and stopped; nothing more was written.\n  {kept}", file=sys.stderr)
    return BUG
