"""Show what came of the open mission: who was there, outcomes, next steps, agreements, contacts, figures."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions, report
from missionplanner.gui.actions.lists import DEEDS
from missionplanner.gui.context import Context
from missionplanner.gui.page import Page
from missionplanner.gui.parts import Part, Parts
from missionplanner.gui.widgets.basics import ActionButton
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.part_choice import PartChoice

if TYPE_CHECKING:
    from missionplanner.services.workspace import Receipt

ATTENDANCE, OUTCOMES, STEPS, AGREEMENTS = "attendance", "outcomes", "steps", "agreements"
CONTACTS, SURVEY, PHOTOS, NOTES, FIGURES = "contacts", "survey", "photos", "notes", "figures"
PARTS: dict[str, tuple[str, str, str]] = {
    ATTENDANCE: (N_("Attendance"), "missionplanner.gui.results.attendance", "AttendanceView"),
    OUTCOMES: (N_("Outcomes"), "missionplanner.gui.results.outcomes", "OutcomesView"),
    STEPS: (N_("Next steps"), "missionplanner.gui.results.follow_ups", "FollowUpsView"),
    AGREEMENTS: (N_("Agreements"), "missionplanner.gui.results.agreements", "AgreementsView"),
    CONTACTS: (N_("Contacts"), "missionplanner.gui.results.contacts", "ContactsView"),
    SURVEY: (N_("Survey"), "missionplanner.gui.results.survey", "SurveyView"),
    PHOTOS: (N_("Photos"), "missionplanner.gui.results.photos", "PhotosView"),
    NOTES: (N_("Notes"), "missionplanner.gui.results.notes", "NotesView"),
    FIGURES: (N_("Figures"), "missionplanner.gui.results.figures", "FiguresView"),
}
"""Parts in their order: words, module and class of each; made when first looked at."""
OF_PARTS = tuple(spec.name for spec in report.SPECS if spec.local)
"""Actions of what one part shows; they need something chosen there."""
BUTTONS: dict[str, tuple[str, ...]] = {
    OUTCOMES: ("outcome_next",),
    STEPS: ("list_new", "step_done", "step_reminders"),
    AGREEMENTS: ("list_new",),
    CONTACTS: ("list_new", "read_card"),
    SURVEY: ("list_new", "import_answers"),
    PHOTOS: ("add_photos",),
    NOTES: ("list_new",),
    FIGURES: ("own_template",),
}
"""What is offered beside the parts while one of them is shown."""


class ReportPage(Page):
    """Show one part at a time; the report itself is a document."""

    NAME = "report"
    PRIMARY = "produce_report"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self.addActions([actions[name] for name in DEEDS])
        self.names = [name for name, (_words, module, _kind) in PARTS.items() if find_spec(module) is not None]
        words = {name: ctx.t(PARTS[name][0]) for name in self.names}
        self.choice = PartChoice("report_part", ctx.t("Part of the report"), words, ATTENDANCE, ctx.theme)
        self.choice.chosen.connect(self.show_part)
        self._parts = Parts(self._made, ATTENDANCE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(6)
        top.addWidget(self.choice, 1)
        self._buttons = {
            name: ActionButton(actions[name], ctx.theme, look="flat")
            for name in dict.fromkeys(one for some in BUTTONS.values() for one in some)
        }
        for one in self._buttons.values():
            top.addWidget(one)
        whole.addLayout(top)
        whole.addWidget(self._parts, 1)

    # -- what the window asks ---------------------------------------------------------------------

    def heading(self) -> Heading:
        found = self.ctx.mission.heading()
        words: Callable[[], str] = getattr(self.part, "heading_words", self.part.count_words)
        return Heading(found.title, words(), found.status, found.tone)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            **{name: partial(self._in_part, name) for name in OF_PARTS},
            "step_reminders": lambda: self._in(STEPS, "step_reminders"),
            "read_card": lambda: self._in(CONTACTS, "read_card"),
            "import_answers": lambda: self._in(SURVEY, "import_answers"),
            "add_photos": lambda: self._in(PHOTOS, "add_photos"),
            "outcome_next": lambda: self._in(OUTCOMES, "outcome_next"),
            **self.part.deeds(),
        }

    def there(self) -> set[str]:
        return self.part.there()

    def regions(self) -> list[QWidget]:
        return [self.choice, *self.part.regions()]

    def take_focus(self) -> None:
        self.part.take_focus()

    def arrive(self) -> None:
        self.show_part(self.shown)

    def place(self) -> object:
        return self.shown, self.part.place()

    def restore(self, place: object) -> None:
        if isinstance(place, tuple) and len(place) == 2 and place[0] in self.names:
            self.show_part(str(place[0]))
            self.part.restore(place[1])

    def follow_reversal(self, receipt: Receipt, step: int) -> None:
        self.part.follow_reversal(receipt, step)

    def set_narrow(self, narrow: bool) -> None:
        self._parts.set_narrow(narrow)

    # -- parts ------------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """Return the name of the part on screen."""
        return self._parts.name

    @property
    def part(self) -> Part:
        """Return the part on screen."""
        return self._parts.part

    def part_of(self, name: str) -> Part:
        """Return a part by its name, made when it is first wanted."""
        return self._parts.of(name)

    def _made(self, name: str) -> Part:
        _words, module, kind = PARTS[name]
        made: Any = getattr(importlib.import_module(module), kind)(self.ctx, self.actions_)
        made.changed.connect(self.changed)
        if hasattr(made, "item_wanted"):
            made.item_wanted.connect(self.item_wanted)
        return cast(Part, made)

    def show_part(self, name: str) -> None:
        """Show another part."""
        if name not in self.names:
            return
        self._parts.show_part(name)
        self.choice.show_part(name)
        for action, one in self._buttons.items():
            one.setVisible(action in BUTTONS.get(name, ()))
        self._fit()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - the name is Qt's
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the last buttons their icons only where the names of the parts would have no room beside them."""
        shown = [one for one in self._buttons.values() if not one.isHidden()]
        for one in shown:
            one.set_icon_only(False)
        room = self.width() - self.choice.wanted - 32
        for one in reversed(shown):
            if sum(each.sizeHint().width() + 6 for each in shown) > room:
                one.set_icon_only(True)

    def _in_part(self, name: str) -> None:
        """Do with what is chosen what the part on screen does."""
        deed = self.part.deeds().get(name)
        if deed is not None:
            deed()

    def _in(self, name: str, deed: str) -> None:
        """Do what belongs to another part, there."""
        if name in self.names:
            self.show_part(name)
            self.part.deeds()[deed]()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - the name is Qt's
        self.part.leave()
        super().hideEvent(event)
