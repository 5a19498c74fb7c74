"""Show what can be printed and how it stands, with a live preview of the very bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.domain.plan import MissionPlan
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.page import Page
from missionplanner.gui.papers.before_print import BeforePrint
from missionplanner.gui.papers.options import Front, PaperOptions, to_give_out
from missionplanner.gui.papers.paper_list import PaperList
from missionplanner.gui.papers.paper_model import Entry, PaperModel
from missionplanner.gui.papers.previewing import Previewing
from missionplanner.gui.papers.whom import ask_whom
from missionplanner.gui.preview.pane import PreviewPane
from missionplanner.gui.printing import Printing
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, card, label
from missionplanner.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from missionplanner.domain.records import AgendaItem
    from missionplanner.gui.papers.packing import Packing
    from missionplanner.services.paper.documents import PrintRequest
    from missionplanner.services.paper.paper_kinds import Kind
    from missionplanner.services.paper.papers import Paper

LIST_WIDTH, NARROW_LIST = 288, 236
REPORTS = ("report", "funder_report")
FOOT = ("save_document", "send_to_printer", "paper_copies")


class DocumentsPage(Page):
    """Show the documents of the open mission. ``item_wanted`` carries the item on whose line somebody clicked."""

    NAME = "documents"
    PRIMARY = "print_pack"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.model = PaperModel(ctx.wording, self)
        self.papers = PaperList(ctx, self.model)
        hint = ctx.t("Search documents")
        self.search = search_field("paper_search", hint, hint, ctx.theme, ctx.t)
        self.pane = PreviewPane(ctx, actions)
        self.preview = self.pane.view
        self.previewing = Previewing(ctx, self.pane)
        self.options = PaperOptions(ctx)
        self.before = BeforePrint(ctx, self, self._asked)
        self.printing = Printing(ctx, self)
        self._missing = label("", "small", tone="danger", name="paper_missing", wrap=True)
        self._stale = True
        self._mission: UUID | None = None
        self._wish: object = None
        self._entry: Entry | None = None
        self._left = self._build()
        self._connect()

    # -- what the window asks ---------------------------------------------------------------------

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "print_pack": lambda: self.packing.ask(),
            "save_document": self.save,
            "send_to_printer": self.send_to_printer,
            "print_itineraries": self.print_everyone,
            "check_paper": self.before.unfold,
            "paper_copies": self.show_copies,
            "produce_report": lambda: self.choose("report"),
            "larger_page": partial(self.preview.zoom_by, 1.25),
            "smaller_page": partial(self.preview.zoom_by, 0.8),
            "fit_page": self.preview.fit,
        }

    def regions(self) -> list[QWidget]:
        return [self.papers, self.preview, self.before.strip.fold, self.options]

    def take_focus(self) -> None:
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        if self._stale:
            self._list()

    def place(self) -> object:
        return self._entry.key if self._entry is not None else self._wish

    def restore(self, place: object) -> None:
        self.choose(place)

    def set_narrow(self, narrow: bool) -> None:
        self.pane.set_narrow(narrow)
        self.options.set_narrow(narrow)
        self.before.strip.set_narrow(narrow)
        self._left.setFixedWidth(roomy(NARROW_LIST if narrow else LIST_WIDTH))

    @property
    def packing(self) -> Packing:
        """Return the flow of packs."""
        from missionplanner.gui.papers.packing import Packing

        return self.findChild(Packing) or Packing(self.ctx, self, self.before.checking)

    # -- which document ---------------------------------------------------------------------------

    def open_for(self, language: str, person: UUID | None) -> None:
        """Show the programme in a language, or somebody's personal agenda in whatever language it is."""
        self.choose(person if person is not None else ("programme", language, None, None, None, "common"))

    def open_run_sheet(self, day: dt.date | None) -> None:
        """Show the run sheet of a day; of all days where none is named or nothing is planned on it."""
        self.choose(day if day is not None else "runsheet")

    def choose(self, wish: object) -> None:
        """Show the document of this key, all of this kind, this person's agenda or this day's run sheet.

        What is not listed yet is shown as soon as it is.
        """
        self._wish = wish
        key = self._wished()
        if key is None:
            return
        if not self.model.index_of(key).isValid():
            self.search.clear()
        self._select(self.model.index_of(key))

    def _wished(self) -> object:
        """Return the key of what is wished for; None where that is not listed."""
        if isinstance(self._wish, UUID):
            found = self.model.paper_for(self._wish)
            return found.key if found is not None else None
        if isinstance(self._wish, dt.date):
            found = self.model.paper_on(self._wish)
            return found.key if found is not None else self._kind("runsheet")
        if isinstance(self._wish, str):
            return self._kind(self._wish)
        return self._wish if self.model.paper_of(self._wish) is not None else None

    def _kind(self, kind: str) -> object:
        return kind if self.model.words is not None else None

    def _select(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is None:
            return
        if index != self.papers.currentIndex():
            self.papers.choose(index)
        else:
            self._choose(entry)

    def _follow(self) -> None:
        plan = self.ctx.mission.plan
        if self._mission is not None and (plan is None or plan.mission.id != self._mission):
            self._clear()
        self._stale = True
        if self.isVisible():
            self._list()

    def _clear(self) -> None:
        """Show nothing of the mission that was open before."""
        self._entry = self._wish = self._mission = None
        self.search.clear()
        self.model.clear()
        self.options.show_nothing()
        self.before.clear()
        self.previewing.clear()

    def _list(self) -> None:
        """List the documents there are; how their copies stand is looked at as they come into sight."""
        from missionplanner.services.paper import papers

        plan = self.ctx.mission.plan
        self._stale = False
        if plan is None:
            return
        self._mission = plan.mission.id
        self.options.wishes.follow(plan.mission.id)
        self.previewing.wait()
        self.model.show(plan, papers.listed(plan))
        key = self._wished() or (self._entry.key if self._entry is not None else None)
        index = self.model.index_of(key)
        if not index.isValid():
            first = next(iter(self.model.papers), None)
            index = self.model.index_of(first.key) if first is not None else index
        self._select(index)
        self.papers.look()

    def _judge(self, kinds: list[str]) -> None:
        """Work out beside the window how the copies of kinds in sight stand."""
        plan, workspace = self.ctx.mission.plan, self.ctx.workspace
        some = [one for one in self.model.papers if one.request.kind in kinds and one.state.value == "given_out"]
        if plan is None or workspace is None or not some:
            return

        workspace = self.ctx.workspace

        def work(progress: Progress) -> object:
            from missionplanner.services.paper import papers

            return plan, papers.judged(plan, some, progress, workspace)

        job = self.ctx.jobs.read(work)
        job.done.connect(self._take_states)
        job.failed.connect(self.ctx.tell_failure)

    def _take_states(self, found: object) -> None:
        plan, judged = cast("tuple[MissionPlan, tuple[Paper, ...]]", found)
        if plan is not self.ctx.mission.plan:
            return
        self.model.judge(judged)
        entry = self.papers.entry()
        if entry is not None and entry.papers:
            self._entry = entry
            self.options.show_front(self._front(entry))

    def _choose(self, entry: Entry) -> None:
        other = self._entry is None or self._entry.key != entry.key
        self._entry, self._wish = entry, None
        self._own.setVisible(entry.kind is not None and entry.kind.id in REPORTS)
        if not entry.papers:
            self.options.show_nothing(entry.name, entry.why)
            self.before.clear()
            self.previewing.clear(entry.why)
            return
        self.options.show_front(self._front(entry))
        if other:
            self.preview.go_to_start()
        self.previewing.soon(other=True)

    def _front(self, entry: Entry) -> Front:
        words, kind, paper = self.model.words, entry.kind, entry.paper or entry.papers[0]
        assert words is not None
        assert kind is not None
        every = entry.paper is None and kind.variants == ("common",)
        versions = self._versions(kind, paper) if kind.variants != ("common",) else []
        title = words.kind(kind) if every else words.title(paper, kind)
        return Front(paper, kind, title, entry.note, every, tuple(versions))

    def _versions(self, kind: Kind, front: Paper) -> list[tuple[str, Paper]]:
        """Return the versions of a kind: for everybody, in the front's language if any, groups, leaders."""
        words, some = self.model.words, [one for one in self.model.papers if one.request.kind == kind.id]
        assert words is not None
        common = [one for one in some if one.request.variant in (None, "common")]
        first = next((one for one in common if one.language == front.language), common[0])
        others = [(words.name(one, kind), one) for one in some if one not in common]
        return [(self.ctx.t("Everybody"), first), *others]

    def _search(self, text: str) -> None:
        self.model.search(text)
        if self._entry is not None:
            index = self.model.index_of(self._entry.key)
            if index.isValid():
                self.papers.choose(index)

    # -- the preview ------------------------------------------------------------------------------

    def _look_anew(self) -> None:
        """Show what the options ask for: in another language it may be another document of the list."""
        request, entry = self.options.request(), self._entry
        if request is None or entry is None:
            return
        if entry.paper is not None and entry.paper.request.kind == request.kind:
            kind, _language, *rest = entry.paper.key
            key = (kind, request.language, *rest)
            if key != entry.paper.key and self.model.paper_of(key) is not None:
                self.choose(key)
        self.previewing.soon()

    def _turn(self, paper: object) -> None:
        self.choose(cast("Paper", paper).key)

    def _print(self) -> None:
        plan, request = self.ctx.mission.plan, self.options.request()
        if plan is not None and request is not None:
            self.previewing.ask(plan, request)
            self.before.soon()

    def _take(self, missing: object) -> None:
        signs = "".join(cast("tuple[str, ...]", missing))
        self._missing.setVisible(bool(signs))
        self._missing.setText(self.ctx.t("Some characters could not be drawn: {characters}", characters=signs))

    def _open(self, key: str) -> None:
        item = self._item(key)
        if item is not None:
            self.item_wanted.emit(item.id)

    def _announce(self, key: str) -> None:
        item, plan = self._item(key), self.ctx.mission.plan
        if item is not None and plan is not None:
            self.ctx.say_aloud(self.preview, item.title.best(self.ctx.t.language, plan.mission.languages))

    def _item(self, key: str) -> AgendaItem | None:
        """Return the item that a line of the preview shows, itself or by its leg."""
        items = self.ctx.mission.plan.items if self.ctx.mission.plan is not None else ()
        own = (one for one in items if str(one.id) == key)
        return next(own, None) or next((one for one in items if str(one.leg_id) == key), None)

    # -- out ---------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask for a file, or for a folder where all of a kind are in front, and save."""
        plan, request = self.ctx.mission.plan, self._asked()
        if plan is None or request is None:
            return
        request = to_give_out(request, self.options)
        if request.everyone:
            self.printing.everyone(plan, request)
        else:
            self.printing.save(plan, request)

    def send_to_printer(self) -> None:
        """Print what is in front and hand it to a printer."""
        plan, request = self.ctx.mission.plan, self._asked()
        if plan is not None and request is not None:
            pages = 0 if request.everyone else self.previewing.pages
            self.printing.send(plan, to_give_out(request, self.options), pages)

    def print_everyone(self) -> None:
        """Print a personal agenda for every delegate as is wanted of them, each in their own language."""
        from missionplanner.services.paper.documents import PrintRequest

        plan, wish = self.ctx.mission.plan, self.options.wishes.of("itinerary")
        if plan is not None:
            asked = wish.on(PrintRequest(kind="itinerary", everyone=True), "", self.ctx.settings.values.paper)
            self.printing.everyone(plan, to_give_out(asked, self.options))

    def show_copies(self) -> None:
        """Show who holds which copy, and who needs a new one."""
        from missionplanner.gui.dialogs.copies import CopiesDialog

        if self.ctx.mission.plan is not None:
            CopiesDialog(self.window(), self.ctx, self.packing.again).open()

    def _asked(self) -> PrintRequest | None:
        """Return what is in front as it would be printed: one document, or all of a kind."""
        return self.options.batch() or self.options.request()

    # -- building ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.previewing.wanted.connect(self._print)
        self.previewing.shown.connect(self._take)
        self.papers.chosen.connect(self._choose)
        self.papers.seen.connect(self._judge)
        self.options.changed.connect(self._look_anew)
        self.options.turned.connect(self._turn)
        self.options.people_wanted.connect(lambda: ask_whom(self.window(), self.ctx, self.options))
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
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.pane, 1)
        middle.addWidget(self.before.strip)
        right = card("options_card")
        whole = QVBoxLayout(right)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self.options)
        self._missing.hide()
        self.options.add(self._missing)
        self._own = ActionButton(self.actions_["own_template"], self.ctx.theme)
        for one in (self._own, *(ActionButton(self.actions_[name], self.ctx.theme) for name in FOOT)):
            self.options.add(one)
        self._own.hide()
        row.addWidget(left)
        row.addLayout(middle, 1)
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
