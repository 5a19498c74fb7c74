"""Ask for the numbers of a signed sheet, and for what is to be told of one person at an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.records import AgendaItem, Delegate
from missionplanner.domain.results.attendance import ATTENDANCE, Entry, numbers_of
from missionplanner.domain.vocabulary import AttendanceState
from missionplanner.gui.context import Context
from missionplanner.gui.delegation.dialogs import Finder
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, line
from missionplanner.gui.forms.typed_time import typed_time
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.inspector.offers import Offers
from missionplanner.gui.matrix import lines as lined
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label
from missionplanner.services.results import attendance

_NAMES = 12
"""Names that are told of the numbers typed; more are counted."""


class SheetDialog(FormDialog):
    """Key a sheet in as it is signed: the numbers of who signed, or of who did not."""

    def __init__(
        self, parent: QWidget, ctx: Context, plan: MissionPlan, item: AgendaItem, entries: Sequence[Entry]
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Key a signed sheet in"), t("Note it"))
        self.setObjectName("sheet_dialog")
        self._ctx, self._plan, self._item = ctx, plan, item
        self._printed: Mapping[int, Entry] = {one.number: one for one in entries if one.number is not None}
        title = item.title.best(t.language, plan.mission.languages)
        day = ctx.wording.weekday(item.date) if item.date is not None else ""
        last = t.plural("{count} line", "{count} lines", len(self._printed))
        self._put(label(ctx.wording.listed((title, day, last)), "small", tone="quiet", wrap=True))
        self.numbers = line("", "1-12, 14 17")
        self.state = choice(
            {t("These signed"): AttendanceState.PRESENT, t("These did not sign"): AttendanceState.ABSENT},
            AttendanceState.PRESENT,
            ctx.theme,
        )
        self.others = choice({}, None, ctx.theme)
        self.told = label("", "small", tone="quiet", name="sheet_told", wrap=True)
        self.add_row(Field("numbers", t("Numbers on the sheet"), self.numbers))
        self.add_row(Field("sheet_state", t("What they say"), self.state))
        self.add_row(Field("others", t("Everybody else nothing was noted of"), self.others))
        self._put(self.told)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._tell)
        self.numbers.textChanged.connect(lambda: self._soon.start())
        self.state.currentIndexChanged.connect(self._offer)
        self.others.currentIndexChanged.connect(lambda: self._soon.start())
        self.finish_with(self._store)
        self._offer()
        self.numbers.setFocus()

    def _put(self, told: QWidget) -> None:
        told.setFixedWidth(roomy(FIELD_WIDTH))
        self.body.addWidget(told)

    def _offer(self) -> None:
        """Offer for the others the opposite of what the numbers say."""
        signed = self.state.chosen() is AttendanceState.PRESENT
        other = AttendanceState.ABSENT if signed else AttendanceState.PRESENT
        words = {self.t("Not recorded"): None, self.t(ATTENDANCE[other]): other}
        self.others.clear()
        self.others.addItems(list(words))
        self.others.values = tuple(words.values())
        self.others.setCurrentIndex(0 if signed else 1)
        self._soon.start()

    def _tell(self) -> None:
        """Say whom the numbers mean, before anything is stored."""
        try:
            found = numbers_of(self.numbers.text(), len(self._printed))
        except MissionPlannerError as error:
            self.told.setText(self.t.say(error))
            return
        names = [name_of(self.t, self._plan, self._printed[one]) or str(one) for one in found]
        more = len(names) - _NAMES
        told = ", ".join(names[:_NAMES])
        if more > 0:
            told = self.t.plural("{names} and {count} more", "{names} and {count} more", more, names=told)
        count = self.t.plural("{count} person", "{count} people", len(found)) if found else ""
        self.told.setText(f"{count}: {told}" if found else self.t("Type the numbers in the order of the sheet."))

    def _store(self) -> None:
        if self._ctx.workspace is None:
            return
        others = self.others.chosen()
        if not self.numbers.text().strip() and others is None:
            raise Invalid(N_("Type the numbers in the order of the sheet."), field="numbers")
        attendance.tick(
            self._ctx.workspace, self._item.id, self.numbers.text(), self.state.chosen(), others=others
        )


def name_of(t: Translator, plan: MissionPlan, entry: Entry) -> str:
    """Return what to call who signs on a line; a place not yet named after its organisation."""
    delegate = plan.get(Delegate, entry.delegate_id)
    return lined.name_of(t, plan, delegate) if delegate is not None else plan.label(entry.person_id)


class AttendanceDialog(FormDialog):
    """Tell of one person when they came and left, who came instead, and what is to be remembered."""

    def __init__(self, parent: QWidget, ctx: Context, plan: MissionPlan, item: AgendaItem, entry: Entry) -> None:
        t = ctx.t
        super().__init__(parent, t, name_of(t, plan, entry), t("Save"))
        self.setObjectName("attendance_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._item, self._key = ctx, item, entry.key
        noted = entry.noted
        title = item.title.best(t.language, plan.mission.languages)
        self.body.addWidget(label(title, "small", tone="quiet"))
        words: dict[str, object] = {t("Not recorded"): None, **{t(word): one for one, word in ATTENDANCE.items()}}
        self._state = choice(words, entry.state, ctx.theme)
        self._arrived, self._left = (
            line(f"{at:%H:%M}" if (at := getattr(noted, name, None)) is not None else "", "9:30")
            for name in ("arrived", "left")
        )
        self._instead = Finder(ctx, Offers(ctx, self).people, "user")
        self._before = noted.substitute_id if noted is not None else None
        self._name = plan.label(self._before)
        self._instead.show_text(self._name, anew=True)
        self._note = Prose(lines=2)
        self._note.show_text(noted.note or "" if noted is not None else "", anew=True)
        self.add_row(Field("state", t("Was there"), self._state))
        self.add_row(Field("arrived", t("Came at"), self._arrived), Field("left", t("Left at"), self._left))
        self.add_row(Field("substitute_id", t("Who came instead"), self._instead))
        self.add_row(Field("note", t("Note"), self._note, tall=True))
        self._began = (entry.state, *self._values()[1:])
        self.finish_with(self._store)
        self._arrived.setFocus()

    def _values(self) -> tuple[object, ...]:
        return (
            self._state.chosen(),
            typed_time(self._arrived.text(), "arrived"),
            typed_time(self._left.text(), "left"),
            self._substitute(),
            self._note.toPlainText().strip() or None,
        )

    def _substitute(self) -> UUID | str | None:
        text = self._instead.text().strip()
        return self._before if text == self._name else self._instead.known("substitute_id")

    def _store(self) -> None:
        names = ("state", "arrived", "left", "substitute_id", "note")
        pairs = zip(names, self._values(), self._began, strict=True)
        cells = [(self._key, name, now) for name, now, before in pairs if now != before]
        if self._ctx.workspace is not None and cells:
            attendance.change_cells(self._ctx.workspace, self._item.id, cells)
