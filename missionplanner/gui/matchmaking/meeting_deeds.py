"""Do what is done with meetings on timetable and list: place, move, swap, lock, cancel, have interpreted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import is_live
from missionplanner.domain.meetings.targets import Blocked, Fits, Swaps
from missionplanner.domain.vocabulary import MeetingState
from missionplanner.gui.actions.meetings import CALLED_OFF, MEETING, PLACED, PLACING, PLANNED, SPOKEN, STORED, TWO
from missionplanner.gui.context import Context, Edit
from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.matchmaking.going import show_outcome
from missionplanner.gui.matchmaking.meeting_part import MeetingPart
from missionplanner.gui.matchmaking.meeting_places import ask_place, interpreter_options
from missionplanner.gui.matchmaking.timetable_model import Spot

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


class MeetingDeeds:
    """Act on the meetings a part says are chosen. A meeting that is not stored is the trial of a wish."""

    def __init__(self, ctx: Context, part: MeetingPart, chosen: Callable[[], Sequence[r.Meeting]]) -> None:
        self._ctx, self._part, self._chosen = ctx, part, chosen

    def all(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "meeting_place": self.ask,
            "meeting_lock": self.lock,
            "meeting_interpreter": self.ask_interpreter,
            "meeting_take_off": self.take_off,
            "meeting_cancel": self.cancel,
            "meeting_back": self.bring_back,
            "meeting_outcome": self.show_outcome,
            "meeting_order": self.keep_order,
            "meeting_earlier": lambda: self.to_slot(-1),
            "meeting_later": lambda: self.to_slot(1),
            "meeting_left": lambda: self.to_table(-1),
            "meeting_right": lambda: self.to_table(1),
        }

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        some, session = self._chosen(), self._part.session
        if not some or session is None:
            return set()
        stored = [one for one in some if session.meeting(one.id) is not None]
        live = [one for one in some if is_live(one)]
        met = {MEETING}
        met |= {PLACED} if any(session.slot(one.slot) is not None for one in live) else set()
        met |= {PLANNED, PLACING} if live else set()
        met |= {CALLED_OFF} if any(not is_live(one) for one in stored) else set()
        met |= {STORED} if any(one in live and session.slot(one.slot) is not None for one in stored) else set()
        met |= {TWO} if self.two() is not None else set()
        if session.interpreters and any(is_live(one) for one in stored):
            met.add(SPOKEN)
        return met

    def show_outcome(self) -> None:
        """Show in the report what came of the first of the chosen meetings."""
        placed = self._placed()
        if placed:
            show_outcome(self._part, placed[0].id)

    # -- places -----------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask where the chosen meeting goes."""
        some = [one for one in self._chosen() if is_live(one)]
        if some:
            one, part = some[0], self._part
            ask_place(part, self._ctx, part.targets(one), part.words, lambda spot: self.put(one, spot))

    def put(self, one: r.Meeting, spot: Spot) -> bool:
        """Put a meeting at a slot and table, or let it change places there; say why where it cannot."""
        found, t = self._part.targets(one).at(*spot), self._ctx.t
        if isinstance(found, Blocked):
            self._ctx.notices.say(t.say(found.why), tone="warn")
            return False
        done = self._swap(one, found.other) if isinstance(found, Swaps) else self._move(one, spot)
        if done and found.warning is not None:
            self._ctx.notices.say(t.say(found.warning), tone="warn")
        return done

    def to_slot(self, steps: int) -> None:
        """Move the chosen meeting to the next slot before or after that takes it, at its table where it can."""
        one, session = self._one_free(), self._part.session
        if one is None or session is None:
            return
        targets, rank = self._part.targets(one), session.rank[one.slot or 0]
        after = session.slots[rank + 1 :] if steps > 0 else session.slots[:rank][::-1]
        for slot in after:
            names = [one.table, targets.table_for(slot.position)]
            for name in names:
                if isinstance(targets.at(slot.position, name), Fits):
                    self.put(one, (slot.position, name))
                    return
        t = self._ctx.t
        words = t("No later slot takes this meeting.") if steps > 0 else t("No earlier slot takes this meeting.")
        self._ctx.notices.say(words, tone="info")

    def to_table(self, steps: int) -> None:
        """Move the chosen meeting to the next free table before or after, in its slot."""
        one, session = self._one_free(), self._part.session
        if one is None or session is None or one.slot is None:
            return
        names = [each.name for each in session.tables]
        now = names.index(one.table) if one.table in names else -1 if steps > 0 else len(names)
        targets = self._part.targets(one)
        for name in names[now + 1 :] if steps > 0 else names[: max(now, 0)][::-1]:
            if isinstance(targets.at(one.slot, name), Fits):
                self.put(one, (one.slot, name))
                return
        self._ctx.notices.say(self._ctx.t("No table on that side is free then."), tone="info")

    def take_off(self) -> None:
        """Take the chosen meetings off the timetable: they wait for another slot."""
        some, gesture = [one.id for one in self._placed() if not one.locked], str(uuid4())
        if not some and self._placed():
            self._say_locked()

        def edit(ws: Workspace) -> Receipt:
            receipts: list[Receipt] = [meetings().move(ws, one, None, gesture=gesture) for one in some]
            return receipts[-1]

        if some and self._done(edit, some):
            words = self._ctx.t.plural("{count} meeting taken off.", "{count} meetings taken off.", len(some))
            self._ctx.told_with_undo(words)

    def _move(self, one: r.Meeting, spot: Spot) -> bool:
        session = self._part.session
        assert session is not None
        slot, table = spot
        if session.meeting(one.id) is None:
            return self._done(
                lambda ws: meetings().add(ws, session.id, one.a_id, one.b_id, slot=slot, table=table), ()
            )
        return self._done(lambda ws: meetings().move(ws, one.id, slot, table), [one.id])

    def _swap(self, one: r.Meeting, other: UUID) -> bool:
        return self._done(lambda ws: meetings().swap(ws, one.id, other), [one.id])

    # -- state ------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Lock the chosen meetings where they are, or release them where all of them are locked."""
        some = self._placed()
        ids, locked = [one.id for one in some], not all(one.locked for one in some)
        if ids:
            self._done(lambda ws: meetings().lock(ws, ids, locked), ids)

    def cancel(self) -> None:
        """Cancel the chosen meetings; the toast takes it back."""
        session = self._part.session
        stored = [one for one in self._chosen() if is_live(one) and session and session.meeting(one.id)]
        ids = [one.id for one in stored]
        if ids and self._done(lambda ws: meetings().cancel(ws, ids), ids):
            words = self._ctx.t.plural("{count} meeting cancelled.", "{count} meetings cancelled.", len(ids))
            self._ctx.told_with_undo(words)

    def bring_back(self) -> None:
        """Bring cancelled meetings back, to their places where those are still free."""
        ids = [one.id for one in self._chosen() if one.state is MeetingState.CANCELLED]
        if ids:
            self._done(lambda ws: meetings().bring_back(ws, ids), ids)

    def two(self) -> tuple[r.Meeting, r.Meeting] | None:
        """Return the two chosen meetings, the earlier one first; None where they are not two in two slots."""
        session, some = self._part.session, self._placed()
        if session is None or len(some) != 2 or any(session.meeting(one.id) is None for one in some):
            return None
        first, second = sorted(some, key=lambda one: session.rank[one.slot or 0])
        return (first, second) if first.slot != second.slot else None

    def orders_of(self, two: tuple[r.Meeting, r.Meeting]) -> list[UUID]:
        """Return the orders that tie two meetings."""
        session, ids = self._part.session, {one.id for one in two}
        orders = session.orders() if session is not None else ()
        return [one.id for one in orders if {one.first_id, one.second_id} == ids]

    def keep_order(self) -> None:
        """Let the earlier of two meetings always come before the other, or let their order be free again."""
        two, t = self.two(), self._ctx.t
        if two is None:
            return
        ids, kept = [one.id for one in two], self.orders_of(two)
        if kept:
            if self._done(lambda ws: meetings().drop_orders(ws, kept), ids):
                self._ctx.told_with_undo(t("The order of the two is free again."))
        elif self._done(lambda ws: meetings().put_before(ws, *ids), ids):
            first, second = (self._part.words.pair(one) for one in two)
            words = t("Proposals keep “{first}” before “{second}”.", first=first, second=second)
            self._ctx.told_with_undo(words)

    def ask_interpreter(self) -> None:
        """Ask who interprets the chosen meeting."""
        some = [one for one in self._chosen() if is_live(one)]
        if not some:
            return
        one, part, t = some[0], self._part, self._ctx.t
        options = interpreter_options(self._ctx, part.targets(one), part.words)
        title = t("Who interprets {pair}", pair=part.words.pair(one))
        Chooser(part.window(), self._ctx, title, options, lambda person: self.interpret(one, person)).open()

    def interpret(self, one: r.Meeting, person: UUID | None) -> None:
        """Let somebody interpret a meeting, nobody for None."""
        self._done(lambda ws: meetings().set_interpreter(ws, one.id, person), [one.id])

    # -- inside -----------------------------------------------------------------------------------

    def _one_free(self) -> r.Meeting | None:
        """Return the first of the chosen meetings that have a place, unless it is locked, which is said."""
        some = self._placed()
        if some and some[0].locked:
            self._say_locked()
            return None
        return some[0] if some else None

    def _say_locked(self) -> None:
        words = self._ctx.t("A locked meeting stays where it is: release it first.")
        self._ctx.notices.say(words, tone="info")

    def _placed(self) -> list[r.Meeting]:
        session = self._part.session
        some = self._chosen() if session is not None else ()
        return [one for one in some if session and is_live(one) and session.slot(one.slot) is not None]

    def _done(self, edit: Edit, about: Sequence[UUID]) -> bool:
        """Run an edit, show at once what came of it, choose what it was about, and say it aloud."""
        receipt = self._ctx.run_edit(edit)
        if receipt is None:
            return False
        self._ctx.mission.reread()
        wanted = list(about) or [one for table, one in receipt.added if table == "meeting"]
        self._part.show_meetings(wanted)
        session = self._part.session
        one = session.meeting(wanted[0]) if session is not None and wanted else None
        if one is not None:
            self._ctx.say_aloud(self._part, self._part.words.spoken(one))
        return True


def meetings() -> ModuleType:
    """Return the writers of meetings; loaded when something is written."""
    return import_module("missionplanner.services.matchmaking.meetings")
