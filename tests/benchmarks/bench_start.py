"""Measure starts: the window with the sample missions beside the least window Qt can make, in the same run.

Both are started in turn, each under an X server of its own whose screen is a mapped file: looking at it costs the
programs nothing. A window is usable when its picture has come to rest, that is at the last change before STILL
seconds without one; what changes more than a little later than that is shown too, as an honest figure. Memory is
the proportional share of all processes of a program: with the last change, when it was seen to be the last (by
then the program has begun to open the workspace), and once idle. Needs Xvfb (Debian: xvfb) and Linux.
"""

from __future__ import annotations

import argparse
import contextlib
import mmap
import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SIZE = (1440, 900)
STILL, WATCH, LOOK, LATEST = 0.3, 3.0, 0.012, 30.0
"""Seconds: without a change until a picture is at rest, of watching then, between looks, until one gives up."""
LATE = 0.01
"""Share of the screen's pixels that makes a later change worth telling."""
RATIO, AT_FIRST, IDLE = 2.1, 85.0, 140.0
"""Times the bare window's start; MiB of proportional memory when usable, and once idle (issue 3)."""
MIB = 1 << 20


@dataclass(frozen=True)
class Start:
    """Be one start: seconds until usable and until the last change of note; MiB then, at rest and once idle."""

    usable: float
    late: float
    at_first: float
    at_rest: float
    idle: float


class Screen:
    """Look at the screen of an X server through its file: a header that says where the pixels are, then they."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        header, colours = struct.unpack_from(">I", self._map, 0)[0], struct.unpack_from(">I", self._map, 76)[0]
        self._begin = header + colours * 12

    def look(self) -> bytes:
        """Return the picture of now, four bytes a pixel."""
        return self._map[self._begin :]


def blank(picture: bytes) -> bool:
    """Tell whether a picture shows hardly more than one colour."""
    some = memoryview(picture).cast("I")[::997].tolist()
    return Counter(some).most_common(1)[0][1] > 0.995 * len(some)


def share_of_change(one: bytes, other: bytes) -> float:
    """Return the share of pixels that differ between two pictures, of every fifth."""
    before, after = memoryview(one).cast("I")[::5].tolist(), memoryview(other).cast("I")[::5].tolist()
    return sum(a != b for a, b in zip(before, after, strict=True)) / len(before)


def family(pid: int) -> list[int]:
    """Return a process and all it has started."""
    found, left = [], [pid]
    while left:
        one = left.pop()
        found.append(one)
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                left += [int(child) for child in (task / "children").read_text().split()]
    return found


def memory(pid: int) -> float:
    """Return the proportional memory of a program, in MiB."""
    total = 0
    for one in family(pid):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / MIB


@contextlib.contextmanager
def x_server() -> Iterator[tuple[str, Screen]]:
    """Run an X server; yield the name of its display and its screen."""
    with tempfile.TemporaryDirectory(prefix="missionplanner-bench-") as folder:
        read, write = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        line = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp"]
        server = subprocess.Popen(line, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(read) as told:
                display = told.readline().strip()
            if not display:
                raise SystemExit("Xvfb did not start.")
            yield f":{display}", Screen(Path(folder, "Xvfb_screen0"))
        finally:
            end(server)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and wait for it."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def started(line: list[str], home: Path) -> Start:
    """Start a program on an empty screen and watch it until it is idle."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    surroundings = {**kept, **folders, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
    surroundings |= {"PYTHONPATH": str(ROOT), "NO_AT_BRIDGE": "1"}
    with x_server() as (display, screen):
        begun = time.monotonic()
        environ = {**surroundings, "DISPLAY": display}
        process = subprocess.Popen(line, env=environ, cwd=home, stderr=subprocess.DEVNULL)
        try:
            return watched(process, screen, begun)
        finally:
            end(process)


def watched(process: subprocess.Popen[bytes], screen: Screen, begun: float) -> Start:
    """Look at a starting program until its picture rests, and for some seconds more."""
    shown, usable, at_first = at_rest(process, screen, begun)
    rest, late = memory(process.pid), usable
    latest = time.monotonic() + WATCH
    last = shown
    while time.monotonic() < latest:
        time.sleep(LOOK)
        picture = screen.look()
        if picture != last:
            last = picture
            if share_of_change(picture, shown) > LATE:
                late, shown = time.monotonic() - begun, picture
    return Start(usable, late, at_first, rest, memory(process.pid))


def at_rest(process: subprocess.Popen[bytes], screen: Screen, begun: float) -> tuple[bytes, float, float]:
    """Return the first picture that stays, when it was there, and the memory the program had by then."""
    last, changed, had = screen.look(), time.monotonic(), 0.0
    while True:
        time.sleep(LOOK)
        now, picture = time.monotonic(), screen.look()
        if picture != last:
            last, changed, had = picture, now, 0.0 if blank(picture) else memory(process.pid)
        elif now - changed >= STILL and not blank(last):
            return last, changed - begun, had
        if process.poll() is not None:
            raise SystemExit(f"The program ended with {process.returncode} before it was usable.")
        if now - begun > LATEST:
            raise SystemExit("No picture came to rest.")


def prepared(home: Path) -> Path:
    """Put the sample missions where the program looks for a person's own."""
    data = home / "data" / "missionplanner"
    data.mkdir(parents=True)
    program = "import sys; from pathlib import Path; from missionplanner.services import samples; "
    program += "samples.open_sample(Path(sys.argv[1]))"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", program, str(data / "missions.mplanner")], env=environ, check=True)
    return home


def measured(rounds: int) -> dict[str, list[Start]]:
    """Start both programs in turn; the first round fills the caches of the machine and does not count."""
    lines = {
        "bare window": [sys.executable, str(Path(__file__).with_name("bare_window.py"))],
        "Mission Planner": [sys.executable, "-m", "missionplanner"],
    }
    found: dict[str, list[Start]] = {name: [] for name in lines}
    with tempfile.TemporaryDirectory(prefix="missionplanner-bench-") as folder:
        home = prepared(Path(folder))
        for number in range(rounds + 1):
            for name, line in lines.items():
                start = started(line, home)
                if number:
                    found[name].append(start)
    return found


def median(starts: list[Start], what: Callable[[Start], float]) -> float:
    return statistics.median(what(one) for one in starts)


def report(found: dict[str, list[Start]]) -> bool:
    """Print the figures beside their bars; tell whether all are met."""
    for name, starts in found.items():
        usable, late = median(starts, lambda one: one.usable), median(starts, lambda one: one.late)
        first, rest = median(starts, lambda one: one.at_first), median(starts, lambda one: one.at_rest)
        idle = median(starts, lambda one: one.idle)
        every = ", ".join(f"{one.usable:.2f}" for one in starts)
        print(f"       {name:16} usable {usable:5.2f} s ({every})  last change {late:5.2f} s")
        print(f"       {'':16} memory {first:5.1f} MiB then, {rest:5.1f} {STILL} s later, {idle:5.1f} once idle")
    bare, own = found["bare window"], found["Mission Planner"]
    ratio = median(own, lambda one: one.usable) / median(bare, lambda one: one.usable)
    late = median(own, lambda one: one.late) / median(own, lambda one: one.usable)
    judged = [
        ("start to usable", ratio, RATIO, "× the bare window"),
        ("start to last change", late, 1.0, "× start to usable"),
        ("memory when usable", median(own, lambda one: one.at_first), AT_FIRST, "MiB"),
        ("memory once idle", median(own, lambda one: one.idle), IDLE, "MiB"),
    ]
    for name, figure, bar, unit in judged:
        print(f"{'met   ' if figure <= bar else 'MISSED'} {name:22} {figure:6.2f} {unit}   (bar <= {bar:g})")
    return all(figure <= bar for _name, figure, bar, _unit in judged)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is started")
    chosen = parser.parse_args(arguments)
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        print("bench start needs Linux and Xvfb (Debian's package is xvfb); nothing was measured.")
        return 0
    return 0 if report(measured(chosen.rounds)) else 1


if __name__ == "__main__":
    sys.exit(main())
