"""Edit who organises a mission: in the order of the logos, each with its role and its logo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.partners.naming import ORGANISERS
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import OrganiserRole
from missionplanner.gui.branding.picture_well import PictureWell
from missionplanner.gui.context import Context
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.inspector.offers import Offers
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ICON, button, label, set_icon

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.branding import OrganiserDraft

_WELL = QSize(64, 44)


class _Line(QWidget):
    """Show one organiser: logo, name, role, and buttons to move it and take it away."""

    def __init__(self, ctx: Context, draft: OrganiserDraft, name: str, number: int) -> None:
        super().__init__()
        t = ctx.t
        self.draft, self.name = draft, name
        self.well = PictureWell(ctx, f"logo_{number}", t("Logo of {name}", name=name), _WELL)
        self.fault = label("", "small", tone="danger", name=f"logo_{number}_fault", wrap=True)
        self.fault.hide()
        self.well.refused.connect(self._tell)
        roles: dict[str, object] = {t(words): role for role, words in ORGANISERS.items()}
        self.role = choice(roles, draft.role or OrganiserRole.LEAD, ctx.theme)
        self.role.setObjectName(f"organiser_role_{number}")
        self.role.setAccessibleName(t("Role of {name}", name=name))
        self.role.setFixedHeight(roomy(CONTROL))
        self.up = self._button(ctx, f"organiser_up_{number}", "arrow-up", t("Move {name} up", name=name))
        self.down = self._button(ctx, f"organiser_down_{number}", "arrow-down", t("Move {name} down", name=name))
        self.away = self._button(ctx, f"organiser_remove_{number}", "x", t("Remove {name}", name=name))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.well, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(name, "strong", name=f"organiser_name_{number}", wrap=True), 0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for one in (self.up, self.down, self.away):
            buttons.addWidget(one)
        grid.addLayout(buttons, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.role, 1, 1, 1, 2)
        grid.addWidget(self.fault, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)

    def drafted(self) -> OrganiserDraft:
        """Return the organiser as it is now."""
        role = self.role.chosen()
        same = self.draft.role is None and role is OrganiserRole.LEAD  # who said nothing says nothing now
        return replace(self.draft, role=None if same else role, logo=self.well.wanted)

    def _button(self, ctx: Context, name: str, icon: str, words: str) -> QPushButton:
        made = button("", name, look="flat")
        set_icon(made, ctx.theme.icon(icon, "text2", ICON))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setFixedSize(roomy(28), roomy(28))
        return made

    def _tell(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))


class OrganisersField(QWidget):
    """Show the organisers as lines that can be moved, and find one more in the directory or by a new name."""

    def __init__(self, ctx: Context, plan: MissionPlan) -> None:
        super().__init__()
        from missionplanner.services.paper.branding import OrganiserDraft

        self.setObjectName("organisers_field")
        self._ctx, self._plan = ctx, plan
        self._lines: list[_Line] = []
        self._made = 0
        self._offers = ctx.findChild(Offers) or Offers(ctx, ctx)
        t = ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        column.addLayout(self._column)
        self._none = label(t("Nobody yet: pages bear no logo."), tone="quiet", name="no_organisers", wrap=True)
        column.addWidget(self._none)
        self.entry = Lookup(self._options, ctx.theme, icon="building-2", create=t("Create “{name}”"))
        self.entry.setPlaceholderText(t("Find or create"))
        self.entry.chosen.connect(self._add_known)
        self.entry.created.connect(self._add_new)
        self.field = Field("organisers", t("Add an organiser"), self.entry)
        column.addWidget(self.field)
        for one in plan.organisers:
            draft = OrganiserDraft(organisation=one.organisation_id, role=one.role, id=one.id)
            organisation = plan.organisation(one.organisation_id)
            name = (organisation.name or organisation.short or "") if organisation is not None else ""
            self._append(draft, name, organisation.logo if organisation is not None else None)
        self._arrange()

    def drafts(self) -> list[OrganiserDraft]:
        """Return the organisers in their order."""
        return [one.drafted() for one in self._lines]

    @property
    def busy(self) -> bool:
        """Tell whether a logo is still being read."""
        return any(one.well.busy for one in self._lines)

    # -- inside -----------------------------------------------------------------------------------

    def _options(self) -> Sequence[Option]:
        there = {one.draft.organisation for one in self._lines}
        return [one for one in self._offers.organisations() if one.value not in there]

    def _add_known(self, identity: UUID) -> None:
        from missionplanner.services.paper.branding import OrganiserDraft

        name = next((one.text for one in self._offers.organisations() if one.value == identity), "")
        organisation = self._plan.organisation(identity)
        logo = organisation.logo if organisation is not None else self._logo_of(identity)
        self._append(OrganiserDraft(organisation=identity), name, logo)
        self._added()

    def _add_new(self, name: str) -> None:
        from missionplanner.services.paper.branding import OrganiserDraft

        if any(folded(one.name) == folded(name) for one in self._lines):
            return
        self._append(OrganiserDraft(organisation=name), name, None)
        self._added()

    def _logo_of(self, identity: UUID) -> str | None:
        """Return the logo of an organisation the mission did not name before."""
        workspace = self._ctx.workspace
        if workspace is None:
            return None
        from missionplanner.services.directory import organisations

        found = organisations.page(workspace, ids=[identity]).rows
        held = found[0].values[organisations.FIELDS.index("logo")] if found else None
        return held if isinstance(held, str) else None

    def _added(self) -> None:
        self.entry.show_text("", anew=True)
        self._arrange()
        self._ctx.say_aloud(self, self._lines[-1].name)

    def _append(self, draft: OrganiserDraft, name: str, logo: str | None) -> None:
        self._made += 1
        made = _Line(self._ctx, draft, name, self._made)
        made.well.show_stored(logo)
        made.up.clicked.connect(self._mover(made, -1))
        made.down.clicked.connect(self._mover(made, 1))
        made.away.clicked.connect(lambda: self._remove(made))
        self._lines.append(made)

    def _mover(self, made: _Line, by: int) -> Callable[[], None]:
        def move() -> None:
            at = self._lines.index(made)
            self._lines.remove(made)
            self._lines.insert(at + by, made)
            self._arrange()
            again = made.up if by < 0 else made.down
            other = made.down if by < 0 else made.up
            (again if again.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

        return move

    def _remove(self, made: _Line) -> None:
        self._lines.remove(made)
        self._column.removeWidget(made)
        made.hide()
        made.deleteLater()
        self._arrange()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        for number, one in enumerate(self._lines):
            self._column.removeWidget(one)
            self._column.insertWidget(number, one)
            one.up.setEnabled(number > 0)
            one.down.setEnabled(number < len(self._lines) - 1)
        self._none.setVisible(not self._lines)
