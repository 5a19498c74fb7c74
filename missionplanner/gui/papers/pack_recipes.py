"""Choose the recipe of a pack; save, rename and delete one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.undo import undo
from missionplanner.gui.widgets.basics import button, label

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Recipe


class RecipeBar(QWidget):
    """Be the line over a pack. ``taken`` carries the recipe chosen; ``recipe`` tells the one on screen."""

    taken = Signal(object)

    def __init__(self, ctx: Context, window: QWidget, recipe: Callable[[], Recipe]) -> None:
        super().__init__()
        self.setObjectName("pack_recipes")
        self._ctx, self._t, self._window, self._recipe = ctx, ctx.t, window, recipe
        t = ctx.t
        self.choice = Choice(ctx.theme)
        self._about = label("", "small", tone="quiet", name="pack_about", wrap=True)
        self._undo = button(t("Undo"), "pack_undo", look="link")
        self._undo.clicked.connect(self._take_back)
        self._undo.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Field("pack_recipe", t("Pack"), self.choice), 1)
        self._buttons = []
        for name, words, do in (
            ("pack_save", t("Save as…"), self._ask_save),
            ("pack_rename", t("Rename…"), self._ask_rename),
            ("pack_delete", t("Delete"), self._delete),
        ):
            made = button(words, name)
            made.clicked.connect(do)
            column = QVBoxLayout()
            column.addStretch(1)
            column.addWidget(made)
            row.addLayout(column)
            self._buttons.append(made)
        told = QHBoxLayout()
        told.addWidget(self._about, 1)
        told.addWidget(self._undo)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(row)
        whole.addLayout(told)
        self._recipes: dict[str, tuple[str, str, Recipe]] = {}
        self._list("")
        self.choice.currentIndexChanged.connect(lambda _index: self._take())

    @property
    def key(self) -> str:
        """Return what names the recipe for ever: a word of the program's, or an id."""
        return str(self.choice.chosen())

    def choose(self, key: str, recipe: Recipe | None = None) -> None:
        """Choose the recipe of a key, the first where it is gone; ``recipe`` is what has been made of it since."""
        self.choice.blockSignals(True)
        self.choice.setCurrentIndex(self.choice.values.index(key) if key in self.choice.values else 0)
        self.choice.blockSignals(False)
        if recipe is None or key not in self.choice.values:
            self._take()
        else:
            self._follow()
            self.taken.emit(recipe)

    # -- inside -----------------------------------------------------------------------------------

    def _list(self, key: str) -> None:
        from missionplanner.domain.paper.recipes import BUILT_IN
        from missionplanner.services.paper import recipes

        t, workspace = self._t, self._ctx.workspace
        own = recipes.saved(workspace) if workspace is not None else ()
        self._recipes = {one.key: (t(one.name), t(one.about), one.recipe) for one in BUILT_IN}
        said = t("A pack of your own.")
        self._recipes |= {str(one.id): (one.name, said, one.recipe) for one in own if one.recipe is not None}
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.values = tuple(self._recipes)
        self.choice.addItems([name for name, _about, _recipe in self._recipes.values()])
        self.choice.setCurrentIndex(self.choice.values.index(key) if key in self._recipes else 0)
        self.choice.blockSignals(False)

    def _take(self) -> None:
        self._follow()
        self.taken.emit(self._recipes[self.key][2])

    def _follow(self) -> None:
        self._say(self._recipes[self.key][1])
        for one in self._buttons[1:]:
            one.setEnabled(self._own() is not None)

    def _own(self) -> UUID | None:
        from missionplanner.domain.paper.recipes import BUILT_IN

        return None if self.key in {one.key for one in BUILT_IN} else UUID(self.key)

    def _ask_save(self) -> None:
        t = self._t
        name = self._recipes[self.key][0] if self._own() is not None else ""
        NameDialog(
            self._window, self._ctx, (t("Save the pack"), t("Name of the pack"), t("Save")), self._save, name
        ).open()

    def _save(self, name: str) -> None:
        """Keep the pack under a name. Raises what the service raises, for the form to say."""
        from missionplanner.services.paper import recipes

        if self._ctx.workspace is None:
            return
        recipes.save(self._ctx.workspace, name, self._recipe())
        same = (str(one.id) for one in recipes.saved(self._ctx.workspace) if one.name == name.strip())
        self._list(next(same, self.key))
        self._follow()
        self._say(self._t("Pack “{name}” saved.", name=name), undo=True)

    def _ask_rename(self) -> None:
        t, own = self._t, self._own()
        if own is not None:
            words = t("Rename the pack"), t("Name of the pack"), t("Rename")
            NameDialog(
                self._window, self._ctx, words, lambda name: self._rename(own, name), self._recipes[self.key][0]
            ).open()

    def _rename(self, identity: UUID, name: str) -> None:
        from missionplanner.services.paper import recipes

        if self._ctx.workspace is not None:
            recipes.rename(self._ctx.workspace, identity, name)
            self._list(str(identity))
            self._say(self._t("Pack “{name}” renamed.", name=name), undo=True)

    def _delete(self) -> None:
        from missionplanner.services.paper import recipes

        own, name = self._own(), self._recipes[self.key][0]
        if own is not None and self._ctx.run_edit(lambda ws: recipes.delete(ws, own)) is not None:
            self._list("")
            self._follow()
            self.taken.emit(self._recipes[self.key][2])
            self._say(self._t("Pack “{name}” deleted.", name=name), undo=True)

    def _take_back(self) -> None:
        if self._ctx.run_edit(undo) is not None:
            self._list(self.key)
            self._follow()

    def _say(self, words: str, *, undo: bool = False) -> None:
        """Say what was done where it can be taken back: a toast lies under the dialog."""
        self._about.setText(words)
        self._undo.setVisible(undo)
        if undo:
            self._ctx.say_aloud(self, words)
