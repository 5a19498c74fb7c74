"""Say who the contacts of a partner are, and how they are reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.inspector.offers import Offers
from missionplanner.gui.tables.section import Titled, beside, small_button
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


class Contacts(Titled):
    """List the contacts of a partner; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("partner_contacts", ctx.t("Contacts"))
        self._ctx = ctx
        self._id: UUID | None = None
        self._offers = Offers(ctx, self)
        self._shown: object = None
        self.entry = Lookup(self._people, ctx.theme, icon="user", create=ctx.t("Create “{name}”"))
        self.entry.setObjectName("add_contact")
        self.entry.setAccessibleName(ctx.t("Add a contact"))
        self.entry.setPlaceholderText(ctx.t("Add a contact"))
        self.entry.chosen.connect(self._add)
        self.entry.created.connect(self._add)
        self.column.addWidget(self.entry)
        ctx.mission.changed.connect(self._follow)

    def show_row(self, identity: UUID | None) -> None:
        """Show the contacts of a partner."""
        if identity != self._id:
            self._id, self._shown = identity, None
        self._follow()

    def _people(self) -> Sequence[Option]:
        """Offer everybody, those of the partner's organisation first."""
        plan = self._ctx.mission.plan
        partner = next((one for one in plan.partners if one.id == self._id), None) if plan is not None else None
        owner = plan.organisation(partner.organisation_id) if plan is not None and partner is not None else None
        name = (owner.name or owner.short or "") if owner is not None else ""
        return sorted(self._offers.people(), key=lambda one: not (name and name in one.text))

    def _now(self) -> list[r.Person]:
        plan = self._ctx.mission.plan
        if plan is None or self._id is None:
            return []
        own = plan.of("partner_contacts", "partner_id", self._id)
        return [person for one in own if (person := plan.person(one.person_id)) is not None]

    def _follow(self) -> None:
        people = self._now()
        if people == self._shown:
            return
        self._shown = people
        nothing = label(self._ctx.t("Nobody is named yet."), "small", tone="quiet", wrap=True)
        self.fill([self._line(number, one) for number, one in enumerate(people)] or [nothing])

    def _line(self, number: int, one: r.Person) -> QWidget:
        t = self._ctx.t
        name = one.full_name or one.native_name or ""
        reached = self._ctx.wording.listed((one.mobile or one.phone or "", one.email or ""))
        words: list[QWidget] = [label(name, "body", wrap=True)]
        if reached:
            words.append(label(reached, "small", tone="quiet", wrap=True))
        away = small_button(
            "x", f"contact_away_{number}", t("Take {name} out", name=name), self._ctx.theme,
            lambda: self._store([each.id for each in self._now() if each.id != one.id]),
        )  # fmt: skip
        return beside(words, [away])

    def _add(self, known: object) -> None:
        if isinstance(known, UUID | str) and known:
            self._store([*(one.id for one in self._now()), known])
        self.entry.show_text("", anew=True)

    def _store(self, wanted: Sequence[UUID | str]) -> None:
        from missionplanner.services.partners import partners

        identity = self._id
        if identity is not None:
            self._ctx.run_edit(lambda ws: partners.set_contacts(ws, identity, wanted))
