"""Say who belongs to an initiative, and in which role."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.naming import MEMBER_ROLES
from missionplanner.gui.context import Context
from missionplanner.gui.directory import offers
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.theme import font
from missionplanner.gui.widgets.basics import Elided, button, label

if TYPE_CHECKING:
    from missionplanner.domain.vocabulary import MemberRole
    from missionplanner.services.initiatives import Member
    from missionplanner.services.rows import Linked


class Members(QWidget):
    """List the members of an initiative; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("members")
        self._ctx = ctx
        self._id: UUID | None = None
        self._members: tuple[tuple[Linked, MemberRole | None], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(label(ctx.t("Members"), "strong"))
        self._lines = QWidget()
        self._column.addWidget(self._lines)
        self.entry = Lookup(
            lambda: offers.organisations(ctx), ctx.theme, icon="building-2", create=ctx.t("Create “{name}”")
        )
        self.entry.setObjectName("add_member")
        self.entry.setAccessibleName(ctx.t("Add a member"))
        self.entry.setPlaceholderText(ctx.t("Add a member"))
        self.entry.chosen.connect(self._add)
        self.entry.created.connect(self._add)
        self._column.addWidget(self.entry)

    def show_row(self, identity: UUID | None) -> None:
        """Show the members of an initiative."""
        from missionplanner.services import initiatives

        self._id = identity
        if identity is None or self._ctx.workspace is None:
            return
        try:
            self._members = initiatives.members(self._ctx.workspace, identity)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        self._fill()

    def _fill(self) -> None:
        old = self._lines
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, (organisation, role) in enumerate(self._members):
            column.addLayout(self._line(place, organisation.name, role))
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()

    def _line(self, place: int, name: str, role: MemberRole | None) -> QHBoxLayout:
        t, theme = self._ctx.t, self._ctx.theme
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(Elided(name, "body", colour="text", theme=theme), 1)
        roles: dict[str, object] = {t(word): one for one, word in MEMBER_ROLES.items()}
        roles[t("Without a role")] = None
        chosen = choice(roles, role, theme)
        chosen.setObjectName(f"member_role_{place}")
        chosen.setAccessibleName(t("Role of {name}", name=name))
        chosen.setFont(font("small"))
        chosen.activated.connect(lambda _number: self._set_role(place, chosen.chosen()))
        row.addWidget(chosen)
        away = button("", f"member_away_{place}", look="round")
        away.setIcon(theme.icon("x", "text2", 14))
        words = t("Take {name} out", name=name)
        away.setAccessibleName(words)
        away.setToolTip(words)
        away.clicked.connect(
            lambda: self._store([one for number, one in enumerate(self._now()) if number != place])
        )
        row.addWidget(away)
        return row

    def _now(self) -> list[Member]:
        return [(organisation.id, role) for organisation, role in self._members]

    def _set_role(self, place: int, role: MemberRole | None) -> None:
        wanted = self._now()
        wanted[place] = (wanted[place][0], role)
        self._store(wanted)

    def _add(self, known: object) -> None:
        if isinstance(known, UUID | str) and known:
            self._store([*self._now(), (known, None)])
        self.entry.show_text("", anew=True)

    def _store(self, wanted: list[Member]) -> None:
        from missionplanner.services import initiatives

        identity = self._id
        if identity is not None:
            self._ctx.run_edit(lambda ws: initiatives.set_members(ws, identity, wanted))
            self.show_row(identity)
