"""Create the first schema. Frozen: later schemas are files of their own."""

from __future__ import annotations

from missionplanner.db.migrations.spelling import create_table

revision = "1"
down_revision = None

TABLES = {
    "acceptance": """
        mission_id uuid! > mission index, finding text!, facts text!, reason text!, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "agenda_item": """
        mission_id uuid! > mission index, kind text40!, title json!, date date, position int!, start
        time, end time, end_date date, zone text, end_zone text, part_of_day text40, place_id uuid >
        place index, place_text text, city text, country text, audience_limited bool!, status text40,
        language text, dress_code text, locked bool, text json, team_notes text, talking_points text,
        leg_id uuid > leg index, id uuid! key, created_at text32!, updated_at text32!
    """,
    "agreement": """
        mission_id uuid! > mission index, position int!, kind text40, date date, text json, value
        text40, currency text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "agreement_party": """
        mission_id uuid! > mission index, agreement_id uuid! > agreement index, organisation_id uuid! >
        organisation index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "attendance": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, person_id uuid! > person
        index, position int!, state text40, id uuid! key, created_at text32!, updated_at text32!
    """,
    "audience_group": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, group_id uuid! >
        delegation_group index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "audience_person": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, person_id uuid! > person
        index, excepted bool!, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "blob": """
        sha256 text64! key, extension text8!, data bytes!
    """,
    "budget_line": """
        mission_id uuid! > mission index, position int!, category text40, text json, planned text40,
        committed text40, paid text40, currency text, payer_id uuid > organisation index, eligible bool,
        id uuid! key, created_at text32!, updated_at text32!
    """,
    "change": """
        id int! key, changeset_id int! > changeset index, table_name text40!, record_id uuid! index,
        mission_id uuid index, before json, after json
    """,
    "changeset": """
        id int! key, time text32!, kind text8!, label text!, arguments json!, gesture text, targets
        json!, undoable bool!
    """,
    "confidential": """
        mission_id uuid! > mission index, delegate_id uuid! > delegate index, access_needs bytes,
        emergency bytes, document_number bytes, document_name bytes, document_issuer bytes,
        document_issued bytes, document_born bytes, document_birthplace bytes, id uuid! key, created_at
        text32!, updated_at text32!
    """,
    "delegate": """
        mission_id uuid! > mission index, position int!, person_id uuid > person index, place_of_id uuid
        > organisation index, role text40, status text40, precedence int, badge text, arrival_id uuid >
        leg index, departure_id uuid > leg index, visa text40, diet bytes, nationality bytes,
        document_expires bytes, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "delegate_group": """
        mission_id uuid! > mission index, delegate_id uuid! > delegate index, group_id uuid! >
        delegation_group index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "delegation_group": """
        mission_id uuid! > mission index, position int!, name json, colour text, leader_id uuid > person
        index, deputy_id uuid > person index, id uuid! key, created_at text32!, updated_at text32!
    """,
    "destination": """
        mission_id uuid! > mission index, position int!, city text, country text, region text, zone
        text, from_day date, to_day date, id uuid! key, created_at text32!, updated_at text32!
    """,
    "file_ref": """
        mission_id uuid! > mission index, list text!, record_id uuid! index, ref text, position int!, id
        uuid! key, created_at text32!, updated_at text32!
    """,
    "follow_up": """
        mission_id uuid! > mission index, position int!, text json, owner_id uuid > person index, due
        date, state text40, about_organisation_id uuid > organisation index, about_person_id uuid >
        person index, about_item_id uuid > agenda_item index, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "initiative": """
        name text, programme text, partners int, countries int, budget text40, notes text, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "initiative_member": """
        initiative_id uuid! > initiative index, organisation_id uuid! > organisation index, role text40,
        position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "issued_block": """
        mission_id uuid! index, document_id uuid! index, key text!, content_hash text!, position int!,
        id uuid! key, created_at text32!, updated_at text32!
    """,
    "issued_document": """
        mission_id uuid! index, kind text!, language text!, version int!, issued_at text32!, person_id
        uuid index, group_id uuid index, variant text, content_hash text!, id uuid! key, created_at
        text32!, updated_at text32!
    """,
    "item_host": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, organisation_id uuid! >
        organisation index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "item_objective": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, objective_id uuid! >
        objective index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "item_person": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, person_id uuid! > person
        index, role text40, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "leg": """
        mission_id uuid! > mission index, position int!, mode text40, operator text, number text, origin
        text, destination text, origin_text text, destination_text text, date date, start time, end
        time, end_date date, zone text, end_zone text, terminal text, capacity int, booking text, notes
        text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "leg_passenger": """
        mission_id uuid! > mission index, leg_id uuid! > leg index, person_id uuid! > person index,
        booking text, seat text, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "matchmaking": """
        mission_id uuid! > mission index, position int!, title json, item_id uuid > agenda_item index,
        max_per_day int, id uuid! key, created_at text32!, updated_at text32!
    """,
    "matchmaking_participant": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, organisation_id
        uuid! > organisation index, position int!, side text40, unavailable json, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "matchmaking_person": """
        mission_id uuid! > mission index, participant_id uuid! > matchmaking_participant index,
        person_id uuid! > person index, position int!, id uuid! key, created_at text32!, updated_at
        text32!
    """,
    "meeting": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, position int!, a_id
        uuid! > organisation index, b_id uuid! > organisation index, slot int, table text, state text40,
        locked bool, id uuid! key, created_at text32!, updated_at text32!
    """,
    "meeting_request": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, from_id uuid! >
        organisation index, to_id uuid! > organisation index, wish text40, position int!, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "meeting_slot": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, position int!, date
        date!, start time!, end time!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "meeting_table": """
        mission_id uuid! > mission index, matchmaking_id uuid! > matchmaking index, name text!, position
        int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "mission": """
        code text!, title json!, start date!, end date!, zone text!, sample bool, kind text40, status
        text40, programme_status text40, travel_start date, travel_end date, home_zone text, languages
        json, currency text, theme json, summary json, ecosystems json, value_chains json, initiative_id
        uuid > initiative index, grant text, cup text, work_package text, funding_statement json, accent
        text, on_call_name text, on_call_phone text, notes text, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "objective": """
        mission_id uuid! > mission index, position int!, text json, indicator text, target text40,
        result text40, id uuid! key, created_at text32!, updated_at text32!
    """,
    "organisation": """
        name text, native_name text, short text, kind text40, parent_id uuid > organisation index,
        country text, region text, city text, address text, ecosystems json, value_chains json, website
        text, profile json, logo text, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "organiser": """
        mission_id uuid! > mission index, organisation_id uuid! > organisation index, role text40,
        position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "outcome": """
        mission_id uuid! > mission index, position int!, item_id uuid > agenda_item index, meeting_id
        uuid > meeting index, held bool, interest text40, summary json, next_step json, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "partner": """
        mission_id uuid! > mission index, organisation_id uuid! > organisation index, position int!,
        role text40, state text40, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "partner_contact": """
        mission_id uuid! > mission index, partner_id uuid! > partner index, person_id uuid! > person
        index, position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "partner_request": """
        mission_id uuid! > mission index, partner_id uuid! > partner index, position int!, date date,
        channel text40, person_id uuid > person index, text text, next_day date, id uuid! key,
        created_at text32!, updated_at text32!
    """,
    "person": """
        given text, family text, name_order text40, native_name text, honorific text, organisation_id
        uuid > organisation index, job json, languages json, email text, mobile text, bio json, photo
        text, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "pitch": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, position int, minutes int,
        organisation_id uuid > organisation index, person_id uuid > person index, topic json, order
        int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "place": """
        name text, organisation_id uuid > organisation index, address text, entrance text, meeting_point
        text, city text, country text, zone text, lat real, lon real, capacity int, exclusive bool,
        id_required bool, notice_days int, nda bool, safety_gear json, no_photos bool, opens time,
        closes time, closed_days json, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "stay": """
        mission_id uuid! > mission index, position int!, hotel_id uuid > place index, room text40,
        room_no text, from_day date, to_day date, notes text, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "stay_guest": """
        mission_id uuid! > mission index, stay_id uuid! > stay index, person_id uuid! > person index,
        position int!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "workspace_fact": """
        key text40! key, value text!
    """,
}


def upgrade() -> None:
    """Create every table, its references and its indexes."""
    for table, columns in TABLES.items():
        create_table(table, columns)
