"""Say what every page tells of the mission and of the copy in hand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from missionplanner.documents.content.dates import interval, stamp, zone_at
from missionplanner.documents.content.tongues import BETWEEN
from missionplanner.documents.content.values import Contact, Frame, Organiser, Said
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.content.words import STATUSES
from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import ORGANISERS
from missionplanner.domain.vocabulary import OrganiserRole


@dataclass(frozen=True, slots=True)
class Edition:
    """Be which copy this is: a number, whether it left the house, and whether it is marked as a draft."""

    version: int
    issued: bool
    draft: bool = False


def frame_of(voice: Voice, kind: str, edition: Edition, subject: str = "") -> Frame:
    """Return what the pages of a document of this kind have in common."""
    mission, t, on_call = voice.plan.mission, voice.t, on_call_of(voice)
    return Frame(
        language=voice.language,
        kind=kind,
        title=voice.line(mission.title) or Said(mission.code),
        code=mission.code,
        dates=interval(mission.start, mission.end, voice.language),
        theme=voice.said(mission.theme),
        summary=voice.said(mission.summary),
        organisers=tuple(_organiser(voice, one) for one in voice.plan.organisers),
        status=t(STATUSES[mission.programme_status]) if mission.programme_status else "",
        edition=_edition(voice, edition),
        changed_at=voice.plan.changed_at,
        sample=t("Sample – invented data") if mission.sample else "",
        draft=t("Draft") if edition.draft else "",
        times=_local_times(voice),
        changes=t("Changes: ring {phone}", phone=on_call.phone) if on_call and on_call.phone else "",
        funding=_funding(voice),
        accent=mission.accent,
        on_call=on_call,
        subject=subject,
        emblem=mission.emblem,
        paid=_paid(voice),
        footer=voice.line(mission.footer).text,
        titles=voice.each(mission.title),
    )


def after_the_mission(frame: Frame) -> Frame:
    """Return a frame for what goes out when all is over: nobody rings for changes, no programme is final."""
    return replace(frame, status="", changes="", on_call=None)


def mission_texts(frame: Frame) -> tuple[object, ...]:
    """Return what a frame says of the mission; which copy it is does not count as a change."""
    return (
        frame.title,
        frame.dates,
        frame.theme,
        frame.organisers,
        frame.status,
        frame.sample,
        frame.times,
        frame.changes,
        frame.funding,
        frame.on_call,
        *(one for one in (frame.footer, frame.emblem) if one),
    )


def on_call_of(voice: Voice) -> Contact | None:
    mission = voice.plan.mission
    if not mission.on_call_name and not mission.on_call_phone:
        return None
    return Contact(mission.on_call_name or "", mission.on_call_phone or "")


def _organiser(voice: Voice, organiser: r.Organiser) -> Organiser:
    organisation = voice.plan.organisation(organiser.organisation_id)
    role = voice.t(ORGANISERS[organiser.role or OrganiserRole.LEAD])
    return Organiser(voice.organisation_name(organisation), role, organisation.logo if organisation else None)


def _edition(voice: Voice, edition: Edition) -> str:
    t, changed = voice.t, voice.plan.changed_at
    if edition.issued:
        version = t("Version {version}", version=edition.version)
    elif edition.version:
        version = t("Version {version}, not issued", version=edition.version)
    else:
        version = t("Not issued")
    if changed is None:
        return version
    moment = changed if changed.tzinfo else changed.replace(tzinfo=dt.UTC)
    return f"{version} · {stamp(moment, voice.plan.mission.zone, voice.first_language)}"


def _local_times(voice: Voice) -> str:
    mission = voice.plan.mission
    if voice.several_zones:
        return voice.t("Times are local to each place")
    return voice.t("Times are local ({zone})", zone=zone_at(mission.start, mission.zone, voice.language))


def _funding(voice: Voice) -> tuple[str, ...]:
    lines = (voice.said(voice.plan.mission.funding_statement).text, _numbers(voice))
    return tuple(line for line in lines if line)


def _paid(voice: Voice) -> tuple[str, ...]:
    """Return what a foot may say of who paid, the fullest first: the statement's first sentence, its numbers."""
    statement = voice.plan.mission.funding_statement
    said = (voice.each(statement) or (voice.said(statement),)) if statement else ()
    sentence = BETWEEN.join(first_sentence(one.text).removesuffix(".") for one in said)
    numbers = _numbers(voice)
    both = f"{sentence}{BETWEEN}{numbers}" if sentence and numbers else ""
    return tuple(one for one in (both, sentence, numbers) if one)


def _numbers(voice: Voice) -> str:
    mission, t = voice.plan.mission, voice.t
    numbers = (
        t("Grant {number}", number=mission.grant) if mission.grant else "",
        t("CUP {number}", number=mission.cup) if mission.cup else "",
        t("Work package {number}", number=mission.work_package) if mission.work_package else "",
    )
    return BETWEEN.join(one for one in numbers if one)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, its first line where it has none that ends; not ``bando n.``."""
    first = text.strip().partition("\n")[0]
    for end in _END.finditer(first):
        word = first[: end.start()].rpartition(" ")[2].strip('(«“"').casefold()
        if len(word) > 1 and word not in _SHORTENED:
            return first[: end.start() + 1]
    return first


_END = re.compile(r"[.!?](?=\s+[^\W\d_a-zà-ÿ])")
_SHORTENED = frozenset(
    ("abs", "art", "arts", "bzw", "ca", "cap", "cfr", "cod", "dir", "dott", "dr", "ecc", "etc", "ing", "lett")
    + ("nr", "no", "num", "núm", "prof", "prog", "prot", "reg", "resp", "sec", "sect", "sig", "st", "vs")
)
"""Words that end with a point inside a sentence."""
