"""Ask for a note under way: a text, and the item it is about."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.results.columns import items
from missionplanner.services.results import field_notes


class NoteDialog(FormDialog):
    """Jot one thing down at a moment."""

    def __init__(
        self, parent: QWidget, ctx: Context, mission: UUID, item: UUID | None, moment: dt.datetime
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Jot down a note"), t("Note it"))
        self.setObjectName("note_down_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._mission, self._moment = ctx, mission, moment
        self.text = Prose(lines=4)
        words: dict[str, object] = {
            t("Nothing in particular"): None,
            **{one.text: one.value for one in items(ctx)},
        }
        self.item = choice(words, item, ctx.theme)
        self.add_row(Field("text", t("Note"), self.text, tall=True))
        self.add_row(Field("item_id", t("About which item"), self.item))
        self.finish_with(self._store)
        self.text.setFocus()

    def _store(self) -> None:
        item = self.item.chosen()
        about = {"item_id": item} if isinstance(item, UUID) else {}
        if self._ctx.workspace is not None:
            field_notes.jot(self._ctx.workspace, self._mission, self.text.toPlainText(), self._moment, about)
