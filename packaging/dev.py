#!/usr/bin/env python3
"""Set up, run, test and check Mission Planner from a checkout.

Standard library only. Any python3 from 3.9 on may start it; it goes on with one that is 3.11 or newer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMPS = VENV / "stamps"
LOCKS = ROOT / "packaging" / "lock"
BENCHMARKS = ROOT / "tests" / "benchmarks"

OLDEST = (3, 11)
PREFERRED = ("3.13", "3.12", "3.11", "3.14", "3.15")
# The locks that hold all packages of a lock, in the same versions (see write_locks.py).
CONTAINED_IN = {"runtime": ("runtime", "dev", "bench"), "dev": ("dev",), "bench": ("bench",)}

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
BEFORE_64_BIT_TIME = ("bullseye", "bookworm", "focal", "jammy")

USAGE = """usage: python3 packaging/dev.py COMMAND

  run [-- ARGUMENTS]    set up and open the program on the sample workspace (without a display: make the
                        sample's PDFs in ./sample-output); ARGUMENTS, if any, go to the program instead
  test [ARGUMENTS]      set up and run all tests without a window; ARGUMENTS go to pytest
  check [--no-tests]    format, lint, types, import contracts, tests, and the wheel builds and starts
  bench [NAME...]       run tests/benchmarks/bench_NAME.py, all of them without a name; a FOLDER is handed
                        on, as in bench b2b FOLDER with published instances
  shots DIR             save a picture of every page, dialog and state, in both themes and languages, at 100 and
                        200 %, with an index.html that shows them all; --only WORD takes some of them
  lock [ARGUMENTS]      write packaging/lock/*.txt anew from pyproject.toml; ARGUMENTS go to uv (--upgrade)
"""


class Stop(Exception):
    """What a person has to do before this can go on, as a sentence."""


# ---- the interpreter -------------------------------------------------------------------------------


def current_interpreter() -> str:
    """Return the interpreter this runs on, outside any virtual environment."""
    return os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable)


def other_interpreters(path: str, home: Path) -> list[str]:
    """List what may be a newer Python, tested versions first: on the search path, then pyenv's."""
    import shutil

    names = [f"python{version}" for version in PREFERRED]
    found = [shutil.which(name, path=path) for name in [*names, "python3"]]
    pyenv = home / ".pyenv" / "versions"
    kept = [str(p) for version in PREFERRED for p in sorted(pyenv.glob(f"{version}.*/bin/python3"))]
    return [name for name in [*found, *kept] if name]


def is_new_enough(interpreter: str) -> bool:
    """Ask an interpreter for its version; a shim without anything behind it is not one."""
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        asked = subprocess.run([interpreter, "-c", question], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def continue_on_newer(arguments: list[str]) -> None:
    """Start again on a Python that is new enough, if this one is not.

    Raises Stop where none is found.
    """
    if sys.version_info >= OLDEST:
        return
    candidates = other_interpreters(os.environ.get("PATH", ""), Path.home())
    chosen = next((name for name in candidates if is_new_enough(name)), None)
    if chosen is None:
        raise Stop(
            f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}. "
            "Install one (on Debian and Ubuntu: apt-get install python3.11 python3.11-venv) and try again."
        )
    replace_process([chosen, str(Path(__file__).resolve()), *arguments], dict(os.environ))


# ---- system libraries ------------------------------------------------------------------------------


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
    if command == "run" and "DISPLAY" in environ:
        needed = {**needed, **X11}
    elif command == "run" and "WAYLAND_DISPLAY" in environ:
        needed = {**needed, **WAYLAND}
    return needed, {**needed, **X11, **WAYLAND}


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


def ensure_system(command: str) -> None:
    """Install the missing system libraries and the venv module through apt.

    Raises Stop with the line to run where this may not install, or with the names where there is no apt.
    """
    import importlib.util
    import shutil

    if not sys.platform.startswith("linux"):
        return
    needed, wanted = library_sets(command, dict(os.environ))
    missing = missing_libraries(wanted)
    essential = [name for name in missing if name in needed.values()]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
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


# ---- the environment -------------------------------------------------------------------------------


def child_environment(**extra: str) -> dict[str, str]:
    """Return the environment of everything started here.

    Without byte code the program takes twice as long to start, so what forbids writing it is left out.
    """
    dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_USER")
    return {**{name: value for name, value in os.environ.items() if name not in dropped}, **extra}


def environment_identity() -> str:
    """Say where an environment made now would lie and on what; it bears neither a move nor a new Python."""
    return f"{VENV} {current_interpreter()} {sys.version}"


def fingerprint(identity: str, files: list[Path]) -> str:
    """Return a digest of an environment's identity and the content of files: what an installation depends on."""
    import hashlib

    digest = hashlib.sha256(identity.encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def stamp_of(lock: str) -> str:
    """Return what the stamp of a lock has to say for its packages to be as they should."""
    return fingerprint(environment_identity(), [LOCKS / f"{lock}.txt", ROOT / "pyproject.toml"])


def is_installed(lock: str) -> bool:
    """Tell whether the packages of a lock are there, by it or by one that contains it."""
    stamps = ((STAMPS / name, name) for name in CONTAINED_IN[lock])
    return any(file.exists() and file.read_text("utf-8") == stamp_of(name) for file, name in stamps)


def ensure_environment(lock: str) -> None:
    """Make ./.venv with the packages of a lock and the checkout itself, unless it is there already.

    Raises Stop where a step of it fails.
    """
    if is_installed(lock):
        return
    made_as = STAMPS / "environment"
    identity = environment_identity()
    if not PYTHON.exists() or not made_as.exists() or made_as.read_text("utf-8") != identity:
        print(f"Making {VENV} with Python {sys.version.split()[0]}", flush=True)
        call([current_interpreter(), "-m", "venv", "--clear", str(VENV)])
        STAMPS.mkdir()
        made_as.write_text(identity, "utf-8")
    print(f"Installing the packages of packaging/lock/{lock}.txt; this takes a minute or two", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--compile"]
    call([*pip, "--require-hashes", "--no-deps", "-r", str(LOCKS / f"{lock}.txt")])
    call([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    call([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "missionplanner")])
    (STAMPS / lock).write_text(stamp_of(lock), "utf-8")


# ---- starting things -------------------------------------------------------------------------------


def call(line: list[str], cwd: Path = ROOT, **environ: str) -> None:
    """Run a command to its end.

    Raises Stop where it fails.
    """
    code = subprocess.run(line, cwd=cwd, env=child_environment(**environ), check=False).returncode
    if code:
        raise Stop(f"This did not succeed (exit {code}):\n  {' '.join(line)}")


def replace_process(line: list[str], environ: dict[str, str]) -> NoReturn:
    """Become another program, so that its signals and its exit code are its own."""
    if os.name == "nt":
        sys.exit(subprocess.run(line, env=environ, check=False).returncode)
    sys.stdout.flush()
    os.execve(line[0], line, environ)


def program_arguments(arguments: list[str], environ: dict[str, str], platform: str) -> list[str]:
    """Return the program's arguments: those given, else the demonstration, with a window if it can be."""
    if arguments:
        return arguments
    has_display = not platform.startswith("linux") or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return ["demo"] if has_display else ["demo", "--no-window"]


def pytest_line(arguments: list[str]) -> list[str]:
    """Return the command that runs the tests on every core this process may use; who is done helps the others."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return [str(PYTHON), "-m", "pytest", "-n", str(cores), "--dist", "worksteal", *arguments]


# ---- commands --------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Open the program on the sample workspace."""
    prepare("run", "runtime")
    program = program_arguments(arguments, dict(os.environ), sys.platform)
    replace_process([str(PYTHON), "-m", "missionplanner", *program], child_environment())


def test(arguments: list[str]) -> int:
    """Run all tests, without a window."""
    prepare("test", "dev")
    os.chdir(ROOT)
    replace_process(pytest_line(arguments), child_environment(QT_QPA_PLATFORM="offscreen"))


def check(arguments: list[str]) -> int:
    """Run everything that a change has to pass."""
    prepare("check", "dev")
    os.chdir(ROOT)
    script = str(ROOT / "packaging" / "check.py")
    tests = [] if "--no-tests" in arguments else pytest_line([])
    replace_process([str(PYTHON), script, *tests], child_environment(QT_QPA_PLATFORM="offscreen"))


def bench(arguments: list[str]) -> int:
    """Run the benchmarks named, or all of them."""
    known = sorted(file.stem[len("bench_") :] for file in BENCHMARKS.glob("bench_*.py"))
    folders = [name for name in arguments if name not in known and Path(name).is_dir()]
    arguments = [name for name in arguments if name not in folders]
    unknown = [name for name in arguments if name not in known]
    if unknown:
        raise Stop(f"No benchmark is called {' '.join(unknown)}. There are: {' '.join(known)}")
    prepare("bench", "bench")
    for name in arguments or known:
        given = [str(Path(folder).resolve()) for folder in folders]
        call([str(PYTHON), str(BENCHMARKS / f"bench_{name}.py"), *given], QT_QPA_PLATFORM="offscreen")
    return 0


def shots(arguments: list[str]) -> int:
    """Save a picture of everything the window shows."""
    if not arguments:
        raise Stop("Say which folder the pictures go to: python3 packaging/dev.py shots DIR")
    prepare("shots", "runtime")
    script = str(ROOT / "packaging" / "shots.py")
    replace_process([str(PYTHON), script, *arguments], child_environment(QT_QPA_PLATFORM="offscreen"))


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml into versions and hashes for every platform, without addresses."""
    ensure_system("lock")
    call([current_interpreter(), str(ROOT / "packaging" / "write_locks.py"), *arguments])
    return 0


def prepare(command: str, packages: str) -> None:
    """Set up what a command needs."""
    ensure_system(command)
    ensure_environment(packages)


def main(arguments: list[str]) -> int:
    """Carry out one command; return the exit code."""
    commands = {"run": run, "test": test, "check": check, "bench": bench, "shots": shots, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(USAGE, end="", file=sys.stderr)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    name, *rest = arguments
    try:
        continue_on_newer(arguments)
        return commands[name](rest[1:] if rest[:1] == ["--"] else rest)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
