"""Say what a portfolio holds in the window's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.domain.naming import ECOSYSTEMS
from missionplanner.domain.results.portfolio import Clash, Cut, Entry, Key, Portfolio, Tally, tallies, visits
from missionplanner.domain.vocabulary import MissionStatus
from missionplanner.gui.context import Context
from missionplanner.gui.results.bars import Bar

if TYPE_CHECKING:
    from missionplanner.base.i18n import Translator

MOST = 10
"""Bars of one figure; what is smaller is added up in the last."""


def meetings_told(t: Translator, held: int, booked: int) -> str:
    """Return how many meetings were held of those booked; while none is recorded as held, how many are booked."""
    if held:
        return t("{held} of {booked} B2B meetings held", held=held, booked=booked)
    return t.plural("{count} B2B meeting booked", "{count} B2B meetings booked", booked) if booked else ""


@dataclass(frozen=True, slots=True)
class PortfolioWords:
    """Be a portfolio with the words for it."""

    ctx: Context
    portfolio: Portfolio

    def mission(self, one: Entry, organisation: str, taking_part: bool) -> tuple[str, str]:
        """Return the title of a mission, and all a bar says of it."""
        t, wording = self.ctx.t, self.ctx.wording
        title = one.name(t.language)
        part = t("{organisation} takes part", organisation=organisation) if taking_part else organisation
        cities = ", ".join(city.name or city.country for city in one.cities)
        status = wording.mission_status(one.status)[1]
        days = wording.days(one.first, one.last)
        return title, wording.listed((title, days, cities, part, status))

    def clash(self, one: Clash) -> tuple[str, str, list[Entry]]:
        """Return who is asked for, on which days, and by which missions of this year."""
        missions = [found for some in (one.here, one.there) if (found := self.portfolio.entry(some))]
        days = self.ctx.wording.days(one.first, one.last)
        return self.portfolio.people.get(one.person_id, ""), days, missions

    def counted(self) -> str:
        """Return how many missions there are, in how many countries, with how many delegates."""
        t, tally = self.ctx.t, self.portfolio.tally
        everything = len(self.portfolio.entries)
        return self.ctx.wording.listed(
            (
                t.plural("{count} mission", "{count} missions", everything),
                self.ctx.wording.delegates(tally.delegates) if tally.delegates else "",
                meetings_told(t, tally.held, tally.booked),
                t.plural("{count} new contact", "{count} new contacts", tally.contacts) if tally.contacts else "",
                t.plural("{count} agreement", "{count} agreements", tally.agreements) if tally.agreements else "",
            )
        )

    def cities(self) -> list[str]:
        """Return the names of the stops of the map, with how many missions go there."""
        counts = visits(self.portfolio)
        known = [(city, count) for city, count in counts.items() if city in self.portfolio.places]
        return [f"{city.name} · {count}" if count > 1 else city.name for city, count in known]

    def bars(self, cut: Cut) -> tuple[Bar, ...]:
        """Return how many missions there are by a cut; nothing where it tells nothing apart."""
        found = tallies(self.portfolio, cut)
        if all(key is None for key in found):
            return ()
        rows = [(self._name(cut, key), tally) for key, tally in found.items()]
        if len(rows) > MOST + 1:
            rest = sum((tally for _, tally in rows[MOST:]), Tally())
            words = self.ctx.t.plural("{count} other", "{count} others", len(rows) - MOST)
            rows = [*rows[:MOST], (words, rest)]
        return tuple(Bar(name, tally.missions, self._beside(tally)) for name, tally in rows)

    def _beside(self, tally: Tally) -> str:
        wording = self.ctx.wording
        delegates = wording.delegates(tally.delegates) if tally.delegates else ""
        return wording.listed((str(tally.missions), delegates))

    def _name(self, cut: Cut, key: Key) -> str:
        t, portfolio = self.ctx.t, self.portfolio
        if key is None:
            return t("Not told")
        if isinstance(key, UUID):
            return portfolio.initiatives.get(key, "") or t("Not told")
        if cut is Cut.STATUS:
            return self.ctx.wording.mission_status(MissionStatus(key))[1]
        if cut is Cut.ECOSYSTEM:
            return next((t(word) for own, word in ECOSYSTEMS.items() if own == key), key)
        if cut is Cut.COUNTRY:
            return self._country(key)
        chain = portfolio.chains.get(key)
        return chain.best(t.language) if chain else key

    def _country(self, code: str) -> str:
        from missionplanner.gui.forms.countries import country_name

        return country_name(code, self.ctx.t.language)
