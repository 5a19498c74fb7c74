"""Do what is asked of the delegation: ask where something is to be asked, write as one step, say what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.domain.delegates.naming import DELEGATE_STATUSES
from missionplanner.gui.context import Context
from missionplanner.gui.delegation.dialogs import AddDelegates, AddPlaces, Known, WhoDialog
from missionplanner.gui.delegation.people import PRIVATE, DelegateRows
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.printing import Printing
from missionplanner.gui.tables.list_view import ListView
from missionplanner.services.entries import in_each

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus
    from missionplanner.services.workspace import Receipt, Workspace

_BY_PRECEDENCE = (("precedence", False),)


class Deeds:
    """Know what the actions of the delegation do to the rows chosen in its list."""

    def __init__(self, ctx: Context, view: ListView, rows: DelegateRows) -> None:
        self._ctx, self._view, self._rows = ctx, view, rows
        self._printing = Printing(ctx, view)

    def all(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "add_delegates": self.add,
            "list_new": self.add,
            "add_places": self.add_places,
            "name_place": self.name_place,
            "replace_delegate": self.replace,
            "delegates_to_group": self.choose_group,
            "delegates_status": self.choose_status,
            "delegate_up": lambda: self.move(-1),
            "delegate_down": lambda: self.move(1),
            "order_by_protocol": self.order,
            "show_private": lambda: self.show_private(not self._rows.revealed),
            "print_chosen": self.print_chosen,
        }

    @property
    def chosen(self) -> list[UUID]:
        """Return the chosen delegates."""
        return self._view.table.chosen_ids()

    def is_named(self, identity: UUID) -> bool:
        """Tell whether somebody is named for a delegate."""
        value = self._view.model.value_of(identity, "person_id")
        return value is not None and value.id != identity

    # -- who is in it -----------------------------------------------------------------------------

    def add(self) -> None:
        """Ask who joins."""
        if self._plan is not None:
            AddDelegates(self._view.window(), self._ctx, self._add).open()

    def add_places(self) -> None:
        """Ask for places of which only the number is known."""
        if self._plan is not None:
            AddPlaces(self._view.window(), self._ctx, self._add_places).open()

    def name_place(self) -> None:
        """Ask who takes the chosen place."""
        t, chosen = self._ctx.t, self.chosen
        if len(chosen) == 1 and not self.is_named(chosen[0]):
            place = self._view.model.value_of(chosen[0], "person_id").name
            told = (place, t("Seats, beds and items stay as they are."))
            WhoDialog(
                self._view.window(),
                self._ctx,
                (t("Who takes this place?"), t("Name the place")),
                "person_id",
                partial(self._name, chosen[0]),
                told,
            ).open()

    def replace(self) -> None:
        """Ask who comes instead of the chosen delegate; say what passes on and what does not."""
        from missionplanner.services.delegates import substitution

        t, chosen, ws = self._ctx.t, self.chosen, self._ctx.workspace
        if ws is None or len(chosen) != 1 or not self.is_named(chosen[0]):
            return
        name = self._view.model.value_of(chosen[0], "person_id").name
        told = [t("Role, groups, items, seats and beds pass on.")]
        left = [t(word) for word in substitution.left_behind(ws, chosen[0])]
        if left:
            told.append(t("Does not pass on: {list}.", list=", ".join(left)))
        WhoDialog(
            self._view.window(),
            self._ctx,
            (t("Who comes instead of {name}?", name=name), t("Replace")),
            "person",
            partial(self._replace, chosen[0], name),
            told,
        ).open()

    def _add(
        self,
        people: Sequence[Known],
        role: DelegateRole | None,
        status: DelegateStatus | None,
        groups: Sequence[UUID],
    ) -> None:
        from missionplanner.services.delegates import delegation

        plan = self._plan
        if plan is not None:
            mission = plan.mission.id
            self._write(
                lambda ws: delegation.add_people(ws, mission, people, role=role, status=status, groups=groups)
            )

    def _add_places(self, organisation: Known, count: int, groups: Sequence[UUID]) -> None:
        from missionplanner.services.delegates import delegation

        plan = self._plan
        if plan is not None:
            self._write(lambda ws: delegation.add_places(ws, plan.mission.id, organisation, count, groups))

    def _name(self, place: UUID, known: Known) -> None:
        from missionplanner.services.delegates import delegation

        self._write(lambda ws: delegation.name_place(ws, place, known))

    def _replace(self, identity: UUID, name: str, known: Known) -> None:
        from missionplanner.services.delegates import substitution

        self._write(lambda ws: substitution.substitute(ws, identity, known))
        self._ctx.told_with_undo(self._ctx.t("{name} is replaced.", name=name))

    def _write(self, edit: Callable[[Workspace], Receipt]) -> None:
        """Write what a dialog asks for, and show what was added; what it raises is said in the dialog."""
        if self._ctx.workspace is not None:
            receipt = edit(self._ctx.workspace)
            added = [one for table, one in receipt.added if table == "delegate"]
            if added:
                self._view.show_row(added[0])

    # -- groups and status ------------------------------------------------------------------------

    def choose_group(self) -> None:
        """Ask for a group the chosen delegates go into, or out of where all of them are in it."""
        t, plan, chosen = self._ctx.t, self._plan, self.chosen
        if plan is None or not chosen:
            return
        languages = plan.mission.languages
        options = []
        for one in plan.groups:
            inside = sum(one.id in (self._view.model.value_of(each, "groups") or ()) for each in chosen)
            fact = t("all of them: takes them out") if inside == len(chosen) else ""
            if 0 < inside < len(chosen):
                fact = t("{count} of {total} are in it", count=inside, total=len(chosen))
            name = one.name.best(t.language, languages) if one.name is not None else ""
            options.append(Option(name, one.id, "users", fact))
        options.append(Option(t("A new group…"), None, "plus"))
        title = t.plural("A group for {count} delegate", "A group for {count} delegates", len(chosen))
        Chooser(self._view.window(), self._ctx, title, options, self._put).open()

    def new_group(self, members: Sequence[UUID] = ()) -> None:
        """Ask for the name of a group; these delegates go into it."""
        from missionplanner.services.delegates import groups

        t, plan = self._ctx.t, self._plan
        if plan is None:
            return

        def store(name: str) -> None:
            if self._ctx.workspace is not None:
                groups.create(self._ctx.workspace, plan.mission.code, name, t.language, members)

        NameDialog(self._view.window(), self._ctx, (t("Add a group"), t("Name"), t("Add")), store).open()

    def choose_status(self) -> None:
        """Ask for the status of the chosen delegates."""
        t, count = self._ctx.t, len(self.chosen)
        if count:
            options = [Option(t(word), value, "circle-check") for value, word in DELEGATE_STATUSES.items()]
            title = t.plural("Status of {count} delegate", "Status of {count} delegates", count)
            Chooser(self._view.window(), self._ctx, title, options, self._set_status).open()

    def _put(self, group: UUID | None) -> None:
        from missionplanner.services.delegates import groups

        chosen = self.chosen
        if group is None:
            self.new_group(chosen)
        elif self._ctx.run_edit(lambda ws: groups.put(ws, group, chosen)) is not None:
            t = self._ctx.t
            said = t.plural(
                "Group of {count} delegate changed.", "Groups of {count} delegates changed.", len(chosen)
            )
            self._ctx.told_with_undo(said)

    def _set_status(self, status: DelegateStatus) -> None:
        from missionplanner.services.delegates import delegation

        chosen, t = self.chosen, self._ctx.t
        cells = in_each(chosen, "status", status)
        if self._ctx.run_edit(lambda ws: delegation.change_cells(ws, cells)) is not None:
            said = t.plural("Status of {count} delegate set.", "Status of {count} delegates set.", len(chosen))
            self._ctx.told_with_undo(said)

    # -- order, privacy, paper --------------------------------------------------------------------

    def move(self, steps: int) -> None:
        """Move the chosen delegates up or down in protocol order."""
        from missionplanner.services.delegates import delegation

        plan, chosen = self._plan, self.chosen
        if plan is None or not chosen:
            return
        if self._ctx.run_edit(lambda ws: delegation.move(ws, plan.mission.id, chosen, steps)) is not None:
            self._show_order()

    def order(self) -> None:
        """Order everybody by protocol."""
        from missionplanner.services.delegates import delegation

        plan = self._plan
        if plan is not None:
            receipt = self._ctx.run_edit(lambda ws: delegation.order_by_protocol(ws, plan.mission.id))
            if receipt is not None:
                self._show_order()
                self._ctx.told_with_undo(self._ctx.t("Ordered by protocol."))

    def show_private(self, on: bool) -> None:
        """Read what is sealed and show it, or forget it again."""
        model, workspace = self._view.model, self._ctx.workspace
        self._rows.revealed = on
        if not on:
            for key in PRIVATE:
                model.reveal(key, False)
        if workspace is not None and model.loaded:
            page = self._rows.page(workspace)
            model.show(page.rows, page.total)
        if on:
            for key in PRIVATE:
                model.reveal(key, True)
        self._view.details.refill()
        t = self._ctx.t
        self._ctx.say_aloud(self._view, t("Personal data is shown.") if on else t("Personal data is hidden."))

    def print_chosen(self) -> None:
        """Print the personal agendas of the chosen delegates."""
        from missionplanner.services.paper import documents

        plan = self._plan
        people = [self._view.model.value_of(one, "person_id").id for one in self.chosen if self.is_named(one)]
        if plan is not None and people:
            paper = self._ctx.settings.values.paper
            request = documents.PrintRequest(kind="itinerary", everyone=True, people=tuple(people), paper=paper)
            self._printing.everyone(plan, request)
        elif plan is not None:
            self._ctx.notices.say(self._ctx.t("Nobody is named for these places yet."), tone="warn")

    def _show_order(self) -> None:
        chosen = self.chosen
        self._view.show_layout(replace(self._view.layout_now(), sort=_BY_PRECEDENCE))
        self._view.model.sort_by(_BY_PRECEDENCE)
        self._view.table.choose(chosen)

    @property
    def _plan(self) -> MissionPlan | None:
        return self._ctx.mission.plan
