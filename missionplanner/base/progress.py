"""Tell how far long work is, and stop it when asked."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from missionplanner.base.errors import Cancelled
from missionplanner.base.messages import N_

Listener = Callable[[int, int, str], None]


class Progress:
    """Pass steps on to a listener; raise Cancelled at the next step after ``cancel``."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop. Safe from any thread."""
        self._cancelled.set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report ``done`` of ``total``. Raises Cancelled once somebody asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled(N_("Stopped, as you asked. Nothing was changed."))
        if self._listener is not None:
            self._listener(done, total, text)
