"""Ask for a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import Field, line


class NameDialog(FormDialog):
    """Ask for one name; ``words`` are the title, what stands over the field, and the verb."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        words: tuple[str, str, str],
        store: Callable[[str], object],
        name: str = "",
    ) -> None:
        title, above, verb = words
        super().__init__(parent, ctx.t, title, verb)
        self.setObjectName("name_dialog")
        self._name = line(name)
        self.add_row(Field("name", above, self._name))
        self.finish_with(lambda: store(self._checked()))
        self._name.setFocus()
        self._name.selectAll()

    def _checked(self) -> str:
        text = self._name.text().strip()
        if not text:
            raise Invalid(N_("Give it a name."), field="name")
        return text
