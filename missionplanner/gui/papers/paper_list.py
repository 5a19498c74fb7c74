"""List the documents of a mission with the state of the copies given out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon
from missionplanner.gui.wording import Wording, language_name

if TYPE_CHECKING:
    from missionplanner.services.papers import Paper

ROW, HEADING, NOTE = 48, 34, 64
PAPER = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the ``Paper``; None for a heading and a note."""
IS_HEADING = Qt.ItemDataRole.UserRole + 2
STATE_ICONS = {
    "never": ("file-text", "text3"),
    "up_to_date": ("circle-check", "ok"),
    "changed": ("refresh-cw", "warn"),
}
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Words:
    """Be a row that is no document: a heading, or a note that says what is missing."""

    text: str
    heading: bool = True

    @property
    def key(self) -> object:
        """Return what tells it from other rows."""
        return self


class PaperModel(QAbstractListModel):
    """Be the documents, under two headings: for all, and one for each delegate."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._plan: MissionPlan | None = None
        self._all: tuple[Paper, ...] = ()
        self._rows: list[Paper | Words] = []
        self._wanted = ""

    def show(self, plan: MissionPlan, papers: tuple[Paper, ...]) -> None:
        """Show the documents of a plan; where they are the same ones, selection and scroll stay."""
        before = [one.key for one in self._rows]
        self._plan, self._all = plan, papers
        rows = self._listed()
        if [one.key for one in rows] == before:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only documents whose title or person holds these words."""
        self._wanted = folded(text)
        self.beginResetModel()
        self._rows = self._listed()
        self.endResetModel()

    def clear(self) -> None:
        """Show no documents: no mission is open, or another one."""
        self.beginResetModel()
        self._plan, self._all, self._rows = None, (), []
        self.endResetModel()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Return all documents, whatever is searched for."""
        return self._all

    def place_of(self, key: object) -> int | None:
        """Return the row of a document, None where it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.key == key), None)

    def paper_of(self, key: object) -> Paper | None:
        """Return a document by its key, whether it is shown or not."""
        return next((one for one in self._all if one.key == key), None)

    def paper_for(self, person: UUID) -> Paper | None:
        """Return somebody's personal agenda."""
        return next((one for one in self._all if one.person is not None and one.person.id == person), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: N802, B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Words):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Words):
            if role == IS_HEADING:
                return row.heading
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if spoken else None
        if role == PAPER:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.title(row)}, {self.state(row)}"
        return None

    def name(self, paper: Paper) -> str:
        """Return what the list calls a document: whom it is for, where it is not for all."""
        return self._group(paper) or self.title(paper)

    def title(self, paper: Paper) -> str:
        """Return what a document is called: its kind and language, or whom it is for."""
        t = self._wording.t
        if paper.person is not None:
            return paper.person.full_name
        if paper.group is not None:
            return t("Programme of {group}", group=self._group(paper))
        if paper.request.variant == "leader":
            return t("Programme for leaders")
        return t("Programme · {language}", language=language_name(paper.language))

    def state(self, paper: Paper) -> str:
        """Return how a document stands against the copy given out."""
        t = self._wording.t
        if paper.state.value == "never" or paper.issued_at is None:
            return t("Not given out yet")
        day = self._wording.plain_day(paper.issued_at.astimezone().date())
        if paper.state.value == "up_to_date":
            return t("Version {version} of {day}, up to date", version=paper.version, day=day)
        return t("Changed since version {version} of {day}", version=paper.version, day=day)

    def note(self, paper: Paper) -> str:
        """Return the second line of a document: its state, and what it is where the first does not say it."""
        if paper.group is None:
            return self.state(paper)
        return self._wording.listed((self._wording.t("Group"), self.state(paper)))

    def _group(self, paper: Paper) -> str:
        languages = self._plan.mission.languages if self._plan is not None else ()
        named = paper.group is not None and paper.group.name
        return named.best(self._wording.t.language, languages) if named else ""

    def _listed(self) -> list[Paper | Words]:
        t, own = self._wording.t, folded(self._wording.t("Personal agenda"))
        found = [
            one
            for one in self._all
            if all(
                word in f"{folded(self.title(one))} {own if one.person else ''}" for word in self._wanted.split()
            )
        ]
        common = [one for one in found if one.person is None]
        personal = [one for one in found if one.person is not None]
        rows: list[Paper | Words] = []
        if common:
            rows += [Words(t("For everybody")), *common]
        if personal:
            rows += [Words(t("Personal agendas ({count})", count=len(personal))), *personal]
        if self._all and not found:
            rows.append(Words(t("No document matches."), heading=False))
        elif self._all and not any(one.person for one in self._all):
            rows.append(Words(t("Personal agendas"), heading=True))
            words = t("No delegate is named yet. Each one will have an agenda of their own here.")
            rows.append(Words(words, heading=False))
        return rows


class PaperList(QListView):
    """Be the list. ``chosen`` carries the document in front."""

    chosen = Signal(object)

    def __init__(self, ctx: Context, model: PaperModel) -> None:
        super().__init__()
        self.setObjectName("paper_list")
        self.setAccessibleName(ctx.t("Documents"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(ctx.theme, model, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)

    def paper(self) -> Paper | None:
        """Return the document in front."""
        found: Paper | None = self.currentIndex().data(PAPER)
        return found

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.data(PAPER) is not None:
            self.chosen.emit(current.data(PAPER))


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: PaperModel, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - the name is Qt's
        rows = {None: ROW, True: HEADING, False: NOTE}
        return QSize(120, roomy(rows[index.data(IS_HEADING)]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        paper: Paper | None = index.data(PAPER)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if paper is not None:
            self._paper(painter, option, paper)
        elif index.data(IS_HEADING):
            painter.setFont(font("label"))
            painter.setPen(self._theme.colour("text2"))
            at = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area.adjusted(12, 0, -8, -6), at, str(index.data()))
        else:
            painter.setFont(font("small"))
            painter.setPen(self._theme.colour("text2"))
            at = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area.adjusted(12, 4, -8, 0), at | Qt.TextFlag.TextWordWrap, str(index.data()))
        painter.restore()

    def _paper(self, painter: QPainter, option: QStyleOptionViewItem, paper: Paper) -> None:
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
        icon, colour = STATE_ICONS[paper.state.value]
        size = roomy(18)
        sign = QRect(area.left() + 12, area.center().y() - size // 2, size, size)
        draw_icon(painter, self._theme, icon, colour, sign)
        left = area.left() + 12 + size + 10
        width, height = area.right() - left - 10, metrics("strong").height() + metrics("small").height()
        top = area.center().y() - height // 2
        lines = (("strong", "text", self._model.name(paper)), ("small", "text2", self._model.note(paper)))
        for role, ink, text in lines:
            painter.setFont(font(role))
            painter.setPen(self._theme.colour(ink))
            line = QRect(left, top, width, metrics(role).height())
            shown = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics(role).height()
