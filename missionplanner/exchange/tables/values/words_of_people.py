"""List how the words about people, organisations and money are written in five languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from missionplanner.domain.vocabulary import (
    BudgetCategory,
    DelegateRole,
    DelegateStatus,
    Ecosystem,
    OrganisationKind,
    RoomKind,
    VisaState,
    Wish,
)

R, S, G, E, B = DelegateRole, DelegateStatus, OrganisationKind, Ecosystem, BudgetCategory

PEOPLE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    R: {
        R.HEAD_OF_DELEGATION: "head of delegation|capo delegazione|capodelegazione|jefe de delegación|"
        "jefa de delegación|chef de délégation|cheffe de délégation|delegationsleiter|delegationsleiterin|"
        "delegationsleitung|head|hod",
        R.DEPUTY_HEAD: "deputy head|deputy head of delegation|vice capo delegazione|vicecapo delegazione|"
        "vice capodelegazione|subjefe de delegación|chef adjoint|chef adjoint de délégation|"
        "stellvertretender delegationsleiter|deputy",
        R.MISSION_MANAGER: "mission manager|responsabile missione|responsabile della missione|project manager|"
        "coordinatore missione|coordinatore|coordinator|responsable de la misión|responsable de la mission|"
        "chef de mission|missionsleiter|projektleiter|cluster manager",
        R.DELEGATE: "delegate|delegato|delegata|delegato/a|partecipante|participant|delegado|delegada|"
        "participante|délégué|déléguée|delegierter|delegierte|teilnehmer|teilnehmerin|member|membro|azienda",
        R.SPEAKER: "speaker|relatore|relatrice|oratore|ponente|orador|intervenant|intervenante|orateur|redner|"
        "rednerin|referent",
        R.INTERPRETER: "interpreter|interprete|intérprete|interprète|dolmetscher|dolmetscherin|translator|"
        "traduttore",
        R.PRESS: "press|stampa|prensa|presse|journalist|giornalista|periodista|journaliste|media",
        R.STAFF: "staff|segreteria|organizzazione|personal|personnel|équipe|mitarbeiter|team|organizer|organiser",
        R.ACCOMPANYING: "accompanying|accompanying person|accompagnatore|accompagnatrice|acompañante|"
        "accompagnant|accompagnateur|begleitung|begleitperson|spouse|partner",
    },
    S: {
        S.INVITED: "invited|invitato|invitata|invitado|invité|eingeladen",
        S.APPLIED: "applied|candidato|candidata|iscritto|registered|solicitado|inscrito|candidat|inscrit|"
        "beworben|angemeldet",
        S.SELECTED: "selected|selezionato|selezionata|ammesso|seleccionado|sélectionné|ausgewählt",
        S.WAITLISTED: "waitlisted|waiting list|waitlist|lista d'attesa|in attesa|riserva|lista de espera|"
        "liste d'attente|warteliste",
        S.CONFIRMED: "confirmed|confermato|confermata|conferma|confirmado|confirmada|confirmé|confirmée|"
        "bestätigt|zugesagt|yes|si|sí|oui|ja|ok|attending|partecipa",
        S.DECLINED: "declined|rinuncia|declinato|non partecipa|rechazado|no asiste|décliné|refusé|abgelehnt|"
        "abgesagt|no|non|nein|not attending",
        S.WITHDRAWN: "withdrawn|ritirato|ritirata|annullato|retirado|désisté|retiré|zurückgezogen|cancelled|"
        "canceled",
        S.REPLACED: "replaced|sostituito|sostituita|sustituido|remplacé|ersetzt",
    },
    G: {
        G.CLUSTER: "cluster|clúster|cluster organisation|grappe|pôle de compétitivité|clust-er|rete di imprese",
        G.COMPANY: "company|azienda|impresa|società|empresa|compañía|entreprise|société|unternehmen|firma|sme|"
        "pmi|pyme|pme|kmu|startup|start-up|grande impresa|large company|ltd|srl|spa",
        G.RESEARCH_CENTRE: "research centre|research center|centro di ricerca|ente di ricerca|"
        "centro de investigación|centro tecnológico|centre de recherche|forschungszentrum|forschungsinstitut|"
        "forschungseinrichtung|laboratory|laboratorio|rto",
        G.UNIVERSITY: "university|università|ateneo|universidad|université|universität|hochschule|college|"
        "politecnico",
        G.TRAINING_BODY: "training body|ente di formazione|formazione|centro de formación|"
        "organisme de formation|bildungsträger|school|scuola|its",
        G.SCIENCE_PARK: "science park|technology park|parco scientifico|tecnopolo|parque científico|"
        "parque tecnológico|parc scientifique|technopole|technologiepark|wissenschaftspark|incubator|incubatore|"
        "accelerator",
        G.AGENCY: "agency|agenzia|agenzia di sviluppo|agencia|agence|agentur|development agency|"
        "wirtschaftsförderung",
        G.MINISTRY: "ministry|ministero|ministerio|ministère|ministerium",
        G.REGIONAL_GOVERNMENT: "regional government|regione|ente regionale|gobierno regional|"
        "gobierno autonómico|conseil régional|région|landesregierung|region",
        G.MUNICIPALITY: "municipality|comune|ayuntamiento|municipio|mairie|commune|gemeinde|stadt|city council|"
        "città",
        G.EU_INSTITUTION: "eu institution|istituzione europea|institución europea|institution européenne|"
        "eu-institution|european commission|commissione europea",
        G.EMBASSY: "embassy|ambasciata|consolato|embajada|consulado|ambassade|consulat|botschaft|konsulat|"
        "consulate|trade office|ufficio commerciale",
        G.ASSOCIATION: "association|associazione|asociación|verband|verein|federation|federazione|non-profit|"
        "onlus|associazione di categoria|fondazione|foundation",
        G.CHAMBER: "chamber|chamber of commerce|camera di commercio|cámara de comercio|chambre de commerce|"
        "handelskammer|ihk|cciaa",
        G.INVESTOR: "investor|investitore|inversor|investisseur|venture capital|fund|fondo|bank|banca",
        G.SUPPLIER: "supplier|fornitore|proveedor|fournisseur|lieferant|vendor",
        G.OTHER: "other|altro|otro|autre|andere|sonstige",
    },
    E: {
        E.AEROSPACE_DEFENCE: "aerospace and defence|aerospace|defence|aerospazio e difesa|aerospazio|difesa|"
        "aeroespacial y defensa|aérospatiale et défense|luft- und raumfahrt und verteidigung|luftfahrt|space",
        E.AGRI_FOOD: "agri-food|agrifood|agroalimentare|food|agroalimentario|agroalimentaire|"
        "agrar- und ernährungswirtschaft|lebensmittel|agriculture|agricoltura",
        E.CONSTRUCTION: "construction|costruzioni|edilizia|construcción|bau|bauwesen|building",
        E.CULTURAL_CREATIVE: "cultural and creative|cultural and creative industries|"
        "industrie culturali e creative|culturale e creativo|cultural y creativo|culture et création|"
        "kultur- und kreativwirtschaft|creative",
        E.DIGITAL: "digital|digitale|ict|it|numérique|software|digitalisierung",
        E.ELECTRONICS: "electronics|elettronica|electrónica|électronique|elektronik|semiconductors",
        E.ENERGY_INTENSIVE: "energy-intensive industries|energy intensive|"
        "industrie ad alta intensità energetica|industrias de gran consumo energético|"
        "industries à forte intensité énergétique|energieintensive industrien|steel|chemicals|chimica|acciaio",
        E.ENERGY_RENEWABLES: "renewable energy|renewables|energy|energie rinnovabili|energia|"
        "energías renovables|énergies renouvelables|erneuerbare energien|energie",
        E.HEALTH: "health|salute|sanità|salud|santé|gesundheit|life sciences|scienze della vita|medical|"
        "biomedicale",
        E.MOBILITY: "mobility|mobility transport automotive|mobilità|automotive|movilidad|mobilité|mobilität|"
        "transport|trasporti|automobile|automotriz",
        E.PROXIMITY_SOCIAL: "proximity and social economy|proximity|social economy|economia sociale|"
        "economía social|économie sociale|sozialwirtschaft",
        E.RETAIL: "retail|commercio|commercio al dettaglio|comercio minorista|commerce de détail|einzelhandel",
        E.TEXTILES: "textiles|textile|tessile|moda|fashion|textil|mode|textilien",
        E.TOURISM: "tourism|turismo|tourisme|tourismus",
    },
    RoomKind: {
        RoomKind.SINGLE: "single|singola|individual|simple|single room|camera singola|einzelzimmer|einzel|sgl|"
        "dus|doppia uso singola|chambre simple|chambre individuelle|double for single use|ez",
        RoomKind.DOUBLE: "double|doppia|matrimoniale|doble|doppelzimmer|doppel|dbl|double room|camera doppia|"
        "chambre double|dz|queen|king",
        RoomKind.TWIN: "twin|due letti|doppia due letti|dos camas|deux lits|zweibettzimmer|zweibett|twin room|"
        "letti separati|lits jumeaux|doppia letti separati",
        RoomKind.TRIPLE: "triple|tripla|dreibettzimmer|dreibett|tpl|trp|camera tripla",
        RoomKind.SUITE: "suite|junior suite",
    },
    VisaState: {
        VisaState.NOT_NEEDED: "not needed|not required|non necessario|non richiesto|no|none|no necesita|"
        "pas nécessaire|non requis|nicht nötig|nicht erforderlich",
        VisaState.NEEDED: "needed|required|necessario|richiesto|da fare|necesario|nécessaire|requis|nötig|"
        "erforderlich|yes|si|sí|oui|ja",
        VisaState.APPLIED: "applied|in corso|domanda presentata|in progress|solicitado|demandé|beantragt|pending",
        VisaState.GRANTED: "granted|ottenuto|rilasciato|ok|concedido|accordé|obtenu|erteilt|obtained|done",
        VisaState.REFUSED: "refused|rifiutato|negato|denegado|refusé|verweigert|abgelehnt|denied",
    },
    Wish: {
        Wish.MUST: "must|must meet|indispensabile|assolutamente|imprescindible|indispensable|unbedingt|high|"
        "alta|alto|haute|hoch|1|a|essential",
        Wish.WANT: "want|want to meet|desiderato|interessato|interessante|vorrei|interested|deseado|interesado|"
        "le interesa|souhaité|gewünscht|medium|media|medio|moyenne|"
        "mittel|2|b|yes|si|sí|oui|ja|x",
        Wish.COULD: "could|could meet|eventuale|se possibile|possibile|posible|possible|möglich|low|"
        "bassa|basso|baja|basse|niedrig|3|c|nice to have|maybe|forse|magari|quizás|tal vez",
        Wish.NO_THANKS: "no thanks|no|no grazie|non interessato|no gracias|non merci|nein danke|nein|non|0|"
        "exclude|escludere|never",
    },
    B: {
        B.TRAVEL: "travel|viaggio|viaggi|trasporto|trasporti|viaje|transporte|voyage|transport|déplacement|"
        "reise|reisekosten|flights|voli|voli e treni|flüge|taxi|transfer",
        B.ACCOMMODATION: "accommodation|alloggio|pernottamento|hotel|alojamiento|hébergement|unterkunft|"
        "übernachtung|lodging|albergo",
        B.MEALS: "meals|vitto|pasti|pasto|comidas|manutención|repas|restauration|verpflegung|mahlzeiten|"
        "catering|food|cena|pranzo|subsistence",
        B.INCIDENTALS: "incidentals|piccole spese|spese varie|gastos menores|imprevistos|frais divers|"
        "nebenkosten|sundries",
        B.VENUE: "venue|sala|sede|affitto sala|sale|alquiler de sala|lieu|location de salle|raummiete|"
        "veranstaltungsort|room hire",
        B.INTERPRETATION: "interpretation|interpretariato|interpreti|traduzione|interpretación|traducción|"
        "interprétation|traduction|dolmetschen|übersetzung|interpreters|translation",
        B.EXTERNAL_EXPERTISE: "external expertise|consulenza|consulenze|servizi esterni|esperti esterni|"
        "external services|expertos externos|servicios externos|expertise externe|prestations externes|"
        "externe expertise|beratung|consultancy",
        B.OTHER: "other|altro|altri costi|varie|otros|autre|autres|sonstiges|andere|miscellaneous",
    },
}
