"""Name what lists of people, organisations and places tell."""

from __future__ import annotations

from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, Ecosystem, OrganisationKind, VisaState
from missionplanner.exchange.tables.fields.field import Field, Sort, field, sensitive

CITY = field(
    "city", en="City|Town|Location", it="Città|Comune|Località", es="Ciudad|Localidad", fr="Ville", de="Stadt|Ort"
)
COUNTRY = field(
    "country",
    Sort.COUNTRY,
    en="Country|Nation|State",
    it="Paese|Nazione|Stato",
    es="País",
    fr="Pays",
    de="Land|Staat",
)
ADDRESS = field(
    "address",
    Sort.TEXT,
    en="Address|Street|Street address|Venue address",
    it="Indirizzo|Via|Sede|Sede legale|Indirizzo sede",
    es="Dirección|Domicilio|Calle",
    fr="Adresse|Rue",
    de="Adresse|Anschrift|Straße",
)
NOTES = field(
    "notes",
    Sort.TEXT,
    en="Notes|Remarks|Comments|Comment|Observations",
    it="Note|Annotazioni|Osservazioni|Commenti",
    es="Notas|Observaciones|Comentarios",
    fr="Remarques|Commentaires|Observations",
    de="Anmerkungen|Bemerkungen|Notizen|Hinweise",
)
TAGS = field(
    "tags",
    Sort.LIST,
    en="Tags|Labels",
    it="Etichette|Tag",
    es="Etiquetas",
    fr="Étiquettes",
    de="Schlagwörter|Tags",
)
WEBSITE = field(
    "website",
    Sort.WEBSITE,
    en="Website|Web|Site|Web site|URL|Homepage",
    it="Sito web|Sito|Sito internet|Pagina web",
    es="Página web|Sitio web|Web",
    fr="Site web|Site internet",
    de="Webseite|Website|Internet|Internetseite",
)
EMAIL = field(
    "email",
    Sort.EMAIL,
    en="E-mail|Email|Mail|E-mail address|Contact email",
    it="E-mail|Posta elettronica|Indirizzo e-mail|Mail aziendale|PEC",
    es="Correo electrónico|Correo|Email",
    fr="E-mail|Courriel|Adresse e-mail|Mél",
    de="E-Mail|E-Mail-Adresse|Mailadresse",
)
PHONE = field(
    "phone",
    Sort.PHONE,
    en="Phone|Telephone|Tel|Office phone|Landline|Phone number|Contact number",
    it="Telefono|Tel|Telefono fisso|Recapito telefonico|Numero di telefono|Tel ufficio",
    es="Teléfono|Teléfono fijo|Tfno|Número de teléfono",
    fr="Téléphone|Tél|Téléphone fixe|Numéro de téléphone",
    de="Telefon|Telefonnummer|Festnetz|Tel",
)
MOBILE = field(
    "mobile",
    Sort.PHONE,
    en="Mobile|Cell|Cell phone|Mobile phone|Cellphone|Mobile number|WhatsApp",
    it="Cellulare|Cell|Telefono cellulare|Mobile|Numero cellulare|Telefono mobile",
    es="Móvil|Celular|Teléfono móvil",
    fr="Portable|Mobile|Téléphone portable|GSM",
    de="Mobil|Handy|Mobiltelefon|Handynummer|Mobilnummer",
)
ORGANISATION = field(
    "organisation",
    en="Organisation|Organization|Company|Company name|Institution|Employer|Firm|Entity|Affiliation|Cluster",
    it="Organizzazione|Azienda|Ente|Società|Impresa|Ragione sociale|Istituzione|Nome azienda|Ditta|Azienda/Ente|"
    "Ente di appartenenza|Per chi lavori|Per chi lavora",
    es="Organización|Empresa|Entidad|Institución|Compañía|Razón social",
    fr="Organisation|Entreprise|Société|Organisme|Institution|Structure|Raison sociale",
    de="Organisation|Firma|Unternehmen|Institution|Einrichtung|Firmenname|Betrieb",
)
FULL_NAME = field(
    "full_name",
    Sort.NAME,
    en="Name|Full name|Name and surname|First and last name|Participant|Delegate|Attendee|Guest|Guest name|"
    "Passenger|Passenger name|Name of participant|Surname and name|Contact person|Traveller|Speaker name",
    it="Nome e cognome|Nominativo|Cognome e nome|Partecipante|Delegato|Nome completo|Nome cognome|Cognome nome|"
    "Ospite|Passeggero|Referente|Nominativo partecipante",
    es="Nombre y apellidos|Nombre completo|Apellidos y nombre|Participante|Delegado|Huésped|Pasajero",
    fr="Nom et prénom|Prénom et nom|Nom complet|Participant|Délégué|Nom prénom|Passager|Invité",
    de="Vor- und Nachname|Vollständiger Name|Teilnehmer|Name Vorname|Vorname Nachname|Teilnehmende|Gast|Passagier",
)
GIVEN = field(
    "given",
    en="First name|Given name|Forename|Given names|Firstname|First names",
    it="Nome|Nome di battesimo|Nome partecipante|Nome/i",
    es="Nombre|Nombres|Nombre de pila",
    fr="Prénom|Prénoms",
    de="Vorname|Vornamen|Rufname",
)
FAMILY = field(
    "family",
    en="Surname|Last name|Family name|Lastname|Surnames",
    it="Cognome|Cognome partecipante|Cognome/i",
    es="Apellidos|Apellido|Primer apellido",
    fr="Nom|Nom de famille",
    de="Nachname|Familienname|Zuname",
)
HONORIFIC = field(
    "honorific",
    Sort.HONORIFIC,
    en="Title|Salutation|Honorific|Mr/Ms|Prefix|Courtesy title",
    it="Titolo|Appellativo|Titolo di cortesia|Sig/Sig.ra|Titolo di studio",
    es="Tratamiento|Título",
    fr="Civilité|Titre",
    de="Anrede|Titel|Akademischer Titel",
)
JOB = field(
    "job",
    en="Job title|Position|Role in the company|Function|Job|Occupation|Profession|Job position|"
    "Role in organisation",
    it="Ruolo in azienda|Posizione|Qualifica|Funzione|Mansione|Incarico|Carica|Ruolo aziendale|Professione|"
    "Posizione lavorativa",
    es="Cargo|Puesto|Función|Ocupación",
    fr="Fonction|Poste|Qualité|Profession",
    de="Position|Funktion|Stellung|Berufsbezeichnung|Beruf",
)
ROLE = field(
    "role",
    Sort.WORD,
    DelegateRole,
    en="Role|Role in the delegation|Delegation role|Mission role|Participant type",
    it="Ruolo|Ruolo nella delegazione|Ruolo in delegazione|Tipo partecipante",
    es="Rol|Papel|Rol en la delegación",
    fr="Rôle|Rôle dans la délégation",
    de="Rolle|Rolle in der Delegation",
)
NATIVE_NAME = field(
    "native_name",
    en="Native name|Name in local script|Name in native script|Local name|Chinese name|Japanese name",
    it="Nome in lingua originale|Nome originale|Nome in caratteri locali",
    es="Nombre en idioma original",
    fr="Nom dans la langue d'origine",
    de="Name in Originalschrift|Originalname",
)
SPOKEN = field(
    "languages",
    Sort.LANGUAGES,
    en="Languages|Language|Spoken languages|Languages spoken",
    it="Lingue|Lingua|Lingue parlate|Lingue conosciute",
    es="Idiomas|Idioma|Lenguas",
    fr="Langues|Langue|Langues parlées",
    de="Sprachen|Sprache|Sprachkenntnisse",
)
NAMES = (FULL_NAME, GIVEN, FAMILY, NATIVE_NAME, HONORIFIC)

TRAVEL_PAPERS = (
    sensitive(
        "nationality",
        Sort.COUNTRY,
        en="Nationality|Citizenship",
        it="Nazionalità|Cittadinanza",
        es="Nacionalidad",
        fr="Nationalité",
        de="Nationalität|Staatsangehörigkeit|Staatsbürgerschaft",
    ),
    sensitive(
        "document_number",
        en="Passport number|Passport|Passport no|Document number|ID number|ID card number|Travel document",
        it="Numero passaporto|Passaporto|N passaporto|Numero documento|Documento|Documento di identità|"
        "N documento",
        es="Número de pasaporte|Pasaporte|Número de documento|DNI",
        fr="Numéro de passeport|Passeport|Numéro de document",
        de="Reisepassnummer|Passnummer|Reisepass|Ausweisnummer|Pass-Nr",
    ),
    sensitive(
        "document_expires",
        Sort.DAY,
        en="Passport expiry|Expiry date|Expires|Valid until|Passport expiry date|Date of expiry|Expiration date",
        it="Scadenza passaporto|Scadenza|Data di scadenza|Scadenza documento|Data scadenza|Valido fino al",
        es="Caducidad|Fecha de caducidad|Caducidad del pasaporte|Vencimiento",
        fr="Date d'expiration|Expiration|Expiration du passeport|Valable jusqu'au",
        de="Gültig bis|Ablaufdatum|Gültigkeit|Pass gültig bis",
    ),
    sensitive(
        "document_issued",
        Sort.DAY,
        en="Date of issue|Issue date|Issued on|Passport issue date",
        it="Data di rilascio|Data rilascio|Rilasciato il|Data di emissione",
        es="Fecha de expedición|Fecha de emisión",
        fr="Date de délivrance|Délivré le",
        de="Ausstellungsdatum|Ausgestellt am",
    ),
    sensitive(
        "document_issuer",
        en="Issuing authority|Issued by|Place of issue|Authority",
        it="Rilasciato da|Autorità di rilascio|Luogo di rilascio",
        es="Autoridad expedidora|Expedido por|Lugar de expedición",
        fr="Autorité de délivrance|Délivré par|Lieu de délivrance",
        de="Ausstellende Behörde|Ausgestellt von|Ausstellungsort",
    ),
    sensitive(
        "document_name",
        en="Name as in passport|Name on passport|Name as on passport",
        it="Nome come da passaporto|Nome sul passaporto",
        es="Nombre según pasaporte|Nombre en el pasaporte",
        fr="Nom sur le passeport|Nom tel que sur le passeport",
        de="Name laut Reisepass|Name im Pass",
    ),
    sensitive(
        "document_born",
        Sort.DAY,
        born=True,
        en="Date of birth|Birth date|DOB|Birthday|Born|Birthdate",
        it="Data di nascita|Data nascita|Nato il|Nato/a il|Nascita",
        es="Fecha de nacimiento|Nacimiento",
        fr="Date de naissance|Né le|Naissance",
        de="Geburtsdatum|Geboren am|Geburtstag|Geb-Datum",
    ),
    sensitive(
        "document_birthplace",
        en="Place of birth|Birthplace|Birth place",
        it="Luogo di nascita|Luogo nascita|Nato a|Nato/a a|Comune di nascita",
        es="Lugar de nacimiento",
        fr="Lieu de naissance|Né à",
        de="Geburtsort",
    ),
)

CARE = (
    sensitive(
        "diet",
        Sort.TEXT,
        en="Diet|Dietary requirements|Dietary needs|Food allergies|Allergies|Dietary restrictions|"
        "Food requirements|Meal preference",
        it="Dieta|Esigenze alimentari|Allergie|Intolleranze|Allergie alimentari|Intolleranze alimentari|"
        "Allergie e intolleranze|Restrizioni alimentari|Regime alimentare|Allergie/intolleranze",
        es="Dieta|Alergias|Restricciones alimentarias|Requisitos dietéticos|Alergias e intolerancias",
        fr="Régime alimentaire|Allergies|Restrictions alimentaires|Régime",
        de="Ernährung|Allergien|Unverträglichkeiten|Essenswünsche|Diät|Ernährungsbesonderheiten",
    ),
    sensitive(
        "access_needs",
        Sort.TEXT,
        en="Access needs|Accessibility|Special needs|Special assistance|Accessibility needs|Mobility needs",
        it="Esigenze di accessibilità|Accessibilità|Esigenze particolari|Esigenze speciali|Disabilità",
        es="Necesidades especiales|Accesibilidad",
        fr="Besoins d'accessibilité|Accessibilité|Besoins particuliers",
        de="Barrierefreiheit|Besondere Bedürfnisse|Unterstützungsbedarf",
    ),
    sensitive(
        "emergency",
        Sort.TEXT,
        en="Emergency contact|Emergency contact name and phone|Contact in case of emergency|ICE",
        it="Contatto di emergenza|Contatto per emergenze|Persona da contattare in caso di emergenza|Emergenza",
        es="Contacto de emergencia",
        fr="Contact d'urgence|Personne à contacter en cas d'urgence",
        de="Notfallkontakt|Kontakt im Notfall",
    ),
    sensitive(
        "home_address",
        Sort.TEXT,
        en="Home address|Private address|Pick-up address",
        it="Indirizzo di casa|Indirizzo di residenza|Residenza|Domicilio",
        es="Dirección particular|Domicilio particular",
        fr="Adresse personnelle|Adresse du domicile",
        de="Privatadresse|Wohnadresse|Wohnort",
    ),
)

KIND_OF_ORGANISATION = field(
    "kind",
    Sort.WORD,
    OrganisationKind,
    en="Type|Kind|Organisation type|Type of organisation|Category",
    it="Tipo|Tipologia|Tipo di organizzazione|Tipologia ente|Categoria",
    es="Tipo|Tipo de organización|Tipo de entidad",
    fr="Type|Type d'organisation|Type de structure",
    de="Art|Typ|Art der Organisation|Organisationstyp",
)
ECOSYSTEMS = field(
    "ecosystems",
    Sort.WORDS,
    Ecosystem,
    en="Ecosystems|Industrial ecosystem|Sector|Industry|Sectors|Business sector",
    it="Ecosistemi|Ecosistema industriale|Settore|Settori|Settore di attività",
    es="Ecosistemas|Sector|Sectores|Ecosistema industrial",
    fr="Écosystèmes|Secteur|Secteurs|Secteur d'activité",
    de="Ökosysteme|Branche|Sektor|Branchen|Industrie",
)
VISA = field(
    "visa",
    Sort.WORD,
    VisaState,
    en="Visa|Visa status",
    it="Visto|Stato visto",
    es="Visado|Visa",
    fr="Visa",
    de="Visum",
)
STATUS = field(
    "status",
    Sort.WORD,
    DelegateStatus,
    en="Status|Participation|Participation status|State|Confirmation",
    it="Stato|Stato partecipazione|Partecipazione|Stato adesione|Conferma",
    es="Estado|Participación|Confirmación",
    fr="Statut|Participation|État",
    de="Status|Teilnahme|Teilnahmestatus",
)
ALL: tuple[Field, ...] = (*NAMES, ORGANISATION, JOB, EMAIL, MOBILE, PHONE, COUNTRY, CITY, SPOKEN)
