"""Find and install the shared libraries the program needs from the system; on Debian and Ubuntu only.

Standard library only, and any Python from 3.9 on: ``dev.py`` starts here.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# Shared library → Debian's package. The wheels bring everything else.
OFFSCREEN = {
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
BENCH = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
PROGRAMS = {"objdump": "binutils"}
"""Program → Debian's package: what packs the program into a folder looks into libraries with it."""
BEFORE_64_BIT_TIME = ("bullseye", "bookworm", "focal", "jammy")


class Stop(Exception):
    """What a person has to do before this can go on, as a sentence."""


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of those shared libraries that cannot be loaded."""
    import ctypes

    missing = []
    for soname, package in libraries.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            missing.append(package)
    return missing


def read_release(text: str) -> dict[str, str]:
    """Read /etc/os-release."""
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def apt_names(packages: list[str], release: dict[str, str]) -> list[str]:
    """Name packages as this release does: Debian 13 and Ubuntu 24.04 renamed GLib for 64-bit time."""
    codename = release.get("UBUNTU_CODENAME") or release.get("VERSION_CODENAME", "")
    renamed = {} if codename in BEFORE_64_BIT_TIME else {"libglib2.0-0": "libglib2.0-0t64"}
    return [renamed.get(package, package) for package in packages]


def apt_line(packages: list[str]) -> list[str]:
    """Return the command that installs packages."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def library_sets(command: str, environ: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the libraries a command cannot do without, and those to install when there is a way."""
    needed = {**OFFSCREEN, **(BENCH if command == "bench" else {})}
    if command == "freeze":  # what is packed is what is there
        needed = {**needed, **X11, **WAYLAND, **python_library()}
    elif command == "run" and "DISPLAY" in environ:
        needed = {**needed, **X11}
    elif command == "run" and "WAYLAND_DISPLAY" in environ:
        needed = {**needed, **WAYLAND}
    return needed, {**needed, **X11, **WAYLAND}


def python_library() -> dict[str, str]:
    """Return the shared library of this Python, which Debian packs apart; nothing where it lies with it."""
    import sysconfig

    name = f"libpython3.{sys.version_info.minor}"
    own = Path(sysconfig.get_config_var("LIBDIR") or "") / f"{name}.so.1.0"
    return {} if own.exists() else {f"{name}.so.1.0": name}


def missing_programs(command: str) -> list[str]:
    """Return the Debian packages of those programs that a command starts and that are not there."""
    import shutil

    some = PROGRAMS if command == "freeze" else {}
    return [package for name, package in some.items() if shutil.which(name) is None]


def rights_to_install() -> list[str] | None:
    """Return what to put before apt-get: nothing for root, sudo where it asks no password, else None."""
    import shutil

    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def ensure_system(command: str, has_environment: bool) -> None:
    """Install the missing system libraries and, where no environment is there yet, the venv module through apt.

    Raises Stop with the line to run where this may not install, or with the names where there is no apt.
    """
    import importlib.util
    import shutil

    if not sys.platform.startswith("linux"):
        return
    needed, wanted = library_sets(command, dict(os.environ))
    programs = missing_programs(command)
    missing = [*missing_libraries(wanted), *programs]
    essential = [name for name in missing if name in needed.values() or name in programs]
    if not has_environment and importlib.util.find_spec("ensurepip") is None:
        venv = f"python3.{sys.version_info.minor}-venv"
        missing, essential = [venv, *missing], [venv, *essential]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        if essential:
            raise Stop(f"These system libraries are missing (Debian's names): {' '.join(essential)}")
        return
    release = Path("/etc/os-release")
    names = apt_names(missing, read_release(release.read_text("utf-8") if release.exists() else ""))
    rights = rights_to_install()
    if rights is not None:
        install_packages(rights, names)
    elif essential:
        raise Stop(
            f"System packages are missing. Run this once, then try again:\n  sudo {' '.join(apt_line(names))}"
        )


def install_packages(rights: list[str], names: list[str]) -> None:
    """Install Debian packages, with the lists brought up to date first."""
    print(f"Installing system packages: {' '.join(names)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for line in (["apt-get", "update"], apt_line(names)):
        done = subprocess.run([*rights, *line], env=quiet, capture_output=True, text=True, check=False)
        if done.returncode and line[1] == "install":
            raise Stop(f"{done.stdout}{done.stderr}\nThis did not succeed:\n  {' '.join([*rights, *line])}")
