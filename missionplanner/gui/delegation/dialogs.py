"""Ask who joins a delegation: people, places without names, a name for one, somebody instead of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.delegates.naming import DELEGATE_ROLES, DELEGATE_STATUSES
from missionplanner.gui.context import Context
from missionplanner.gui.delegation import offers
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.chips import removable, toggle
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

if TYPE_CHECKING:
    from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus

Known = UUID | str
"""Somebody of the directory by id, or the name of somebody new."""
_NOWHERE = N_("“{name}” is not in the directory. Choose “Create” in the list to add it.")


_ROOM = 90
"""Pixels under a lone field, for what it offers."""


class Finder(Lookup):
    """Find one of many by name, or make a new one where “Create” is chosen."""

    def __init__(self, ctx: Context, options: Callable[[], Sequence[Option]], icon: str) -> None:
        super().__init__(options, ctx.theme, icon=icon, create=ctx.t("Create “{name}”"))
        self._found: tuple[str, Known] | None = None
        self.chosen.connect(self._find)
        self.created.connect(self._find)

    def known(self, field: str) -> Known | None:
        """Return what the text stands for, None for nothing. Raises Invalid for what is not there."""
        text = self.text().strip()
        if text and not self._is_found(text):
            self.commit()
        if not text:
            return None
        if self._found is None or not self._is_found(text):
            raise Invalid(_NOWHERE, field=field, name=text)
        return self._found[1]

    def _is_found(self, text: str) -> bool:
        return self._found is not None and self._found[0] == text

    def _find(self, known: object) -> None:
        if isinstance(known, UUID | str):
            self._found = (self.text().strip(), known)


class GroupChips(Wrapped):
    """Offer the groups of the mission, each in or out."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(6, "in_groups")
        self._made = []
        for number, one in enumerate(offers.groups(ctx)):
            chip = toggle(one.text, f"in_group_{number}", on=False)
            self._made.append((chip, one.value))
            self.add(chip)

    def chosen(self) -> list[UUID]:
        """Return the groups that are in."""
        return [value for chip, value in self._made if chip.isChecked() and isinstance(value, UUID)]


class AddDelegates(FormDialog):
    """Ask for one or more people, what they are in the delegation, and their groups."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        store: Callable[[Sequence[Known], DelegateRole | None, DelegateStatus | None, Sequence[UUID]], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Add delegates"), t("Add"))
        self.setObjectName("add_delegates")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._store = ctx, store
        self.people: dict[str, Known] = {}
        self.finder = Finder(ctx, partial(offers.people, ctx), "user")
        self.finder.setPlaceholderText(t("Type a name; Enter adds it"))
        self.add_row(Field("people", t("People"), self.finder))
        self.chips = Wrapped(6, "chosen_people")
        self.body.addWidget(self.chips)
        roles: dict[str, object] = {t("Without a role"): None} | {
            t(word): one for one, word in DELEGATE_ROLES.items()
        }
        states: dict[str, object] = {t("Without a status"): None} | {
            t(word): one for one, word in DELEGATE_STATUSES.items()
        }
        self.role, self.status = choice(roles, None, ctx.theme), choice(states, None, ctx.theme)
        self.add_row(Field("role", t("Role"), self.role))
        self.add_row(Field("status", t("Status"), self.status))
        self.groups = GroupChips(ctx)
        if self.groups.chips():
            self.body.addWidget(label(t("Groups"), "label", tone="quiet"))
            self.groups.setFixedWidth(roomy(FIELD_WIDTH))
            self.body.addWidget(self.groups)
        self.finder.chosen.connect(lambda _found: self._take())
        self.finder.created.connect(lambda _name: self._take())
        self.finish_with(self._finish_adding)
        self.finder.setFocus()

    def _take(self) -> None:
        name, known = self.finder.text().strip(), self.finder.known("people")
        if known is not None:
            self.people[name] = known
            self._show_people()
        self.finder.show_text("", anew=True)

    def _show_people(self) -> None:
        self.chips.clear()
        for number, name in enumerate(self.people):
            tip = self._ctx.t("Take {name} out", name=name)
            chip = removable(name, f"chosen_{number}", tip, self._ctx.theme)
            chip.clicked.connect(partial(self._leave_out, name))
            self.chips.add(chip)
        self.chips.arrange()
        self.order_tabs()

    def _leave_out(self, name: str, _checked: bool = False) -> None:
        self.people.pop(name, None)
        self._show_people()
        self.finder.setFocus()

    def _finish_adding(self) -> None:
        if self.finder.known("people") is not None:
            self._take()
        if not self.people:
            raise Invalid(N_("Say who joins the delegation."), field="people")
        self._store(list(self.people.values()), self.role.chosen(), self.status.chosen(), self.groups.chosen())


class AddPlaces(FormDialog):
    """Ask of which organisation how many places are kept before anybody is named."""

    def __init__(
        self, parent: QWidget, ctx: Context, store: Callable[[Known, int, Sequence[UUID]], object]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Add places without names"), t("Add"))
        self.setObjectName("add_places")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._store = store
        said = t("They count in seats, beds, meals, badges and budget, and get a name later.")
        told = label(said, "body", tone="quiet", name="places_told", wrap=True)
        told.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(told)
        self.finder = Finder(ctx, partial(offers.organisations, ctx), "building-2")
        self.add_row(Field("organisation_id", t("Organisation"), self.finder))
        self.count = line("2")
        self.add_row(Field("count", t("How many places"), self.count))
        self.groups = GroupChips(ctx)
        if self.groups.chips():
            self.body.addWidget(label(t("Groups"), "label", tone="quiet"))
            self.groups.setFixedWidth(roomy(FIELD_WIDTH))
            self.body.addWidget(self.groups)
        self.finish_with(self._finish_adding)
        self.finder.setFocus()

    def _finish_adding(self) -> None:
        known, typed = self.finder.known("organisation_id"), self.count.text().strip()
        if known is None:
            raise Invalid(N_("Say whose places they are."), field="organisation_id")
        if not (typed.isascii() and typed.isdigit()):
            raise Invalid(N_("This is no number."), field="count")
        self._store(known, int(typed), self.groups.chosen())


class WhoDialog(FormDialog):
    """Ask for one person. ``words`` are title and verb; ``told`` are lines that say what comes of it."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        words: tuple[str, str],
        field: str,
        store: Callable[[Known], object],
        told: Sequence[str] = (),
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, *words)
        self.setObjectName("who_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._field, self._store = field, store
        self.finder = Finder(ctx, partial(offers.people, ctx), "user")
        self.add_row(Field(field, t("Person"), self.finder))
        for number, text in enumerate(told):
            made = label(text, "small", tone="quiet", name=f"who_told_{number}", wrap=True)
            made.setFixedWidth(roomy(FIELD_WIDTH))
            self.body.addWidget(made)
        self.body.addSpacing(roomy(_ROOM))
        self.finish_with(self._finish_asking)
        self.finder.setFocus()

    def _finish_asking(self) -> None:
        known = self.finder.known(self._field)
        if known is None:
            raise Invalid(N_("Say who it is."), field=self._field)
        self._store(known)
