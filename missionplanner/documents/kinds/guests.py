"""Make the list at the door: who is invited to an item, in the order of the alphabet, with a box to tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.occasion import occasion
from missionplanner.documents.content.roll import Listed, roll
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.values import Fact
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import INVITING, planned
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import Rsvp

ANSWERS: Mapping[Rsvp, str] = {
    Rsvp.ASKED: N_("No answer yet"),
    Rsvp.ACCEPTED: N_("Is coming"),
    Rsvp.TENTATIVE: N_("May come"),
    Rsvp.DECLINED: N_("Is not coming"),
}
TALL = 22.0


def content(desk: Desk, order: Order) -> Sheets:
    """Return who is invited to an item; who said no stays on the list, struck out."""
    voice, t = desk.voice, desk.voice.t
    items = [one for one in planned(voice.plan, INVITING) if order.subject_id in (None, one.id)]
    kind = t("Guest list")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, voice.text(items[0].title) if len(items) == 1 else ""),
        title=kind,
        chapters=tuple(_item(voice, one, order, bool(number)) for number, one in enumerate(items)),
        nothing=t("The programme has nothing with a list at the door."),
    )


def invited(plan: MissionPlan, item: r.AgendaItem) -> tuple[frozenset[UUID], dict[UUID, r.ItemPerson]]:
    """Return who is invited to an item, places not yet named among them, and what each was noted with."""
    attendees = Attendees(plan)
    return attendees.named(attendees.at(item)) | attendees.unnamed(item), _noted(plan, item)


def _noted(plan: MissionPlan, item: r.AgendaItem) -> dict[UUID, r.ItemPerson]:
    found: dict[UUID, r.ItemPerson] = {}
    for one in plan.item_roles(item):
        if one.rsvp is not None or one.companions or one.person_id not in found:
            found[one.person_id] = one
    return found


def heads(people: Sequence[UUID], noted: Mapping[UUID, r.ItemPerson]) -> int:
    """Return how many will be there: all who did not say no, with those they bring along."""
    own = [noted.get(one) for one in people]
    return sum(1 + (one.companions or 0 if one else 0) for one in own if one is None or not _declined(one))


def _declined(one: r.ItemPerson | None) -> bool:
    return one is not None and one.rsvp is Rsvp.DECLINED


def _item(voice: Voice, item: r.AgendaItem, order: Order, fresh: bool) -> Chapter:
    t = voice.t
    ids, noted = invited(voice.plan, item)
    listed = [one for one in roll(voice, ids) if order.wants(one.person_id)]
    blank = int(order.choice("blank") or 0)
    rows = [_row(voice, one, noted) for one in listed]
    rows += [
        TableRow(f"blank {number}", (Cell(boxes=("",)), *(Cell(),) * 4), tall=TALL) for number in range(blank)
    ]
    columns = (
        Column(t("Present"), 6, blank=True),
        Column(t("Guest"), 34, "strong", blank=True),
        Column(t("Organisation"), 34, blank=True),
        Column(t("Companions"), 14, "time"),
        Column(t("Answer"), 18),
    )
    count = heads([UUID(one.key) for one in listed], noted)
    return Chapter(
        key=str(item.id),
        title=voice.text(item.title),
        count=t.plural("{count} guest", "{count} guests", count),
        facts=(*occasion(voice, item), *_counts(voice, listed, noted, count)),
        parts=(Table(columns, tuple(rows), t("Guest list")),),
        fresh=fresh,
        whole=True,
    )


def _counts(
    voice: Voice, listed: Sequence[Listed], noted: Mapping[UUID, r.ItemPerson], count: int
) -> tuple[Fact, ...]:
    """Return how many are expected and what was answered; nothing of answers where nobody was asked."""
    t = voice.t
    said = [one.rsvp for one in (noted.get(UUID(own.key)) for own in listed) if one is not None and one.rsvp]
    told = [f"{t(word)}: {said.count(answer)}" for answer, word in ANSWERS.items() if answer in said]
    return (Fact(t("Expected"), str(count), "\n".join(told)),)


def _row(voice: Voice, one: Listed, noted: Mapping[UUID, r.ItemPerson]) -> TableRow:
    own = noted.get(UUID(one.key))
    declined = _declined(own)
    with_them = own.companions if own is not None and not declined else None
    return TableRow(
        one.key,
        (
            Cell(boxes=() if declined else ("",)),
            Cell(one.name or voice.t("to be confirmed"), one.native),
            Cell(one.organisation),
            Cell(f"+{with_them}" if with_them else ""),
            Cell(voice.t(ANSWERS[own.rsvp]) if own is not None and own.rsvp else ""),
        ),
        tall=TALL,
        struck=declined,
    )


MAKER = of_sheets(content)
