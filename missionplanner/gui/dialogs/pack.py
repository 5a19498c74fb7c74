"""Ask what is in a pack, for whom and as what; say all the time what that comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.jobs import Job, while_there
from missionplanner.gui.papers.pack_documents import PackDocuments
from missionplanner.gui.papers.pack_options import PackOptions
from missionplanner.gui.papers.pack_recipes import RecipeBar
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, card, label
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.tabbing import in_reading_order

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.packs import Drawn, LeftOut, Recipe

SUMMED_AFTER = 120
"""Milliseconds after which a change is summed up."""
WIDTH, HEIGHT, RIGHT = 860, 700, 320
REASONS = 2
"""How many reasons the summary names."""


class PackDialog(QDialog):
    """Show a recipe to be changed; ``print_it`` gets its key and what it has become."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        start: tuple[str, Recipe | None],
        print_it: Callable[[str, Recipe], object],
    ) -> None:
        super().__init__(parent)
        t = ctx.t
        self.setObjectName("pack_dialog")
        self.setWindowTitle(t("Print pack"))
        self.setModal(True)
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._plan, self._print = ctx, plan, print_it
        self._job: Job | None = None
        self.drawn: Drawn | None = None
        self.documents = PackDocuments(ctx, plan)
        self.options = PackOptions(ctx, plan, self)
        self.bar = RecipeBar(ctx, self, self.recipe)
        self._summary = label("", "body", name="pack_summary", wrap=True)
        self._later = QTimer(self, interval=SUMMED_AFTER, singleShot=True)
        self._later.timeout.connect(self._sum_up)
        self._build()
        self.bar.taken.connect(self.show_recipe)
        for one in (self.documents.changed, self.options.changed):
            one.connect(self._later.start)
        self.bar.choose(start[0], start[1])
        high = parent.window().height() - 40 if parent.window() is not None else roomy(HEIGHT)
        wide = parent.window().width() - 40 if parent.window() is not None else roomy(WIDTH)
        self.resize(min(roomy(WIDTH), wide), min(roomy(HEIGHT), high))
        in_reading_order(self)
        self.documents.setFocus()

    def recipe(self) -> Recipe:
        """Return the pack as it is asked for now."""
        return self.options.recipe(self.documents.lines(self.options.languages()))

    def show_recipe(self, recipe: object) -> None:
        """Tick and choose as a recipe says."""
        wanted = cast("Recipe", recipe)
        self.options.show_recipe(wanted)
        self.documents.tick(wanted.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._right.setFixedWidth(max(roomy(RIGHT), self.options.minimumSizeHint().width() + 16))

    # -- inside -----------------------------------------------------------------------------------

    def _sum_up(self) -> None:
        """Work out beside the window what the pack comes to."""
        plan, recipe = self._plan, self.recipe()
        if self._job is not None and self._job in self._ctx.jobs.under_way:
            self._job.cancel()

        def work(_progress: Progress) -> object:
            from missionplanner.services.paper import packs

            return recipe, packs.drawn_up(plan, recipe)

        def take(made: object) -> None:
            asked, drawn = cast("tuple[Recipe, Drawn]", made)
            if self.isVisible() and asked == self.recipe():
                self._tell(drawn)

        self._job = self._ctx.jobs.read(work)
        self._job.done.connect(while_there(self, take))
        self._job.failed.connect(self._ctx.tell_failure)

    def _tell(self, drawn: Drawn) -> None:
        self.drawn = drawn
        words = summed(drawn, self._ctx)
        if drawn.left_out:
            some = dict.fromkeys(why(one, self._ctx) for one in drawn.left_out)
            more = " …" if len(some) > REASONS else ""
            words += "\n" + "  ·  ".join(list(some)[:REASONS]) + more
        self._summary.setText(words)
        self._done.setEnabled(bool(drawn.items))

    def _finish(self) -> None:
        recipe = self.recipe()
        self.accept()
        self._print(self.bar.key, recipe)

    def _build(self) -> None:
        t = self._ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(t("Print pack"), "h1", name="pack_title"))
        column.addWidget(self.bar)
        body = QHBoxLayout()
        body.setSpacing(12)
        left = card("pack_documents_card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.documents)
        body.addWidget(left, 1)
        self._right = Scrolled("pack_options_area", t("How the pack is printed"), self.options)
        body.addWidget(self._right)
        column.addLayout(body, 1)
        column.addWidget(self._summary)
        leave = button(t("Cancel"), "pack_cancel")
        leave.clicked.connect(self.reject)
        self._done = button(t("Print pack…"), "pack_print", look="primary")
        self._done.setDefault(True)
        self._done.clicked.connect(self._finish)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._done)
        column.addLayout(row)


def summed(drawn: Drawn, ctx: Context) -> str:
    """Return what a pack comes to: documents, people, calendars, what is left out."""
    t = ctx.t
    people = drawn.people
    parts = (
        t.plural("{count} document", "{count} documents", len(drawn.items)),
        t.plural("for {count} person", "for {count} people", people) if people else "",
        t.plural("{count} calendar", "{count} calendars", len(drawn.calendars)) if drawn.calendars else "",
        t.plural("{count} left out", "{count} left out", len(drawn.left_out)) if drawn.left_out else "",
    )
    return ctx.wording.listed(parts)


def why(one: LeftOut, ctx: Context) -> str:
    """Return what was left out, and why."""
    t = ctx.t
    what = one.whom or (t(one.kind.title) if one.kind is not None else "")
    return f"{what}: {t.say(one.why)}" if what else t.say(one.why)
