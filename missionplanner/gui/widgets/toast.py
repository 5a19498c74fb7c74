"""Show one sentence for some seconds at the bottom of the window, with a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.notices import Notice
from missionplanner.gui.theme import Theme
from missionplanner.gui.widgets.basics import ICON, button, label, picture, set_icon

SHOWN = 6000
"""Milliseconds a toast stays; longer while the pointer or the focus is on it."""
_ICONS = {"ok": "circle-check", "info": "info", "warn": "triangle-alert", "danger": "circle-x"}
_WIDEST = 560


class Toast(QFrame):
    """Be the one toast of a window: a new sentence takes the place of the last."""

    def __init__(self, parent: QWidget, theme: Theme, t: Translator) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("toast")
        self._theme, self.t = theme, t
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 9, 9, 9)
        self._row.setSpacing(10)
        self._timer = QTimer(self, interval=SHOWN, singleShot=True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a sentence and its buttons."""
        self._clear()
        self.setAccessibleName(notice.text)
        self._row.addWidget(picture(self._theme, _ICONS[notice.tone], "surface", 18))
        text = label(notice.text, "button", name="toast_text", wrap=True)
        text.setMinimumWidth(min(_WIDEST, text.fontMetrics().horizontalAdvance(notice.text) + 4))
        text.setMaximumWidth(_WIDEST)
        self._row.addWidget(text)
        for number, step in enumerate(notice.steps):
            made = button(step.text, f"toast_step_{number}")
            made.clicked.connect(lambda _checked=False, do=step.do: self._carry_out(do))
            made.installEventFilter(self)
            self._row.addWidget(made)
        close = button("", "toast_close")
        close.setAccessibleName(self.t("Close this message"))
        set_icon(close, self._theme.icon("x", "surface", ICON))
        close.setFixedWidth(28)
        close.clicked.connect(self._leave)
        close.installEventFilter(self)
        self._row.addWidget(close)
        for one in self.children():  # what comes into a toast that is seen already would take no room
            if isinstance(one, QWidget):
                one.show()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._announce(notice.text)

    def text(self) -> str:
        """Return what is shown, nothing where nothing is."""
        found = self.findChild(QLabel, "toast_text")
        return found.text() if found is not None and self.isVisible() else ""

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - the names are Qt's
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._ground and event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def _carry_out(self, do: object) -> None:
        self._leave()
        if callable(do):
            do()

    def _leave(self) -> None:
        self._timer.stop()
        self.hide()

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.removeEventFilter(self)
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _place(self) -> None:
        parent = self._ground
        self.adjustSize()
        self.resize(min(self.sizeHint().width(), parent.width() - 32), self.sizeHint().height())
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 20)

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self, text)
        QAccessible.updateAccessibility(event)
