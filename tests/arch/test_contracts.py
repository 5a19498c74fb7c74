"""The rules of CONTRIBUTING on who may import whom, kept by import-linter."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "missionplanner"
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# Of the declared dependencies: zone data, ReportLab's accelerator, second modules of PySide6 and pypdfium2.
LOADED_BY_OTHERS = {"tzdata", "_rl_accel", "Shiboken", "pypdfium2_cfg", "pypdfium2_cli", "pypdfium2_raw"}
LOADED_BY_OTHERS |= {"pycard", "pyformula", "pysolvers"}  # parts of python-sat
# Always there with PySide6, which is made of it: tells whether a widget still lives.
BROUGHT_ALONG = {"shiboken6"}
CONTRACTS: list[dict[str, Any]] = CONFIGURATION["tool"]["importlinter"]["contracts"]


def contract(name: str) -> dict[str, Any]:
    (found,) = [each for each in CONTRACTS if each["name"] == name]
    return found


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout, or of a copy of it."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def dependency_modules() -> set[str]:
    """Return the modules that the program's declared dependencies install."""
    project = CONFIGURATION["project"]
    listed = [*project["dependencies"], *sum(project["optional-dependencies"].values(), [])]
    declared = {plain(name.partition(">")[0]) for name in listed}
    installed = packages_distributions().items()
    return {module for module, owners in installed if declared & {plain(owner) for owner in owners}}


def plain(name: str) -> str:
    """Return the name of a distribution as an index compares it."""
    return name.lower().replace("_", "-")


def test_the_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_notices_a_wrong_import(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__", "resources"))
    wrong = {
        "base": "import missionplanner.domain",
        "domain": "import sqlalchemy",
        "services": "import PySide6.QtCore",
        "cli": "import missionplanner.db",
    }
    for package, line in wrong.items():
        (tmp_path / PACKAGE.name / package / "intruder.py").write_text(line + "\n", "utf-8")
    pages = tmp_path / PACKAGE.name / "gui" / "pages"
    pages.mkdir(exist_ok=True)
    (pages / "__init__.py").touch()
    (pages / "one.py").write_text("import missionplanner.gui.pages.two\n", "utf-8")
    (pages / "two.py").touch()
    done = lint(tmp_path)
    broken = {name for name in (each["name"] for each in CONTRACTS) if f"{name} BROKEN" in done.stdout}
    assert broken == {each["name"] for each in CONTRACTS}, done.stdout + done.stderr


def test_no_package_is_left_out_of_the_contract_on_qt() -> None:
    listed = {name.rpartition(".")[2] for name in contract("Qt only in gui")["source_modules"]}
    there = {file.parent.name for file in PACKAGE.glob("*/__init__.py")}
    assert "gui" not in listed
    assert there - {"gui"} == listed


def imported_modules() -> set[str]:
    """Return the top-level modules that the program imports anywhere, at the top or where they are used."""
    nodes = [node for file in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    plain_imports = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    from_imports = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in plain_imports | from_imports}


def test_what_is_imported_is_declared_and_what_is_declared_is_used() -> None:
    foreign = imported_modules() - sys.stdlib_module_names - {PACKAGE.name}
    assert foreign - dependency_modules() - BROUGHT_ALONG == set()
    unused = dependency_modules() - foreign - LOADED_BY_OTHERS
    assert unused == set()


def test_rules_may_use_no_dependency_but_dateutil() -> None:
    modules = dependency_modules()
    assert {"PySide6", "sqlalchemy"} <= modules
    assert modules - {"dateutil"} <= set(contract("rules are plain Python")["forbidden_modules"])
