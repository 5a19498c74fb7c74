"""Choose people from a list with boxes to tick: by group at once, or one by one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from missionplanner.domain.delegates.stand_ins import names_of, peopled
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.logistics.ticking import FACT, TickDelegate
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.flow import Wrap
from missionplanner.gui.widgets.tabbing import in_reading_order

_ID = Qt.ItemDataRole.UserRole + 1
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Be one delegate who can be chosen: named as on screen, with a fact, in some groups."""

    delegate_id: UUID
    person_id: UUID | None
    name: str
    fact: str = ""
    groups: tuple[str, ...] = ()


def candidates(ctx: Context, plan: MissionPlan, facts: dict[UUID, str] | None = None) -> list[Candidate]:
    """Return who travels, places nobody was named for yet among them; ``facts`` are told by person."""
    there = peopled(plan)
    names = names_of(there)
    found = []
    for one in there.travellers:
        if one.person_id is None:
            continue
        groups = tuple(
            group.name.best(ctx.t.language, plan.mission.languages)
            for group in there.groups_of(one)
            if group.name is not None
        )
        fact = (facts or {}).get(one.person_id, "")
        found.append(Candidate(one.id, one.person_id, names.get(one.person_id, ""), fact, groups))
    return found


class PeopleDialog(QDialog):
    """Tick people, whole groups with one press, and pass on the delegates that are ticked.

    What is put into ``options`` stands between the list and the buttons.
    """

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        title: str,
        some: Sequence[Candidate],
        take: Callable[[list[UUID]], object],
        verb: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("people_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._some, self._take_all = ctx, some, take
        self.words: Callable[[list[UUID]], str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(title, "h1", name="people_title", wrap=True))
        column.addWidget(self._search_line())
        column.addWidget(self._groups())
        column.addWidget(self._people(title), 1)
        self.options = QVBoxLayout()
        self.options.setSpacing(6)
        column.addLayout(self.options)
        self._said = label("", "small", tone="quiet", name="people_said", wrap=True)
        column.addWidget(self._said)
        column.addLayout(self._buttons(verb))
        self.resize(roomy(520), roomy(620))
        self._fill()
        self.model.itemChanged.connect(lambda _item: self._follow())
        self._follow()
        self.search.setFocus()

    def _search_line(self) -> QLineEdit:
        self.search = QLineEdit()
        self.search.setObjectName("people_search")
        self.search.setFont(font("body"))
        self.search.setAccessibleName(self._ctx.t("Search"))
        self.search.setPlaceholderText(self._ctx.t("Search"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        return self.search

    def _people(self, title: str) -> QListView:
        self.list = QListView()
        self.list.setObjectName("people_list")
        self.list.setAccessibleName(title)
        self.list.setFont(font("body"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(TickDelegate(self._ctx.theme, self.list))
        self.model = QStandardItemModel(self)
        self.list.setModel(self.model)
        self.list.installEventFilter(self)
        return self.list

    def _buttons(self, verb: str) -> QHBoxLayout:
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        leave = button(self._ctx.t("Cancel"), "people_cancel")
        leave.clicked.connect(self.reject)
        self.verb = button(verb, "people_take", look="primary")
        self.verb.clicked.connect(self.finish)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.verb)
        return self.foot

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen(self) -> list[UUID]:
        """Return the delegates that are ticked, in the order of the list."""
        items = (self.model.item(row) for row in range(self.model.rowCount()))
        return [one.data(_ID) for one in items if one.checkState() is Qt.CheckState.Checked]

    def tick(self, delegates: Collection[UUID], on: bool = True) -> None:
        """Tick delegates, or take their ticks away."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for row in range(self.model.rowCount()):
            item = self.model.item(row)
            if item.data(_ID) in delegates:
                item.setCheckState(state)

    def tell(self, words: Callable[[list[UUID]], str]) -> None:
        """Say under the list what the choice means."""
        self.words = words
        self._follow()

    def add_check(self, text: str, name: str, *, on: bool) -> Check:
        """Add a box to tick between list and buttons."""
        made = Check(text, self._ctx.theme)
        made.setObjectName(name)
        made.setChecked(on)
        self.options.addWidget(made)
        in_reading_order(self)
        return made

    def add_verb(self, text: str, take: Callable[[list[UUID]], object]) -> None:
        """Add another thing to do with who is ticked, before the one that Enter does."""
        made = button(text, "people_verb")
        made.clicked.connect(lambda: self._finish_with(take))
        self.foot.insertWidget(self.foot.count() - 1, made)

    def _finish_with(self, take: Callable[[list[UUID]], object]) -> None:
        chosen = self.chosen()
        if chosen:
            self.accept()
            take(chosen)

    def finish(self) -> None:
        """Pass on who is ticked."""
        self._finish_with(self._take_all)

    # -- building and following -------------------------------------------------------------------

    def _groups(self) -> QWidget:
        made_of = QWidget()
        made_of.setObjectName("people_groups")
        row = Wrap(6, made_of)
        t = self._ctx.t
        names = dict.fromkeys(name for one in self._some for name in one.groups)
        everyone = {one.delegate_id for one in self._some}
        parts = {t("Everyone"): everyone} if len(self._some) > 1 else {}
        parts |= {name: {one.delegate_id for one in self._some if name in one.groups} for name in names}
        for number, (name, members) in enumerate(parts.items()):
            made = button(f"{name} ({len(members)})", f"people_group_{number}", look="chip")
            made.setFont(font("small"))
            made.clicked.connect(lambda _on=False, members=members: self._turn(members))
            row.addWidget(made)
        made_of.setVisible(bool(parts))
        return made_of

    def _turn(self, members: set[UUID]) -> None:
        """Tick a group; where all of it is ticked, take the ticks away."""
        self.tick(members, on=not members <= set(self.chosen()))

    def _fill(self) -> None:
        for one in self._some:
            item = QStandardItem(one.name)
            item.setCheckable(True)
            item.setData(one.fact or ", ".join(one.groups), FACT)
            item.setData(one.delegate_id, _ID)
            said = ", ".join((one.name, *one.groups, *((one.fact,) if one.fact else ())))
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(said)
            self.model.appendRow(item)
        if self._some:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _filter(self, text: str) -> None:
        wanted = folded(text).split()
        first = None
        for row, one in enumerate(self._some):
            where = folded(" ".join((one.name, one.fact, *one.groups)))
            hidden = not all(word in where for word in wanted)
            self.list.setRowHidden(row, hidden)
            first = row if first is None and not hidden else first
        if first is not None:
            self.list.setCurrentIndex(self.model.index(first, 0))

    def _follow(self) -> None:
        chosen = self.chosen()
        t = self._ctx.t
        count = t.plural("{count} chosen", "{count} chosen", len(chosen))
        more = self.words(chosen) if self.words is not None else ""
        self._said.setText(self._ctx.wording.listed((count, more)))
        self.verb.setEnabled(bool(chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in _UP_AND_DOWN:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.search and not self.chosen():
                    self._tick_current()
                else:
                    self.finish()
                return True
        return super().eventFilter(watched, event)

    def _tick_current(self) -> None:
        item = self.model.itemFromIndex(self.list.currentIndex())
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked)
