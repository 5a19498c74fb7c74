"""Carry sentences to where people see them: toasts that pass, banners that stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Step:
    """Be a button of a notice: a verb and what it does."""

    text: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """Be one sentence. ``tone`` is ok, info, warn or danger; ``key`` names a banner, to take it down by,
    ``when`` is when it was said, by the clock of this computer."""

    text: str
    tone: str = "ok"
    steps: tuple[Step, ...] = ()
    key: str = ""
    when: dt.datetime | None = field(default=None, compare=False)

    @property
    def time(self) -> str:
        """Return the time it was said at; nothing where that does not matter."""
        return f"{self.when:%H:%M}" if self.when is not None else ""


class Notices(QObject):
    """Pass notices on; keep what was said, because a toast alone passes unseen."""

    toast = Signal(object)
    banners_changed = Signal()
    REMEMBERED = 100

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said: list[Notice] = []
        self.banners: dict[str, Notice] = {}

    def say(self, text: str, *steps: Step, tone: str = "ok") -> None:
        """Show a sentence for some seconds."""
        notice = Notice(text, tone, steps, when=dt.datetime.now())
        self.said = [*self.said[1 - self.REMEMBERED :], notice]
        self.toast.emit(notice)

    def put_up(self, key: str, text: str, *steps: Step, tone: str = "info") -> None:
        """Show a sentence as long as its state lasts."""
        self.banners[key] = Notice(text, tone, steps, key)
        self.banners_changed.emit()

    def take_down(self, key: str) -> None:
        """Remove a banner, if it is there."""
        if self.banners.pop(key, None) is not None:
            self.banners_changed.emit()
