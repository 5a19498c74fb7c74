"""What is loaded when, seen from outside in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that some code brings in, beyond those of a bare start."""
    told = "print(json.dumps(sorted({name.partition('.')[0] for name in set(sys.modules) - before})))"
    program = f"import json, sys\nbefore = set(sys.modules)\n{code}\nprint()\n{told}"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_command_line_loads_no_qt() -> None:
    code = """
import missionplanner.cli.main
from missionplanner.__main__ import main
sys.argv = ["missionplanner", "--help"]
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
"""
    modules = loaded_by(code)
    assert "typer" in modules
    assert not modules & {"PySide6", "shiboken6"}


def test_no_service_loads_qt() -> None:
    code = """
import importlib, pkgutil, missionplanner.services as package
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""
    modules = loaded_by(code)
    assert "sqlalchemy" in modules
    assert not modules & {"PySide6", "shiboken6"}


def test_the_rules_load_nothing_but_dateutil() -> None:
    code = """
import importlib, pkgutil, missionplanner.domain as package
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""
    modules = loaded_by(code)
    assert "missionplanner" in modules
    foreign = {name for name in modules - sys.stdlib_module_names if not name.startswith("_sysconfigdata")}
    assert foreign <= {"missionplanner", "dateutil", "six"}
