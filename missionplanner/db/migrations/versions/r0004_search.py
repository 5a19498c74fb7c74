"""Add the full-text index, empty: whoever migrates fills it. Frozen: later schemas are files of their own."""

from __future__ import annotations

from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Create the tables of the index."""
    op.execute("""CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, record_id TEXT NOT NULL, mission_id TEXT,
    name TEXT NOT NULL, words TEXT NOT NULL, more TEXT NOT NULL
)""")
    op.execute("CREATE INDEX ix_search_entry_record_id ON search_entry (record_id)")
    op.execute("CREATE INDEX ix_search_entry_mission_id ON search_entry (mission_id)")
    op.execute("""CREATE VIRTUAL TABLE search_text USING fts5(
    name, words, more, content='search_entry', content_rowid='id', prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 2'
)""")
