"""Pack the program with Python, Qt and its resources into a folder, see that it works there, and archive it.

`dev.py freeze DIR` starts this. What it makes is for the system and processor it runs on: PyInstaller packs what
is installed. On Linux a script beside the program puts it into the menu of the desktop.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
NAME = "missionplanner"
SAMPLE, CODE = "basque-country-2025.mission.json", "ER-EUS-2025"
ICON = 256
"""Pixels."""
LOADED_BY_NAME = ("missionplanner", "holidays", "phonenumbers", "rich")
"""Packages that import parts of themselves by names made up as they run."""
WITH_DATA = ("babel", "docx", "email_validator", "holidays", "reportlab", "tzdata", "tzfpy")
LEFT_OUT = ("tkinter", "_tkinter", "pytest", "hypothesis", "mypy", "PyInstaller")
SCREENS_OF_DEVICES = ("*eglfs*", "*linuxfb*", "*vnc*", "*minimalegl*", "*wayland-brcm*", "*qgtk3*")
"""Plugins of Qt for machines without a desktop, and for dialogs of GTK, which is not packed."""
START_SECONDS = 20.0


def draw_icon(file: Path) -> None:
    """Draw the sign of the program into a PNG."""
    from PySide6.QtWidgets import QApplication

    from missionplanner.gui.theme import Theme
    from missionplanner.gui.tokens import LIGHT

    application = QApplication([])
    if not Theme(LIGHT).pixmap("globe", "accent", ICON, 1.0).save(str(file)):
        raise SystemExit(f"The icon could not be written to {file}")
    del application


def packing(icon: Path, work: Path) -> list[str]:
    """Return the arguments of PyInstaller; everything it writes goes below ``work``."""
    arguments = [
        "--noconfirm",
        "--log-level=ERROR",
        f"--name={NAME}",
        f"--icon={icon}",
        f"--paths={ROOT}",
        f"--distpath={work / 'dist'}",
        f"--workpath={work / 'build'}",
        f"--specpath={work}",
        f"--add-data={ROOT / 'resources'}{os.pathsep}missionplanner/resources",
    ]
    if sys.platform == "win32":
        arguments.append("--hide-console=hide-early")  # one program for the window and the command line
    if sys.platform == "darwin":
        arguments.append("--windowed")
    arguments += [f"--collect-submodules={name}" for name in LOADED_BY_NAME]
    arguments += [f"--collect-data={name}" for name in WITH_DATA]
    arguments += [f"--exclude-module={name}" for name in LEFT_OUT]
    return [*arguments, str(ROOT / NAME / "__main__.py")]


def pack(work: Path) -> Path:
    """Pack the program; return its folder."""
    from PyInstaller.__main__ import run

    icon = work / f"{NAME}.png"
    draw_icon(icon)
    run(packing(icon, work))
    packed = work / "dist" / NAME
    for plugin in (one for name in SCREENS_OF_DEVICES for one in packed.rglob(name)):
        plugin.unlink()
    for name in ("LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, packed)
    if sys.platform.startswith("linux"):
        for file in (icon, *sorted(LINUX.iterdir())):
            shutil.copy(file, packed)
    return packed


def started(packed: Path) -> Path:
    """Return the file that starts the program."""
    return packed / (f"{NAME}.exe" if os.name == "nt" else NAME)


def try_out(packed: Path) -> str:
    """See that the packed program imports, checks, prints, plans and opens its window; return its version.

    What is tried runs in a home of its own, without this Python. Raises SystemExit, saying what does not work.
    """
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary).resolve()
        environ = {"HOME": str(home), "PATH": os.environ.get("PATH", ""), "QT_QPA_PLATFORM": "offscreen"}
        if os.name == "nt":
            environ = {**os.environ, "LOCALAPPDATA": str(home), "APPDATA": str(home)}

        def told(*arguments: str, code: int = 0) -> str:
            line = [str(started(packed)), *arguments]
            done = subprocess.run(
                line, cwd=home, env=environ, capture_output=True, text=True, encoding="utf-8", check=False
            )
            if done.returncode != code:
                raise SystemExit(f"{' '.join(line)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
            return done.stdout

        version = str(json.loads(told("info", "--json"))["version"])
        told("import", str(ROOT / "resources" / "samples" / SAMPLE))
        told("check", CODE, code=1)
        told("pack", "delegates", CODE, "-o", "papers")
        if not list(home.glob("papers/**/*.pdf")):
            raise SystemExit("The packed program printed nothing.")
        (home / "programme.txt").write_text("Monday 5 May 2025\n09:00-10:00 Visit to the port\n", "utf-8")
        if "1 added" not in told("import", "programme.txt", "--mission", CODE, "--dry-run"):
            raise SystemExit("The packed program did not read a programme in a process of its own.")
        told("schedule", CODE, "--dry-run")
        open_window(packed, home, environ)
    return version


def open_window(packed: Path, home: Path, environ: dict[str, str]) -> None:
    """See that the window opens and stays. Raises SystemExit with its log where it does not."""
    window = subprocess.Popen([str(started(packed))], cwd=home, env=environ)
    try:
        latest = time.monotonic() + START_SECONDS
        logs: list[Path] = []
        while time.monotonic() < latest and not any("start of" in one.read_text("utf-8") for one in logs):
            time.sleep(0.2)
            logs = sorted(home.rglob("missionplanner.log"))
        time.sleep(1)
        if window.poll() is not None or not logs:
            raise SystemExit("The window did not open.\n" + "".join(one.read_text("utf-8") for one in logs))
    finally:
        window.terminate()
        window.wait()


def archive(packed: Path, folder: Path, version: str) -> Path:
    """Write the folder of the program as one file; return it."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    base = folder / f"{NAME}-{version}-{system}-{platform.machine().lower()}"
    form = "zip" if system == "windows" else "gztar"
    return Path(shutil.make_archive(str(base), form, packed.parent, packed.name))


def main(folder: Path) -> None:
    """Pack, try, archive."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        packed = pack(Path(temporary))
        version = try_out(packed)
        written = archive(packed, folder, version)
        kept = folder / NAME
        shutil.rmtree(kept, ignore_errors=True)
        shutil.move(packed, kept)
    size = sum(file.lstat().st_size for file in kept.rglob("*") if file.is_file()) / 1e6
    print(f"It works: {kept} ({size:.0f} MB), {written.name} ({written.stat().st_size / 1e6:.0f} MB)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
