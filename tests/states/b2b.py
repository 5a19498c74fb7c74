"""Bring about the states of the B2B page: participants, who can come when, wishes, the frame of a session."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missionplanner.domain.meetings.session import Session
from missionplanner.gui.pages.b2b import B2BPage
from missionplanner.services.matchmaking.proposing import Glimpse
from tests.stage import Stage, until
from tests.states.scene import BARE, Ask, Scene, Show, ask, nothing


def b2b_page(stage: Stage) -> B2BPage:
    """Return the page; it shows participants again afterwards."""
    page = stage.window.places.page("b2b")
    assert isinstance(page, B2BPage)
    stage.after(lambda: page.show_part("participants"))
    return page


def session_of(page: B2BPage) -> Session:
    """Return the session on screen."""
    assert page.session.session is not None
    return page.session.session


def show_inner(part: str, inner: str, *, row: int = -1) -> Show:
    """Show an inner part of the participants or the wishes, with a row of a list chosen."""

    def show(stage: Stage) -> None:
        from missionplanner.gui.matchmaking.session_list import SessionList
        from missionplanner.gui.matchmaking.several import Several

        page = b2b_page(stage)
        page.show_part(part)
        view = page.part
        assert isinstance(view, Several)
        view.show_inner(inner)
        stage.after(lambda: view.show_inner(next(iter(view.choices()))))
        stage.settle()
        view.take_focus()
        if row >= 0 and isinstance(view.part, SessionList):
            view.part.table.choose([view.part.model.row(row).id])

    return show


def wished(stage: Stage) -> None:
    """Show the matrix with a wish of both sides chosen, the column's typed."""
    from missionplanner.gui.matchmaking.wish_matrix import WishMatrix
    from missionplanner.gui.matchmaking.wishes import WishesView

    show_inner("wishes", "matrix")(stage)
    page = b2b_page(stage)
    view = page.part
    assert isinstance(view, WishesView) and isinstance(view.part, WishMatrix)
    first = session_of(page).requests[0]
    view.part.choose([(first.from_id, first.to_id)])
    view.part.turn(True)
    stage.after(lambda: view.part.turn(False) if isinstance(view.part, WishMatrix) else None)


def framed(part: str) -> Ask:
    """Ask for the frame of the session, at one of its parts."""

    def show(stage: Stage) -> QWidget:
        from missionplanner.gui.matchmaking.session_dialog import SessionDialog

        b2b_page(stage)
        stage.do("b2b_frame")
        dialog = stage.dialog()
        assert isinstance(dialog, SessionDialog)
        dialog.show_page(part)
        return dialog

    return show


def proposed(mode: str, part: str = "") -> Ask:
    """Ask for a timetable; with ``part`` show that of what was found."""

    def show(stage: Stage) -> QWidget:
        from missionplanner.gui.matchmaking.propose import ProposeDialog
        from missionplanner.services.matchmaking import meetings

        page = b2b_page(stage)
        if part == "changes":  # the sample's timetable is the best there is, unless one is missing
            gone = session_of(page).meetings[0].id
            stage.ctx.run_edit(lambda ws: meetings.delete(ws, [gone]))
            stage.after(lambda: stage.do("undo"))
            stage.settle()
        stage.do("b2b_propose")
        dialog = stage.dialog()
        assert isinstance(dialog, ProposeDialog)
        dialog.choose(mode)
        if part:
            dialog.type_seconds(1)
            dialog.search()
            until(lambda: dialog.told is not None)
            assert dialog.told is not None
            dialog.told.show_part(part)
        return dialog

    return show


def searching(stage: Stage) -> QWidget:
    """Look for a timetable, as long as one looks at it."""
    from missionplanner.gui.matchmaking.propose import ProposeDialog

    dialog = proposed("new")(stage)
    assert isinstance(dialog, ProposeDialog)
    stage.after(dialog.reject)
    dialog.show_search(Glimpse(unserved=3, breaks=5, idle=8))
    return dialog


STATES = (
    Scene("empty-b2b", nothing, "b2b", BARE),
    Scene("b2b-participants", show_inner("participants", "list", row=1), "b2b"),
    Scene("b2b-availability", show_inner("participants", "slots"), "b2b"),
    Scene("b2b-interpreters", show_inner("participants", "voices"), "b2b"),
    Scene("b2b-wishes", show_inner("wishes", "matrix"), "b2b"),
    Scene("b2b-wish", wished, "b2b"),
    Scene("b2b-wish-list", show_inner("wishes", "list"), "b2b"),
)
OVER = (
    Scene("b2b-session", framed("frame"), "b2b"),
    Scene("b2b-slots", framed("slots"), "b2b"),
    Scene("b2b-tables", framed("tables"), "b2b"),
    Scene("b2b-propose", proposed("keep"), "b2b"),
    Scene("b2b-searching", searching, "b2b"),
    Scene("b2b-proposed", proposed("new", "figures"), "b2b"),
    Scene("b2b-proposed-changes", proposed("new", "changes"), "b2b"),
    Scene("b2b-proposed-unserved", proposed("new", "unserved"), "b2b"),
    Scene("b2b-new", ask("b2b_new"), "b2b", BARE),
)
