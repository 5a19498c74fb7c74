"""Tell what came of a mission: agreements, organisations met, what people thought; what is still to follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from missionplanner.documents.content.dates import listed, long_day
from missionplanner.documents.content.drawn import Bar, Bars, Series, Span, Tick, Timeline, Tone
from missionplanner.documents.content.numbers import money, number
from missionplanner.documents.content.report.delegation import cut_bars
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Cell, Chapter, Column, Part, Points, Table, TableRow
from missionplanner.documents.content.values import Said
from missionplanner.domain import records as r
from missionplanner.domain.figures import Cut, Side
from missionplanner.domain.figures.results import MOST, scores_of
from missionplanner.domain.partners.naming import AGREEMENTS
from missionplanner.domain.results.naming import FOLLOW_UP_STATES
from missionplanner.domain.vocabulary import FollowUpState, QuestionKind

MOST_SAID, LONGEST = 6, 320
"""Answers in words that a report quotes, and how long they may be."""
LEAST_SPANS, MOST_SPANS = 3, 8
"""Follow-ups with a day that make a drawing, and the most it shows."""


def results(matter: Matter) -> Iterator[Chapter]:
    """Give the chapter on what came of the mission; nothing where nothing was recorded."""
    parts = tuple(_parts(matter))
    if parts:
        yield Chapter("results", matter.t("Results and agreements"), parts=parts)


def _parts(matter: Matter) -> Iterator[Part]:
    t = matter.t
    rows = tuple(agreement_row(matter, one) for one in matter.record.agreements)
    if rows:
        columns = (
            Column(t("Kind"), 20, "strong"),
            Column(t("Parties and subject"), 48),
            Column(t("Day"), 16),
            Column(t("Value"), 16, "number"),
        )
        yield Table(columns, rows, t("Agreements and ideas"))
    if matter.results.met:
        for cut, title, first in (
            (Cut.COUNTRY, t("Organisations met, by country"), t("Country")),
            (Cut.REGION, t("Organisations met, by region"), t("Region")),
            (Cut.ECOSYSTEM, t("Organisations met, by industrial ecosystem"), t("Ecosystem")),
        ):
            yield from cut_bars(matter, (cut, Side.THEIRS), title, (first, t("Organisations")))
    yield from _survey(matter)


def agreement_row(matter: Matter, one: r.Agreement) -> TableRow:
    """Return kind, subject with parties, day and value of an agreement."""
    parties = matter.record.of("agreement_parties", "agreement_id", one.id)
    named = [name for name in (matter.organisation(some.organisation_id) for some in parties) if name]
    said = matter.voice.said(one.text)
    value = (
        money(one.value, one.currency or matter.plan.mission.currency or "", matter.language) if one.value else ""
    )
    cells = (
        Cell(matter.t(AGREEMENTS[one.kind]) if one.kind is not None else ""),
        Cell(said.text, listed(named, matter.language) if named else "", said.language),
        Cell(long_day(one.date, matter.language) if one.date else ""),
        Cell(value),
    )
    return TableRow(str(one.id), cells)


def _survey(matter: Matter) -> Iterator[Part]:
    """Give the mean of each score of the survey, then what people wrote, nobody named."""
    t = matter.t
    bars = []
    for one in matter.record.survey_questions:
        scores = scores_of(matter.record, one) if one.kind is QuestionKind.SCORE else ()
        if scores:
            mean = Fraction(sum(scores), len(scores))
            said = (number(mean, matter.language, 1), str(len(scores)))
            label = matter.voice.text(one.text)
            bars.append(Bar(str(one.id), label, (float(mean) / MOST, None), said))
    if bars:
        series = (Series(t("Mean, of 5"), Tone.SOLID), Series(t("Answers"), None))
        about = t("Mean scores of the survey, of 5")
        yield Bars(t("What delegates thought"), series, tuple(bars), about, t("Question"), stacked=False, full=1.0)
    said_in_words = [
        " ".join(answer.value.split())
        for one in matter.record.survey_questions
        if one.kind is QuestionKind.TEXT
        for answer in matter.record.answers_to(one)
        if answer.value and answer.value.strip()
    ]
    quoted = tuple(Said(text) for text in said_in_words if len(text) <= LONGEST)[:MOST_SAID]
    if quoted:
        yield Points(t("In their words"), quoted)


# -- follow-ups -------------------------------------------------------------------------------------


def followups(matter: Matter) -> Iterator[Chapter]:
    """Give the register of what is to follow; nothing where nothing is."""
    found = sorted(matter.record.followups, key=lambda one: (one.due or dt.date.max, one.position))
    if not found:
        return
    t = matter.t
    columns = (
        Column(t("Due"), 17, "time"),
        Column(t("Next step"), 45, "strong"),
        Column(t("Who"), 22),
        Column(t("State"), 16, holds=True),
    )
    rows = tuple(follow_up_row(matter, one) for one in found)
    count = t("{open} of {count} open", open=matter.results.followups_open, count=len(found))
    parts = (*_timeline(matter, found), Table(columns, rows, t("Follow-up register")))
    yield Chapter("followups", t("Follow-up register"), count=count, parts=parts)


def follow_up_row(matter: Matter, one: r.FollowUp) -> TableRow:
    """Return when it is due, what is to be done and about what, by whom, and how it stands."""
    said = matter.voice.said(one.text)
    item = matter.plan.item(one.about_item_id)
    about = (
        matter.organisation(one.about_organisation_id),
        matter.person(one.about_person_id),
        matter.voice.line(item.title).text if item is not None else "",
    )
    owner = matter.plan.person(one.owner_id)
    cells = (
        Cell(long_day(one.due, matter.language) if one.due else ""),
        Cell(said.text, " · ".join(dict.fromkeys(part for part in about if part)), said.language),
        Cell(matter.person(one.owner_id), matter.voice.organisation_of(owner)),
        Cell(matter.t(FOLLOW_UP_STATES[one.state or FollowUpState.OPEN])),
    )
    return TableRow(str(one.id), cells, struck=one.state is FollowUpState.DROPPED)


def _timeline(matter: Matter, found: list[r.FollowUp]) -> Iterator[Part]:
    """Give what is due when, from the end of the mission on."""
    t, end = matter.t, matter.plan.mission.last_day
    dated = [one for one in found if one.due is not None and one.state is not FollowUpState.DROPPED]
    if not LEAST_SPANS <= len(dated) <= MOST_SPANS:
        return
    spans = []
    for one in dated:
        assert one.due is not None
        done = one.state is FollowUpState.DONE
        said = matter.voice.text(one.text)
        spans.append(
            Span(
                str(one.id),
                said if len(said) <= SHORT else f"{said[:SHORT].rsplit(' ', 1)[0]} …",
                min(end, one.due),
                max(end, one.due),
                t(FOLLOW_UP_STATES[one.state or FollowUpState.OPEN]),
                Tone.SOLID if done else Tone.OPEN,
            )
        )
    last = max(one.last for one in spans)
    ticks = (Tick(end, t("End of the mission")), *_ticks(matter, end, last))
    yield Timeline("", tuple(spans), ticks, t("When each next step is due"), t("Next step"), t("State"))


SHORT = 70
"""Characters of a next step that its bar is labelled with."""


def _ticks(matter: Matter, end: dt.date, last: dt.date) -> Iterator[Tick]:
    for days, said in ((182, "+6"), (365, "+12"), (730, "+24"), (1096, "+36")):
        day = end + dt.timedelta(days=days)
        if day <= last + dt.timedelta(days=40):
            yield Tick(day, matter.t("{months} months", months=said))
