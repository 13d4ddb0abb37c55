"""``py -m msrisk``: the documented way to start, since launchers are often blocked on office laptops."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; every way it can end is an exit code of ``cli.exits``."""
    from msrisk.cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    main()
