"""Say of every two participants what each says of meeting the other, and count it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Seated, Session
from missionplanner.domain.vocabulary import Side, Wish
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.marks import WANTED, letter, words
from missionplanner.gui.matchmaking.parties import Party, called, lines_of, of_side
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look

Couple = tuple[UUID, UUID]
"""Who asks, and for whom: organisations."""


class Across(StrEnum):
    """Say who stands in the rows and who over the columns."""

    VISITORS = "visitors"
    HOSTS = "hosts"
    AMONG_VISITORS = "among_visitors"
    AMONG_HOSTS = "among_hosts"
    ALL = "all"


ACROSS: dict[Across, str] = {
    Across.VISITORS: N_("Visitors × hosts"),
    Across.HOSTS: N_("Hosts × visitors"),
    Across.AMONG_VISITORS: N_("Among the visitors"),
    Across.AMONG_HOSTS: N_("Among the hosts"),
    Across.ALL: N_("Everybody"),
}
_SIDES: dict[Across, tuple[Side, Side]] = {
    Across.VISITORS: (Side.VISITING, Side.HOST),
    Across.HOSTS: (Side.HOST, Side.VISITING),
    Across.AMONG_VISITORS: (Side.VISITING, Side.VISITING),
    Across.AMONG_HOSTS: (Side.HOST, Side.HOST),
}


@dataclass(frozen=True, slots=True)
class Both:
    """Be what both sides say: the row's wish, the column's, when they meet. ``same`` is where both are one."""

    mine: Wish | None = None
    theirs: Wish | None = None
    when: str = ""
    same: bool = False

    @property
    def mutual(self) -> bool:
        """Tell whether both want to meet."""
        return self.mine in WANTED and self.theirs in WANTED

    @property
    def refused(self) -> bool:
        """Tell whether one of them said no."""
        return Wish.NO_THANKS in (self.mine, self.theirs)


class WishModel(Grid):
    """Hold the participants of one side against those of the other."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.columns: tuple[Seated, ...] = ()
        self.session: Session | None = None
        self._asked: dict[Couple, r.MeetingRequest] = {}
        self._meet: dict[frozenset[UUID], r.Meeting] = {}
        self._made: Counter[UUID] = Counter()
        self._got: Counter[UUID] = Counter()
        self._pairs: dict[tuple[int, int], Both] = {}
        self._heads: dict[int, Head] = {}
        self.by_column = False
        """Whether what is typed is the column's wish, not the row's."""

    def show_session(self, session: Session, across: Across, query: str) -> None:
        """Show the wishes of a session as they are now."""
        t = self._ctx.t
        self.session = session
        self._asked = {(one.from_id, one.to_id): one for one in session.requests}
        placed = [one for one in session.live if session.slot(one.slot) is not None]
        self._meet = {frozenset((one.a_id, one.b_id)): one for one in placed}
        wanted = [one for one in session.requests if one.wish in WANTED]
        self._made = Counter(one.from_id for one in wanted)
        self._got = Counter(one.to_id for one in wanted)
        self._pairs, self._heads = {}, {}
        if across is Across.ALL:
            rows, self.columns = session.participants, session.participants
        else:
            down, over = _SIDES[across]
            rows, self.columns = of_side(session, down), of_side(session, over)
        self.show_grid(lines_of(rows, t, query), [one.id for one in self.columns])

    def couple(self, row: int, place: int) -> Couple | None:
        """Return who asks for whom in a cell, by the direction that is typed; None where both are the same."""
        line = self.lines[row]
        if not isinstance(line, Party) or line.seated is None or line.seated.id == self.columns[place].id:
            return None
        pair = line.seated.id, self.columns[place].id
        return (pair[1], pair[0]) if self.by_column else pair

    def wish(self, pair: Couple) -> Wish | None:
        """Return what one organisation says of meeting another."""
        asked = self._asked.get(pair)
        return asked.wish if asked is not None else None

    def both(self, row: int, place: int) -> Both:
        """Return what both sides of a cell say."""
        found = self._pairs.get((row, place))
        if found is None:
            found = self._pairs[row, place] = self._both(row, place)
        return found

    def _both(self, row: int, place: int) -> Both:
        line = self.lines[row]
        if not isinstance(line, Party) or line.seated is None:
            return Both()
        here, there = line.seated.id, self.columns[place].id
        if here == there:
            return Both(same=True)
        return Both(self.wish((here, there)), self.wish((there, here)), self._when(here, there))

    def _when(self, here: UUID, there: UUID) -> str:
        meeting = self._meet.get(frozenset((here, there)))
        slot = self.session.slot(meeting.slot) if meeting is not None and self.session is not None else None
        if meeting is None or slot is None:
            return ""
        return f"{slot.start:%H:%M}" + (f" · {meeting.table}" if meeting.table else "")

    def counts(self, some: Iterable[tuple[int, int]]) -> Counter[Wish | None]:
        """Return how often each wish stands in cells, in the direction that is typed."""
        pairs = [self.couple(row, place) for row, place in some]
        return Counter(self.wish(one) for one in pairs if one is not None)

    # -- the grid ---------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        """Return a cell as the letters of both wishes, for who copies or tests it; it is painted otherwise."""
        one = self.both(row, place)
        signs = [letter(self._ctx.t, wish) if wish is not None else "" for wish in (one.mine, one.theirs)]
        return Look(text=" / ".join(sign or "–" for sign in signs)) if any(signs) else EMPTY

    def head(self, place: int) -> Head:
        if place not in self._heads:
            self._heads[place] = self._head(self.columns[place])
        return self._heads[place]

    def _head(self, one: Seated) -> Head:
        t = self._ctx.t
        name = called(one, t)
        made, got = self._counted(one.id)
        whole = one.organisation.name if one.organisation is not None and one.organisation.name else name
        return Head(name, made, got, spoken=", ".join(dict.fromkeys((name, whole, made, got))))

    def facts(self, row: int) -> Facts:
        line = self.lines[row]
        if not isinstance(line, Party) or line.seated is None:
            return Facts()
        return Facts(*self._counted(line.seated.id))

    def _counted(self, owner: UUID) -> tuple[str, str]:
        t = self._ctx.t
        return (
            t.plural("{count} wish made", "{count} wishes made", self._made[owner]),
            t.plural("{count} received", "{count} received", self._got[owner]),
        )

    def spoken(self, row: int, place: int) -> str:
        line, one, t = self.lines[row], self.both(row, place), self._ctx.t
        if one.same or self.session is None:
            return line.name
        other = called(self.columns[place], t)
        said = [
            t("{a} about {b}: {wish}", a=line.name, b=other, wish=words(t, one.mine)),
            t("{a} about {b}: {wish}", a=other, b=line.name, wish=words(t, one.theirs)),
        ]
        if one.mutual:
            said.append(t("both want to meet"))
        if one.when:
            said.append(t("they meet at {when}", when=one.when))
        return ". ".join(said)

    def places_of(self, couples: Sequence[Couple]) -> list[tuple[tuple[str, UUID | None], object]]:
        """Return the cells of couples, by what tells lines and columns from others."""
        rows = {one.seated.id: one.key for one in self.lines if isinstance(one, Party) and one.seated is not None}
        cells: list[tuple[tuple[str, UUID | None], object]] = []
        for a, b in couples:
            for here, there in ((a, b), (b, a)):
                if here in rows and there in self.keys:
                    cells.append((rows[here], there))
        return cells
