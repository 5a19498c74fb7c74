"""Write what to send to a partner who has not answered: plain text, in the partner's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from missionplanner.base.errors import NotFound
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.documents.content.dates import day_and_month, interval, weekday
from missionplanner.domain import records as r
from missionplanner.domain.paper.address_forms import closing, salutation
from missionplanner.domain.partners.partnering import hosted_by, newest_first
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import Channel, ItemStatus
from missionplanner.services.partners.slots import options_of

_ASKED: dict[Channel | None, str] = {
    Channel.EMAIL: N_("we wrote to you on {day}"),
    Channel.MESSAGE: N_("we sent you a message on {day}"),
    Channel.LETTER: N_("we sent you a letter on {day}"),
    Channel.PHONE: N_("we spoke on the phone on {day}"),
    Channel.MEETING: N_("we met on {day}"),
    None: N_("we turned to you on {day}"),
}
_OPEN = frozenset({ItemStatus.REQUESTED, ItemStatus.TENTATIVE, None})


def message(plan: MissionPlan, partner_id: UUID) -> str:
    """Return a message that asks a partner again, of what the log and the programme know.

    It is in the first language of the contact that the program speaks, else in one of the mission's, else in
    English: greeting, what was asked and when, the visits it is about with their proposed times, who asks.
    Raises NotFound.
    """
    partner = next((one for one in plan.partners if one.id == partner_id), None)
    if partner is None:
        raise NotFound(N_("This is no longer there: somebody deleted it in the meantime."))
    contact = _contact(plan, partner)
    t = _language(plan, contact)
    log = newest_first(plan.of("partner_requests", "partner_id", partner.id))
    last = next((one for one in log if one.date is not None), None)
    parts = [
        salutation(contact, t.language),
        _reminder(plan, last, t),
        *_visits(plan, partner, t),
        *_ending(plan, contact, t),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _contact(plan: MissionPlan, partner: r.Partner) -> r.Person | None:
    """Return who to write to: whom the last request went to, else the first contact of the partner."""
    log = newest_first(plan.of("partner_requests", "partner_id", partner.id))
    contacts = plan.of("partner_contacts", "partner_id", partner.id)
    ids = [*(one.person_id for one in log if one.date is not None), *(one.person_id for one in contacts)]
    return next((one for key in ids if (one := plan.person(key)) is not None and not one.unnamed), None)


def _language(plan: MissionPlan, contact: r.Person | None) -> Translator:
    own: Iterable[str] = contact.languages if contact is not None else ()
    wanted = [*own, *(() if own else plan.mission.languages), "en"]
    return next(made for code in wanted if (made := translator(code)).language == code.split("-")[0].lower())


def _reminder(plan: MissionPlan, last: r.PartnerRequest | None, t: Translator) -> str:
    mission = plan.mission
    title = mission.title.best(t.language, mission.languages)
    days = interval(mission.first_day, mission.last_day, t.language)
    about = t("This is about our mission “{title}” ({days}).", title=title, days=days)
    if last is None or last.date is None:
        return about
    how = t(_ASKED[last.channel], day=_day(last.date, t))
    asked = t("As you may remember, {how}; we have not had your answer yet.", how=how)
    request = t("Our request: {text}", text=last.text) if last.text else ""
    return "\n".join(one for one in (f"{about} {asked}", request) if one)


def _visits(plan: MissionPlan, partner: r.Partner, t: Translator) -> Iterator[str]:
    lines, offered = [], False
    for item in hosted_by(plan, partner):
        options = options_of(plan, item.id)
        if item.status not in _OPEN and not options:
            continue
        title = item.title.best(t.language, plan.mission.languages)
        lines.append(f"– {title}" if options else "– " + ", ".join(one for one in (title, _when(item, t)) if one))
        lines += [f"   • {_when(one, t)}" for one in options]
        offered = offered or bool(options)
    if lines:
        head = t("Times we could come at:") if offered else t("What we have in mind:")
        yield "\n".join([head, *lines])
    if offered:
        yield t("Would one of these times suit you?")


def _ending(plan: MissionPlan, contact: r.Person | None, t: Translator) -> Iterator[str]:
    yield t("We would be grateful for a short answer, even if it is no.")
    yield "\n".join(one for one in (closing(contact, t.language), plan.mission.on_call_name or "") if one)


def _when(one: r.AgendaItem | r.ItemOption, t: Translator) -> str:
    day = _day(one.date, t) if one.date is not None else ""
    start = f"{one.start:%H:%M}" if one.start is not None else ""
    end = f"–{one.end:%H:%M}" if start and one.end is not None else ""
    return ", ".join(part for part in (day, f"{start}{end}") if part)


def _day(day: dt.date, t: Translator) -> str:
    name = weekday(day, t.language)
    name = name if t.language in ("en", "de") else name.lower()  # most languages write days small in a sentence
    return f"{name} {day_and_month(day, t.language)}"
