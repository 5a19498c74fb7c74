"""Edit which organisations host chosen items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.chips import removable
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.selection import MIXED, Chosen
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import CONTROL
from missionplanner.gui.widgets.basics import button

if TYPE_CHECKING:
    from missionplanner.services.programme.agenda_fields import Known


class Hosts(QWidget):
    """Show one host in the field itself, and several as chips above it; what is typed then is one more."""

    def __init__(self, ctx: Context, edits: Edits, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__()
        self.setObjectName("hosts")
        self._ctx, self._edits, self._options = ctx, edits, options
        self._hosts: tuple[UUID, ...] = ()
        self._shown: object = None
        t = ctx.t
        self.line = Lookup(options, ctx.theme, icon="building-2", create=t("Create “{name}”"))
        self.more = button(t("Another"), "add_host", look="link")
        self.more.setAccessibleName(t("Another host"))
        self.more.clicked.connect(self._ask)
        self.field = Field("host", t("Host"), self.line, beside=self.more)
        self.another = Lookup(options, ctx.theme, icon="plus", create=t("Create “{name}”"))
        self.another.setObjectName("another_host")
        self.another.setAccessibleName(t("Another host"))
        self.another.setPlaceholderText(t("Another host"))
        self.another.setFixedHeight(roomy(CONTROL))
        self._chips = Wrapped(6, "host_chips")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._chips)
        column.addWidget(self.another)
        self._connect()

    def show_chosen(self, chosen: Chosen, *, anew: bool) -> None:
        """Show who hosts these items."""
        t = self._ctx.t
        found = chosen.same(lambda item: tuple((one.id, one.name or "") for one in chosen.plan.hosts(item)))
        mixed = found is MIXED
        hosts: tuple[tuple[UUID, str], ...] = () if mixed else found
        self._hosts = tuple(identity for identity, _ in hosts)
        self.line.setPlaceholderText(t("Mixed") if mixed else t("Who receives the delegation"))
        self.line.show_text(hosts[0][1] if hosts else "", anew=anew)
        self.another.show_text("", anew=anew)
        self.more.setVisible(bool(hosts))
        if not self.another.dirty and not self.another.hasFocus():
            self.another.hide()
        if anew:
            self.field.refuse("")
            self.another.hide()
        if hosts != self._shown:
            self._shown = hosts
            self._fill(hosts[1:])

    def entries(self) -> list[Lookup]:
        """Return the fields that are typed into."""
        return [self.line, self.another]

    def _connect(self) -> None:
        self.line.chosen.connect(lambda one: self._store(self._first(one)))
        self.line.created.connect(lambda name: self._store(self._first(name)))
        self.line.committed.connect(self._typed)
        self.another.chosen.connect(lambda one: self._store((*self._hosts, one)))
        self.another.created.connect(lambda name: self._store((*self._hosts, name)))
        self.another.committed.connect(self._unknown)
        for one in self.entries():
            one.reverted.connect(lambda: self.field.refuse(""))

    def _ask(self) -> None:
        self.another.show()
        self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self, host: Known) -> tuple[Known, ...]:
        """Return the hosts with another first one."""
        return (host, *(one for one in self._hosts[1:] if one != host))

    def _typed(self, text: str) -> None:
        if text:
            self._unknown(text)
        else:
            self._store(self._hosts[1:])

    def _unknown(self, text: str) -> None:
        if text:
            self.field.refuse(
                self._ctx.t("“{name}” is not in the directory. Choose “Create” in the list to add it.", name=text)
            )

    def _store(self, hosts: Sequence[Known]) -> None:
        if self._edits.hosts(self.field, hosts):
            self.another.show_text("", anew=True)
            self.another.hide()

    def _fill(self, more: Sequence[tuple[UUID, str]]) -> None:
        self._chips.clear()
        for identity, name in more:
            tip = self._ctx.t("Take away “{name}”", name=name)
            chip = removable(name, f"host_{identity}", tip, self._ctx.theme)
            chip.clicked.connect(
                lambda _checked=False, out=identity: self._store([one for one in self._hosts if one != out])
            )
            self._chips.add(chip)
        self._chips.setVisible(bool(more))
