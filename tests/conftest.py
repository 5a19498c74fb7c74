"""Keep every test off the network, off the screen and out of the home folder."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
# Workers of a parallel run inherit the name of the true home; HOME itself is another by then.
TRUE_HOME = os.environ.setdefault("MISSIONPLANNER_TESTS_TRUE_HOME", os.path.realpath(Path.home()))
WRITABLE = tuple(os.path.realpath(folder) for folder in (ROOT, sys.prefix, sys.base_prefix, tempfile.gettempdir()))
LOCAL_HOSTS = ("", "localhost", "::1", "0.0.0.0")
EXAMPLES = 60
SELDOM = (100_000, 20, 20)
"""When garbage is collected: as often as usual, a tenth of the time of the tests went to looking for it."""
LONG = (
    "test_processes",
    "test_fitting",
    "test_undo_redo",
    "test_in_x",
    "test_random_walk",
    "test_names",
    "test_app",
)
"""Files whose tests take longest: one begun last would keep one worker busy when the others have ended."""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

trespasses: list[str] = []


def is_local(host: object) -> bool:
    """Tell whether a host of a socket address is this machine."""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    return name in LOCAL_HOSTS or name.startswith("127.")


def is_in_true_home(path: object) -> bool:
    """Tell whether a path lies in the home folder of the person who runs the tests."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    place = os.path.realpath(os.fsdecode(path)) + os.sep
    return place.startswith(TRUE_HOME + os.sep) and not place.startswith(tuple(f + os.sep for f in WRITABLE))


def trespass(event: str, args: tuple[object, ...]) -> str | None:
    """Say what is wrong with an audited event, if anything is."""
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        if isinstance(address, tuple) and not is_local(address[0]):
            return f"network: {event} {address}"
    elif event == "socket.getaddrinfo" and not is_local(args[0]):
        return f"network: {event} {args[0]!r}"
    elif event == "open" and isinstance(args[2], int) and args[2] & WRITING and is_in_true_home(args[0]):
        return f"home folder: written {args[0]!r}"
    elif event in ("sqlite3.connect", "os.mkdir") and is_in_true_home(args[0]):
        return f"home folder: {event} {args[0]!r}"
    return None


def guard(event: str, args: tuple[object, ...]) -> None:
    """Refuse a trespass, and remember it for the case that the refusal is swallowed."""
    if event.startswith(("socket.", "open", "sqlite3.", "os.mkdir")) and (reason := trespass(event, args)):
        trespasses.append(reason)
        raise PermissionError(reason)


def make_home(parent: str | None = None) -> dict[str, str]:
    """Make an empty home folder; return the variables that point to it."""
    home = tempfile.mkdtemp(prefix="missionplanner-home-", dir=parent)
    folders = {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
    }
    named = {name: str(Path(home, folder)) for name, folder in folders.items()}
    return {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CACHE_HOME": f"{home}/.cache",
        "XDG_RUNTIME_DIR": home,
        **named,
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--explore``: new examples for every property, ten times as many."""
    parser.addoption("--explore", action="store_true", help="search each property with new, many more examples")


def choose_examples(*, explore: bool) -> None:
    """Give every property the same examples at every run, so that no push is judged by luck, unless exploring.

    The same examples find nothing new, so a push takes fewer. A busy machine is no failure: pytest's own time
    limit is the deadline.
    """
    many = settings().max_examples * 10 if explore else EXAMPLES
    settings.register_profile(
        "missionplanner", deadline=None, derandomize=not explore, max_examples=many, print_blob=True
    )
    settings.load_profile("missionplanner")


def pytest_configure(config: pytest.Config) -> None:
    """Settle the surroundings before anything of the program is imported."""
    os.umask(0o077)
    os.environ.update(make_home(), LC_ALL="C.UTF-8", TZ="UTC")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("LANGUAGE", "MISSIONPLANNER_WORKSPACE"):
        os.environ.pop(name, None)
    if hasattr(time, "tzset"):
        time.tzset()
    config.stash[HOMES] = os.environ["HOME"]
    choose_examples(explore=config.getoption("explore"))
    gc.set_threshold(*SELDOM)
    sys.addaudithook(guard)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest; all else stays in its order, by chance where it is shuffled."""
    items.sort(key=lambda one: LONG.index(one.path.stem) if one.path.stem in LONG else len(LONG))


HOMES = pytest.StashKey[str]()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the home folders of this run."""
    shutil.rmtree(config.stash[HOMES], ignore_errors=True)


@pytest.fixture(autouse=True)
def surroundings(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a home folder of its own; fail it for what the guard had to refuse."""
    for name, value in make_home(pytestconfig.stash[HOMES]).items():
        monkeypatch.setenv(name, value)
    trespasses.clear()
    yield
    assert not trespasses
