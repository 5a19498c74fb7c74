"""Name what lists of money and of B2B wishes tell."""

from __future__ import annotations

from missionplanner.domain.vocabulary import BudgetCategory, Wish
from missionplanner.exchange.tables.fields.field import Field, Sort, field
from missionplanner.exchange.tables.fields.logistics import CURRENCY, DATE
from missionplanner.exchange.tables.fields.people import NOTES, ORGANISATION

CATEGORY = field(
    "category",
    Sort.WORD,
    BudgetCategory,
    en="Category|Cost category|Budget line|Heading|Type",
    it="Categoria|Categoria di spesa|Voce di spesa|Macrovoce|Tipologia di spesa",
    es="Categoría|Partida|Tipo de gasto",
    fr="Catégorie|Poste|Rubrique|Type de dépense",
    de="Kategorie|Kostenart|Kostenkategorie|Budgetposten",
)
TEXT = field(
    "text",
    en="Description|Item|Expense|Cost|Details|Subject",
    it="Descrizione|Voce|Spesa|Oggetto|Causale|Dettaglio",
    es="Descripción|Concepto|Gasto|Detalle",
    fr="Description|Libellé|Dépense|Objet|Désignation",
    de="Beschreibung|Bezeichnung|Ausgabe|Posten|Verwendungszweck",
)
PAYER = field(
    "payer",
    en="Payer|Paid by|Who pays|Funded by",
    it="Pagatore|Chi paga|Pagato da|A carico di|Finanziato da",
    es="Pagador|Pagado por|A cargo de",
    fr="Payeur|Payé par|À la charge de",
    de="Zahler|Bezahlt von|Kostenträger|Zahlt",
)
SUPPLIER = field(
    "supplier",
    en="Supplier|Vendor|Provider",
    it="Fornitore|Beneficiario pagamento|Esercente",
    es="Proveedor",
    fr="Fournisseur|Prestataire",
    de="Lieferant|Anbieter|Dienstleister",
)
ELIGIBLE = field(
    "eligible",
    Sort.YES,
    en="Eligible|Eligible cost|Eligibility",
    it="Ammissibile|Eleggibile|Spesa ammissibile|Rendicontabile",
    es="Elegible|Subvencionable",
    fr="Éligible",
    de="Förderfähig|Erstattungsfähig",
)
IN_KIND = field(
    "in_kind",
    Sort.YES,
    en="In kind|Aid in kind",
    it="In natura|Aiuto in natura",
    es="En especie",
    fr="En nature",
    de="Sachleistung",
)
CUP = field("cup", en="CUP", it="CUP|Codice CUP")
CIG = field("cig", en="CIG", it="CIG|Codice CIG")
RATE = field(
    "rate",
    Sort.AMOUNT,
    en="Exchange rate|Rate",
    it="Tasso di cambio|Cambio|Tasso",
    es="Tipo de cambio",
    fr="Taux de change",
    de="Wechselkurs|Kurs",
)

BUDGET: tuple[Field, ...] = (
    CATEGORY,
    TEXT,
    field(
        "quantity",
        Sort.AMOUNT,
        en="Quantity|Qty|Units|Number|No",
        it="Quantità|Q.tà|Numero|Unità|N",
        es="Cantidad|Unidades|Número",
        fr="Quantité|Qté|Nombre",
        de="Menge|Anzahl|Stück",
    ),
    field(
        "unit",
        Sort.AMOUNT,
        en="Unit cost|Unit price|Cost per unit",
        it="Costo unitario|Prezzo unitario|Importo unitario",
        es="Coste unitario|Precio unitario",
        fr="Coût unitaire|Prix unitaire",
        de="Einzelpreis|Stückpreis|Stückkosten",
    ),
    field(
        "planned",
        Sort.AMOUNT,
        en="Planned|Budget|Amount|Total|Estimate|Planned cost|Budgeted|Total cost",
        it="Previsto|Preventivo|Importo|Totale|Budget|Preventivato|Costo totale|Stima",
        es="Previsto|Presupuesto|Importe|Total",
        fr="Prévu|Budget|Montant|Total|Prévision",
        de="Geplant|Budget|Betrag|Gesamt|Summe|Plan|Soll",
    ),
    field(
        "committed",
        Sort.AMOUNT,
        en="Committed|Ordered|Contracted",
        it="Impegnato|Ordinato|Impegni",
        es="Comprometido",
        fr="Engagé",
        de="Gebunden|Beauftragt",
    ),
    field(
        "paid",
        Sort.AMOUNT,
        en="Paid|Actual|Spent|Actual cost",
        it="Pagato|Speso|Consuntivo|Effettivo|Liquidato",
        es="Pagado|Gastado|Real",
        fr="Payé|Réel|Dépensé",
        de="Bezahlt|Ist|Ausgegeben",
    ),
    CURRENCY,
    RATE,
    PAYER,
    SUPPLIER,
    ORGANISATION,
    ELIGIBLE,
    IN_KIND,
    CUP,
    CIG,
    NOTES,
)

EXPENSES: tuple[Field, ...] = (
    field(
        "date",
        Sort.DAY,
        en="Date|Expense date|Invoice date|Receipt date|Day",
        it="Data|Data spesa|Data fattura|Data scontrino|Giorno",
        es="Fecha|Fecha de factura|Fecha del gasto",
        fr="Date|Date de facture|Date de la dépense",
        de="Datum|Rechnungsdatum|Belegdatum|Tag",
    ),
    field(
        "end_date",
        Sort.DAY,
        en="End date|Until|To date",
        it="Data fine|Fino al",
        es="Fecha fin",
        fr="Date de fin",
        de="Enddatum|Bis",
    ),
    CATEGORY,
    TEXT,
    field(
        "amount",
        Sort.AMOUNT,
        en="Amount|Total|Cost|Sum|Amount paid|Gross amount|Value",
        it="Importo|Totale|Costo|Somma|Importo pagato|Importo lordo|Valore",
        es="Importe|Total|Coste|Cantidad",
        fr="Montant|Total|Coût|Somme|Montant TTC",
        de="Betrag|Summe|Gesamt|Kosten|Bruttobetrag",
    ),
    CURRENCY,
    RATE,
    PAYER,
    SUPPLIER,
    field(
        "delegate",
        en="Delegate|Traveller|Person|Name|Employee|Participant",
        it="Delegato|Viaggiatore|Persona|Nominativo|Nome|Dipendente|Partecipante",
        es="Delegado|Viajero|Persona|Nombre|Empleado",
        fr="Délégué|Voyageur|Personne|Nom|Salarié",
        de="Delegierter|Reisender|Person|Name|Mitarbeiter",
    ),
    ORGANISATION,
    ELIGIBLE,
    field(
        "per_diem",
        Sort.YES,
        en="Per diem|Daily allowance",
        it="Diaria|Per diem|Indennità giornaliera",
        es="Dieta|Per diem",
        fr="Per diem|Indemnité journalière",
        de="Tagegeld|Tagessatz",
    ),
    IN_KIND,
    CUP,
    CIG,
    field(
        "paid_on",
        Sort.DAY,
        en="Paid on|Payment date|Date of payment",
        it="Pagato il|Data pagamento|Data di pagamento",
        es="Fecha de pago|Pagado el",
        fr="Payé le|Date de paiement",
        de="Bezahlt am|Zahlungsdatum",
    ),
    NOTES,
)

WISHES: tuple[Field, ...] = (
    field(
        "from",
        en="From|Requesting organisation|Requested by|Company|Organisation|Our company|Applicant|Who|Who asks",
        it="Da|Chi|Chi chiede|Richiedente|Azienda|Azienda richiedente|Impresa|Impresa richiedente|Organizzazione|"
        "Nostra azienda",
        es="De|Quién|Solicitante|Empresa|Empresa solicitante|Organización",
        fr="De|Demandeur|Entreprise|Organisation",
        de="Von|Anfragende Organisation|Firma|Unternehmen|Anfragender",
    ),
    field(
        "to",
        en="To|Whom|Wants to meet|Requested organisation|Meet with|Partner|Target|Counterpart|Requested company",
        it="A|Vuole incontrare|Vorrebbe incontrare|Azienda richiesta|Impresa richiesta|Incontro con|"
        "Controparte|Partner|Con chi|Organizzazione richiesta",
        es="A|Con quién|Quiere reunirse con|Empresa solicitada|Contraparte|Reunión con",
        fr="À|Souhaite rencontrer|Entreprise demandée|Partenaire|Rendez-vous avec",
        de="An|Möchte treffen|Gewünschtes Unternehmen|Partner|Treffen mit",
    ),
    field(
        "wish",
        Sort.WORD,
        Wish,
        en="Wish|Priority|Preference|Interest|Rank|Request",
        it="Richiesta|Priorità|Preferenza|Interesse|Desiderio",
        es="Prioridad|Preferencia|Interés|Deseo",
        fr="Priorité|Préférence|Intérêt|Souhait",
        de="Priorität|Wunsch|Präferenz|Interesse",
    ),
    DATE,
    NOTES,
)
