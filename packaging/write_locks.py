"""Write packaging/lock/*.txt from pyproject.toml: versions and hashes for every platform, no addresses.

`dev.py lock` starts this; arguments go to uv's resolver, for example --upgrade or --upgrade-package NAME.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "packaging" / "lock"
TOOLS = ROOT / ".venv-lock"
BIN = TOOLS / ("Scripts" if os.name == "nt" else "bin")

# The development lock comes first and holds the others to its versions, so that one environment serves all.
GROUPS = {"dev": "dev", "runtime": "build", "bench": "bench", "freeze": "freeze"}
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-annotate",
    "--no-header",
    "--quiet",
)


def mirror(listing: str) -> dict[str, str]:
    """Turn what `pip config list` prints into uv's variables, so that both ask the same index."""
    wanted = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}
    pairs = (line.partition("=") for line in listing.splitlines())
    settings = {key.rpartition(".")[2]: value for key, _, value in pairs if value}
    return {wanted[key]: str(ast.literal_eval(value)) for key, value in settings.items() if key in wanted}


def resolver_environment() -> dict[str, str]:
    """Make the private environment with uv in it, if it is not there; return the variables to run it with."""
    python = [str(BIN / "python"), "-m", "pip"]
    if not BIN.exists():
        subprocess.run([sys.executable, "-m", "venv", str(TOOLS)], check=True)
        subprocess.run([*python, "install", "-qq", "uv"], check=True)
    listing = subprocess.run([*python, "config", "list"], capture_output=True, text=True, check=True).stdout
    return {**mirror(listing), **os.environ}


def main(arguments: list[str]) -> None:
    """Resolve every group."""
    environ = resolver_environment()
    for name, group in GROUPS.items():
        held = [] if name == "dev" else ["--constraints", str(LOCKS / "dev.txt")]
        line = [str(BIN / "uv"), "pip", "compile", "pyproject.toml", "--group", group, *OPTIONS, *held]
        output = ["--output-file", str(LOCKS / f"{name}.txt")]
        subprocess.run([*line, *output, *arguments], cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, check=True)
        print(f"Wrote packaging/lock/{name}.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
