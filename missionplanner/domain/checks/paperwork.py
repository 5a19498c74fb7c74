"""Find papers people travel without: documents, visas; and diets nobody told the cook.

Which document somebody has, and until when, is confidential: findings say whom to ask, never what is known.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Observed, Severity
from missionplanner.domain.checks.phrases import crowded, who
from missionplanner.domain.checks.registry import rule
from missionplanner.domain.checks.scene import Scene
from missionplanner.domain.checks.stops import Row
from missionplanner.domain.delegates.requirements import Due, due_dates, title
from missionplanner.domain.secret import Secret
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, RequirementKind, VisaState

EUROPEAN = frozenset({"CH", "IS", "LI", "NO"})
"""States outside the Union whose people and guests move as freely as its own."""
WITHOUT_VISA_YET = frozenset({VisaState.NEEDED, VisaState.APPLIED})
EATEN = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})

_DOCUMENT = N_("{who}: no travel document is on record.")
_EXPIRES = N_("{who}: the travel document expires before the return.")
_EXPIRES_SOON = N_("{who}: the travel document expires less than {months} months after the return.")
_SOON = N_("{who}: “{what}” is due by {day}.")
_LATE = N_("{who}: “{what}” was due by {day}.")
_VISA = N_("{who}: nobody noted whether a visa is needed.")
_NO_VISA = N_("{who}: a visa is needed and not granted yet.")
_REFUSED = N_("{who}: the visa was refused.")
_DIET = N_("Guests with a diet: {count}; meals: {meals}. Tell those who cook.")


_RESTS_ON = (
    "requirements",
    "requirement_states",
    "delegates",
    "delegate_groups",
    "people",
    "items",
    "item_people",
    "audience_groups",
    "audience_people",
)


def _abroad(scene: Scene) -> frozenset[str]:
    """Return the countries a mission goes to, without its own: of its destinations, items and their places."""
    countries = {one.country for one in scene.plan.destinations if one.country}
    countries |= {row.item.country for row in scene.placed if row.item.country}
    countries |= {place.country for place in scene.plan.places if place.country and _is_used(scene, place)}
    return frozenset(countries - {scene.knowledge.home})


def _is_used(scene: Scene, place: r.Place) -> bool:
    return bool(scene.plan.of("items", "place_id", place.id))


def _free(scene: Scene, country: str) -> bool:
    return country in scene.knowledge.eu or country in EUROPEAN


def _people(scene: Scene, wanted: Callable[[r.Delegate], bool]) -> frozenset[UUID]:
    return frozenset(
        own.id
        for one in scene.plan.travellers
        if (own := scene.plan.person(one.person_id)) is not None and not own.unnamed and wanted(one)
    )


def _told(scene: Scene, sentence: str, members: frozenset[UUID], **told: object) -> Iterator[Observed]:
    if members:
        yield Observed(
            message=Message.of(sentence, {"who": who(scene, members), **told}),
            **crowded(scene, members),
            subject=sentence,
        )


@rule("document_missing", severity=Severity.TO_DO, title=N_("No travel document"), opens=45)
def document_missing(scene: Scene) -> Iterator[Observed]:
    """Yield who goes abroad without a travel document on record, in one line; a requirement says it of its own."""
    if _abroad(scene):
        without = scene.lasting(
            "undocumented",
            (scene.plan.delegates, scene.plan.people),
            lambda: _people(scene, lambda one: one.document_expires is None),
        )
        yield from _told(scene, _DOCUMENT, without - _covered(scene, RequirementKind.PASSPORT))


@rule("document_expires", severity=Severity.WARNING, title=N_("Document expires"), options=("document_months",))
def document_expires(scene: Scene) -> Iterator[Observed]:
    """Yield whose document ends before the return, or too soon after it where the border asks for more."""
    abroad = _abroad(scene)
    if not abroad:
        return
    back, months = scene.plan.mission.last_day, scene.options.document_months
    over = scene.lasting(
        "expiring",
        (scene.plan.delegates, scene.plan.people),
        lambda: _people(scene, lambda one: _ends_before(one, back)),
    )
    yield from _told(scene, _EXPIRES, over)
    later = _months_after(back, months)
    soon = _people(scene, lambda one: _asks_for_more(scene, one, abroad) and _ends_before(one, later)) - over
    yield from _told(scene, _EXPIRES_SOON, soon, months=months)


def _ends_before(one: r.Delegate, day: dt.date) -> bool:
    expires = _date(one.document_expires)
    return expires is not None and expires < day


def _date(secret: Secret | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(secret.reveal()) if secret is not None else None
    except ValueError:
        return None


def _months_after(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _asks_for_more(scene: Scene, one: r.Delegate, abroad: frozenset[str]) -> bool:
    """Tell whether a country lets somebody in only with a document that is valid for long."""
    own = _nationality(one) or scene.knowledge.home
    return not (own and _free(scene, own) and all(_free(scene, country) for country in abroad))


def _nationality(one: r.Delegate) -> str | None:
    return one.nationality.reveal().upper() if one.nationality is not None else None


@rule("visa_check", severity=Severity.TO_DO, title=N_("Visa"), opens=60)
def visa_check(scene: Scene) -> Iterator[Observed]:
    """Yield who may need a visa and has none, by what is known of it; refused ones gravely."""
    abroad = _abroad(scene)
    to_ask = scene.lasting(
        f"visas for {sorted(abroad)}",
        (scene.plan.delegates, scene.plan.people, scene.knowledge),
        lambda: _people(scene, lambda one: one.visa is None and _may_need(scene, one, abroad)),
    )
    told = _covered(scene, RequirementKind.VISA)
    yield from _told(scene, _VISA, to_ask - told)
    waiting = scene.lasting(
        "waiting",
        (scene.plan.delegates, scene.plan.people),
        lambda: _people(scene, lambda one: one.visa in WITHOUT_VISA_YET),
    )
    yield from _told(scene, _NO_VISA, waiting - told)
    refused = scene.lasting(
        "refused",
        (scene.plan.delegates, scene.plan.people),
        lambda: _people(scene, lambda one: one.visa is VisaState.REFUSED),
    )
    yield from _told(scene, _REFUSED, refused)


def _may_need(scene: Scene, one: r.Delegate, abroad: frozenset[str]) -> bool:
    own = _nationality(one)
    if own is None:
        return False
    strange = abroad - {own}
    return any(not (_free(scene, own) and _free(scene, country)) for country in strange)


@rule("outdated_paper", severity=Severity.TO_DO, title=N_("Copies given out that have changed"), rests_on=())
def outdated_paper(_scene: Scene) -> Iterator[Observed]:
    """Yield nothing: what each copy showed takes too long to work out for a rule; services tell of it."""
    yield from ()


@rule("diet_unmet", severity=Severity.TO_DO, title=N_("Diets to tell"), opens=14)
def diet_unmet(scene: Scene) -> Iterator[Observed]:
    """Yield the meals of guests with a diet, in one line; accepted once the caterers know."""
    dieting = scene.lasting(
        "dieting",
        (scene.plan.delegates, scene.plan.people),
        lambda: _people(scene, lambda one: one.diet is not None),
    )
    meals = [row for row in scene.binding if row.item.kind in EATEN and not dieting.isdisjoint(row.who)]
    if not meals:
        return
    guests = dieting & frozenset().union(*(row.who for row in meals))
    yield Observed(
        message=Message.of(_DIET, {"count": len(guests), "meals": len(meals)}),
        items=tuple(row.item.id for row in sorted(meals, key=_by_key)),
        **crowded(scene, guests),
    )


def _by_key(row: Row) -> tuple[dt.datetime, str]:
    return row.key


# -- what a mission asks of its delegates -----------------------------------------------------------------


def _due_from(scene: Scene) -> tuple[Due, ...]:
    """Return the requirements of a mission with who lacks them."""
    if not scene.plan.requirements:
        return ()
    rests_on = tuple(getattr(scene.plan, one) for one in _RESTS_ON)
    return scene.lasting("due", rests_on, lambda: due_dates(scene.plan))


def _covered(scene: Scene, kind: RequirementKind) -> frozenset[UUID]:
    """Return the people from whom a requirement of this kind is due: that says by when, and who is in order."""
    found = {each for one in _due_from(scene) if one.requirement.kind is kind for each in one.concerned}
    return frozenset(
        one.person_id for one in scene.plan.travellers if one.person_id is not None and one.id in found
    )


@rule(
    "requirement_due",
    severity=Severity.TO_DO,
    title=N_("Something due from delegates"),
    opens=365,
    options=("notice_lead_days",),
    rests_on=_RESTS_ON,
)
def requirement_due(scene: Scene) -> Iterator[Observed]:
    """Yield each requirement somebody lacks, from some days before it is due; gravely once it was."""
    today = scene.options.today
    if today is None:
        return
    lead = dt.timedelta(days=scene.options.notice_lead_days)
    for one in _due_from(scene):
        if one.missing and one.day is not None and today >= one.day - lead:
            yield _lacking(scene, one, one.day, today)


def _lacking(scene: Scene, one: Due, day: dt.date, today: dt.date) -> Observed:
    lacking = frozenset(one.missing)
    people = frozenset(
        each.person_id for each in scene.plan.travellers if each.person_id is not None and each.id in lacking
    )
    what = title(one.requirement)
    told = {
        "who": who(scene, people),
        "what": scene.text(what) if isinstance(what, Texts) else what,
        "day": day.isoformat(),
    }
    return Observed(
        message=Message.of(_LATE if today > day else _SOON, told),
        **crowded(scene, people),
        others=(one.requirement.id,),
        titles=(("what", what),) if isinstance(what, Texts) else (),
        facts=(day.isoformat(),),
        at=day.isoformat(),
        severity=Severity.WARNING if today > day else None,
    )
