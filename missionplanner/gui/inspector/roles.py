"""Edit who does what in an item: speakers, contacts of the host, interpreters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.vocabulary import ItemRole
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.selection import Chosen
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import Elided, button

Part = tuple[UUID, ItemRole | None]
_ROLE_WIDTH = 118


class Roles(QWidget):
    """List the people with a role, each with a list of roles and a way out, and find one more."""

    def __init__(self, ctx: Context, edits: Edits, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__()
        self.setObjectName("roles")
        self._ctx, self._edits = ctx, edits
        self._parts: tuple[Part, ...] = ()
        self._shown: object = None
        t = ctx.t
        self.line = Lookup(options, ctx.theme, icon="user-plus", create=t("Create “{name}”"))
        self.line.setPlaceholderText(t("Speaker, contact, interpreter…"))
        self.field = Field("person", t("People with a role"), self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        self.line.chosen.connect(self._add)
        self.line.created.connect(self._add)
        self.line.committed.connect(self._unknown)
        self.line.reverted.connect(lambda: self.field.refuse(""))

    def show_chosen(self, chosen: Chosen, *, anew: bool) -> None:
        """Show who does what in the one item; nothing where there are several."""
        self.setVisible(chosen.one is not None)
        self.line.show_text("", anew=anew)
        if anew:
            self.field.refuse("")
        if chosen.one is None:
            return
        roles = chosen.plan.item_roles(chosen.one)
        self._parts = tuple((one.person_id, one.role) for one in roles)
        shown = [(chosen.plan.label(one.person_id), one.role) for one in roles]
        if (self._parts, shown) != self._shown:
            self._shown = (self._parts, shown)
            self._fill([name for name, _ in shown])

    def _add(self, known: UUID | str) -> None:
        if self._edits.people(self.field, [*self._parts, (known, ItemRole.SPEAKER)]):
            self.line.show_text("", anew=True)

    def _unknown(self, text: str) -> None:
        if text:
            self.field.refuse(
                self._ctx.t("“{name}” is not in the directory. Choose “Create” in the list to add it.", name=text)
            )

    def _fill(self, names: Sequence[str]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, name in enumerate(names):
            self._rows.addWidget(self._row(number, name))

    def _row(self, number: int, name: str) -> QWidget:
        t, theme = self._ctx.t, self._ctx.theme
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Elided(name, "body", colour="text", theme=theme), 1)
        entries: dict[str, object] = {role_word(one, self._ctx): one for one in (None, *ItemRole)}
        role: Choice = choice(entries, self._parts[number][1], theme)
        role.setObjectName(f"role_{number}")
        role.setAccessibleName(t("Role of {name}", name=name))
        role.setFixedSize(roomy(_ROLE_WIDTH), roomy(CONTROL))
        role.activated.connect(lambda: self._change(number, role.chosen()))
        row.addWidget(role)
        out = button("", f"role_out_{number}")
        out.setProperty("look", "round")
        out.setIcon(theme.icon("x", "text2", 14))
        out.setAccessibleName(t("Take away “{name}”", name=name))
        out.setToolTip(t("Take away “{name}”", name=name))
        out.clicked.connect(lambda: self._take_out(number))
        row.addWidget(out)
        return made

    def _change(self, number: int, role: ItemRole | None) -> None:
        parts = [*self._parts]
        parts[number] = (parts[number][0], role)
        self._edits.people(self.field, parts)

    def _take_out(self, number: int) -> None:
        self._edits.people(self.field, [one for place, one in enumerate(self._parts) if place != number])


def role_word(role: ItemRole | None, ctx: Context) -> str:
    """Return what a role is called on screen."""
    t = ctx.t
    return {
        None: t("Role not said"),
        ItemRole.SPEAKER: t("Speaker"),
        ItemRole.HOST_CONTACT: t("Host contact"),
        ItemRole.MODERATOR: t("Moderator"),
        ItemRole.INTERPRETER: t("Interpreter"),
        ItemRole.GUIDE: t("Guide"),
        ItemRole.ATTENDEE: t("Attendee"),
        ItemRole.GUEST: t("Guest"),
    }[role]
