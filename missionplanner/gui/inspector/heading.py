"""Show on top of the inspector what is chosen: kind, status, lock, each changed where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from missionplanner.domain.vocabulary import ItemKind, ItemStatus
from missionplanner.gui.context import Context
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.look import kind_sheet
from missionplanner.gui.inspector.selection import MIXED, Chosen
from missionplanner.gui.theme import font
from missionplanner.gui.tokens import ICONS
from missionplanner.gui.widgets.basics import button

_PICTURE = 20
_TONES = {
    ItemStatus.CONFIRMED: "ok",
    ItemStatus.CANCELLED: "danger",
    ItemStatus.TENTATIVE: "warn",
    ItemStatus.REQUESTED: "info",
    ItemStatus.IDEA: "quiet",
}


class Heading(QWidget):
    """Be the icon and chips of kind and status, the lock and the way out."""

    kind_chosen = Signal(object)
    status_chosen = Signal(object)
    lock_wanted = Signal(bool)
    close_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("inspector_heading")
        self._ctx = ctx
        t = ctx.t
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE, _PICTURE)
        self.kind, self.status = _chip("kind"), _chip("status")
        self.lock = _round("locked", "lock-open", ctx, t("Hold day and time"))
        self.lock.setCheckable(True)
        self.close_button = _round("close_inspector", "x", ctx, t("Close the details"))
        self._build()
        self._connect()

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what these items are."""
        t, wording, tokens = self._ctx.t, self._ctx.wording, self._ctx.theme.tokens
        kind, status = chosen.common("kind"), chosen.common("status")
        mixed = kind is MIXED
        tint = tokens.tint(ItemKind.OTHER if mixed else kind)
        count = len(chosen.items)
        words = wording.items(count) if mixed else wording.kind(kind)
        self.kind.setText(words if count == 1 or mixed else f"{words} × {count}")
        self.kind.setAccessibleName(t("Kind: {kind}", kind=t("Mixed") if mixed else wording.kind(kind)))
        self.kind.setStyleSheet(kind_sheet(tint.ground, tint.text, tokens.accent))
        icon = "layers" if mixed else ICONS[kind]
        pixmap = self._ctx.theme.icon(icon, tint.bar, _PICTURE).pixmap(QSize(_PICTURE, _PICTURE))
        self._picture.setPixmap(pixmap)
        said = t("Mixed") if status is MIXED else wording.item_status(status) or t("Without a status")
        self.status.setText(said)
        self.status.setAccessibleName(t("Status: {status}", status=said))
        tone = "quiet" if status is MIXED else _TONES.get(status, "quiet")
        ground, ink = ("surface2", "text2") if tone == "quiet" else (f"{tone}_bg", tone)
        self.status.setStyleSheet(kind_sheet(getattr(tokens, ground), getattr(tokens, ink), tokens.accent))
        self._show_lock(chosen)
        self._chips.arrange()

    # -- building ---------------------------------------------------------------------------------

    def _show_lock(self, chosen: Chosen) -> None:
        t, held = self._ctx.t, chosen.locked
        self.lock.setChecked(held)
        self.lock.setIcon(self._ctx.theme.icon("lock" if held else "lock-open", "accent" if held else "text2", 16))
        words = t("Day and time are held. Click to let them be moved.") if held else t("Hold day and time")
        self.lock.setToolTip(words)
        self.lock.setAccessibleName(words)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)  # kind and status stand in one line
        row.addWidget(self._picture)
        row.addSpacing(4)
        self._chips = Wrapped(4, "kind_and_status")
        self._chips.add(self.kind, self.status)
        row.addWidget(self._chips, 1)
        row.addWidget(self.lock)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        wording, t = self._ctx.wording, self._ctx.t
        kinds = sorted(((wording.kind(one), one) for one in ItemKind), key=lambda one: one[0].casefold())
        icons = {one: ICONS[one] for one in ItemKind}
        self.kind.setMenu(self._menu("kind_menu", dict(kinds), icons, self.kind_chosen.emit))
        statuses: dict[str, object] = {word: one for one, word in wording.item_statuses().items()}
        statuses[t("Without a status")] = None
        self.status.setMenu(self._menu("status_menu", statuses, {}, self.status_chosen.emit))
        self.lock.clicked.connect(lambda held: self.lock_wanted.emit(held))
        self.close_button.clicked.connect(self.close_wanted)

    def _menu(
        self,
        name: str,
        entries: Mapping[str, object],
        icons: Mapping[ItemKind, str],
        chosen: Callable[[object], object],
    ) -> QMenu:
        made = QMenu(self)
        made.setObjectName(name)
        for words, value in entries.items():
            action = made.addAction(words)
            action.setData(str(value))
            action.triggered.connect(lambda _checked=False, value=value: chosen(value))
        # Icons are drawn when the menu is first looked at: two dozen of them would hold up the window.
        made.aboutToShow.connect(lambda: self._draw(made, entries, icons))
        return made

    def _draw(self, menu: QMenu, entries: Mapping[str, object], icons: Mapping[ItemKind, str]) -> None:
        for action, value in zip(menu.actions(), entries.values(), strict=True):
            if isinstance(value, ItemKind) and action.icon().isNull():
                bar = self._ctx.theme.tokens.tint(value).bar
                action.setIcon(self._ctx.theme.icon(icons[value], bar, 18))


def _chip(name: str) -> QPushButton:
    made = QPushButton()
    made.setObjectName(name)
    made.setFont(font("pill"))
    made.setAutoDefault(False)
    return made


def _round(name: str, icon: str, ctx: Context, words: str) -> QPushButton:
    made = button("", name)
    made.setProperty("look", "round")
    made.setIcon(ctx.theme.icon(icon, "text2", 16))
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made
