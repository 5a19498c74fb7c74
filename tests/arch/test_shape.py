"""The shape of the checkout: what lies where, how it is named, and how long things are."""

from __future__ import annotations

import ast
import fnmatch
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "missionplanner"
TESTS = ROOT / "tests"
SOURCES = sorted(PACKAGE.rglob("*.py"))

TOP = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "missionplanner",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
# Test folders that are about no package of the program.
OF_THE_WHOLE = {"arch", "benchmarks", "data", "golden", "packaging", "samples"}
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "common", "misc"}
UNFINISHED = re.compile(r"# *(?:TODO|FIXME|XXX)\b|\bprocessEvents\b|\braise NotImplementedError\b")
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def words(name: str) -> set[str]:
    """Split snake_case and CamelCase into lower-case words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def definitions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, kinds)]


def test_the_top_holds_nothing_unexpected() -> None:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line]
    found = {path.name for path in ROOT.iterdir()}
    strange = {name for name in found - TOP if not any(fnmatch.fnmatch(name, each) for each in ignored)}
    assert strange == set()
    assert TOP - {".git"} <= found


def test_there_is_a_program_to_look_at() -> None:
    assert len(SOURCES) > 20


def wrong(file: Path) -> list[str]:
    """Say what is too long, unfinished or named after nothing in a file."""
    text = file.read_text("utf-8")
    defined = definitions(file)
    long = [
        f"{node.name} is too long"
        for node in defined
        if not isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    classes = [node.name for node in defined if isinstance(node, ast.ClassDef)]
    named = [*file.relative_to(ROOT).with_suffix("").parts, *classes]
    empty = [f"{name} says nothing" for name in named if words(name) & NAMES_THAT_SAY_NOTHING]
    lines = text.count("\n")
    return [*long, *empty, *UNFINISHED.findall(text), *([f"{lines} lines"] if lines > LONGEST_FILE else [])]


def test_files_and_functions_are_short_and_well_named() -> None:
    found = {str(file.relative_to(PACKAGE)): wrong(file) for file in SOURCES}
    assert {name: said for name, said in found.items() if said} == {}


def test_every_test_folder_mirrors_a_package() -> None:
    folders = {file.parent.relative_to(TESTS) for file in TESTS.rglob("test_*.py")}
    mirrored = {folder for folder in folders if folder.parts and folder.parts[0] not in OF_THE_WHOLE}
    assert mirrored
    assert [str(folder) for folder in mirrored if not (PACKAGE / folder).is_dir()] == []


def test_every_package_has_tests() -> None:
    packages = {file.parent.name for file in PACKAGE.glob("*/__init__.py")}
    assert packages
    assert {name for name in packages if not list((TESTS / name).rglob("test_*.py"))} == set()


@pytest.mark.parametrize("folder", ["packaging", "tests"])
def test_folders_that_are_no_package_stay_so(folder: str) -> None:
    assert list((ROOT / folder).rglob("__init__.py")) == []
