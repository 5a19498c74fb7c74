"""Choose one by one who takes part in an item."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field
from missionplanner.gui.inspector.selection import Chosen
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import label

_HEIGHT = 320


class TakersDialog(FormDialog):
    """Tick who takes part; groups stay as they are, who differs from them is named."""

    def __init__(
        self, parent: QWidget, ctx: Context, chosen: Chosen, finish: Callable[[frozenset[UUID]], object]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Who takes part"), t("Apply"))
        self.setObjectName("takers_dialog")
        self._pass = finish
        item = chosen.items[0]
        title = item.title.best(chosen.language, chosen.plan.mission.languages)
        self.body.addWidget(label(title, tone="quiet", wrap=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Name or organisation"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._filter)
        self.add_row(Field("takers_search", t("Find"), self.search))
        self.list = QListWidget()
        self.list.setObjectName("takers_list")
        self.list.setAccessibleName(t("Who takes part"))
        self.list.setFont(font("body"))
        self.list.setFixedSize(FIELD_WIDTH, _HEIGHT)
        self._fill(chosen)
        self.body.addWidget(self.list)
        self.finish_with(self._store)
        self.list.setFocus()

    def ticked(self) -> frozenset[UUID]:
        """Return the people that are ticked."""
        rows = [self.list.item(place) for place in range(self.list.count())]
        ticked = [one for one in rows if one.checkState() is Qt.CheckState.Checked]
        return frozenset(UUID(str(one.data(Qt.ItemDataRole.UserRole))) for one in ticked)

    def _fill(self, chosen: Chosen) -> None:
        plan, takers = chosen.plan, chosen.takers()
        for delegate in plan.delegates:
            person = plan.person(delegate.person_id)
            if person is None:
                continue
            organisation = plan.organisation(person.organisation_id)
            name = organisation.name if organisation is not None else ""
            row = QListWidgetItem("  ·  ".join(dict.fromkeys(filter(None, (plan.label(person.id), name)))))
            row.setData(Qt.ItemDataRole.UserRole, str(person.id))
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked if person.id in takers else Qt.CheckState.Unchecked)
            self.list.addItem(row)

    def _filter(self, text: str) -> None:
        wanted = folded(text)
        for place in range(self.list.count()):
            row = self.list.item(place)
            row.setHidden(wanted not in folded(row.text()))

    def _store(self) -> None:
        people = self.ticked()
        if not people:
            raise Invalid(N_("Somebody has to take part."), field="takers_search")
        self._pass(people)
