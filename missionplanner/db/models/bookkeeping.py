"""Keep the rows that tie a mission to its file, its findings and its paper, and what people set up."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from sqlalchemy.orm import Mapped

from missionplanner.db.columns import Gone, Privacy, Word, link, personal, plain, trace
from missionplanner.db.orm import Entity
from missionplanner.domain import records
from missionplanner.domain.vocabulary import TemplateKind


class FileRefRow(Entity):
    __tablename__ = "file_ref"
    record_type = records.FileRef
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    list: Mapped[str] = plain()
    record_id: Mapped[UUID] = plain(index=True)
    ref: Mapped[str | None] = plain()
    position: Mapped[int] = plain()


class AcceptanceRow(Entity):
    __tablename__ = "acceptance"
    record_type = records.Acceptance
    mission_id: Mapped[UUID] = link("mission", Gone.TOO)
    finding: Mapped[str] = plain()
    facts: Mapped[str] = plain()
    reason: Mapped[str] = personal()


class CheckOptionRow(Entity):
    __tablename__ = "check_option"
    record_type = records.CheckOption
    mission_id: Mapped[UUID | None] = link("mission", Gone.TOO)
    name: Mapped[str] = plain()
    value: Mapped[str] = plain()


class TemplateRow(Entity):
    __tablename__ = "template"
    record_type = records.Template
    kind: Mapped[TemplateKind] = plain(Word(TemplateKind))
    name: Mapped[str] = plain()
    content: Mapped[str] = plain()
    language: Mapped[str | None] = plain()
    medium: Mapped[str | None] = plain()


class IssuedDocumentRow(Entity):
    __tablename__ = "issued_document"
    record_type = records.IssuedDocument
    mission_id: Mapped[UUID] = trace("mission", Gone.TOO)
    kind: Mapped[str] = plain()
    language: Mapped[str] = plain()
    version: Mapped[int] = plain()
    issued_at: Mapped[dt.datetime] = plain()
    person_id: Mapped[UUID | None] = trace("person", Gone.CLEAR, privacy=Privacy.PERSONAL)
    group_id: Mapped[UUID | None] = trace("delegation_group", Gone.CLEAR)
    subject_id: Mapped[UUID | None] = plain(index=True)
    variant: Mapped[str | None] = plain()
    content_hash: Mapped[str] = plain()


class IssuedBlockRow(Entity):
    __tablename__ = "issued_block"
    record_type = records.IssuedBlock
    mission_id: Mapped[UUID] = trace("mission", Gone.TOO)
    document_id: Mapped[UUID] = trace("issued_document", Gone.TOO)
    key: Mapped[str] = plain()
    content_hash: Mapped[str] = plain()
    position: Mapped[int] = plain()


class IssuedContentRow(Entity):
    __tablename__ = "issued_content"
    record_type = records.IssuedContent
    mission_id: Mapped[UUID] = trace("mission", Gone.TOO)
    digest: Mapped[str] = plain(index=True)
    content: Mapped[str] = personal()


class SavedViewRow(Entity):
    __tablename__ = "saved_view"
    record_type = records.SavedView
    page: Mapped[str] = plain()
    name: Mapped[str] = plain()
    content: Mapped[str] = personal()


class ImportMappingRow(Entity):
    __tablename__ = "import_mapping"
    record_type = records.ImportMapping
    signature: Mapped[str] = personal()
    kind: Mapped[str] = plain()
    content: Mapped[str] = plain()


class DistinctPairRow(Entity):
    __tablename__ = "distinct_pair"
    record_type = records.DistinctPair
    kind: Mapped[str] = plain()
    one_id: Mapped[UUID] = plain()
    other_id: Mapped[UUID] = plain()
