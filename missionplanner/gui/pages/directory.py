"""Show what all missions share: organisations, people, places, initiatives and value chains, each as a list."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.directory import ONE_PERSON
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.context import Context
from missionplanner.gui.imports import open_pasted
from missionplanner.gui.page import Page
from missionplanner.gui.tables.list_view import ListView
from missionplanner.gui.tables.spec import TableSpec
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.pages_stack import PagesStack
from missionplanner.gui.widgets.segments import Segments

PARTS = {
    "organisations": N_("Organisations"),
    "people": N_("People"),
    "places": N_("Places"),
    "initiatives": N_("Initiatives"),
    "value_chains": N_("Value chains"),
}
"""Lists of the directory, each with its module of ``gui.directory``, and their words."""
_TAKEN_IN = ("organisations", "people", "places")
"""Lists that take whole rows from a spreadsheet."""


class DirectoryPage(Page):
    """Show one of the lists at a time; each is made when it is first looked at."""

    NAME = "directory"
    PRIMARY = "list_new"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self._lists: dict[str, ListView] = {}
        self._shown = next(iter(PARTS))
        words = {name: ctx.t(word) for name, word in PARTS.items()}
        self.segments = Segments("directory_part", ctx.t("List"), words, self._shown)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        self._stack = PagesStack()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._stack, 1)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(self.ctx.t("Directory"), self.list.count_words())

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**self.list.deeds(), "find_duplicates": self.find_duplicates, "erase_person": self.erase_person}

    def there(self) -> set[str]:
        one_person = self._shown == "people" and len(self.list.table.chosen_ids()) == 1
        return self.list.there() | ({ONE_PERSON} if one_person else set())

    def regions(self) -> list[QWidget]:
        return [self.segments, *self.list.regions()]

    def take_focus(self) -> None:
        self.list.take_focus()

    def arrive(self) -> None:
        self.show_part(self._shown)

    def place(self) -> object:
        return self._shown, self.list.table.current_id, self.list.model.query

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 3 and place[0] in PARTS:
            self.show_part(str(place[0]))
            self.list.box.show_query(str(place[2]))
            if isinstance(place[1], UUID):
                self.list.show_row(place[1])

    # -- lists ------------------------------------------------------------------------------------

    @property
    def list(self) -> ListView:
        """Return the list on screen."""
        return self.list_of(self._shown)

    def list_of(self, part: str) -> ListView:
        """Return a list by its name, made when it is first wanted."""
        if part not in self._lists:
            module = importlib.import_module(f"missionplanner.gui.directory.{part}")
            made = ListView(self.ctx, self.actions_, cast(TableSpec, module.SPEC))
            self._lists[part] = made
            self._stack.addWidget(made)
            made.changed.connect(self.changed)
            made.rows_pasted.connect(partial(self._take_in, part))
        return self._lists[part]

    def show_part(self, part: str) -> None:
        """Show another list."""
        if part != self._shown and self._shown in self._lists:
            self._lists[self._shown].leave()
        self._shown = part
        with self.segments.moving_to(part):
            view = self.list_of(part)
            view.put_above(self.segments)
            view.arrive()
            self._stack.setCurrentWidget(view)
        self.actions_["list_new"].setText(f"{self.ctx.t(view.spec.words.add)}…")
        self.changed.emit()

    def show_entry(self, part: str, identity: UUID) -> None:
        """Show an entry of a list."""
        self.show_part(part)
        self.list.show_row(identity)

    def _take_in(self, part: str, text: str, html: str) -> None:
        """Show what pasted rows hold before anything of them is added."""
        if part in _TAKEN_IN:
            open_pasted(self.ctx, self.window(), part, text, html)

    def find_duplicates(self) -> None:
        """Look through what may be there twice, first of the kind on screen."""
        from missionplanner.gui.duplicates.dialog import DuplicatesDialog

        DuplicatesDialog(self.window(), self.ctx, self._shown).open()

    def erase_person(self) -> None:
        """Ask whether the chosen person is to be erased, and say what that takes with it."""
        from missionplanner.gui.erasing import ask_to_erase

        chosen = self.list.table.chosen_ids()
        if self._shown == "people" and len(chosen) == 1:
            ask_to_erase(self.ctx, self.window(), chosen[0])

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        if self._shown in self._lists:
            self._lists[self._shown].leave()
        super().hideEvent(event)
