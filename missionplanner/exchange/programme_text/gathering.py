"""Gather what the lines and tables of a programme hold, before days are reckoned and words are weighed."""

from __future__ import annotations

from dataclasses import dataclass, field

from missionplanner.base.messages import Message
from missionplanner.domain.vocabulary import ItemStatus
from missionplanner.exchange.opened.sheet import Source
from missionplanner.exchange.programme_text.clocks import Moment
from missionplanner.exchange.programme_text.days import Said
from missionplanner.exchange.programme_text.found import Refused

MOST_ITEMS = 1_000
"""Items of a programme: more than twice the largest mission."""


@dataclass(slots=True)
class Mention:
    """Be a day as a heading or a cell says it; ``words`` are what else the heading says."""

    said: Said
    source: Source
    words: str = ""
    passing: bool = False
    """Whether it stood within other words, before the first item."""


@dataclass(slots=True)
class Draft:
    """Be an item in the making. ``day`` counts the mentions, None before the first.

    ``weak`` tells that nothing but its place in the text makes it an item.
    """

    source: Source
    day: int | None
    title: str = ""
    moment: Moment | None = None
    lines: list[str] = field(default_factory=list)
    place: str | None = None
    hosts: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    status: ItemStatus | None = None
    weak: bool = False
    indent: float = 0.0
    bullet: bool = False
    ready: bool = True
    """Whether its title stood on the line of its time."""
    below: bool = False
    """Whether its title stood beneath the line of its time."""
    parts: int = 0
    """How many items of groups stand for it."""


@dataclass(slots=True)
class Gathering:
    """Be everything found so far, in the order of the file."""

    mentions: list[Mention] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)

    @property
    def day(self) -> int | None:
        return len(self.mentions) - 1 if self.mentions else None

    def mention(self, said: Said, source: Source, words: str = "", *, passing: bool = False) -> int:
        """Note a day and return its number; the same day said again is one."""
        last = self.mentions[-1] if self.mentions else None
        if last is not None and _is_same(said, last.said):
            last.words = last.words or words
        else:
            self.mentions.append(Mention(said, source, words, passing))
        return len(self.mentions) - 1

    def refuse(self, source: Source, why: Message) -> None:
        """Note a line that was not taken."""
        if source.text and len(self.refused) < MOST_ITEMS:
            self.refused.append(Refused(source, why))


def _is_same(said: Said, last: Said) -> bool:
    """Tell whether a day is said again: under another weekday one of the two is wrong."""
    weekdays = {one.weekday for one in (said, last) if one.weekday is not None}
    return said.dated and (said.day, said.month) == (last.day, last.month) and len(weekdays) < 2
