"""Tell what the workspace remembers of a person, an organisation or a place over all missions; note more of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.db import lists, memories
from missionplanner.domain.partners.naming import AGREEMENTS, CHANNELS
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import ContactNote, Organisation, Person, Record
from missionplanner.domain.text import MAX_TEXT, clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import Channel, FollowUpState
from missionplanner.services.rows import Line, Section
from missionplanner.services.workspace import Edit, Receipt, Workspace

_FOLLOW_UPS: dict[FollowUpState | None, str] = {
    FollowUpState.OPEN: N_("Follow-up, open"),
    FollowUpState.WAITING: N_("Follow-up, waiting"),
    FollowUpState.DONE: N_("Follow-up, done"),
    FollowUpState.DROPPED: N_("Follow-up, dropped"),
    None: N_("Follow-up, open"),
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """Be one thing that is remembered.

    ``what`` says what it is, in words; ``note_id`` is there for a note of one's own. ``code`` is the mission's,
    empty for what belongs to none; ``promise`` tells that somebody's word was given, ``logged`` that a request
    log says it.
    """

    day: dt.date | None
    what: str
    text: str
    mission: str = ""
    code: str = ""
    next_day: dt.date | None = None
    promise: bool = False
    note_id: UUID | None = None
    logged: bool = False


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """Be a note as a form holds it."""

    text: str
    date: dt.date | None = None
    channel: Channel | None = None
    next_day: dt.date | None = None
    promise: bool = False
    mission_id: UUID | None = None


def earlier(ws: Workspace, kind: type[Record], identity: UUID, language: str) -> Section:
    """Return the missions one had a part in, the latest first, each with its items below it."""
    with ws.reading() as connection:
        found = lists.history(connection, kind, identity)
    lines: list[Line] = []
    last = ""
    for start, code, title, day, item in found:
        if code != last:
            lines.append(Line(_best(title, language), str(start.year), code=code))
            last = code
        if item is not None:
            lines.append(Line(_best(item, language), day=day, code=code))
    return Section(N_("Missions"), tuple(dict.fromkeys(lines)), N_("In no mission so far."))


def remembered(ws: Workspace, kind: type[Record], identity: UUID, language: str) -> tuple[Remembered, ...]:
    """Return what was noted, asked, answered, agreed and is to follow with one, over all missions, newest first.

    ``kind`` is Organisation, with all its people, or Person.
    """
    with ws.reading() as connection:
        return _Reader(connection, translator(language)).of(kind, identity)


def briefs(ws: Workspace, plan: MissionPlan, language: str) -> dict[UUID, tuple[Remembered, ...]]:
    """Return what is remembered of every organisation of a mission from before it: for who leads a visit there."""
    first = plan.mission.first_day
    wanted = {one.organisation_id for one in plan.item_hosts} | {one.organisation_id for one in plan.partners}
    with ws.reading() as connection:
        reader = _Reader(connection, translator(language))
        found = {one: reader.of(Organisation, one) for one in wanted}
    told = {
        key: tuple(one for one in some if one.code != plan.mission.code and (one.day is None or one.day <= first))
        for key, some in found.items()
    }
    return {key: some for key, some in told.items() if some}


class _Reader:
    """Read memories of one state of the workspace, in one language."""

    def __init__(self, connection: sa.Connection, t: Translator) -> None:
        self._connection, self._t = connection, t
        self._missions = memories.missions(connection)

    def of(self, kind: type[Record], identity: UUID) -> tuple[Remembered, ...]:
        """Return what is remembered of one, newest first; what has no day comes last."""
        connection = self._connection
        organisation = identity if kind is Organisation else None
        people: Collection[UUID] = memories.people_of(connection, identity) if organisation else {identity}
        names = _names(connection, people)
        found = [
            *(self._note(row, names) for row in memories.notes(connection, organisation, people)),
            *(self._request(row) for row in memories.requests(connection, organisation, people)),
            *(self._follow_up(row) for row in memories.follow_ups(connection, organisation, people)),
            *(self._outcome(row) for row in memories.outcomes(connection, organisation, people)),
        ]
        if organisation is not None:
            found += [self._agreement(row) for row in memories.agreements(connection, organisation)]
        return tuple(sorted(found, key=lambda one: (one.day or dt.date.min, one.what, one.text), reverse=True))

    def _note(self, row: Any, names: dict[UUID, str]) -> Remembered:
        identity, mission, day, channel, text, next_day, promise, person = row
        how = self._t(CHANNELS[channel]) if channel is not None else self._t("Note")
        what = ", ".join(one for one in (how, names.get(person, "")) if one)
        return Remembered(day, what, text or "", *self._mission(mission), next_day, bool(promise), identity)

    def _request(self, row: Any) -> Remembered:
        _id, mission, day, channel, text, answer, answered_on, next_day, _person = row
        how = self._t(CHANNELS[channel]) if channel is not None else self._t("Request")
        said = self._t("Answer: {text}", text=answer) if answer else ""
        both = "\n".join(one for one in (text, said) if one)
        return Remembered(answered_on or day, how, both, *self._mission(mission), next_day, logged=True)

    def _follow_up(self, row: Any) -> Remembered:
        _id, mission, due, state, text = row
        return Remembered(due, self._t(_FOLLOW_UPS[state]), self._best(text), *self._mission(mission))

    def _agreement(self, row: Any) -> Remembered:
        _id, mission, day, kind, text = row
        what = self._t(AGREEMENTS[kind]) if kind is not None else self._t("Agreement")
        return Remembered(day, what, self._best(text), *self._mission(mission))

    def _outcome(self, row: Any) -> Remembered:
        _id, mission, day, title, held, summary, next_step = row
        what = self._t("Meeting, not held") if held is False else self._t("Meeting")
        step = self._t("Next step: {text}", text=self._best(next_step)) if next_step else ""
        text = "\n".join(one for one in (self._best(title), self._best(summary), step) if one)
        return Remembered(day, what, text, *self._mission(mission))

    def _mission(self, identity: UUID | None) -> tuple[str, str]:
        code, title = self._missions.get(identity, ("", None)) if identity is not None else ("", None)
        return self._best(title), code

    def _best(self, text: Texts | None) -> str:
        return _best(text, self._t.language)


def _names(connection: sa.Connection, people: Collection[UUID]) -> dict[UUID, str]:
    rows: Iterable[Any] = lists.rows(connection, Person, ("given", "family", "name_order"), (), ids=people)
    return {row[0]: Person(given=row[1], family=row[2], name_order=row[3]).full_name for row in rows}


def _best(text: Texts | None, language: str) -> str:
    return text.best(language) if text is not None else ""


# -- writing ---------------------------------------------------------------------------------------------------


def add_note(ws: Workspace, kind: type[Record], identity: UUID, draft: NoteDraft) -> Receipt:
    """Note something of an organisation or a person. Raises Invalid with the field, NotFound."""
    of_them = kind is Organisation
    new = ContactNote(organisation_id=identity) if of_them else ContactNote(person_id=identity)
    with ws.edit(N_("Note something of {name}"), name="") as edit:
        edit.call(N_("Note something of {name}"), name=_called(edit, kind, identity))
        edit.add(_written(new, draft))
    return edit.receipt


def change_note(ws: Workspace, note_id: UUID, draft: NoteDraft) -> Receipt:
    """Write a note anew. Raises Invalid with the field, NotFound."""
    with ws.edit(N_("Change a note")) as edit:
        edit.save(_written(edit.get(ContactNote, note_id), draft))
    return edit.receipt


def delete_note(ws: Workspace, note_id: UUID) -> Receipt:
    """Delete a note. Raises NotFound."""
    with ws.edit(N_("Delete a note")) as edit:
        edit.delete(edit.get(ContactNote, note_id))
    return edit.receipt


def note(ws: Workspace, note_id: UUID) -> NoteDraft:
    """Return a note as a form holds it. Raises NotFound."""
    names = ("text", "date", "channel", "next_day", "promise", "mission_id")
    with ws.reading() as connection:
        found = lists.rows(connection, ContactNote, names, (), ids=[note_id])
    if not found:
        raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
    text, date, channel, next_day, promise, mission_id = found[0][1:]
    return NoteDraft(text or "", date, channel, next_day, bool(promise), mission_id)


def _written(one: ContactNote, draft: NoteDraft) -> ContactNote:
    text = clean(draft.text, MAX_TEXT)
    if not text:
        raise Invalid(N_("Write what is to be remembered."), field="text")
    return replace(
        one,
        text=text,
        date=draft.date,
        channel=draft.channel,
        next_day=draft.next_day,
        promise=True if draft.promise else None,
        mission_id=draft.mission_id or one.mission_id,
    )


def _called(edit: Edit, kind: type[Record], identity: UUID) -> str:
    if kind is Organisation:
        owner = edit.get(Organisation, identity)
        return owner.name or owner.short or ""
    return edit.get(Person, identity).full_name
