"""Keep what changed, in order, and what a workspace is."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from missionplanner.db.columns import Privacy, plain
from missionplanner.db.orm import Base

_NEITHER = {"privacy": Privacy.NEITHER}
_SEALED_INSIDE = {"privacy": Privacy.PERSONAL}


class ChangesetRow(Base):
    """Be one edit, undo or redo. Rows are only ever added."""

    __tablename__ = "changeset"
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True, info=_NEITHER)
    time: Mapped[dt.datetime] = plain()
    kind: Mapped[str] = plain(sa.String(8))
    label: Mapped[str] = plain()
    arguments: Mapped[Any] = mapped_column(sa.JSON, info=_SEALED_INSIDE)
    gesture: Mapped[str | None] = plain()
    targets: Mapped[Any] = mapped_column(sa.JSON, info=_NEITHER)
    undoable: Mapped[bool] = plain()


class ChangeRow(Base):
    """Be one row before and after; None where it did not exist."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True, info=_NEITHER)
    changeset_id: Mapped[int] = mapped_column(sa.ForeignKey("changeset.id"), index=True, info=_NEITHER)
    table_name: Mapped[str] = plain(sa.String(40))
    record_id: Mapped[UUID] = mapped_column(index=True, info=_NEITHER)
    mission_id: Mapped[UUID | None] = mapped_column(index=True, info=_NEITHER)
    before: Mapped[Any] = mapped_column(sa.JSON(none_as_null=True), nullable=True, info=_SEALED_INSIDE)
    after: Mapped[Any] = mapped_column(sa.JSON(none_as_null=True), nullable=True, info=_SEALED_INSIDE)


class BlobRow(Base):
    """Be a photo, logo or receipt, named by what it holds."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(sa.String(64), primary_key=True, info=_NEITHER)
    extension: Mapped[str] = plain(sa.String(8))
    data: Mapped[bytes] = mapped_column(sa.LargeBinary, info=_SEALED_INSIDE)


class WorkspaceFact(Base):
    """Be one fact about the file itself: its identity, when it was made."""

    __tablename__ = "workspace_fact"

    key: Mapped[str] = mapped_column(sa.String(40), primary_key=True, info=_NEITHER)
    value: Mapped[str] = plain()
