"""Show the vehicles, and on which days transfers lack."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.logistics import offers
from missionplanner.gui.logistics.transfers_dialog import TransfersDialog
from missionplanner.gui.logistics.vehicles import SPEC
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.flow import Wrap

if TYPE_CHECKING:
    from missionplanner.base.progress import Progress
    from missionplanner.domain.plan import MissionPlan


class VehiclesPanel(QWidget):
    """Be the part of the page that is about vehicles. ``changed`` tells that other deeds can be done now."""

    changed = Signal()

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("vehicles_panel")
        self.ctx = ctx
        self.list = ListView(ctx, actions, SPEC)
        self.list.changed.connect(self.changed)
        self._asked: MissionPlan | None = None
        self.lacking: dict[dt.date, int] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.above = QHBoxLayout()
        self.above.setContentsMargins(16, 12, 16, 0)
        self.above.setSpacing(8)
        self.above.addStretch(1)
        whole.addLayout(self.above)
        self.days = QWidget()
        self.days.setObjectName("transfer_days")
        self.days.setAccessibleName(ctx.t("Days without their transfers"))
        around = QVBoxLayout(self.days)
        around.setContentsMargins(16, 8, 16, 0)
        self._row = Wrap(6)
        around.addLayout(self._row)
        self.days.hide()
        whole.addWidget(self.days)
        whole.addWidget(self.list, 1)

    # -- what is shown ----------------------------------------------------------------------------

    def show_plan(self, *, other: bool) -> None:
        """Follow the open mission; ``other`` where it is another one than before."""
        if other:
            self.list.model.show((), 0)
            self.list.feed.reread()
        if self.isVisible():
            self._ask()

    def arrive(self) -> None:
        """Prepare to be shown."""
        self.list.arrive()
        self._ask()

    def leave(self) -> None:
        """Be out of sight."""
        self.list.leave()

    def _ask(self) -> None:
        """Look beside the window on which days transfers lack."""
        plan = self.ctx.mission.plan
        if plan is None or plan is self._asked:
            return
        self._asked = plan

        def work(_progress: Progress) -> object:
            from missionplanner.services.logistics import transfers

            return transfers.lacking(plan)

        job = self.ctx.jobs.read(work)
        job.done.connect(self._tell)
        job.failed.connect(self.ctx.tell_failure)

    def _tell(self, found: dict[dt.date, int]) -> None:
        t, wording = self.ctx.t, self.ctx.wording
        self.lacking = found
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if found:
            self._row.addWidget(label(t("Transfers lack on"), "small", tone="quiet"))
        for day, count in found.items():
            words = t.plural(
                "{day}: {count} transfer", "{day}: {count} transfers", count, day=wording.weekday(day)
            )
            made = button(words, f"transfers_{day.isoformat()}", look="chip")
            made.clicked.connect(lambda _on=False, day=day: self.make_transfers(day))
            self._row.addWidget(made)
        self.days.setVisible(bool(found))
        self._row.invalidate()

    # -- deeds ------------------------------------------------------------------------------------

    def make_transfers(self, day: dt.date | None = None) -> None:
        """Ask which transfers of a day are made: of the first that lacks some, where none is told."""
        plan = offers.plan_of(self.ctx)
        if day is None:
            day = next(iter(self.lacking), plan.mission.start)
        TransfersDialog(self.window(), self.ctx, day, self._store).open()

    def _store(self, day: dt.date, wanted: Mapping[tuple[UUID, UUID], tuple[UUID, ...]]) -> None:
        from missionplanner.services.logistics import transfers

        code = offers.plan_of(self.ctx).mission.code
        if self.ctx.run_edit(lambda ws: transfers.make(ws, code, day, wanted)) is not None:
            self.ctx.told_with_undo(
                self.ctx.t.plural("{count} transfer made.", "{count} transfers made.", len(wanted))
            )

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """Return what actions do here."""
        return self.list.deeds()

    def there(self) -> set[str]:
        """Return which needs of actions are met."""
        return self.list.there()

    def count_words(self) -> str:
        """Return how many vehicles there are."""
        return self.list.count_words()

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [*([self.days] if self.days.isVisible() else []), *self.list.regions()]

    def take_focus(self) -> None:
        """Give the focus to the list."""
        self.list.take_focus()

    def set_width(self, width: int) -> None:
        """Fit a width: the list does by itself."""
