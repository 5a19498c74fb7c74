"""Say a finding in a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import Message
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.checks.phrases import BETWEEN


def said(
    finding: Finding,
    t: Translator,
    show_day: Callable[[dt.date], str] = dt.date.isoformat,
    languages: Iterable[str] = (),
) -> str:
    """Return the sentence of a finding in the translator's language.

    ``show_day`` writes days the way that language does. Titles are taken in that language, else in
    one of ``languages``, the mission's; several of one name are told as a list.
    """
    titles: dict[str, list[str]] = {}
    for name, title in finding.titles:
        titles.setdefault(name, []).append(title.best(t.language, languages))
    arguments = dict(finding.message.arguments)
    for name, value in arguments.items():
        if name in titles:
            arguments[name] = BETWEEN.join(titles[name])
        elif isinstance(value, Message):
            arguments[name] = t.say(value)
        elif isinstance(value, float):
            arguments[name] = f"{value:g}" if t.language == "en" else f"{value:g}".replace(".", ",")
        elif value and (name == "day" or name.endswith("_day")):
            arguments[name] = show_day(dt.date.fromisoformat(value))
    return t(finding.message.text, **arguments)
