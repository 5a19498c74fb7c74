"""Make the sheet that prepares a visit: who receives, where, who goes, what is known and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from missionplanner.documents import sheets
from missionplanner.documents.archive import Archive, Earlier
from missionplanner.documents.content import places
from missionplanner.documents.content.agenda import Agenda
from missionplanner.documents.content.dates import listed, long_day, weekday
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.rows import host_contacts, people_with
from missionplanner.documents.content.sheets import (
    Card,
    Cards,
    Chapter,
    Fields,
    Paragraphs,
    Part,
    Points,
    Question,
    Questions,
    Sheets,
    sheet_blocks,
)
from missionplanner.documents.content.times import when_of
from missionplanner.documents.content.values import Detail, Fact, Said
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.content.words import ITEM_ROLES
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.subjects import VISITED, planned
from missionplanner.documents.typeset import Document
from missionplanner.domain import records as r
from missionplanner.domain.text import MAX_LINE, folded
from missionplanner.domain.vocabulary import ItemRole

MOST_EARLIER = 8
"""Things remembered of a host that a sheet tells, the latest first."""
NOTE_LINES = (14, 12, 10, 8, 7, 6, 5, 4, 3, 2)
"""Lines for notes a sheet may have: as many as leave it on the pages it needs anyway."""


class Remembered(Points):
    """Be points about what was before, which the workspace remembers."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the sheet of one visit, or those of all, each on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    wanted = [one for one in planned(voice.plan, VISITED) if order.subject_id in (None, one.id)]
    single = len(wanted) == 1
    kind = t("Visit briefing")
    named = voice.line(wanted[0].title).text if single else ""
    chapters = tuple(_visit(desk, item, bool(number), single) for number, item in enumerate(wanted))
    return Sheets(
        frame=frame_of(voice, kind, order.edition, named),
        title=named or kind,
        lines=(_hosts(voice, wanted[0]),) if single else (),
        facts=_facts(voice, wanted[0]) if single else (),
        chapters=chapters,
        nothing=t("No visit is planned yet."),
    )


def _visit(desk: Desk, item: r.AgendaItem, fresh: bool, single: bool) -> Chapter:
    voice = desk.voice
    return Chapter(
        key=str(item.id),
        title="" if single else voice.line(item.title).text,
        about="" if single else _hosts(voice, item),
        facts=() if single else _facts(voice, item),
        parts=tuple(_parts(desk, item)),
        fresh=fresh,
    )


def _hosts(voice: Voice, item: r.AgendaItem) -> str:
    """Return the hosts the title does not name already."""
    title = folded(voice.line(item.title).text)
    names = [voice.organisation_name(one) for one in voice.plan.hosts(item)]
    return listed([name for name in names if folded(name) not in title], voice.language)


def _facts(voice: Voice, item: r.AgendaItem) -> tuple[Fact, ...]:
    t, times = voice.t, voice.times_of(item)
    when = when_of(voice, item.kind, times, item.part_of_day, cancelled=False)
    day = f"{weekday(item.date, voice.language)}, {long_day(item.date, voice.language)}" if item.date else ""
    if voice.several_zones and when.start and not when.is_word:
        spoken = t("{times} local time", times=when.spoken)
    else:
        spoken = when.spoken
    language = voice.in_language(item.language) if item.language else ""
    found = (
        Fact(t("Day"), day),
        Fact(t("Time"), spoken),
        Fact(t("Place"), places.town_of(item, voice.plan.place(item.place_id))),
        Fact(t("Language"), language),
    )
    return tuple(fact for fact in found if fact.value)


def _parts(desk: Desk, item: r.AgendaItem) -> Iterator[Part]:
    voice, t = desk.voice, desk.voice.t
    yield Fields(tuple(_where(voice, item)))
    people = _met(voice, item)
    if people:
        yield Cards(tuple(_card(voice, one) for one in people))
    yield from _profiles(voice, item)
    yield Paragraphs(t("Background"), _lines(voice.said(item.background)))
    objectives = [voice.plan.get(r.Objective, one.objective_id) for one in _objectives(voice, item)]
    yield Points(t("Objectives served"), tuple(voice.said(one.text) for one in objectives if one and one.text))
    yield Points(t("Questions to ask"), _lines(voice.said(item.questions)))
    yield Paragraphs(t("Talking points"), _lines(Said(item.talking_points or "")))
    told = list(_earlier(desk.archive, voice, item))
    yield Remembered(t("Earlier meetings and promises"), tuple(Said(one) for one in told[:MOST_EARLIER]))


def _where(voice: Voice, item: r.AgendaItem) -> Iterator[Detail]:
    """Give address, door, meeting point, rules, whom to ring, who goes; what is missing is to be confirmed."""
    t, place = voice.t, voice.plan.place(item.place_id)
    unknown = t("to be confirmed")
    yield Detail(t("Address"), places.place_line(voice, item) or unknown)
    yield Detail(t("Entrance"), place.entrance or unknown if place else unknown)
    yield Detail(t("Meeting point"), place.meeting_point or unknown if place else unknown)
    contacts = [voice.reached(person) for person in host_contacts(voice, item)]
    yield Detail(t(ITEM_ROLES[ItemRole.HOST_CONTACT][0]), "\n".join(contacts) or unknown)
    rules = places.access_rules(voice, item)
    if rules:
        yield Detail(t("Access rules"), rules)
    yield Detail(t("Who goes"), _going(voice, item))
    interpreters = [voice.person_name(one) for one in people_with(voice, item, ItemRole.INTERPRETER)]
    if interpreters:
        yield Detail(t(ITEM_ROLES[ItemRole.INTERPRETER][len(interpreters) > 1]), ", ".join(interpreters))
    if item.dress_code:
        yield Detail(t("Dress code"), item.dress_code)


def _going(voice: Voice, item: r.AgendaItem) -> str:
    """Return the groups that visit with their leaders, or that everybody does, and how many people that is."""
    t, plan = voice.t, voice.plan
    audience = plan.audience(item)
    count = t.plural("{count} person", "{count} people", len(audience))
    if not item.audience_limited:
        everybody = t("The whole delegation")
        return f"{everybody} ({count})"
    lines = []
    for group in plan.item_groups(item):
        leader = plan.person(group.leader_id)
        led = t("led by {leader}", leader=voice.reached(leader)) if leader is not None else ""
        lines.append(joined((voice.group_name(group), led)))
    grouped = frozenset().union(*(plan.group_members.get(one.id, frozenset()) for one in plan.item_groups(item)))
    others = [one for one in plan.of("audience_people", "item_id", item.id) if not one.excepted]
    named = [voice.person_name(plan.person(one.person_id)) for one in others if one.person_id not in grouped]
    lines += [", ".join(named)] if named else []
    return "\n".join((*lines, count))


def _met(voice: Voice, item: r.AgendaItem) -> list[r.Person]:
    """Return the people of the other side: who receives, and speakers who are no delegates."""
    ours = voice.plan.delegate_by_person
    found = [*host_contacts(voice, item), *people_with(voice, item, ItemRole.SPEAKER)]
    found += people_with(voice, item, ItemRole.GUIDE)
    return list({one.id: one for one in found if one.id not in ours}.values())


def _card(voice: Voice, person: r.Person) -> Card:
    languages = listed([voice.in_language(one) for one in person.languages], voice.language)
    lines = (languages, voice.text(person.bio))
    return Card(
        key=str(person.id),
        name=voice.person_name(person),
        native=(person.native_name or "") if person.full_name else "",
        role=voice.job_line(person),
        lines=tuple(line for line in lines if line),
        picture=person.photo,
        initials=initials(person),
    )


def initials(person: r.Person) -> str:
    """Return the first letters of a name, for where there is no picture."""
    names = [name for name in (person.given, person.family) if name] or [person.native_name or ""]
    return "".join(name[:1].upper() for name in names)


def _profiles(voice: Voice, item: r.AgendaItem) -> Iterator[Part]:
    for host in voice.plan.hosts(item):
        yield Paragraphs(voice.organisation_name(host), _lines(voice.said(host.profile)))


def _objectives(voice: Voice, item: r.AgendaItem) -> Sequence[r.ItemObjective]:
    found: Sequence[r.ItemObjective] = voice.plan.of("item_objectives", "item_id", item.id)
    return found


def _lines(said: Said) -> tuple[Said, ...]:
    """Return a text's paragraphs, without the signs somebody typed before points."""
    texts = (line.strip().lstrip("-–•*").strip() for line in said.text.splitlines())
    return tuple(said._replace(text=text) for text in texts if text)


def _earlier(archive: Archive, voice: Voice, item: r.AgendaItem) -> Iterator[str]:
    """Give what was said and promised before, promises first, then the latest."""
    found: list[Earlier] = []
    known = archive.earlier.get(voice.wanted, {})
    hosts: list[UUID] = [host.id for host in voice.plan.hosts(item)]
    for host in hosts:
        found += known.get(host, ())
    for one in sorted(found, key=lambda one: not one.promise):
        day = long_day(one.day, voice.language) if one.day else ""
        head = joined((day, one.mission, voice.t("Promise") if one.promise else one.what), " · ")
        text = " ".join(one.text.split())
        yield f"{head}: {text[:MAX_LINE]}{'…' if len(text) > MAX_LINE else ''}" if text else head


def _blocks(agenda: Agenda, shown: Sheets) -> Iterable[tuple[str, str]]:
    """Give key and hash of what was shown of the plan; what is remembered from before is no change of it."""
    return sheet_blocks(replace(shown, chapters=tuple(map(_of_the_plan, shown.chapters))))


def _of_the_plan(chapter: Chapter) -> Chapter:
    return replace(chapter, parts=tuple(part for part in chapter.parts if not isinstance(part, Remembered)))


def _lay_out(desk: Desk, setter: Setter, document: Document, shown: Sheets, order: Order) -> int:
    """Lay out the sheets with room for notes where they have any left."""
    chapters = tuple(_noted(setter, shown, chapter, desk.media) for chapter in shown.chapters)
    return sheets.lay_out(setter, document, replace(shown, chapters=chapters), desk.media)


def _noted(setter: Setter, shown: Sheets, chapter: Chapter, media: Mapping[str, bytes]) -> Chapter:
    """Return the sheet of a visit with the most lines for notes that need no page of their own."""
    counting = replace(setter, spots=None)
    # A sheet on a page of its own has no head above it, and if it is the last what closes the paper below it.
    before = (Chapter("", shown.title),) if chapter.fresh else ()

    def pages(one: Chapter) -> int:
        return sheets.lay_out(counting, setter.batch.sketch(), replace(shown, chapters=(*before, one)), media)

    least = pages(chapter)
    for lines in NOTE_LINES:
        question = Question(f"{chapter.key}:notes", setter.t("Notes"), lines=lines)
        noted = replace(chapter, parts=(*chapter.parts, Questions((question,))))
        if pages(noted) == least:
            return noted
    return chapter


MAKER = replace(of_sheets(content), blocks=_blocks, lay_out=_lay_out)
