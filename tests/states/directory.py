"""Bring about the states of the directory and what is asked there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from missionplanner.gui.duplicates.dialog import DuplicatesDialog
from missionplanner.gui.pages.directory import DirectoryPage
from missionplanner.gui.tables.list_view import ListView
from tests.stage import Stage
from tests.states.scene import BARE, FIRST, Scene, Show, ask, nothing


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


def kept_aside(stage: Stage) -> None:
    from missionplanner.gui.tables.edits import Wanted

    view = listed(stage, "people")
    column = view.model.columns[view.model.place_of_column("email")]
    view.table.tell_aside(*view.edits.store_cells([Wanted(view.model.row(0).id, column, "no address")]))
    stage.after(lambda: view.aside.show_problems([]))


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


def values_of(stage: Stage) -> None:
    """Offer the values of a column to tick, one of them ticked."""
    view = listed(stage, "people")
    stage.settle()
    picker = view.pick_values(view.model.place_of_column("organisation_id"))
    picker.turn(1)
    stage.after(picker.close)


def erased(stage: Stage) -> QWidget:
    """Ask whether somebody is to be erased who takes part in a mission."""
    view = listed(stage, "people")
    stage.settle()
    view.show_row(next(one.person_id for one in stage.plan.delegates if one.person_id))
    stage.settle()
    stage.do("erase_person")
    return stage.dialog()


STATES = (
    Scene("empty-directory", nothing, "directory", BARE),
    Scene("directory", nothing, "directory"),
    Scene("directory-people", show_list("people"), "directory"),
    Scene("directory-none-found", show_list("people", "zzz"), "directory"),
    Scene("directory-kept-aside", kept_aside, "directory"),
    Scene("directory-values", values_of, "directory"),
    Scene("directory-places", show_list("places"), "directory"),
    Scene("directory-initiatives", show_list("initiatives"), "directory"),
    Scene("directory-value-chains", show_list("value_chains"), "directory"),
)


OVER = (
    Scene("directory-new", ask("list_new"), "directory"),
    Scene("directory-duplicates", duplicates, "directory"),
    Scene("directory-erase", erased, "directory"),
    Scene("directory-no-duplicates", ask("find_duplicates"), "directory", FIRST),
    Scene("directory-columns", ask("list_columns"), "directory"),
    Scene("directory-save-view", ask("list_save_view"), "directory"),
)
