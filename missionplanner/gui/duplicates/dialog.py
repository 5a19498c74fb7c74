"""Look through what may be in the directory twice: merge two records, or tell that they are not the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.domain.records import Organisation, Person, Place
from missionplanner.gui.context import Context
from missionplanner.gui.duplicates.compare import Compare
from missionplanner.gui.duplicates.pair_list import PairList, percent, reasons
from missionplanner.gui.jobs import Job
from missionplanner.gui.theme import roomy
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.services.directory.duplicates import Double
    from missionplanner.services.directory.likeness import Kind
    from missionplanner.services.workspace import Receipt

KINDS: Mapping[str, Kind] = {"people": Person, "organisations": Organisation, "places": Place}
_WORDS = {"people": N_("People"), "organisations": N_("Organisations"), "places": N_("Places")}
_PAIRS, _NONE, _LOOKING = range(3)
_SIZE = (1040, 680)


class DuplicatesDialog(QDialog):
    """Show the likely doubles of a kind, one pair after the other."""

    def __init__(self, parent: QWidget, ctx: Context, part: str = "people") -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName("duplicates")
        self.setWindowTitle(ctx.t("Find duplicates"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._part = part if part in KINDS else "people"
        self._job: Job | None = None
        self._done: list[frozenset[UUID]] = []
        self._build()
        for keys, do in self._keys().items():
            QShortcut(QKeySequence(keys), self, do)
        room = parent.window().size()
        self.resize(min(roomy(_SIZE[0]), room.width() - 24), min(roomy(_SIZE[1]), room.height() - 24))
        self.show_part(self._part)

    # -- looking ----------------------------------------------------------------------------------

    def show_part(self, part: str) -> None:
        """Look for the doubles of a kind."""
        self._part = part
        self._done.clear()
        self._tell("")
        self._look()

    def _look(self, front: frozenset[UUID] | None = None, row: int = 0) -> None:
        """Look through all of a kind beside the window, then put a pair in front."""
        workspace = self.ctx.workspace
        if workspace is None:
            return
        kind = KINDS[self._part]

        def work(progress: Progress) -> object:
            from missionplanner.services.directory import duplicates

            return duplicates.look(workspace, kind, progress)

        if self._job is not None:
            self._job.cancel()
        self._show(_LOOKING)
        self._bar.setRange(0, 0)
        job = self.ctx.jobs.read(work, of=self)
        self._job = job
        job.progressed.connect(lambda done, total, _text: self._step(job, done, total))
        job.done.connect(lambda found: self._take(job, found, front, row))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._stopped(job))
        self.finished.connect(job.cancel)

    def _step(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _take(self, job: Job, found: tuple[Double, ...], front: frozenset[UUID] | None, row: int) -> None:
        if job is not self._job:
            return
        self._job = None
        self.list.rows.show(found)
        self.list.go_to(front or frozenset(), row)
        self._follow()
        self.list.setFocus()

    def _fail(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._job = None
            self.reject()
            self.ctx.tell_failure(error)

    def _stopped(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.list.rows.show(())
            self._follow(self.ctx.t("Stopped, as you asked. Nothing was changed."))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # -- deciding ---------------------------------------------------------------------------------

    def merge(self) -> None:
        """Make one of the two; everything that named the other names it from now on."""
        pair, keep, drop = self.list.pair(), self.fields.keep, self.fields.drop
        if pair is None or keep is None or drop is None:
            return
        from missionplanner.services.directory import duplicates, joining

        kind, choices = KINDS[self._part], self.fields.choices()
        join: Callable[..., Receipt] = joining.join  # of whichever kind: both are of the same
        if self.ctx.run_edit(lambda ws: join(ws, kind, keep, drop, choices)) is None:
            return
        row, workspace = self.list.currentIndex().row(), self.ctx.workspace
        assert workspace is not None
        left = [one for one in self.list.rows.pairs if not one.ids & pair.ids]
        found = [*left, *duplicates.around(workspace, kind, keep)]
        self.list.rows.show(sorted(found, key=lambda one: -one.score))
        self._decided(pair, row, self.ctx.t("Merged: {name}", name=pair.one.name))

    def keep_apart(self) -> None:
        """Remember that these two are not the same."""
        pair = self.list.pair()
        if pair is None:
            return
        from missionplanner.services.directory import duplicates

        kind = KINDS[self._part]
        if self.ctx.run_edit(lambda ws: duplicates.keep_apart(ws, kind, pair.one.id, pair.other.id)) is None:
            return
        row = self.list.currentIndex().row()
        self.list.rows.drop(row)
        words = self.ctx.t("Not the same: {one}, {other}", one=pair.one.name, other=pair.other.name)
        self._decided(pair, row, words)

    def take_back(self) -> None:
        """Undo the last decision made here."""
        if self._done and self.ctx.run_edit(undo) is not None:
            ids = self._done.pop()
            self._tell(self.ctx.t("Undone."))
            self._look(ids, self.list.currentIndex().row())

    def _decided(self, pair: Double, row: int, words: str) -> None:
        self._done.append(pair.ids)
        self._tell(words)
        self.list.go(row)
        self._follow()
        self.list.setFocus()
        self.ctx.say_aloud(self.list, words)

    # -- showing ----------------------------------------------------------------------------------

    def _follow(self, nothing: str = "") -> None:
        """Show the pair in front, or that there is none."""
        t, pair = self.ctx.t, self.list.pair()
        count = self.list.rows.rowCount()
        self._none.setText(nothing or t("No duplicates found"))
        self._show(_PAIRS if count else _NONE)
        for one in (self._merge, self._apart):
            one.setEnabled(pair is not None)
        if pair is None:
            self.fields.show_nothing()
            return
        self._why.setText(t("{percent} % likely: {reasons}", percent=percent(pair), reasons=reasons(t, pair)))
        self._count.setText(t("{done} of {total}", done=self.list.currentIndex().row() + 1, total=count))
        there = self.fields.show_pair(self._part, (pair.one.id, pair.other.id))
        self._merge.setEnabled(there)
        for before, after in pairwise((self.list, *self.fields.takers(), *self._feet)):
            QWidget.setTabOrder(before, after)

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for one in (self._merge, self._apart):
            one.setVisible(place == _PAIRS)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._undo.setVisible(bool(self._done))

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "Ctrl+Return": self.merge,
            "Ctrl+Enter": self.merge,
            "Ctrl+Backspace": self.keep_apart,
            "Alt+Down": lambda: self.list.go(self.list.currentIndex().row() + 1),
            "Alt+Up": lambda: self.list.go(self.list.currentIndex().row() - 1),
            "Ctrl+Z": self.take_back,
        }

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        t = self.ctx.t
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(t("Find duplicates"), "h1", name="duplicates_title"))
        words = {part: t(word) for part, word in _WORDS.items()}
        self.segments = Segments("duplicates_part", t("What is looked through"), words, self._part)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        whole.addLayout(top)
        self._stack = QStackedWidget()
        for page in (self._pairs(), self._nothing(), self._looking()):
            self._stack.addWidget(page)
        whole.addWidget(self._stack, 1)
        whole.addLayout(self._foot())

    def _pairs(self) -> QWidget:
        t, page = self.ctx.t, QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.list = PairList(self.ctx, t("Likely duplicates"))
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._moved())
        self.fields = Compare(self.ctx)
        self._why = label("", "strong", name="duplicates_why", wrap=True)
        self._count = label("", "small", tone="quiet", name="duplicates_count")
        above = QHBoxLayout()
        above.addWidget(self._why, 1)
        above.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(above)
        right.addWidget(self.fields, 1)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        return page

    def _moved(self) -> None:
        if self._job is None:
            self._follow()

    def _nothing(self) -> QWidget:
        page, t = QWidget(), self.ctx.t
        column = QVBoxLayout(page)
        self._none = label("", "title", name="duplicates_none", wrap=True)
        hint = label(t("Names, e-mail addresses, phones and own scripts were compared."), tone="quiet", wrap=True)
        column.addStretch(1)
        for one in (self._none, hint):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(one)
        column.addStretch(2)
        return page

    def _looking(self) -> QWidget:
        page, t = QWidget(), self.ctx.t
        column = QVBoxLayout(page)
        words = label(t("Comparing names"), name="duplicates_looking")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = QProgressBar()
        self._bar.setObjectName("duplicates_bar")
        self._bar.setAccessibleName(t("Comparing names"))
        self._bar.setTextVisible(False)
        stop = button(t("Stop"), "duplicates_stop")
        stop.clicked.connect(self._stop)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self._bar)
        column.addWidget(stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _foot(self) -> QHBoxLayout:
        t, native = self.ctx.t, QKeySequence.SequenceFormat.NativeText
        self._said = label("", tone="quiet", name="duplicates_said", wrap=True)
        self._undo = button(t("Undo"), "duplicates_undo", look="link")
        self._undo.clicked.connect(self.take_back)
        self._apart = button(t("Not the same"), "duplicates_apart")
        self._apart.setToolTip(QKeySequence("Ctrl+Backspace").toString(native))
        self._apart.clicked.connect(self.keep_apart)
        close = button(t("Close"), "duplicates_close")
        close.clicked.connect(self.accept)
        self._merge = button(t("Merge"), "duplicates_merge", look="primary")
        self._merge.setToolTip(QKeySequence("Ctrl+Return").toString(native))
        self._merge.clicked.connect(self.merge)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        self._feet = (self._undo, self._apart, close, self._merge)
        for one in self._feet:
            row.addWidget(one)
        return row
