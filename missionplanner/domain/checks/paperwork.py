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
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import ItemKind, VisaState

EUROPEAN = frozenset({"CH", "IS", "LI", "NO"})
"""States outside the Union whose people and guests move as freely as its own."""
WITHOUT_VISA_YET = frozenset({VisaState.NEEDED, VisaState.APPLIED})
EATEN = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})

_DOCUMENT = N_("{who}: no travel document is on record.")
_EXPIRES = N_("{who}: the travel document expires before the return.")
_EXPIRES_SOON = N_("{who}: the travel document expires less than {months} months after the return.")
_VISA = N_("{who}: nobody noted whether a visa is needed.")
_NO_VISA = N_("{who}: a visa is needed and not granted yet.")
_REFUSED = N_("{who}: the visa was refused.")
_DIET = N_("Guests with a diet: {count}; meals: {meals}. Tell those who cook.")


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
    return frozenset(one.person_id for one in scene.plan.travellers if one.person_id is not None and wanted(one))


def _told(scene: Scene, sentence: str, members: frozenset[UUID], **told: object) -> Iterator[Observed]:
    if members:
        yield Observed(
            message=Message.of(sentence, {"who": who(scene, members), **told}),
            **crowded(scene, members),
            subject=sentence,
        )


@rule("document_missing", severity=Severity.TO_DO, title=N_("No travel document"), opens=45)
def document_missing(scene: Scene) -> Iterator[Observed]:
    """Yield who goes abroad without a travel document on record, in one line."""
    if _abroad(scene):
        without = scene.lasting("undocumented", lambda: _people(scene, lambda one: one.document_expires is None))
        yield from _told(scene, _DOCUMENT, without)


@rule("document_expires", severity=Severity.WARNING, title=N_("Document expires"), options=("document_months",))
def document_expires(scene: Scene) -> Iterator[Observed]:
    """Yield whose document ends before the return, or too soon after it where the border asks for more."""
    abroad = _abroad(scene)
    if not abroad:
        return
    back, months = scene.plan.mission.last_day, scene.options.document_months
    over = scene.lasting("expiring", lambda: _people(scene, lambda one: _ends_before(one, back)))
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
        lambda: _people(scene, lambda one: one.visa is None and _may_need(scene, one, abroad)),
    )
    yield from _told(scene, _VISA, to_ask)
    waiting = scene.lasting("waiting", lambda: _people(scene, lambda one: one.visa in WITHOUT_VISA_YET))
    yield from _told(scene, _NO_VISA, waiting)
    refused = scene.lasting("refused", lambda: _people(scene, lambda one: one.visa is VisaState.REFUSED))
    yield from _told(scene, _REFUSED, refused)


def _may_need(scene: Scene, one: r.Delegate, abroad: frozenset[str]) -> bool:
    own = _nationality(one)
    if own is None:
        return False
    strange = abroad - {own}
    return any(not (_free(scene, own) and _free(scene, country)) for country in strange)


@rule("diet_unmet", severity=Severity.TO_DO, title=N_("Diets to tell"), opens=14)
def diet_unmet(scene: Scene) -> Iterator[Observed]:
    """Yield the meals of guests with a diet, in one line; accepted once the caterers know."""
    dieting = scene.lasting("dieting", lambda: _people(scene, lambda one: one.diet is not None))
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
