"""Line up who takes part in a session for a grid: by side, only those somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.meetings.session import Seated, Session
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import Side
from missionplanner.gui.matrix.lines import Line

HEADINGS: dict[Side | None, str] = {
    Side.VISITING: N_("Visitors"),
    Side.HOST: N_("Hosts"),
    None: N_("Side not said"),
}
"""What stands over the participants of a side."""


@dataclass(frozen=True, slots=True)
class Party(Line):
    """Be one participant or interpreter, or the heading of those below it."""

    seated: Seated | None = None
    interpreter: r.SessionInterpreter | None = None

    @property
    def heading(self) -> bool:
        return self.seated is None and self.interpreter is None


def of_side(session: Session, side: Side | None) -> tuple[Seated, ...]:
    """Return the participants of a side, with those of whom it is not said."""
    return tuple(one for one in session.participants if one.side in (side, None))


def called(one: Seated, t: Translator) -> str:
    """Return what to call a participant."""
    return one.name or t("Organisation without a name")


def party(one: Seated, t: Translator) -> Party:
    """Return the line of a participant: its short name, its whole name or people below."""
    whole = one.organisation.name if one.organisation is not None else ""
    name = called(one, t)
    people = ", ".join(each.full_name for each in one.people if each.full_name)
    sought = folded(f"{name} {whole or ''} {people}")
    below = people or (whole if whole and whole != name else "")
    return Party(("participant", one.participant.id), name, below, sought=sought, seated=one)


def lines_of(
    some: Iterable[Seated], t: Translator, query: str = "", *, by_side: bool = False
) -> tuple[Party, ...]:
    """Return the lines of participants that have every word of a query; under their sides where there are two."""
    words = folded(query).split()
    found = [one for one in (party(each, t) for each in some) if all(word in one.sought for word in words)]
    sides = [side for side in HEADINGS if any(one.seated is not None and one.seated.side is side for one in found)]
    if not by_side or len(sides) < 2:
        return tuple(found)
    lines: list[Party] = []
    for side in sides:
        lines.append(Party(("side", _KEYS[side]), t(HEADINGS[side])))
        lines += [one for one in found if one.seated is not None and one.seated.side is side]
    return tuple(lines)


_KEYS: dict[Side | None, UUID] = {side: UUID(int=number) for number, side in enumerate(HEADINGS)}
