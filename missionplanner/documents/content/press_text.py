"""Write a press text from the facts of a mission, to be edited: sentences that say what was recorded, no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from missionplanner.documents.content.dates import listed
from missionplanner.documents.content.frame import after_the_mission, frame_of
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Chapter, Paragraphs, Points, Sheets
from missionplanner.documents.content.values import Said
from missionplanner.documents.makers import Desk
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import AGREEMENTS
from missionplanner.domain.results.press_text import MOST_WORDS, PressFacts, press_facts, words

MOST_NAMED = 6
"""Organisations a sentence names; of more it says how many."""


def press_content(desk: Desk, order: Order) -> Sheets:
    """Return a press text of at most 400 words, in the parts a page or a file shows it in."""
    matter = Matter(desk, order)
    t = matter.t
    kind = t("Press text")
    facts = press_facts(matter.plan, matter.record)
    frame = after_the_mission(frame_of(desk.voice, kind, order.edition))
    if not facts.told:
        return Sheets(frame, kind, nothing=t("Nothing was recorded of this mission yet."))
    story = [*_lead(matter, facts), *_held(matter, facts)]
    agreed = tuple(_agreement(matter, one) for one in facts.agreements)
    chapters = [Chapter("text", "", parts=(Paragraphs("", tuple(story)),))]
    if agreed:
        chapters.append(Chapter("agreed", t("What the mission led to"), parts=(Points("", agreed),)))
    chapters += _about(matter, facts, MOST_WORDS - sum(words(one.text) for one in (*story, *agreed)))
    return Sheets(
        replace(frame, funding=()),  # the text itself says who paid
        kind,
        lines=(t("A draft to edit, written from what was recorded of the mission."),),
        chapters=tuple(chapters),
    )


def plain(content: Sheets) -> str:
    """Return a press text as plain text."""
    if not content.chapters:
        return f"{content.nothing}\n"
    lines: list[str] = [content.frame.title.text, *content.lines, ""]
    for chapter in content.chapters:
        lines += [chapter.title] if chapter.title else []
        for part in chapter.parts:
            if isinstance(part, Paragraphs | Points):
                mark = "– " if isinstance(part, Points) else ""
                texts = part.points if isinstance(part, Points) else part.paragraphs
                lines += [f"{mark}{one.text}" for one in texts] + [""]
    return "\n".join(lines).strip() + "\n"


def _lead(matter: Matter, facts: PressFacts) -> Iterator[Said]:
    """Give who went where and when, and whose mission it is."""
    t, voice = matter.t, matter.voice
    frame_dates = frame_of(voice, "", matter.order.edition).dates
    towns = list(dict.fromkeys(one.city for one in matter.plan.destinations if one.city))
    dateline = ", ".join([" – ".join(towns), frame_dates] if towns else [frame_dates])
    own = _named(matter, facts.organisations)
    title = voice.line(matter.plan.mission.title).text
    if facts.delegates and own:
        lead = t.plural(
            "A delegation of {count} person from {organisations} took part in the mission “{title}”.",
            "A delegation of {count} people from {organisations} took part in the mission “{title}”.",
            facts.delegates,
            organisations=own,
            title=title,
        )
    else:
        lead = t("The mission “{title}” took place.", title=title)
    sentences = [lead]
    if facts.organised:
        sentences.append(t("It was organised by {names}.", names=_named(matter, facts.organised)))
    if facts.patrons:
        sentences.append(t("It was under the patronage of {names}.", names=_named(matter, facts.patrons)))
    if facts.supporters:
        sentences.append(t("It was supported by {names}.", names=_named(matter, facts.supporters)))
    initiative = next((one.name for one in matter.plan.initiatives if one.name), "")
    if initiative:
        sentences.append(t("It is part of the initiative {name}.", name=initiative))
    yield Said(f"{dateline} – {' '.join(sentences)}")
    yield from matter.lines(matter.plan.mission.summary)


def _held(matter: Matter, facts: PressFacts) -> Iterator[Said]:
    """Give whom the delegation visited and met, and how many meetings were held."""
    t, sentences = matter.t, []
    if facts.visited:
        sentences.append(t("The delegation visited {names}.", names=_named(matter, facts.visited)))
    if facts.met:
        sentences.append(t("It met {names}.", names=_named(matter, facts.met)))
    if facts.held:
        sentences.append(
            t.plural(
                "In all, {count} visit or meeting was held.",
                "In all, {count} visits and meetings were held.",
                facts.held,
            )
        )
    if facts.meetings.held:
        sentences.append(_tables(matter, facts))
    if facts.contacts:
        sentences.append(
            t.plural(
                "The delegates made {count} new contact.",
                "The delegates made {count} new contacts.",
                facts.contacts,
            )
        )
    if sentences:
        yield Said(" ".join(sentences))


def _tables(matter: Matter, facts: PressFacts) -> str:
    """Return how many B2B meetings were held, and with whom where that is known."""
    t, held = matter.t, facts.meetings.held
    if not facts.talked:
        return t.plural("{count} B2B meeting was held.", "{count} B2B meetings were held.", held)
    return t.plural(
        "In the B2B sessions, {count} meeting was held with {names}.",
        "In the B2B sessions, {count} meetings were held with {names}.",
        held,
        names=_named(matter, facts.talked),
    )


def _named(matter: Matter, some: Sequence[UUID]) -> str:
    """Return organisations by name, or how many there are where they are too many for a sentence."""
    names = [name for name in map(matter.organisation, some) if name]
    if len(names) > MOST_NAMED:
        return matter.t.plural("{count} organisation", "{count} organisations", len(names))
    return listed(names, matter.language) if names else ""


def _agreement(matter: Matter, one: r.Agreement) -> Said:
    word = matter.t(AGREEMENTS[one.kind]) if one.kind is not None else matter.t("Agreement")
    parties = matter.record.of("agreement_parties", "agreement_id", one.id)
    names = [name for name in (matter.organisation(some.organisation_id) for some in parties) if name]
    said = matter.voice.said(one.text)
    text = ": ".join(part for part in (word, said.text) if part)
    return said._replace(text=f"{text} ({listed(names, matter.language)})" if names else text)


def _about(matter: Matter, facts: PressFacts, room: int) -> Iterator[Chapter]:
    """Give what the organisers say of themselves and who paid, as far as there is room, in words."""
    for identity in facts.organised:
        one = matter.plan.organisation(identity)
        texts = matter.lines(one.profile) if one is not None else ()
        length = sum(words(said.text) for said in texts)
        if texts and length <= room:
            room -= length
            title = matter.t("About {name}", name=matter.organisation(identity))
            yield Chapter(str(identity), title, parts=(Paragraphs("", texts),))
    paid = matter.lines(matter.plan.mission.funding_statement)
    if paid and sum(words(said.text) for said in paid) <= room:
        yield Chapter("paid", "", parts=(Paragraphs("", paid),))
