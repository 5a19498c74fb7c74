"""Ask for a new entry of a list: its columns as a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.tables.fields import Fields, asked
from missionplanner.gui.tables.spec import TableSpec
from missionplanner.gui.tables.values import Values
from missionplanner.gui.theme import roomy

Create = Callable[[Mapping[str, object]], "UUID | None"]


class RecordForm(FormDialog):
    """Show the fields of a new entry; ``create`` stores it, ``made`` is told its id."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        spec: TableSpec,
        create: Create,
        made: Callable[[UUID], object],
    ) -> None:
        words = spec.words
        super().__init__(parent, ctx.t, ctx.t(words.add), ctx.t("Add"))
        self.setObjectName("record_form")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._create, self._made = create, made
        self.inside = Fields(asked(spec.columns), Values(ctx), ctx, "new")
        self.inside.setFixedWidth(roomy(FIELD_WIDTH))
        self.inside.unfolded = self.order_tabs
        self.remember(*self.inside.all)
        self.body.addWidget(self.inside)
        self.finish_with(self._pass_on)
        self.inside.all[0].entry.setFocus()

    def _pass_on(self) -> None:
        values = self.inside.values()
        try:
            identity = self._create(values)
        except Invalid as error:
            field = self.inside.field(error.field or "")
            if field is not None:
                self.inside.lead_to(field)
                error.field = field.control.objectName()
            raise
        if identity is not None:
            self._made(identity)
