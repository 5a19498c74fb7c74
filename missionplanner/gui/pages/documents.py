"""Show what can be printed and how it stands, with a live preview of the very bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import Job
from missionplanner.gui.page import Page
from missionplanner.gui.papers.options import PaperOptions
from missionplanner.gui.papers.paper_list import PaperList, PaperModel
from missionplanner.gui.preview.pane import PreviewPane
from missionplanner.gui.preview.sheets import Size, sizes
from missionplanner.gui.preview.view import Line
from missionplanner.gui.printing import Printing
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, card, label
from missionplanner.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from missionplanner.domain.records import AgendaItem
    from missionplanner.services.documents import PrintRequest
    from missionplanner.services.papers import Paper, Preview

AFTER, SOON = 150, 30
"""Milliseconds until the preview is printed anew after a change (UX §9), and after another one is chosen."""
PATIENCE = 1000
"""Milliseconds until it is said that the first preview is being printed."""
LIST_WIDTH, NARROW_LIST = 276, 224


@dataclass(frozen=True)
class _Asked:
    """Be what the preview was printed of."""

    plan: MissionPlan
    request: PrintRequest

    def same(self, other: _Asked | None) -> bool:
        """Tell whether another would look the same; plans are compared by what they are, not by all they hold."""
        return other is not None and self.plan is other.plan and self.request == other.request


class DocumentsPage(Page):
    """Show the documents of the open mission. ``item_wanted`` carries the item on whose line somebody clicked."""

    NAME = "documents"
    PRIMARY = "save_document"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.model = PaperModel(ctx.wording, self)
        self.papers = PaperList(ctx, self.model)
        hint = ctx.t("Search documents")
        self.search = search_field("paper_search", hint, hint, ctx.theme, ctx.t)
        self.pane = PreviewPane(ctx, actions)
        self.preview = self.pane.view
        self.options = PaperOptions(ctx)
        self.printing = Printing(ctx, self)
        self._missing = label("", "small", tone="danger", name="paper_missing", wrap=True)
        self._asked: _Asked | None = None
        self._job: Job | None = None
        self._pages = 0
        self._stale = True
        self._wish: object = None
        self._front: Paper | None = None
        self._later = QTimer(self, interval=AFTER, singleShot=True)
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._left = self._build()
        self._connect()

    # -- what the window asks ---------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "save_document": self.save,
            "send_to_printer": self.send_to_printer,
            "print_itineraries": self.print_everyone,
            "larger_page": partial(self.preview.zoom_by, 1.25),
            "smaller_page": partial(self.preview.zoom_by, 0.8),
            "fit_page": self.preview.fit,
        }

    def regions(self) -> list[QWidget]:
        return [self.papers, self.preview, self.options]

    def take_focus(self) -> None:
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        if self._stale:
            self._list()

    def place(self) -> object:
        return self._front.key if self._front is not None else self._wish

    def restore(self, place: object) -> None:
        self.choose(place)

    def set_narrow(self, narrow: bool) -> None:
        self.pane.set_narrow(narrow)
        self.options.set_narrow(narrow)
        self._left.setFixedWidth(roomy(NARROW_LIST if narrow else LIST_WIDTH))

    # -- which document ---------------------------------------------------------------------------

    def open_for(self, language: str, person: UUID | None) -> None:
        """Show the programme in a language, or somebody's personal agenda in whatever language it is."""
        self.choose(person if person is not None else ("programme", language, None, None, "common"))

    def choose(self, wish: object) -> None:
        """Show the document of this key, or the personal agenda of this person, as soon as it is listed."""
        self._wish = wish
        found = self._wished()
        if found is None:
            return
        if self.model.place_of(found.key) is None:
            self.search.clear()
        self._select(found)

    def _wished(self) -> Paper | None:
        if isinstance(self._wish, UUID):
            return self.model.paper_for(self._wish)
        return self.model.paper_of(self._wish)

    def _select(self, paper: Paper) -> None:
        row = self.model.place_of(paper.key)
        index = self.model.index(row if row is not None else -1)
        if index.isValid() and index != self.papers.currentIndex():
            self.papers.setCurrentIndex(index)
        else:
            self._choose(paper)

    def _follow(self) -> None:
        plan, before = self.ctx.mission.plan, self._asked
        if before is not None and (plan is None or plan.mission.id != before.plan.mission.id):
            self._clear()
        self._stale = True
        if self.isVisible():
            self._list()

    def _clear(self) -> None:
        """Show nothing of the mission that was open before."""
        self._asked = self._front = self._wish = None
        self._pages = 0
        self.search.clear()
        self.model.clear()
        self.options.show_nothing()
        self._show_bytes(b"", ())

    def _list(self) -> None:
        """Work out beside the window which documents there are and how they stand."""
        plan = self.ctx.mission.plan
        self._stale = False
        if plan is None:
            return

        def work(progress: Progress) -> object:
            from missionplanner.services import papers

            return plan, papers.papers(plan, progress)

        job = self.ctx.jobs.read(work)
        job.done.connect(self._take_list)
        job.failed.connect(self.ctx.tell_failure)
        if not self._pages:
            self._patience.start()

    def _take_list(self, found: object) -> None:
        plan, papers = cast("tuple[MissionPlan, tuple[Paper, ...]]", found)
        if plan is not self.ctx.mission.plan:
            return
        self.model.show(plan, papers)
        key = self._front.key if self._front is not None else None
        paper = self._wished() or self.model.paper_of(key) or next(iter(papers), None)
        if paper is not None:
            self._select(paper)

    def _choose(self, paper: Paper) -> None:
        from missionplanner.services import documents

        other = self._front is None or self._front.key != paper.key
        self._front, self._wish = paper, None
        kind = next(one for one in documents.kinds() if one.id == paper.request.kind)
        title = self.model.title(paper)
        if paper.person is not None:
            title = self.ctx.t("Personal agenda of {name}", name=title)
        self.options.show_paper(paper, title, self.model.state(paper), kind.languages)
        if other:
            self.preview.go_to_start()
        self._later.start(SOON)

    def _search(self, text: str) -> None:
        self.model.search(text)
        row = self.model.place_of(self._front.key) if self._front is not None else None
        if row is not None:
            self.papers.setCurrentIndex(self.model.index(row))

    # -- the preview ------------------------------------------------------------------------------

    def _look_anew(self) -> None:
        """Show what the options ask for: in another language it may be another document of the list."""
        request = self.options.request()
        if request is None or self._front is None:
            return
        kind, _language, *rest = self._front.key
        same = self.model.paper_of((kind, request.language, *rest))
        if same is not None and same.key != self._front.key:
            self._select(same)
        self._later.start(AFTER)

    def _print(self) -> None:
        """Print the document in front beside the window; what is shown stays until it is there."""
        plan, workspace, request = self.ctx.mission.plan, self.ctx.workspace, self.options.request()
        if plan is None or workspace is None or request is None:
            return
        asked = _Asked(plan, request)
        if asked.same(self._asked):
            return
        if self._job is not None and self._job in self.ctx.jobs.under_way:
            self._job.failed.disconnect(self._refuse)
            self._job.cancel()
        self._asked = asked

        def work(progress: Progress) -> object:
            from missionplanner.services import papers

            shown = papers.preview(workspace, plan, request, progress)
            return asked, shown, sizes(shown.data)

        self._job = self.ctx.jobs.read(work)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._refuse)

    def _take(self, made: object) -> None:
        asked, shown, pages = cast("tuple[_Asked, Preview, tuple[Size, ...]]", made)
        if asked is not self._asked:
            return
        t = self.ctx.t
        self._pages = shown.pages
        lines = [
            Line(one.page, one.key, QRectF(one.left, one.top, one.right - one.left, one.bottom - one.top))
            for one in shown.spots
        ]
        self._show_bytes(shown.data, pages, lines)
        self._missing.setVisible(bool(shown.missing))
        self._missing.setText(
            t("Some characters could not be drawn: {characters}", characters="".join(shown.missing))
        )
        self.ctx.say_aloud(self.preview, t.plural("{count} page", "{count} pages", shown.pages))

    def _refuse(self, error: BaseException) -> None:
        """Say why the press refused, and show nothing that is not what was asked for."""
        self._asked, self._pages = None, 0
        self._show_bytes(b"", ())
        words = self.ctx.t.say(error) if isinstance(error, Invalid) else ""
        self.preview.say(words or self.ctx.t("The preview could not be printed."))
        self.ctx.tell_failure(error)

    def _show_bytes(self, data: bytes, pages: tuple[Size, ...], lines: list[Line] | None = None) -> None:
        self._patience.stop()
        self.pane.show_document(data, pages, lines or [])

    def _be_patient(self) -> None:
        if not self._pages:
            self.preview.say(self.ctx.t("Printing the preview…"))

    def _open(self, key: str) -> None:
        item = self._item(key)
        if item is not None:
            self.item_wanted.emit(item.id)

    def _announce(self, key: str) -> None:
        item = self._item(key)
        if item is not None:
            languages = self._asked.plan.mission.languages if self._asked is not None else ()
            self.ctx.say_aloud(self.preview, item.title.best(self.ctx.t.language, languages))

    def _item(self, key: str) -> AgendaItem | None:
        """Return the item that a line of the preview shows, itself or by its leg."""
        items = self.ctx.mission.plan.items if self.ctx.mission.plan is not None else ()
        own = (one for one in items if str(one.id) == key)
        return next(own, None) or next((one for one in items if str(one.leg_id) == key), None)

    # -- out ---------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for a file and save the document in front."""
        plan, request = self.ctx.mission.plan, self._for_hands()
        if plan is not None and request is not None:
            self.printing.save(plan, request)

    def send_to_printer(self) -> None:
        """Print the document in front and hand it to a printer."""
        plan, request = self.ctx.mission.plan, self._for_hands()
        if plan is not None and request is not None:
            self.printing.send(plan, request, self._pages)

    def print_everyone(self) -> None:
        """Print a personal agenda for every delegate as the options say, each in their own language."""
        from missionplanner.services.documents import PrintRequest

        plan, options = self.ctx.mission.plan, self.options
        if plan is not None:
            request = PrintRequest(
                kind="itinerary",
                everyone=True,
                paper=options.paper.chosen(),
                draft=options.draft.isChecked(),
                issue=options.given_out.isChecked(),
            )
            self.printing.everyone(plan, request)

    def _for_hands(self) -> PrintRequest | None:
        request = self.options.request()
        return replace(request, issue=self.options.given_out.isChecked()) if request is not None else None

    # -- building ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._later.timeout.connect(self._print)
        self._patience.timeout.connect(self._be_patient)
        self.papers.chosen.connect(self._choose)
        self.options.changed.connect(self._look_anew)
        self.pane.wanted.connect(self._open)
        self.pane.marked.connect(self._announce)
        self.search.textChanged.connect(self._search)
        self.printing.given_out.connect(partial(self.options.given_out.setChecked, False))
        self.ctx.mission.changed.connect(self._follow)

    def _build(self) -> QFrame:
        """Put the parts beside each other; return the left one."""
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        left = self._list_card()
        right = card("options_card")
        whole = QVBoxLayout(right)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self.options)
        self._missing.hide()
        self.options.add(self._missing)
        for name in ("send_to_printer", "print_itineraries"):
            self.options.add(ActionButton(self.actions_[name], self.ctx.theme))
        row.addWidget(left)
        row.addWidget(self.pane, 1)
        row.addWidget(right)
        return left

    def _list_card(self) -> QFrame:
        made = card("paper_card")
        column = QVBoxLayout(made)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.papers, 1)
        return made
