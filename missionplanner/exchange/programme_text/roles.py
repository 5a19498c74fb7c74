"""Tell what a column of a programme holds by the word at its head, in seven languages."""

from __future__ import annotations

import re
from enum import StrEnum

from missionplanner.exchange.programme_text.plain import plain


class Role(StrEnum):
    TIME = "time"
    START = "start"
    END = "end"
    DATE = "date"
    ACTIVITY = "activity"
    PLACE = "place"
    HOST = "host"
    CONTACT = "contact"
    SPEAKER = "speaker"
    GROUP = "group"
    NOTES = "notes"
    STATUS = "status"
    NAME = "name"
    """The head of a list of people, not of a programme."""
    REACH = "reach"
    """An address of mail or a phone."""


_HEADS = {
    Role.TIME: "time times hour hours timing schedule ora ore orario orari hora horas horario heure heures "
    "horaire horaires uhrzeit zeit uhr"
    " tijd tijdstip tijden when wann wanneer quando quand cuando 時間 時刻",
    Role.START: "start starts begin from inizio dalle inicio desde debut de beginn von van ab start-time",
    Role.END: "end ends to until fine alle fin hasta ende bis einde tot fim ate",
    Role.DATE: "date dates data day days giorno giornata fecha dia dias jour jours datum tag dag 日付 日",
    Role.ACTIVITY: "activity activities attivita actividad actividades atividade atividades programme program "
    "programma programa agenda session sessions sessione"
    " topic topics event events what was wat quoi cosa contenuto contenuti descrizione description descripcion "
    "item programmpunkt onderdeel activiteit activite"
    " tema temas thema inhalt evento appuntamento incontro visita title titolo subject oggetto acto reunion "
    "meeting intitule objet details dettagli 内容 議題 acte",
    Role.PLACE: "place venue location where luogo sede dove lugar lieu ort veranstaltungsort locatie plaats "
    "waar local localizacao donde ou wo onde room sala salle raum zaal address"
    " indirizzo adresse adres direccion indirizzi city citta ciudad ville stadt stad cidade locations venues 場所 "
    "会場",
    Role.HOST: "host hosts hosted ospitante organisation organization company azienda empresa entreprise firma "
    "unternehmen bedrijf ente entidad organizer organiser gastgeber",
    Role.CONTACT: "contact contacts referente referenti contatto contatti contacto ansprechpartner "
    "ansprechperson contactpersoon kontakt responsible responsabile responsable responsavel interlocutor "
    "interlocutori",
    Role.SPEAKER: "speaker speakers relatore relatori ponente ponentes intervenant intervenants referent "
    "referenten spreker sprekers orador oradores who wer wie chi qui quien quem moderator",
    Role.GROUP: "group groups gruppo gruppi groupe gruppe grupo groep delegates partecipanti participants "
    "participantes teilnehmer deelnemers",
    Role.NOTES: "note notes remarks comment comments osservazioni observaciones remarques bemerkung bemerkungen "
    "opmerkingen notas transport trasporto transporte info anmerkungen obs logistics logistica duration "
    "durata dauer nr n no # dress",
    Role.STATUS: "status stato estado statut state",
    Role.NAME: "name nome nombre nom naam surname cognome apellidos vorname nachname family-name role ruolo "
    "cargo funktion position job funzione qualifica",
    Role.REACH: "e-mail email mail phone tel telefono telephone telefon telefoon mobile cellulare movil",
}
_ROLE = {word: role for role, words in _HEADS.items() for word in words.split()}
_APART = re.compile(r"[\s/|(),&.:;]+")
_MOST_WORDS = 4


def role_of(text: str) -> Role | None:
    """Return what a column with this head holds, None for words that head none."""
    words = [word for word in _APART.split(plain(text)) if word]
    if not 1 <= len(words) <= _MOST_WORDS or any(character.isdigit() for character in text):
        return None
    return next((_ROLE[word] for word in words if word in _ROLE), None)
