"""List every state of the window: what is pictured, and what no control may be unnamed or cut in.

A new state is one line of ``STATES``, a new dialog one of ``OVER``: its name, what brings it about, on which page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from missionplanner.base import assets
from missionplanner.base.errors import Damaged, Locked, NotFound
from missionplanner.gui.dialogs.import_preview import ImportPreview
from missionplanner.gui.duplicates.dialog import DuplicatesDialog
from missionplanner.gui.notices import Step
from missionplanner.gui.pages.delegation import DelegationPage
from missionplanner.gui.pages.directory import DirectoryPage
from missionplanner.gui.pages.partners import PartnersPage
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.undo import undo
from missionplanner.services.papers import Paper
from tests import looks
from tests.stage import Stage, until

Show = Callable[[Stage], QWidget | None]
Ask = Callable[[Stage], QWidget]
"""Brings a state about; returns what lies over the window, None where it is the window that shows it.
``Ask`` always leaves something over it."""

FIRST, BARE, SAMPLE, ANYWHERE = "first", "bare", "sample", ""
"""Grounds: an empty workspace, one mission without anything, the sample."""
GROUNDS = (FIRST, BARE, SAMPLE)
SHOWN = "ER-EUS-2025"
SMALL = (1024, 640)
TURNS = 5
"""How many looks share the states between them where not every look can take all."""


@dataclass(frozen=True)
class Scene:
    """Be one state. ``page`` is where one goes before ``show``; none where the state leads there itself."""

    name: str
    show: Show
    page: str = "agenda"
    ground: str = SAMPLE

    def play(self, stage: Stage) -> QWidget:
        """Bring the state about; return what shows it."""
        stage.clear()
        if self.page:
            stage.go(self.page)
        over = self.show(stage)
        stage.settle()
        return over or stage.window


def nothing(_stage: Stage) -> None:
    """Show the page as one finds it."""


def act(*actions: str) -> Show:
    """Do actions that change what the window shows."""

    def show(stage: Stage) -> None:
        for name in actions:
            stage.do(name)

    return show


def ask(action: str, *, chosen: int = 0) -> Ask:
    """Choose some items, do an action, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        if chosen:
            visit = stage.visit
            same_day = [one for one in stage.plan.items_on(visit.date) if one.start and one.id != visit.id]
            stage.choose([visit, *same_day[: chosen - 1]])
        stage.do(action)
        return stage.dialog()

    return show


def press(name: str) -> Ask:
    """Press a button of the page, and show the menu or dialog it opens."""

    def show(stage: Stage) -> QWidget:
        found = stage.window.places.shown.findChild(QAbstractButton, name)
        assert found is not None, name
        menu = found.menu() if hasattr(found, "menu") else None
        if menu is not None:
            menu.popup(found.mapToGlobal(QPoint(0, found.height())))
        else:
            found.click()
        return stage.dialog()

    return show


def scrolled(area: str) -> Show:
    """Show the end of a page that is longer than the window."""

    def show(stage: Stage) -> None:
        found = stage.window.places.shown.findChild(QScrollArea, area)
        assert found is not None, area
        found.verticalScrollBar().setValue(found.verticalScrollBar().maximum())

    return show


# ---- missions ---------------------------------------------------------------------------------------


def seek_missions(stage: Stage, text: str) -> None:
    stage.window.missions_page.search.setText(text)
    stage.after(stage.window.missions_page.search.clear)


def card_menu(stage: Stage) -> QWidget:
    stage.window.missions_page.menu_of(SHOWN).popup(stage.window.mapToGlobal(QPoint(300, 200)))
    return stage.dialog()


def import_preview(stage: Stage, name: str) -> QWidget:
    """Look at a mission file that is there already, or at one that is new."""
    from missionplanner.services import exchange

    assert stage.ctx.workspace is not None
    path: Path = assets.path("samples") / name
    preview = exchange.look(stage.ctx.workspace, path)
    made = ImportPreview(stage.window, stage.ctx, preview, path.name, lambda: None)
    made.open()
    return made


PASTED = {
    "agenda": "Programma di Bilbao\nGiovedì 6 maggio 2025\n9.30 – 11.00  Visita ad AIC, Amorebieta\nSera  Cena\n",
    "delegates": "Cognome\tNome\tSocietà\tE-mail\nCapuci\tFederico\tClust-ER MECH\t\nNeri\tAnna\t\tneri.example\n",
}
"""What is pasted into a list: a programme with a wrong weekday, delegates with a double and a bad e-mail."""


def foreign(stage: Stage, kind: str) -> QWidget:
    """Look through what was pasted, with the first entry in front."""
    from missionplanner.gui.import_preview.dialog import ImportDialog
    from missionplanner.gui.imports import open_pasted

    open_pasted(stage.ctx, stage.window, kind, PASTED[kind], "")
    found = stage.dialog()
    assert isinstance(found, ImportDialog)
    until(lambda: found.review.proposal is not None)
    stage.settle()
    return found


def duplicates(stage: Stage) -> QWidget:
    """Look through doubles of three people, with one of them in front."""
    from missionplanner.domain.records import Person
    from missionplanner.domain.texts import Texts

    known = stage.plan.people[0]
    assert stage.ctx.workspace is not None
    with stage.ctx.workspace.edit("Add") as edit:
        edit.add_all(
            Person(
                given=one.given,
                family=one.family,
                organisation_id=one.organisation_id,
                email="somebody@example.org",
                job=Texts.of({"it": "Referente", "en": "Contact"}),
            )
            for one in (known, *stage.plan.people[3:5])
        )
    stage.after(lambda: stage.do("undo"))
    stage.do("find_duplicates")
    found = stage.dialog()
    assert isinstance(found, DuplicatesDialog)
    found.segments.group.buttons()[0].click()
    stage.settle()
    return found


# ---- partners ---------------------------------------------------------------------------------------


def partners_of(stage: Stage, part: str) -> None:
    """Show the partners or the lists of visitors, the first row of them chosen."""
    page = cast("PartnersPage", stage.window.places.page("partners"))
    page.show_part(part)
    stage.settle()
    view = page.list if part == "partners" else page.access.view
    rows = [view.model.row(number).id for number in range(view.model.rowCount())]
    if rows:
        view.show_row(max(rows, key=lambda one: view.model.value_of(one, "visits") or 0))
    stage.settle()
    stage.after(lambda: page.show_part("partners"))


def partners_shown(stage: Stage) -> None:
    partners_of(stage, "partners")


def partners_end(stage: Stage) -> None:
    partners_of(stage, "partners")
    scrolled("details_scroll")(stage)


def partly(action: str, part: str = "partners") -> Ask:
    """Do an action of the page of partners, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        partners_of(stage, part)
        stage.do(action)
        return stage.dialog()

    return show


# ---- agenda -----------------------------------------------------------------------------------------


def choose(stage: Stage, count: int) -> None:
    day = [one for one in stage.plan.items_on(stage.visit.date) if one.start]
    stage.choose([stage.visit] if count == 1 else day[:count])


def choose_late(stage: Stage) -> None:
    """Choose an item of the checks' first finding, so that the inspector shows what is found."""
    until(lambda: bool(stage.ctx.mission.findings))
    stage.do("next_issue")


def drag(stage: Stage) -> None:
    stage.drag(stage.visit.id, QPoint(0, 70))


def one_day(stage: Stage, *actions: str) -> None:
    choose(stage, 1)
    stage.do("one_day")
    stage.agenda.board.choose([])
    for name in actions:
        stage.do(name)


def see_as(stage: Stage, kind: str) -> None:
    from missionplanner.gui.agenda import seeing

    found = [one for one in seeing.viewers(stage.plan, stage.ctx.wording) if one.kind == kind]
    stage.agenda.views.see_as(found[len(found) // 2])


def rename(stage: Stage, *actions: str) -> None:
    for name in actions:
        stage.do(name)
    choose(stage, 1)
    stage.do("rename_item")
    stage.after(lambda: QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Escape))


def find(stage: Stage, text: str) -> None:
    stage.do("find")
    stage.agenda.find_bar.line.setText(text)
    stage.after(stage.agenda.find_bar.line.clear)


def overlay(stage: Stage) -> None:
    stage.resize(*SMALL)
    choose(stage, 1)
    stage.do("inspect")


def kinds_hidden(stage: Stage) -> None:
    from missionplanner.domain.vocabulary import ItemKind

    stage.agenda.views.show_kinds({ItemKind.SITE_VISIT, ItemKind.MEAL})


def board_menu(stage: Stage) -> QWidget:
    choose(stage, 1)
    stage.agenda.board.menu_wanted.emit(stage.window.mapToGlobal(QPoint(400, 300)))
    return stage.dialog()


def coach(stage: Stage) -> None:
    from missionplanner.gui.widgets.coach_mark import CoachMark

    stage.ctx.settings.change(coached=False)
    choose(stage, 1)
    mark = stage.agenda.board.findChild(CoachMark)
    assert mark is not None
    mark.point_at(stage.agenda.board.visualRect(stage.agenda.board.currentIndex()))
    stage.after(mark.finish)


def columns(stage: Stage) -> QWidget:
    """Show the columns one can choose from, in the list view."""
    from missionplanner.gui.widgets.agenda_table import AgendaTable

    stage.do("list_view")
    table = stage.agenda.findChild(AgendaTable)
    assert table is not None
    table.columns.open_menu()
    return stage.dialog()


def own_templates(stage: Stage) -> QWidget:
    """Have a template of one's own, and delete another: it can be taken back there."""
    from missionplanner.services import templates

    workspace, plan = stage.ctx.workspace, stage.plan
    assert workspace is not None
    chosen = [one.id for one in plan.items_on(stage.visit.date)[:3]]
    for title in (plan.mission.title.best(stage.ctx.t.language), stage.visit.title.best(stage.ctx.t.language)):
        templates.save(workspace, SHOWN, chosen, title)
        stage.after(lambda: stage.ctx.run_edit(undo))
    dialog = ask("templates")(stage)
    found = dialog.findChild(QAbstractButton, "templates_delete")
    assert found is not None
    found.click()
    stage.after(lambda: stage.ctx.run_edit(undo))
    return dialog


def findings(stage: Stage) -> QWidget:
    until(lambda: bool(stage.agenda.strip.findings))
    stage.agenda.strip.show_all()
    return stage.dialog()


def foreseen(stage: Stage) -> None:
    """Consider a fix, so that the board shows what it would do."""
    until(lambda: any(one.fixes for one in stage.agenda.strip.findings))
    stage.settle()
    found = next(one for one in stage.agenda.strip.findings if one.fixes)
    stage.agenda.foresight.point(found, found.fixes[-1])
    until(lambda: bool(stage.agenda.foresight.caption.words))
    stage.after(stage.agenda.foresight.leave)


def proposed(stage: Stage) -> None:
    """Have two slots proposed for a visit, which is chosen."""
    from missionplanner.services import slots

    assert stage.ctx.workspace is not None
    two = [slots.Slot(stage.plan.days[0], dt.time(hour), dt.time(hour + 1, 30)) for hour in (9, 15)]
    slots.propose(stage.ctx.workspace, stage.plan.mission.code, stage.visit.id, two)
    stage.after(lambda: stage.do("undo"))
    stage.settle()
    stage.choose([stage.visit])


def slot_menu(stage: Stage) -> QWidget:
    proposed(stage)
    stage.agenda.board.slot_wanted.emit(stage.plan.item_options[0].id, stage.window.mapToGlobal(QPoint(400, 300)))
    return stage.dialog()


def shelf_folded(stage: Stage) -> None:
    stage.do("shelf")
    stage.after(lambda: stage.do("shelf"))


def short(stage: Stage, *actions: str) -> None:
    """Have a small window, in which issues are one line."""
    stage.resize(*SMALL)
    until(lambda: bool(stage.agenda.strip.findings))
    for name in actions:
        stage.do(name)


def accept(stage: Stage) -> QWidget:
    until(lambda: bool(stage.agenda.strip.findings))
    return ask("accept_issue")(stage)


# ---- palette, documents, history, what passes --------------------------------------------------------


def palette(stage: Stage, text: str, *keys: Qt.Key) -> None:
    stage.do("palette")
    until(stage.window.palette_.isVisible)
    stage.settle()
    QTest.keyClicks(stage.window.palette_.query, text)
    for key in keys:
        QTest.keyClick(stage.window.palette_.query, key)


def document(stage: Stage, kind: str) -> None:
    """Show a document of a kind: a programme in the last language, a group's, the leader's, a personal agenda."""
    wanted: dict[str, Callable[[Paper], bool]] = {
        "programme": lambda one: one.person is None and one.language == stage.plan.mission.languages[-1],
        "group": lambda one: one.group is not None,
        "leader": lambda one: one.request.variant == "leader",
        "itinerary": lambda one: one.person is not None,
    }
    page = stage.documents
    found = next(one for one in page.model.papers if wanted[kind](one))
    page.choose(found.key)
    QTest.qWait(60)
    stage.settle()
    first = page.model.papers[0]
    stage.after(lambda: page.choose(first.key))


def no_document_found(stage: Stage) -> None:
    stage.documents.search.setText("zzz")
    stage.after(stage.documents.search.clear)


def listed(stage: Stage, part: str, query: str = "") -> ListView:
    """Show a list of the directory, filtered by a query."""
    page = stage.window.places.page("directory")
    assert isinstance(page, DirectoryPage)
    page.show_part(part)
    stage.settle()
    page.list.box.show_query(query)
    page.take_focus()
    stage.after(lambda: page.list.box.show_query(""))
    return page.list


def show_list(part: str, query: str = "") -> Show:
    """Show a list of the directory, filtered by a query."""

    def show(stage: Stage) -> None:
        listed(stage, part, query)

    return show


def delegation_part(stage: Stage, part: str, *, row: int = -1) -> DelegationPage:
    """Show a part of the delegation, with a row of it chosen."""
    page = stage.window.places.page("delegation")
    assert isinstance(page, DelegationPage)
    page.show_part(part)
    stage.after(lambda: page.show_part("people"))
    stage.settle()
    if row >= 0:
        page.list.table.choose([page.list.model.row(row).id])
    return page


def show_delegation(part: str, *actions: str, row: int = -1) -> Show:
    """Show a part of the delegation and do actions there."""

    def show(stage: Stage) -> None:
        delegation_part(stage, part, row=row)
        for name in actions:
            stage.settle()
            stage.do(name)

    return show


def ask_delegation(action: str, row: int = 0) -> Ask:
    """Choose a delegate, do an action, and show the dialog it asks with."""

    def show(stage: Stage) -> QWidget:
        delegation_part(stage, "people", row=row)
        stage.settle()
        stage.do(action)
        return stage.dialog()

    return show


def due(stage: Stage, *actions: str) -> QWidget | None:
    """Have something asked of the delegates; the last of the actions leaves a dialog over the board."""
    from missionplanner.domain.requirement_sets import RequirementSet
    from missionplanner.services import readiness_board

    assert stage.ctx.workspace is not None
    readiness_board.add_set(stage.ctx.workspace, stage.plan.mission.code, RequirementSet.EU_TRIP)
    stage.after(lambda: stage.do("undo"))
    page = delegation_part(stage, "readiness")
    page.take_focus()
    stage.settle()
    for name in actions:
        stage.do(name)
    return stage.dialog() if actions else None


def nameless(stage: Stage) -> QWidget:
    """Ask who takes a place nobody is named for."""
    page = delegation_part(stage, "people")
    model = page.list.model
    places = (row for row in range(model.rowCount()) if not model.value_of(model.row(row).id, "family"))
    return ask_delegation("name_place", next(places))(stage)


def budget(part: str) -> Show:
    """Show a part of the budget, with a line overspent and one that cannot be converted."""

    def show(stage: Stage) -> None:
        from missionplanner.gui.pages.budget import BudgetPage
        from missionplanner.services import budget as service
        from missionplanner.services import quotes

        page, workspace, mission = stage.window.places.page("budget"), stage.ctx.workspace, stage.plan.mission.id
        assert isinstance(page, BudgetPage) and workspace is not None
        lines = [one.id for one in service.page(workspace, mission).rows]
        service.change_many(workspace, lines[:1], "committed", Decimal(12_000))
        service.change_many(workspace, lines[1:2], "currency", "SEK")
        quotes.create_from(workspace, mission, {"line_id": lines[2], "amount": Decimal("2100.50")})
        for _ in range(3):
            stage.after(lambda: stage.ctx.run_edit(undo))
        page.show_part(part)
        stage.settle()

    return show


def logistics(part: str, *actions: str) -> Show:
    """Show a part of the logistics with something chosen, and do actions there; the last may ask something."""

    def show(stage: Stage) -> QWidget | None:
        from missionplanner.gui.pages.logistics import LogisticsPage

        page = stage.window.places.page("logistics")
        assert isinstance(page, LogisticsPage)
        page.show_part(part)
        stage.after(lambda: page.show_part("journeys"))
        stage.after(page.journeys.leave_passengers)
        stage.settle()
        if part == "journeys" and page.journeys.legs.model.rowCount():
            page.journeys.legs.show_row(page.journeys.legs.model.row(0).id)
        if part == "rooms" and "move_guest" in actions:
            page.rooms.grid.setCurrentIndex(page.rooms.grid.rooms.index(3, 1))
        for name in actions:
            stage.settle()
            stage.do(name)
        return stage.dialog() if actions and actions[-1] in _ASKING else None

    return show


_ASKING = ("assign", "move_guest", "room_nights", "make_rooms", "make_transfers", "list_new")


def rooms_listed(stage: Stage) -> None:
    from missionplanner.gui.pages.logistics import LogisticsPage

    logistics("rooms")(stage)
    page = stage.window.places.page("logistics")
    assert isinstance(page, LogisticsPage)
    page.rooms.show_look("list")
    stage.after(lambda: page.rooms.show_look("grid"))


def kept_aside(stage: Stage) -> None:
    from missionplanner.gui.tables.edits import Wanted

    view = listed(stage, "people")
    column = view.model.columns[view.model.place_of_column("email")]
    view.table.tell_aside(*view.edits.store_cells([Wanted(view.model.row(0).id, column, "no address")]))
    stage.after(lambda: view.aside.show_problems([]))


def toast(stage: Stage, tone: str) -> None:
    t = stage.ctx.t
    undo = Step(t("Undo"), lambda: None)
    stage.ctx.notices.say(t("“{title}” deleted.", title="Tecnalia"), *([undo] if tone == "ok" else []), tone=tone)


def messages(stage: Stage) -> QWidget:
    for tone in ("ok", "danger"):
        toast(stage, tone)
    return ask("messages")(stage)


def banner(stage: Stage) -> None:
    t = stage.ctx.t
    words = t("You are looking at the sample: hours, hotels and most people are invented. Try anything.")
    for tone in ("warn", "danger"):
        stage.ctx.notices.put_up(tone, words, Step(t("Back to my missions"), lambda: None), tone=tone)


def stop_question(stage: Stage) -> QWidget:
    stage.work(stage.ctx.t("Printing personal agendas"))
    stage.window.commands.ask_to_stop(stage.ctx.jobs.under_way)
    return stage.dialog()


def trouble(stage: Stage, error: Damaged | Locked | NotFound) -> None:
    stage.window.show_trouble(error, stage.window.workspaces.ways_out(error, Path("missions.mplanner")))


_HELD = Locked("The workspace is open elsewhere. Close the other window or command first.")
_CUT = Damaged("{path} is damaged. It was left as it is; restore the latest backup.", path="missions.mplanner")
_GONE = NotFound("There is no workspace at {path}.", path="missions.mplanner")
_NEXT_YEAR = dt.date(2027, 5, 3)

STATES: tuple[Scene, ...] = (
    Scene("first-run", nothing, "missions", FIRST),
    Scene("first-run-settings", nothing, "settings", FIRST),
    Scene("first-run-history", nothing, "history", FIRST),
    Scene("trouble-locked", partial(trouble, error=_HELD), "missions", FIRST),
    Scene("trouble-damaged", partial(trouble, error=_CUT), "missions", FIRST),
    Scene("trouble-missing", partial(trouble, error=_GONE), "missions", FIRST),
    Scene("empty-overview", nothing, "overview", BARE),
    Scene("empty-agenda", nothing, "agenda", BARE),
    Scene("empty-list", act("list_view"), "agenda", BARE),
    Scene("empty-delegation", nothing, "delegation", BARE),
    Scene("empty-groups", show_delegation("groups"), "delegation", BARE),
    Scene("empty-matrix", show_delegation("matrix"), "delegation", BARE),
    Scene("empty-readiness", show_delegation("readiness"), "delegation", BARE),
    Scene("empty-documents", nothing, "documents", BARE),
    Scene("empty-history", nothing, "history", BARE),
    Scene("empty-directory", nothing, "directory", BARE),
    Scene("partners-empty", nothing, "partners", BARE),
    Scene("access-empty", lambda stage: partners_of(stage, "access"), "partners", BARE),
    Scene("empty-budget", nothing, "budget", BARE),
    Scene("journeys-empty", logistics("journeys"), "logistics", BARE),
    Scene("rooms-empty", logistics("rooms"), "logistics", BARE),
    Scene("vehicles-empty", logistics("vehicles"), "logistics", BARE),
    Scene("missions", nothing, "missions"),
    Scene("missions-none-found", partial(seek_missions, text="zzz"), "missions"),
    Scene("overview", nothing, "overview"),
    Scene("overview-end", scrolled("overview_area"), "overview"),
    Scene("agenda", nothing),
    Scene("agenda-selected", partial(choose, count=1)),
    Scene("agenda-several", partial(choose, count=3)),
    Scene("agenda-issue", choose_late),
    Scene("agenda-overlay", overlay),
    Scene("agenda-drag", drag),
    Scene("agenda-rename", rename),
    Scene("agenda-day", one_day),
    Scene("agenda-day-two-zones", lambda stage: one_day(stage, "second_zone")),
    Scene("agenda-two-zones", act("second_zone")),
    Scene("agenda-as-person", partial(see_as, kind="person")),
    Scene("agenda-as-group", partial(see_as, kind="group")),
    Scene("agenda-kinds-hidden", kinds_hidden),
    Scene("agenda-fix-foreseen", foreseen),
    Scene("agenda-slots", proposed),
    Scene("agenda-shelf-folded", shelf_folded),
    Scene("agenda-short", short),
    Scene("agenda-short-issue", lambda stage: short(stage, "next_issue", "inspect")),
    Scene("agenda-coach", coach),
    Scene("agenda-list", act("list_view")),
    Scene("agenda-list-editing", lambda stage: rename(stage, "list_view")),
    Scene("agenda-find", partial(find, text="bilbao")),
    Scene("agenda-find-nothing", partial(find, text="zzz")),
    Scene("palette-empty", partial(palette, text="")),
    Scene("palette-typing", lambda stage: palette(stage, "lunch")),
    Scene("palette-actions", lambda stage: palette(stage, ">")),
    Scene("palette-second-step", lambda stage: palette(stage, "see as", Qt.Key.Key_Return)),
    Scene("palette-nothing", lambda stage: palette(stage, "zzzz")),
    Scene("documents", nothing, "documents"),
    Scene("documents-other-language", partial(document, kind="programme"), "documents"),
    Scene("documents-group", partial(document, kind="group"), "documents"),
    Scene("documents-leader", partial(document, kind="leader"), "documents"),
    Scene("documents-itinerary", partial(document, kind="itinerary"), "documents"),
    Scene("documents-none-found", no_document_found, "documents"),
    Scene("delegation", show_delegation("people", row=2), "delegation"),
    Scene("delegation-private", show_delegation("people", "show_private", row=1), "delegation"),
    Scene("delegation-groups", show_delegation("groups"), "delegation"),
    Scene("matrix", show_delegation("matrix"), "delegation"),
    Scene("matrix-diets", show_delegation("matrix", "part_diets"), "delegation"),
    Scene("readiness", due, "delegation"),
    Scene("directory", nothing, "directory"),
    Scene("directory-people", show_list("people"), "directory"),
    Scene("directory-none-found", show_list("people", "zzz"), "directory"),
    Scene("directory-kept-aside", kept_aside, "directory"),
    Scene("directory-places", show_list("places"), "directory"),
    Scene("directory-initiatives", show_list("initiatives"), "directory"),
    Scene("directory-value-chains", show_list("value_chains"), "directory"),
    Scene("budget", budget("lines"), "budget"),
    Scene("budget-offers", budget("quotes"), "budget"),
    Scene("budget-totals", budget("totals"), "budget"),
    Scene("partners", partners_shown, "partners"),
    Scene("partners-end", partners_end, "partners"),
    Scene("access-lists", lambda stage: partners_of(stage, "access"), "partners"),
    Scene("journeys", logistics("journeys"), "logistics"),
    Scene("passengers", logistics("journeys", "show_passengers"), "logistics"),
    Scene("rooms", logistics("rooms"), "logistics"),
    Scene("rooms-list", rooms_listed, "logistics"),
    Scene("vehicles", logistics("vehicles"), "logistics"),
    Scene("history", nothing, "history"),
    Scene("settings", nothing, "settings"),
    Scene("settings-end", scrolled("settings_area"), "settings"),
    Scene("progress", lambda stage: stage.work(stage.ctx.t("Printing personal agendas"))),
    Scene("toast", partial(toast, tone="ok")),
    Scene("toast-error", partial(toast, tone="danger")),
    Scene("banners", banner),
)
"""What the window itself shows."""
OVER: tuple[Scene, ...] = (
    Scene("missions-card-menu", card_menu, "missions"),
    Scene("delegation-add", ask("add_delegates"), "delegation"),
    Scene("readiness-state", lambda stage: due(stage, "ready_state"), "delegation"),
    Scene("readiness-requirement", lambda stage: due(stage, "requirement_new"), "delegation"),
    Scene("readiness-sets", lambda stage: due(stage, "requirement_sets"), "delegation"),
    Scene("delegation-places", ask("add_places"), "delegation"),
    Scene("delegation-name", nameless, "delegation"),
    Scene("delegation-replace", ask_delegation("replace_delegate"), "delegation"),
    Scene("delegation-group", ask_delegation("delegates_to_group"), "delegation"),
    Scene("delegation-status", ask_delegation("delegates_status"), "delegation"),
    Scene("directory-new", ask("list_new"), "directory"),
    Scene("directory-duplicates", duplicates, "directory"),
    Scene("directory-no-duplicates", ask("find_duplicates"), "directory", FIRST),
    Scene("directory-columns", ask("list_columns"), "directory"),
    Scene("directory-save-view", ask("list_save_view"), "directory"),
    Scene("budget-expense", ask("delegate_expense"), "budget"),
    Scene("leg-new", logistics("journeys", "list_new"), "logistics"),
    Scene("assign", logistics("journeys", "assign"), "logistics"),
    Scene("rooms-make", logistics("rooms", "make_rooms"), "logistics"),
    Scene("guest-move", logistics("rooms", "move_guest"), "logistics"),
    Scene("transfers-make", logistics("vehicles", "make_transfers"), "logistics"),
    Scene("log-request", partly("log_request"), "partners"),
    Scene("propose-times", partly("propose_times"), "partners"),
    Scene("note-partner", partly("note_partner"), "partners"),
    Scene("access-sent", partly("access_sent", "access"), "partners"),
    Scene("access-asks", partly("access_fields", "access"), "partners"),
    Scene("access-save", partly("access_export", "access"), "partners"),
    Scene("new-mission", ask("new_mission"), "missions"),
    Scene("from-template", ask("from_template"), "missions"),
    Scene("copy-mission", ask("copy_mission"), "missions"),
    Scene("export-mission", ask("export_mission"), "missions"),
    Scene("delete-mission", ask("delete_mission"), "missions"),
    Scene("import-known", partial(import_preview, name="basque-country-2025.mission.json"), "missions"),
    Scene("import-programme", partial(foreign, kind="agenda")),
    Scene("import-list", partial(foreign, kind="delegates"), "delegation"),
    Scene("import-new", partial(import_preview, name="basque-country-2025.mission.json"), "missions", BARE),
    Scene("mission-details", ask("mission_details"), "overview"),
    Scene("board-menu", board_menu),
    Scene("slot-menu", slot_menu),
    Scene("kinds-menu", press("kinds_button")),
    Scene("clock-menu", press("clock_button")),
    Scene("see-as", ask("see_as")),
    Scene("templates", ask("templates")),
    Scene("templates-own", own_templates),
    Scene("columns-menu", columns),
    Scene("save-template", ask("save_template", chosen=2)),
    Scene("move", ask("move_item", chosen=1)),
    Scene("shift", ask("shift", chosen=1)),
    Scene("split", ask("split", chosen=1)),
    Scene("copy-day", ask("copy_day")),
    Scene("findings", findings),
    Scene("accept-issue", accept),
    Scene("checks", ask("checks")),
    Scene("all-checks", ask("all_checks"), "settings"),
    Scene("keys", ask("shortcuts")),
    Scene("messages", messages),
    Scene("stop-question", stop_question),
)
"""Dialogs and menus over it."""
SCENES = (*STATES, *OVER)


def prepare(stage: Stage, ground: str) -> None:
    """Bring a window with an open workspace to its ground: the sample's mission, an empty one, or none."""
    if ground == SAMPLE:
        stage.window.open_mission(SHOWN)
    elif ground == BARE:
        from missionplanner.services import missions

        draft = missions.MissionDraft(
            title="Study visit to Bilbao",
            start=_NEXT_YEAR,
            end=_NEXT_YEAR + dt.timedelta(days=2),
            zone="Europe/Madrid",
            city="Bilbao",
            code="BIO",
            language="en",
        )
        stage.window.workspaces.create_mission(draft)
    stage.settle()
    if stage.ctx.mission.plan is not None:
        until(lambda: stage.agenda.focus_part().isVisible())
        stage.settle()


def of(ground: str) -> list[Scene]:
    """Return the states that one sees on a ground."""
    return [one for one in SCENES if one.ground == ground]


def in_turn(ground: str, turn: int) -> list[Scene]:
    """Return the states of a ground that one of the looks takes that share them: each is some look's."""
    return of(ground)[turn::TURNS]


def faults(stage: Stage, states: list[Scene]) -> dict[str, list[str]]:
    """Bring states about; return what is cut, unnamed, too small or marked up in which of them."""
    found = {}
    for scene in states:
        shown = scene.play(stage)
        found[scene.name] = [*looks.cut(shown), *looks.faults(shown)]
    stage.clear()
    return {name: wrong for name, wrong in found.items() if wrong}
