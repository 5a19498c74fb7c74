"""Be a part of the page that has parts of its own, one at a time: a list, a grid, another list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.session_list import SessionList
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.widgets.basics import ActionButton, fit_words
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.gui.matchmaking.slots_view import SlotsView
    from missionplanner.gui.matchmaking.wish_matrix import WishMatrix
    from missionplanner.services.workspace import Receipt

    Inner = SessionList | SlotsView | WishMatrix


class Choice(NamedTuple):
    """Be one of the parts: its words, what makes it, the actions that have a button beside it."""

    words: str
    make: Callable[[], Inner]
    buttons: Sequence[str]


class Several(QWidget):
    """Show one inner part at a time, each made when first looked at. ``changed`` as theirs."""

    changed = Signal()
    NAME = ""

    def __init__(self, ctx: Context, actions: Actions, shown: ShownSession) -> None:
        super().__init__()
        self.setObjectName(f"{self.NAME}_view")
        self.ctx, self._actions, self._shown = ctx, actions, shown
        self._choices = self.choices()
        self.inner = next(iter(self._choices))
        self._made: dict[str, Inner] = {}
        words = {name: one.words for name, one in self._choices.items()}
        self.segments = Segments(f"{self.NAME}_inner", ctx.t("Show"), words, self.inner)
        self.segments.chosen.connect(lambda name: self.show_inner(str(name)))
        names = dict.fromkeys(name for one in self._choices.values() for name in one.buttons)
        self._buttons = {name: ActionButton(actions[name], ctx.theme, look="flat") for name in names}
        self._build()

    # -- said by subclasses -----------------------------------------------------------------------

    def choices(self) -> Mapping[str, Choice]:
        """Return the inner parts by name, the first as one finds it."""
        return {}

    # -- the page asks ----------------------------------------------------------------------------

    @property
    def part(self) -> Inner:
        """Return the inner part on screen."""
        return self.part_of(self.inner)

    def part_of(self, name: str) -> Inner:
        """Return an inner part by its name, made when it is first wanted."""
        if name not in self._made:
            made = self._choices[name].make()
            self._made[name] = made
            self._stack.addWidget(made)
            made.changed.connect(self.changed)
        return self._made[name]

    def show_inner(self, name: str) -> None:
        """Show another inner part."""
        if name != self.inner:
            self.part.leave()
        self.inner = name
        with self.segments.moving_to(name):
            part = self.part
            part.arrive()
            self._stack.setCurrentWidget(part)
        for each, made in self._buttons.items():
            made.setVisible(each in self._choices[name].buttons)
        self._fit()
        self.changed.emit()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what actions do here."""
        return self.part.deeds()

    def there(self) -> set[str]:
        """Return which needs of actions are met."""
        return self.part.there()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.segments, *self.part.regions()]

    def take_focus(self) -> None:
        """Give the focus to what one does first here."""
        self.part.take_focus()

    def arrive(self) -> None:
        """Prepare to be shown."""
        self.show_inner(self.inner)

    def leave(self) -> None:
        """Be out of sight."""
        self.part.leave()

    def count_words(self) -> str:
        """Return what is counted of the part on screen."""
        return self.part.count_words()

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one: what is inside goes by its own width."""

    def place(self) -> object:
        """Return where one is, for Back."""
        return self.inner, self.part.place()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 2 and place[0] in self._choices:
            self.show_inner(str(place[0]))
            self.part.restore(place[1])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        """Show what an undo or redo has touched."""
        self.part.follow_reversal(receipt, step)

    # -- building ---------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the names are Qt's
        self.part.leave()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [self._buttons[name] for name in self._choices[self.inner].buttons]
        fit_words(self._top, shown, self.width())

    def _build(self) -> None:
        self._stack = QStackedWidget()
        top = self._top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        top.setSpacing(6)
        top.addWidget(self.segments)
        top.addStretch(1)
        for made in self._buttons.values():
            top.addWidget(made)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
