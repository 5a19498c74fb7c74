"""Preview what a foreign file holds beside what would come of it; nothing is added unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.import_preview.details import Details
from missionplanner.gui.import_preview.entries_model import EntriesModel
from missionplanner.gui.import_preview.entries_view import EntriesView
from missionplanner.gui.import_preview.first_rows import FirstRows
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.import_preview.sheets_list import SheetsList
from missionplanner.gui.import_preview.source_view import SourceView
from missionplanner.gui.import_preview.target_row import TargetRow
from missionplanner.gui.import_preview.warnings_box import WarningsBox
from missionplanner.gui.import_preview.words import button_words, summary
from missionplanner.gui.jobs import while_there
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, label, picture

if TYPE_CHECKING:
    from missionplanner.services.imports import Proposal
    from missionplanner.services.workspace import Receipt

_SIZE, _MARGIN = (1240, 820), 48
"""Size where there is room, and what stays of the window around it."""
_LOW, _LOW_TABLE = 640, 760
"""Heights below which the details, and the first rows of a table, take less room."""
Done = Callable[["Receipt", "Proposal"], object]


class ImportDialog(QDialog):
    """Show source and result; ``done`` gets what came of it once it is written."""

    def __init__(self, parent: QWidget, ctx: Context, review: Review, title: str, done: Done) -> None:
        super().__init__(parent)
        self._ctx, self.review, self._done = ctx, review, done
        review.setParent(self)
        self.setObjectName("import_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        whole = parent.window().size()
        self.resize(min(roomy(_SIZE[0]), whole.width() - _MARGIN), min(roomy(_SIZE[1]), whole.height() - _MARGIN))
        self.model = EntriesModel(ctx, review, self)
        self.entries = EntriesView(ctx, self.model)
        self.source = SourceView(ctx)
        self.target = TargetRow(ctx, review, review.target.code)
        self.columns = FirstRows(ctx, review)
        self.sheets = SheetsList(ctx, review)
        self.details = Details(ctx, review)
        self.warnings = WarningsBox(ctx)
        self.details.set_low(self.height() < roomy(_LOW))
        self.columns.set_low(self.height() < roomy(_LOW_TABLE))
        self._cards: dict[QWidget, QFrame] = {}
        self._stack = QStackedWidget()
        self._build(title)
        self._connect()
        self._show_busy(True)

    # -- building -----------------------------------------------------------------------------------

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(Elided(title, "h1", colour="text", theme=self._ctx.theme))
        column.addWidget(self.target)
        column.addWidget(self.warnings)
        column.addWidget(self._card(self.columns))
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self._sentence())
        column.addWidget(self._parts(), 1)
        column.addWidget(self.details)
        column.addLayout(self._buttons())

    def _parts(self) -> QWidget:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for part, stretch in ((self.sheets, 1), (self.source, 2), (self._stack, 5)):
            self._split.addWidget(self._card(part))
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        self._split.setSizes([roomy(220), roomy(380), roomy(800)])
        return self._split

    def _card(self, part: QWidget) -> QFrame:
        """Return a card around a part; it is there while the part is."""
        frame = QFrame()
        frame.setProperty("look", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(part)
        frame.setVisible(part is self._stack)
        self._cards[part] = frame
        return frame

    def _sentence(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(picture(self._ctx.theme, "file-input", "text3", 40), 0, middle)
        self.sentence = label("", "title", name="import_sentence", wrap=True)
        self.sentence.setAlignment(middle)
        self.sentence.setFixedWidth(roomy(420))
        column.addWidget(self.sentence, 0, middle)
        column.addStretch(2)
        return made

    def _buttons(self) -> QHBoxLayout:
        t = self._ctx.t
        row = QHBoxLayout()
        row.setSpacing(8)
        self.summary = label("", "strong", name="import_summary")
        row.addWidget(self.summary, 1)
        self.cancel = button(t("Cancel"), "import_cancel")
        self.cancel.clicked.connect(self.reject)
        self.done_button = button(t("Add"), "import_done", look="primary")
        self.done_button.clicked.connect(self.apply)
        self.done_button.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.apply)
        row.addWidget(self.cancel)
        row.addWidget(self.done_button)
        return row

    def _connect(self) -> None:
        review = self.review
        review.read_anew.connect(self._show_reading)
        review.proposed.connect(self._show_proposal)
        review.refused.connect(self._refuse)
        review.working.connect(self._show_busy)
        self.columns.refused.connect(self._refuse)
        self.entries.moved.connect(self._show_entry)
        self.source.picked.connect(self.entries.show_number)

    # -- following ----------------------------------------------------------------------------------

    def _show_reading(self) -> None:
        reading = self.review.reading
        if reading is None:
            return
        is_table = reading.book is not None
        self.source.lines.show(reading)
        self._cards[self.source].setVisible(bool(reading.lines) and not is_table)
        self._cards[self.columns].setVisible(is_table)
        self._cards[self.sheets].setVisible(self.review.sheets.several)
        self.warnings.show_warnings(reading)
        if not reading.drafts:
            self._say(self._ctx.t("Nothing was found in it that could be added."))
            self.details.show_entry(None)

    def _show_proposal(self) -> None:
        proposal = self.review.proposal
        if proposal is None:
            return
        t = self._ctx.t
        if self.review.shown():
            self._stack.setCurrentIndex(0)
        else:
            self._say(t("Nothing was found in it that could be added."))
        count = len(self.review.sheets.ticked) if self.review.sheets.several else 0
        self.summary.setText(summary(proposal, t, count))
        words = button_words(proposal, t)
        self.done_button.setText(words)
        self.done_button.setAccessibleName(words)
        self._enable()
        number = self.entries.current_number()
        if number is not None:
            self._show_entry(number, self.entries.current_key())
        if self.focusWidget() in (None, self, self.cancel):
            self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Follow what is made anew inside: where it stands is known once it is laid out."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._in_order)
        return super().event(event)

    def _in_order(self) -> None:
        """Let Tab go from top to bottom: parts are made anew as one looks through."""
        parts = (self.target, self.warnings, self.columns, self.sheets, self.source, self.entries, self.details)
        found: list[QWidget] = []
        for part in (*parts, self.cancel, self.done_button):
            inside = [one for one in (part, *part.findChildren(QWidget)) if _takes_tab(one, self)]
            found += sorted(inside, key=self._place_of)
        for one, after in pairwise(found):
            QWidget.setTabOrder(one, after)

    def _place_of(self, one: QWidget) -> tuple[int, int]:
        corner = one.mapTo(self, QPoint())
        return corner.y() // 8, corner.x()

    def _show_entry(self, number: int, key: str) -> None:
        one = self.review.entry(number)
        self.details.show_entry(one)
        QTimer.singleShot(0, self, self._in_order)
        if one is None:
            self.source.light(None)
            return
        line = one.draft.places.get(key, one.draft.line)
        self.source.light(line, frozenset(one.draft.places.values()) - {line})

    def _show_busy(self, on: bool) -> None:
        if on and self.review.reading is None:
            self._say(self._ctx.t("Reading…"))
        self.setCursor(Qt.CursorShape.BusyCursor) if on else self.unsetCursor()
        self._enable()

    def _enable(self) -> None:
        proposal = self.review.proposal
        self.done_button.setEnabled(proposal is not None and bool(proposal.added or proposal.changed))

    def _refuse(self, text: str) -> None:
        self._say(text)
        self.details.show_entry(None)
        self.summary.setText("")
        self._enable()

    def _say(self, text: str) -> None:
        self.sentence.setText(text)
        self._stack.setCurrentIndex(1)
        self._ctx.say_aloud(self, text)

    # -- finishing ----------------------------------------------------------------------------------

    def apply(self) -> None:
        """Write what is ticked as one step, away from the window."""
        self.target.settle()
        self.review.settle()
        reading, target = self.review.whole, self.review.target
        workspace, decisions = self._ctx.workspace, self.review.decided()
        if reading is None or workspace is None or not self.done_button.isEnabled():
            return

        def work(progress: Progress) -> object:
            from missionplanner.services import imports

            return imports.apply(workspace, reading, target, decisions, progress)

        self.review.leave()
        self.done_button.setEnabled(False)
        job = self._ctx.jobs.write(work, self._ctx.t("Importing “{file}”", file=reading.file), can_stop=True)
        job.done.connect(while_there(self, self._finish))
        job.failed.connect(self._ctx.tell_failure)
        job.failed.connect(while_there(self, lambda _error: self._enable()))

    def _finish(self, result: tuple[Receipt, Proposal]) -> None:
        receipt, proposal = result
        self._done(receipt, proposal)
        code = proposal.mission or self.review.target.code
        if code is not None:
            self.target.name(code)
        if not self.review.go_on(replace(self.review.target, code=code, made=None)):
            self.accept()
            return
        self.cancel.setText(self._ctx.t("Close"))
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Leave without adding anything; what is being read is stopped."""
        self.review.leave()
        super().reject()


def _takes_tab(one: QWidget, dialog: QWidget) -> bool:
    """Tell whether Tab stops at a control; the line of a list one types into is a part of it."""
    within = one.parentWidget()
    return (
        bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and one.isVisibleTo(dialog)
        and not isinstance(within, QComboBox | QAbstractScrollArea)
    )
