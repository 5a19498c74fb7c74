"""Make badges: one a delegate, for those with a part in the programme too, and blank ones to fill in."""

from __future__ import annotations

from missionplanner.documents import labels
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import (
    Labels,
    Named,
    delegate_label,
    delegates,
    label_blocks,
    labels_told,
    others,
)
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.badge import badges
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document


def _content(desk: Desk, order: Order) -> Labels:
    """Return a badge for everybody wanted, in the order of the delegation, then as many blank ones."""
    voice, t = desk.voice, desk.voice.t
    found = [delegate_label(voice, one) for one in delegates(voice, order)]
    if order.choice("who") == "all":
        found += others(voice, order)
    blank = int(order.choice("blank") or 0)
    found += [Named(f"blank{number}") for number in range(1, blank + 1)]
    kind = t("Badges")
    return Labels(frame_of(voice, kind, order.edition), kind, tuple(found), t("No delegate is named yet."))


def _lay_out(desk: Desk, setter: Setter, document: Document, content: Labels, order: Order) -> int:
    if not content.labels:
        return labels.empty(setter, document, content.nothing)
    run = labels.run_of(order)
    return labels.lay_out(
        setter, document, content.frame, badges(setter, content.frame, content.labels, desk.media), run
    )


MAKER = Maker(_content, sheet_title, label_blocks, _lay_out, labels_told)
