"""Show who holds which copy, what has changed since, and have new ones printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.logistics.ticking import Index, TickDelegate
from missionplanner.gui.messages import share_message
from missionplanner.gui.papers.wishes import Wishes
from missionplanner.gui.papers.words import STATE_ICONS, PaperWords
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.painting import draw_icon
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.paper.documents import PrintRequest
    from missionplanner.services.paper.reprints import Reprint

COPY = Qt.ItemDataRole.UserRole + 5
NOTE = Qt.ItemDataRole.UserRole + 6
WIDTH, HEIGHT, ROW, CHANGES = 640, 600, 50, 120
Print = Callable[[Sequence["PrintRequest"]], object]


class CopiesDialog(QDialog):
    """List copies, those to be printed anew first and ticked. ``print_again`` gets what is asked to be printed."""

    def __init__(self, parent: QWidget, ctx: Context, print_again: Print) -> None:
        super().__init__(parent)
        t = ctx.t
        self.setObjectName("copies_dialog")
        self.setWindowTitle(t("Copies given out"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._t, self._print_again = ctx, t, print_again
        self._said = label(t("Looking at the copies…"), "body", tone="quiet", name="copies_said", wrap=True)
        self.rows = QStandardItemModel(self)
        self.list = QListView()
        self.list.setObjectName("copies_list")
        self.list.setAccessibleName(t("Copies given out"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_Copies(ctx.theme, self.list))
        self.list.setModel(self.rows)
        self._why = label("", "body", name="copies_why", wrap=True)
        self.reprint = button("", "copies_reprint", look="primary")
        self.mark = button(t("Mark as given out"), "copies_mark")
        self.message = button(t("Copy as message"), "copies_message")
        self.message.setEnabled(False)
        self._build()
        self.rows.itemChanged.connect(lambda _item: self._follow())
        self.list.selectionModel().currentChanged.connect(self._show_why)
        self.reprint.clicked.connect(self._reprint)
        self.mark.clicked.connect(self._mark)
        self.message.clicked.connect(self._copy_message)
        self._follow()
        self.resize(roomy(WIDTH), min(roomy(HEIGHT), parent.window().height() - 40))
        self._read()

    def chosen(self) -> list[Reprint]:
        """Return the copies that are ticked."""
        items = (self.rows.item(row) for row in range(self.rows.rowCount()))
        return [one.data(COPY) for one in items if one.checkState() is Qt.CheckState.Checked]

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        plan, workspace, language = self._ctx.mission.plan, self._ctx.workspace, self._t.language
        if plan is None or workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import reprints

            return plan, reprints.reprints(workspace, plan, language, progress)

        def take(found: object) -> None:
            self._take(*cast("tuple[MissionPlan, tuple[Reprint, ...]]", found))

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(take)
        job.failed.connect(self._ctx.tell_failure)
        self.finished.connect(lambda _result: job.cancel() if job in self._ctx.jobs.under_way else None)

    def _take(self, plan: MissionPlan, found: tuple[Reprint, ...]) -> None:
        if plan is not self._ctx.mission.plan:
            return
        words = PaperWords(self._ctx.wording, plan)
        self.rows.clear()
        for one in found:
            self.rows.appendRow(self._item(one, words))
        needed = sum(one.needed for one in found)
        t = self._t
        if not found:
            text = t("No copy was given out yet. Tick “Remember as given out” when you print one.")
        elif needed:
            text = t.plural(
                "{count} copy has changed: a new one is due.",
                "{count} copies have changed: new ones are due.",
                needed,
            )
        else:
            text = t("All copies given out still hold.")
        self._said.setText(text)
        if found:
            self.list.setCurrentIndex(self.rows.index(0, 0))
        self._follow()

    def _item(self, one: Reprint, words: PaperWords) -> QStandardItem:
        from missionplanner.services.paper import paper_kinds

        kind = paper_kinds.kind_of(one.paper.request.kind)
        title = words.title(one.paper, kind) if kind is not None else one.paper.request.kind
        item = QStandardItem(title)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if one.needed else Qt.CheckState.Unchecked)
        item.setData(one, COPY)
        note = words.state(one.paper)
        item.setData(note, NOTE)
        said = ", ".join((title, note, *one.why))
        item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(f"{title}\n{note}")
        return item

    # -- doing ------------------------------------------------------------------------------------

    def _requests(self) -> list[PrintRequest]:
        """Return what is to be asked of the press for the ticked copies: as their kinds were wanted last."""
        wishes, paper = Wishes.kept_by(self._ctx), self._ctx.settings.values.paper
        papers = [one.paper for one in self.chosen()]
        found = []
        for one in papers:
            wish = wishes.of(one.request.kind)
            found.append(wish.on(one.request, one.language, paper) if "+" not in one.language else one.request)
        return found

    def _reprint(self) -> None:
        requests = self._requests()
        self.accept()
        self._print_again(requests)

    def _mark(self) -> None:
        plan, workspace, requests, ctx = self._ctx.mission.plan, self._ctx.workspace, self._requests(), self._ctx
        if plan is None or workspace is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import giving_out

            return giving_out.give_out(workspace, plan, requests, progress)

        def tell(count: object) -> None:
            words = ctx.t.plural(
                "{count} copy marked as given out.", "{count} copies marked as given out.", cast("int", count)
            )
            ctx.notices.say(words)

        job = ctx.jobs.write(work, ctx.t("Marking copies as given out"), can_stop=True)
        job.done.connect(tell)
        job.failed.connect(ctx.tell_failure)
        self.accept()

    def _follow(self) -> None:
        count = len(self.chosen())
        words = self._t.plural("Reprint this one…", "Reprint these {count}…", count)
        self.reprint.setText(words if count else self._t("Reprint…"))
        self.reprint.setAccessibleName(self.reprint.text())
        for one in (self.reprint, self.mark):
            one.setEnabled(bool(count))

    def _show_why(self, now: QModelIndex, _before: QModelIndex) -> None:
        one: Reprint | None = now.data(COPY)
        lines = one.why if one is not None else ()
        none = self._t("Nothing in it has changed.") if one is not None and not one.needed else ""
        self._why.setText("\n".join(lines) or none)
        self.message.setEnabled(one is not None and one.needed)

    def _copy_message(self) -> None:
        """Put what has changed since the chosen copy on the clipboard, in the language of its holder."""
        plan, workspace = self._ctx.mission.plan, self._ctx.workspace
        one: Reprint | None = self.list.currentIndex().data(COPY)
        if plan is None or workspace is None or one is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services.paper import reprints

            return reprints.message(workspace, plan, one)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(lambda text: share_message(self._ctx, str(text)))
        job.failed.connect(self._ctx.tell_failure)

    def _build(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(t("Copies given out"), "h1", name="copies_title"))
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addWidget(label(t("What has changed since"), "label", tone="quiet", name="copies_changed"))
        area = Scrolled("copies_why_area", t("What has changed since"), self._why, reads=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setFixedHeight(roomy(CHANGES))
        column.addWidget(area)
        leave = button(t("Close"), "copies_close")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.message)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.reprint)
        column.addLayout(row)


class _Copies(TickDelegate):
    """Draw a box, the state's sign, whose copy of what it is, and how it stands."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(100, roomy(ROW))

    def _words(self, painter: QPainter, area: QRect, index: Index) -> None:
        one: Reprint | None = index.data(COPY)
        size = roomy(18)
        if one is not None:
            icon, colour = STATE_ICONS[one.paper.state.value]
            sign = QRect(area.left(), area.center().y() - size // 2, size, size)
            draw_icon(painter, self._theme, icon, colour, sign)
        area = area.adjusted(size + 10, 0, 0, 0)
        lines = (("strong", "text", index.data()), ("small", "text2", index.data(NOTE)))
        top = area.center().y() - sum(metrics(role).height() for role, _ink, _text in lines) // 2
        for role, ink, text in lines:
            painter.setFont(font(role))
            painter.setPen(self._theme.colour(ink))
            shown = metrics(role).elidedText(str(text or ""), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QRect(area.left(), top, area.width(), metrics(role).height()), 0, shown)
            top += metrics(role).height()
