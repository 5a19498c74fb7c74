"""Say of chosen photos what they show, who took them, at which item, and whether they may be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from missionplanner.domain import records as r
from missionplanner.domain.clock import local
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.timing import day_zone
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.results.columns import items
from missionplanner.gui.tables.details import WIDTH
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import photos


class PhotoForm(QFrame):
    """Show what one photo says, or what several have in common. ``left``: the focus goes back to the photos."""

    left = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        t = ctx.t
        self.setObjectName("photo_form")
        self.setAccessibleName(t("Details"))
        self._ctx = ctx
        self._photos: tuple[r.Photo, ...] = ()
        tokens = ctx.theme.tokens
        self.setFixedWidth(roomy(WIDTH))
        self.setStyleSheet(
            f"#photo_form {{ background: {tokens.surface}; border: none;"
            f" border-left: 1px solid {tokens.border}; }}" + inspector_sheet(tokens)
        )
        self._title = label("", "title", name="photo_title", wrap=True)
        self._when = label("", "small", tone="quiet", name="photo_when", wrap=True)
        self.caption = Prose(lines=2)
        self.credit = Entry(t("who took it"))
        self.item = Lookup(lambda: items(ctx), ctx.theme, icon="calendar-days")
        self.cleared = Check(t("Those shown agreed: it may be printed"), ctx.theme)
        self.cleared.setObjectName("photo_cleared")
        self.caption.committed.connect(lambda text: self._store("caption", Said(t.language, text)))
        self.credit.committed.connect(lambda text: self._store("credit", text or None))
        self.item.chosen.connect(lambda value: self._store("item_id", value))
        self.item.committed.connect(lambda text: self._store("item_id", None) if not text else None)
        self.cleared.clicked.connect(lambda on: self._store("cleared", bool(on)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 14, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._when)
        self._fields = (
            Field("photo_caption", t("Caption"), self.caption, tall=True),
            Field("photo_credit", t("Credit"), self.credit),
            Field("photo_item", t("Item"), self.item),
        )
        for one in self._fields:
            column.addWidget(one)
        column.addWidget(self.cleared)
        column.addStretch(1)
        self.show_photos(None, ())

    def take_focus(self) -> None:
        """Go to the caption."""
        self.caption.setFocus(Qt.FocusReason.OtherFocusReason)

    def store_typed(self) -> None:
        """Store what is typed and not yet left."""
        for one in (self.caption, self.credit):
            one.commit()

    def show_photos(self, plan: MissionPlan | None, chosen: Sequence[r.Photo]) -> None:
        """Show what these photos have in common."""
        t, before = self._ctx.t, self._photos
        anew = [one.id for one in chosen] != [one.id for one in before]
        if anew:
            self.store_typed()
        self._photos = tuple(chosen)
        for one in (*self._fields, self.cleared):
            one.setVisible(bool(chosen))
        count = len(chosen)
        several = t.plural("{count} photo chosen", "{count} photos chosen", count)
        self._title.setText(several if count > 1 else t("Photo") if count else t("Choose a photo to see it here."))
        self._when.setText(
            t("What you change here is changed in all of them.") if count > 1 else self._taken(plan)
        )
        self._when.setVisible(bool(self._when.text()))
        captions = {one.caption.best(t.language) if one.caption else "" for one in chosen}
        credits = {one.credit or "" for one in chosen}
        titles = {self._item(plan, one) for one in chosen}
        for field, some in ((self.caption, captions), (self.credit, credits), (self.item, titles)):
            mixed = len(some) > 1
            field.setPlaceholderText(t("Mixed") if mixed else "")
            field.show_text("" if mixed or not some else next(iter(some)), anew=anew)
        self.cleared.setChecked(bool(chosen) and all(one.cleared for one in chosen))

    def _taken(self, plan: MissionPlan | None) -> str:
        at = self._photos[0].taken_at if self._photos else None
        if at is None or plan is None:
            return ""
        there = local(at, day_zone(plan, at.date()))
        day = self._ctx.wording.plain_day(there.date())
        return self._ctx.t("Taken on {day} at {time}", day=day, time=f"{there:%H:%M}")

    def _item(self, plan: MissionPlan | None, one: r.Photo) -> str:
        found = plan.item(one.item_id) if plan is not None else None
        return next((each.text for each in items(self._ctx) if found is not None and each.value == found.id), "")

    def _store(self, name: str, value: object) -> None:
        ids = [one.id for one in self._photos]
        if ids and self._ctx.run_edit(lambda ws: photos.change_cells(ws, in_each(ids, name, value))) is not None:
            for key, field in (("caption", self.caption), ("credit", self.credit), ("item_id", self.item)):
                if key == name:
                    field.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
