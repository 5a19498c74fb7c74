"""Spare Python's collector the walk through a whole batch, again and again, while that batch is laid out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

SELDOM = 100_000
"""New objects before the collector looks at them; usually 700. Layout makes hardly any cycles to be found."""

_lock = Lock()
_usual: list[tuple[int, int, int]] = []
"""What was set before, once for every batch under way."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the collector run seldom meanwhile; with several batches at a time, until the last is done."""
    with _lock:
        _usual.append(_usual[0] if _usual else gc.get_threshold())
        gc.set_threshold(max(SELDOM, _usual[0][0]), *_usual[0][1:])
    try:
        yield
    finally:
        with _lock:
            before = _usual.pop()
            if not _usual:
                gc.set_threshold(*before)
