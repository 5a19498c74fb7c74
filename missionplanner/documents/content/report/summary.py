"""Tell the whole of a mission on a page: large numbers, objectives against results, what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from missionplanner.documents.content.drawn import Bar, Bars, Series, Tiles, Tone
from missionplanner.documents.content.numbers import money, number, percent
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Chapter, Paragraphs, Part, Points
from missionplanner.documents.content.values import Fact, Said
from missionplanner.domain.figures import Held, Progress, progress
from missionplanner.domain.figures.results import ours
from missionplanner.domain.partners.naming import AGREEMENTS

MOST_TILES = 8
MOST_AGREED = 8
CAPPED = 1.2
"""Of a target; what goes beyond is told in figures."""


def summary(matter: Matter) -> Iterator[Chapter]:
    """Give the page that stands for the whole report."""
    yield Chapter("summary", matter.t("The mission in brief"), parts=tuple(_parts(matter)), fresh=True)


def _parts(matter: Matter) -> Iterator[Part]:
    t = matter.t
    yield Paragraphs("", matter.lines(matter.plan.mission.summary))
    tiles = tuple(_tiles(matter))[:MOST_TILES]
    if tiles:
        yield Tiles(tiles)
    aims = progress(matter.plan, matter.record)
    if aims:
        yield objectives(matter, aims)
    yield Points(t("Agreed"), tuple(_agreements(matter)))
    yield Paragraphs("", tuple(_unrecorded(matter)))


def _tiles(matter: Matter) -> Iterator[Fact]:
    """Give what is known, the most telling first; what nobody recorded is left out, not nothing."""
    t, language, found = matter.t, matter.language, matter.results
    visits, held = matter.visits, matter.of(Held.HELD, matter.visits)
    if held:
        yield Fact(t("visits and meetings held"), str(held), t("of {count} planned", count=len(visits)))
    meetings = matter.meetings
    if meetings.recorded:
        detail = t.plural("of {count} booked", "of {count} booked", meetings.booked)
        yield Fact(t("B2B meetings held"), str(meetings.held), detail)
    people = len(matter.plan.travellers)
    if people:
        own = ours(matter.plan)
        detail = t.plural("from {count} organisation", "from {count} organisations", len(own)) if own else ""
        yield Fact(t.plural("delegate", "delegates", people), str(people), detail)
    if found.met:
        countries = {one.country for one in map(matter.plan.organisation, found.met) if one and one.country}
        detail = t.plural("in {count} country", "in {count} countries", len(countries)) if countries else ""
        yield Fact(t.plural("organisation met", "organisations met", len(found.met)), str(len(found.met)), detail)
    if found.contacts:
        yield Fact(t.plural("new contact", "new contacts", found.contacts), str(found.contacts))
    if found.agreed:
        yield Fact(t.plural("agreement or idea", "agreements and ideas", found.agreed), str(found.agreed))
    for currency, value in found.values.items():
        yield Fact(t("projected value"), money(value, currency, language))
    if found.satisfaction is not None:
        detail = t.plural("{count} score", "{count} scores", found.scores)
        yield Fact(t("satisfaction, of 5"), number(found.satisfaction, language, 1), detail)
    rate = matter.presence.rate
    if rate is not None:
        yield Fact(t("attendance"), percent(rate, language), t("of those recorded"))


def objectives(matter: Matter, aims: tuple[Progress, ...]) -> Bars:
    """Return objectives as bars of what was reached within what was wanted."""
    t = matter.t
    series = (
        Series(t("Target"), Tone.OPEN),
        Series(t("Reached"), Tone.ACCENT),
        Series(t("Of the target"), None),
    )
    bars = tuple(_aim(matter, one) for one in aims)
    about = t("Objectives of the mission, each with its target and what was reached")
    return Bars(t("Objectives and results"), series, bars, about, t("Objective"), stacked=False)


def _aim(matter: Matter, one: Progress) -> Bar:
    t, language, target = matter.t, matter.language, one.objective.target
    said = matter.voice.text(one.objective.text) or (one.objective.indicator or "").replace("_", " ")
    reached = t("not recorded") if one.reached is None else number(one.reached, language, 1)
    share = percent(one.share, language) if one.share is not None else ""
    drawn = min(one.share, CAPPED) if one.share is not None else None
    wanted = number(target, language, 1) if target is not None else "–"
    return Bar(str(one.objective.id), said, (1.0 if target else None, drawn, None), (wanted, reached, share))


def _agreements(matter: Matter) -> Iterator[Said]:
    """Give the first agreements, and of how many more the report tells."""
    some = [_agreed(matter, one.kind, matter.voice.said(one.text)) for one in matter.record.agreements]
    told = [one for one in some if one.text]
    shown = told if len(told) <= MOST_AGREED + 1 else told[:MOST_AGREED]
    yield from shown
    if len(shown) < len(told):
        yield Said(matter.t.plural("{count} other", "{count} others", len(told) - len(shown)))


def _agreed(matter: Matter, kind: object, said: Said) -> Said:
    word = next((matter.t(text) for own, text in AGREEMENTS.items() if own is kind), "")
    both = ": ".join(part for part in (word, said.text) if part)
    return said._replace(text=both)


def _unrecorded(matter: Matter) -> Iterator[Said]:
    """Give what readers should know of the figures: of how much nobody knows whether it took place."""
    t = matter.t
    items = matter.of(Held.UNRECORDED)
    if items:
        yield Said(
            t.plural(
                "{count} item of the programme has no record of having taken place: it does not count as held.",
                "{count} items of the programme have no record of having taken place: they do not count as held.",
                items,
            )
        )
    if matter.meetings.unrecorded:
        yield Said(
            t.plural(
                "{count} B2B meeting has no record of having taken place: it does not count as held.",
                "{count} B2B meetings have no record of having taken place: they do not count as held.",
                matter.meetings.unrecorded,
            )
        )
