"""Find what hangs in the air about B2B meetings: outside the hours of their item, or nobody to meet."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.meetings import Met, concerned, held, moments
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.when import hours, instant
from missionplanner.domain.meetings.session import Session, sessions
from missionplanner.domain.meetings.wishes import pairs
from missionplanner.domain.programme.timing import item_times

_OUTSIDE = Lists(
    one=N_("The meeting “{names}” on {day} is outside the hours of “{item}”{item_hours}."),
    few=N_("The meetings “{names}” on {day} are outside the hours of “{item}”{item_hours}."),
    many=N_("{count} meetings on {day}, among them “{names}”, are outside the hours of “{item}”{item_hours}."),
)
_OVERLAP = Lists(
    one=N_("Slots of “{session}” on {day} overlap: “{names}”. Whoever meets in both is in two places at once."),
    few=N_(
        "Slots of “{session}” overlap, first on {day}: “{names}”. Whoever meets in both is in two places at once."
    ),
    many=N_(
        "{count} times slots of “{session}” overlap, first on {day}: “{names}”. Change the hours of the slots."
    ),
)
_NOT_THERE = Lists(
    one=N_("{who} is marked as not available for the meeting “{names}” on {day}."),
    few=N_("{who} is marked as not available for the meetings “{names}”, first on {day}."),
    many=N_("{who} is marked as not available for {count} meetings, among them “{names}”, first on {day}."),
)
_NOBODY_MET = Lists(
    one=N_("“{names}” meets nobody in “{session}”, though somebody wishes it."),
    few=N_("“{names}” meet nobody in “{session}”, though somebody wishes it."),
    many=N_("{count} participants, among them “{names}”, meet nobody in “{session}”, though somebody wishes it."),
)


@rule("meeting_outside_item", severity=Severity.WARNING, title=N_("Meeting outside the hours of its item"))
def meeting_outside_item(scene: Scene) -> Iterator[Observed]:
    """Yield the B2B meetings before or after the item that frames them, in one line for each item."""
    yield from scene.lasting("meeting_outside_item", (held(scene),), lambda: tuple(_outside(scene)))


def _outside(scene: Scene) -> Iterator[Observed]:
    outside: dict[str, list[Met]] = {}
    for one in held(scene).meetings:
        if one.frame is not None and _is_outside(scene, one):
            outside.setdefault(str(one.frame.id), []).append(one)
    for some in outside.values():
        frame, first = some[0].frame, some[0]
        assert frame is not None
        told = {
            "day": first.times.date.isoformat() if first.times.date else "",
            "item": scene.title(frame),
            "item_hours": hours(item_times(scene.plan, frame)),
        }
        message, titles = some_of(scene, _OUTSIDE, [one.name for one in some], told)
        yield Observed(
            message=message,
            **concerned(*some),
            titles=(*titles, ("item", frame.title)),
            facts=moments(*some),
            at=instant(first.span.start),
        )


def _is_outside(scene: Scene, one: Met) -> bool:
    if one.frame is None or one.span.start is None or one.span.end is None:
        return False
    span = item_times(scene.plan, one.frame).span
    early = span.start is not None and one.span.start < span.start
    return early or (span.end is not None and one.span.end > span.end)


@rule(
    "slots_overlap",
    severity=Severity.WARNING,
    title=N_("Slots of B2B meetings that overlap"),
    rests_on=("matchmaking", "slots", "items"),
)
def slots_overlap(scene: Scene) -> Iterator[Observed]:
    """Yield the sessions of which slots overlap, as a file may bring them; in one line for each session."""
    for session in sessions(scene.plan) if scene.plan.slots else ():
        pairs_of = zip(session.slots, session.slots[1:], strict=False)
        both = [(one, other) for one, other in pairs_of if session.span(one).overlaps(session.span(other))]
        if both:
            names = [f"{one.start:%H:%M}–{one.end:%H:%M}, {two.start:%H:%M}–{two.end:%H:%M}" for one, two in both]
            told = {"session": _title(scene, session), "day": both[0][0].date.isoformat()}
            message, titles = some_of(scene, _OVERLAP, names, told)
            yield Observed(
                message=message,
                items=(session.record.item_id,) if session.record.item_id is not None else (),
                others=(session.id,),
                titles=titles,
                facts=tuple(names),
                at=instant(session.span(both[0][0]).start),
            )


@rule(
    "meeting_not_available",
    severity=Severity.WARNING,
    title=N_("B2B meeting of who is marked as not available"),
)
def meeting_not_available(scene: Scene) -> Iterator[Observed]:
    """Yield who sits or interprets in slots they are marked as not available for; one line for each."""
    rests = (held(scene), scene.plan.people)
    yield from scene.lasting("meeting_not_available", rests, lambda: tuple(_not_there(scene)))


def _not_there(scene: Scene) -> Iterator[Observed]:
    found = held(scene)
    for session in found.sessions:
        names = {one.id: one.name for one in session.participants}
        marked = {one.id: one.participant.unavailable for one in session.participants}
        marked |= {one.person_id: one.unavailable for one in session.interpreters}
        missing: dict[UUID, list[Met]] = {}
        for met in found.meetings if any(marked.values()) else ():
            if met.session is session:
                for who in (met.meeting.a_id, met.meeting.b_id, met.voice):
                    if who is not None and met.meeting.slot in marked.get(who, ()):
                        missing.setdefault(who, []).append(met)
        for who, some in missing.items():
            yield _missed(scene, who, names.get(who, ""), some)


def _missed(scene: Scene, who: UUID, name: str, some: list[Met]) -> Observed:
    day = some[0].times.date
    told = {"who": name or scene.plan.label(who) or "–", "day": day.isoformat() if day is not None else ""}
    message, titles = some_of(scene, _NOT_THERE, [one.name for one in some], told)
    return Observed(
        message=message,
        **concerned(*some),
        people=() if name else (who,),
        subject=str(who),
        titles=titles,
        facts=moments(*some),
        at=instant(some[0].span.start),
    )


@rule("participant_without_meeting", severity=Severity.TO_DO, title=N_("Participant who meets nobody"))
def participant_without_meeting(scene: Scene) -> Iterator[Observed]:
    """Yield who takes part in B2B meetings, is wished for or wishes, and has none; quiet before any is planned."""
    yield from scene.lasting("participant_without_meeting", (held(scene),), lambda: tuple(_meeting_nobody(scene)))


def _meeting_nobody(scene: Scene) -> Iterator[Observed]:
    for session in held(scene).sessions:
        wished = {side for pair in pairs(session) if pair.wish is not None for side in (pair.a, pair.b)}
        met = {side for one in session.placed for side in (one.a_id, one.b_id)}
        left = [one for one in session.participants if one.id in wished - met]
        if left:
            told = {"session": _title(scene, session)}
            message, titles = some_of(scene, _NOBODY_MET, [one.name for one in left], told)
            yield Observed(
                message=message,
                items=(session.record.item_id,) if session.record.item_id is not None else (),
                others=tuple(one.id for one in left),
                subject=str(session.id),
                titles=titles,
                at=instant(session.span(session.slots[0]).start),
            )


def _title(scene: Scene, session: Session) -> str | Message:
    item = scene.plan.item(session.record.item_id)
    return scene.text(session.record.title) or (scene.title(item) if item is not None else "") or Message(_B2B)


_B2B = N_("B2B meetings")
