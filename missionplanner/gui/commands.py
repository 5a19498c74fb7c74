"""Say what each action does in the window, and when it can be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from missionplanner.base import paths
from missionplanner.gui import actions as declared
from missionplanner.gui.actions.lists import DEEDS as LIST_DEEDS
from missionplanner.gui.actions.lists import LIST
from missionplanner.gui.actions.spec import BACK, FORWARD, ISSUES, LISTED, MISSION, READY, REDO, UNDO, Spec
from missionplanner.gui.actions.taking_part import DEEDS as GRID_DEEDS
from missionplanner.gui.jobs import Job
from missionplanner.gui.places import (
    AGENDA,
    DELEGATION,
    DOCUMENTS,
    OF_A_MISSION,
    OF_THE_WORKSPACE,
    PAGES,
    SETTINGS,
)
from missionplanner.gui.undo import redo, undo

if TYPE_CHECKING:
    from missionplanner.gui.dialogs.listing import Section
    from missionplanner.gui.exporting import Exporting
    from missionplanner.gui.letters.flow import Outgoing
    from missionplanner.gui.main_window import MainWindow
    from missionplanner.gui.pages.agenda import AgendaPage
    from missionplanner.gui.pages.documents import DocumentsPage
    from missionplanner.gui.palette.palette import Palette
    from missionplanner.services.paper.preflight import Concern
    from missionplanner.services.workspace import Receipt, Workspace

_OTHER_SAMPLES = {
    "cluster_sample": paths.CLUSTER_SAMPLE,
    "portfolio_sample": paths.PORTFOLIO_SAMPLE,
    "initiatives_sample": paths.INITIATIVES_SAMPLE,
}
"""Actions that open a sample beside the first, and which."""


class Commands(QObject):
    """Connect the actions of a window; keep them enabled as its state asks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._ctx = window, window.ctx

    def do(self, spec: Spec) -> None:
        """Do what an action says: a page's own deed on that page, anything else here."""
        places = self._window.places
        if not spec.page:
            self._deeds[spec.name]()
        elif places.current == spec.page or places.go(spec.page):
            places.shown.deeds()[spec.name]()

    @cached_property
    def _deeds(self) -> dict[str, Callable[[], object]]:
        window, flow = self._window, self._window.workspaces
        pages = (*OF_THE_WORKSPACE, *OF_A_MISSION, SETTINGS)
        return {
            **{name: partial(window.show_page, name) for name in pages},
            **{name: partial(self._on_list, name) for name in (*LIST_DEEDS, *GRID_DEEDS)},
            "new_mission": self.new_mission,
            "import": flow.ask_and_import,
            "export_lists": lambda: self._exporting.ask(window.places.shown),
            "send_forms": lambda: self._exporting.forms.send(),
            "collect_forms": lambda: self._exporting.forms.collect(),
            "write_letters": lambda: self._outgoing.letters(),
            "letter_templates": lambda: self._outgoing.templates(),
            "own_template": lambda: self._outgoing.own_report(),
            "send_pack": lambda: self._outgoing.send(),
            "sample": flow.open_sample,
            **{name: partial(flow.open_sample, sample) for name, sample in _OTHER_SAMPLES.items()},
            "reset_sample": flow.reset_sample,
            "open": flow.ask_and_open,
            "home": flow.go_home,
            "print_agenda": self.print_agenda,
            "print_itineraries": self.print_itineraries,
            "print_tables": lambda: self._on_documents(lambda page: page.choose("tableplan")),
            "print_run_sheet": lambda: self.print_run_sheet(window.places.shown.day()),
            "checks": lambda: self.show_checks(self._ctx.mission.code),
            "all_checks": lambda: self.show_checks(None),
            "quit": window.close,
            "undo": lambda: self._reverse(undo),
            "redo": lambda: self._reverse(redo),
            "search": self.search,
            "palette": lambda: window.palette_.open(window.page),
            "find_everywhere": lambda: window.palette_.open(window.page, everywhere=True),
            "back": lambda: window.places.go_back(),
            "forward": lambda: window.places.go_on(),
            "next_region": lambda: window.go_region(1),
            "previous_region": lambda: window.go_region(-1),
            "shortcuts": self.show_keys,
            "messages": self.show_messages,
            "log": lambda: self._ctx.files.show(paths.log_folder()),
        }

    @cached_property
    def _exporting(self) -> Exporting:
        from missionplanner.gui.exporting import Exporting

        return Exporting(self._ctx, self._window)

    @cached_property
    def _outgoing(self) -> Outgoing:
        from missionplanner.gui.letters.flow import Outgoing

        return Outgoing(self._ctx, self._window)

    def _on_list(self, name: str) -> None:
        """Do what every list does, in the one on screen."""
        self._window.places.shown.deeds()[name]()

    def follow(self) -> None:
        """Enable what can be done now, name the steps of undo and redo."""
        window, ctx, t = self._window, self._ctx, self._ctx.t
        actions, places = window.actions_, window.places
        # A grid shares some deeds of lists, not all: what the page has no deed for cannot be done.
        without = {*LIST_DEEDS, *GRID_DEEDS} - places.shown.deeds().keys()
        actions.enable(self._there() | places.shown.there(), without)
        done, undone = ctx.undo.undo_label, ctx.undo.redo_label
        actions["undo"].setText(t("Undo: {step}", step=t.say(done)) if done is not None else t("Undo"))
        actions["redo"].setText(t("Redo: {step}", step=t.say(undone)) if undone is not None else t("Redo"))
        sample = window.workspaces.sample
        actions["sample"].setVisible(sample != paths.FIRST_SAMPLE)
        for name, other in _OTHER_SAMPLES.items():
            actions[name].setVisible(sample != other)
        actions["reset_sample"].setVisible(sample is not None)
        actions["home"].setVisible(ctx.path is not None and ctx.path != window.workspaces.home)
        for name in (*OF_THE_WORKSPACE, *OF_A_MISSION, SETTINGS):
            actions[name].setVisible(name in PAGES)
            actions[name].setCheckable(True)
            actions[name].setChecked(places.current == name)

    def _there(self) -> set[str]:
        ctx, places = self._ctx, self._window.places
        if ctx.workspace is None:
            return set()
        met = {
            READY: True,
            UNDO: ctx.undo.undo_label is not None,
            REDO: ctx.undo.redo_label is not None,
            MISSION: ctx.mission.plan is not None,
            LISTED: ctx.mission.plan is not None or LIST in places.shown.there(),
            ISSUES: any(one.accepted is None for one in ctx.mission.findings),
            BACK: places.can_go_back,
            FORWARD: places.can_go_on,
        }
        return {name for name, is_so in met.items() if is_so}

    def new_mission(self) -> None:
        """Ask for a new mission."""
        from missionplanner.gui.dialogs.new_mission import NewMissionDialog

        NewMissionDialog(self._window, self._ctx, self._window.workspaces.create_mission).open()

    def search(self) -> None:
        """Go to the search of the missions."""
        self._window.show_page("missions")
        self._window.missions_page.search.setFocus()
        self._window.missions_page.search.selectAll()

    # -- printing ---------------------------------------------------------------------------------

    def print_agenda(self) -> None:
        """Show the programme in the mission's first language as it will be printed."""
        plan = self._ctx.mission.plan
        if plan is not None:
            first = plan.mission.languages[0] if plan.mission.languages else self._ctx.t.language
            self.show_document(first, None)

    def show_document(self, language: str, person: UUID | None) -> None:
        """Show the programme in a language, or somebody's personal agenda, as it will be printed."""
        self._on_documents(lambda page: page.open_for(language, person))

    def _on_documents(self, do: Callable[[DocumentsPage], object]) -> None:
        from missionplanner.gui.pages.documents import DocumentsPage

        places = self._window.places
        if places.go(DOCUMENTS):
            page = places.page(DOCUMENTS)
            assert isinstance(page, DocumentsPage)
            do(page)

    def print_run_sheet(self, day: dt.date | None) -> None:
        """Show the run sheet of a day as it will be printed, that of all days where none is looked at."""
        self._on_documents(lambda page: page.open_run_sheet(day))

    def print_itineraries(self) -> None:
        """Print all personal agendas."""
        if self._ctx.mission.plan is not None:
            self._window.printing.everyone(self._ctx.mission.plan)

    def serve(self, palette: Palette) -> None:
        """Do what is chosen in the palette."""
        from missionplanner.gui import found

        window = self._window
        palette.item_wanted.connect(self.show_item)
        palette.person_wanted.connect(partial(found.show_person, window))
        palette.organisation_wanted.connect(partial(found.show_in_directory, window, "organisation"))
        palette.place_wanted.connect(partial(found.show_in_directory, window, "place"))
        palette.seen_as_wanted.connect(self.see_as)
        palette.hit_wanted.connect(partial(found.show_found, window))
        palette.day_wanted.connect(lambda day: self._on_agenda(lambda page: page.views.show_day(day)))
        palette.print_wanted.connect(self._print_wanted)
        palette.setting_wanted.connect(self._choose_setting)

    def show_delegate(self, identity: UUID) -> None:
        """Show a delegate of the open mission, by their own id or that of their person."""
        from missionplanner.gui.pages.delegation import DelegationPage

        places = self._window.places
        if places.current == DELEGATION or places.go(DELEGATION):
            page = places.page(DELEGATION)
            assert isinstance(page, DelegationPage)
            page.show_delegate(identity)

    def show_item(self, identity: UUID) -> None:
        """Show an item of the open mission on its agenda, a delegate in the delegation."""
        plan = self._window.ctx.mission.plan
        if plan is not None and any(one.id == identity for one in plan.delegates):
            self.show_delegate(identity)
            return
        self._on_agenda(lambda page: page.show_items([identity]))

    def go_there(self, concern: Concern) -> None:
        """Show where something is mended that would spoil paper."""
        from missionplanner.gui.papers.going import go_there

        go_there(self._window, concern)

    def lead_to(self, key: str) -> None:
        """Show where what the mission's phase asks for under this key is done."""
        from missionplanner.gui.phase_leads import lead_to

        lead_to(self._window, key)

    def show_step(self, step: UUID) -> None:
        """Show a next step in its list."""
        from missionplanner.gui.phase_leads import show_step

        show_step(self._window, step)

    def see_as(self, identity: UUID) -> None:
        """See the agenda as somebody, or say that they have no part in it."""
        self._on_agenda(lambda page: page.views.see_as_identity(identity))

    def _on_agenda(self, do: Callable[[AgendaPage], object]) -> None:
        from missionplanner.gui.pages.agenda import AgendaPage

        places = self._window.places
        if places.current == AGENDA or places.go(AGENDA):
            page = places.page(AGENDA)
            assert isinstance(page, AgendaPage)
            do(page)

    def _print_wanted(self, kind: str, language: str, person: UUID | None) -> None:
        if kind == "itinerary" and person is None:
            self.print_itineraries()
        elif kind in ("itinerary", "programme"):
            self.show_document(language, person)
        else:
            self._on_documents(lambda page: page.choose(kind))

    def _choose_setting(self, name: str, value: object) -> None:
        look = self._ctx.appearance
        if name == "text_size":
            look.choose_text_size(int(str(value)))
        elif name == "theme":
            look.choose_theme(str(value))
        else:
            look.choose_language(str(value))

    # -- settings ---------------------------------------------------------------------------------

    def remember_size(self) -> None:
        """Keep the window's size for the next start."""
        window = self._window
        if not window.isMaximized() and not window.isFullScreen():
            self._ctx.appearance.keep(width=window.width(), height=window.height(), maximised=False)
        else:
            self._ctx.appearance.keep(maximised=True)

    def show_checks(self, code: str | None) -> None:
        """Show what the checks of a mission go by, those of all with None."""
        from missionplanner.gui.checks_flow import show_checks

        show_checks(self._window, self._ctx, code)

    # -- looking things up ------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show every key."""
        from missionplanner.gui.dialogs.listing import Listing

        t, native = self._ctx.t, QKeySequence.SequenceFormat.NativeText
        sections: list[Section] = []
        for menu in declared.MENUS:
            lines = [
                (_plain(action), ", ".join(key.toString(native) for key in action.shortcuts()))
                for action, _line in self._window.actions_.of_menu(menu)
                if action.shortcuts()
            ]
            sections.append((t(menu).replace("&", ""), lines))
        lists = [
            (t("Next or previous item, day or mission"), t("Arrow keys")),
            (t("Choose several items"), t("Shift or Ctrl with the arrow keys")),
            (t("First or last of the list"), t("Home, End")),
            (t("Choose columns"), "Ctrl+Shift+K"),
        ]
        sections.append((t("In lists"), lists))
        Listing(self._window, t("Keys"), sections, t("Close")).open()

    def show_messages(self) -> None:
        """Show what toasts have said, the latest first."""
        from missionplanner.gui.dialogs.listing import Listing

        t = self._ctx.t
        said = [(one.text, one.time) for one in reversed(self._ctx.notices.said)]
        sections: list[Section] = [("", said or [(t("Nothing was said yet."), "")])]
        Listing(self._window, t("What was said"), sections, t("Close")).open()

    def ask_to_stop(self, jobs: list[Job]) -> None:
        """Ask whether work under way may be stopped to close the window."""
        from missionplanner.gui.dialogs.question import Question

        t = self._ctx.t
        names = ", ".join(job.title for job in jobs)
        Question(
            self._window,
            t("Stop and close?"),
            t("Still under way: {names}. What is not finished leaves nothing behind.", names=names),
            t("Stop and close"),
            t("Go on"),
            self._window.close_when_idle,
        ).open()

    def _reverse(self, step: Callable[[Workspace], Receipt]) -> None:
        t, known = self._ctx.t, self._ctx.undo
        number = known.undo_step if step is undo else known.redo_step
        receipt = self._ctx.run_edit(step)
        if receipt is None:
            return
        words = t("Undone: {step}") if step is undo else t("Done again: {step}")
        self._ctx.notices.say(words.format(step=t.say(receipt.label)), tone="info")
        self._ctx.mission.reread()
        self._window.places.shown.follow_reversal(receipt, number)


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…").partition(": ")[0]
