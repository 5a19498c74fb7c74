"""Make emergency cards for the wallet: one delegate's own, or those of all on sheets, each in their language."""

from __future__ import annotations

from missionplanner.base.errors import NotFound
from missionplanner.base.messages import N_
from missionplanner.documents import labels
from missionplanner.documents.content.emergency import Cards, card_blocks, cards_of, cards_told
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import delegates
from missionplanner.documents.kinds import spoken
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.parts.wallet import wallet
from missionplanner.documents.typeset import Document
from missionplanner.domain import records as r


def _own(desk: Desk, order: Order) -> Cards:
    """Return the card of one person, in the language of the order."""
    voice = desk.voice
    person = voice.plan.person(order.person_id)
    if person is None:
        raise NotFound(N_("This person is not in the mission."))
    return _cards(desk, order, [(desk, person)], voice.person_name(person))


def _all(desk: Desk, order: Order) -> Cards:
    """Return the cards of all delegates, each in the language of its owner."""
    wanted = (desk.voice.plan.person(one.person_id) for one in delegates(desk.voice, order))
    people = [one for one in wanted if one is not None and not one.unnamed]
    return _cards(desk, order, [(_spoken(desk, one), one) for one in people])


def _spoken(desk: Desk, person: r.Person) -> Desk:
    """Return the desk of a person's language: the first of theirs that paper speaks, else the document's."""
    return desk.speaking(spoken(person.languages) or desk.voice.wanted)


def _cards(desk: Desk, order: Order, wanted: list[tuple[Desk, r.Person]], subject: str = "") -> Cards:
    t = desk.voice.t
    kind = t("Emergency card") if subject else t("Emergency cards")
    found = tuple(
        card
        for own, person in wanted
        for card in cards_of(own.voice, person, own.voice.language if own is not desk else None)
    )
    frame = frame_of(desk.voice, kind, order.edition, subject)
    return Cards(frame, kind, found, t("No delegate is named yet."))


def _title(content: Cards) -> str:
    return f"{content.frame.subject} – {content.title}" if content.frame.subject else sheet_title(content)


def _lay_out(desk: Desk, setter: Setter, document: Document, content: Cards, order: Order) -> int:
    if not content.cards:
        return labels.empty(setter, document, content.nothing)
    cards = [wallet(setter, one) for one in content.cards]
    return labels.lay_out(setter, document, content.frame, cards, labels.run_of(order))


EMERGENCY_MAKER = Maker(_own, _title, card_blocks, _lay_out, cards_told)
EMERGENCY_CARDS_MAKER = Maker(_all, _title, card_blocks, _lay_out, cards_told)
