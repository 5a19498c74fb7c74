"""Say what each list of a mission is called and which columns it has, in five languages."""

from __future__ import annotations

from collections.abc import Mapping

from missionplanner.domain.vocabulary import (
    Channel,
    FeeState,
    PartnerRole,
    PartnerState,
    ReadyState,
    RequirementKind,
    VisaState,
)
from missionplanner.exchange.mission_lists.list_head import DATE, ListHead
from missionplanner.exchange.mission_lists.meeting_heads import MEETINGS
from missionplanner.exchange.mission_lists.words import YES_NO, words_of
from missionplanner.exchange.tables.fields import Field, Kind, Sort
from missionplanner.exchange.tables.fields import people as p
from missionplanner.exchange.tables.fields.field import field
from missionplanner.exchange.tables.listings import Heading


def heading(one: Field, language: str) -> Heading:
    """Return the head of a column, with what can be chosen in it."""
    choices: tuple[str, ...] = ()
    if one.sort is Sort.WORD and one.word is not None:
        choices = words_of(one.word, language)
    elif one.sort is Sort.YES:
        choices = YES_NO[language]
    return Heading(one.label(language), choices, decimals=6 if one.key == "rate" else None)


_PERSON = ("given", "family", "native_name", "honorific", "organisation", "job")
_REACHED = ("email", "mobile", "phone", "city", "country", "languages")
_PAPERS = tuple(one.key for one in (*p.TRAVEL_PAPERS, *p.CARE))
_INSURANCE = field(
    "insurance", Sort.WORD, VisaState, en="Insurance", it="Assicurazione", es="Seguro", fr="Assurance",
    de="Versicherung",
)  # fmt: skip
_FEE_STATE = field(
    "fee_state", Sort.WORD, FeeState, en="Payment", it="Versamento", es="Pago", fr="Paiement", de="Zahlung"
)
_ORGANISATION = p.ORGANISATION
_PARTNER_ROLE = field("role", Sort.WORD, PartnerRole, en="Role", it="Ruolo", es="Papel", fr="Rôle", de="Rolle")
_PARTNER_STATE = field(
    "state", Sort.WORD, PartnerState, en="Status", it="Stato", es="Estado", fr="État", de="Stand"
)
_JOINS = field(
    "joins", Sort.DAY, en="Joins on", it="Si unisce il", es="Se une el", fr="Rejoint le", de="Stößt dazu am"
)
_LEAVES = field(
    "leaves", Sort.DAY, en="Leaves on", it="Lascia il", es="Se va el", fr="Quitte le", de="Reist früher ab am"
)
_VEHICLE = field("vehicle", en="Vehicle", it="Veicolo", es="Vehículo", fr="Véhicule", de="Fahrzeug")
_GROUP_BOOKING = field(
    "group_booking",
    en="Group code",
    it="Codice gruppo",
    es="Código de grupo",
    fr="Code de groupe",
    de="Gruppencode",
)
_JOURNEY = field("journey", en="Journey", it="Viaggio", es="Viaje", fr="Voyage", de="Reise")
_AGENDA = (
    *("date", "start", "end", "span", "title", "kind", "status", "place", "city", "country", "hosts", "people"),
    *("groups", "language", "dress_code", "zone", "text", "team_notes"),
)

HEADS: Mapping[str, ListHead] = {
    one.name: one
    for one in (
        ListHead(
            "programme",
            "Programme|Programma|Programa|Programme|Programm",
            Kind.AGENDA,
            _AGENDA,
            kept=("date", "start", "end", "title", "place", "hosts"),
        ),
        ListHead(
            "shelf",
            "Without a day|Senza giorno|Sin día|Sans jour|Ohne Tag",
            Kind.AGENDA,
            _AGENDA[4:],
            kept=("title",),
        ),
        ListHead(
            "delegates",
            "Delegates|Delegati|Delegados|Délégués|Delegierte",
            Kind.DELEGATES,
            (
                *_PERSON,
                *("role", "status", "groups", "precedence", "badge"),
                *_REACHED,
                *("visa", "room", "share_with", "arrival_date", "arrival_time", "arrival_flight"),
                *("departure_date", "departure_time", "departure_flight", "fee", "consent_photo"),
                *("consent_contact", "tags", "notes", *_PAPERS),
            ),
            (_FEE_STATE, _INSURANCE, _JOINS, _LEAVES),
            kept=("given", "family", "organisation", "job", "role", "status", "email", "mobile"),
        ),
        ListHead(
            "unnamed",
            "Places not yet named|Posti senza nome|Plazas sin nombre|Places sans nom|Plätze ohne Namen",
            more=(
                _ORGANISATION,
                field("places", Sort.COUNT, en="Places", it="Posti", es="Plazas", fr="Places", de="Plätze"),
                p.ROLE,
                field("groups", Sort.LIST, en="Groups", it="Gruppi", es="Grupos", fr="Groupes", de="Gruppen"),
            ),
        ),
        ListHead(
            "people",
            "People|Persone|Personas|Personnes|Personen",
            Kind.DELEGATES,
            (*_PERSON, *_REACHED, "tags"),
            kept=("given", "family", "organisation", "job", "email", "mobile"),
        ),
        ListHead(
            "partners",
            "Partners|Partner|Socios|Partenaires|Partner",
            more=(
                _ORGANISATION,
                _PARTNER_ROLE,
                _PARTNER_STATE,
                field("region", en="Region", it="Regione", es="Región", fr="Région", de="Region"),
                field(
                    "contacts",
                    Sort.LIST,
                    en="Contacts",
                    it="Contatti",
                    es="Contactos",
                    fr="Contacts",
                    de="Kontakte",
                ),
                field("visits", Sort.LIST, en="Visits", it="Visite", es="Visitas", fr="Visites", de="Besuche"),
                field(
                    "next_day",
                    Sort.DAY,
                    en="Ask again on",
                    it="Da richiedere il",
                    es="Volver a pedir el",
                    fr="Relancer le",
                    de="Nachfassen am",
                ),
                p.NOTES,
            ),
            kept=("organisation", "role", "state", "contacts"),
        ),
        ListHead(
            "requests",
            "Request log|Registro richieste|Registro de solicitudes|Journal des demandes|Anfragen",
            more=(
                _ORGANISATION,
                DATE,
                field("channel", Sort.WORD, Channel, en="Channel", it="Canale", es="Canal", fr="Canal", de="Weg"),
                field("person", en="Person", it="Persona", es="Persona", fr="Personne", de="Person"),
                field("text", Sort.TEXT, en="Request", it="Richiesta", es="Solicitud", fr="Demande", de="Anfrage"),
                field("answer", Sort.TEXT, en="Answer", it="Risposta", es="Respuesta", fr="Réponse", de="Antwort"),
                field(
                    "answered_on",
                    Sort.DAY,
                    en="Answered on",
                    it="Risposta il",
                    es="Respondido el",
                    fr="Répondu le",
                    de="Beantwortet am",
                ),
                field(
                    "next_day",
                    Sort.DAY,
                    en="Ask again on",
                    it="Da richiedere il",
                    es="Volver a pedir el",
                    fr="Relancer le",
                    de="Nachfassen am",
                ),
            ),
            kept=("organisation", "date", "text", "answer"),
        ),
        ListHead(
            "organisations",
            "Organisations|Organizzazioni|Organizaciones|Organisations|Organisationen",
            Kind.ORGANISATIONS,
            (
                *("name", "native_name", "short", "kind", "country", "region", "city", "address", "website"),
                *("email", "phone", "vat", "employees", "ecosystems", "value_chains", "profile", "offers"),
                *("seeks", "tags", "notes"),
            ),
            kept=("name", "kind", "country", "city", "website"),
        ),
        ListHead(
            "places",
            "Places|Luoghi|Lugares|Lieux|Orte",
            Kind.PLACES,
            (
                *("name", "organisation", "address", "city", "country", "zone", "lat", "lon", "entrance"),
                *("meeting_point", "capacity", "opens", "closes", "id_required", "notice_days", "nda"),
                *("safety_gear", "no_photos", "website", "phone", "tags", "notes"),
            ),
            kept=("name", "address", "city", "country"),
        ),
        ListHead(
            "journeys",
            "Journeys|Viaggi|Viajes|Voyages|Reisen",
            Kind.LEGS,
            (
                *("mode", "operator", "number", "origin", "destination", "date", "start", "end", "end_date"),
                *("terminal", "capacity", "full_name", "given", "family", "booking", "ticket", "seat"),
                *("baggage", "notes"),
            ),
            (_GROUP_BOOKING, _JOURNEY, _VEHICLE),
            kept=(
                *("mode", "number", "origin", "destination", "date", "start", "end", "given", "family"),
                *("booking", "ticket"),
            ),
        ),
        ListHead(
            "rooms",
            "Rooms|Camere|Habitaciones|Chambres|Zimmer",
            Kind.ROOMING,
            (
                *("given", "family", "native_name", "organisation", "hotel", "room", "room_no", "from_day"),
                *("to_day", "share_with", "booking", "board", "price", "currency", "notes"),
            ),
            kept=("given", "family", "hotel", "room", "from_day", "to_day"),
        ),
        ListHead(
            "vehicles",
            "Vehicles|Veicoli|Vehículos|Véhicules|Fahrzeuge",
            more=(
                field("name", en="Vehicle", it="Veicolo", es="Vehículo", fr="Véhicule", de="Fahrzeug"),
                field("capacity", Sort.COUNT, en="Seats", it="Posti", es="Plazas", fr="Places", de="Plätze"),
                field("plate", en="Plate", it="Targa", es="Matrícula", fr="Immatriculation", de="Kennzeichen"),
                field("driver", en="Driver", it="Autista", es="Conductor", fr="Chauffeur", de="Fahrer"),
                field(
                    "driver_phone",
                    en="Driver's phone",
                    it="Telefono dell'autista",
                    es="Teléfono del conductor",
                    fr="Téléphone du chauffeur",
                    de="Telefon des Fahrers",
                ),
                field("supplier", en="Supplier", it="Fornitore", es="Proveedor", fr="Fournisseur", de="Lieferant"),
                p.NOTES,
            ),
            kept=("name", "capacity", "plate", "driver"),
        ),
        ListHead(
            "budget",
            "Budget|Budget|Presupuesto|Budget|Budget",
            Kind.BUDGET,
            (
                *("category", "text", "quantity", "unit", "planned", "committed", "paid", "currency", "rate"),
                *("payer", "supplier", "organisation", "eligible", "in_kind", "cup", "cig", "notes"),
            ),
            (field("shares", en="Shares", it="Ripartizione", es="Reparto", fr="Répartition", de="Anteile"),),
            kept=("category", "text", "planned", "committed", "paid", "currency"),
        ),
        ListHead(
            "expenses",
            "Expenses|Spese|Gastos|Dépenses|Ausgaben",
            Kind.EXPENSES,
            (
                *("date", "end_date", "category", "text", "amount", "currency", "rate", "payer", "supplier"),
                *("delegate", "organisation", "eligible", "per_diem", "in_kind", "cup", "cig", "paid_on", "notes"),
            ),
            kept=("date", "category", "text", "amount", "currency", "payer"),
        ),
        ListHead(
            "requirements",
            "Requirements|Requisiti|Requisitos|Formalités|Anforderungen",
            more=(
                field(
                    "requirement",
                    en="Requirement",
                    it="Requisito",
                    es="Requisito",
                    fr="Formalité",
                    de="Anforderung",
                ),
                field("kind", Sort.WORD, RequirementKind, en="Type", it="Tipo", es="Tipo", fr="Type", de="Art"),
                field("due", Sort.DAY, en="Due on", it="Entro il", es="Hasta el", fr="Échéance", de="Fällig am"),
                field("delegate", en="Delegate", it="Delegato", es="Delegado", fr="Délégué", de="Delegierter"),
                _ORGANISATION,
                field("state", Sort.WORD, ReadyState, en="Status", it="Stato", es="Estado", fr="État", de="Stand"),
                DATE,
                field("note", Sort.TEXT, en="Note", it="Nota", es="Nota", fr="Note", de="Notiz"),
            ),
            kept=("requirement", "due", "delegate", "state"),
        ),
        *MEETINGS,
    )
}
"""Every list of a mission, in the order of the sheets."""

ONLY_WITH_ROWS = frozenset({"shelf", "unnamed", "people", "timetable", "participants", "wishes"})
"""Lists a workbook leaves out where they are empty."""
