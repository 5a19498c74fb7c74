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

from system_libraries import Stop, ensure_system

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
CONTAINED_IN = {
    "runtime": ("runtime", "dev", "bench", "freeze"),
    "dev": ("dev",),
    "bench": ("bench",),
    "freeze": ("freeze",),
}

USAGE = """usage: python3 packaging/dev.py COMMAND

  run [-- ARGUMENTS]    set up and open the program on the sample workspace (without a display: make the
                        sample's PDFs in ./sample-output); ARGUMENTS, if any, go to the program instead
  test [ARGUMENTS]      set up and run all tests without a window; ARGUMENTS go to pytest
  check [--no-tests]    format, lint, types, import contracts, tests, and the wheel builds and starts
  bench [NAME...]       run tests/benchmarks/bench_NAME.py, all of them without a name; a FOLDER is handed
                        on, as in bench b2b FOLDER with published instances
  shots DIR             save a picture of every page, dialog and state, in both themes and languages, at 100 and
                        200 %, with an index.html that shows them all; --only WORD takes some of them
  freeze DIR            pack the program with all it needs into a folder and an archive, for machines without
                        Python: for the system this runs on; see that it works
  lock [ARGUMENTS]      write packaging/lock/*.txt anew from pyproject.toml; ARGUMENTS go to uv (--upgrade)
"""


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


def freeze(arguments: list[str]) -> int:
    """Pack the program into a folder that needs no Python."""
    if len(arguments) != 1:
        raise Stop("Say which folder the program goes to: python3 packaging/dev.py freeze DIR")
    folder = Path(arguments[0]).resolve()
    prepare("freeze", "freeze")
    script = str(ROOT / "packaging" / "freeze.py")
    replace_process([str(PYTHON), script, str(folder)], child_environment(QT_QPA_PLATFORM="offscreen"))


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml into versions and hashes for every platform, without addresses."""
    ensure_system("lock", PYTHON.exists())
    call([current_interpreter(), str(ROOT / "packaging" / "write_locks.py"), *arguments])
    return 0


def prepare(command: str, packages: str) -> None:
    """Set up what a command needs."""
    ensure_system(command, PYTHON.exists())
    ensure_environment(packages)


def main(arguments: list[str]) -> int:
    """Carry out one command; return the exit code."""
    some = (run, test, check, bench, shots, freeze, lock)
    commands = {one.__name__: one for one in some}
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
