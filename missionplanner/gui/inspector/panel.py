"""Be the inspector: what is chosen on the agenda, or the day where nothing is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QStackedWidget, QVBoxLayout

from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.speech import said
from missionplanner.gui.actions import SPECS, Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.own_keys import keeps
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.alerts import Alerts
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.form import Form
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.inspector.selection import Chosen, chosen_of
from missionplanner.gui.inspector.summary import Summary
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton
from missionplanner.gui.widgets.scrolled import Scrolled

WIDTH = 320
SHORT = 540
"""Height under which what was found is one line until somebody unfolds it, and the verbs at the foot are icons."""
FOOT = ("duplicate", "split", "delete_items")
"""Actions at the foot, where they are declared."""


class Inspector(QFrame):
    """Show and edit the chosen items; follow the open mission by itself.

    ``closed``: somebody wants it out of the way. ``left``: Escape, the focus belongs to the board again.
    ``fix_wanted`` carries a finding and a fix, ``fix_pointed`` both while somebody considers it and None twice
    afterwards, ``accept_wanted`` a finding, ``item_wanted`` an item's id.
    """

    closed = Signal()
    left = Signal()
    fix_wanted = Signal(object, object)
    fix_pointed = Signal(object, object)
    accept_wanted = Signal(object)
    item_wanted = Signal(object)

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(ctx.t("Details"))
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self.setFixedWidth(roomy(WIDTH))
        self.ctx = ctx
        self._ids: tuple[UUID, ...] = ()
        self._day: dt.date | None = None
        self._language = ""
        self.edits = Edits(ctx, self.chosen)
        self.form = Form(ctx, self.edits, self._sentence, self._speak, self.item_wanted.emit)
        self.summary = Summary(ctx, Alerts(ctx, self._sentence))
        self._stack = QStackedWidget()
        self._foot = self._make_foot(actions)
        self._build()
        self._connect()
        self._follow()

    # -- what is shown ----------------------------------------------------------------------------

    def chosen(self) -> Chosen | None:
        """Return the items that are shown and still there."""
        return chosen_of(self.ctx.mission.plan, self._ids, self._spoken())

    def show_items(self, identities: Iterable[UUID]) -> None:
        """Show these items, nothing of them is the day; what was typed about others is stored first."""
        ids = tuple(identities)
        if ids == self._ids:
            return
        self.store_typed()
        self._ids = ids
        self._fill(anew=True)

    def show_day(self, day: dt.date | None) -> None:
        """Say which day is summed up while nothing is chosen; None is the mission as a whole."""
        self._day = day
        if self.chosen() is None:
            self.summary.show_day(day)

    def store_typed(self) -> None:
        """Store what is typed and not yet left."""
        for entry in self.form.entries():
            if entry.dirty:
                entry.commit()

    def focus_first(self) -> None:
        """Give the focus to the title, all of it marked."""
        if self.chosen() is not None:
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
            length = len(self.form.title.text())
            self.form.title.setSelection(length, -length)  # from the end back: the beginning stays in sight
        else:
            self.summary.focus_first()

    def set_overlay(self, overlay: bool) -> None:
        """Look like something that lies above the board, or beside it."""
        self.setProperty("overlay", "true" if overlay else "false")
        self.style().polish(self)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)  # before it is filled: each new parent would dress all within anew
        self._stack.addWidget(Scrolled("summary_scroll", self.ctx.t("The day"), self.summary, late=True))
        self._scroll = Scrolled("form_scroll", self.ctx.t("Details"), self.form, late=True)
        self._stack.addWidget(self._scroll)
        self.summary.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._foot)

    def _make_foot(self, actions: Actions) -> Wrapped:
        foot = Wrapped(0, "inspector_foot")
        foot.setContentsMargins(4, 6, 4, 8)
        declared = {spec.name for spec in SPECS}
        for name in FOOT:
            if name in declared:
                made = ActionButton(actions[name], self.ctx.theme, look="flat")
                made.setObjectName(f"inspector_{name}")
                foot.add(made)
        return foot

    def _connect(self) -> None:
        mission, form = self.ctx.mission, self.form
        mission.changed.connect(self._follow)
        mission.checked.connect(self._take_findings)
        form.heading.close_wanted.connect(self.closed)
        for alerts in (form.alerts, self.summary.alerts):
            alerts.fix_wanted.connect(self.fix_wanted)
            alerts.accept_wanted.connect(self.accept_wanted)
            alerts.fix_pointed.connect(self.fix_pointed)
        self.summary.item_wanted.connect(self.item_wanted)

    # -- following --------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._fill(anew=False)

    def _fill(self, *, anew: bool) -> None:
        chosen = self.chosen()
        self._stack.setCurrentIndex(0 if chosen is None else 1)
        self._foot.setVisible(chosen is not None)
        if chosen is None:
            self.summary.show_day(self._day)
            return
        self.form.show_chosen(chosen, anew=anew)
        self._take_findings()
        if anew:
            self._scroll.verticalScrollBar().setValue(0)

    def _take_findings(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            self.summary.show_day(self._day)
        else:
            self.form.alerts.show_findings(chosen.findings(self.ctx.mission.findings))

    def _spoken(self) -> str:
        """Return the language texts are shown in: the chosen one, else the window's, else the mission's first."""
        plan, own = self.ctx.mission.plan, self.ctx.t.language
        languages = plan.mission.languages if plan is not None else ()
        if self._language in languages:
            return self._language
        return own if own in languages or not languages else languages[0]

    def _speak(self, language: str) -> None:
        self.store_typed()
        self._language = language
        self._fill(anew=True)

    def _sentence(self, finding: Finding) -> str:
        plan = self.ctx.mission.plan
        languages = plan.mission.languages if plan is not None else ()
        return said(finding, self.ctx.t, self.ctx.wording.plain_day, languages)

    # -- what Qt asks -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the names are Qt's
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        short = self.height() < roomy(SHORT)
        for alerts in (self.form.alerts, self.summary.alerts):
            alerts.fit(short=short)
        for verb in self._foot.chips():
            if isinstance(verb, ActionButton):
                verb.set_icon_only(short)
        self._foot.arrange()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.store_typed()
        super().hideEvent(event)
