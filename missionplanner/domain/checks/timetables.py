"""Find what hangs in the air about B2B meetings: outside the hours of their item, or nobody to meet."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.meetings import Met, concerned, held, moments
from missionplanner.domain.checks.phrases import Lists, some_of
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene, hours, instant
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
