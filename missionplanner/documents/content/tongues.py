"""Say fixed words in two languages at once, as a document does that has both: ``Ospiti · Guests``."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import Message

P = ParamSpec("P")
PLUS = "+"
"""Joins the codes of a document's languages: ``it+en``."""
BETWEEN = " · "


class Tongues(Translator):
    """Translate message ids into several languages; what is the same in all is said once."""

    def __init__(self, each: tuple[Translator, ...]) -> None:
        super().__init__(PLUS.join(one.language for one in each), gettext.NullTranslations())
        self.each = each

    def __call__(self, text: str, /, **arguments: object) -> str:
        return once(one(text, **arguments) for one in self.each)

    def plural(self, one: str, many: str, count: int, /, **arguments: object) -> str:
        return once(each.plural(one, many, count, **arguments) for each in self.each)

    def context(self, context: str, text: str) -> str:
        return once(one.context(context, text) for one in self.each)

    def say(self, message: Message | MissionPlannerError) -> str:
        return once(one.say(message) for one in self.each)


def once(said: Iterable[str], between: str = BETWEEN) -> str:
    """Join what is said in several languages, each thing once."""
    return between.join(dict.fromkeys(one for one in said if one))


def tongues(languages: str) -> Translator:
    """Return the translator of one language (``it``) or of several (``it+en``)."""
    if PLUS not in languages:
        return translator(languages)
    return Tongues(tuple(map(translator, languages.split(PLUS))))


def in_each(place: int) -> Callable[[Callable[P, str]], Callable[P, str]]:
    """Let a function whose argument at ``place`` is a language be asked for several: ``it+en``."""

    def decorate(say: Callable[P, str]) -> Callable[P, str]:
        @wraps(say)
        def said(*arguments: P.args, **named: P.kwargs) -> str:
            language = str(arguments[place])
            if PLUS not in language:
                return say(*arguments, **named)
            before, after = arguments[:place], arguments[place + 1 :]
            return once(say(*before, one, *after, **named) for one in language.split(PLUS))  # type: ignore[arg-type]

        return said

    return decorate
