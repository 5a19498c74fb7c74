"""Write the field's words into lists in five languages: what is written so is read back as the same word."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from missionplanner.domain.vocabulary import (
    BudgetCategory,
    Channel,
    DelegateRole,
    DelegateStatus,
    Ecosystem,
    FeeState,
    ItemKind,
    ItemStatus,
    LegMode,
    MeetingState,
    OrganisationKind,
    PartnerRole,
    PartnerState,
    PartOfDay,
    ReadyState,
    RequirementKind,
    RoomKind,
    VisaState,
    Wish,
)
from missionplanner.exchange.tables.fields import LANGUAGES

_WORDS: Mapping[type[StrEnum], str] = {
    DelegateRole: """
        Head of delegation|Capo delegazione|Jefe de delegación|Chef de délégation|Delegationsleiter
        Deputy head of delegation|Vice capo delegazione|Subjefe de delegación|Chef adjoint de délégation|\
Stellvertretender Delegationsleiter
        Mission manager|Responsabile missione|Responsable de la misión|Responsable de la mission|Missionsleiter
        Delegate|Delegato|Delegado|Délégué|Delegierter
        Speaker|Relatore|Ponente|Intervenant|Redner
        Interpreter|Interprete|Intérprete|Interprète|Dolmetscher
        Press|Stampa|Prensa|Presse|Presse
        Staff|Staff|Personal|Personnel|Team
        Accompanying person|Accompagnatore|Acompañante|Accompagnateur|Begleitperson""",
    DelegateStatus: """
        Invited|Invitato|Invitado|Invité|Eingeladen
        Applied|Candidato|Solicitado|Candidat|Beworben
        Selected|Selezionato|Seleccionado|Sélectionné|Ausgewählt
        Waiting list|Lista d'attesa|Lista de espera|Liste d'attente|Warteliste
        Confirmed|Confermato|Confirmado|Confirmé|Bestätigt
        Declined|Rinuncia|Rechazado|Décliné|Abgelehnt
        Withdrawn|Ritirato|Retirado|Désisté|Zurückgezogen
        Replaced|Sostituito|Sustituido|Remplacé|Ersetzt""",
    OrganisationKind: """
        Cluster|Cluster|Clúster|Cluster|Cluster
        Company|Azienda|Empresa|Entreprise|Unternehmen
        Research centre|Centro di ricerca|Centro de investigación|Centre de recherche|Forschungszentrum
        University|Università|Universidad|Université|Universität
        Training body|Ente di formazione|Centro de formación|Organisme de formation|Bildungsträger
        Science park|Parco scientifico|Parque científico|Parc scientifique|Wissenschaftspark
        Agency|Agenzia|Agencia|Agence|Agentur
        Ministry|Ministero|Ministerio|Ministère|Ministerium
        Regional government|Ente regionale|Gobierno regional|Conseil régional|Landesregierung
        Municipality|Comune|Ayuntamiento|Commune|Gemeinde
        EU institution|Istituzione europea|Institución europea|Institution européenne|EU-Institution
        Embassy|Ambasciata|Embajada|Ambassade|Botschaft
        Association|Associazione|Asociación|Association|Verband
        Chamber of commerce|Camera di commercio|Cámara de comercio|Chambre de commerce|Handelskammer
        Investor|Investitore|Inversor|Investisseur|Investor
        Supplier|Fornitore|Proveedor|Fournisseur|Lieferant
        Other|Altro|Otro|Autre|Andere""",
    Ecosystem: """
        Aerospace and defence|Aerospazio e difesa|Aeroespacial y defensa|Aérospatiale et défense|\
Luft- und Raumfahrt und Verteidigung
        Agri-food|Agroalimentare|Agroalimentario|Agroalimentaire|Agrar- und Ernährungswirtschaft
        Construction|Costruzioni|Construcción|Construction|Bau
        Cultural and creative industries|Industrie culturali e creative|Cultural y creativo|Culture et création|\
Kultur- und Kreativwirtschaft
        Digital|Digitale|Digital|Numérique|Digital
        Electronics|Elettronica|Electrónica|Électronique|Elektronik
        Energy-intensive industries|Industrie ad alta intensità energetica|Industrias de gran consumo energético|\
Industries à forte intensité énergétique|Energieintensive Industrien
        Renewable energy|Energie rinnovabili|Energías renovables|Énergies renouvelables|Erneuerbare Energien
        Health|Salute|Salud|Santé|Gesundheit
        Mobility|Mobilità|Movilidad|Mobilité|Mobilität
        Proximity and social economy|Economia sociale|Economía social|Économie sociale|Sozialwirtschaft
        Retail|Commercio al dettaglio|Comercio minorista|Commerce de détail|Einzelhandel
        Textiles|Tessile|Textil|Textile|Textilien
        Tourism|Turismo|Turismo|Tourisme|Tourismus""",
    ItemKind: """
        Site visit|Visita aziendale|Visita a empresa|Visite d'entreprise|Betriebsbesichtigung
        Institutional meeting|Incontro istituzionale|Reunión institucional|Rencontre institutionnelle|\
Institutioneller Termin
        Working table|Tavolo di lavoro|Mesa de trabajo|Table de travail|Arbeitstisch
        Pitching session|Sessione di pitching|Sesión de pitching|Session de pitchs|Pitching
        B2B meetings|Incontri B2B|Reuniones B2B|Rendez-vous B2B|B2B-Gespräche
        Conference|Conferenza|Conferencia|Conférence|Konferenz
        Workshop|Workshop|Taller|Atelier|Workshop
        Briefing|Briefing|Sesión informativa|Briefing|Vorbesprechung
        Debriefing|Debriefing|Debriefing|Debriefing|Nachbesprechung
        Fair visit|Visita alla fiera|Visita a la feria|Visite du salon|Messebesuch
        Networking|Networking|Networking|Networking|Networking
        Reception|Ricevimento|Recepción|Réception|Empfang
        Meal|Pasto|Comida|Repas|Mahlzeit
        Ceremony|Cerimonia|Ceremonia|Cérémonie|Zeremonie
        Cultural visit|Visita culturale|Visita cultural|Visite culturelle|Stadtführung
        Press|Stampa|Rueda de prensa|Conférence de presse|Pressekonferenz
        Flight|Volo|Vuelo|Vol|Flug
        Train|Treno|Tren|Train|Zug
        Ferry|Traghetto|Transbordador|Ferry|Fähre
        Coach|Pullman|Autocar|Autocar|Reisebus
        Transfer|Trasferimento|Traslado|Transfert|Transfer
        Hotel|Hotel|Hotel|Hôtel|Hotel
        Free time|Tempo libero|Tiempo libre|Temps libre|Freizeit
        Logistics|Logistica|Logística|Logistique|Logistik
        Other|Altro|Otro|Autre|Sonstiges""",
    ItemStatus: """
        Idea|Idea|Idea|Idée|Idee
        Requested|Richiesto|Solicitado|Demandé|Angefragt
        Tentative|Provvisorio|Provisional|Provisoire|Vorläufig
        Confirmed|Confermato|Confirmado|Confirmé|Bestätigt
        Cancelled|Annullato|Cancelado|Annulé|Abgesagt""",
    PartOfDay: """
        Morning|Mattina|Mañana|Matin|Vormittag
        Midday|Mezzogiorno|Mediodía|Midi|Mittag
        Afternoon|Pomeriggio|Tarde|Après-midi|Nachmittag
        Evening|Sera|Noche|Soir|Abend
        Night|Notte|Madrugada|Nuit|Nacht""",
    LegMode: """
        Flight|Volo|Vuelo|Vol|Flug
        Train|Treno|Tren|Train|Zug
        Ferry|Traghetto|Transbordador|Ferry|Fähre
        Coach|Pullman|Autocar|Autocar|Reisebus
        Transfer|Trasferimento|Traslado|Navette|Transfer
        Private car|Auto|Coche|Voiture|PKW
        On foot|A piedi|A pie|À pied|Zu Fuß""",
    RoomKind: """
        Single|Singola|Individual|Simple|Einzelzimmer
        Double|Doppia|Doble|Double|Doppelzimmer
        Twin|Twin|Twin|Deux lits|Zweibettzimmer
        Triple|Tripla|Triple|Triple|Dreibettzimmer
        Suite|Suite|Suite|Suite|Suite""",
    BudgetCategory: """
        Travel|Viaggio|Viaje|Voyage|Reisekosten
        Accommodation|Alloggio|Alojamiento|Hébergement|Unterkunft
        Meals|Pasti|Comidas|Repas|Verpflegung
        Incidentals|Piccole spese|Gastos menores|Frais divers|Nebenkosten
        Venue|Sala|Alquiler de sala|Location de salle|Raummiete
        Interpretation|Interpretariato|Interpretación|Interprétation|Dolmetschen
        External expertise|Consulenza|Expertos externos|Expertise externe|Externe Expertise
        Other|Altro|Otros|Autres|Sonstiges""",
    VisaState: """
        Not needed|Non necessario|No necesita|Pas nécessaire|Nicht nötig
        Needed|Necessario|Necesario|Nécessaire|Nötig
        Applied|Domanda presentata|Solicitado|Demandé|Beantragt
        Granted|Ottenuto|Concedido|Accordé|Erteilt
        Refused|Rifiutato|Denegado|Refusé|Verweigert""",
    Wish: """
        Must|Indispensabile|Imprescindible|Indispensable|Unbedingt
        Want|Desiderato|Deseado|Souhaité|Gewünscht
        Could|Possibile|Posible|Possible|Möglich
        No thanks|No grazie|No gracias|Non merci|Nein danke""",
    PartnerRole: """
        Host|Ospitante|Anfitrión|Hôte|Gastgeber
        Counterpart|Controparte|Contraparte|Homologue|Gegenüber
        Regional partner|Partner regionale|Socio regional|Partenaire régional|Regionaler Partner
        Peer delegation|Delegazione|Delegación|Délégation|Delegation
        Institution|Istituzione|Institución|Institution|Institution
        Sponsor|Sponsor|Patrocinador|Sponsor|Sponsor
        Supplier|Fornitore|Proveedor|Fournisseur|Lieferant""",
    PartnerState: """
        To contact|Da contattare|Por contactar|À contacter|Zu kontaktieren
        Contacted|Contattato|Contactado|Contacté|Kontaktiert
        Answered|Ha risposto|Ha respondido|A répondu|Hat geantwortet
        Confirmed|Confermato|Confirmado|Confirmé|Bestätigt
        Declined|Ha declinato|Ha declinado|A décliné|Abgesagt""",
    Channel: """
        E-mail|E-mail|Correo|E-mail|E-Mail
        Phone|Telefono|Teléfono|Téléphone|Telefon
        Meeting|Incontro|Reunión|Rencontre|Treffen
        Message|Messaggio|Mensaje|Message|Nachricht
        Letter|Lettera|Carta|Lettre|Brief""",
    FeeState: """
        Due|Da versare|Pendiente|À payer|Fällig
        Invoiced|Fatturata|Facturada|Facturée|Berechnet
        Paid|Versata|Pagada|Payée|Bezahlt
        Waived|Esente|Exenta|Exonérée|Erlassen""",
    RequirementKind: """
        Travel document|Documento di viaggio|Documento de viaje|Document de voyage|Reisedokument
        Visa|Visto|Visado|Visa|Visum
        Insurance|Assicurazione|Seguro|Assurance|Versicherung
        Non-disclosure agreement|Accordo di riservatezza|Acuerdo de confidencialidad|Accord de confidentialité|\
Geheimhaltungsvereinbarung
        Photo|Foto|Foto|Photo|Foto
        Flight|Volo|Vuelo|Vol|Flug
        Consent|Consenso|Consentimiento|Consentement|Einwilligung
        Fee|Quota|Cuota|Frais de participation|Gebühr
        Access data|Dati per l'accesso|Datos de acceso|Données d'accès|Zutrittsdaten
        Other|Altro|Otro|Autre|Sonstiges""",
    ReadyState: """
        Open|Da chiedere|Pendiente|Ouvert|Offen
        Asked|Richiesto|Solicitado|Demandé|Angefragt
        Received|Ricevuto|Recibido|Reçu|Erhalten
        Done|Fatto|Hecho|Fait|Erledigt
        Not needed|Non necessario|No necesario|Pas nécessaire|Nicht nötig""",
    MeetingState: """
        Pending|In attesa|Pendiente|En attente|Offen
        Accepted|Accettato|Aceptada|Accepté|Angenommen
        Scheduled|In programma|Programada|Programmé|Geplant
        Cancelled|Annullato|Cancelada|Annulé|Abgesagt""",
}
"""A line for each member in the order of its vocabulary, a word for each of the five languages."""
YES_NO: Mapping[str, tuple[str, str]] = {
    "en": ("Yes", "No"),
    "it": ("Sì", "No"),
    "es": ("Sí", "No"),
    "fr": ("Oui", "Non"),
    "de": ("Ja", "Nein"),
}


@lru_cache(maxsize=1)
def vocabularies() -> Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]]:
    """Return the words of every member of the vocabularies lists write, in the order of the five languages."""
    found = {}
    for vocabulary, lines in _WORDS.items():
        rows = [tuple(word.strip() for word in line.split("|")) for line in lines.strip().splitlines()]
        found[vocabulary] = dict(zip(vocabulary, rows, strict=True))
    return found


def word(member: StrEnum | None, language: str) -> str | None:
    """Return how a list says a word of the vocabulary, English where the language is not among the five."""
    if member is None:
        return None
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    return vocabularies()[type(member)][member][place]


def words_of(vocabulary: type[StrEnum], language: str) -> tuple[str, ...]:
    """Return all words of a vocabulary: what a drop-down offers."""
    return tuple(word(member, language) or "" for member in vocabulary)


def yes_no(value: bool | None, language: str) -> str | None:
    """Return how a list says yes or no."""
    if value is None:
        return None
    return YES_NO.get(language, YES_NO["en"])[0 if value else 1]
