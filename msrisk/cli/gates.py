"""Exit codes that a person asked for: a band reached, too much not known."""

from __future__ import annotations

import numpy as np

from msrisk.cli.run import COULD_NOT_RUN, GATE, INCOMPLETE, RAN
from msrisk.errors import InputError
from msrisk.model import Band
from msrisk.report import Report
from msrisk.ruleset.keys import did_you_mean


def band_named(text: str | None) -> Band | None:
    """``not cleared``, ``High``, ``critical`` as a band."""
    if text is None:
        return None
    name = text.strip().upper().replace(" ", "_").replace("-", "_")
    if name in Band.__members__:
        return Band[name]
    known = [band.word.lower() for band in Band]
    raise InputError(
        f"--fail-on {text}: there is no such band",
        hint=did_you_mean(text.lower(), known) or f"It is one of: {', '.join(known)}.",
    )


def exit_code(report: Report, gate: Band | None, incomplete: float | None) -> int:
    """2 when nobody was screened, 1 when a band is reached, 3 when too much is not cleared, else 0."""
    if not report.screened.any():
        return COULD_NOT_RUN
    if gate is not None and bool(np.any(report.scores.band <= gate)):
        return GATE
    share = 100 * report.count(Band.NOT_CLEARED) / len(report)
    return INCOMPLETE if incomplete is not None and share > incomplete else RAN
