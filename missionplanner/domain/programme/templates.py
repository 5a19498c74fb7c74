"""Offer ready-made items, half days and missions, with relative times, in Italian and English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.packing import PackedItem, read
from missionplanner.domain.programme.unpacking import Target
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, TemplateKind

Row = tuple[int | None, str, str, ItemKind, str, str]
"""Day from 0 (None: the shelf), start and end (empty: none), kind, Italian title, English title."""

_TRANSFERS = frozenset({ItemKind.TRANSFER, ItemKind.COACH, ItemKind.LOGISTICS})


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """Be a template that comes with the program. ``key`` never changes."""

    key: str
    kind: TemplateKind
    name: Texts
    items: tuple[PackedItem, ...]


def _built_in(key: str, kind: TemplateKind, names: tuple[str, str], rows: Sequence[Row]) -> BuiltIn:
    italian, english = names
    return BuiltIn(key, kind, Texts.of({"it": italian, "en": english}), tuple(_item(row) for row in rows))


def _item(row: Row) -> PackedItem:
    day, start, end, kind, italian, english = row
    return PackedItem(
        kind=kind,
        title=Texts.of({"it": italian, "en": english}),
        day=day,
        start=dt.time.fromisoformat(start) if start else None,
        end=dt.time.fromisoformat(end) if end else None,
        status=ItemStatus.TENTATIVE if day is not None else ItemStatus.IDEA,
    )


def content_of(template: r.Template) -> tuple[PackedItem, ...]:
    """Return the items of a template of the workspace. Raises Invalid where its content is none."""
    return read(template.content)


OF_ITEMS = frozenset({TemplateKind.ITEM, TemplateKind.HALF_DAY, TemplateKind.MISSION})
"""Kinds of the templates that hold items; others hold what paper and letters are made from."""


def kind_of(items: Iterable[PackedItem]) -> TemplateKind:
    """Return how much of a mission packed items are: several days, part of one, or one item with its transfers."""
    rows = list(items)
    if len({one.day for one in rows} - {None}) > 1:
        return TemplateKind.MISSION
    main = [one for one in rows if one.kind not in _TRANSFERS]
    return TemplateKind.ITEM if len(main) <= 1 else TemplateKind.HALF_DAY


def fitted(plan: MissionPlan, items: Sequence[PackedItem], day: dt.date | None) -> tuple[PackedItem, ...]:
    """Return packed items with those on the shelf that would come after the mission's last day."""
    if day is None:
        return tuple(items)
    room = max(0, (max(plan.mission.last_day, day) - day).days)
    return tuple(replace(one, day=None, end_day=None) if one.day and one.day > room else one for one in items)


def target(items: Iterable[PackedItem], day: dt.date | None, start: dt.time | None) -> Target:
    """Return where the items of a template go: on a day, the first of them at ``start`` where that is given."""
    starts = [one.start for one in items if one.start is not None and one.day == 0]
    if start is None or not starts:
        return Target(day)
    first = min(starts)
    return Target(day, (start.hour - first.hour) * 60 + start.minute - first.minute)


_K = ItemKind

_VISIT: list[Row] = [
    (0, "09:00", "09:30", _K.TRANSFER, "Trasferimento", "Transfer"),
    (0, "09:30", "11:00", _K.SITE_VISIT, "Visita aziendale", "Site visit"),
    (0, "11:00", "11:30", _K.TRANSFER, "Trasferimento", "Transfer"),
    (
        None,
        "",
        "",
        _K.LOGISTICS,
        "Chiedere referente e accessi a chi ospita",
        "Ask the host for contact and access",
    ),
]
_MEETING: list[Row] = [
    (0, "10:00", "11:00", _K.INSTITUTIONAL_MEETING, "Incontro istituzionale", "Institutional meeting"),
    (None, "", "", _K.LOGISTICS, "Concordare ordine del giorno e interventi", "Agree on agenda and speakers"),
]
_MORNING: list[Row] = [
    (0, "08:30", "08:50", _K.BRIEFING, "Briefing del giorno", "Briefing of the day"),
    (0, "08:50", "09:20", _K.TRANSFER, "Trasferimento", "Transfer"),
    (0, "09:20", "10:50", _K.SITE_VISIT, "Visita aziendale", "Site visit"),
    (0, "10:50", "11:20", _K.TRANSFER, "Trasferimento", "Transfer"),
    (0, "11:20", "12:50", _K.SITE_VISIT, "Visita aziendale", "Site visit"),
    (0, "13:00", "14:15", _K.MEAL, "Pranzo", "Lunch"),
]
_B2B: list[Row] = [
    (0, "14:30", "14:45", _K.BRIEFING, "Registrazione e istruzioni", "Registration and instructions"),
    (0, "14:45", "17:15", _K.B2B, "Incontri B2B", "B2B meetings"),
    (0, "17:15", "18:15", _K.NETWORKING, "Networking", "Networking"),
    (
        None,
        "",
        "",
        _K.LOGISTICS,
        "Raccogliere i profili e le richieste di incontro",
        "Collect profiles and requests",
    ),
]
_VISITS_B2B: list[Row] = [
    (0, "", "", _K.FLIGHT, "Partenza e arrivo", "Departure and arrival"),
    (0, "15:00", "15:30", _K.TRANSFER, "Trasferimento in hotel", "Transfer to the hotel"),
    (0, "17:00", "18:00", _K.BRIEFING, "Briefing della delegazione", "Delegation briefing"),
    (0, "18:15", "19:15", _K.INSTITUTIONAL_MEETING, "Saluto istituzionale", "Institutional welcome"),
    (0, "20:00", "22:00", _K.MEAL, "Cena di benvenuto", "Welcome dinner"),
    (1, "08:30", "09:15", _K.TRANSFER, "Trasferimento", "Transfer"),
    (1, "09:15", "10:45", _K.SITE_VISIT, "Visita aziendale", "Site visit"),
    (1, "10:45", "11:15", _K.TRANSFER, "Trasferimento", "Transfer"),
    (1, "11:15", "12:45", _K.SITE_VISIT, "Visita al centro di ricerca", "Visit to the research centre"),
    (1, "13:00", "14:15", _K.MEAL, "Pranzo", "Lunch"),
    (1, "14:30", "15:00", _K.PITCHING, "Sessione di pitching", "Pitching session"),
    (1, "15:00", "18:00", _K.B2B, "Incontri B2B", "B2B meetings"),
    (1, "20:00", "22:00", _K.RECEPTION, "Serata di networking", "Networking evening"),
    (2, "09:00", "10:30", _K.SITE_VISIT, "Visita aziendale", "Site visit"),
    (2, "11:00", "12:30", _K.WORKING_TABLE, "Tavolo di lavoro tra cluster", "Working table of the clusters"),
    (2, "12:30", "13:00", _K.DEBRIEFING, "Debriefing e prossimi passi", "Debriefing and next steps"),
    (2, "13:00", "14:15", _K.MEAL, "Pranzo", "Lunch"),
    (2, "14:30", "15:30", _K.TRANSFER, "Trasferimento in aeroporto", "Transfer to the airport"),
    (2, "", "", _K.FLIGHT, "Rientro", "Return"),
    (
        None,
        "",
        "",
        _K.LOGISTICS,
        "Raccogliere i profili e le richieste di incontro",
        "Collect profiles and requests",
    ),
]
_INSTITUTIONAL: list[Row] = [
    (0, "", "", _K.FLIGHT, "Partenza e arrivo", "Departure and arrival"),
    (0, "11:00", "12:00", _K.BRIEFING, "Briefing della delegazione", "Delegation briefing"),
    (0, "12:30", "14:00", _K.MEAL, "Pranzo di lavoro", "Working lunch"),
    (0, "14:30", "15:30", _K.INSTITUTIONAL_MEETING, "Incontro con il ministero", "Meeting with the ministry"),
    (0, "16:00", "17:00", _K.INSTITUTIONAL_MEETING, "Incontro con l’ambasciata", "Meeting with the embassy"),
    (0, "19:00", "21:00", _K.RECEPTION, "Ricevimento", "Reception"),
    (1, "09:00", "10:00", _K.INSTITUTIONAL_MEETING, "Incontro con la regione", "Meeting with the region"),
    (1, "10:30", "12:00", _K.WORKING_TABLE, "Tavolo di lavoro", "Working table"),
    (1, "12:00", "12:30", _K.CEREMONY, "Firma del protocollo d’intesa", "Signing of the agreement"),
    (1, "12:30", "13:00", _K.PRESS, "Punto stampa", "Press briefing"),
    (1, "13:00", "14:15", _K.MEAL, "Pranzo", "Lunch"),
    (1, "14:30", "15:00", _K.DEBRIEFING, "Debriefing e prossimi passi", "Debriefing and next steps"),
    (1, "", "", _K.FLIGHT, "Rientro", "Return"),
    (None, "", "", _K.LOGISTICS, "Concordare testo e firmatari del protocollo", "Agree on text and signatories"),
]
_FAIR: list[Row] = [
    (0, "08:30", "09:15", _K.TRANSFER, "Trasferimento in fiera", "Transfer to the fair"),
    (0, "09:15", "09:45", _K.BRIEFING, "Briefing e consegna dei pass", "Briefing and passes"),
    (0, "09:45", "12:30", _K.FAIR_VISIT, "Visita guidata ai padiglioni", "Guided tour of the halls"),
    (0, "12:30", "13:30", _K.MEAL, "Pranzo", "Lunch"),
    (0, "13:30", "16:30", _K.B2B, "Incontri B2B allo stand", "B2B meetings at the stand"),
    (0, "16:30", "17:30", _K.NETWORKING, "Aperitivo allo stand", "Drinks at the stand"),
    (0, "17:30", "17:50", _K.DEBRIEFING, "Debriefing", "Debriefing"),
    (0, "17:50", "18:30", _K.TRANSFER, "Rientro in hotel", "Return to the hotel"),
    (None, "", "", _K.LOGISTICS, "Ordinare pass e badge espositori", "Order passes and exhibitor badges"),
]

BUILT_IN: tuple[BuiltIn, ...] = (
    _built_in("visit", TemplateKind.ITEM, ("Visita con trasferimenti", "Visit with transfers"), _VISIT),
    _built_in("meeting", TemplateKind.ITEM, ("Incontro istituzionale", "Institutional meeting"), _MEETING),
    _built_in("morning", TemplateKind.HALF_DAY, ("Mattina di visite", "Morning of visits"), _MORNING),
    _built_in("b2b", TemplateKind.HALF_DAY, ("Pomeriggio di B2B", "Afternoon of B2B"), _B2B),
    _built_in(
        "visits_b2b",
        TemplateKind.MISSION,
        ("Tre giorni di visite e B2B", "Three days of visits and B2B"),
        _VISITS_B2B,
    ),
    _built_in(
        "institutional",
        TemplateKind.MISSION,
        ("Due giorni istituzionali", "Two institutional days"),
        _INSTITUTIONAL,
    ),
    _built_in("fair", TemplateKind.MISSION, ("Giornata in fiera", "Trade-fair day"), _FAIR),
)
