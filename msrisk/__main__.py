"""``py -m msrisk``: the documented way to start, since launchers are often blocked on office laptops."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; every way it can end is an exit code of ``cli.exits``."""
    try:
        from msrisk.cli.run import run

        sys.exit(run())
    except KeyboardInterrupt:  # while the command line itself was still loading
        print("Stopped. Nothing was written.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
