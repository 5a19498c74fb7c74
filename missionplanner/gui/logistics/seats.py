"""Show beside a leg how full it is, who has no seat, and the way to who travels on it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from missionplanner.domain.delegates.stand_ins import names_of, peopled
from missionplanner.domain.logistics import seating
from missionplanner.domain.logistics.seating import Load
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, roomy
from missionplanner.gui.widgets.basics import icon_button, label

NAMED = 6
"""People without a seat who are told by name; of more it says how many."""


def loads_of(ctx: Context) -> tuple[dict[UUID, Load], dict[UUID, str]]:
    """Return who is on each leg of the open mission, and what people are called."""
    if ctx.mission.plan is None:
        return {}, {}
    plan = peopled(ctx.mission.plan)
    return seating.loads(plan), names_of(plan)


def said(ctx: Context, load: Load) -> str:
    """Return how full a leg is: "24 of 25 seats", "24 aboard"."""
    t = ctx.t
    count = len(load.heads)
    if load.capacity is None:
        return t.plural("{count} aboard", "{count} aboard", count)
    return t("{count} of {seats} seats", count=count, seats=load.capacity)


def left_words(ctx: Context, load: Load) -> str:
    """Return what is left: "1 left", "full", "2 too many"; nothing where nobody counted."""
    t, left = ctx.t, load.left
    if left is None:
        return ""
    if left < 0:
        return t.plural("{count} too many", "{count} too many", -left)
    return t.plural("{count} seat left", "{count} seats left", left) if left else t("full")


class SeatBar(QWidget):
    """Be a bar that is as full as a leg; words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._load: Load | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_load(self, load: Load | None, words: str) -> None:
        """Show how full a leg is."""
        self._load = load
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(load is not None and load.capacity is not None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(120, roomy(10))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        load = self._load
        if load is None or not load.capacity:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRect(0, 1, self.width(), self.height() - 2)
        painter.setBrush(self._theme.colour("surface2"))
        painter.drawRoundedRect(area, 4, 4)
        share = min(1.0, len(load.heads) / load.capacity)
        tone = "danger" if (load.left or 0) < 0 else "accent"
        painter.setBrush(self._theme.colour(tone))
        area.setWidth(max(4, round(area.width() * share)) if load.heads else 0)
        if area.width():
            painter.drawRoundedRect(area, 4, 4)


class Seats(QWidget):
    """Tell of a leg beside the list. ``assign_wanted`` and ``list_wanted`` carry its id."""

    assign_wanted = Signal(object)
    list_wanted = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("leg_seats")
        self._ctx = ctx
        self._id: UUID | None = None
        t = ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(t("Who travels"), "strong"))
        self._said = label("", "body", name="leg_seats_said")
        self._bar = SeatBar(ctx.theme)
        self._note = label("", "small", tone="quiet", name="leg_seats_note", wrap=True)
        self._waiting = label("", "small", tone="danger", name="leg_seats_waiting", wrap=True)
        for one in (self._said, self._bar, self._note, self._waiting):
            column.addWidget(one)
        for words, name, icon, signal in (
            (t("Passengers"), "leg_passengers", "users", self.list_wanted),
            (t("Assign people…"), "leg_assign", "user-plus", self.assign_wanted),
        ):
            made = icon_button(words, name, icon, ctx.theme)
            made.setFont(font("button"))
            made.clicked.connect(lambda _on=False, signal=signal: signal.emit(self._id))
            column.addWidget(made)

    def show_row(self, identity: UUID | None) -> None:
        """Show who is on a leg."""
        self._id = identity
        loads, names = loads_of(self._ctx)
        load = loads.get(identity) if identity is not None else None
        if load is None:
            return
        t = self._ctx.t
        words = self._ctx.wording.listed((said(self._ctx, load), left_words(self._ctx, load)))
        self._said.setText(words)
        self._bar.show_load(load, words)
        self._note.setText("" if load.named else t("Nobody is named: everyone it is meant for travels on it."))
        self._note.setVisible(not load.named)
        self._waiting.setText(waiting_words(self._ctx, load, names))
        self._waiting.setVisible(bool(load.waiting))


def waiting_words(ctx: Context, load: Load, names: dict[UUID, str]) -> str:
    """Return who has no seat: by name, of many how many more; nothing where everyone has."""
    if not load.waiting:
        return ""
    t = ctx.t
    some = sorted(names.get(one, "–") for one in load.waiting)
    listed = ", ".join(some[:NAMED])
    more = len(some) - NAMED
    if more > 0:
        listed = t.plural("{names} and {count} more", "{names} and {count} more", more, names=listed)
    return t("Without a seat: {names}", names=listed)
