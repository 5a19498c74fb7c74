"""Add what paper, meetings and the time after a mission need. Frozen: later schemas are files of their own."""

from __future__ import annotations

from missionplanner.db.migrations.spelling import add_columns, create_table

revision = "5"
down_revision = "4"

TABLES = {
    "contact_made": """
        mission_id uuid! > mission index, person_id uuid! > person index, by_id uuid > person index, item_id
        uuid > agenda_item index, date date, interest text40, note text, position int!, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "field_note": """
        mission_id uuid! > mission index, at text32, text text, item_id uuid > agenda_item index, person_id
        uuid > person index, organisation_id uuid > organisation index, position int!, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "issued_content": """
        mission_id uuid! index, digest text! index, content text!, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "meeting_order": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, first_id uuid! >
        meeting index, second_id uuid! > meeting index, position int!, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "photo": """
        mission_id uuid! > mission index, position int!, medium text, caption json, credit text, taken_at
        text32, item_id uuid > agenda_item index, cleared bool, id uuid! key, created_at text32!, updated_at
        text32!
    """,
    "seat": """
        mission_id uuid! > mission index, table_id uuid! > seating_table index, person_id uuid! > person
        index, number int, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "seating_table": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, position int!, name text, seats
        int, shape text40, id uuid! key, created_at text32!, updated_at text32!
    """,
    "session_interpreter": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, person_id uuid! > person
        index, languages json, unavailable json, position int!, id uuid! key, created_at text32!, updated_at
        text32!
    """,
    "survey_answer": """
        mission_id uuid! > mission index, question_id uuid! > survey_question index, person_id uuid > person
        index, organisation_id uuid > organisation index, item_id uuid > agenda_item index, value text,
        position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "survey_question": """
        mission_id uuid! > mission index, position int!, text json, kind text40, id uuid! key, created_at
        text32!, updated_at text32!
    """,
}

COLUMNS = {
    "agenda_item": """
        booking text, payer_id uuid > organisation index, plan_b text, background json, questions json,
        actual_start time, actual_end time
    """,
    "attendance": """
        arrived time, left time, substitute_id uuid > person index, note text
    """,
    "issued_document": """
        subject_id uuid index
    """,
    "item_person": """
        rsvp text40, companions int
    """,
    "matchmaking": """
        allow_repeats bool
    """,
    "matchmaking_participant": """
        session text40, max_per_day int
    """,
    "meeting": """
        interpreter_id uuid > person index
    """,
    "meeting_request": """
        note text
    """,
    "meeting_table": """
        place_id uuid > place index, capacity int
    """,
    "mission": """
        evidence_until date, emblem text, cover text40, footer json, insurance text
    """,
    "outcome": """
        why_not text, satisfaction int
    """,
    "person": """
        address_form text40
    """,
    "template": """
        language text, medium text
    """,
}


def upgrade() -> None:
    """Create the new tables, then the new columns of those that were there."""
    for table, columns in TABLES.items():
        create_table(table, columns)
    for table, columns in COLUMNS.items():
        add_columns(table, columns)
