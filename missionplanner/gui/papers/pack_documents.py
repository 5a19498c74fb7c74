"""Tick the documents of a pack, under the headings of their sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from missionplanner.gui.context import Context
from missionplanner.gui.logistics.ticking import FACT, Index, TickDelegate
from missionplanner.gui.papers.wishes import Wishes
from missionplanner.gui.theme import font, roomy

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Line
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.paper_kinds import Kind

LINE = Qt.ItemDataRole.UserRole + 3
"""Role of kind and variant of a line; None for headings and what cannot be printed."""
HEADING = Qt.ItemDataRole.UserRole + 4
TOP = 32
LEADER, GROUP = "leader", "group"


class PackDocuments(QListView):
    """Be the list. ``changed`` tells that other documents are ticked."""

    changed = Signal()

    def __init__(self, ctx: Context, plan: MissionPlan) -> None:
        super().__init__()
        self.setObjectName("pack_documents")
        self.setAccessibleName(ctx.t("Documents of the pack"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Lines(ctx.theme, self))
        self._ctx, self._wishes = ctx, Wishes.kept_by(ctx)
        self._lines: dict[tuple[str, str | None], Line] = {}
        self._filling = False
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self._fill(plan)
        self.rows.itemChanged.connect(lambda _item: None if self._filling else self.changed.emit())

    def tick(self, lines: Sequence[Line]) -> None:
        """Tick the documents of a recipe and no others; how they are to look is kept."""
        self._lines = {(one.kind, one.variant): one for one in lines}
        self._filling = True
        for row in range(self.rows.rowCount()):
            item = self.rows.item(row)
            if item.isCheckable():
                on = item.data(LINE) in self._lines
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._filling = False
        self.changed.emit()

    def lines(self, languages: tuple[str, ...]) -> tuple[Line, ...]:
        """Return the ticked documents, in these languages; without any everybody gets their own."""
        from missionplanner.domain.paper.recipes import Line

        items = (self.rows.item(row) for row in range(self.rows.rowCount()))
        chosen = [one.data(LINE) for one in items if one.checkState() is Qt.CheckState.Checked]
        found = []
        for kind, variant in chosen:
            usual = Line(kind=kind, variant=variant, choices=self._wishes.of(kind).choices)
            found.append(replace(self._lines.get((kind, variant), usual), languages=languages))
        return tuple(found)

    # -- inside -----------------------------------------------------------------------------------

    def _fill(self, plan: MissionPlan) -> None:
        from missionplanner.services.paper import paper_kinds

        t = self._ctx.t
        for title, kinds in paper_kinds.by_section():
            heading = QStandardItem(t(title))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            heading.setData(True, HEADING)
            self.rows.appendRow(heading)
            for kind in kinds:
                why = paper_kinds.why_none(plan, kind)
                self._add(kind, None, t(kind.title), t.say(why) if why is not None else "")
                if LEADER in kind.variants:
                    self._add(kind, LEADER, t("{document}, for leaders", document=t(kind.title)), "")
                if GROUP in kind.variants:
                    none = "" if plan.groups else t("The mission has no groups of its own.")
                    self._add(kind, GROUP, t("{document}, one for each group", document=t(kind.title)), none)
        self.setCurrentIndex(self.rows.index(1, 0))

    def _add(self, kind: Kind, variant: str | None, name: str, why: str) -> None:
        item = QStandardItem(name)
        item.setData((kind.id, variant), LINE)
        item.setData(why, FACT)
        said = f"{name}, {why}" if why else name
        item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(said)
        item.setCheckable(True)  # what there is nothing of now may be in a recipe for other missions
        self.rows.appendRow(item)


class _Lines(TickDelegate):
    """Draw headings as well, and faintly what there is nothing of."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - the names are Qt's
        return QSize(100, roomy(TOP)) if index.data(HEADING) else super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.data(HEADING):
            super().paint(painter, option, index)
            return
        area: QRect = option.rect
        painter.save()
        painter.setFont(font("label"))
        painter.setPen(self._theme.colour("text2"))
        at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area.adjusted(10, 0, -8, -5), at, str(index.data() or ""))
        painter.restore()

    def editorEvent(self, event: object, model: object, option: object, index: Index) -> bool:  # noqa: N802
        if index.data(HEADING):
            return False
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]
