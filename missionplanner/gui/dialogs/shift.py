"""Ask by how much to shift what, and tell before what that moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from missionplanner.base.errors import Invalid, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.programme.shifting import Scope, Shift, bulk_shifted
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label

SHOWN = 4
"""How many items the preview names."""


class ShiftDialog(FormDialog):
    """Shift the chosen items, the rest of their day, the whole day or all after.

    ``foreseen`` carries what that would change, None where nothing can be asked for like this.
    """

    foreseen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        items: tuple[UUID, ...],
        store: Callable[[Shift], object],
        minutes: int = 15,
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Shift from here"), t("Shift"))
        self.setObjectName("shift_dialog")
        self._plan, self._items, self._wording = plan, items, ctx.wording
        scopes = {
            t("The rest of the day for the same people"): Scope.GROUP_DAY,
            t("Only what is chosen"): Scope.SELECTION,
            t("The whole day"): Scope.DAY,
            t("Everything from here to the end"): Scope.AFTER,
        }
        first = Scope.GROUP_DAY if len(items) == 1 else Scope.SELECTION
        self._scope = choice(dict(scopes), first, ctx.theme)
        self._minutes, self._days = _spin(minutes, 24 * 60, 5), _spin(0, 60, 1)
        self._minutes.setSuffix(" " + t("min"))
        self._minutes.setToolTip(t("With a minus: earlier"))
        self._absorb = Check(t("Use up free time first; meals keep 45 minutes"), ctx.theme)
        self._absorb.setObjectName("absorb")
        self._said = label("", "small", tone="quiet", name="shift_preview", wrap=True)
        self._said.setFixedWidth(roomy(FIELD_WIDTH))
        self.add_row(Field("scope", t("What"), self._scope))
        self.add_row(
            Field("minutes", t("Later by"), self._minutes),
            Field("days", t("Days"), self._days),
        )
        self.body.addWidget(self._absorb)
        self.body.addWidget(self._said)
        for changed in (self._scope.currentIndexChanged, self._minutes.valueChanged, self._days.valueChanged):
            changed.connect(lambda _value: self._preview())
        self._absorb.toggled.connect(lambda _on: self._preview())
        self.finish_with(lambda: store(self.asked()))
        self._minutes.selectAll()
        self._minutes.setFocus()
        self._preview()

    def asked(self) -> Shift:
        """Return what is asked for. Raises Invalid where it is nothing."""
        if not self._minutes.value() and not self._days.value():
            raise Invalid(N_("Say by how many minutes or days."), field="minutes")
        return self._shift()

    def _shift(self) -> Shift:
        return Shift(
            self._items,
            self._scope.chosen(),
            self._minutes.value(),
            self._days.value(),
            absorb_gaps=self._absorb.isChecked(),
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - the name is Qt's
        super().showEvent(event)
        self._preview()

    def _preview(self) -> None:
        t = self.t
        self._absorb.setEnabled(self._minutes.value() > 0 and not self._days.value())
        try:
            changes = bulk_shifted(self._plan, self._shift())
        except MissionPlannerError as error:
            self._tell(t.say(error))
            self.foreseen.emit(None)
            return
        self.foreseen.emit(changes)
        moved = [one for one in changes.saved if one.id in {item.id for item in self._plan.items}]
        lines = [t.plural("{count} item moves.", "{count} items move.", len(moved))]
        lines += [self._line(one, changes.on(self._plan)) for one in moved[:SHOWN]]
        if changes.left:
            held = ", ".join(self._title(one) for one in changes.left[:SHOWN])
            lines.append(t("Locked, so they stay: {titles}.", titles=held))
        self._tell("\n".join(lines))

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setMinimumHeight(self._said.heightForWidth(self._said.width()))

    def _line(self, item: Any, after: MissionPlan) -> str:
        from missionplanner.gui.models.rows import times_of

        before = self._plan.item(item.id)
        now = after.item(item.id)
        if before is None or now is None:
            return ""
        old, new = times_of(self._plan, before, self._wording)[0], times_of(after, now, self._wording)[0]
        day = f" ({self._wording.weekday(now.date)})" if now.date and now.date != before.date else ""
        return f"{old or '–'} → {new or '–'}{day}  {self._title(item.id)}"

    def _title(self, identity: UUID) -> str:
        item = self._plan.item(identity)
        return item.title.best(self.t.language, self._plan.mission.languages) if item is not None else ""


def _spin(value: int, most: int, step: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(-most, most)
    made.setSingleStep(step)
    made.setValue(value)
    return made
