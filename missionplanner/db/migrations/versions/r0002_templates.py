"""Add templates and the options of checks. Frozen: later schemas are files of their own."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "check_option",
        _mission(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        *_identity(),
    )
    op.create_index("ix_check_option_mission_id", "check_option", ["mission_id"])
    op.create_table(
        "template",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        *_identity(),
    )


def _mission() -> sa.Column[Any]:
    key = sa.ForeignKey("mission.id", deferrable=True, initially="DEFERRED")
    return sa.Column("mission_id", sa.Uuid(), key, nullable=True)


def _identity() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), primary_key=True, nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
    )
