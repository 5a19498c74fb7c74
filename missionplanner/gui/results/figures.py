"""Show the figures of the mission: cards, objectives against targets, and what falls to each cluster or region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.figures import Cut, Side
from missionplanner.domain.plan import MissionPlan, MissionRecord
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.results.bars import Bars
from missionplanner.gui.results.figures_words import CUTS, MEASURES, SIDES, FigureWords, Tile
from missionplanner.gui.results.part import ResultsPart
from missionplanner.gui.results.tile import TileCard
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import card, label
from missionplanner.gui.widgets.flow import Columns
from missionplanner.gui.widgets.scrolled import Scrolled


class FiguresView(ResultsPart):
    """Be the figures. Nothing that was only booked is shown as held."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        t = ctx.t
        self.setObjectName("figures")
        self.setAccessibleName(t("Figures"))
        self._words: FigureWords | None = None
        self._mission: UUID | None = None
        self._tiles = QWidget()
        self._columns = Columns(self._tiles, narrowest=roomy(214), widest=10_000, gap=12)
        self.cards: dict[str, TileCard] = {}
        self.aims = Bars("figures_aims", t("Objectives and results"), ctx.theme)
        self.shares = Bars("figures_shares", t("Figures told apart"), ctx.theme)
        self.measure = self._choice("measure", t("What is counted"), {word: one for one, word in MEASURES.items()})
        self.side = self._choice("side", t("Whose"), {word: one for one, word in SIDES.items()})
        self.cut = self._choice("cut", t("Told apart by"), {word: one for one, word in CUTS.items()})
        self.nothing = label("", "small", tone="quiet", name="figures_nothing", wrap=True)
        self._build()

    def regions(self) -> list[QWidget]:
        return [self._area, self.measure]

    def give_focus(self) -> None:
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def count_words(self) -> str:
        return str(self.ctx.mission.heading().facts)

    def place(self) -> object:
        return self.measure.currentIndex(), self.side.currentIndex(), self.cut.currentIndex(), self._area.place()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 4:
            for one, index in zip((self.measure, self.side, self.cut), place[:3], strict=True):
                one.setCurrentIndex(index)
            self._area.return_to(place[3])

    def show_now(self, plan: MissionPlan, record: MissionRecord) -> None:
        self._words = FigureWords(self.ctx, plan, record)
        self._deal(list(self._words.tiles()))
        aims = self._words.aims()
        self.aims.show_bars(aims)
        self._none_aimed.setVisible(not aims)
        self.aims.setVisible(bool(aims))
        if plan.mission.id != self._mission:
            self._mission = plan.mission.id
            self._begin_with(self._words)
        self._show_shares()

    def _begin_with(self, words: FigureWords) -> None:
        """Choose the first figures that there are, where those chosen are all nothing."""
        side = Side(self.side.chosen())
        found = ((one, cut) for one in MEASURES for cut in CUTS if words.bars(cut, side, one))
        if words.bars(Cut(self.cut.chosen()), side, str(self.measure.chosen())):
            return
        measure, cut = next(found, ("meetings", Cut.CLUSTER))
        for choice_, value in ((self.measure, measure), (self.cut, cut)):
            with QSignalBlocker(choice_):
                choice_.setCurrentIndex(choice_.values.index(value))

    def _deal(self, tiles: list[Tile]) -> None:
        """Show the cards; those that were there keep their place."""
        if list(self.cards) != [one.name for one in tiles]:
            for made in self.cards.values():
                self._columns.removeWidget(made)
                made.hide()
                made.deleteLater()
            self.cards = {one.name: TileCard(self.ctx.theme, one) for one in tiles}
            for made in self.cards.values():
                self._columns.addWidget(made)
        for one in tiles:
            self.cards[one.name].show_tile(one)
        QTimer.singleShot(0, self, self._fit)  # how high words are is known once they are laid out

    def _show_shares(self) -> None:
        if self._words is None:
            return
        cut, side, measure = Cut(self.cut.chosen()), Side(self.side.chosen()), str(self.measure.chosen())
        found = self._words.bars(cut, side, measure)
        self.shares.show_bars(found)
        self.shares.setVisible(bool(found))
        t = self.ctx.t
        self.nothing.setText("" if found else t("Nothing of this is recorded yet."))
        self.nothing.setVisible(not found)

    # -- building ---------------------------------------------------------------------------------

    def _choice(self, name: str, title: str, words: Mapping[str, object]) -> Choice:
        made = choice({self.ctx.t(word): one for word, one in words.items()}, None, self.ctx.theme)
        made.setObjectName(f"figures_{name}")
        made.setAccessibleName(title)
        made.setFont(font("body"))
        made.setFixedHeight(roomy(CONTROL))
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        made.currentIndexChanged.connect(lambda _place: self._show_shares())
        return made

    def _fit(self) -> None:
        height = self._columns.heightForWidth(max(self._tiles.width(), 1))
        self._tiles.setFixedHeight(height)

    def _build(self) -> None:
        t = self.ctx.t
        inside = _Inside(self._fit)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._tiles)
        aims, within = _titled("aims_card", t("Objectives and results"))
        self._none_aimed = label(
            t("The mission has no objectives: give it some under its details."), "small", tone="quiet", wrap=True
        )
        within.addWidget(self._none_aimed)
        within.addWidget(self.aims)
        column.addWidget(aims)
        told, within = _titled("shares_card", t("Figures told apart"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.measure, self.side, self.cut):
            row.addWidget(one)
        row.addStretch(1)
        within.addLayout(row)
        within.addWidget(self.nothing)
        within.addWidget(self.shares)
        column.addWidget(told)
        column.addStretch(1)
        self._area = Scrolled("figures_area", t("Figures"), inside, reads=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.setFocusProxy(self._area)


class _Inside(QWidget):
    """Tell when its width is another one: cards take more or fewer lines then."""

    def __init__(self, told: Callable[[], object]) -> None:
        super().__init__()
        self._told = told

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._told()


def _titled(name: str, title: str) -> tuple[QFrame, QVBoxLayout]:
    made = card(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(18, 14, 18, 16)
    column.setSpacing(10)
    column.addWidget(label(title, "title"))
    return made, column
