"""Say the figures of a mission: what stands large on a card, what below it, and what bars are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.figures import (
    Cut,
    Held,
    MeetingCount,
    Progress,
    Share,
    Side,
    course,
    meeting_counts,
    meetings_by_sort,
    presence,
    progress,
    results,
    shares,
)
from missionplanner.domain.figures.cuts import Key
from missionplanner.domain.figures.objectives import Number
from missionplanner.domain.naming import ECOSYSTEMS
from missionplanner.domain.partners.naming import AGREEMENTS
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.domain.results.naming import MEETING_SORTS
from missionplanner.gui.context import Context
from missionplanner.gui.forms.countries import country_names
from missionplanner.gui.results.bars import Bar
from missionplanner.reference import regions

CUTS: dict[Cut, str] = {
    Cut.CLUSTER: N_("Cluster"),
    Cut.REGION: N_("Region"),
    Cut.COUNTRY: N_("Country"),
    Cut.ECOSYSTEM: N_("Ecosystem"),
    Cut.VALUE_CHAIN: N_("Value chain"),
    Cut.GROUP: N_("Group"),
    Cut.ORGANISATION: N_("Organisation"),
}
SIDES: dict[Side, str] = {Side.OURS: N_("Delegation"), Side.THEIRS: N_("Whom it met")}
MEASURES: dict[str, str] = {
    "meetings": N_("B2B meetings"),
    "contacts": N_("Contacts"),
    "agreements": N_("Agreements"),
    "organisations": N_("Organisations"),
    "delegates": N_("Delegates"),
}
MOST = 20
"""Bars that are drawn; what is smaller is not."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Be one card: what it counts, the figure, what stands below it, how far it is towards all of it."""

    name: str
    title: str
    figure: str
    detail: str = ""
    icon: str = ""
    share: float | None = None
    tone: str = "accent"


class FigureWords:
    """Say the figures of one mission in the window's language."""

    def __init__(self, ctx: Context, plan: MissionPlan, record: MissionRecord) -> None:
        self._ctx, self._plan, self._record = ctx, plan, record
        self._t = ctx.t
        self._shares: dict[tuple[Cut, Side], dict[Key, Share]] = {}

    # -- cards ------------------------------------------------------------------------------------

    def tiles(self) -> Iterator[Tile]:
        """Give the cards. What nobody recorded is said to be so; what is booked is never said to be held."""
        yield self._visits()
        yield self._meetings(meeting_counts(self._plan, self._record))
        yield self._attendance()
        yield from self._results()

    def _visits(self) -> Tile:
        t, found = self._t, [one.held for one in course(self._plan, self._record)]
        there = [one for one in found if one is not Held.CANCELLED]
        held, known = there.count(Held.HELD), len(there) - there.count(Held.UNRECORDED)
        detail = [t.plural("of {count} in the programme", "of {count} in the programme", len(there))]
        if known < len(there):
            open_ = len(there) - known
            detail.append(t.plural("{count} not recorded", "{count} not recorded", open_))
        share = held / len(there) if there else None
        figure = str(held) if known else "–"
        return Tile(
            "visits", t("Items held"), figure, ", ".join(detail), "calendar-check", share if known else None
        )

    def _meetings(self, found: MeetingCount) -> Tile:
        t = self._t
        if not found.booked:
            return Tile("meetings", t("B2B talks held"), "–", t("none booked"), "handshake")
        detail = [t.plural("of {count} booked", "of {count} booked", found.booked)]
        if found.unrecorded:
            detail.append(t.plural("{count} not recorded", "{count} not recorded", found.unrecorded))
        sorts = meetings_by_sort(self._plan, self._record)
        if found.recorded and len(sorts) > 1:
            detail += [f"{t(MEETING_SORTS[sort])}: {one.held}" for sort, one in sorts.items() if one.held]
        figure = str(found.held) if found.recorded else "–"
        share = found.held / found.booked if found.recorded else None
        return Tile("meetings", t("B2B talks held"), figure, ", ".join(detail), "handshake", share)

    def _attendance(self) -> Tile:
        t, found = self._t, presence(self._plan, self._record)
        if found.rate is None:
            return Tile("attendance", t("Attendance"), "–", t("nobody recorded yet"), "users")
        recorded = t.plural("of {count} recorded", "of {count} recorded", found.recorded)
        open_ = t.plural("{count} not recorded", "{count} not recorded", found.unrecorded)
        detail = ", ".join((recorded, open_) if found.unrecorded else (recorded,))
        return Tile(
            "attendance", t("Attendance"), f"{float(found.rate):.0%}", detail, "users", float(found.rate), "ok"
        )

    def _results(self) -> Iterator[Tile]:
        t, found = self._t, results(self._plan, self._record)
        met = (
            t.plural("{count} organisation met", "{count} organisations met", len(found.met)) if found.met else ""
        )
        yield Tile("contacts", t("New contacts"), str(found.contacts) if found.contacts else "–", met, "contact")
        kinds = [
            f"{t(AGREEMENTS[kind])}: {count}" if kind is not None else t("Of no kind: {count}", count=count)
            for kind, count in found.agreements.items()
        ]
        agreed = str(found.agreed) if found.agreed else "–"
        yield Tile("agreements", t("Agreements and ideas"), agreed, ", ".join(kinds), "award")
        for currency, value in found.values.items():
            name = f"value_{currency.lower()}"
            yield Tile(name, t("Projected value"), self.money(value, currency or "EUR"), "", "coins")
        steps = t.plural("of {count} next step", "of {count} next steps", found.followups)
        done = found.followups - found.followups_open
        share = done / found.followups if found.followups else None
        yield Tile(
            "steps", t("Next steps done"), str(done) if found.followups else "–",
            steps if found.followups else t("none noted"), "list-checks", share,
        )  # fmt: skip
        if found.satisfaction is None:
            yield Tile("satisfaction", t("Satisfaction"), "–", t("nobody answered yet"), "star")
            return
        scores = t.plural("of 5, {count} score", "of 5, {count} scores", found.scores)
        mean = float(found.satisfaction)
        yield Tile(
            "satisfaction", t("Satisfaction"), self.number(found.satisfaction), scores, "star", mean / 5, "ok"
        )

    # -- bars -------------------------------------------------------------------------------------

    def aims(self) -> list[Bar]:
        """Return the objectives: what was reached of the target, as a share of it."""
        return [self._aim(one) for one in progress(self._plan, self._record)]

    def _aim(self, one: Progress) -> Bar:
        t, target = self._t, one.objective.target
        text = one.objective.text
        said = text.best(t.language, self._plan.mission.languages) if text is not None else ""
        name = said or (one.objective.indicator or "").replace("_", " ") or t("Objective")
        if one.reached is None:
            wanted = self.number(target) if target is not None else ""
            told = t("not recorded, target {target}", target=wanted) if wanted else t("not recorded")
            return Bar(name, 0, told, 1)
        if target is None:
            return Bar(name, 0, self.number(one.reached))
        share = one.share or 0.0
        told = t("{reached} of {target}", reached=self.number(one.reached), target=self.number(target))
        return Bar(name, min(share, 1.5), told, 1, "ok" if share >= 1 else "accent")

    def bars(self, cut: Cut, side: Side, measure: str) -> list[Bar]:
        """Return what falls to each cluster, region, …, the largest first; nothing where nothing does."""
        t, made = self._t, []
        if (cut, side) not in self._shares:
            self._shares[cut, side] = shares(self._plan, self._record, cut, side)
        for key, one in self._shares[cut, side].items():
            name = self._name(key, cut)
            if measure == "meetings":
                if one.booked:
                    told = t("{held} held of {booked} booked", held=one.held, booked=one.booked)
                    made.append(Bar(name, one.held, told, one.booked))
                continue
            value = getattr(one, measure)
            if value:
                made.append(Bar(name, value, str(value)))
        made.sort(key=lambda bar: -bar.longest)
        return made[:MOST]

    def _name(self, key: Key, cut: Cut) -> str:
        t, plan = self._t, self._plan
        if key is None:
            return t("Not told")
        if isinstance(key, UUID):
            group, one = plan.group(key), plan.organisation(key)
            if group is not None:
                return group.name.best(t.language, plan.mission.languages) if group.name else t("Group")
            return (one.short or one.name or one.native_name or "") if one is not None else ""
        if cut is Cut.ECOSYSTEM:
            return next((t(word) for own, word in ECOSYSTEMS.items() if own == key), key)
        if cut is Cut.REGION:
            region = regions.find(key)
            return region.name if region is not None else key
        if cut is Cut.COUNTRY:
            return next((name for name, code in country_names(t.language).items() if code == key), key)
        return self._chains.get(key, key)

    @property
    def _chains(self) -> Mapping[str, str]:
        language = self._t.language
        return {one.code: one.name.best(language) for one in self._record.value_chains if one.code and one.name}

    def money(self, value: Decimal, currency: str) -> str:
        """Return an amount in whole units, which is exact enough for what is expected."""
        whole = int(value.to_integral_value(ROUND_HALF_UP))
        return f"{self._ctx.wording.locale.toString(whole)}\N{NO-BREAK SPACE}{currency}"

    def number(self, value: Number) -> str:
        """Return a figure with at most one decimal."""
        exact = (
            Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
        )
        rounded = round(exact, 1)
        whole = rounded == rounded.to_integral_value()
        locale = self._ctx.wording.locale
        return locale.toString(int(rounded)) if whole else locale.toString(float(rounded), "f", 1)
