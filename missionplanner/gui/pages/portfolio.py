"""Show the year of all missions: a timeline by organisation, who is asked for twice, a map, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.logistics.routes import Route
from missionplanner.domain.results.portfolio import Portfolio
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.portfolio import YEAR
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.page import Page
from missionplanner.gui.portfolio.map_view import MapView
from missionplanner.gui.portfolio.parts import Clashes, Figures, titled
from missionplanner.gui.portfolio.words import PortfolioWords
from missionplanner.gui.portfolio.year_view import YearView
from missionplanner.gui.tables.section import small_button
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, button, label, picture
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.scrolled import Scrolled


class Wanted(NamedTuple):
    """Be what is to be shown: a year, None for that of today or the nearest; all of it, or somebody's part."""

    year: int | None = None
    initiative: UUID | None = None
    cluster: UUID | None = None


class Loaded(NamedTuple):
    """Be what was read: the years that have missions, the whole year, the part that is shown, and its map."""

    years: tuple[int, ...]
    whole: Portfolio
    shown: Portfolio
    route: Route


class PortfolioPage(Page):
    """Show the missions of a year, all or those of an initiative or a cluster."""

    NAME = "portfolio"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        t = ctx.t
        self.wanted = Wanted()
        self.loaded: Loaded | None = None
        self._asked = 0
        self.years = self._choice("year", t("Year"))
        self.initiatives = self._choice("initiative", t("Initiative"))
        self.clusters = self._choice("cluster", t("Organisation"))
        self.year = YearView(t("The year by organisation"), ctx.wording.locale, ctx.theme)
        self.year.opened.connect(self.mission_wanted)
        self.clashes = Clashes(ctx)
        self.clashes.opened.connect(self.mission_wanted)
        self.map = MapView(t("Where missions go"), ctx.theme)
        self.figures = Figures(ctx)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._empty())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.read)
        ctx.hub.changed.connect(self._hear)
        ctx.opened.connect(self._begin)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        t = self.ctx.t
        if self.loaded is None or not self.loaded.years:
            return Heading(t("Portfolio"))
        words = PortfolioWords(self.ctx, self.loaded.shown).counted()
        return Heading(t("Portfolio {year}", year=self.loaded.whole.year), words)

    def primary(self) -> str:
        return "print_portfolio" if self.loaded is not None and self.loaded.shown.entries else "new_mission"

    def there(self) -> set[str]:
        return {YEAR} if self.loaded is not None and self.loaded.shown.entries else set()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {"print_portfolio": self.print}

    def regions(self) -> list[QWidget]:
        return [self.years, self.year, *([self.clashes] if self.clashes.any else []), self.figures.cut]

    def take_focus(self) -> None:
        if self.year.bars:
            self.year.take_focus()
        else:
            self.years.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        self.read()

    def place(self) -> object:
        return self.wanted, self.year.current, self.area.place()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3 and isinstance(place[0], Wanted):
            self.wanted, self.year.current = place[0], str(place[1])
            self.read()
            self.area.return_to(int(place[2]))

    def set_narrow(self, narrow: bool) -> None:
        below = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._below.setDirection(below)

    # -- reading ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self.wanted, self.loaded = Wanted(), None
        self._hear(None)

    def _hear(self, _receipt: object) -> None:
        if self.isVisible():
            self._later.start()

    def read(self) -> None:
        """Read beside the window what is to be shown."""
        workspace, wanted, today = self.ctx.workspace, self.wanted, dt.date.today()
        if workspace is None:
            return
        self._asked += 1

        def work(_progress: Progress) -> object:
            from missionplanner.services.results import portfolio

            years = portfolio.years(workspace)
            year = wanted.year if wanted.year is not None else nearest(years, today.year)
            whole = portfolio.portfolio(workspace, year)
            shown = whole.of(initiative=wanted.initiative, cluster=wanted.cluster)
            return Loaded(years, whole, shown, portfolio.mapped(shown))

        job = self.ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._tell, self._asked))
        job.failed.connect(self.ctx.tell_failure)

    def _tell(self, asked: int, loaded: Loaded) -> None:
        if asked != self._asked:
            return
        self.loaded, t = loaded, self.ctx.t
        self._inside.show()
        self._stack.setCurrentIndex(0 if loaded.years else 1)
        years = loaded.years if loaded.whole.year in loaded.years else (*loaded.years, loaded.whole.year)
        self._offer(self.years, {str(one): one for one in sorted(years)}, loaded.whole.year)
        used = {one.initiative_id for one in loaded.whole.entries}
        named = {name: one for one, name in loaded.whole.initiatives.items() if one in used}
        self._offer(self.initiatives, {t("All initiatives"): None, **_sorted(named)}, self.wanted.initiative)
        clusters = {loaded.whole.organisations.get(one, ""): one for one in loaded.whole.clusters}
        self._offer(self.clusters, {t("All organisations"): None, **_sorted(clusters)}, self.wanted.cluster)
        words = PortfolioWords(self.ctx, loaded.shown)
        had_none = not self.year.bars
        self.year.show_portfolio(loaded.shown, words.mission, t("Without an organiser"))
        self._aside.setVisible(loaded.shown.crowded)
        self._nothing.setVisible(not loaded.shown.entries)
        self.year.setVisible(bool(loaded.shown.entries))
        self.clashes.show_words(words)
        self._map_card.setVisible(bool(loaded.route))
        self.map.show_route(loaded.route, words.cities())
        self.figures.show_words(words)
        if had_none and self.isVisible() and self.focusWidget() in (None, self.years):
            self.take_focus()
        self.changed.emit()

    def _want(self, **some: Any) -> None:
        self.wanted = self.wanted._replace(**some)
        self.read()

    def _turn(self, step: int) -> None:
        """Go to the year before or after that has missions."""
        if self.loaded is None:
            return
        here, years = self.loaded.whole.year, self.loaded.years
        found = [one for one in years if (one - here) * step > 0]
        if found:
            self._want(year=found[0] if step > 0 else found[-1])

    # -- paper ------------------------------------------------------------------------------------

    def print(self) -> None:
        """Ask for a file and print what is shown into it."""
        from missionplanner.gui.printing import Printing

        if self.loaded is not None and self.loaded.shown.entries:
            wanted = self.wanted
            Printing(self.ctx, self).portfolio(self.loaded.whole.year, wanted.initiative, wanted.cluster)

    # -- building ---------------------------------------------------------------------------------

    def _choice(self, name: str, title: str) -> Choice:
        made = choice({"–": None}, None, self.ctx.theme)
        made.setObjectName(f"portfolio_{name}")
        made.setAccessibleName(title)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(6 if name == "year" else 18)
        made.activated.connect(lambda _number: self._want(**{name: made.chosen()}))
        return made

    @staticmethod
    def _offer(made: Choice, entries: Mapping[str, object], chosen: object) -> None:
        with QSignalBlocker(made):
            made.clear()
            made.addItems(list(entries))
            made.values = tuple(entries.values())
            made.setCurrentIndex(made.values.index(chosen) if chosen in made.values else 0)

    def _filled(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 20)
        column.setSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            small_button("chevron-left", "year_before", t("Year before"), theme, partial(self._turn, -1))
        )
        row.addWidget(self.years)
        row.addWidget(small_button("chevron-right", "year_after", t("Year after"), theme, partial(self._turn, 1)))
        row.addSpacing(roomy(12))
        row.addWidget(self.initiatives)
        row.addWidget(self.clusters)
        row.addStretch(1)
        column.addLayout(row)
        frame, within = titled("portfolio_year_card", t("The year by organisation"))
        within.addWidget(self.year)
        self._nothing = self._none_found()
        within.addWidget(self._nothing)
        within.addWidget(label(self._legend(), "small", tone="quiet", wrap=True))
        aside = t("Who only takes part is left out of so full a year; for one organisation it is shown.")
        self._aside = label(aside, "small", tone="quiet", wrap=True)
        within.addWidget(self._aside)
        column.addWidget(frame)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(14)
        frame, within = titled("portfolio_clash_card", t("Asked for twice"))
        within.addWidget(self.clashes)
        left.addWidget(frame)
        frame, within = titled("portfolio_figures_card", t("Figures"))
        within.addWidget(self.figures)
        left.addWidget(frame)
        left.addStretch(1)
        self._map_card, within = titled("portfolio_map_card", t("Where missions go"))
        within.addWidget(self.map)
        right = QVBoxLayout()
        right.addWidget(self._map_card)
        right.addStretch(1)
        self._below.addLayout(left, 1)
        self._below.addLayout(right, 1)
        column.addLayout(self._below)
        column.addStretch(1)
        inside.hide()  # until it is known what there is to show
        self.area = Scrolled("portfolio_area", t("Portfolio"), inside)
        return self.area

    def _legend(self) -> str:
        return self.ctx.t(
            "High bars: leads or organises; slim bars: its people take part. Filled: confirmed or held; striped: "
            "being planned; dashed: an idea, cancelled or postponed."
        )

    def _none_found(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 8, 0, 8)
        row.addWidget(label(self.ctx.t("No mission of this year matches."), "body"))
        clear = button(self.ctx.t("Show all of them"), "portfolio_clear", look="link")
        clear.clicked.connect(lambda: self._want(initiative=None, cluster=None))
        row.addWidget(clear)
        row.addStretch(1)
        return made

    def _empty(self) -> QWidget:
        t, middle = self.ctx.t, Qt.AlignmentFlag.AlignHCenter
        made = QWidget()
        column = QVBoxLayout(made)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(picture(self.ctx.theme, "calendar-range", "text3", 40), 0, middle)
        words = label(t("No mission and no event yet"), "title", name="portfolio_nothing", wrap=True)
        hint = label(t("Here the year of all your missions stands on one page."), "body", tone="quiet", wrap=True)
        for one in (words, hint):
            one.setAlignment(middle)
            column.addWidget(one)
        for name in ("new_mission", "portfolio_sample"):
            column.addWidget(ActionButton(self.actions_[name], self.ctx.theme), 0, middle)
        column.addStretch(3)
        return made


def nearest(years: tuple[int, ...], wanted: int) -> int:
    """Return the year with missions that is nearest to one, the later of two; itself where there is none."""
    return min(years, key=lambda one: (abs(one - wanted), -one), default=wanted)


def _sorted(entries: Mapping[str, object]) -> dict[str, object]:
    return dict(sorted(entries.items(), key=lambda pair: pair[0].casefold()))
