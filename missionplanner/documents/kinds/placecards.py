"""Make place cards for a meal or a ceremony: a name on both sides of each, where to sit where that is known."""

from __future__ import annotations

from missionplanner.documents import labels
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import Labels, label_blocks, labels_told, person_label
from missionplanner.documents.content.seating import placed, seated_name
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.plate import plates
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document


def _content(desk: Desk, order: Order) -> Labels:
    """Return a card for everybody expected, by table and seat, then those without one by name."""
    voice, t = desk.voice, desk.voice.t
    item = voice.plan.item(order.subject_id)
    found = []
    if item is not None:
        for place in placed(voice, item):
            if order.wants(place.person.id):
                found.append(person_label(voice, place.person, about=seated_name(voice, place)))
    kind = t("Place cards")
    frame = frame_of(voice, kind, order.edition, voice.text(item.title) if item is not None else "")
    return Labels(frame, kind, tuple(found), t("Nobody is expected yet."))


def _lay_out(desk: Desk, setter: Setter, document: Document, content: Labels, order: Order) -> int:
    if not content.labels:
        return labels.empty(setter, document, content.nothing)
    run = labels.run_of(order, "85x55_fold")
    return labels.lay_out(
        setter, document, content.frame, plates(setter, content.frame, content.labels, desk.media), run
    )


MAKER = Maker(_content, sheet_title, label_blocks, _lay_out, labels_told)
