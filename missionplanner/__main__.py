"""Choose: a window without a command, else the command line."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

SELDOM = 50_000
"""New objects before Python's collector looks at them, usually 700: a command ends before there is much to find
(a tenth of its time)."""


def main() -> int | None:
    """Run the program with the arguments of the process; return the exit code."""
    if getattr(sys, "frozen", False):  # a process of matchmaking.exact is this program called anew: it ends here
        from multiprocessing import freeze_support

        freeze_support()
    match sys.argv[1:]:
        case [] | ["open"]:  # a menu entry opens nothing when it is given nothing
            return _window(None)
        case ["open", name] if not name.startswith("-"):
            return _window(Path(name))
        case ["-w" | "--workspace", name]:
            return _window(Path(name))
        case ["--bounded-reader"]:  # exchange.bounded.CHILD_ARGUMENT: a frozen program calls itself to read a file
            from missionplanner.exchange.bounded_child import main as read_bounded

            read_bounded()
            return 0
        case ["demo"]:
            return _window(None, sample=True)
        case arguments:
            from missionplanner.cli.main import run

            gc.set_threshold(SELDOM)
            return run(arguments)


def _window(path: Path | None, *, sample: bool = False) -> int:
    from missionplanner.gui.app import run

    return run(path.expanduser() if path is not None else None, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
