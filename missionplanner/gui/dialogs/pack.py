"""Ask what is in a pack, for whom and as what; say all the time what that comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.foreseen import ForeseenDialog
from missionplanner.gui.papers.pack_documents import PackDocuments
from missionplanner.gui.papers.pack_options import PackOptions
from missionplanner.gui.papers.pack_recipes import RecipeBar
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import card
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.domain.paper.recipes import Recipe
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.packs import Drawn, LeftOut

SUMMED_AFTER = 120
"""Milliseconds after which a change is summed up."""
WIDTH, HEIGHT, RIGHT = 860, 700, 320
REASONS = 2
"""How many reasons the summary names."""


class PackDialog(ForeseenDialog):
    """Show a recipe to be changed; ``print_it`` gets its key and what it has become."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        plan: MissionPlan,
        start: tuple[str, Recipe | None],
        print_it: Callable[[str, Recipe], object],
    ) -> None:
        super().__init__(parent, ctx, "pack", ctx.t("Print pack"), after=SUMMED_AFTER)
        self._plan, self._print = plan, print_it
        self.drawn: Drawn | None = None
        self.documents = PackDocuments(ctx, plan)
        self.options = PackOptions(ctx, plan, self)
        self.bar = RecipeBar(ctx, self, self.recipe)
        self._build()
        self.bar.taken.connect(self.show_recipe)
        for one in (self.documents.changed, self.options.changed):
            one.connect(self.later.start)
        self.bar.choose(start[0], start[1])
        self.fit(WIDTH, HEIGHT)
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

    def look(self) -> None:
        """Work out beside the window what the pack comes to."""
        plan, recipe = self._plan, self.recipe()

        def work(_progress: Progress) -> Drawn:
            from missionplanner.services.paper import packs

            return packs.drawn_up(plan, recipe)

        self.foresee(self.recipe, work, self._tell)

    def _tell(self, drawn: Drawn) -> None:
        self.drawn = drawn
        words = summed(drawn, self._ctx)
        if drawn.left_out:
            some = dict.fromkeys(why(one, self._ctx) for one in drawn.left_out)
            more = " …" if len(some) > REASONS else ""
            words += "\n" + "  ·  ".join(list(some)[:REASONS]) + more
        self.summary.setText(words)
        self._done.setEnabled(bool(drawn.items))

    def finish(self) -> None:
        recipe = self.recipe()
        self.accept()
        self._print(self.bar.key, recipe)

    def _build(self) -> None:
        t = self._ctx.t
        self.column.addWidget(self.bar)
        body = QHBoxLayout()
        body.setSpacing(12)
        left = card("pack_documents_card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.documents)
        body.addWidget(left, 1)
        self._right = Scrolled("pack_options_area", t("How the pack is printed"), self.options)
        body.addWidget(self._right)
        self.column.addLayout(body, 1)
        self._done = self.add_foot(t("Print pack…"), "print")


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
