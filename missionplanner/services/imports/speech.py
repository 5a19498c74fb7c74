"""Say what was read in a language: days the way it writes them, words of the vocabulary in its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import Message
from missionplanner.exchange.mission_lists import words

ShowDay = Callable[[dt.date], str]
_DAYS = ("date", "day")
"""Arguments of messages that are days as ISO text."""


def day_in(t: Translator) -> ShowDay:
    """Return what writes days in full the way a translator's language does."""
    from babel.dates import format_date

    shape = "EEEE d MMMM y" if t.language != "en" else "EEEE, d MMMM y"
    return lambda day: format_date(day, shape, locale=t.language)


def sentence(message: Message, t: Translator, show_day: ShowDay) -> str:
    """Return a message in a language, its days written by ``show_day``."""
    arguments = dict(message.arguments)
    for name in _DAYS:
        day = _day(arguments.get(name))
        if day is not None:
            arguments[name] = show_day(day)
    return t(message.text, **arguments)


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def word(member: StrEnum, language: str) -> str:
    """Return a word of the vocabulary in a language; its own name where lists have none for it."""
    return words.word(member, language) or "" if type(member) in words.vocabularies() else str(member)


def value(one: object, language: str, show_day: ShowDay) -> str:
    """Return a value as one line."""
    if one is None:
        return ""
    if isinstance(one, StrEnum):
        return word(one, language)
    if isinstance(one, bool):
        return words.yes_no(one, language) or ""
    if isinstance(one, dt.time):
        return one.strftime("%H:%M")
    if isinstance(one, dt.date):
        return show_day(one)
    if isinstance(one, tuple):
        return ", ".join(value(getattr(each, "name", each), language, show_day) for each in one)
    if isinstance(one, Decimal | float):
        return _number(one, language)
    return " ".join(str(one).split())


def _number(one: Decimal | float, language: str) -> str:
    """Return a number with the mark of decimals of a language and no zeros that say nothing."""
    plain = format(Decimal(str(one)).normalize(), "f")
    return plain if language == "en" else plain.replace(".", ",")
