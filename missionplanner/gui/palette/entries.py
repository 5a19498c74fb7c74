"""Say what the palette lists: entries in groups, and the sources they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Protocol

from missionplanner.base.i18n import translator
from missionplanner.base.messages import N_
from missionplanner.gui.context import Context
from missionplanner.gui.palette.matching import Words, words


class Group(IntEnum):
    """Name the groups, in the order they are listed."""

    BEST = 0
    RECENT = 1
    SUGGESTED = 2
    ACTIONS = 3
    ITEMS = 4
    PEOPLE = 5
    ORGANISATIONS = 6
    PLACES = 7
    DOCUMENTS = 8
    SETTINGS = 9
    HELP = 10
    CHOICES = 11
    EVERYWHERE = 12


HEADINGS: dict[Group, str] = {
    Group.BEST: N_("Best match"),
    Group.RECENT: N_("Recent"),
    Group.SUGGESTED: N_("Suggested here"),
    Group.ACTIONS: N_("Actions"),
    Group.ITEMS: N_("Agenda items"),
    Group.PEOPLE: N_("People"),
    Group.ORGANISATIONS: N_("Organisations"),
    Group.PLACES: N_("Places"),
    Group.DOCUMENTS: N_("Documents"),
    Group.SETTINGS: N_("Settings"),
    Group.HELP: N_("Start with"),
    Group.EVERYWHERE: N_("Everywhere"),
}
"""Heading of each group; choices of a second step have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Be one thing to choose.

    ``key`` names it for ever, without naming a person: it is kept among what was used last. ``words`` are
    other names it is found by, in any language; ``note`` is a second line. Exactly one of these says what
    choosing it does: ``run`` does it; ``choices`` are listed next, to be found by their words; ``answers``
    gives, for what is typed next, what that would do. ``why_not`` says why it cannot be done now; it is found by
    its full name alone then. ``boost`` lifts it among equals.
    """

    key: str
    group: Group
    title: str
    hint: str = ""
    note: str = ""
    icon: str = ""
    words: tuple[str, ...] = ()
    keys: str = ""
    run: Callable[[], object] | None = None
    choices: Callable[[], list[Entry]] | None = None
    answers: Callable[[str], list[Entry]] | None = None
    prompt: str = ""
    why_not: str = ""
    boost: int = 0

    @property
    def leads_on(self) -> bool:
        """Tell whether choosing it asks for more."""
        return self.choices is not None or self.answers is not None

    @property
    def name(self) -> str:
        """Return the title as a chip or a sentence has it."""
        return self.title.rstrip("…")


@dataclass(frozen=True, slots=True)
class Indexed:
    """Be an entry ready to be found."""

    entry: Entry
    words: Words


class Source(Protocol):
    """Be where entries come from. The same list means that nothing has changed since."""

    def entries(self, ctx: Context) -> list[Entry]:
        """Return all there is to find now."""
        ...


def indexed(entries: Iterable[Entry]) -> list[Indexed]:
    """Make entries ready to be found."""
    return [Indexed(one, words(one.title, one.words)) for one in entries]


def indexed_again(entries: Iterable[Entry]) -> list[Indexed]:
    """Make entries ready to be found, some hundred that are mostly as they were the last time."""
    return [Indexed(one, _known(one.title, one.words)) for one in entries]


_known = lru_cache(maxsize=8192)(words)


def in_both(*texts: str) -> tuple[str, ...]:
    """Return message ids in English and in Italian, whatever the window's language; commas part words."""
    italian = translator("it")
    said = [one for text in texts if text for one in (text, italian(text))]
    return tuple(part.strip() for one in said for part in one.split(","))
