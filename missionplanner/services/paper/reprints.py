"""Say of every document given out whether its copy still holds, and what in it does not."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.base.i18n import translator
from missionplanner.base.progress import Progress
from missionplanner.db import reading
from missionplanner.documents import press
from missionplanner.documents.content.differences import Difference, day_line, differences, sentences, with_labels
from missionplanner.documents.content.told import Told, read
from missionplanner.documents.content.voice import Voice
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.message_text import changes_message
from missionplanner.services.archive import archive_of
from missionplanner.services.paper import documents, papers
from missionplanner.services.paper.held_copies import blocks_of
from missionplanner.services.paper.papers import Paper, State
from missionplanner.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reprint:
    """Be a document given out. ``why`` says what its copy does not tell as it is now, a line each; none where it
    holds."""

    paper: Paper
    why: tuple[str, ...] = ()

    @property
    def needed(self) -> bool:
        return self.paper.state is State.CHANGED


def reprints(
    ws: Workspace, plan: MissionPlan, language: str, progress: Progress | None = None
) -> tuple[Reprint, ...]:
    """Return every document given out, those first that are to be printed anew, each with why.

    To be called off the window's thread. Raises Cancelled.
    """
    found = papers.papers(plan, progress, given_out=True, ws=ws)
    changed = [one for one in found if one.state is State.CHANGED]
    why = {one.key: _why(ws, plan, one, language) for one in changed}
    judged = [Reprint(one, why.get(one.key, ())) for one in found]
    return tuple(sorted(judged, key=lambda one: not one.needed))


def message(ws: Workspace, plan: MissionPlan, one: Reprint) -> str:
    """Return what has changed since a copy as a message under 700 characters, in the language of the copy.

    "" where the copy holds.
    """
    if not one.needed:
        return ""
    language = one.paper.language.split("+")[0]
    return changes_message(plan, _why(ws, plan, one.paper, language), translator(language))


def _why(ws: Workspace, plan: MissionPlan, paper: Paper, language: str) -> tuple[str, ...]:
    voice = Voice(plan, language)
    lines = []
    for one in _differences(ws, plan, paper):
        named = one.shown if one.now or one.before else None
        head = " · ".join(part for part in (day_line(voice, named.day), named.title) if part) if named else ""
        said = "; ".join(sentences(voice, with_labels(voice, one)))
        lines.append(f"{head}: {said}" if head else said)
    return tuple(lines)


def _differences(ws: Workspace, plan: MissionPlan, paper: Paper) -> tuple[Difference, ...]:
    """Return what the last copy of a document shows otherwise than it is now."""
    held = blocks_of(plan, _last(plan, paper))
    orders = documents.orders_of(plan, paper.request)[:1]
    (today,) = press.told(plan, orders, documents.sealed(ws, plan, orders), archive_of(ws, plan, orders))
    with ws.reading() as connection:
        kept = reading.issued_contents(connection, plan.mission.id, {digest for _, digest in held})
    told = {digest: read(text) for digest, text in kept.items()}
    blocks = [(key, digest) for key, digest, _ in today]
    now = [read(text) or Told() for _, _, text in today]
    return differences(held, told, blocks, now)


def _last(plan: MissionPlan, paper: Paper) -> r.IssuedDocument:
    copies = (one for one in plan.issued if papers.key_of(one) == paper.key)
    return max(copies, key=lambda one: one.issued_at)
