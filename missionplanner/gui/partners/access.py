"""Show the lists of visitors that places ask for: one place at a time, what it asks for, who was announced."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.domain.partners.access_lists import AccessList, access_lists, visited
from missionplanner.domain.partners.naming import ACCESS_FIELDS
from missionplanner.domain.partners.visitor_data import going_to
from missionplanner.domain.vocabulary import AccessField, AccessState
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.partners import LIST_THERE, VISITORS
from missionplanner.gui.dialogs.chooser import Chooser, Option
from missionplanner.gui.forms.chips import toggle
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.partners.access_forms import AsksDialog, SaveDialog, SentDialog
from missionplanner.gui.partners.visitors import visitors
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.basics import ActionButton, card, label, picture

if TYPE_CHECKING:
    import datetime as dt

    from missionplanner.domain import records as r
    from missionplanner.gui.context import Context


class AccessLists(QWidget):
    """Be the lists of a mission. ``changed`` tells that selection, count or deeds are others now."""

    changed = Signal()

    def __init__(self, ctx: Context, actions: Actions, above: QWidget) -> None:
        super().__init__()
        self.setObjectName("access_lists")
        self.ctx, self._actions = ctx, actions
        self._place: UUID | None = None
        self._there = False
        self._lists: tuple[AccessList, ...] = ()
        self._chips_of: tuple[tuple[UUID, str], ...] = ()
        self.view = ListView(ctx, actions, visitors(lambda: self._place))
        self.view.changed.connect(self.changed)
        self._above = above
        self._head = self._heading()
        self.view.put_between(self._head)
        self._none = self._nothing()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        ctx.mission.changed.connect(self._follow)

    # -- the page asks ----------------------------------------------------------------------------

    def there(self) -> set[str]:
        """Return which needs of those actions are met."""
        met = self.view.there()
        if self.shown is not None:
            met.add(LIST_THERE)
            if self.view.table.chosen_ids():
                met.add(VISITORS)
        return met

    @property
    def shown(self) -> AccessList | None:
        """Return the list on screen."""
        return next((one for one in self._lists if one.place.id == self._place), None)

    def arrive(self) -> None:
        """Prepare to be shown."""
        self._there = True
        self._follow()
        self.view.arrive()

    def leave(self) -> None:
        """Be out of sight."""
        self._there = False
        self.view.leave()

    def take_focus(self) -> None:
        """Give the focus to the list, or to what one begins with."""
        if self._stack.currentWidget() is self.view:
            self.view.take_focus()
        else:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self._chips, *self.view.regions()] if self._stack.currentWidget() is self.view else [self._none]

    def show_place(self, identity: UUID | None) -> None:
        """Show the list of a place."""
        there = any(one.place.id == identity for one in self._lists)
        if there and identity != self._place:
            self._place = identity
            self.view.model.show((), 0)
            self.view.feed.reread()
        self._fill()

    # -- deeds ------------------------------------------------------------------------------------

    def mark_sent(self) -> None:
        """Ask to whom the list was sent; of the chosen visitors, else of all who are to be sent."""
        from missionplanner.services.partners import access_lists as service

        found, code, t = self.shown, self.ctx.mission.code, self.ctx.t
        if found is None:
            return
        chosen = self.view.table.chosen_ids() if len(self.view.table.chosen_ids()) > 1 else []
        count, place = len(chosen) or found.count(AccessState.TO_SEND), found.place
        if not count:
            self.ctx.notices.say(t("Everybody on this list was sent already."))
            return
        words = t.plural("{place}: {count} visitor.", "{place}: {count} visitors.", count, place=_name(place))

        def store(to: str, day: dt.date) -> None:
            if self.ctx.workspace is not None:
                service.mark_sent(self.ctx.workspace, code, place.id, to, day, chosen or None)
                self.ctx.told_with_undo(t("The list for {place} is marked as sent.", place=_name(place)))

        SentDialog(self.window(), self.ctx, words, self._last_to(found), store).open()

    @staticmethod
    def _last_to(found: AccessList) -> str:
        entries = [one.entry for one in found.visitors if one.entry is not None and one.entry.sent_to]
        return (entries[-1].sent_to or "") if entries else ""

    def mark(self, state: AccessState) -> None:
        """Note what the place said of the chosen visitors."""
        from missionplanner.services.partners import access_lists as service

        found, code, ids, t = self.shown, self.ctx.mission.code, self.view.table.chosen_ids(), self.ctx.t
        if found is None or not ids:
            return
        place = found.place.id
        if self.ctx.run_edit(lambda ws: service.mark(ws, code, place, ids, state)) is not None:
            if state is AccessState.CLEARED:
                said = t.plural("{count} visitor cleared.", "{count} visitors cleared.", len(ids))
            else:
                said = t.plural("{count} visitor refused.", "{count} visitors refused.", len(ids))
            self.ctx.told_with_undo(said)

    def ask_fields(self) -> None:
        """Ask what the place on screen wants to know, and by when."""
        if self.shown is not None:
            self._ask_of(self.shown.place)

    def ask_place(self) -> None:
        """Ask which other place of the programme wants a list."""
        plan, t = self.ctx.mission.plan, self.ctx.t
        some = visited(plan) if plan is not None else ()
        if not some:
            self.ctx.notices.say(t("Every place of the programme is here already."))
            return
        options = [Option(_name(one), one, "map-pin", one.city or "") for one in some]
        Chooser(self.window(), self.ctx, t("Which place wants a list of visitors?"), options, self._ask_of).open()

    def _ask_of(self, place: r.Place) -> None:
        from missionplanner.services.directory import places

        def store(fields: tuple[AccessField, ...], days: int | None) -> None:
            cells = [(place.id, "access_fields", fields), (place.id, "notice_days", days)]
            if self.ctx.workspace is not None:
                places.change_cells(self.ctx.workspace, cells)
                self.ctx.mission.reread()
                self.show_place(place.id)

        AsksDialog(self.window(), self.ctx, place, store).open()

    def export(self) -> None:
        """Ask in which form and language the list is to be saved, and where."""
        found, t = self.shown, self.ctx.t
        if found is not None:
            asks, place = ", ".join(t(ACCESS_FIELDS[one]) for one in found.asks), _name(found.place)
            words = t("The file holds only what {place} asks for: {fields}.", place=place, fields=asks)
            left = sum(1 for one in going_to(found)[0] if one.state is AccessState.TO_SEND)
            note = t.plural(
                "Note that it is sent today: {count} visitor", "Note that it is sent today: {count} visitors", left
            )
            both = (words, note if left else "")
            SaveDialog(self.window(), self.ctx, both, partial(self._save, found)).open()

    def _save(self, found: AccessList, form: str, language: str, note: bool) -> None:
        from missionplanner.services.partners import access_lists as service

        t, place = self.ctx.t, _name(found.place)
        name = f"{self.ctx.mission.code} {place}.{form}".replace("/", "-")
        kinds = t("Excel files (*.xlsx)") if form == "xlsx" else t("Plain tables (*.csv)")
        path = self.ctx.files.save_file(self, t("Save the list of visitors"), name, kinds)
        if path is None or self.ctx.workspace is None:
            return
        target = path if path.suffix.casefold() == f".{form}" else Path(f"{path}.{form}")
        done = service.export(
            self.ctx.workspace, self.ctx.mission.code, found.place.id, target, language, force=target == path
        )
        said = t.plural("Saved with {count} visitor.", "Saved with {count} visitors.", done.visitors)
        left = t.plural(
            "{count} without a name was left out.", "{count} without a name were left out.", done.unnamed
        )
        told = f"{said} {left}" if done.unnamed else said
        plan = self.ctx.mission.plan
        if note and plan is not None and service.note_sent(self.ctx.workspace, plan, [(found.place.id, ())]):
            self.ctx.told_with_undo(" ".join((told, t("It is noted as sent."))))
        else:
            self.ctx.notices.say(told)

    # -- following --------------------------------------------------------------------------------

    def _follow(self) -> None:
        plan = self.ctx.mission.plan
        self._lists = access_lists(plan) if plan is not None else ()
        if self.shown is None:
            self._place = self._lists[0].place.id if self._lists else None
            self.view.model.show((), 0)
            if self.view.feed.awake:
                self.view.feed.reread()
        self._fill()

    def _fill(self) -> None:
        t, wording, found = self.ctx.t, self.ctx.wording, self.shown
        self._stack.setCurrentIndex(0 if found is not None else 1)
        if self._there:
            (self.view.put_above if found is not None else self._put_above_nothing)(self._above)
        chips = tuple((one.place.id, self._chip_words(one)) for one in self._lists)
        if chips != self._chips_of:
            self._chips_of = chips
            self._make_chips()
        for chip in self._chips.findChildren(QPushButton):
            chip.setChecked(found is not None and chip.objectName() == f"access_{found.place.id.hex}")
        if found is not None:
            first = min((one.date for one in found.items if one.date is not None), default=None)
            visit = t("visit on {day}", day=wording.plain_day(first)) if first is not None else ""
            due = t("List due by {day}", day=wording.days(found.due, found.due)) if found.due is not None else ""
            before = t.plural("{count} day of notice", "{count} days of notice", found.days)
            self._due.setText(wording.listed((due, before, visit)))
            asks = ", ".join(t(ACCESS_FIELDS[one]) for one in found.asks)
            self._asks.setText(t("Asks for: {fields}", fields=asks))
        self.changed.emit()

    def _chip_words(self, one: AccessList) -> str:
        t = self.ctx.t
        left = t.plural("{count} to send", "{count} to send", one.left) if one.left else t("all sent")
        return f"{_name(one.place)}  ·  {left}"

    def _make_chips(self) -> None:
        self._chips.clear()
        for identity, words in self._chips_of:
            chip = toggle(words, f"access_{identity.hex}", on=False)
            chip.clicked.connect(lambda _checked=False, identity=identity: self.show_place(identity))
            self._chips.add(chip)
        self._chips.arrange()

    def _put_above_nothing(self, widget: QWidget) -> None:
        if self._top.indexOf(widget) < 0:
            self._top.insertWidget(0, widget)

    # -- building ---------------------------------------------------------------------------------

    def _heading(self) -> QWidget:
        made = QWidget()
        made.setObjectName("access_heading")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._chips = Wrapped(6, "access_places")
        self._chips.setAccessibleName(self.ctx.t("Places that want a list"))
        column.addWidget(self._chips)
        frame = card("access_card")
        self._facts = QBoxLayout(QBoxLayout.Direction.TopToBottom, frame)
        self._facts.setContentsMargins(14, 10, 12, 10)
        self._facts.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._facts.addLayout(words, 1)
        self._due = label("", "strong", name="access_due", wrap=True)
        self._asks = label("", "small", tone="quiet", name="access_asks", wrap=True)
        words.addWidget(self._due)
        words.addWidget(self._asks)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._facts.addLayout(row)
        self._buttons = [
            ActionButton(self._actions[name], self.ctx.theme)
            for name in ("access_cleared", "access_refused", "access_fields", "access_place", "access_export")
        ]
        for one in self._buttons:
            row.addWidget(one)
        row.addStretch(1)
        column.addWidget(frame)
        return made

    def set_narrow(self, narrow: bool) -> None:
        """Show the icons of the buttons alone, beside the words, where there is little room."""
        ways = QBoxLayout.Direction
        self._facts.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)
        for one in self._buttons:
            one.set_icon_only(narrow)

    def _nothing(self) -> QWidget:
        t, theme = self.ctx.t, self.ctx.theme
        made = QWidget()
        made.setObjectName("access_nothing")
        made.setAccessibleName(t("Access lists"))
        column = QVBoxLayout(made)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        self._top = QHBoxLayout()
        self._top.addStretch(1)
        column.addLayout(self._top)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture(theme, "id-card", "text3", 40), 0, middle)
        hint = t("Plants and ministries ask for names and documents days before: say which, and for what.")
        for words, role, tone in ((t("No place wants a list of visitors"), "title", ""), (hint, "body", "quiet")):
            one = label(words, role, tone=tone, wrap=True)
            one.setAlignment(middle)
            column.addWidget(one)
        self._begin = ActionButton(self._actions["access_place"], theme, look="primary")
        column.addWidget(self._begin, 0, middle)
        column.addStretch(3)
        return made


def _name(place: r.Place) -> str:
    return place.name or place.address or "–"
