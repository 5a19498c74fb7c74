"""Preview what a foreign file holds beside what would come of it; nothing is added unseen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, QTimer
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
from missionplanner.gui.import_preview.mapping_row import MappingRow
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.import_preview.source_view import SourceView
from missionplanner.gui.import_preview.target_row import TargetRow
from missionplanner.gui.import_preview.warnings_box import WarningsBox
from missionplanner.gui.import_preview.words import button_words, summary
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, label, picture

if TYPE_CHECKING:
    from missionplanner.services.imports import Proposal
    from missionplanner.services.workspace import Receipt

_SIZE, _MARGIN, _LOW = (1240, 820), 48, 640
"""Size where there is room, what stays of the window around it, and the height of a low one."""
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
        self.columns = MappingRow(ctx, review)
        self.details = Details(ctx, review)
        self.warnings = WarningsBox(ctx)
        self.details.set_low(self.height() < roomy(_LOW))
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
        column.addWidget(self.columns)
        self.columns.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both())
        self._stack.addWidget(self._sentence())
        column.addWidget(self._stack, 1)
        column.addWidget(self.details)
        column.addLayout(self._buttons())

    def _both(self) -> QWidget:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._source_card = QFrame()
        for frame, part, stretch in ((self._source_card, self.source, 2), (QFrame(), self.entries, 5)):
            frame.setProperty("look", "card")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(1, 1, 1, 1)
            inside.addWidget(part)
            self._split.addWidget(frame)
            self._split.setStretchFactor(self._split.count() - 1, stretch)
        self._split.setSizes([roomy(380), roomy(800)])
        return self._split

    def _sentence(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(picture(self._ctx.theme, "file-input", "text3", 40), 0, middle)
        self.sentence = label("", "title", name="import_sentence", wrap=True)
        self.sentence.setAlignment(middle)
        self.sentence.setMinimumWidth(roomy(420))
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
        numbers = {one.line: one.number for one in reading.drafts if one.line is not None}
        self.source.lines.show(reading.lines, numbers)
        self._source_card.setVisible(bool(reading.lines) and not is_table)
        self.warnings.show_warnings(reading)
        if not reading.drafts:
            self._say(self._ctx.t("Nothing was found in it that could be added."))

    def _show_proposal(self) -> None:
        proposal = self.review.proposal
        if proposal is None:
            return
        t = self._ctx.t
        if proposal.entries:
            self._stack.setCurrentIndex(0)
        else:
            self._say(t("Nothing was found in it that could be added."))
        self.summary.setText(summary(proposal, t))
        words = button_words(proposal, t)
        self.done_button.setText(words)
        self.done_button.setAccessibleName(words)
        self._enable()
        number = self.entries.current_number()
        if number is not None:
            self._show_entry(number)
        if self.focusWidget() in (None, self, self.cancel):
            self.entries.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_order(self) -> None:
        """Let Tab go from top to bottom: parts are made anew as one looks through."""
        parts = (self.target, self.warnings, self.columns, self.source, self.entries, self.details)
        found: list[QWidget] = []
        for part in (*parts, self.cancel, self.done_button):
            inside = [one for one in (part, *part.findChildren(QWidget)) if _takes_tab(one, self)]
            found += sorted(inside, key=self._place_of)
        for one, after in pairwise(found):
            QWidget.setTabOrder(one, after)

    def _place_of(self, one: QWidget) -> tuple[int, int]:
        corner = one.mapTo(self, QPoint())
        return corner.y() // 8, corner.x()

    def _show_entry(self, number: int) -> None:
        one = self.review.entry(number)
        self.details.show_entry(one)
        QTimer.singleShot(0, self, self._in_order)
        self.source.light(one.draft.line if one is not None else None)

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
        reading, target = self.review.reading, self.review.target
        workspace, decisions = self._ctx.workspace, dict(self.review.decisions)
        if reading is None or workspace is None or not self.done_button.isEnabled():
            return

        def work(progress: Progress) -> object:
            from missionplanner.services import imports

            return imports.apply(workspace, reading, target, decisions, progress)

        self.review.leave()
        self.done_button.setEnabled(False)
        job = self._ctx.jobs.write(work, self._ctx.t("Importing “{file}”", file=reading.file), can_stop=True)
        job.done.connect(lambda result: self._finish(cast("tuple[Receipt, Proposal]", result)))
        job.failed.connect(self._ctx.tell_failure)
        job.failed.connect(lambda _error: self._enable())

    def _finish(self, result: tuple[Receipt, Proposal]) -> None:
        self._done(*result)
        self.accept()

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
