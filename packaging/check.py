"""Check the checkout with the packages of its own environment; `dev.py check` starts this.

The arguments, if any, are the command that runs the tests.
"""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


LONG = ("types",)
"""Steps that are begun first: the others run beside them."""


def steps() -> dict[str, list[str]]:
    """Return the command of each step."""
    module = [sys.executable, "-m"]
    return {
        "format": [*module, "ruff", "format", "--check", "."],
        "lint": [*module, "ruff", "check", "."],
        "contracts": [str(BIN / "lint-imports"), "--no-logo"],
        "words": [sys.executable, str(ROOT / "packaging" / "words.py"), "--check"],
        "types": [*module, "mypy"],
        "wheel": [sys.executable, str(ROOT / "packaging" / "check_wheel.py")],
    }


def done(name: str, line: list[str]) -> tuple[str, bool, str]:
    """Run one step to its end; return its name, whether it passed, and all it said with how long it took."""
    begun = time.monotonic()
    told = subprocess.run(line, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    passed = told.returncode == 0
    ended = f"── {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - begun:.1f} s\n"
    return name, passed, f"── {name}\n{told.stdout}{ended}"


def main() -> int:
    """Run every step, whatever the others said, two at a time; return 1 if one failed.

    The tests come last and by themselves: they take every core.
    """
    tests = sys.argv[1:]
    listed = sorted(steps().items(), key=lambda one: one[0] not in LONG)
    failed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, passed, told in pool.map(lambda one: done(*one), listed):
            print(told, flush=True)
            failed += [] if passed else [name]
    if tests and subprocess.run(tests, cwd=ROOT, check=False).returncode:
        failed.append("tests")
    print(f"Failed: {', '.join(failed)}" if failed else "Everything passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
