"""Make the caterer's note: how many eat, of which diet, and who must not be served the wrong plate."""

from __future__ import annotations

from uuid import UUID

from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.occasion import occasion
from missionplanner.documents.content.roll import Listed, roll
from missionplanner.documents.content.sheets import (
    Cell,
    Chapter,
    Column,
    Paragraphs,
    Part,
    Sheets,
    Table,
    TableRow,
)
from missionplanner.documents.content.values import Fact, Said
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.kinds.guests import heads, invited
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import TABLED, planned
from missionplanner.domain import records as r
from missionplanner.domain.delegates.diets import WORDS, Diet, counted, kinds
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import Rsvp

SERVED_BY_NAME = frozenset(
    {Diet.GLUTEN_FREE, Diet.LACTOSE_FREE, Diet.NUT_ALLERGY, Diet.DIABETIC, Diet.NO_FISH, Diet.OTHER}
)
"""Diets a mistake in which does harm, or that only the guest's own words explain: here the plate has a name."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return how many eat at an item and what; names only of those whose plate must not be mixed up."""
    voice, t = desk.voice, desk.voice.t
    items = [one for one in planned(voice.plan, TABLED) if order.subject_id in (None, one.id)]
    kind = t("Note to the caterer")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, voice.text(items[0].title) if len(items) == 1 else ""),
        title=kind,
        chapters=tuple(_item(voice, one, order, bool(number)) for number, one in enumerate(items)),
        nothing=t("The programme has no meal yet."),
    )


def _item(voice: Voice, item: r.AgendaItem, order: Order, fresh: bool) -> Chapter:
    t = voice.t
    ids, noted = invited(voice.plan, item)
    coming = [
        one
        for one in roll(voice, ids)
        if (own := noted.get(UUID(one.key))) is None or own.rsvp is not Rsvp.DECLINED
    ]
    diets = {one.key: text for one in coming if (text := _diet(voice, one))}
    covers = heads([UUID(one.key) for one in coming], noted)
    special = sum(1 for text in diets.values() if kinds(text))
    facts = (
        *occasion(voice, item),
        Fact(t("Covers"), str(covers)),
        Fact(t("Of these with a diet"), str(special) if special else ""),
        Fact(t("Booking"), item.booking or ""),
    )
    return Chapter(
        key=str(item.id),
        title=voice.text(item.title),
        count=t.plural("{count} cover", "{count} covers", covers),
        facts=tuple(fact for fact in facts if fact.value),
        parts=(_counts(voice, list(diets.values()), covers - special), *_names(voice, item, coming, diets, order)),
        fresh=fresh,
    )


def _diet(voice: Voice, one: Listed) -> str:
    person = one.person
    delegate = voice.plan.delegate_by_person.get(person.id) if person is not None else None
    return delegate.diet.reveal() if delegate is not None and delegate.diet is not None else ""


def _counts(voice: Voice, texts: list[str], plain: int) -> Table:
    """Return the kinds of diet with how many eat by each; somebody may be counted with two of them."""
    t = voice.t
    rows = [
        TableRow(kind.value, (Cell(t(WORDS[kind])), Cell(str(count)))) for kind, count in counted(texts).items()
    ]
    rows.append(TableRow("plain", (Cell(t("No diet known")), Cell(str(max(0, plain))))))
    columns = (Column(t("Diet"), 40, "strong"), Column(t("People"), 60, "time"))
    return Table(columns, tuple(rows), t("Diets"))


def _names(
    voice: Voice, item: r.AgendaItem, coming: list[Listed], diets: dict[str, str], order: Order
) -> tuple[Part, ...]:
    wanted = order.choice("names")
    shown = [
        one
        for one in coming
        if one.key in diets
        and (found := kinds(diets[one.key]))
        and (wanted == "all" or (wanted == "needed" and not SERVED_BY_NAME.isdisjoint(found)))
    ]
    if not shown:
        return ()
    t, seats = voice.t, _seats(voice, item)
    columns = (Column(t("Guest"), 36, "strong"), Column(t("Seat"), 24), Column(t("Diet"), 50))
    rows = tuple(
        TableRow(
            one.key, (Cell(one.name, one.native), Cell(seats.get(one.key, "")), _plate(voice, diets[one.key]))
        )
        for one in shown
    )
    why = t("These plates go to a guest by name.")
    return Paragraphs(t("Plates by name"), (Said(why),)), Table(columns, rows, t("Plates by name"))


def _plate(voice: Voice, text: str) -> Cell:
    """Return a diet in the words of the paper, below them what was written of it where that says more."""
    said = joined([voice.t(WORDS[kind]) for kind in kinds(text)])
    return Cell(said, "" if folded(said) == folded(text) else text)


def _seats(voice: Voice, item: r.AgendaItem) -> dict[str, str]:
    """Return where everybody sits, by the person's id: table and number."""
    t, found = voice.t, {}
    for table in voice.plan.item_tables(item):
        for seat in voice.plan.table_seats(table):
            number = t("seat {number}", number=seat.number) if seat.number is not None else ""
            found[str(seat.person_id)] = joined((table.name, number))
    return found


MAKER = of_sheets(content, sealed=True)
