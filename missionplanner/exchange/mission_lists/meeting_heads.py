"""Say what the lists of B2B meetings are called and which columns they have, in five languages."""

from __future__ import annotations

from missionplanner.domain.vocabulary import MeetingState
from missionplanner.exchange.mission_lists.list_head import DATE, END, START, ListHead
from missionplanner.exchange.tables.fields import Kind, Sort
from missionplanner.exchange.tables.fields import people as p
from missionplanner.exchange.tables.fields.field import field

SESSION = field("session", en="Session", it="Sessione", es="Sesión", fr="Session", de="Runde")
TABLE = field("table", en="Table", it="Tavolo", es="Mesa", fr="Table", de="Tisch")
INTERPRETER = field(
    "interpreter", en="Interpreter", it="Interprete", es="Intérprete", fr="Interprète", de="Dolmetscher"
)
STATE = field("state", Sort.WORD, MeetingState, en="Status", it="Stato", es="Estado", fr="État", de="Stand")

MEETINGS = (
    ListHead(
        "meetings",
        "B2B meetings|Incontri B2B|Reuniones B2B|Rendez-vous B2B|B2B-Gespräche",
        more=(
            *(SESSION, DATE, START, END, TABLE),
            field(
                "a",
                en="Organisation A",
                it="Organizzazione A",
                es="Organización A",
                fr="Organisation A",
                de="Organisation A",
            ),
            field(
                "b",
                en="Organisation B",
                it="Organizzazione B",
                es="Organización B",
                fr="Organisation B",
                de="Organisation B",
            ),
            INTERPRETER,
            STATE,
        ),
        kept=("date", "start", "end", "table", "a", "b"),
    ),
    ListHead(
        "timetable",
        "B2B timetable|Calendario B2B|Horario B2B|Planning B2B|B2B-Zeitplan",
        more=(SESSION, DATE, START, END),
        kept=("date", "start", "end"),
    ),
    ListHead(
        "participants",
        "B2B by participant|B2B per partecipante|B2B por participante|B2B par participant|B2B je Teilnehmer",
        more=(
            p.ORGANISATION,
            field("people", Sort.LIST, en="People", it="Persone", es="Personas", fr="Personnes", de="Personen"),
            *(SESSION, DATE, START, END, TABLE),
            field("with", en="Meets", it="Incontra", es="Se reúne con", fr="Rencontre", de="Trifft"),
            field(
                "with_people",
                Sort.LIST,
                en="Whom there",
                it="Chi incontra",
                es="Con quién",
                fr="Qui est rencontré",
                de="Wen dort",
            ),
            INTERPRETER,
        ),
        kept=("organisation", "date", "start", "end", "table", "with"),
    ),
    ListHead(
        "wishes",
        "B2B wishes|Richieste B2B|Peticiones B2B|Souhaits B2B|B2B-Wünsche",
        Kind.WISHES,
        ("from", "to", "wish", "notes"),
        (
            field(
                "planned", Sort.YES, en="Planned", it="In calendario", es="En el horario", fr="Prévu", de="Geplant"
            ),
        ),
        kept=("from", "to", "wish"),
    ),
)
"""The lists of B2B meetings, in the order of the sheets. The timetable has a column more for each table."""
