"""Look at a mission before its paper is printed: what would be missing, wrong or poor on it (DOCUMENTS §1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

from missionplanner.base.colours import reads_on_paper
from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Severity
from missionplanner.domain.preflight import meetings
from missionplanner.domain.preflight.concern import Concern, Look, Weight, Where
from missionplanner.domain.texts import UNDETERMINED, Texts
from missionplanner.domain.vocabulary import ItemStatus

AGENDAS = frozenset({"programme", "itinerary", "booklet", "runsheet"})
PORTRAITS = frozenset({"whoswho"})
PROFILES = frozenset({"catalogue"})
LEAST_PORTRAIT, LEAST_LOGO, LEAST_EMBLEM = 300, 240, 240
"""Pixels of the longer side of a picture below which it looks coarse at the size it is printed."""

FROM_CHECKS: Mapping[str, tuple[frozenset[str], Where]] = {
    "double_booking": (AGENDAS | {"b2b", "tableplan"}, Where.AGENDA),
    "impossible_travel": (AGENDAS, Where.AGENDA),
    "before_arrival": (AGENDAS, Where.AGENDA),
    "after_departure": (AGENDAS, Where.AGENDA),
    "negative_duration": (AGENDAS, Where.AGENDA),
    "no_address": (AGENDAS | {"briefing", "driver"}, Where.AGENDA),
    "no_entrance": (AGENDAS | {"briefing"}, Where.AGENDA),
    "no_host_contact": (AGENDAS | {"briefing"}, Where.AGENDA),
    "unconfirmed": (AGENDAS | {"briefing"}, Where.AGENDA),
    "group_without_leader": (AGENDAS | {"driver"}, Where.PEOPLE),
    "no_bed": (frozenset({"rooming", "itinerary", "emergency"}), Where.LOGISTICS),
    "two_beds": (frozenset({"rooming", "itinerary"}), Where.LOGISTICS),
    "odd_twin": (frozenset({"rooming"}), Where.LOGISTICS),
    "no_seat": (frozenset({"manifest", "driver", "itinerary"}), Where.LOGISTICS),
    "document_missing": (frozenset({"access"}), Where.PEOPLE),
    "access_list_due": (frozenset({"access"}), Where.PEOPLE),
    "diet_unmet": (frozenset({"catering"}), Where.PEOPLE),
    "interpreter_missing": (frozenset({"b2b", "tableplan", "interpreters"}), Where.AGENDA),
    "interpreter_double_booked": (AGENDAS | {"b2b", "tableplan", "interpreters"}, Where.AGENDA),
}
"""Rule of the checks → the documents it spoils, and where it is mended."""

_WEIGHTS = {Severity.CLASH: Weight.WRONG, Severity.WARNING: Weight.LACKING, Severity.TO_DO: Weight.LACKING}


def concerns(look: Look) -> tuple[Concern, ...]:
    """Return what should be looked at before printing, the gravest first."""
    found = [one for rule in RULES for one in rule(look) if not one.kinds or one.kinds & look.kinds]
    order = list(Weight)
    return tuple(sorted(found, key=lambda one: order.index(one.weight)))


def _counted(one: str, many: str, count: int, **arguments: str) -> Message:
    return Message.of(one if count == 1 else many, {"count": count, **arguments})


def _from_checks(look: Look) -> Iterator[Concern]:
    """Give what the checks found and nobody accepted, where it would stand on paper."""
    for finding in look.findings:
        kinds, where = FROM_CHECKS.get(finding.rule, (frozenset(), Where.AGENDA))
        if kinds and finding.accepted is None:
            yield Concern(
                rule=finding.rule,
                weight=_WEIGHTS[finding.severity],
                message=finding.message,
                where=where,
                records=(*finding.items, *finding.people),
                finding=finding,
                kinds=kinds,
            )


def _whom_to_ring(look: Look) -> Iterator[Concern]:
    if not look.plan.mission.on_call_phone:
        yield Concern(
            rule="no_on_call",
            weight=Weight.LACKING,
            message=Message(N_("No number to ring for changes: pages cannot say whom to call.")),
            where=Where.MISSION,
        )


def _nameless(look: Look) -> Iterator[Concern]:
    nameless = [one.id for one in look.plan.travellers if not look.plan.is_named(one)]
    if nameless:
        yield Concern(
            rule="unnamed",
            weight=Weight.LACKING,
            message=_counted(
                N_("One delegate has no name yet and gets no paper of their own."),
                N_("{count} delegates have no name yet and get no paper of their own."),
                len(nameless),
            ),
            where=Where.PEOPLE,
            records=tuple(nameless),
            kinds=frozenset({"itinerary", "booklet", "badges", "whoswho", "emergency"}),
        )


def _untranslated(look: Look) -> Iterator[Concern]:
    """Give, per language, how many titles of the programme are printed in another one."""
    for language in sorted(look.languages):
        missing = [
            item.id
            for item in look.plan.items
            if item.date is not None and item.status is not ItemStatus.CANCELLED and _lacks(item.title, language)
        ]
        if missing:
            yield Concern(
                rule="untranslated",
                weight=Weight.BETTER,
                message=_counted(
                    N_("One title is not written in {language}: it is printed as it is."),
                    N_("{count} titles are not written in {language}: they are printed as they are."),
                    len(missing),
                    language=LANGUAGES.get(language, language),
                ),
                where=Where.AGENDA,
                records=tuple(missing),
                kinds=AGENDAS,
            )


def _lacks(texts: Texts, language: str) -> bool:
    spoken = {code for code, _ in texts.entries}
    return bool(spoken) and UNDETERMINED not in spoken and language not in spoken


def _funding(look: Look) -> Iterator[Concern]:
    mission = look.plan.mission
    if not (mission.grant or mission.cup):
        return
    lacking = [
        (mission.funding_statement, N_("The mission has a grant, but no funding statement to print.")),
        (mission.emblem, N_("The mission has a grant, but no emblem of the funder to print.")),
    ]
    for there, text in lacking:
        if not there:
            yield Concern(rule="funding", weight=Weight.LACKING, message=Message(text), where=Where.MISSION)


def _emblem(look: Look) -> Iterator[Concern]:
    """Give an emblem of the funder that is too small: it stands on every page, whatever is printed."""
    if _is_small(look, look.plan.mission.emblem, LEAST_EMBLEM):
        text = N_("The emblem of the funder is a small picture and will look coarse.")
        yield Concern(rule="small_picture", weight=Weight.BETTER, message=Message(text), where=Where.MISSION)


def _accent(look: Look) -> Iterator[Concern]:
    """Give an accent that cannot be read on white: paper has its own then (DOCUMENTS §5)."""
    accent = look.plan.mission.accent
    if accent and not reads_on_paper(accent):
        yield Concern(
            rule="accent",
            weight=Weight.BETTER,
            message=Message.of(
                N_("The colour {colour} cannot be read on white: the usual one is printed."), {"colour": accent}
            ),
            where=Where.MISSION,
        )


def _logos(look: Look) -> Iterator[Concern]:
    organisers = [look.plan.organisation(one.organisation_id) for one in look.plan.organisers]
    there = [one for one in organisers if one is not None]
    without = [one for one in there if not one.logo]
    if without and len(without) < len(there):
        names = ", ".join(one.short or one.name or "" for one in without)
        yield Concern(
            rule="no_logo",
            weight=Weight.BETTER,
            message=Message.of(
                N_("Some organisers have a logo, {names} not: their name is printed."), {"names": names}
            ),
            where=Where.ORGANISATIONS,
            records=tuple(one.id for one in without),
        )
    small = [one for one in there if _is_small(look, one.logo, LEAST_LOGO)]
    if small:
        yield _too_small(small[0].name or "", len(small), tuple(one.id for one in small), Where.ORGANISATIONS)


def _drawn(look: Look) -> Iterator[Concern]:
    """Give logos and an emblem that are not drawn as their files have them."""
    organisers = [look.plan.organisation(one.organisation_id) for one in look.plan.organisers]
    shown = [(one.logo, one.short or one.name or "", one.id) for one in organisers if one is not None]
    emblem = look.plan.mission.emblem
    for some, weight, rule, text in (
        (look.lost, Weight.LACKING, "lost_logo", N_("The logo of {names} cannot be read: the name is printed.")),
        (look.coarse, Weight.BETTER, "logo_as_picture", N_("The logo of {names} is drawn as a picture.")),
    ):
        met = [(name, identity) for logo, name, identity in shown if logo in some]
        if met:
            yield Concern(
                rule=rule,
                weight=weight,
                message=Message.of(text, {"names": ", ".join(name for name, _ in met)}),
                where=Where.ORGANISATIONS,
                records=tuple(identity for _, identity in met),
            )
    if emblem in look.lost:
        message = Message(N_("The emblem of the funder cannot be read: it is left out."))
        yield Concern(rule="lost_logo", weight=Weight.LACKING, message=message, where=Where.MISSION)


def _portraits(look: Look) -> Iterator[Concern]:
    people = [look.plan.person(one.person_id) for one in look.plan.travellers if look.plan.is_named(one)]
    there = [one for one in people if one is not None]
    without = [one.id for one in there if not one.photo]
    if without and len(without) < len(there):
        yield Concern(
            rule="no_photo",
            weight=Weight.BETTER,
            message=_counted(
                N_("One delegate has no photo: the initials are printed."),
                N_("{count} delegates have no photo: their initials are printed."),
                len(without),
            ),
            where=Where.PEOPLE,
            records=tuple(without),
            kinds=PORTRAITS,
        )
    small = [one for one in there if _is_small(look, one.photo, LEAST_PORTRAIT)]
    if small:
        ids = tuple(one.id for one in small)
        yield _too_small(small[0].full_name, len(small), ids, Where.PEOPLE, PORTRAITS)


def _is_small(look: Look, picture: str | None, least: int) -> bool:
    size = look.pictures.get(picture) if picture else None
    return size is not None and max(size) < least


def _too_small(
    name: str, count: int, ids: tuple[UUID, ...], where: Where, kinds: frozenset[str] = frozenset()
) -> Concern:
    message = _counted(
        N_("The picture of {name} is small and will look coarse."),
        N_("{count} pictures are small and will look coarse."),
        count,
        name=name,
    )
    return Concern(
        rule="small_picture", weight=Weight.BETTER, message=message, where=where, records=ids, kinds=kinds
    )


def _profiles(look: Look) -> Iterator[Concern]:
    plan = look.plan
    people = (plan.person(one.person_id) for one in plan.travellers)
    wanted = dict.fromkeys(one.organisation_id for one in people if one is not None and one.organisation_id)
    without = [one.id for key in wanted if (one := plan.organisation(key)) is not None and not one.profile]
    if without:
        yield Concern(
            rule="no_profile",
            weight=Weight.LACKING,
            message=_counted(
                N_("One organisation of the delegation has no profile for the catalogue."),
                N_("{count} organisations of the delegation have no profile for the catalogue."),
                len(without),
            ),
            where=Where.ORGANISATIONS,
            records=tuple(without),
            kinds=PROFILES,
        )


LANGUAGES: Mapping[str, str] = {
    "it": N_("Italian"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "de": N_("German"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
}

RULES: tuple[Callable[[Look], Iterator[Concern]], ...] = (
    _from_checks,
    _whom_to_ring,
    _nameless,
    _untranslated,
    _funding,
    _emblem,
    _accent,
    _profiles,
    _logos,
    _drawn,
    _portraits,
    meetings.unplaced,
)
