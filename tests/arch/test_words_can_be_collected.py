"""Words within an f-string are not collected for translation: before Python 3.12 it is one token."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "missionplanner"
NAMES = {"t", "_t", "N_", "context", "plural"}


def said_inside(tree: ast.AST) -> list[int]:
    """Return the lines of f-strings that translate a text of their own."""
    return [
        call.lineno
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and _name(call.func) in NAMES and _has_words(call)
    ]


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _has_words(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


def test_no_f_string_translates_words() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    found = {str(file.relative_to(PACKAGE)): said_inside(ast.parse(file.read_text("utf-8"))) for file in files}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_one_that_does_is_found() -> None:
    assert said_inside(ast.parse("words = f\"{t('Next')} (F8)\"")) == [1]
