"""Show the partners of the open mission: what was asked and answered, and the lists of visitors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import AccessState
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.actions.partners import HOSTS, PARTNER
from missionplanner.gui.context import Context
from missionplanner.gui.directory.memory import Memory
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.page import Page
from missionplanner.gui.partners.access import AccessLists
from missionplanner.gui.partners.hosts_line import HostsLine
from missionplanner.gui.partners.log import Log
from missionplanner.gui.partners.spec import SPEC
from missionplanner.gui.partners.visits import Visits
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.pages_stack import PagesStack
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

W = TypeVar("W", bound=QWidget)
LIST, ACCESS = "partners", "access"
PARTS = {LIST: N_("Partners"), ACCESS: N_("Access lists")}


class PartnersPage(Page):
    """Show partners, or lists of visitors. ``item_wanted`` carries an item somebody wants to see on the agenda."""

    NAME = "partners"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self._part = LIST
        self._mission = ctx.mission.code
        self._access: AccessLists | None = None
        self._narrow = False
        words = {name: ctx.t(word) for name, word in PARTS.items()}
        self.segments = Segments("partners_part", ctx.t("Show"), words, LIST)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self.list = ListView(ctx, actions, SPEC)
        self.hosts = HostsLine(ctx, self.add_hosts)
        self.list.put_between(self.hosts)
        self.log, self.visits, self.memory = self._found(Log), self._found(Visits), self._found(Memory)
        self._stack = PagesStack()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)
        self._stack.addWidget(self.list)
        self.list.changed.connect(self.changed)
        self.list.rows_pasted.connect(partial(open_pasted, ctx, self, "partners"))
        self.visits.item_wanted.connect(self.item_wanted)
        ctx.mission.changed.connect(self._follow)

    # -- what the window asks ---------------------------------------------------------------------

    def primary(self) -> str:
        if self._part == LIST:
            return "list_new"
        return "access_sent" if self.access.shown is not None else ""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        shown = self.list.deeds() if self._part == LIST else self.access.view.deeds()
        return {
            **shown,
            "access_sent": lambda: self.access.mark_sent(),
            "access_cleared": lambda: self.access.mark(AccessState.CLEARED),
            "access_refused": lambda: self.access.mark(AccessState.REFUSED),
            "access_fields": lambda: self.access.ask_fields(),
            "access_place": self._ask_place,
            "access_export": lambda: self.access.export(),
            "log_request": self._on_partner(self.log.add),
            "log_answer": self._on_partner(self.log.answer),
            "copy_chase": self._on_partner(self.copy_chase),
            "propose_times": self._on_partner(self.visits.propose),
            "note_partner": self._on_partner(self.memory.add),
            "add_hosts": self.add_hosts,
        }

    def there(self) -> set[str]:
        met = {HOSTS} if self.hosts.isVisibleTo(self.list) else set()
        if self._part == ACCESS:
            return met | self.access.there()
        if self._chosen() is not None:
            met.add(PARTNER)
        return met | self.list.there()

    def regions(self) -> list[QWidget]:
        return [self.segments, *(self.list.regions() if self._part == LIST else self.access.regions())]

    def take_focus(self) -> None:
        (self.list if self._part == LIST else self.access).take_focus()

    def arrive(self) -> None:
        self._follow()
        self.show_part(self._part)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if self._access is not None:
            self._access.set_narrow(narrow)

    def place(self) -> object:
        return self._part, self.list.table.current_id, self.list.model.query

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3 and place[0] in PARTS:
            self.show_part(str(place[0]))
            self.list.box.show_query(str(place[2]))
            if isinstance(place[1], UUID) and place[0] == LIST:
                self.list.show_row(place[1])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        touched = {one for table, one in receipt.touched if table == "partner"}
        plan = self.ctx.mission.plan
        if plan is not None:
            logged = {one for table, one in receipt.touched if table in ("partner_request", "partner_contact")}
            touched |= {one.partner_id for one in plan.partner_requests if one.id in logged}
            touched |= {one.partner_id for one in plan.partner_contacts if one.id in logged}
        ids = [one for one in touched if self.list.model.has(one)]
        if ids and self._part == LIST:
            self.list.table.choose(ids)

    # -- parts ------------------------------------------------------------------------------------

    @property
    def access(self) -> AccessLists:
        """Return the lists of visitors, made when they are first wanted."""
        if self._access is None:
            self._access = AccessLists(self.ctx, self.actions_, self.segments)
            self._access.set_narrow(self._narrow)
            self._access.changed.connect(self.changed)
            self._stack.addWidget(self._access)
        return self._access

    def show_part(self, part: str) -> None:
        """Show the partners or the access lists."""
        self._part = part
        with self.segments.moving_to(part):
            if part == LIST:
                if self._access is not None:
                    self._access.leave()
                self.list.put_above(self.segments)
                self.list.arrive()
                self._stack.setCurrentWidget(self.list)
                self.actions_["list_new"].setText(f"{self.ctx.t(SPEC.words.add)}…")
            else:
                self.list.leave()
                self.access.arrive()
                self._stack.setCurrentWidget(self.access)
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self.list.leave()
        if self._access is not None:
            self._access.leave()
        super().hideEvent(event)

    def _follow(self) -> None:
        """Show the partners of another mission once one is open."""
        if self.ctx.mission.code != self._mission:
            self._mission = self.ctx.mission.code
            self.list.model.show((), 0)
            self.list.feed.reread()

    # -- deeds ------------------------------------------------------------------------------------

    def add_hosts(self) -> None:
        """Make partners of all hosts that are none."""
        from missionplanner.services.partners import partners

        code, t = self.ctx.mission.code, self.ctx.t
        receipt = self.ctx.run_edit(lambda ws: partners.add_hosts(ws, code))
        if receipt is not None and receipt.added:
            count = len(receipt.added)
            self.ctx.told_with_undo(t.plural("{count} partner added.", "{count} partners added.", count))
            self.list.show_row(receipt.first_added)

    def copy_chase(self) -> None:
        """Put a message that asks the chosen partner again on the clipboard."""
        from missionplanner.services.partners import chasing

        plan, chosen = self.ctx.mission.plan, self._chosen()
        if plan is None or chosen is None:
            return
        try:
            text = chasing.message(plan, chosen)
        except MissionPlannerError as error:
            self.ctx.tell(error)
            return
        QGuiApplication.clipboard().setText(text)
        self.ctx.notices.say(self.ctx.t("The message is on the clipboard: paste it into an e-mail."))

    def _ask_place(self) -> None:
        self.show_part(ACCESS)
        self.access.ask_place()

    def _on_partner(self, do: Callable[[], object]) -> Callable[[], object]:
        """Return what does something with the one chosen partner."""

        def done() -> object:
            return do() if self._chosen() is not None else None

        return done

    def _chosen(self) -> UUID | None:
        ids = self.list.table.chosen_ids() if self._part == LIST else []
        return ids[0] if len(ids) == 1 else None

    def _found(self, kind: type[W]) -> W:
        found = self.list.details.findChild(kind)
        assert isinstance(found, kind)
        return found
