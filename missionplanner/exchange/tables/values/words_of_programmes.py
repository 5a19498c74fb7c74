"""List how the words about programmes and journeys are written in five languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from missionplanner.domain.vocabulary import ItemKind, ItemStatus, LegMode, PartOfDay

K, S, P, L = ItemKind, ItemStatus, PartOfDay, LegMode

PROGRAMME_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    K: {
        K.SITE_VISIT: "site visit|company visit|visita aziendale|visita tecnica|visita|visit|visita a empresa|"
        "visita técnica|visite d'entreprise|visite technique|visite|betriebsbesichtigung|firmenbesuch|"
        "besichtigung|tour|plant tour",
        K.INSTITUTIONAL_MEETING: "institutional meeting|incontro istituzionale|reunión institucional|"
        "rencontre institutionnelle|institutioneller termin|institutionelles treffen|meeting|incontro|riunione|"
        "reunión|réunion|treffen",
        K.WORKING_TABLE: "working table|tavolo di lavoro|round table|tavola rotonda|mesa de trabajo|"
        "mesa redonda|table ronde|table de travail|runder tisch|arbeitstisch",
        K.PITCHING: "pitching|pitching session|sessione di pitching|pitch|pitches|presentazione aziende|"
        "sesión de pitching|session de pitchs",
        K.B2B: "b2b|b2b meetings|b2b meeting|incontri b2b|incontro b2b|matchmaking|c2c|c2b|reuniones b2b|"
        "rendez-vous b2b|b2b-gespräche|kooperationsbörse",
        K.CONFERENCE: "conference|conferenza|convegno|congreso|conferencia|conférence|konferenz|tagung|forum|"
        "seminar|seminario|plenary",
        K.WORKSHOP: "workshop|laboratorio|taller|atelier",
        K.BRIEFING: "briefing|briefing iniziale|riunione preparatoria|sesión informativa|vorbesprechung|welcome|"
        "benvenuto|kick-off",
        K.DEBRIEFING: "debriefing|debrief|riunione conclusiva|wrap-up|conclusioni|nachbesprechung",
        K.FAIR_VISIT: "fair visit|visita alla fiera|visita in fiera|fiera|trade fair|visita a la feria|"
        "visite du salon|salon|messebesuch|messe|exhibition",
        K.NETWORKING: "networking|aperitivo di networking|cocktail|aperitivo|apéritif",
        K.RECEPTION: "reception|ricevimento|ricezione|recepción|réception|empfang",
        K.MEAL: "meal|pranzo|cena|colazione|lunch|dinner|breakfast|coffee break|pausa caffè|almuerzo|comida|"
        "desayuno|déjeuner|dîner|petit déjeuner|mittagessen|abendessen|frühstück|pasto|light lunch|buffet|repas|"
        "mahlzeit",
        K.CEREMONY: "ceremony|cerimonia|firma|signing|ceremonia|cérémonie|zeremonie|unterzeichnung",
        K.CULTURAL: "cultural visit|cultural|visita culturale|visita guidata|visita cultural|visite culturelle|"
        "stadtführung|kultur|museum|museo|city tour|sightseeing",
        K.PRESS: "press|stampa|conferenza stampa|press conference|rueda de prensa|conférence de presse|"
        "pressekonferenz",
        K.FLIGHT: "flight|volo|vuelo|vol|flug",
        K.TRAIN: "train|treno|tren|zug|bahn",
        K.FERRY: "ferry|traghetto|transbordador|fähre",
        K.COACH: "coach|bus|pullman|autobus|autobús|autocar|reisebus",
        K.TRANSFER: "transfer|trasferimento|traslado|transfert|navette|shuttle|navetta|partenza|departure",
        K.HOTEL: "hotel|check-in|check-out|check in|check out|pernottamento|albergo|hôtel|overnight|alloggio",
        K.FREE_TIME: "free time|tempo libero|tiempo libre|temps libre|freizeit|zur freien verfügung|leisure",
        K.LOGISTICS: "logistics|logistica|logística|logistique|logistik|registration|registrazione|accredito|"
        "luggage|bagagli",
        K.OTHER: "other|altro|otro|autre|sonstiges|andere",
    },
    S: {
        S.IDEA: "idea|idée|idee|proposal|proposta|propuesta|proposition|vorschlag",
        S.REQUESTED: "requested|richiesto|richiesta|solicitado|demandé|angefragt|in attesa|pending|waiting",
        S.TENTATIVE: "tentative|provvisorio|da confermare|tbc|tbd|to be confirmed|provisional|por confirmar|"
        "à confirmer|provisoire|vorläufig|noch zu bestätigen|n.n.|opzionato",
        S.CONFIRMED: "confirmed|confermato|confermata|confirmado|confirmé|bestätigt|ok|si|sì|yes|x",
        S.CANCELLED: "cancelled|canceled|annullato|annullata|cancelado|annulé|abgesagt|storniert|no",
    },
    P: {
        P.MORNING: "morning|mattina|mattino|mattinata|mañana|matin|matinée|vormittag|morgen|am|a.m.",
        P.MIDDAY: "midday|noon|mezzogiorno|mediodía|midi|mittag",
        P.AFTERNOON: "afternoon|pomeriggio|tarde|après-midi|nachmittag|pm|p.m.",
        P.EVENING: "evening|sera|serata|noche|soir|soirée|abend",
        P.NIGHT: "night|notte|madrugada|nuit|nacht",
    },
    L: {
        L.FLIGHT: "flight|volo|aereo|vuelo|avión|vol|avion|flug|flugzeug|plane|air",
        L.TRAIN: "train|treno|tren|zug|bahn|rail|av",
        L.FERRY: "ferry|traghetto|nave|transbordador|barco|bateau|fähre|schiff|ship|boat",
        L.COACH: "coach|bus|pullman|autobus|autobús|autocar|car|reisebus",
        L.TRANSFER: "transfer|trasferimento|navetta|shuttle|traslado|navette|minibus|minivan|van|ncc",
        L.CAR: "private car|auto|macchina|automobile|coche|voiture|pkw|taxi|own car|auto propria|mezzo proprio|"
        "auto privata",
        L.ON_FOOT: "on foot|a piedi|a pie|à pied|zu fuß|walk|walking",
    },
}
