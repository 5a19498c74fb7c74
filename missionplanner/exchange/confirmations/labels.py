"""Know the labels confirmations put before their values, in five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from missionplanner.domain.text import folded

LABELS: dict[str, str] = {
    "hotel": (
        "hotel|hotel name|name of hotel|property|property name|your hotel|accommodation|struttura"
        "|nome struttura|albergo|alloggio|nome hotel|alojamiento|establecimiento|etablissement"
        "|hebergement|votre hotel|unterkunft|ihr hotel"
    ),
    "address": (
        "address|hotel address|location|indirizzo|ubicazione|direccion|adresse|anschrift|adresse de l'hotel"
    ),
    "city": "city|citta|ciudad|ville|stadt|ort|destination city",
    "check_in": (
        "check-in|check in|checkin|check-in date|arrival|arrival date|date of arrival|arrivo"
        "|data di arrivo|data arrivo|llegada|fecha de llegada|entrada|fecha de entrada|arrivee"
        "|date d'arrivee|anreise|anreisedatum|ankunft|anreisetag|dal|from"
    ),
    "check_out": (
        "check-out|check out|checkout|check-out date|departure|departure date|date of departure|partenza"
        "|data di partenza|data partenza|salida|fecha de salida|depart|date de depart|abreise"
        "|abreisedatum|abreisetag|al|to"
    ),
    "room": (
        "room|room type|type of room|accommodation type|camera|tipo camera|tipologia camera|tipologia"
        "|tipo di camera|sistemazione|habitacion|tipo de habitacion|chambre|type de chambre|zimmer"
        "|zimmertyp|zimmerart|zimmerkategorie|kategorie|category"
    ),
    "rooms": (
        "rooms|number of rooms|no. of rooms|numero camere|numero di camere|n. camere|camere|habitaciones"
        "|numero de habitaciones|n.o de habitaciones|chambres|nombre de chambres|anzahl zimmer"
        "|anzahl der zimmer|zimmeranzahl"
    ),
    "guests": (
        "guest|guests|guest name|guest names|name of guest|main guest|lead guest|ospite|ospiti"
        "|nome ospite|nome dell'ospite|intestatario|prenotazione intestata a|huesped|huespedes"
        "|nombre del huesped|titular|titular de la reserva|a nombre de|client|nom du client|clients|hote"
        "|voyageurs|gast|gaste|name des gastes|gastname|hauptgast|reservation for"
    ),
    "booking": (
        "booking number|booking reference|booking ref|booking ref.|booking code|booking no|booking no."
        "|booking id|booking|confirmation number|confirmation no|confirmation no.|confirmation code"
        "|confirmation|reservation number|reservation code|reservation no.|reservation|record locator"
        "|airline reference|pnr|pnr code|codice pnr|numero di prenotazione|numero prenotazione"
        "|codice prenotazione|codice di prenotazione|n. prenotazione|prenotazione n.|prenotazione n"
        "|conferma n.|numero di conferma|numero conferma|codice di conferma|riferimento prenotazione"
        "|riferimento|numero de reserva|no de reserva|codigo de reserva|localizador"
        "|numero de confirmacion|codigo de confirmacion|reserva|referencia|numero de reservation|no de reservation"
        "|reference de reservation|reference de dossier|reference|numero de confirmation|dossier voyage"
        "|buchungsnummer|buchungscode|buchungsreferenz|bestatigungsnummer|reservierungsnummer"
        "|reservierungsnr.|auftragsnummer|buchung|vorgangsnummer"
    ),
    "price": (
        "total|total price|total amount|total cost|total to pay|price|amount|grand total|totale"
        "|prezzo totale|prezzo|importo totale|importo|totale soggiorno|costo totale|precio total|precio"
        "|importe total|importe|prix total|prix|montant total|montant|montant ttc|gesamtpreis"
        "|gesamtbetrag|preis|betrag|gesamtsumme|total ttc"
    ),
    "board": (
        "meal plan|board|board basis|meals|trattamento|pasti|regimen|regimen alimenticio|pension|formule"
        "|repas|verpflegung"
    ),
    "passengers": (
        "passenger|voyageurs|passengers|passenger name|passenger(s)|traveller|travellers|traveler"
        "|travelers|passeggero|passeggeri|nome passeggero|viaggiatore|viaggiatori|pasajero|pasajeros"
        "|viajero|viajeros|passager|passagers|voyageur|reisender|reisende|passagier|passagiere|fahrgast"
        "|fahrgaste"
    ),
    "seat": "seat|seats|seat number|posto|posti|asiento|asientos|plaza|siege|place|sitz|sitzplatz|platz",
    "baggage": (
        "baggage|baggage allowance|checked baggage|luggage|bagaglio|bagaglio da stiva|franchigia bagaglio"
        "|equipaje|bagage|bagages|bagages en soute|gepack|freigepack|aufgegebenes gepack"
    ),
    "ticket": (
        "ticket|ticket number|ticket no|ticket no.|e-ticket|e-ticket number|eticket|numero biglietto"
        "|biglietto|biglietto n.|numero di biglietto|billete|numero de billete|billet|numero de billet"
        "|ticketnummer|e-ticket-nummer|fahrkarte|n. biglietto"
    ),
    "departs": (
        "departure|departs|depart|dep|dep.|departing|from|partenza|da|parte|salida|origen|desde|de|abflug"
        "|abfahrt|von|ab|departure from|partenza da|leave|leaves"
    ),
    "arrives": (
        "arrival|arrives|arrive|arr|arr.|arriving|to|arrivo|a|arriva|llegada|destino|hasta|hacia|arrivee"
        "|vers|ankunft|nach|an|arrivo a|arrival at"
    ),
}
"""Field → labels, folded, separated by bars."""

_BY_LABEL: dict[str, tuple[str, ...]] = {}
for _field, _some in LABELS.items():
    for _one in _some.split("|"):
        _BY_LABEL[_one] = (*_BY_LABEL.get(_one, ()), _field)

_LABELLED = re.compile(r"^\W{0,3}(?P<label>[^:\t]{1,40}?)\s*(?::|\t)\s*(?P<value>.*)$")
_TAIL = re.compile(r"\s*(?:/\s*[\w -]+|\([^)]*\)|n[.°º]?|no\.?|#|date|name)$")
_ORDINAL = str.maketrans({"°": "o", "º": "o", "№": "n", "’": "'"})


class Labelled(NamedTuple):
    """Be a value with the fields its label may stand for, the line of the label and the one of the value."""

    fields: tuple[str, ...]
    value: str
    line: int
    value_line: int


def labelled(lines: Sequence[str]) -> list[Labelled]:
    """Return the labelled values of a text: behind the label, in the next cell, or on the line below."""
    found: list[Labelled] = []
    for number, line in enumerate(lines):
        found += _pairs(lines, number, line)
    return found


def _pairs(lines: Sequence[str], number: int, line: str) -> Iterator[Labelled]:
    cells = [cell for cell in line.split("\t") if cell]
    if len(cells) > 2 and len(cells) % 2 == 0 and all(fields_of(cell) for cell in cells[::2]):
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            yield Labelled(fields_of(label), value, number, number)
        return
    one = _LABELLED.match(line)
    if one is not None and fields_of(one["label"]):
        value, where = one["value"].replace("\t", " ").strip(), number
        if not value and number + 1 < len(lines):
            value, where = lines[number + 1].replace("\t", " "), number + 1
        yield Labelled(fields_of(one["label"]), value, number, where)
    elif fields_of(line) and "\t" not in line and number + 1 < len(lines) and not fields_of(lines[number + 1]):
        yield Labelled(fields_of(line), lines[number + 1].replace("\t", " "), number, number + 1)
    else:
        yield from _below(lines, number, cells)


def _below(lines: Sequence[str], number: int, cells: list[str]) -> Iterator[Labelled]:
    """Yield the values under a row of labels."""
    if len(cells) < 2 or number + 1 >= len(lines) or not all(fields_of(cell) for cell in cells):
        return
    values = [cell for cell in lines[number + 1].split("\t") if cell]
    if len(values) == len(cells):
        for label, value in zip(cells, values, strict=True):
            yield Labelled(fields_of(label), value, number, number + 1)


def fields_of(label: str) -> tuple[str, ...]:
    """Return the fields a label may stand for, none where it is no label."""
    if len(label) > 45:
        return ()
    plain = folded(label.translate(_ORDINAL)).strip(" :.-–*|#")
    found = _BY_LABEL.get(plain) or _BY_LABEL.get(f"{plain}.")
    if found is None:
        found = _BY_LABEL.get(_TAIL.sub("", plain).strip())
    return found or ()
