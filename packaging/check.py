"""Check the checkout with the packages of its own environment; `dev.py check` starts this.

The arguments, if any, are the command that runs the tests.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def steps(tests: list[str]) -> dict[str, list[str]]:
    """Return the command of each step, quick ones first."""
    module = [sys.executable, "-m"]
    listed = {
        "format": [*module, "ruff", "format", "--check", "."],
        "lint": [*module, "ruff", "check", "."],
        "contracts": [str(BIN / "lint-imports"), "--no-logo"],
        "words": [sys.executable, str(ROOT / "packaging" / "words.py"), "--check"],
        "types": [*module, "mypy"],
        "wheel": [sys.executable, str(ROOT / "packaging" / "check_wheel.py")],
    }
    return {**listed, "tests": tests} if tests else listed


def succeeds(name: str, line: list[str]) -> bool:
    """Run one step with its output shown; print how it went and how long it took."""
    print(f"── {name}", flush=True)
    begun = time.monotonic()
    passed = subprocess.run(line, cwd=ROOT, check=False).returncode == 0
    print(f"── {name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - begun:.1f} s\n", flush=True)
    return passed


def main() -> int:
    """Run every step, whatever the earlier ones said; return 1 if one failed."""
    failed = [name for name, line in steps(sys.argv[1:]).items() if not succeeds(name, line)]
    print(f"Failed: {', '.join(failed)}" if failed else "Everything passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
