"""Say what a report in one's own Word document may name, in the report's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from missionplanner.documents.content.dates import listed, long_day
from missionplanner.documents.content.letters import Correspondence, letter_values
from missionplanner.documents.content.numbers import money as said_money
from missionplanner.documents.content.numbers import number, percent
from missionplanner.documents.content.places import place_line
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.money import category_name, ledger_of
from missionplanner.documents.content.report.programme import told
from missionplanner.documents.content.report.results import agreement_row, follow_up_row
from missionplanner.documents.content.sheets import TableRow
from missionplanner.documents.content.times import when_of
from missionplanner.domain.costs import budget
from missionplanner.domain.figures import Course, Held, presence_at, progress
from missionplanner.domain.results.naming import HELD

Values: TypeAlias = "Mapping[str, str | Sequence[Values]]"


def report_values(matter: Matter, day: dt.date) -> Values:
    """Return what a report may name. What is not known is an empty text, what it may not name is not there."""
    return {
        **letter_values(matter.desk.agenda, Correspondence(day=day)),
        **_figures(matter),
        **_spent(matter),
        "objectives": list(_objectives(matter)),
        "visits": [_held(matter, one) for one in matter.visits],
        "agreements": [_agreement(agreement_row(matter, one)) for one in matter.record.agreements],
        "followups": [_follow_up(follow_up_row(matter, one)) for one in matter.record.followups],
    }


def _figures(matter: Matter) -> dict[str, str]:
    """Return the figures of the summary; what nobody recorded is empty."""
    found, language, meetings = matter.results, matter.language, matter.meetings
    held, rate = matter.of(Held.HELD, matter.visits), matter.presence.rate
    values = [said_money(value, currency, language) for currency, value in found.values.items()]
    said = {
        "visits_held": str(held) if held or matter.of(Held.NOT_HELD, matter.visits) else "",
        "visits_planned": str(len(matter.visits)),
        "meetings_held": str(meetings.held) if meetings.recorded else "",
        "meetings_booked": str(meetings.booked) if meetings else "",
        "organisations_met": str(len(found.met) or ""),
        "contacts": str(found.contacts or ""),
        "agreements": str(found.agreed or ""),
        "value": listed(values, language) if values else "",
        "satisfaction": number(found.satisfaction, language, 1) if found.satisfaction is not None else "",
        "attendance": percent(rate, language) if rate is not None else "",
    }
    return {f"report.{name}": text for name, text in said.items()}


def _objectives(matter: Matter) -> Iterator[Values]:
    language = matter.language
    for one in progress(matter.plan, matter.record):
        target = one.objective.target
        yield {
            "objective.text": matter.voice.text(one.objective.text),
            "objective.target": number(target, language, 1) if target is not None else "",
            "objective.reached": number(one.reached, language, 1) if one.reached is not None else "",
            "objective.share": percent(one.share, language) if one.share is not None else "",
        }


def _held(matter: Matter, one: Course) -> Values:
    voice, item = matter.voice, one.item
    when = when_of(voice, item.kind, voice.times_of(item), item.part_of_day, cancelled=False)
    hosts = [voice.organisation_name(host) for host in voice.plan.hosts(item)]
    there = presence_at(matter.plan, matter.record, item)
    outcomes = matter.outcomes(item)
    state = ": ".join(part for part in (matter.t(HELD[one.held]), told(matter, one)) if part)
    return {
        "held.title": voice.line(item.title).text,
        "held.day": long_day(item.date, matter.language) if item.date else "",
        "held.time": when.spoken,
        "held.place": place_line(voice, item),
        "held.hosts": listed(hosts, matter.language) if hosts else "",
        "held.state": state,
        "held.present": str(there.present) if there.recorded else "",
        "held.summary": "\n".join(line.text for some in outcomes for line in matter.lines(some.summary)),
        "held.next_step": "\n".join(line.text for some in outcomes for line in matter.lines(some.next_step)),
    }


def _agreement(row: TableRow) -> Values:
    kind, subject, day, value = row.cells
    return {
        "agreement.kind": kind.text,
        "agreement.text": subject.text,
        "agreement.parties": subject.detail,
        "agreement.date": day.text,
        "agreement.value": value.text,
    }


def _follow_up(row: TableRow) -> Values:
    due, step, owner, state = row.cells
    return {
        "followup.text": step.text,
        "followup.owner": owner.text,
        "followup.due": due.text,
        "followup.state": state.text,
    }


def _spent(matter: Matter) -> dict[str, str | Sequence[Values]]:
    """Return the sums of the budget and its categories; nothing where its readers may not see it."""
    ledger = ledger_of(matter)
    if ledger is None:
        return {"report.planned": "", "report.spent": "", "costs": []}
    portions = budget.portions(ledger)
    whole = budget.whole(portions)

    def said(amount: budget.Amounts) -> tuple[str, str]:
        each = (amount.planned, amount.paid)
        planned, spent = (said_money(one, ledger.home, matter.language) for one in each)
        return planned, spent

    found = budget.totals(portions, budget.Cut.CATEGORY)
    costs = [
        {"cost.category": category_name(matter, key), "cost.planned": said(one)[0], "cost.spent": said(one)[1]}
        for key, one in found.items()
    ]
    return {"report.planned": said(whole)[0], "report.spent": said(whole)[1], "costs": costs}
