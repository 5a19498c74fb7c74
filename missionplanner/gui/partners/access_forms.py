"""Ask about lists of visitors: to whom they were sent, what a place asks for, how they are to be saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.i18n import SCREEN_LANGUAGES
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import ACCESS_FIELDS
from missionplanner.domain.typed_amounts import number_of
from missionplanner.domain.vocabulary import AccessField
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.day_line import DayLine, today_of
from missionplanner.gui.forms.fields import Field, choice, line
from missionplanner.gui.widgets.basics import label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

CSV, EXCEL = "csv", "xlsx"


class SentDialog(FormDialog):
    """Ask to whom a list was sent, and on which day; ``store`` gets both."""

    def __init__(
        self, parent: QWidget, ctx: Context, words: str, to: str, store: Callable[[str, dt.date], object]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Mark as sent"), t("Mark as sent"))
        self.setObjectName("sent_dialog")
        self.body.addWidget(label(words, "body", tone="quiet", name="sent_words", wrap=True))
        self._to = line(to, t("name or e-mail"))
        self._day = DayLine(ctx, today_of(ctx))
        self.add_row(Field("sent_to", t("Sent to"), self._to))
        self.add_row(Field("sent_on", t("Sent on"), self._day))
        self._keep = store
        self.finish_with(self._store)
        self._to.setFocus()
        self._to.selectAll()

    def _store(self) -> None:
        day = self._day.day()
        if day is None:
            raise Invalid(N_("Say on which day."), field="sent_on")
        self._keep(self._to.text().strip(), day)


class AsksDialog(FormDialog):
    """Ask what a place wants to know of every visitor, and how many days before the visit."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        place: r.Place,
        store: Callable[[tuple[AccessField, ...], int | None], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("What the list asks for"), t("Save"))
        self.setObjectName("asks_dialog")
        self._keep = store
        self.body.addWidget(label(place.name or place.address or "", "strong", name="asks_place", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        self._boxes: dict[AccessField, Check] = {}
        half = (len(ACCESS_FIELDS) + 1) // 2
        for number, (field, word) in enumerate(ACCESS_FIELDS.items()):
            box = Check(t(word), ctx.theme)
            box.setObjectName(f"asks_{field}")
            box.setChecked(field in place.access_fields)
            self._boxes[field] = box
            grid.addWidget(box, number % half, number // half)
        self.body.addLayout(grid)
        self._days = line("" if place.notice_days is None else str(place.notice_days))
        self.add_row(Field("notice_days", t("Days before the visit"), self._days))
        self.finish_with(self._store)
        next(iter(self._boxes.values())).setFocus()

    def _store(self) -> None:
        days = number_of(self._days.text(), "notice_days") if self._days.text().strip() else None
        if days is not None and days < 0:
            raise Invalid(N_("This cannot be less than nothing."), field="notice_days")
        self._keep(tuple(field for field, box in self._boxes.items() if box.isChecked()), days)


class SaveDialog(FormDialog):
    """Ask for form and language of a list, and whether it is being sent; ``save`` gets all three."""

    def __init__(
        self, parent: QWidget, ctx: Context, words: tuple[str, str], save: Callable[[str, str, bool], object]
    ) -> None:
        about, note = words
        t = ctx.t
        super().__init__(parent, t, t("Save the list of visitors"), t("Save"))
        self.setObjectName("save_list_dialog")
        self.body.addWidget(label(about, "body", tone="quiet", name="save_words", wrap=True))
        self._form = choice({t("Excel (.xlsx)"): EXCEL, t("Plain table (.csv)"): CSV}, EXCEL, ctx.theme)
        languages: dict[str, object] = {language_name(code): code for code in SCREEN_LANGUAGES}
        self._language = choice(languages, t.language, ctx.theme)
        self.add_row(Field("form", t("File"), self._form), Field("language", t("Language"), self._language))
        self._note = Check(note, ctx.theme)
        self._note.setObjectName("save_note")
        self._note.setChecked(bool(note))
        self._note.setVisible(bool(note))
        self.body.addWidget(self._note)
        self.finish_with(
            lambda: save(self._form.chosen(), self._language.chosen(), bool(note) and self._note.isChecked())
        )
