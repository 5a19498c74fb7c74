"""Edit for whom chosen items are: groups, who takes part, who is left out."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context
from missionplanner.gui.forms.chips import fact, toggle
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.selection import Chosen
from missionplanner.gui.inspector.takers import TakersDialog
from missionplanner.gui.widgets.basics import button, label

MOST = 6
"""Organisations named by a chip; the others are counted."""
_SHORT = 12


class Groups(QWidget):
    """Be the chips of the groups; all of them pressed is everyone."""

    def __init__(self, ctx: Context, edits: Edits) -> None:
        super().__init__()
        self.setObjectName("groups")
        self._ctx, self._edits = ctx, edits
        self._chosen: Chosen | None = None
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._words = label(ctx.t("Groups"), "label", tone="quiet")
        column.addWidget(self._words)
        self._chips = Wrapped(6, "group_chips")
        column.addWidget(self._chips)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show the groups these items are for."""
        self._chosen = chosen
        groups = chosen.plan.groups
        self.setVisible(bool(groups))
        in_all, in_some = chosen.lanes()
        names = tuple(name_of_group(chosen.plan, one, chosen.language) for one in groups)
        shown = (tuple(one.id for one in groups), names, in_all, in_some)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((one.objectName() for one in self._chips.chips() if one.hasFocus()), "")
        self._chips.clear()
        for number, group in enumerate(groups):
            on, partly = group.id in in_all, group.id in in_some
            chip = toggle(f"{letter(number)}  {names[number]}", f"group_{number}", on=on, partly=partly)
            if partly:
                chip.setAccessibleDescription(self._ctx.t("Mixed"))
            chip.clicked.connect(lambda _checked=False, group=group.id: self._toggle(group))
            self._chips.add(chip)
            if chip.objectName() == focused:
                chip.setFocus()
        if len(groups) > 1 and len(in_all) < len(groups):
            everyone = button(self._ctx.t("Everyone"), "group_everyone", look="link")
            everyone.clicked.connect(self._edits.for_everyone)
            self._chips.add(everyone)

    def _toggle(self, group: UUID) -> None:
        self._shown = ()
        if not self._edits.toggle_group(group) and self._chosen is not None:
            self.show_chosen(self._chosen)


class Takers(QWidget):
    """Say who takes part, by organisation, and let people be chosen one by one."""

    def __init__(self, ctx: Context, edits: Edits) -> None:
        super().__init__()
        self.setObjectName("takers")
        self._ctx, self._edits = ctx, edits
        self._chosen: Chosen | None = None
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        self._words = label("", "label", tone="quiet", name="takers_count", wrap=True)
        row.addWidget(self._words, 1)
        self._choose = button(ctx.t("Choose…"), "choose_takers", look="link")
        self._choose.setAccessibleName(ctx.t("Choose who takes part"))
        self._choose.clicked.connect(self._ask)
        row.addWidget(self._choose)
        column.addLayout(row)
        self._chips = Wrapped(4, "taker_chips")
        column.addWidget(self._chips)
        self._without = label("", "small", tone="quiet", name="takers_without", wrap=True)
        column.addWidget(self._without)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show who takes part in these items."""
        self._chosen = chosen
        t = self._ctx.t
        takers = chosen.takers()
        organisations = organisations_of(chosen.plan, takers)
        self.setVisible(bool(chosen.plan.delegates))
        self._choose.setVisible(chosen.one is not None)
        counted = (
            t.plural("{count} organisation", "{count} organisations", len(organisations)),
            t.plural("{count} person", "{count} people", len(takers)),
        )
        facts = counted[0] if organisations else counted[1]
        self._words.setText(self._ctx.wording.listed((t("Who takes part"), facts)))
        self._words.setToolTip(", ".join(counted))
        out = [chosen.plan.label(one.id) for one in chosen.without()]
        self._without.setText(t("Without {names}", names=", ".join(out)) if out else "")
        self._without.setVisible(bool(out))
        names = tuple(one.short or one.name or "" for one in organisations)
        if names != self._shown:
            self._shown = names
            self._fill(organisations)

    def _fill(self, organisations: Sequence[r.Organisation]) -> None:
        self._chips.clear()
        for one in organisations[:MOST]:
            name = one.short or one.name or ""
            shown = name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}…"
            self._chips.add(fact(shown, one.name or name))
        if len(organisations) > MOST:
            rest = ", ".join(one.name or "" for one in organisations[MOST:])
            self._chips.add(fact(f"+{len(organisations) - MOST}", rest))
        self._chips.setVisible(bool(organisations))

    def _ask(self) -> None:
        if self._chosen is not None and self._chosen.one is not None:
            TakersDialog(self.window(), self._ctx, self._chosen, self._edits.takers).open()


def letter(number: int) -> str:
    """Return the letter of the group at a place: A, B … Z, then figures."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def name_of_group(plan: MissionPlan, group: r.Group, language: str) -> str:
    """Return a group's name, nothing where it has none."""
    return group.name.best(language, plan.mission.languages) if group.name is not None else ""


def organisations_of(plan: MissionPlan, people: frozenset[UUID]) -> tuple[r.Organisation, ...]:
    """Return the organisations of people, each once, in the order of the delegation."""
    delegates = (one.person_id for one in plan.delegates if one.person_id in people)
    persons = (plan.person(one) for one in delegates)
    found = (plan.organisation(one.organisation_id) for one in persons if one is not None)
    return tuple({one.id: one for one in found if one is not None}.values())
