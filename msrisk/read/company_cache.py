"""Where the index of the company register is kept between runs: the user's cache folder, else a temporary one."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from msrisk.files import one_line
from msrisk.read.company_files import opened
from msrisk.read.source import cannot_open

KEPT_INDEXES = 2

_PREFIX, _ENDING, _PART = "companies-", ".sqlite", ".part"
_DIGESTS = "digests.json"
_KEPT_DIGESTS = 40
_CHUNK = 1 << 20
_DAY = 86_400
_NOT_KEPT = (
    "The index of the company register could not be kept in your cache folder ({}): it was built in a temporary "
    "folder, and is built again on every run."
)


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that can be written to.  remark: what to tell of it, '' for nothing.

    temporary: whether it is to be removed when the run ends.
    """

    folder: Path
    remark: str = ""
    temporary: bool = False

    def digest(self, path: Path) -> str:
        """The file's SHA-256; one known is believed while its place, size and times of change are the same."""
        try:
            status = os.stat(path)
        except OSError as problem:
            raise cannot_open(path, problem) from problem
        mark = [_place(path), status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        known = self._digests()
        for *other, held in known:
            if other == mark:
                return str(held)
        digest = _sha256(path)
        self._remember([*known, [*mark, digest]][-_KEPT_DIGESTS:])
        return digest

    def index(self, inputs: Sequence[tuple[Path, str]], form: int) -> Path:
        """Where the index of these files stands, or will; their names are part of every address in it."""
        whole = "\n".join(f"{path.name}\0{digest}" for path, digest in inputs)
        digest = hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()
        return self.folder / f"{_PREFIX}{form}-{digest[:40]}{_ENDING}"

    def part(self) -> Path:
        """A name to build under, which no other run has, be it in a container that shares this folder."""
        return self.folder / f"{_PREFIX}{uuid4().hex}{_PART}"

    def forget_old(self, used: Path) -> None:
        """Keep the latest indexes only, counting the one in use, and what other builds are at work on."""
        with contextlib.suppress(OSError):
            os.utime(used)
            latest = used.stat().st_mtime
            others = [path for path in self.folder.iterdir() if path.name.startswith(_PREFIX) and path != used]
            indexes = sorted((path for path in others if path.suffix == _ENDING), key=_changed, reverse=True)
            stale = [path for path in others if _PART in path.name and latest - _changed(path) > _DAY]
            for path in (*indexes[KEPT_INDEXES - 1 :], *stale):
                path.unlink(missing_ok=True)

    def remove(self) -> None:
        """A temporary folder goes."""
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _digests(self) -> list[list[object]]:
        try:
            held = json.loads((self.folder / _DIGESTS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        rows = held if isinstance(held, list) else []
        return [row for row in rows if isinstance(row, list) and len(row) == 5 and isinstance(row[4], str)]

    def _remember(self, digests: list[list[object]]) -> None:
        draft = self.part()
        with contextlib.suppress(OSError):
            draft.write_text(json.dumps(digests), encoding="utf-8")
            os.replace(draft, self.folder / _DIGESTS)


def cache_at(folder: Path | None) -> Cache:
    """The folder given, else the user's own; a temporary one where that cannot be written to."""
    try:
        place = folder or _users_own()
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            return Cache(place)
    except (OSError, RuntimeError, KeyError) as problem:
        why = one_line(getattr(problem, "strerror", None) or "there is none")
        return Cache(Path(tempfile.mkdtemp(prefix="msrisk-")), _NOT_KEPT.format(why), temporary=True)


def _users_own() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("msrisk", appauthor=False))


def _place(path: Path) -> str:
    """Where a file stands, as a digest: names of folders may be personal."""
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with opened(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _changed(path: Path) -> float:
    return path.stat().st_mtime
