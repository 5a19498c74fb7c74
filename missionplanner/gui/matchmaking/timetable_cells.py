"""Paint the cards of meetings, empty cells that keep quiet, and the spots a carried meeting can go to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.marks import ICONS
from missionplanner.gui.matchmaking.timetable_model import Card, TimetableModel
from missionplanner.gui.matrix.cells import CellDelegate
from missionplanner.gui.matrix.grid import Index
from missionplanner.gui.theme import font, metrics, roomy
from missionplanner.gui.widgets.painting import draw_icon

CARD, TALLEST, COLUMN = 54, 72, 130
"""Pixels of a slot's row, of one where there is room, and of a table's column."""
FITS, SWAPS = "fits", "swaps"
"""What a lit spot offers a meeting that is carried."""
BOTH = "heart-handshake"
"""Sign of a meeting both sides asked for."""
_SIGN, _BAR, _GAP = 14, 4, 3
_MOST = 4000
"""Pictures of cards that are kept."""
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_SELECTED = QStyle.StateFlag.State_Selected.value
_OVER = QStyle.StateFlag.State_MouseOver.value


class MeetingDelegate(CellDelegate):
    """Draw each meeting as a card: both names, whose wish, lock, interpreter, and what is amiss."""

    def __init__(self, view: QTableView, model: TimetableModel, ctx: Context) -> None:
        super().__init__(view, model, ctx.theme)
        self._table, self._timetable, self._dress = view, model, ctx.theme
        tint = ctx.theme.tokens.tint(ItemKind.B2B)
        self._tint = {name: QColor(getattr(tint, name)) for name in ("ground", "bar", "text")}
        names = "surface surface2 hover selected accent border border_strong text text2 text3 danger ok"
        self._inks: dict[str, QColor] = {name: ctx.theme.colour(name) for name in names.split()}
        self._cards: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - the name is Qt's
        return QSize(roomy(COLUMN), roomy(CARD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.row(), index.column()
        if row >= len(self._timetable.lines) or place >= len(self._timetable.keys):
            return
        area, state = QRect(option.rect), option.state.value
        heading = self._timetable.slot(row) is None
        painter.fillRect(area, self._inks["surface2" if heading else "surface"])
        if heading:
            return
        meeting = self._timetable.meeting(row, place)
        lit = self._lit(row, place)
        if meeting is not None:
            faded = self._timetable.lit is not None and lit is None
            shown = self._timetable.card(meeting)
            if lit is not None:
                shown = replace(shown, wish=None, voice="", locked=False)  # the sign of a swap stands there
            self._lay(painter, area, shown, (bool(state & _SELECTED) and not faded, faded))
        elif state & (_OVER | _SELECTED) and lit is None:
            painter.fillRect(area.adjusted(1, 1, -2, -2), self._inks["hover"])
        if lit is not None:
            self._light(painter, area, lit)
        if (row, place) == self.current and self._table.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._inks["accent"], 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 6, 6)

    def _lit(self, row: int, place: int) -> str | None:
        spot = self._timetable.spot(row, place) if self._timetable.lit is not None else None
        return self._timetable.lit.get(spot) if spot is not None and self._timetable.lit is not None else None

    def _light(self, painter: QPainter, area: QRect, lit: str) -> None:
        """Draw the frame of a spot that is open, with a plus or the sign of two that change places."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._inks["ok" if lit == FITS else "accent"], 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(4, 4, -5, -5), 6, 6)
        side = roomy(_SIGN)
        if lit == FITS:
            spot = QRect(area.center().x() - side // 2, area.center().y() - side // 2, side, side)
            draw_icon(painter, self._dress, "plus", "ok", spot)
        else:
            spot = QRect(area.right() - side - 9, area.bottom() - side - 8, side, side)
            draw_icon(painter, self._dress, "arrow-left-right", "accent", spot)

    # -- cards ------------------------------------------------------------------------------------

    def _lay(self, painter: QPainter, area: QRect, card: Card, state: tuple[bool, bool]) -> None:
        ratio = self._table.devicePixelRatioF()
        key = (card, state, area.width(), area.height(), ratio)
        made = self._cards.get(key)
        if made is None:
            if len(self._cards) > _MOST:
                self._cards.clear()
            made = self._cards[key] = self.picture(card, state, area.size(), ratio)
        painter.drawPixmap(area.topLeft(), made)

    def picture(self, card: Card, state: tuple[bool, bool], size: QSize, ratio: float) -> QPixmap:
        """Return the picture of a card, chosen and faint or not, as large as its cell."""
        made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, faded = state
        if faded:
            painter.setOpacity(0.45)
        area = QRect(0, 0, size.width(), size.height()).adjusted(_GAP, _GAP, -_GAP - 1, -_GAP - 1)
        self._ground(painter, area, card, chosen)
        inner = area.adjusted(_BAR + 7, 4, -6, -4)
        self._names(painter, inner, card, self._signs(painter, inner, card))
        painter.end()
        return made

    def _ground(self, painter: QPainter, area: QRect, card: Card, chosen: bool) -> None:
        edge = self._inks["danger"] if card.wrong else self._inks["accent"] if chosen else self._tint["bar"]
        pen = QPen(edge, 2 if chosen or card.wrong else 1)
        if card.tentative:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen if chosen or card.wrong or card.tentative else Qt.PenStyle.NoPen)
        if self._dress.tokens.outlined:
            painter.setPen(pen)
        painter.setBrush(self._inks["selected"] if chosen else self._tint["ground"])
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks["danger"] if card.wrong else self._tint["bar"])
        painter.drawRoundedRect(QRect(area.left() + 2, area.top() + 4, _BAR, area.height() - 7), 2, 2)

    def _names(self, painter: QPainter, inner: QRect, card: Card, ends: tuple[int, int]) -> None:
        half = inner.height() // 2
        ink = self._inks["text"] if self._dress.tokens.outlined else self._tint["text"]
        for number, name in enumerate((card.first, card.second)):
            line = QRect(inner.left(), inner.top() + number * half, ends[number] - inner.left() - 4, half)
            painter.setFont(font("strong"))
            painter.setPen(ink)
            shown = metrics("strong").elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _LINE, shown)

    def _signs(self, painter: QPainter, inner: QRect, card: Card) -> tuple[int, int]:
        """Draw the signs at the right edge, above and below; return where they begin."""
        ink, half = self._tint["text"].name(), inner.height() // 2
        above, below = inner.top() + half // 2, inner.top() + half + half // 2
        upper = lower = inner.right() + 1
        if card.wrong:
            upper = self._sign(painter, upper, above, "triangle-alert", "danger")
        if card.locked:
            upper = self._sign(painter, upper, above, "lock", ink)
        if card.voice:
            upper = self._sign(painter, upper, above, "languages", ink)
        if card.wish is not None:
            words = metrics("caption").horizontalAdvance(card.letter)
            painter.setFont(font("caption"))
            painter.setPen(self._inks["text"] if self._dress.tokens.outlined else self._tint["text"])
            painter.drawText(QRect(lower - words, inner.top() + half, words + 1, half), _LINE, card.letter)
            lower = self._sign(painter, lower - words - 2, below, _mark(card), ink)
        return upper, lower

    def _sign(self, painter: QPainter, right: int, middle: int, icon: str, ink: str) -> int:
        side = roomy(_SIGN)
        draw_icon(painter, self._dress, icon, ink, QRect(right - side, middle - side // 2, side, side))
        return right - side - 3


def _mark(card: Card) -> str:
    """Return the sign of whose wish a meeting is: both sides' where both asked."""
    return BOTH if card.mutual or card.wish is None else ICONS[card.wish]
