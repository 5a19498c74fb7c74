"""Make address labels for hosts and partners: to whom, organisation, address, country."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from missionplanner.documents import labels
from missionplanner.documents.content.dates import locale_of
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.labels import Labels, Named, label_blocks, labels_told
from missionplanner.documents.content.listings import hosts
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, Maker, sheet_title
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.address import addresses
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document
from missionplanner.domain import records as r


def _content(desk: Desk, order: Order) -> Labels:
    """Return a label for each contact of hosts and partners; for an organisation without any, one of its own."""
    voice, t = desk.voice, desk.voice.t
    kind = t("Address labels")
    organisations = (voice.plan.organisation(UUID(one.key)) for one in hosts(voice).entries)
    found = tuple(label for one in organisations if one is not None for label in _of(voice, one, order))
    return Labels(
        frame_of(voice, kind, order.edition), kind, found, t("The mission has no hosts with an address.")
    )


def _of(voice: Voice, organisation: r.Organisation, order: Order) -> Iterator[Named]:
    lines = _address(voice, organisation)
    if not lines:
        return
    name = voice.organisation_name(organisation)
    people = [voice.plan.person(one) for one in voice.contacts_by_host.get(organisation.id, ())]
    wanted = [one for one in people if one is not None and not one.unnamed and order.wants(one.id)]
    for person in wanted:
        yield Named(f"{organisation.id}/{person.id}", voice.person_name(person), organisation=name, lines=lines)
    if not wanted and not order.people:
        native = organisation.native_name if organisation.name else None
        yield Named(str(organisation.id), name, native or "", lines=lines)


def _address(voice: Voice, organisation: r.Organisation) -> tuple[str, ...]:
    """Return address and town in lines, the country last; nothing where no address is known."""
    address = [line.strip() for line in (organisation.address or "").splitlines() if line.strip()]
    if not address:
        return ()
    said = " ".join(address).casefold()
    town = organisation.city or ""
    code = (organisation.country or "").upper()
    country = str(locale_of(voice.language).territories.get(code, code))
    return tuple(line for line in (*address, "" if town.casefold() in said else town, country.upper()) if line)


def _lay_out(desk: Desk, setter: Setter, document: Document, content: Labels, order: Order) -> int:
    if not content.labels:
        return labels.empty(setter, document, content.nothing)
    run = labels.run_of(order)
    return labels.lay_out(setter, document, content.frame, addresses(setter, content.labels), run)


MAKER = Maker(_content, sheet_title, label_blocks, _lay_out, labels_told)
