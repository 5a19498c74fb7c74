"""Offer ways to look at a list as chips: those that come with it and those somebody kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.forms.chips import toggle
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.tables.layout import Layout
from missionplanner.gui.tables.spec import Column, TableSpec

if TYPE_CHECKING:
    from missionplanner.domain.records import SavedView


class ViewsBar(Wrapped):
    """Show chips. ``wanted`` carries the layout of the one that was chosen."""

    wanted = Signal(object)

    def __init__(self, ctx: Context, spec: TableSpec, columns: tuple[Column, ...]) -> None:
        super().__init__(6, "saved_views")
        self._ctx, self._spec, self._columns = ctx, spec, columns
        self._kept: tuple[SavedView, ...] = ()
        self._made: list[tuple[QPushButton, Layout]] = []

    def reread(self) -> None:
        """Show the views of the workspace."""
        from missionplanner.services import saved_views

        if self._ctx.workspace is None:
            return
        try:
            kept = saved_views.of_page(self._ctx.workspace, self._spec.name)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        if kept != self._kept or not self._made:
            self._kept = kept
            self._build()

    def mark(self, now: Layout) -> None:
        """Mark the view that shows what is shown now."""
        for chip, layout in self._made:
            chip.setChecked(layout.query == now.query and layout.sort == now.sort and _same(layout, now))

    def keep(self, layout: Layout, name: str = "") -> None:
        """Ask for a name and keep how the list is looked at now."""
        from missionplanner.services import saved_views

        t = self._ctx.t
        words = (t("Save this view"), t("Name"), t("Save"))
        NameDialog(
            self.window(),
            self._ctx,
            words,
            lambda typed: self._edit(lambda ws: saved_views.keep(ws, self._spec.name, typed, layout.as_text())),
            name,
        ).open()

    def names(self) -> list[str]:
        """Return the words of the chips."""
        return [chip.text() for chip, _layout in self._made]

    def _build(self) -> None:
        self.clear()
        self._made = []
        t, usual = self._ctx.t, Layout.usual(self._columns)
        self._add(t("All"), "view_all", usual)
        for number, one in enumerate(self._spec.views):
            self._add(t(one.name), f"view_{number}", Layout(usual.columns, usual.pinned, one.sort, one.query))
        for one_kept in self._kept:
            chip = self._add(
                one_kept.name, f"view_{one_kept.id.hex}", Layout.of_text(one_kept.content, self._columns)
            )
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(
                lambda at, chip=chip, one=one_kept: self._menu(one).popup(chip.mapToGlobal(at))
            )
            chip.setToolTip(t("Right click, or the menu key, to rename or delete it"))
        self.arrange()

    def _add(self, text: str, name: str, layout: Layout) -> QPushButton:
        chip = toggle(text, name, on=False)
        chip.clicked.connect(lambda _checked=False: self.wanted.emit(layout))
        self._made.append((chip, layout))
        self.add(chip)
        return chip

    def _menu(self, one: SavedView) -> QMenu:
        from missionplanner.services import saved_views

        t, made = self._ctx.t, QMenu(self)
        made.setObjectName("view_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = (t("Rename the view"), t("Name"), t("Rename"))
        renaming = NameDialog
        made.addAction(t("Rename…")).triggered.connect(
            lambda: renaming(
                self.window(),
                self._ctx,
                words,
                lambda typed: self._edit(lambda ws: saved_views.rename(ws, one.id, typed)),
                one.name,
            ).open()
        )
        made.addAction(t("Delete")).triggered.connect(lambda: self._delete(one.id))
        return made

    def _delete(self, identity: UUID) -> None:
        from missionplanner.services import saved_views

        if self._ctx.run_edit(lambda ws: saved_views.delete(ws, identity)) is not None:
            self._ctx.told_with_undo(self._ctx.t("View deleted."))

    def _edit(self, edit: Callable[..., object]) -> None:
        if self._ctx.workspace is not None:
            edit(self._ctx.workspace)


def _same(one: Layout, other: Layout) -> bool:
    return [key for key, _width in one.columns] == [key for key, _width in other.columns]
