"""Say things: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from missionplanner.base.i18n import Translator, system_language, translator
from missionplanner.base.progress import Progress


def words() -> Translator:
    """Return the translator of the language this terminal is set to."""
    return translator(system_language())


def note(text: str) -> None:
    """Tell something beside the result."""
    print(text, file=sys.stderr)


def result(text: str) -> None:
    print(text)


def as_json(value: Any) -> None:
    """Print a result for programs: UTF-8 JSON, one value."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns as wide as they need."""
    some = [list(row) for row in rows]
    if not some:
        return
    widths = [max(len(row[column]) for row in some) for column in range(len(some[0]))]
    for row in some:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


@contextmanager
def progress(title: str) -> Iterator[Progress]:
    """Give a progress that draws a bar on a terminal and is silent elsewhere."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield Progress(lambda done, total, text: bar.update(task, completed=done, total=total))
