"""Say a day under way: what is on, what a delay does, how it is mended, whom to ring and what to tell them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.checks.speech import said
from missionplanner.domain.clock import local
from missionplanner.domain.live_day import Call, Cascade, How, Late, Moment, Move, Reason
from missionplanner.domain.logistics.seating import called
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.gui.wording import Wording, language_name

HOW: dict[How, str] = {
    How.GAP: N_("{minutes} minutes of the pause before “{title}” are used up."),
    How.MEAL: N_("“{title}” is {minutes} minutes shorter."),
    How.FREE_TIME: N_("“{title}” is {minutes} minutes shorter."),
    How.SHORTER: N_("“{title}” is {minutes} minutes shorter, because what follows cannot wait."),
}
REASONS: dict[Reason, str] = {
    Reason.HOST: N_("Host"),
    Reason.DRIVER: N_("Driver"),
    Reason.PLACE: N_("Place"),
    Reason.PART: N_("Has a part in it"),
    Reason.GROUP: N_("Leads a group"),
}
MOST = 8
"""Names that are told of who is late; more are counted."""


class DayWords:
    """Say what is on in a plan, in the window's language."""

    def __init__(self, t: Translator, wording: Wording, plan: MissionPlan) -> None:
        self.t, self._wording, self.plan = t, wording, plan

    # -- what is on -------------------------------------------------------------------------------

    def title(self, item: r.AgendaItem | None, leg: r.Leg | None = None) -> str:
        """Return what to call an item or a leg."""
        if item is not None:
            return item.title.best(self.t.language, self.plan.mission.languages)
        return called(leg) if leg is not None else ""

    def of(self, item_id: UUID | None, leg_id: UUID | None) -> str:
        """Return what to call an item or a leg by its id."""
        return self.title(self.plan.item(item_id), self.plan.leg(leg_id))

    def where(self, one: Moment) -> str:
        """Return where something is."""
        if one.item is None:
            return ""
        place = self.plan.place(one.item.place_id)
        name = (place.name or "") if place is not None else one.item.place_text or ""
        city = (place.city or "") if place is not None else one.item.city or ""
        return ", ".join(dict.fromkeys(filter(None, (name, city))))

    def hours(self, one: Moment) -> str:
        """Return from when to when something is, on the clock of its place."""
        start = local(one.start, one.times.zone)
        end = local(one.end, one.times.end_zone) if one.end is not None else None
        return f"{start:%H:%M} – {end:%H:%M}" if end is not None else f"{start:%H:%M}"

    def who(self, one: Moment, people: frozenset[UUID]) -> str:
        """Return who of these people does something or, where they are fewer, who does not; "" for all."""
        others = people - one.some
        if not one.some:
            return ""
        if len(others) < len(one.some):
            return self.t("without {names}", names=self._names(others))
        return self._names(one.some)

    def _names(self, people: Iterable[UUID]) -> str:
        """Return the names of people in their order; of many the first, and how many more."""
        names = sorted(filter(None, (self.plan.label(one) for one in people)), key=folded)
        told, more = ", ".join(names[:MOST]), len(names) - MOST
        if more <= 0:
            return told
        return self.t.plural("{names} and {count} more", "{names} and {count} more", more, names=told)

    def until(self, one: Moment, moment: dt.datetime) -> str:
        """Return when something begins: in how many minutes, or on which day."""
        start = local(one.start, one.times.zone)
        minutes = round((one.start - moment).total_seconds() / 60)
        if start.date() != local(moment, one.times.zone).date():
            return f"{self._wording.weekday(start.date())}, {start:%H:%M}"
        if minutes < 60:
            return self.t.plural("in {count} minute", "in {count} minutes", minutes)
        return self.t("at {time}", time=f"{start:%H:%M}")

    # -- a delay ----------------------------------------------------------------------------------

    def late(self, found: Cascade) -> Iterator[str]:
        """Give who comes how late to what, if nothing is done."""
        for one in found.late:
            yield self._late(one)

    def _late(self, one: Late) -> str:
        t = self.t
        told = self._names(one.people) if len(one.people) < len(self.plan.everyone) else t("everybody")
        sentence = t(
            "“{title}”: {minutes} minutes late", title=self.of(one.item_id, one.leg_id), minutes=one.minutes
        )
        return f"{sentence} ({told})" if told else sentence

    def repairs(self, found: Cascade) -> Iterator[str]:
        """Give what is proposed: other times, pauses used up, what gets shorter."""
        for move in found.moves:
            yield self._move(move)
        for one in found.buffers:
            yield self.t(HOW[one.how], title=self.of(one.item_id, one.leg_id), minutes=one.minutes)

    def _move(self, one: Move) -> str:
        before, after = (
            " – ".join(f"{at:%H:%M}" for at in (times.start, times.end) if at is not None)
            for times in (one.before, one.after)
        )
        title = self.of(one.item_id, one.leg_id)
        return self.t("“{title}”: {after} instead of {before}", title=title, after=after, before=before)

    def left(self, found: Cascade) -> Iterator[str]:
        """Give what stays wrong: who is late all the same, and what the checks would newly find."""
        alone = self.t("It does not wait.")
        for one in found.missed:
            yield f"{self._late(one)}. {alone}"
        for finding in found.broken:
            yield said(finding, self.t, self._wording.plain_day, self.plan.mission.languages)

    def call(self, one: Call) -> str:
        """Return whom to ring, at which number."""
        who = ", ".join(dict.fromkeys(filter(None, (one.name, one.of))))
        number = one.number or self.t("number not known")
        reason = self.t(REASONS[one.reason])
        return f"{reason}: {who} · {number}"

    def call_sheet(self, calls: tuple[Call, ...]) -> str:
        """Return whom to ring and what to say, as a text to paste."""
        return "\n\n".join(f"{self.call(one)}\n{self.tell(one)}" for one in calls)

    def tell(self, one: Call) -> str:
        """Return what to say, and how that is said in the language of whom one rings, if paper speaks it."""
        from missionplanner.services.paper.paper_kinds import LANGUAGES

        own = self.t.say(one.say_in(self.t.language, self.plan.mission.languages))
        theirs = next((code for code in one.languages if code in LANGUAGES), self.t.language)
        if theirs == self.t.language:
            return own
        words = one.say_in(theirs, (*one.languages, "en", *self.plan.mission.languages))
        return f"{own}\n{language_name(theirs)}: {translator(theirs).say(words)}"
