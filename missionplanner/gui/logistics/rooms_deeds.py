"""Do what is done with rooms: make, fill, move, swap, take out, split, other nights."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.domain import records as r
from missionplanner.domain.clock import DAY
from missionplanner.domain.delegates.stand_ins import names_of, peopled
from missionplanner.domain.logistics.seating import BEDS
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.context import Context, Edit
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.logistics import offers
from missionplanner.gui.logistics.making_rooms import NightsDialog, RoomsDialog
from missionplanner.gui.logistics.people_dialog import PeopleDialog, candidates
from missionplanner.gui.logistics.rooms_grid import RoomsGrid
from missionplanner.services.logistics.rooms import RoomsDraft


class RoomsDeeds:
    """Act on the chosen cells of the rooming grid."""

    def __init__(self, ctx: Context, grid: RoomsGrid, parent: QWidget) -> None:
        self._ctx, self._grid, self._parent = ctx, grid, parent

    # -- making and filling -----------------------------------------------------------------------

    def make(self, people: Collection[UUID] | None = None, nights: tuple[dt.date, dt.date] | None = None) -> None:
        """Ask for new rooms, for who has no bed unless told otherwise."""
        from missionplanner.services.logistics import rooms

        plan = offers.plan_of(self._ctx)
        if people is None:
            people = frozenset().union(*rooms.grid(plan).without.values())
        wanted = nights or rooms.nights_needed(plan, people)
        RoomsDialog(self._parent.window(), self._ctx, sorted(people, key=str), wanted, self._make).open()

    def _make(self, draft: RoomsDraft, people: list[UUID]) -> None:
        """Make the rooms; what is refused goes to the form, which stays open."""
        from missionplanner.services.logistics import rooms

        if self._ctx.workspace is None:
            return
        receipt = rooms.make(self._ctx.workspace, offers.plan_of(self._ctx).mission.code, draft, people)
        count = sum(table == "stay" for table, _id in receipt.added)
        self._ctx.told_with_undo(self._ctx.t.plural("{count} room made.", "{count} rooms made.", count))

    def assign(self) -> None:
        """Ask who sleeps in the chosen room; of a night without beds, who gets a free one."""
        cell = self._grid.cell()
        if cell is None:
            return
        if cell.stay is not None:
            self._put_in(cell.stay)
        elif cell.night is not None:
            self.find_beds(cell.night, cell.people)

    def _put_in(self, stay: r.Stay) -> None:
        t = self._ctx.t
        without = self._without(stay)
        facts = {one: t("without a bed") for one in without}
        plan = offers.plan_of(self._ctx)
        there = {one.person_id for one in plan.stay_guests(stay)}
        some = [one for one in candidates(self._ctx, plan, facts) if one.person_id not in there]
        some.sort(key=lambda one: one.person_id not in without)
        people = {one.delegate_id: one.person_id for one in some}

        def take(delegates: list[UUID]) -> None:
            from missionplanner.services.logistics import rooms

            found = [person for one in delegates if (person := people[one]) is not None]
            self._done(lambda ws: rooms.put_in(ws, stay.id, found))

        title = t("Who sleeps in {room}", room=self.room_name(stay))
        dialog = PeopleDialog(self._parent.window(), self._ctx, title, some, take, t("Put in"))
        beds = BEDS[stay.room] if stay.room is not None else 0
        free = max(0, beds - len(there))
        dialog.tell(lambda _chosen: t.plural("{count} bed free", "{count} beds free", free))
        dialog.open()

    def _without(self, stay: r.Stay) -> frozenset[UUID]:
        from missionplanner.services.logistics import rooms

        found = rooms.grid(offers.plan_of(self._ctx)).without
        nights = (night for night in found if (stay.from_day or night) <= night < (stay.to_day or night + DAY))
        return frozenset().union(*(found[night] for night in nights))

    def room_name(self, stay: r.Stay) -> str:
        """Return the kind and number of a room."""
        return self._grid.rooms.room_name(stay)

    def find_beds(self, night: dt.date, lacking: Collection[UUID]) -> None:
        """Ask who of a night gets a bed: a free one, or a room that is made."""
        t = self._ctx.t
        some = [one for one in candidates(self._ctx, offers.plan_of(self._ctx)) if one.person_id in lacking]
        people = {one.delegate_id: one.person_id for one in some}
        title = t("Without a bed in the night of {day}", day=self._ctx.wording.plain_day(night))

        def found(delegates: list[UUID]) -> list[UUID]:
            return [person for one in delegates if (person := people[one]) is not None]

        dialog = PeopleDialog(
            self._parent.window(),
            self._ctx,
            title,
            some,
            lambda delegates: self.make(found(delegates)),
            t("Make rooms for them…"),
        )
        dialog.tick(people)
        dialog.add_verb(t("Put them into free beds"), lambda delegates: self._fill(found(delegates), night))
        dialog.open()

    def _fill(self, people: list[UUID], night: dt.date) -> None:
        """Put people into rooms that are free as long as they need one; say who found none."""
        from missionplanner.services.logistics import rooms

        plan, t, left = offers.plan_of(self._ctx), self._ctx.t, 0
        first, last = rooms.nights_needed(plan, people)
        if not first <= night < last:
            first, last = night, night + DAY
        workspace = self._ctx.workspace
        if workspace is None:
            return
        try:
            receipt, left = rooms.fill(workspace, plan.mission.code, people, first, last)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        put = len(people) - left
        words = t.plural("{count} person has a bed now.", "{count} people have a bed now.", put)
        if left:
            more = t.plural("{count} found none that is free.", "{count} found none that is free.", left)
            words = f"{words} {more}"
        if receipt.changeset is not None:
            self._ctx.told_with_undo(words)
        else:
            self._ctx.notices.say(t("No bed is free for them in these nights. Make rooms for them."), tone="warn")

    # -- guests -----------------------------------------------------------------------------------

    def move(self) -> None:
        """Ask who of a room goes where: into a free bed, or in exchange for somebody."""
        self._with_guests(self._ctx.t("Who moves"), self._ask_where)

    def take_out(self) -> None:
        """Take guests out of a room."""
        from missionplanner.services.logistics import rooms

        t = self._ctx.t

        def take(guests: list[r.StayGuest]) -> None:
            if self._done(lambda ws: rooms.take_out(ws, [one.id for one in guests])):
                count = len(guests)
                self._ctx.told_with_undo(t.plural("{count} guest taken out.", "{count} guests taken out.", count))

        self._with_guests(t("Who is taken out"), take)

    def _with_guests(self, title: str, do: Callable[[list[r.StayGuest]], object]) -> None:
        """Do something with the guest of the chosen room; ask with which of several."""
        cell = self._grid.cell()
        if cell is None or cell.stay is None:
            return
        plan = offers.plan_of(self._ctx)
        guests = list(plan.stay_guests(cell.stay))
        if len(guests) < 2:
            if guests:
                do(guests)
            return
        names = names_of(peopled(plan))
        options = [Option(names.get(one.person_id, "–"), [one], icon="user") for one in guests]
        options.append(Option(self._ctx.t("All of them"), guests, icon="users"))
        Chooser(self._parent.window(), self._ctx, title, options, do).open()

    def _ask_where(self, guests: list[r.StayGuest]) -> None:
        plan, t = offers.plan_of(self._ctx), self._ctx.t
        own = next((one for one in plan.stays if one.id == guests[0].stay_id), None)
        if own is None:
            return
        names = names_of(peopled(plan))
        fitting = {one.id for one in self.free_for(guests)}
        free: list[Option] = []
        others: list[Option] = []
        for stay in plan.stays:
            if stay.id == own.id or not _meet(own, stay):
                continue
            there, beds = plan.stay_guests(stay), _free(plan, stay)
            who = ", ".join(names.get(one.person_id, "–") for one in there) or t("Nobody yet")
            hotel = plan.place(stay.hotel_id)
            name = ", ".join(part for part in (self.room_name(stay), hotel.name if hotel else "") if part)
            if stay.id in fitting:
                free.append(Option(f"{name} – {who}", ("move", stay.id), "bed-double", str(beds), t("Free beds")))
            if len(guests) == 1:
                heading = t("Swap with")
                others += [
                    Option(names.get(one.person_id, "–"), ("swap", one.id), "arrow-left-right", name, heading)
                    for one in there
                ]

        def take(wanted: tuple[str, UUID]) -> None:
            from missionplanner.services.logistics import rooms

            verb, identity = wanted
            if verb == "move":
                self.move_to(guests, next(one for one in plan.stays if one.id == identity))
            else:
                self._done(lambda ws: rooms.swap(ws, guests[0].id, identity))

        title = t("Where {names} goes", names=", ".join(names.get(one.person_id, "–") for one in guests))
        Chooser(self._parent.window(), self._ctx, title, [*free, *others], take, (t("Move"), "")).open()

    def free_for(self, guests: list[r.StayGuest]) -> list[r.Stay]:
        """Return the rooms with beds for these guests of one room in nights of theirs."""
        plan = offers.plan_of(self._ctx)
        own = next((one for one in plan.stays if guests and one.id == guests[0].stay_id), None)
        if own is None:
            return []
        others = (one for one in plan.stays if one.id != own.id and _meet(own, one))
        return [one for one in others if _free(plan, one) >= len(guests)]

    def free_in(self, night: dt.date) -> list[r.Stay]:
        """Return the rooms with a free bed in a night."""
        plan = offers.plan_of(self._ctx)
        there = (one for one in plan.stays if (one.from_day or night) <= night < (one.to_day or night + DAY))
        return [one for one in there if _free(plan, one) > 0]

    def move_to(self, guests: list[r.StayGuest], stay: r.Stay) -> None:
        """Move guests into a free bed of another room."""
        from missionplanner.services.logistics import rooms

        self._done(lambda ws: rooms.move(ws, [one.id for one in guests], stay.id))

    def bed(self, people: Collection[UUID], stay: r.Stay) -> None:
        """Put people into a room; ask who of them where not all of them fit."""
        from missionplanner.services.logistics import rooms

        if len(people) > _free(offers.plan_of(self._ctx), stay):
            self._put_in(stay)
        else:
            self._done(lambda ws: rooms.put_in(ws, stay.id, sorted(people, key=str)))

    # -- rooms ------------------------------------------------------------------------------------

    def delete(self) -> None:
        """Delete the chosen rooms with their guests' beds."""
        from missionplanner.services.logistics import stays

        ids = [one.id for one in self._grid.chosen_stays()]
        if ids and self._done(lambda ws: stays.delete(ws, ids)):
            self._ctx.told_with_undo(
                self._ctx.t.plural("{count} room deleted.", "{count} rooms deleted.", len(ids))
            )

    def duplicate(self) -> None:
        """Add rooms like the chosen ones, without guests."""
        from missionplanner.services.logistics import stays

        ids = [one.id for one in self._grid.chosen_stays()]
        if ids:
            self._done(lambda ws: stays.duplicate(ws, ids))

    def nights(self) -> None:
        """Ask for other nights of the chosen rooms."""
        some = self._grid.chosen_stays()
        if not some:
            return
        mission = offers.plan_of(self._ctx).mission
        first = some[0].from_day or mission.start
        last = some[0].to_day or max(mission.end, first + DAY)
        NightsDialog(self._parent.window(), self._ctx, (first, last), self._change_nights).open()

    def _change_nights(self, first: dt.date, last: dt.date) -> None:
        from missionplanner.services.logistics import rooms

        ids = [one.id for one in self._grid.chosen_stays()]
        if self._ctx.workspace is not None and ids:
            rooms.change_nights(self._ctx.workspace, ids, first, last)

    def split(self) -> None:
        """Ask from which night on a stay is one of its own."""
        from missionplanner.services.logistics import rooms

        cell = self._grid.cell()
        stay = cell.stay if cell is not None else None
        if stay is None or stay.from_day is None or stay.to_day is None:
            return
        t, wording = self._ctx.t, self._ctx.wording
        count = (stay.to_day - stay.from_day).days
        days = [stay.from_day + DAY * number for number in range(1, count)]
        if not days:
            self._ctx.notices.say(t("A stay of one night cannot be split."), tone="warn")
            return
        options = [Option(t("From the night of {day}", day=wording.weekday(one)), one, "moon") for one in days]
        identity = stay.id
        Chooser(
            self._parent.window(),
            self._ctx,
            t("Split the stay"),
            options,
            lambda day: self._done(lambda ws: rooms.split(ws, identity, day)),
            (t("Split"), ""),
        ).open()

    def _done(self, edit: Edit) -> bool:
        return self._ctx.run_edit(edit) is not None


def _free(plan: MissionPlan, stay: r.Stay) -> int:
    """Return how many beds of a room are free, none where its kind is not known."""
    count = len(plan.stay_guests(stay))
    return (BEDS[stay.room] if stay.room is not None else count) - count


def _meet(one: r.Stay, other: r.Stay) -> bool:
    """Tell whether two stays have a night in common."""
    if None in (one.from_day, one.to_day, other.from_day, other.to_day):
        return True
    assert one.from_day and one.to_day and other.from_day and other.to_day
    return one.from_day < other.to_day and other.from_day < one.to_day
