"""List what can be printed of the open mission."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from uuid import UUID

from missionplanner.base.i18n import SCREEN_LANGUAGES, translator
from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group, in_both
from missionplanner.gui.widgets.basics import keys_of
from missionplanner.gui.wording import language_name

Print = Callable[[str, str, UUID | None], object]
"""Prints a kind of document in a language (empty: each in their own) for one person, or for all."""

PROGRAMME, ITINERARY = "programme", "itinerary"
_ITINERARIES = N_("Print all personal agendas…")
_WORDS = ("print programme", "pdf", "document", "stampa programma", "stampa il programma", "documento")


@lru_cache(maxsize=4)
def _kinds_in(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return kind, title and other words of all kinds without an entry of their own, in a language."""
    from missionplanner.services.paper import paper_kinds

    t, others = translator(language), (PROGRAMME, ITINERARY)
    found = [one for one in paper_kinds.kinds() if one.id not in others]
    return tuple(
        (one.id, t("Print: {document}…", document=t(one.title)), _words(one.title, paper_kinds.words_of(one)))
        for one in found
    )


def _words(title: str, more: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a kind is found by: its title after the verb in both languages, and what is said of it."""
    return (*(f"{verb} {name}" for verb in ("print", "stampa") for name in in_both(title)), *more)


class PaperSource:
    """List the programme in every language, everybody's personal agendas, and all other kinds of documents."""

    def __init__(self, actions: Actions, wanted: Print) -> None:
        self._actions, self._wanted = actions, wanted

    def entries(self, ctx: Context) -> list[Entry]:
        """Return what can be printed; nothing where no mission is open."""
        plan = ctx.mission.plan
        if plan is None:
            return []
        own = [one for one in plan.mission.languages if one in SCREEN_LANGUAGES]
        languages = dict.fromkeys((*own, *SCREEN_LANGUAGES))  # those the press speaks, the mission's first
        return [*(self._programme(ctx, one) for one in languages), self._itineraries(ctx), *self._kinds(ctx)]

    def _kinds(self, ctx: Context) -> list[Entry]:
        """Return every other kind of document: choosing one shows it as it will be printed."""
        return [
            Entry(
                key=f"paper:{kind}",
                group=Group.DOCUMENTS,
                title=title,
                icon="file-text",
                words=words,
                run=partial(self._wanted, kind, "", None),
            )
            for kind, title, words in _kinds_in(ctx.t.language)
        ]

    def _programme(self, ctx: Context, language: str) -> Entry:
        name = language_name(language)
        return Entry(
            key=f"paper:programme:{language}",
            group=Group.DOCUMENTS,
            title=ctx.t("Print the programme: {language}…", language=name),
            icon="file-text",
            words=(*_WORDS, name, language),
            run=partial(self._wanted, PROGRAMME, language, None),
        )

    def _itineraries(self, ctx: Context) -> Entry:
        return Entry(
            key="paper:itineraries",
            group=Group.DOCUMENTS,
            title=ctx.t(_ITINERARIES),
            icon="users",
            words=(
                *in_both(_ITINERARIES),
                "itineraries",
                "pdf",
                "itinerari",
                "agende personali",
                "personal agendas",
            ),
            keys=keys_of(self._actions["print_itineraries"]),
            run=partial(self._wanted, ITINERARY, "", None),
        )
