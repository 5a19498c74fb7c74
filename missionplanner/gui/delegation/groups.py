"""Show the groups of the delegation: how they balance and who leads them; make, name and order them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.delegates.delegation import balance
from missionplanner.gui.context import Context
from missionplanner.gui.delegation.group_card import GroupDeeds, group_card, group_name
from missionplanner.gui.dialogs.name import NameDialog
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.widgets.basics import icon_button, label, picture
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt, Workspace


class GroupsView(QWidget):
    """Show a card a group. ``shown`` carries the group whose members somebody wants to see, None for no group."""

    shown = Signal(object)
    changed = Signal()

    def __init__(self, ctx: Context, new: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("groups_view")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx = ctx
        self._deeds = GroupDeeds(
            rename=self._rename,
            colour=self._colour,
            move=self._move,
            delete=self._delete,
            lead=self._lead,
            show=self.shown.emit,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        top = QHBoxLayout()
        self._count = label("", "small", tone="quiet", name="groups_count")
        top.addWidget(self._count)
        top.addStretch(1)
        self.add = icon_button(ctx.t("Add a group"), "add_group", "plus", ctx.theme)
        self.add.clicked.connect(lambda: new())
        top.addWidget(self.add)
        column.addLayout(top)
        self.cards = Wrapped(12, "group_cards")
        self._nothing = self._empty(new)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.cards)
        within.addStretch(1)
        self._area = Scrolled("groups_area", ctx.t("Groups"), inside)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)
        ctx.mission.changed.connect(self._follow)

    # -- what the page asks -----------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return nothing: what is done here has its buttons."""
        return {}

    def there(self) -> set[str]:
        """Return no needs of actions."""
        return set()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.add]

    def take_focus(self) -> None:
        """Give the focus to what one begins with."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        """Show the groups as they are."""
        self._fill()

    def leave(self) -> None:
        """Be out of sight."""

    def count_words(self) -> str:
        """Return how many groups there are."""
        plan = self._ctx.mission.plan
        return self._ctx.t.plural("{count} group", "{count} groups", len(plan.groups) if plan is not None else 0)

    # -- filling ----------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        """Make the cards anew; whatever had the focus has it again."""
        plan, focused = self._ctx.mission.plan, QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.cards.isAncestorOf(focused) else ""
        self.cards.clear()
        groups = plan.groups if plan is not None else ()
        if plan is not None and groups:
            for number, share in enumerate(balance(plan)):
                self.cards.add(group_card(self._ctx, plan, share, number, self._deeds))
            self.cards.arrange()
        self._area.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._count.setText(self.count_words() if groups else "")
        again = next((one for one in self.cards.findChildren(QWidget, name) if one.isVisibleTo(self)), None)
        if name and again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _empty(self, new: Callable[[], object]) -> QWidget:
        t, middle = self._ctx.t, Qt.AlignmentFlag.AlignHCenter
        made = QWidget()
        made.setObjectName("groups_empty")
        column = QVBoxLayout(made)
        column.addStretch(2)
        column.addWidget(picture(self._ctx.theme, "users", "text3", 40), 0, middle)
        column.addWidget(label(t("No groups yet"), "title"), 0, middle)
        said = label(
            t("Groups have parallel visits, a leader each and a lane of their own on the agenda."), wrap=True
        )
        said.setAlignment(middle)
        column.addWidget(said)
        first = icon_button(t("Add a group"), "first_group", "plus", self._ctx.theme, look="primary")
        first.clicked.connect(lambda: new())
        column.addWidget(first, 0, middle)
        column.addStretch(3)
        return made

    # -- deeds ------------------------------------------------------------------------------------

    def _rename(self, group_id: UUID) -> None:
        from missionplanner.services.delegates import groups

        t, plan = self._ctx.t, self._ctx.mission.plan
        if plan is None:
            return

        def store(name: str) -> None:
            if self._ctx.workspace is not None:
                groups.rename(self._ctx.workspace, group_id, name, t.language)

        name = group_name(self._ctx, plan, plan.group(group_id))
        NameDialog(self.window(), self._ctx, (t("Rename the group"), t("Name"), t("Rename")), store, name).open()

    def _colour(self, group_id: UUID, colour: str | None) -> None:
        from missionplanner.services.delegates import groups

        self._run(lambda ws: groups.colour(ws, group_id, colour))

    def _move(self, group_id: UUID, steps: int) -> None:
        from missionplanner.services.delegates import groups

        self._run(lambda ws: groups.move(ws, group_id, steps))

    def _lead(self, group_id: UUID, person: UUID | None, deputy: bool) -> None:
        from missionplanner.services.delegates import groups

        self._run(lambda ws: groups.lead(ws, group_id, person, deputy=deputy))

    def _delete(self, group_id: UUID) -> None:
        from missionplanner.services.delegates import groups

        if self._run(lambda ws: groups.delete(ws, group_id)):
            self._ctx.told_with_undo(self._ctx.t("Group deleted. Its members stay in the delegation."))

    def _run(self, edit: Callable[[Workspace], Receipt]) -> bool:
        return self._ctx.run_edit(edit) is not None
