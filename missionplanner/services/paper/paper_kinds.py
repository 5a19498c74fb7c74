"""Say which kinds of documents there are, under which headings, and why a mission has none of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from missionplanner.base.i18n import SCREEN_LANGUAGES, Translator, translator
from missionplanner.base.messages import N_, Message
from missionplanner.documents.kinds import KINDS, LANGUAGES, SECTIONS, Choice, Kind, Per, Section, kind_of
from missionplanner.documents.subjects import subjects
from missionplanner.domain.plan import MissionPlan

__all__ = [
    "LANGUAGES",
    "PAPER_NAMES",
    "SECTIONS",
    "Choice",
    "Kind",
    "Per",
    "Section",
    "by_section",
    "kind_of",
    "kinds",
    "people_on",
    "why_none",
    "words_of",
]

PAPER_NAMES: Mapping[str, str] = {"a4": "A4", "letter": "Letter", "a5": "A5", "a6": "A6"}
"""Size of a page → its name, the same in every language."""
_NONE: Mapping[Per, str] = {
    Per.PERSON: N_("No delegate is named yet."),
    Per.DAY: N_("Nothing on the agenda has a day yet."),
    Per.VISIT: N_("No visit or meeting has a day yet."),
    Per.ITEM: N_("Nothing on the agenda has a day yet."),
    Per.TABLED: N_("No meal, reception or ceremony on the agenda."),
    Per.INVITING: N_("No event with guests on the agenda."),
    Per.HOTEL: N_("No hotel has rooms in this mission."),
    Per.LEG: N_("No journey in this mission."),
    Per.VEHICLE: N_("No vehicle in this mission."),
    Per.SITE: N_("No place of this mission asks for a list of visitors."),
    Per.PARTICIPANT: N_("Nobody takes part in B2B meetings yet."),
    Per.ORGANISATION: N_("Nobody takes part in B2B meetings yet."),
    Per.SESSION: N_("No B2B meeting is planned yet."),
    Per.INTERPRETER: N_("No interpreter for B2B meetings yet."),
}
_SHOWING_PEOPLE = frozenset({"whoswho", "badges", "emergency_cards", "catalogue"})
_AGENDAS = frozenset({"runsheet", "programme_changes"})
_OF_PEOPLE = frozenset({"badges", "whoswho", "emergency_cards", "labels", "tables", "placecards", "attendance"})
"""Kinds on which one can ask for some people only."""


def kinds() -> tuple[Kind, ...]:
    """Return the kinds of documents there are, in the order of every list of them."""
    return KINDS


def by_section() -> Iterator[tuple[str, tuple[Kind, ...]]]:
    """Give each section's title, to be translated, with its kinds."""
    for section, title in SECTIONS.items():
        found = tuple(one for one in KINDS if one.section is section)
        if found:
            yield title, found


def why_none(plan: MissionPlan, kind: Kind) -> Message | None:
    """Return why there is nothing of a kind to print for a mission; None where there is something."""
    return _REASONS.get(kind.per, _of_mission)(plan, kind)


def people_on(kind: Kind) -> bool:
    """Tell whether one can say whom a document is for or who is on it."""
    return kind.for_persons or kind.id in _OF_PEOPLE


def words_of(kind: Kind) -> tuple[str, ...]:
    """Return the words a kind is found by, in every language of the screen."""
    return tuple(dict.fromkeys(text for one in SCREEN_LANGUAGES for text in _said(kind, translator(one))))


def _said(kind: Kind, t: Translator) -> tuple[str, ...]:
    return (t(kind.title), t(kind.about), t(SECTIONS[kind.section]))


def _of_persons(plan: MissionPlan, kind: Kind) -> Message | None:
    if not any(plan.is_named(one) for one in plan.travellers):
        return Message(_NONE[Per.PERSON])
    if kind.id == "changes" and not any(one.person_id is not None for one in plan.issued):
        return Message(N_("Nobody holds a copy to compare with yet."))
    return None


def _of_mission(plan: MissionPlan, kind: Kind) -> Message | None:
    if kind.id in _SHOWING_PEOPLE and not any(plan.is_named(one) for one in plan.travellers):
        return Message(_NONE[Per.PERSON])
    if kind.id in _AGENDAS and not plan.items:
        return Message(N_("The agenda is empty."))
    if kind.id == "programme_changes" and not any(one.kind.startswith("programme") for one in plan.issued):
        return Message(N_("No programme was given out to compare with."))
    return None


def _of_subjects(plan: MissionPlan, kind: Kind) -> Message | None:
    return None if subjects(plan, kind) else Message(_NONE[kind.per])


_REASONS: Mapping[Per, Callable[[MissionPlan, Kind], Message | None]] = {
    **dict.fromkeys(_NONE, _of_subjects),
    Per.PERSON: _of_persons,
    Per.MISSION: _of_mission,
}
