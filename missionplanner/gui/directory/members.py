"""Say who belongs to an initiative, and in which role."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain.naming import MEMBER_ROLES
from missionplanner.gui.context import Context
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.tables.organisation_lines import OrganisationLines
from missionplanner.gui.theme import font

if TYPE_CHECKING:
    from missionplanner.domain.vocabulary import MemberRole
    from missionplanner.services.results.initiatives import Member


class Members(OrganisationLines):
    """List the members of an initiative; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, "members", "member", (ctx.t("Members"), ctx.t("Add a member")), self._role)
        self._id: UUID | None = None
        self.wanted.connect(self._store)

    def show_row(self, identity: UUID | None) -> None:
        """Show the members of an initiative."""
        from missionplanner.services.results import initiatives

        self._id = identity
        if identity is None or self._ctx.workspace is None:
            return
        try:
            self.fill(initiatives.members(self._ctx.workspace, identity))
        except MissionPlannerError as error:
            self._ctx.tell(error)

    def _role(self, place: int, name: str, role: MemberRole | None) -> tuple[QWidget]:
        t = self._ctx.t
        roles: dict[str, object] = {t(word): one for one, word in MEMBER_ROLES.items()}
        roles[t("Without a role")] = None
        chosen = choice(roles, role, self._ctx.theme)
        chosen.setObjectName(f"member_role_{place}")
        chosen.setAccessibleName(t("Role of {name}", name=name))
        chosen.setFont(font("small"))
        chosen.activated.connect(lambda _number: self.change(place, chosen.chosen()))
        return (chosen,)

    def _store(self, wanted: list[Member]) -> None:
        from missionplanner.services.results import initiatives

        identity = self._id
        if identity is not None:
            self._ctx.run_edit(lambda ws: initiatives.set_members(ws, identity, wanted))
            self.show_row(identity)
