"""Show who wants to meet whom as a grid of both sides, and say it there: by digit, button or menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.domain.naming import WISHES
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.matchmaking import WISH_CELLS
from missionplanner.gui.actions.matchmaking import WISHES as MATRIX
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import choice
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.matchmaking import wish_clipboard
from missionplanner.gui.matchmaking.grid_part import GridPart, Sign
from missionplanner.gui.matchmaking.marks import ICONS, KEYS, TONES, letter, words
from missionplanner.gui.matchmaking.parties import called
from missionplanner.gui.matchmaking.shown import ShownSession
from missionplanner.gui.matchmaking.wish_model import ACROSS, Across, Couple, WishModel
from missionplanner.gui.matchmaking.wish_table import WishTable
from missionplanner.gui.matrix.grid import Grid
from missionplanner.gui.matrix.nothing import Start
from missionplanner.gui.matrix.table import GridTable
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import ActionButton, fit_words

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session
    from missionplanner.services.workspace import Receipt, Workspace

_SAID = ("wish_must", "wish_want", "wish_could", "wish_no", "wish_none")
_TURNED = ("wish_turn", "wish_swap")


class WishMatrix(GridPart):
    """Be the matrix of a session's wishes."""

    NAME = "wish"

    def __init__(self, ctx: Context, actions: Actions, shown: ShownSession) -> None:
        super().__init__(ctx, actions, shown)
        self.across.currentIndexChanged.connect(self.refresh)
        self.table.wished.connect(self.put)
        self.table.turned_to.connect(self.turn)
        self.table.copied.connect(self.copy)
        self.table.pasted.connect(self.paste)

    def make(self) -> tuple[Grid, GridTable]:
        self.model = WishModel(self.ctx, self)
        self.table = WishTable(self.ctx, self.model)
        self.buttons = [ActionButton(self._actions[name], self.ctx.theme) for name in _SAID]
        self.turns = [ActionButton(self._actions[name], self.ctx.theme, icon_only=True) for name in _TURNED]
        t = self.ctx.t
        self.across = choice({t(words): one for one, words in ACROSS.items()}, Across.VISITORS, self.ctx.theme)
        self.across.setObjectName("wish_across")
        self.across.setAccessibleName(t("Rows and columns"))
        self.across.setFont(font("body"))
        self.across.setFixedHeight(roomy(CONTROL))
        self.across.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        return self.model, self.table

    # -- the part asks ----------------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the matrix do here."""
        return {
            "wish_must": partial(self.put, Wish.MUST),
            "wish_want": partial(self.put, Wish.WANT),
            "wish_could": partial(self.put, Wish.COULD),
            "wish_no": partial(self.put, Wish.NO_THANKS),
            "wish_none": partial(self.put, None),
            "wish_turn": lambda: self.turn(not self.model.by_column),
            "wish_swap": self.swap,
        }

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        if not self.shows():
            return set()
        return {MATRIX, WISH_CELLS} if self._couples() else {MATRIX}

    def place(self) -> object:
        """Return where one is, for Back."""
        return self._shows_across, self.query(), self.model.by_column, self.table.current_cell()

    def restore(self, place: object) -> None:
        """Go to where one was."""
        if isinstance(place, tuple) and len(place) == 4:
            across, query, self.model.by_column, cell = place
            self.show_across(Across(across), str(query))
            if cell is not None:
                self.table.choose([cell])

    def follow_reversal(self, receipt: Receipt, _step: int) -> None:
        """Choose the cells whose wishes an undo or redo has touched."""
        session = self._shown.session
        touched = {one for table, one in receipt.touched if table == "meeting_request"}
        if session is not None and touched:
            self.choose([(one.from_id, one.to_id) for one in session.requests if one.id in touched])

    def choose(self, couples: list[Couple]) -> None:
        """Choose the cells of couples, those that the sides on screen have."""
        self.refresh()
        cells = self.model.places_of(couples)
        if cells:
            self.table.choose(cells)

    def count_words(self) -> str:
        """Return how many wishes there are, how many pairs want each other, how many said no."""
        session, t = self._shown.session, self.ctx.t
        if session is None:
            return ""
        from missionplanner.domain.meetings.wishes import pairs

        some = pairs(session)
        mutual, refused = sum(one.mutual for one in some), sum(one.refused for one in some)
        wanted = t.plural("{count} pair wants each other", "{count} pairs want each other", mutual)
        return self.ctx.wording.listed(
            (
                t.plural("{count} wish", "{count} wishes", len(session.requests)),
                wanted if mutual else "",
                t.plural("{count} refusal", "{count} refusals", refused) if refused else "",
            )
        )

    # -- deeds ------------------------------------------------------------------------------------

    def put(self, wish: Wish | None) -> None:
        """Say this wish in the chosen cells, in the direction that is typed."""
        couples, identity = self._couples(), self._shown.id

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import wishes

            return wishes.set_many(ws, identity, couples, wish)

        receipt = self.ctx.run_edit(edit) if couples else None
        if receipt is None:
            return
        self.say_next()
        if len(couples) > 1 and receipt.changeset is not None:
            t = self.ctx.t
            self.ctx.told_with_undo(t.plural("{count} cell changed.", "{count} cells changed.", len(couples)))

    def turn(self, by_column: bool) -> None:
        """Type the columns' wishes, or the rows'."""
        self.model.by_column = by_column
        self.table.viewport().update()
        self.tell()
        if self.table.hasFocus():
            self.ctx.say_aloud(self.table, self.told.text())

    def swap(self) -> None:
        """Put the rows over the columns; what is chosen stays chosen, and so does whose wish is typed."""
        other = {Across.VISITORS: Across.HOSTS, Across.HOSTS: Across.VISITORS}.get(self._shows_across)
        couples = self._couples()
        self.model.by_column = not self.model.by_column
        if other is not None:
            self.show_across(other, "")
            self.choose(couples)
        else:
            self.turn(self.model.by_column)

    def show_across(self, across: Across, query: str = "") -> None:
        """Show these sides, and only who matches a query."""
        with QSignalBlocker(self.across), QSignalBlocker(self.search):
            self.across.setCurrentIndex(self.across.values.index(across))
            self.search.setText(query)
        self.refresh()

    def copy(self) -> None:
        """Put the wishes of the chosen cells on the clipboard, in the direction that is typed."""
        places = self.table.chosen_places()
        if not self.shows() or not places:
            return
        QGuiApplication.clipboard().setMimeData(wish_clipboard.copied(self.ctx.t, self.model, places))
        t = self.ctx.t
        self.ctx.notices.say(t.plural("{count} cell copied.", "{count} cells copied.", len(places)), tone="info")

    def paste(self) -> None:
        """Lay wishes without names into the cells from the chosen ones on; show what any other would do."""
        data = QGuiApplication.clipboard().mimeData()
        if not data.hasText() and not data.hasHtml():
            return
        laid = wish_clipboard.laid(self.model, self.table.chosen_places(), data) if self.shows() else None
        if laid is None:
            open_pasted(self.ctx, self, "wishes", data.text(), data.html())
        else:
            self._lay(laid)

    def _lay(self, laid: wish_clipboard.Laid) -> None:
        identity, t = self._shown.id, self.ctx.t

        def edit(ws: Workspace) -> Receipt:
            from missionplanner.services.matchmaking import wishes

            return wishes.set_each(ws, identity, laid.said)

        receipt = self.ctx.run_edit(edit) if laid.said else None
        left = t.plural("{count} wish did not fit.", "{count} wishes did not fit.", laid.over) if laid.over else ""
        if receipt is not None and receipt.changeset is not None:
            self.choose(list(laid.said))
            done = t.plural("{count} cell changed.", "{count} cells changed.", len(laid.said))
            self.ctx.told_with_undo(" ".join(filter(None, (done, left))))
        elif receipt is not None or not laid.said:
            self.ctx.notices.say(left or t("All of these are there already."), tone="info")

    @property
    def _shows_across(self) -> Across:
        return Across(self.across.chosen())

    def _couples(self) -> list[Couple]:
        found = (self.model.couple(row, place) for row, place in self.table.chosen_places())
        return list(dict.fromkeys(one for one in found if one is not None))

    def _direction(self, couple: Couple) -> str:
        session, t = self._shown.session, self.ctx.t
        some = [session.participant(one) if session is not None else None for one in couple]
        names = [called(one, t) if one is not None else "–" for one in some]
        return t("{a} about {b}", a=names[0], b=names[1])

    # -- the grid ---------------------------------------------------------------------------------

    def fill(self, session: Session, query: str) -> None:
        self.model.show_session(session, self._shows_across, query)

    def words(self) -> str:
        couples, t = self._couples(), self.ctx.t
        if len(couples) == 1:
            return f"{self._direction(couples[0])}: {words(t, self.model.wish(couples[0]))}"
        if not couples:
            return ""
        counted = self.model.counts(self.table.chosen_places())
        chosen = t.plural("{count} cell chosen", "{count} cells chosen", len(couples))
        return self.ctx.wording.listed(
            (chosen, *(f"{t(WISHES[one])} {counted[one]}" for one in WISHES if counted[one]))
        )

    def missing(self, session: Session, query: str) -> tuple[str, str, list[Start]]:
        t = self.ctx.t
        if query and session.participants:
            return self.cleared(query)
        if session.participants:
            every = (t("Show everybody"), "wish_all", "", self._show_all)
            return t("Nobody on one of these sides yet"), "", [every]
        starts = [
            self.starting_with(t("Add the organisations of the mission"), "b2b_add_sides", "building-2"),
            self.starting_with(t("Import wishes"), "b2b_import_wishes", "file-input"),
        ]
        hint = t("Each participant has a row or a column here. A list or matrix of a spreadsheet can be pasted.")
        return t("No participants yet"), hint, starts

    def _show_all(self) -> None:
        self.show_across(Across.ALL)
        self.take_focus()

    def menu(self) -> QMenu:
        made = QMenu(self)
        made.setObjectName("wish_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        couples = self._couples()
        if len(couples) == 1:
            made.addSection(self._direction(couples[0]))
        for name in (*_SAID, "", *_TURNED):
            made.addAction(self._actions[name]) if name else made.addSeparator()
        return made

    def ask(self, at: QPoint) -> None:
        half = self.table.half_at(at)
        if half is not None:
            self.turn(half)
        super().ask(at)

    def legend(self) -> tuple[Iterable[Sign], str]:
        t = self.ctx.t
        signs = [Sign(ICONS[one], TONES[one], f"{t(WISHES[one])} ({KEYS[one]})", letter(t, one)) for one in WISHES]
        return signs, t("At the left the row’s wish, at the right the column’s; Space turns to the other one.")

    def controls(self) -> list[QWidget]:
        return [self.across, *self.turns, *self.buttons]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        fit_words(self.row, self.buttons, self.bar.width())
