"""Put people and lists of titles into sentences, in words that any language can say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.scene import NAMED_AT_MOST, Scene
from missionplanner.domain.texts import Texts

BETWEEN = "”, “"
"""What stands between the titles of a list whose sentence quotes it."""

_MANY = N_("{count} people, among them {people}")
_EVERYONE = N_("The whole delegation")


@dataclass(frozen=True, slots=True)
class Lists:
    """Be one statement about ``{names}``: for one, for two or three, and for ``{count}`` of them."""

    one: str
    few: str
    many: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """Be one statement for one person, for two or three, for more, and for the whole delegation."""

    one: str
    few: str
    many: str
    everyone: str


def who(scene: Scene, members: frozenset[UUID]) -> str | Message:
    """Return how to begin a sentence about these members, before a colon."""
    listed = scene.crowd(members).listed
    if members == scene.attendees.everyone and (not scene.plan.everyone or len(members) > NAMED_AT_MOST):
        return Message(_EVERYONE)
    if len(members) <= NAMED_AT_MOST:
        return listed
    return Message.of(_MANY, {"count": len(members), "people": listed})


def about(scene: Scene, members: frozenset[UUID], sentences: Sentences, arguments: dict[str, str]) -> Message:
    """Return the sentence that says something about these members."""
    listed = scene.crowd(members).listed
    unnamed = not scene.plan.everyone
    if members == scene.attendees.everyone and (unnamed or len(members) > NAMED_AT_MOST):
        return Message.of(sentences.everyone, arguments)
    if len(members) == 1:
        return Message.of(sentences.one, {"person": listed, **arguments})
    if len(members) <= NAMED_AT_MOST:
        return Message.of(sentences.few, {"people": listed, **arguments})
    return Message.of(sentences.many, {"count": len(members), "people": listed, **arguments})


def some_of(
    scene: Scene, sentences: Lists, names: Sequence[Texts | str | None], arguments: dict[str, Any] | None = None
) -> tuple[Message, tuple[tuple[str, Texts], ...]]:
    """Return the sentence about these names, sorted as given, and the titles in it."""
    titles = tuple(("names", _texts(one)) for one in names[:NAMED_AT_MOST])
    said = BETWEEN.join(scene.text(one) for _, one in titles)
    known = {"names": said, **(arguments or {})}
    if len(names) == 1:
        return Message.of(sentences.one, known), titles
    if len(names) <= NAMED_AT_MOST:
        return Message.of(sentences.few, known), titles
    return Message.of(sentences.many, {"count": len(names), **known}), titles


def crowded(scene: Scene, members: Iterable[UUID]) -> dict[str, Any]:
    """Return the fields of a finding that say whom it concerns."""
    crowd = scene.crowd(frozenset(members))
    return {"people": crowd.people, "crowd": crowd.digest}


def _texts(name: Texts | str | None) -> Texts:
    if isinstance(name, Texts) and name:
        return name
    return Texts.of(name if isinstance(name, str) and name else "–")
