"""Build the wheel, install it outside the checkout, and see that the program in it starts.

Third-party packages are those of the environment this runs in: lent to the new one, not installed again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(folder: Path) -> Path:
    """Build the wheel into a folder; return its path."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("missionplanner-*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Install a wheel into a new environment; return that environment's folder of programs.

    The lent packages come after the new ones, and a checkout installed as editable is not among them.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder), "install"]
    subprocess.run([*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    (site,) = folder.rglob("site-packages")
    (site / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return programs


def start(programs: Path, folder: Path) -> None:
    """Start the installed program as a stranger would, with a home folder of its own."""
    environ = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    environ.pop("DISPLAY", None)

    def output_of(*line: str) -> str:
        started = [str(programs / line[0]), *line[1:]]
        done = subprocess.run(started, cwd=folder, env=environ, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout

    found = Path(output_of("python", "-c", "import missionplanner; print(missionplanner.__file__)").strip())
    if not found.is_relative_to(folder):
        raise SystemExit(f"The program was not taken from the wheel but from {found}")
    info = json.loads(output_of("missionplanner", "info", "--json"))
    output_of("missionplanner", "demo", "--no-window")
    papers = sorted(folder.glob("sample-output/**/*.pdf"))
    if not papers:
        raise SystemExit("The demonstration wrote no PDF into sample-output")
    print(f"The wheel starts: version {info['version']}, {len(papers)} PDFs in the demonstration")


def main() -> None:
    """Build, install, start."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        wheel = build(folder)
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
        start(install(wheel, folder / "environment"), folder)


if __name__ == "__main__":
    main()
