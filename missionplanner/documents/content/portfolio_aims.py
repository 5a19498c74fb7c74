"""Hold initiatives against their targets: what all their missions were to reach together, and what they did."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.drawn import Bar, Bars, Series, Tone
from missionplanner.documents.content.numbers import number, percent
from missionplanner.documents.content.sheets import Chapter, Paragraphs, Part
from missionplanner.documents.content.values import Said
from missionplanner.domain.results.goals import Goal
from missionplanner.domain.results.portfolio import Aim, Portfolio

CAPPED = 1.2
"""Of a target; what goes beyond is told in figures."""


def aims(portfolio: Portfolio, t: Translator) -> Iterator[Chapter]:
    """Give the chapter of the initiatives that missions shown belong to; none where none has an aim."""
    shown = {one.initiative_id for one in portfolio.entries}
    named = sorted(
        ((portfolio.initiatives.get(one, ""), aim) for one, aim in portfolio.aims.items() if one in shown),
        key=lambda pair: pair[0].casefold(),
    )
    parts = [part for number, pair in enumerate(named) for part in _aim(number, *pair, t)]
    if not parts:
        return
    about = t(
        "What the missions of an initiative, of this and of other years, were to reach together, "
        "and what they did."
    )
    count = t.plural("{count} initiative", "{count} initiatives", len(named))
    yield Chapter("initiatives", t("Initiatives and their targets"), about=about, count=count, parts=tuple(parts))


def _aim(place: int, name: str, aim: Aim, t: Translator) -> Iterator[Part]:
    """Give what an initiative said of itself, and a bar for each goal under its name."""
    missions = t.plural("{count} mission", "{count} missions", aim.missions)
    title = " · ".join((name or t("Initiative"), missions))
    said = Said(" – ".join(part for part in (aim.programme, aim.text.best(t.language)) if part))
    if not aim.goals:
        yield Paragraphs(title, (said,))
        return
    series = (
        Series(t("Target"), Tone.OPEN),
        Series(t("Reached"), Tone.ACCENT),
        Series(t("Of the target"), None),
    )
    bars = tuple(_goal(f"aim/{place}/{row}", one, t) for row, one in enumerate(aim.goals))
    about = t("Objectives of {name}, each with its target and what was reached", name=name)
    yield Bars(title, series, bars, about, t("Objective"), stacked=False)
    if said.text:
        yield Paragraphs("", (said,))


def _goal(key: str, one: Goal, t: Translator) -> Bar:
    said = one.text.best(t.language) if one.text is not None else ""
    reached = number(one.reached, t.language, 1) if one.reached is not None else t("not recorded")
    share = percent(one.share, t.language) if one.share is not None else ""
    drawn = min(one.share, CAPPED) if one.share is not None else None
    wanted = number(one.target, t.language, 1) if one.target is not None else "–"
    label = said or one.indicator.replace("_", " ")
    return Bar(key, label, (1.0 if one.target else None, drawn, None), (wanted, reached, share))
