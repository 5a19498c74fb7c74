"""Tell of each visit: who received, who was there, what came of it, what comes next, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.documents.content import places
from missionplanner.documents.content.dates import day_and_month, listed, weekday
from missionplanner.documents.content.drawn import Picture, Pictures
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.programme import told
from missionplanner.documents.content.rows import host_contacts, people_with
from missionplanner.documents.content.sheets import Chapter, Fields, Paragraphs, Part
from missionplanner.documents.content.times import when_of
from missionplanner.documents.content.values import Detail
from missionplanner.domain import records as r
from missionplanner.domain.figures import Course, Held, presence_at
from missionplanner.domain.results.naming import HELD
from missionplanner.domain.vocabulary import ItemRole

MOST_PICTURES = 2
"""Pictures beside a visit; the others stand at the end of the report."""
MOST_NAMED = 6


def visits(matter: Matter) -> Iterator[Chapter]:
    """Give a block for every visit and meeting with a host."""
    if not matter.visits:
        return
    yield Chapter("visits", matter.t("Visits and meetings"), count=matter.held_of(matter.visits))
    for one in matter.visits:
        parts = tuple(_parts(matter, one))
        yield Chapter(
            str(one.item.id),
            matter.voice.line(one.item.title).text,
            about=_about(matter, one),
            parts=parts,
            minor=True,
        )


def _about(matter: Matter, one: Course) -> str:
    voice, item = matter.voice, one.item
    when = when_of(voice, item.kind, voice.times_of(item), item.part_of_day, cancelled=False)
    day = f"{weekday(item.date, matter.language)} {day_and_month(item.date, matter.language)}" if item.date else ""
    place = voice.plan.place(item.place_id)
    named = (place.name if place is not None else None) or item.place_text or ""
    town = places.town_of(item, place)
    where = named if not town or town in named else ", ".join(part for part in (named, town) if part)
    return " · ".join(part for part in (day, when.spoken, where) if part)


def _parts(matter: Matter, one: Course) -> Iterator[Part]:
    t = matter.t
    yield Fields(tuple(_facts(matter, one)))
    outcomes = matter.outcomes(one.item)
    for title, texts in (
        (t("What came of it"), [line for some in outcomes for line in matter.lines(some.summary)]),
        (t("Next step"), [line for some in outcomes for line in matter.lines(some.next_step)]),
    ):
        yield Paragraphs(title, tuple(texts))
    yield Pictures("", tuple(pictures_of(matter, one.item)))


def pictures_of(matter: Matter, item: r.AgendaItem) -> Iterator[Picture]:
    """Give the first pictures of an item."""
    for one in [photo for photo in matter.record.photos_of(item) if photo.medium][:MOST_PICTURES]:
        yield picture(matter, one)


def picture(matter: Matter, one: r.Photo) -> Picture:
    return Picture(str(one.id), one.medium or "", matter.voice.said(one.caption), one.credit or "")


def _facts(matter: Matter, one: Course) -> Iterator[Detail]:
    t, voice, item = matter.t, matter.voice, one.item
    state = ": ".join(part for part in (t(HELD[one.held]), told(matter, one)) if part)
    yield Detail(t("As held"), state)
    hosts = [voice.organisation_name(host) for host in voice.plan.hosts(item)]
    if hosts:
        yield Detail(t("Hosts"), listed(hosts, matter.language))
    people = _received(matter, item)
    if people:
        yield Detail(t("Received by"), "\n".join(people))
    there = _there(matter, one)
    if there:
        yield Detail(t("Who was there"), there)
    interest = matter.interest(matter.outcomes(one.item))
    if interest:
        yield Detail(t("Interest"), interest)


def _received(matter: Matter, item: r.AgendaItem) -> list[str]:
    """Return who spoke for the hosts, with what they do."""
    voice, ours = matter.voice, matter.plan.delegate_by_person
    found = [*host_contacts(voice, item), *people_with(voice, item, ItemRole.SPEAKER)]
    found += people_with(voice, item, ItemRole.GUIDE)
    people = [one for one in {one.id: one for one in found}.values() if one.id not in ours][:MOST_NAMED]
    jobs = [(voice.person_name(one), voice.job_line(one)) for one in people]
    return [", ".join(part for part in (name, job) if part) for name, job in jobs]


def _there(matter: Matter, one: Course) -> str:
    """Return how many were there of those expected, and which groups; of what nobody ticked, nothing."""
    t, plan = matter.t, matter.plan
    groups = [matter.voice.group_name(group) for group in plan.item_groups(one.item)]
    found = presence_at(plan, matter.record, one.item)
    said = ""
    if found.recorded:
        said = t("{present} of {expected} delegates", present=found.present, expected=found.expected)
        if found.unrecorded:
            missing = t.plural("{count} not recorded", "{count} not recorded", found.unrecorded)
            said = f"{said} ({missing})"
    elif one.held is Held.HELD:
        said = t("not recorded")
    return " · ".join(part for part in (said, listed(groups, matter.language) if groups else "") if part)


def remaining(matter: Matter) -> Iterator[Chapter]:
    """Give the pictures no visit shows."""
    shown = set()
    if matter.shown("visits"):
        shown = {one.key for course in matter.visits for one in pictures_of(matter, course.item)}
    left = [picture(matter, one) for one in matter.record.photos if one.medium and str(one.id) not in shown]
    if left:
        yield Chapter("photos", matter.t("Photographs"), parts=(Pictures("", tuple(left)),))
