"""A folder to write into: a new one, or one that holds nothing of anybody else's."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from msrisk.errors import InputError, OutputError
from msrisk.output import refuse_device

_LEFT_BY_OTHERS = (".", "~$")  # how the names of files begin that Excel and file managers leave in any folder
_NAMED = 5


def make_folder(place: Path, another: str, ours: Collection[str] = (), force: bool | None = None) -> bool:
    """Make the folder unless one for us is there; whether it was made.  Raises InputError or OutputError.

    another: how to name another folder.  ours: files that may be there.  force: None where it cannot be forced.
    """
    refuse_device(place)
    try:
        place.mkdir()
    except FileExistsError:
        _check_held(place, another, ours, force)
        return False
    except FileNotFoundError as error:
        raise OutputError(
            f"the folder '{place}' cannot be made: there is no folder '{place.parent}' to make it in",
            hint="Make that one first. Nothing was written.",
        ) from error
    except OSError as error:
        raise OutputError(
            f"the folder '{place}' cannot be made: {error.strerror}",
            hint=f"Name one that can{another}. Nothing was written.",
        ) from error
    return True


def _check_held(place: Path, another: str, ours: Collection[str], force: bool | None) -> None:
    """Refuse a folder that holds anything but what is ours, unless forced."""
    if not place.is_dir():
        raise InputError(f"'{place}' is a file, not a folder", hint=f"Name another{another}.")
    try:
        names = sorted(each.name for each in place.iterdir())
    except OSError as error:
        raise OutputError(f"the folder '{place}' cannot be read: {error.strerror}") from error
    others = [name for name in names if name not in ours and not name.startswith(_LEFT_BY_OTHERS)]
    if others and not force:
        more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
        forced = "" if force is None else ", or add --force to write into this one"
        raise InputError(
            f"the folder '{place}' exists and holds other files: {', '.join(others[:_NAMED])}{more}",
            hint=f"Name another{another}{forced}. Nothing was written.",
        )
