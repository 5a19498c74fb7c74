"""The lock files: complete, of one mind, and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]


def entries(name: str) -> list[str]:
    """Return the requirements of a lock, each with its marker and hashes on one line."""
    return (LOCKS / f"{name}.txt").read_text("utf-8").replace("\\\n", " ").splitlines()


def pins(name: str) -> set[str]:
    return {entry.partition(" --hash")[0].strip() for entry in entries(name)}


def required(group: str) -> list[Requirement]:
    """Return what the project and one of its groups ask for."""
    asked = [*PROJECT["project"]["dependencies"], *GROUPS["build"]]
    return [Requirement(each) for each in [*asked, *GROUPS[group]] if isinstance(each, str)]


def versions(name: str) -> dict[str, str]:
    """Return the locked version of each package."""
    return dict(pin.partition(" ;")[0].split("==") for pin in pins(name))


@pytest.mark.parametrize(("lock", "group"), [("runtime", "build"), ("dev", "dev"), ("bench", "bench")])
def test_every_requirement_is_locked(lock: str, group: str) -> None:
    locked = versions(lock)
    for each in required(group):
        assert each.specifier.contains(locked[each.name.lower().replace("_", "-")]), each


@pytest.mark.parametrize("lock", ["runtime", "dev", "bench"])
def test_every_package_has_hashes_and_no_address(lock: str) -> None:
    assert entries(lock)
    assert [entry for entry in entries(lock) if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", entry)] == []
    assert [entry for entry in entries(lock) if "://" in entry or entry.startswith("-")] == []


def test_one_environment_serves_running_and_developing() -> None:
    assert pins("runtime") <= pins("dev")
    assert pins("runtime") <= pins("bench")


def test_packages_in_both_development_and_benchmarks_have_one_version() -> None:
    names = [{pin.partition("==")[0] for pin in pins(lock)} for lock in ("dev", "bench")]
    shared = names[0] & names[1]
    alike = {pin.partition("==")[0] for pin in pins("dev") & pins("bench")}
    assert len(shared) > 30
    assert shared == alike
