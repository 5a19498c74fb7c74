"""Columns are matched to fields by header, in five languages, and by what their cells look like."""

from __future__ import annotations

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.exchange import tables
from missionplanner.exchange.tables import Kind
from missionplanner.exchange.tables.fields import FIELDS, LANGUAGES, bare

HEADERS = [
    (Kind.DELEGATES, "Nome|Cognome|Azienda|Qualifica|E-mail|Cell.|Data di nascita|N. passaporto|Scadenza",
     "given family organisation job email mobile document_born document_number document_expires"),
    (Kind.DELEGATES, "First name|SURNAME|Company *|Job title|Email address|Mobile|DOB|Dietary requirements|"
    "Nationality",
     "given family organisation job email mobile document_born diet nationality"),
    (Kind.DELEGATES, "Apellidos|Nombre|Empresa|Cargo|Correo electrónico|Móvil|Fecha de nacimiento|Alergias",
     "family given organisation job email mobile document_born diet"),
    (Kind.DELEGATES, "Nom|Prénom|Société|Fonction|Courriel|Portable|Date de naissance|Régime alimentaire",
     "family given organisation job email mobile document_born diet"),
    (Kind.DELEGATES, "Anrede|Vorname|Nachname|Firma|Funktion|E-Mail|Handy|Geburtsdatum|Unverträglichkeiten",
     "honorific given family organisation job email mobile document_born diet"),
    (Kind.DELEGATES, "Nome / Name|Cognome / Surname|Ente / Organisation|Telefono (ufficio)|Volo di arrivo|"
    "Ruolo in delegazione",
     "given family organisation phone arrival_flight role"),
    (Kind.DELEGATES, "Nominativo|Organizazione|Indirizzo email|Telefono|Intoleranze alimentari",
     "full_name organisation email phone diet"),
    (Kind.ORGANISATIONS, "Ragione sociale|Paese|Partita IVA|Sito internet|Numero dipendenti|Cosa offre|Cosa cerca",
     "name country vat website employees offers seeks"),
    (Kind.PLACES, "Name|Address|City|Country|Lat|Lon|Capacity|Meeting point",
     "name address city country lat lon capacity meeting_point"),
    (Kind.AGENDA, "Datum|Uhrzeit|Programmpunkt|Ort|Gastgeber|Sprache", "date span title place hosts language"),
    (Kind.ROOMING, "Guest name|Room type|Check-in|Check-out|Shares with|"
    "Rate", "full_name room from_day to_day share_with price"),
    (Kind.LEGS, "Compagnia|Volo|Da|A|Data|Ora partenza|Ora arrivo|PNR",
     "operator number origin destination date start end booking"),
    (Kind.BUDGET, "Catégorie|Description|Prévu|Engagé|Payé|"
    "Éligible", "category text planned committed paid eligible"),
    (Kind.EXPENSES, "Data|Fornitore|Descrizione|Importo|Valuta|CUP", "date supplier text amount currency cup"),
    (Kind.WISHES, "Company|Wants to meet|Priority", "from to wish"),
]  # fmt: skip


def sheet(text: str) -> tables.Sheet:
    return tables.pasted(text).sheets[0]


def fields(mapping: tables.Mapping) -> list[str | None]:
    return [column.field for column in mapping.columns]


@pytest.mark.parametrize(("kind", "header", "expected"), HEADERS, ids=lambda value: str(value)[:24])
def test_headers_are_understood(kind: Kind, header: str, expected: str) -> None:
    own = header.split("|")
    found = sheet("\t".join(own) + "\n" + "\t".join("x" for _ in own))
    mapping = tables.guessed(found, kind)
    assert fields(mapping) == expected.split()
    assert mapping.header_row == 0 and mapping.missing() == ()


@pytest.mark.parametrize(("kind", "header", "expected"), HEADERS, ids=lambda value: str(value)[:24])
def test_the_kind_of_a_list_is_told_by_its_headers(kind: Kind, header: str, expected: str) -> None:
    found = sheet(header.replace("|", "\t") + "\n" + "\t".join("x" for _ in header.split("|")))
    assert tables.kind_of(found)[0] is kind


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_with_our_labels_is_understood_again(kind: Kind, language: str) -> None:
    labels = tables.labels(kind, language)
    unlike = {
        key: label
        for key, label in labels.items()
        if [bare(one) for one in labels.values()].count(bare(label)) == 1
    }
    found = sheet("\t".join(unlike.values()) + "\n" + "\t".join("…" for _ in unlike))
    told = dict(zip(unlike, fields(tables.guessed(found, kind, heading=0)), strict=True))
    settled = {"full_name": ("full_name", "given", "family"), "role": ("role", "job")}
    assert {key: value for key, value in told.items() if value not in settled.get(key, (key,))} == {}


def test_every_kind_has_fields_with_keys_of_their_own() -> None:
    for kind, own in FIELDS.items():
        keys = [one.key for one in own]
        assert len(keys) == len(set(keys)), kind


def test_the_header_may_come_after_titles_and_blank_rows() -> None:
    text = (
        "Missione 2025\t\t\n\t\t\nElenco partecipanti aggiornato\t\t\nNome\tCognome\tE-mail\nAnna\tRossi\ta@x.it\n"
    )
    mapping = tables.guessed(sheet(text), Kind.DELEGATES)
    assert mapping.header_row == 3 and fields(mapping) == ["given", "family", "email"]


def test_equal_headers_take_the_words_merged_above_them() -> None:
    text = "Cognome\tArrivo\t\tPartenza\t\n\tData\tVolo\tData\tVolo\nRossi\t5/5/2025\tLH 283\t7/5/2025\tLH 284\n"
    mapping = tables.guessed(sheet(text), Kind.DELEGATES, heading=1)
    assert fields(mapping)[1:] == ["arrival_date", "arrival_flight", "departure_date", "departure_flight"]


def test_without_a_header_the_cells_speak() -> None:
    text = "Anna Rossi\tanna@x.it\t+39 347 1234567\tItalia\nLuca Bo\tluca@x.it\t+39 347 7654321\tSpagna\n"
    mapping = tables.guessed(sheet(text), Kind.DELEGATES)
    assert mapping.header_row is None
    assert fields(mapping) == ["full_name", "email", "mobile", "country"]
    assert all(column.confidence < 0.95 for column in mapping.columns)


def test_cells_that_contradict_a_header_lower_its_confidence() -> None:
    good = tables.guessed(sheet("Nome\tE-mail\nAnna\ta@x.it\nEva\te@x.it"), Kind.DELEGATES)
    bad = tables.guessed(sheet("Nome\tE-mail\nAnna\tdue\nEva\ttre"), Kind.DELEGATES)
    assert good.columns[1].confidence > 0.9 > bad.columns[1].confidence


def test_a_person_corrects_a_mapping_and_it_is_remembered_for_the_sender() -> None:
    first = sheet("Chi\tNome\tVarie\nX\tAnna\t1\n")
    corrected = (
        tables.guessed(first, Kind.DELEGATES, heading=0).with_column(0, "organisation").with_column(2, None)
    )
    assert fields(corrected) == ["organisation", "given", None]
    again = tables.remembered(sheet("Varie\tChi\tE-mail\tNome\n2\tY\ta@x.it\tEva\n"), corrected.to_json())
    assert again is not None
    assert fields(again) == [None, "organisation", "email", "given"]
    assert "Anna" not in corrected.to_json()


def test_a_field_belongs_to_one_column_and_must_exist() -> None:
    mapping = tables.guessed(sheet("Nome\tCognome\nAnna\tRossi"), Kind.DELEGATES).with_column(1, "given")
    assert fields(mapping) == [None, "given"]
    with pytest.raises(Invalid):
        mapping.with_column(0, "shoe_size")


def test_the_signature_is_of_the_headers_and_the_kind() -> None:
    one = tables.guessed(sheet("Nome\tCognome\nAnna\tRossi"), Kind.DELEGATES)
    other = tables.guessed(sheet("NOME \tCognome*\nEva\tBo"), Kind.DELEGATES)
    assert one.signature == other.signature.strip()
    assert one.signature != tables.guessed(sheet("Nome\tCognome\tX\nAnna\tRossi\t1"), Kind.DELEGATES).signature


@pytest.mark.parametrize(
    "content", ["", "[]", '{"kind": "x"}', '{"kind": "agenda", "columns": [["Zzz", "date"]]}']
)
def test_a_remembered_mapping_that_does_not_fit_is_none(content: str) -> None:
    assert tables.remembered(sheet("Nome\tCognome\nAnna\tRossi"), content) is None
