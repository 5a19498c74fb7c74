"""Keep the first column of a list in sight while the others scroll under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from missionplanner.gui.context import Context
from missionplanner.gui.tables.delegate import CellDelegate
from missionplanner.gui.tables.header import Header
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.editing import begin


class FrozenColumn(QTableView):
    """Lie over the left edge of a table and show its first column; all it is asked it asks the table."""

    def __init__(self, table: QTableView, header: Header, model: RecordModel, ctx: Context) -> None:
        super().__init__(table)
        self._table, self._head = table, header
        self.setObjectName("list_first_column")
        self.setAccessibleName(ctx.t("First column"))
        own_header = Header(self, model, ctx)
        own_header.setSectionResizeMode(Header.ResizeMode.Fixed)
        self.setHorizontalHeader(own_header)
        self.setModel(model)
        own = self.selectionModel()
        self.setSelectionModel(table.selectionModel())
        if own is not None:
            own.deleteLater()
        self.cells = CellDelegate(self, model, ctx.theme)
        self.setItemDelegate(self.cells)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.fit)
        header.sectionResized.connect(self.fit)
        header.laid_out.connect(self.fit)
        own_header.values_wanted.connect(header.values_wanted)
        self.doubleClicked.connect(self._edit)
        self.clicked.connect(lambda _index: table.setFocus(Qt.FocusReason.MouseFocusReason))
        table.installEventFilter(self)
        for place in range(1, model.columnCount()):
            self.setColumnHidden(place, True)

    def fit(self, *_told: object) -> None:
        """Lie where the first column is, or go away while it is in sight by itself."""
        table, away = self._table, self._table.horizontalScrollBar().value() <= 0 or not self._head.pinned
        width = self._head.sectionSize(0)
        if away or width > table.viewport().width() - roomy(120):
            self.hide()
            return
        self.setColumnWidth(0, width)
        room, top = table.viewport().geometry(), self._head.y()
        self.setGeometry(room.x(), top, width + 1, room.bottom() + 1 - top)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the names are Qt's
        if watched is self._table and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.cells.rows.draw(event.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self._table.wheelEvent(event)

    def _edit(self, index: QModelIndex) -> None:
        self._table.horizontalScrollBar().setValue(0)
        self._table.setCurrentIndex(index)
        begin(self._table, index)
