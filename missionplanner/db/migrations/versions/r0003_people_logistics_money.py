"""Add people, partners, logistics and money. Frozen: later schemas are files of their own."""

from __future__ import annotations

from missionplanner.db.migrations.spelling import add_columns, create_table

revision = "3"
down_revision = "2"

TABLES = {
    "access_entry": """
        mission_id uuid! > mission index, place_id uuid! > place index, delegate_id uuid! > delegate index,
        position int!, state text40, sent_on date, sent_to text, note text, id uuid! key, created_at
        text32!, updated_at text32!
    """,
    "contact_note": """
        organisation_id uuid > organisation index, person_id uuid > person index, mission_id uuid > mission
        index, date date, channel text40, text text, next_day date, promise bool, id uuid! key, created_at
        text32!, updated_at text32!
    """,
    "distinct_pair": """
        kind text!, one_id uuid!, other_id uuid!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "expense": """
        mission_id uuid! > mission index, position int!, line_id uuid > budget_line index, category text40,
        text json, date date, end_date date, amount text40, currency text, rate text40, rate_date date,
        rate_source text, payer_id uuid > organisation index, supplier_id uuid > organisation index,
        delegate_id uuid > delegate index, organisation_id uuid > organisation index, eligible bool,
        per_diem bool, in_kind bool, cup text, cig text, paid_on date, receipt text, notes text, id uuid!
        key, created_at text32!, updated_at text32!
    """,
    "import_mapping": """
        signature text!, kind text!, content text!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "item_option": """
        mission_id uuid! > mission index, item_id uuid! > agenda_item index, position int!, date date, start
        time, end time, note text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "journey": """
        mission_id uuid! > mission index, position int!, name json, notes text, id uuid! key, created_at
        text32!, updated_at text32!
    """,
    "payer_share": """
        mission_id uuid! > mission index, line_id uuid! > budget_line index, organisation_id uuid! >
        organisation index, percent text40, position int!, id uuid! key, created_at text32!, updated_at
        text32!
    """,
    "quote": """
        mission_id uuid! > mission index, line_id uuid! > budget_line index, position int!, supplier_id uuid
        > organisation index, amount text40, currency text, date date, valid_until date, chosen bool,
        document text, notes text, id uuid! key, created_at text32!, updated_at text32!
    """,
    "requirement": """
        mission_id uuid! > mission index, position int!, kind text40, name json, basis text40, item_id uuid
        > agenda_item index, place_id uuid > place index, group_id uuid > delegation_group index,
        before_days int, before_months int, due date, id uuid! key, created_at text32!, updated_at text32!
    """,
    "requirement_state": """
        mission_id uuid! > mission index, requirement_id uuid! > requirement index, delegate_id uuid! >
        delegate index, state text40, date date, note text, position int!, id uuid! key, created_at text32!,
        updated_at text32!
    """,
    "saved_view": """
        page text!, name text!, content text!, id uuid! key, created_at text32!, updated_at text32!
    """,
    "value_chain": """
        position int!, code text, name json, cluster_id uuid > organisation index, priority json, id uuid!
        key, created_at text32!, updated_at text32!
    """,
    "vehicle": """
        mission_id uuid! > mission index, position int!, name text, capacity int, plate text, driver text,
        driver_phone text, supplier_id uuid > organisation index, numbered bool, notes text, id uuid! key,
        created_at text32!, updated_at text32!
    """,
}

COLUMNS = {
    "budget_line": """
        quantity text40, unit text40, rate text40, rate_date date, rate_source text, organisation_id uuid >
        organisation index, delegate_id uuid > delegate index, in_kind bool, cup text, cig text, notes text
    """,
    "confidential": """
        home_address bytes
    """,
    "delegate": """
        joins date, leaves date, replaced_by_id uuid > delegate index, room_wish text40, share_with_id uuid
        > delegate index, insurance text40, consent_photo bool, consent_contact bool, fee text40,
        fee_currency text, fee_state text40
    """,
    "initiative": """
        short text, grant text, start date, end date, currency text, website text, objectives json
    """,
    "leg": """
        journey_id uuid > journey index, vehicle_id uuid > vehicle index, private bool
    """,
    "leg_passenger": """
        ticket text, baggage text, private bool
    """,
    "organisation": """
        offers json, seeks json, employees int, vat text, email text, phone text, tags json
    """,
    "partner": """
        region text
    """,
    "partner_request": """
        answer text, answered_on date
    """,
    "person": """
        phone text, tags json
    """,
    "place": """
        access_fields json, website text, phone text, tags json
    """,
    "stay": """
        booking text, board text, price text40, currency text
    """,
}


def upgrade() -> None:
    """Create the new tables, then the new columns of those that were there."""
    for table, columns in TABLES.items():
        create_table(table, columns)
    for table, columns in COLUMNS.items():
        add_columns(table, columns)
