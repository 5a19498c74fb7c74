"""List the documents of a mission by kind, with the state of the copies given out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from missionplanner.gui.context import Context
from missionplanner.gui.papers.paper_model import ENTRY, AnyIndex, Entry, PaperModel
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon

ROW, HEADING, NOTE = 46, 34, 56
STEP = 22
"""Pixels a document stands further in than its kind."""
FOLD = 16
_SETTLE = 40
"""Milliseconds after which a list that was scrolled is looked at."""


class PaperList(QTreeView):
    """Be the list. ``chosen`` carries the entry in front, ``seen`` the kinds whose rows have come into sight."""

    chosen = Signal(object)
    seen = Signal(object)

    def __init__(self, ctx: Context, model: PaperModel) -> None:
        super().__init__()
        self.setObjectName("paper_list")
        self.setAccessibleName(ctx.t("Documents"))
        self._model = model
        self._unfolded: set[object] = {"programme"}
        self.setModel(model)
        self.setItemDelegate(_Delegate(ctx.theme, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setStyleSheet("QTreeView { background: transparent; border: none; outline: none; }")
        self.header().setStretchLastSection(True)
        self._later = QTimer(self, interval=_SETTLE, singleShot=True)
        self._later.timeout.connect(self.look)
        model.modelReset.connect(self._unfold)
        model.modelReset.connect(self._later.start)
        self.expanded.connect(lambda index: self._keep(index, True))
        self.collapsed.connect(lambda index: self._keep(index, False))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._later.start())
        self.selectionModel().currentChanged.connect(self._tell)

    def entry(self) -> Entry | None:
        """Return the kind or document in front."""
        return self._model.entry(self.currentIndex())

    def choose(self, index: QModelIndex) -> None:
        """Put a row in front, its kind unfolded."""
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def fold(self, index: QModelIndex) -> None:
        """Unfold a kind, or fold it again."""
        self.setExpanded(index, not self.isExpanded(index))

    # -- as one does ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - the names are Qt's
        index = self.indexAt(event.position().toPoint())
        entry = self._model.entry(index)
        fold = entry is not None and bool(entry.below)
        if fold and event.position().x() < roomy(FOLD) + 18:
            self.fold(index)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if self._model.rowCount(index) and event.position().x() >= roomy(FOLD) + 18:
            self.fold(index)
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        index = self.currentIndex()
        folds = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if folds and index.isValid() and self._model.rowCount(index):
            self.fold(index)
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._later.start()

    # -- inside -----------------------------------------------------------------------------------

    def _unfold(self) -> None:
        """Unfold what was unfolded, and everything that a search has found."""
        self.blockSignals(True)
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            entry = self._model.entry(index)
            if entry is not None and entry.below:
                few = self._model.searching and len(entry.below) < len(self._model.papers)
                self.setExpanded(index, few or entry.key in self._unfolded)
        self.blockSignals(False)

    def _keep(self, index: QModelIndex, unfolded: bool) -> None:
        entry = self._model.entry(index)
        if entry is not None and not self._model.searching:
            (self._unfolded.add if unfolded else self._unfolded.discard)(entry.key)

    def look(self) -> None:
        """Tell which kinds are in sight."""
        found: list[str] = []
        index = self.indexAt(QPoint(4, 2))
        room = self.viewport().rect()
        while index.isValid() and self.visualRect(index).intersects(room):
            entry = self._model.entry(index)
            if entry is not None and entry.kind is not None and entry.kind.id not in found:
                found.append(entry.kind.id)
            index = self.indexBelow(index)
        if found and self.isVisible():
            self.seen.emit(found)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = self._model.entry(current)
        if entry is not None and not entry.is_heading:
            self.chosen.emit(entry)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: PaperList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - the name is Qt's
        entry: Entry | None = index.data(ENTRY)
        heading = entry is not None and entry.is_heading
        return QSize(120, roomy(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: Entry | None = index.data(ENTRY)
        if entry is None:
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_heading:
            painter.setFont(font("label"))
            painter.setPen(self._theme.colour("text2"))
            at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area.adjusted(12, 0, -8, -6), at, entry.name)
        else:
            self._ground(painter, option)
            self._entry(painter, area, entry, bool(option.state & QStyle.StateFlag.State_Open))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 8, 8)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(3, 2, -3, -2), 7, 7)

    def _entry(self, painter: QPainter, area: QRect, entry: Entry, unfolded: bool) -> None:
        left = area.left() + 8
        fold = roomy(FOLD)
        if entry.below:
            sign = QRect(left, area.center().y() - fold // 2, fold, fold)
            draw_icon(painter, self._theme, "chevron-down" if unfolded else "chevron-right", "text2", sign)
        left += fold + 4 + (roomy(STEP) if entry.above >= 0 else 0)
        size = roomy(18)
        icon, colour = ("circle-dashed", "text3") if entry.why else entry.icon
        draw_icon(painter, self._theme, icon, colour, QRect(left, area.center().y() - size // 2, size, size))
        left += size + 9
        width, height = area.right() - left - 10, metrics("strong").height() + metrics("small").height()
        top = area.center().y() - height // 2
        role = "body" if entry.above >= 0 else "strong"
        ink = "text2" if entry.why else "text"
        for letters, shade, text in ((role, ink, entry.name), ("small", "text2", entry.why or entry.note)):
            painter.setFont(font(letters))
            painter.setPen(self._theme.colour(shade))
            line = QRect(left, top, width, metrics(letters).height())
            shown = metrics(letters).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics(letters).height()
