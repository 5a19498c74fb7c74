"""Make signs for tables, of the B2B meetings and of dinners, and name tents for speakers or all delegates."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.documents import labels
from missionplanner.documents.content.dates import long_day
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import (
    SPEAKING,
    Labels,
    Look,
    Named,
    delegate_label,
    delegates,
    label_blocks,
    labels_told,
    others,
)
from missionplanner.documents.content.voice import Voice, joined
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.plate import plates
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.subjects import TABLED, planned
from missionplanner.documents.typeset import Document
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import DelegateRole

TENTS = frozenset({"speakers", "delegates"})
LONGEST_NUMBER = 4
"""Characters of a table's name that is a number or a letter rather than a name."""


def _content(desk: Desk, order: Order) -> Labels:
    """Return signs of tables or name tents, as the order wants."""
    voice, t, what = desk.voice, desk.voice.t, order.choice("what")
    tent = what in TENTS
    kind = t("Name tents") if tent else t("Table signs")
    nothing = t("There is nobody to name yet.") if tent else t("The mission has no tables yet.")
    found = tuple(_tents(voice, order, what) if tent else _signs(voice, what))
    return Labels(frame_of(voice, kind, order.edition), kind, found, nothing)


def _tents(voice: Voice, order: Order, what: str) -> Iterator[Named]:
    speaking = _speaking(voice) if what == "speakers" else None
    for delegate in delegates(voice, order):
        made = delegate_label(voice, delegate)
        is_speaker = made.look is Look.SPEAKER or (speaking is not None and delegate.person_id in speaking)
        if made.name and (speaking is None or is_speaker):
            yield made._replace(role="")
    if speaking is not None:
        for one in others(voice, order, SPEAKING):
            yield one._replace(role="")


def _speaking(voice: Voice) -> set[object]:
    """Return who speaks, moderates or pitches in the programme."""
    plan = voice.plan
    found: set[object] = {one.person_id for one in plan.item_people if one.role in SPEAKING}
    found |= {one.person_id for one in plan.pitches if one.person_id is not None}
    return found | {one.person_id for one in plan.delegates if one.role is DelegateRole.SPEAKER}


def _signs(voice: Voice, what: str) -> Iterator[Named]:
    if what in ("tables", "b2b"):
        for session in voice.plan.matchmaking:
            yield from _meeting_tables(voice, session)
    if what in ("tables", "seating"):
        for item in planned(voice.plan, TABLED):
            for number, table in enumerate(voice.plan.item_tables(item), 1):
                yield _sign(voice, str(table.id), table.name or str(number), _about(voice, item))


def _meeting_tables(voice: Voice, session: r.Matchmaking) -> Iterator[Named]:
    item = voice.plan.item(session.item_id)
    about = _about(voice, item)
    title = voice.text(session.title)
    if title and title not in about:
        about = (title, *about[1:])
    for table in voice.plan.of("tables", "matchmaking_id", session.id):
        host = _always_there(voice, session, table)
        yield _sign(voice, str(table.id), table.name, about)._replace(organisation=host)


def _about(voice: Voice, item: r.AgendaItem | None) -> tuple[str, ...]:
    if item is None:
        return ()
    day = long_day(item.date, voice.language) if item.date is not None else ""
    place = voice.plan.place(item.place_id)
    where = item.place_text or (place.name if place is not None else None)
    return tuple(line for line in (voice.text(item.title), joined((day, where), " · ")) if line)


def _sign(voice: Voice, key: str, name: str, about: tuple[str, ...]) -> Named:
    """Return a sign; above a mere number or letter it says that this is a table."""
    name = name.strip()
    return Named(key, name, role=voice.t("Table") if len(name) <= LONGEST_NUMBER else "", lines=about)


def _always_there(voice: Voice, session: r.Matchmaking, table: r.Table) -> str:
    """Return the organisation that every meeting at a table is with, "" where there is none such."""
    meetings = [one for one in voice.plan.of("meetings", "matchmaking_id", session.id) if one.table == table.name]
    if len(meetings) < 2:
        return ""
    common = set.intersection(*({one.a_id, one.b_id} for one in meetings))
    if len(common) != 1:
        return ""
    return voice.organisation_name(voice.plan.organisation(common.pop()))


def _lay_out(desk: Desk, setter: Setter, document: Document, content: Labels, order: Order) -> int:
    if not content.labels:
        return labels.empty(setter, document, content.nothing)
    size = order.choice("format")
    usual = "tent" if order.choice("what") in TENTS else "a5_fold"
    run = labels.run_of(order, size if size in labels.FORMATS else usual)
    return labels.lay_out(
        setter, document, content.frame, plates(setter, content.frame, content.labels, desk.media), run
    )


MAKER = Maker(_content, sheet_title, label_blocks, _lay_out, labels_told)
