"""Name what ties a mission to its file, its findings and its paper, and what people set up for themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from missionplanner.domain.records._record import MissionPart, Record
from missionplanner.domain.vocabulary import TemplateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef(MissionPart):
    """Keep under which id (``ref``; None: without one) and where in which list a file named a record."""

    list: str
    record_id: UUID
    ref: str | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(MissionPart):
    """Keep why a finding was accepted; it falls when ``facts`` no longer match."""

    finding: str
    facts: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOption(Record):
    """Keep a value that a check goes by instead of its own, for one mission or, without one, for all.

    ``name`` is the option's, unique by meaning: the mission's own comes before the workspace's.
    """

    mission_id: UUID | None = None
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Record):
    """Keep what others are made from: items with relative times, sets of documents, letters, messages, reports.

    ``content`` is JSON (of items: domain.templates). ``language`` is that of the words in it; ``medium`` names
    the file it is filled into, by the SHA-256 of a .docx.
    """

    kind: TemplateKind
    name: str
    content: str
    language: str | None = None
    medium: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedDocument(MissionPart):
    """Keep that a document left the house: what kind, for whom, in which language, when, as which version.

    ``subject_id`` is what it is about where that is neither everything nor who gets it: a visit, a vehicle.
    """

    kind: str
    language: str
    version: int
    issued_at: dt.datetime
    person_id: UUID | None = None
    group_id: UUID | None = None
    subject_id: UUID | None = None
    variant: str | None = None
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedBlock(MissionPart):
    """Keep the hash of what one block of an issued document showed (``key``: the record it tells of)."""

    document_id: UUID
    key: str
    content_hash: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedContent(MissionPart):
    """Keep what blocks of issued documents showed, as JSON, once a mission and ``digest`` (their hash)."""

    digest: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(Record):
    """Keep how a list is looked at: ``content`` is JSON of columns, filter and sort."""

    page: str
    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping(Record):
    """Keep which column of a sender's files is which field: ``content`` is JSON, ``signature`` their header's."""

    signature: str
    kind: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctPair(Record):
    """Keep that two records of the directory are not the same, however alike; ``kind`` is where both are stored.

    ``one_id`` is the lesser of the two ids.
    """

    kind: str
    one_id: UUID
    other_id: UUID
