"""Show a year as rows of organisations with their missions; arrow keys go from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QLocale, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from missionplanner.domain.results.portfolio import Entry, Portfolio, lanes, months
from missionplanner.gui.portfolio.bar import BESIDE, RING, YearBar
from missionplanner.gui.theme import Theme, font, metrics, roomy
from missionplanner.gui.widgets.basics import plain_tip

HEAD, TRACK, PAD = 30, 26, 5
NAMES, NAMES_SHARE = 210, 0.24
"""The most that names of organisations take, in pixels and of the width."""
LEAST = 8
"""The least a bar is wide, in pixels."""
WORDS = 170
"""The most of a title that stands beside its bar, in pixels."""
Said = Callable[[Entry, str, bool], tuple[str, str]]
"""Tells a mission's title and its whole name: of an entry, for an organisation, taking part or not."""


class YearView(QWidget):
    """Show the year. ``opened`` carries the code of a mission somebody wants to see."""

    opened = Signal(str)

    def __init__(self, title: str, locale: QLocale, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("year_view")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._locale, self._theme = locale, theme
        self._portfolio: Portfolio | None = None
        self._rows: list[tuple[str, list[YearBar]]] = []
        self._tops: list[int] = []
        self.current = ""

    @property
    def bars(self) -> list[YearBar]:
        """Return all bars, row by row."""
        return [bar for _, some in self._rows for bar in some]

    def show_portfolio(self, portfolio: Portfolio, said: Said, nobody: str) -> None:
        """Show the missions of a year. ``nobody`` names the row of those without an organiser."""
        had = any(one.hasFocus() for one in self.bars)
        for one in self.bars:
            one.hide()
            one.deleteLater()
        self._portfolio = portfolio
        self._rows = []
        for lane in lanes(portfolio):
            name = portfolio.organisations.get(lane.organisation_id, "") if lane.organisation_id else nobody
            some = [(one, False) for one in lane.own] + [(one, True) for one in lane.joined]
            some.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[0].code))
            self._rows.append((name, [self._bar(one, said(one, name, slim), slim) for one, slim in some]))
        self._arrange()
        self._make_current(next((one for one in self.bars if one.entry.code == self.current), None))
        if had:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the mission one was at, else the first."""
        found = next((one for one in self.bars if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bar(self, one: Entry, words: tuple[str, str], slim: bool) -> YearBar:
        made = YearBar(self, one, words, self._theme, slim=slim)
        made.clicked.connect(lambda: self.opened.emit(one.code))
        made.stepped.connect(lambda key: self._step(made, key))
        made.reached.connect(lambda: self._make_current(made))
        made.show()
        return made

    # -- where things stand -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._arrange()

    @property
    def _left(self) -> int:
        return min(roomy(NAMES), round(self.width() * NAMES_SHARE)) + roomy(12)

    def _firsts(self) -> list[dt.date]:
        """Return the first day of each month shown, and that after the last."""
        assert self._portfolio is not None
        shown, year = months(self._portfolio), self._portfolio.year
        after = dt.date(year + 1, 1, 1) if shown[-1] == 12 else dt.date(year, shown[-1] + 1, 1)
        return [*(dt.date(year, number, 1) for number in shown), after]

    def _at(self, day: dt.date, firsts: Sequence[dt.date]) -> int:
        span = (firsts[-1] - firsts[0]).days
        share = min(max(0, (day - firsts[0]).days), span) / span
        return self._left + round((self.width() - self._left - roomy(8)) * share)

    def _arrange(self) -> None:
        """Put the bars where they belong: one that would cover another stands below it."""
        if self._portfolio is None:
            return
        firsts, top = self._firsts(), roomy(HEAD)
        self._tops = [top]
        for _, some in self._rows:
            ends: list[int] = []
            tracks = max((self._place(one, ends, firsts, top) for one in some), default=0)
            top += (tracks + 1) * roomy(TRACK) + 2 * roomy(PAD)
            self._tops.append(top)
        self.setFixedHeight(top + 1)
        self.update()

    def _place(self, bar: YearBar, ends: list[int], firsts: Sequence[dt.date], top: int) -> int:
        """Put a bar in the first track with room; return which."""
        x = self._at(bar.entry.first, firsts)
        bar.long = max(roomy(LEAST), self._at(bar.entry.last + dt.timedelta(days=1), firsts) - x)
        wide = bar.long + BESIDE + min(bar.words_width, roomy(WORDS)) + 2 * (RING + 1)
        bar.before = x + wide > self.width() and x + bar.long - wide >= self._left
        left = x + bar.long - wide + RING + 1 if bar.before else x - RING - 1
        wide = min(wide, self.width() - left)
        track = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        ends[track : track + 1] = [left + wide]
        bar.setGeometry(left, top + roomy(PAD) + track * roomy(TRACK), wide, roomy(24))
        bar.update()
        return track

    # -- keys -------------------------------------------------------------------------------------

    def _make_current(self, wanted: YearBar | None) -> None:
        """Let Tab stop at one mission alone."""
        bars = self.bars
        current = wanted if wanted is not None else next(iter(bars), None)
        for one in bars:
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is current else Qt.FocusPolicy.ClickFocus)
        self.current = current.entry.code if current is not None else ""
        if current is not None:
            self.setFocusProxy(current)

    def _step(self, here: YearBar, key: int) -> None:
        row = next(number for number, (_, some) in enumerate(self._rows) if here in some)
        bars = self._rows[row][1]
        place = bars.index(here)
        target: YearBar | None = None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            everything = self.bars
            place = everything.index(here) + (1 if key == Qt.Key.Key_Right else -1)
            target = everything[place] if 0 <= place < len(everything) else None
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = bars[0 if key == Qt.Key.Key_Home else -1]
        else:
            target = self._nearest(here, self._beyond(row, 1 if key == Qt.Key.Key_Down else -1))
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _beyond(self, row: int, step: int) -> Iterator[YearBar]:
        """Give the bars of the next row in a direction that has any."""
        following = range(row + step, len(self._rows) if step > 0 else -1, step)
        yield from next((self._rows[number][1] for number in following if self._rows[number][1]), [])

    @staticmethod
    def _nearest(here: YearBar, some: Iterator[YearBar]) -> YearBar | None:
        return min(some, key=lambda one: abs((one.entry.first - here.entry.first).days), default=None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.name_at(event.pos().y()), self)
            return True
        return super().event(event)

    def name_at(self, y: int) -> str:
        """Return the name of the row at a height."""
        rows = zip(self._rows, self._tops, self._tops[1:], strict=False)
        return next((plain_tip(name) for (name, _), top, end in rows if top <= y < end), "")

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        if self._portfolio is None:
            return
        painter, colour = QPainter(self), self._theme.colour
        firsts, bottom = self._firsts(), self.height() - 1
        painter.setFont(font("caption"))
        for number, day in enumerate(firsts[:-1]):
            x, after = self._at(day, firsts), self._at(firsts[number + 1], firsts)
            painter.setPen(colour("border"))
            painter.drawLine(x, roomy(8), x, bottom)
            painter.setPen(colour("text2"))
            area = QRect(x + 5, 0, after - x - 5, roomy(HEAD))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._month(day))
        for (name, _), top, end in zip(self._rows, self._tops, self._tops[1:], strict=False):
            painter.setPen(colour("border"))
            painter.drawLine(0, top, self.width(), top)
            painter.setPen(colour("text"))
            painter.setFont(font("strong"))
            area = QRect(0, top, self._left - roomy(12), min(end - top, roomy(TRACK) + 2 * roomy(PAD)))
            shown = metrics("strong").elidedText(name, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _month(self, day: dt.date) -> str:
        word = self._locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat).rstrip(".")
        return word[:1].upper() + word[1:]
