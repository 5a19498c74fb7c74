"""Hold the parts of a page, of which one is on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets.pages_stack import PagesStack

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt


class Shown(Protocol):
    """Be what a page asks of any part while it is on screen."""

    def deeds(self) -> Mapping[str, Callable[[], object]]: ...

    def there(self) -> set[str]: ...

    def regions(self) -> list[QWidget]: ...

    def take_focus(self) -> None: ...

    def arrive(self) -> None: ...

    def leave(self) -> None: ...

    def count_words(self) -> str: ...


class Part(Shown, Protocol):
    """Be a part that knows its own places and reversals."""

    @property
    def changed(self) -> SignalInstance: ...

    def set_narrow(self, narrow: bool) -> None: ...

    def place(self) -> object: ...

    def restore(self, place: object) -> None: ...

    def follow_reversal(self, receipt: Receipt, step: int) -> None: ...


class Parts(PagesStack):
    """Show one part by its name; each is made when it is first wanted, and told how wide the window is."""

    def __init__(self, make: Callable[[str], Part], first: str) -> None:
        super().__init__()
        self.name = first
        """Which part is on screen."""
        self._make = make
        self._made: dict[str, Part] = {}
        self._narrow = False

    @property
    def part(self) -> Part:
        """Return the part on screen."""
        return self.of(self.name)

    def of(self, name: str) -> Part:
        """Return a part by its name."""
        if name not in self._made:
            made = self._make(name)
            self._made[name] = made
            self.addWidget(cast(QWidget, made))
            made.set_narrow(self._narrow)
        return self._made[name]

    def show_part(self, name: str) -> None:
        """Bring a part on screen; the one before is left."""
        if name != self.name:
            self.part.leave()
        self.name = name
        part = self.part
        self.setCurrentWidget(cast(QWidget, part))
        part.arrive()

    def set_narrow(self, narrow: bool) -> None:
        """Fit every part into a window under 1,280 logical pixels, or into a wide one."""
        self._narrow = narrow
        for one in self._made.values():
            one.set_narrow(narrow)
