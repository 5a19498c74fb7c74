"""Make the sheet to sign: for each item who is expected, with room for a signature, as auditors ask for it."""

from __future__ import annotations

from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.occasion import occasion
from missionplanner.documents.content.roll import Listed, roll
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Sheets, Table, TableRow
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import planned
from missionplanner.domain import records as r
from missionplanner.domain.delegates.attendees import Attendees
from missionplanner.domain.results.roll_call import SIGNED

TALL = 27.0
"""The height of a row to sign in, in points: a little over nine millimetres."""


def content(desk: Desk, order: Order) -> Sheets:
    """Return the sheet of one item, or of every item that is signed for, each on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    items = [one for one in planned(voice.plan, SIGNED) if order.subject_id in (None, one.id)]
    attendees = Attendees(voice.plan)
    chapters = tuple(_item(voice, attendees, one, order, bool(n)) for n, one in enumerate(items))
    kind = t("Attendance sheet")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, voice.text(items[0].title) if len(items) == 1 else ""),
        title=kind,
        chapters=chapters,
        nothing=t("The programme has nothing that is signed for."),
        parted=True,
    )


def _item(voice: Voice, attendees: Attendees, item: r.AgendaItem, order: Order, fresh: bool) -> Chapter:
    t, ours = voice.t, voice.plan.delegate_by_person
    at = attendees.named(attendees.at(item))
    delegation = roll(voice, {one for one in at if one in ours} | attendees.unnamed(item))
    others = roll(voice, {one for one in at if one not in ours})
    wanted = [one for one in (*delegation, *others) if order.wants(one.person_id)]
    timed = order.choice("times") == "yes"
    rows = [_row(number, one, timed) for number, one in enumerate(wanted, 1)]
    blank = int(order.choice("blank") or 0)
    rows += [_blank(len(wanted) + number, timed) for number in range(1, blank + 1)]
    return Chapter(
        key=str(item.id),
        title=voice.text(item.title),
        count=t.plural("{count} person", "{count} people", len(wanted)),
        facts=occasion(voice, item),
        parts=(Table(_columns(voice, timed), tuple(rows), t("Attendance sheet")),),
        fresh=fresh,
    )


def _columns(voice: Voice, timed: bool) -> tuple[Column, ...]:
    t = voice.t
    times = (Column(t("Time in"), 10, blank=True), Column(t("Time out"), 10, blank=True)) if timed else ()
    return (
        Column(t("No."), 5, "quiet"),
        Column(t("Name"), 30, "strong", blank=True),
        Column(t("Organisation"), 26, blank=True),
        *times,
        Column(t("Signature"), 32, blank=True),
    )


def _row(number: int, one: Listed, timed: bool) -> TableRow:
    blanks = (Cell(),) * (3 if timed else 1)
    return TableRow(
        one.key, (Cell(str(number)), Cell(one.name, one.native), Cell(one.organisation), *blanks), tall=TALL
    )


def _blank(number: int, timed: bool) -> TableRow:
    return TableRow(f"blank {number}", (Cell(str(number)), *(Cell(),) * (5 if timed else 3)), tall=TALL)


MAKER = of_sheets(content)
