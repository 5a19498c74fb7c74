"""Be the palette of Ctrl+K: a line to type into and what it finds, over the window."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.settings import RECENT
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.palette.contents import Contents
from missionplanner.gui.palette.dress import style_sheet
from missionplanner.gui.palette.entries import Entry
from missionplanner.gui.palette.everywhere import FOUND
from missionplanner.gui.palette.finding import Found
from missionplanner.gui.palette.matching import needle
from missionplanner.gui.palette.query_row import QueryRow
from missionplanner.gui.palette.result_model import ResultModel
from missionplanner.gui.palette.result_view import ResultView
from missionplanner.gui.widgets.basics import label

WIDTH, MARGIN = 620, 24
_TOP, _TALLEST = 0.13, 0.66
_PAGE = 8
_SCRIM = 130
_QUIET = 350
"""Milliseconds without a key until the number of results is said aloud."""


class Palette(QWidget):
    """Cover ``root``, find and carry out. Actions and pages go through ``actions`` and ``go``, the rest is told.

    ``person_wanted`` and its like carry what somebody wants to look at, ``seen_as_wanted`` that through whose eyes
    the agenda is wanted, ``hit_wanted`` what was found in the whole workspace. ``print_wanted`` carries a kind of
    document, a language (empty: each person's own) and a person or None; ``setting_wanted`` the name of a setting
    and its value. One made for a language and a theme is replaced, as the rest of the window, when these change.
    """

    item_wanted = Signal(UUID)
    person_wanted = Signal(UUID)
    seen_as_wanted = Signal(UUID)
    hit_wanted = Signal(object)
    organisation_wanted = Signal(UUID)
    place_wanted = Signal(UUID)
    day_wanted = Signal(object)
    print_wanted = Signal(str, str, object)
    setting_wanted = Signal(str, object)

    def __init__(self, root: QWidget, ctx: Context, actions: Actions, go: Callable[[str], object]) -> None:
        super().__init__(root)
        self.setObjectName("palette")
        self._root, self._ctx, self._actions = root, ctx, actions
        t, theme = ctx.t, ctx.theme
        self.setAccessibleName(t("Search or type a command"))
        self.setStyleSheet(style_sheet(theme.tokens))
        self.model = ResultModel(t, self)
        self.top = QueryRow(theme, t)
        self.query = self.top.query
        self.results = ResultView(self.model, theme, t("Results"))
        self.nothing = label("", "body", tone="quiet", name="palette_nothing", wrap=True)
        self.contents = Contents(self, ctx, actions, go)
        self._steps: list[tuple[Entry, str]] = []
        self._before: QWidget | None = None
        self._page = ""
        self._backdrop: QPixmap | None = None
        self._said = QTimer(self, interval=_QUIET, singleShot=True)
        self._said.timeout.connect(self._say_count)
        self._build()
        root.installEventFilter(self)
        self.hide()

    # -- for the window ---------------------------------------------------------------------------

    def open(self, page: str = "", *, everywhere: bool = False) -> None:
        """Show the palette, empty; ``page`` is the page on screen, for what to suggest.

        With ``everywhere`` it looks through the whole workspace, and through nothing else.
        """
        if self.isVisible():
            return
        self._page, self._before = page, QApplication.focusWidget()
        self._set_backdrop(self._root.grab())
        self._steps.clear()
        self.contents.gather()
        self.setGeometry(self._root.rect())
        self.top.show_verb("", "")
        if everywhere:
            self._look_everywhere()
        self._search()
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)
        _application().focusChanged.connect(self._follow_focus)

    def dismiss(self) -> None:
        """Close, and give the focus back to what had it."""
        if not self.isVisible():
            return
        _application().focusChanged.disconnect(self._follow_focus)
        before, self._before = self._before, None
        self.hide()
        if before is not None and _alive(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        t = self._ctx.t
        self.panel = QFrame(self)
        self.panel.setObjectName("palette_panel")
        signs = t("> actions   # items   @ people   ? help")
        self.foot = label(signs, "small", tone="faint", name="palette_foot")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in (self.top, self.results, self.nothing, self.foot):
            column.addWidget(one, 1 if one is self.results else 0)
        self.query.textEdited.connect(self._search)
        self.query.installEventFilter(self)
        self.results.installEventFilter(self)
        self.results.clicked.connect(lambda index: self._choose(self.model.entry(index)))
        self.top.back_wanted.connect(self._go_back)
        self.contents.arrived.connect(self._take_names)
        self.contents.more.connect(self._take_more)

    def _place(self) -> None:
        """Put the panel where it belongs, as tall as its contents."""
        whole = self.rect()
        width = min(WIDTH, whole.width() - 2 * MARGIN)
        top = max(MARGIN, round(whole.height() * _TOP))
        self.panel.resize(width, self.panel.height())
        fixed = self.top.sizeHint().height() + self.foot.sizeHint().height() + 2
        body = self.results.content_height() + 12 if self.model.count else self.nothing.heightForWidth(width)
        room = min(round(whole.height() * _TALLEST), whole.height() - top - MARGIN)
        self.panel.setGeometry(QRect((whole.width() - width) // 2, top, width, min(fixed + body, room)))

    # -- finding ----------------------------------------------------------------------------------

    def _search(self) -> None:
        query = self.query.text()
        self._show(self.contents.found(query, [step for step, _query in self._steps], self._page), query)

    def _take_more(self) -> None:
        """List what was found in the whole workspace below the rest; who has chosen a row keeps it."""
        if not self.isVisible():
            return
        row, height = self.results.currentIndex().row(), self.results.verticalScrollBar().value()
        query = self.query.text()
        self._show(self.contents.with_more(query, [step for step, _query in self._steps]), query)
        if self.model.stepped(-1, 0) < row < self.model.rowCount():
            self.results.setCurrentIndex(self.model.index(row))
            self.results.verticalScrollBar().setValue(height)

    def _look_everywhere(self) -> None:
        self._steps.append((self.contents.everywhere(), self.query.text()))
        self.top.show_verb(self._chip(), self._steps[-1][0].prompt)

    def _nothing(self, query: str) -> str:
        """Return what to say where nothing is listed."""
        t = self._ctx.t
        if self._steps and not query.strip():
            return t("Type what is asked for above.")
        if self.contents.pending:
            return t("Searching…")
        return t("Nothing fits “{words}”.", words=query.strip())

    def _show(self, found: list[Found], query: str) -> None:
        self.model.show(found, needle(self._sought(query)))
        row = self.model.stepped(-1, 0)
        self.results.setCurrentIndex(self.model.index(row) if row >= 0 else self.model.index(-1))
        self.results.scrollToTop()
        self.nothing.setText(self._nothing(query))
        self.nothing.setVisible(not self.model.count)
        self.results.setVisible(bool(self.model.count))
        self._place()
        self._said.start()

    def _sought(self, query: str) -> str:
        """Return the part of a query whose letters are looked for in titles."""
        if self._steps:
            return "" if self._steps[-1][0].answers is not None and not self._is_everywhere else query
        return query[1:] if query[:1] in self.contents.signs else query

    @property
    def _is_everywhere(self) -> bool:
        return bool(self._steps) and self._steps[-1][0].key == self.contents.everywhere().key

    def _take_names(self) -> None:
        """List the names of the directory too, once they are here; who has chosen a row keeps it."""
        if self.isVisible() and self.results.currentIndex().row() <= max(0, self.model.stepped(-1, 0)):
            self._search()

    # -- choosing ---------------------------------------------------------------------------------

    def _choose(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if entry.why_not:
            self._ctx.say_aloud(self.query, entry.why_not)
        elif entry.key in self.contents.signs:
            self.query.setText(entry.key)
            self._search()
        elif entry.leads_on:
            self._steps.append((entry, self.query.text()))
            self.top.show_verb(self._chip(), entry.prompt)
            self._search()
            self.query.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._carry_out(entry)

    def _carry_out(self, entry: Entry) -> None:
        key = self._steps[0][0].key if self._steps else entry.key
        self.dismiss()
        if entry.run is not None:
            entry.run()
        if not key.startswith(FOUND):
            self._remember(key)

    def _remember(self, key: str) -> None:
        settings = self._ctx.settings
        others = tuple(one for one in settings.values.recent if one != key)
        try:
            settings.change(recent=(key, *others)[:RECENT])
        except MissionPlannerError as error:
            self._ctx.tell(error)

    def _go_back(self) -> None:
        """Return to the question before, with what was typed there."""
        _entry, query = self._steps.pop()
        last = self._steps[-1][0] if self._steps else None
        self.top.show_verb(self._chip(), last.prompt if last is not None else "")
        self.query.setText(query)
        self._search()
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self) -> str:
        return " › ".join(step.name for step, _query in self._steps)

    # -- keys -------------------------------------------------------------------------------------

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False leaves it to the line or the list."""
        key, plain = event.key(), event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        if self._is_own_shortcut(event) or (key == Qt.Key.Key_Escape and not self._steps):
            self.dismiss()
        elif QKeySequence(event.keyCombination()) in self._actions["find_everywhere"].shortcuts():
            if not self._steps:
                self._look_everywhere()
                self._search()
        elif key == Qt.Key.Key_Escape:
            del self._steps[1:]
            self._go_back()
        elif key == Qt.Key.Key_Backspace and self._steps and not self.query.text():
            self._go_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.model.entry(self.results.currentIndex()))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            other = self.results if self.query.hasFocus() and self.model.count else self.query
            other.setFocus(Qt.FocusReason.TabFocusReason)
        elif plain and key in _STEPS:
            self._step(_STEPS[key])
        else:
            return self._typed_into_list(event)
        return True

    def _is_own_shortcut(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._actions["palette"].shortcuts()

    def _typed_into_list(self, event: QKeyEvent) -> bool:
        """Let letters typed while the list has the focus go to the line."""
        if not self.results.hasFocus():
            return False
        if event.text() or event.key() == Qt.Key.Key_Backspace:
            self.query.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(self.query, event)
        return True

    def _step(self, steps: int) -> None:
        row = self.model.stepped(self.results.currentIndex().row(), steps)
        if row < 0:
            return
        index = self.model.index(row)
        self.results.setCurrentIndex(index)
        if row == self.model.stepped(-1, 0):
            self.results.scrollToTop()
        if self.query.hasFocus():  # a list that has the focus itself is read out by the screen reader
            self._said.stop()
            self._ctx.say_aloud(self.query, self.model.spoken(index))

    def _say_count(self) -> None:
        if self.isVisible():
            count = self.model.count
            words = (
                self._ctx.t.plural("{count} result", "{count} results", count) if count else self.nothing.text()
            )
            first = self.results.currentIndex()
            said = f"{words}. {self.model.spoken(first)}" if first.isValid() else words
            self._ctx.say_aloud(self.query, said)

    # -- Qt ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the names are Qt's
        if watched is self._root:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._set_backdrop(None)
                self.setGeometry(self._root.rect())
                self._place()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # what is under the scrim does not hear keys
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._said.stop()
        self._set_backdrop(None)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        if self._backdrop is not None:
            painter.drawPixmap(0, 0, self._backdrop)
        else:
            painter.fillRect(self.rect(), self._scrim())

    def _scrim(self) -> QColor:
        colour = self._ctx.theme.colour("rail")
        colour.setAlpha(_SCRIM)
        return colour

    def _set_backdrop(self, picture: QPixmap | None) -> None:
        """Keep the window under the scrim as a picture: it need not be painted anew with every key."""
        if picture is not None:
            painter = QPainter(picture)
            painter.fillRect(self._root.rect(), self._scrim())
            painter.end()
        self._backdrop = picture
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, picture is not None)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close where the focus has gone elsewhere, to a dialog or the menus; it stays there."""
        if now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.dismiss()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_END = 1_000_000
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_End: _END,
    Qt.Key.Key_Home: -_END,
}
"""Key → how many entries it goes on."""


def _application() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def _alive(widget: QWidget) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(widget))
