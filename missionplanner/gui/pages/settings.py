"""Offer every setting in cards: how it looks, how it is planned, where it is kept. Applied at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.settings import PAPERS, SNAPS, TEXT_SIZES
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.page import Page
from missionplanner.gui.settings_flow import LANGUAGES, SettingsFlow
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.backups import Backups
from missionplanner.gui.widgets.basics import ActionButton, Elided, card, icon_button, label
from missionplanner.gui.widgets.header import Heading
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.segments import Segments
from missionplanner.gui.wording import THEME_NAMES

_WIDEST = 760
_PAPER_NAMES = {"a4": "A4", "letter": "Letter"}
_SAMPLES = ("sample", "cluster_sample", "portfolio_sample", "initiatives_sample", "reset_sample")


@dataclass(frozen=True, slots=True)
class Spot:
    """Be where one is on the page: how far down, and which control has the focus."""

    scrolled: int
    control: str


class SettingsPage(Page):
    """Show the settings of this computer, the workspace and its backups."""

    NAME = "settings"

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions)
        self._flow = SettingsFlow(ctx, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(20, 16, 20, 24)
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        middle = QWidget()
        middle.setMaximumWidth(roomy(_WIDEST))
        middle.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(middle, 1)
        row.addStretch(0)
        self._area = Scrolled("settings_area", ctx.t("Settings"), inside)
        whole.addWidget(self._area)
        self._look()
        self._planning()
        self._workspace()
        self._column.addStretch(1)
        ctx.opened.connect(self._follow)
        ctx.closed.connect(self._follow)

    def heading(self) -> Heading:
        """Return what the header shows."""
        t = self.ctx.t
        return Heading(t("Settings"), t("What you choose applies at once, on this computer."))

    def arrive(self) -> None:
        self._follow()

    def take_focus(self) -> None:
        self._language.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> object:
        focused = QApplication.focusWidget()
        mine = focused is not None and self.isAncestorOf(focused)
        name = focused.objectName() if focused is not None and mine else ""
        return Spot(self._area.place(), name)

    def restore(self, place: object) -> None:
        if isinstance(place, Spot):
            control = self.findChild(QWidget, place.control) if place.control else None
            if control is not None:
                control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.return_to(place.scrolled)

    # -- cards ------------------------------------------------------------------------------------

    def _look(self) -> None:
        t, values, flow = self.ctx.t, self.ctx.settings.values, self._flow
        column = self._card("look_card", t("Look"))
        self._language = self._choice(
            column, "language", t("Language"), LANGUAGES, t.language, flow.choose_language
        )
        themes = {name: t(words) for name, words in THEME_NAMES.items()}
        self._choice(column, "theme", t("Theme"), themes, values.theme, flow.choose_theme)
        self._check(
            column,
            "high_contrast",
            t("High contrast"),
            t("Lines instead of tints. Where the system asks for it, it is on by itself."),
            values.high_contrast,
            flow.choose_contrast,
        )
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        self._choice(column, "text_size", t("Size of letters"), sizes, values.text_size, flow.choose_text_size)

    def _planning(self) -> None:
        t, values, flow = self.ctx.t, self.ctx.settings.values, self._flow
        column = self._card("planning_card", t("Agenda and paper"))
        snaps = {minutes: t("{count} minutes", count=minutes) for minutes in SNAPS}
        self._choice(
            column,
            "snap",
            t("Steps of the agenda"),
            snaps,
            values.snap,
            lambda minutes: flow.choose(snap=minutes),
            t("What you drag keeps to these. With Alt it moves by the minute."),
        )
        self._choice(
            column,
            "paper",
            t("Paper"),
            {one: _PAPER_NAMES[one] for one in PAPERS},
            values.paper,
            lambda paper: flow.choose(paper=paper),
        )
        self._check(
            column,
            "letters",
            t("Single letters are keys, such as N for new"),
            t("Switch this off where dictation or a switch device types letters by accident."),
            values.letters,
            flow.choose_letters,
        )
        checks = ActionButton(self.actions_["all_checks"], self.ctx.theme)
        column.addWidget(checks, 0, Qt.AlignmentFlag.AlignLeft)

    def _workspace(self) -> None:
        t, theme = self.ctx.t, self.ctx.theme
        column = self._card("workspace_card", t("Workspace"))
        about = t("All your missions are in one file. Nothing leaves this computer.")
        column.addWidget(label(about, "small", tone="quiet", wrap=True))
        self._path = Elided("", "body", colour="text", theme=theme)
        self._path.setObjectName("workspace_path")
        column.addWidget(self._path)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._folder = icon_button(t("Open the folder"), "workspace_folder", "folder-open", theme)
        self._folder.clicked.connect(self._show_folder)
        row.addWidget(self._folder)
        row.addWidget(ActionButton(self.actions_["open"], theme))
        row.addStretch(1)
        column.addLayout(row)
        self._samples = [ActionButton(self.actions_[name], theme) for name in _SAMPLES]
        self._home = ActionButton(self.actions_["home"], theme)
        samples = Wrapped(8, "samples")
        samples.add(*self._samples, self._home)
        column.addWidget(samples)
        backups = self._card("backups_card", t("Backups"))
        self._backups = Backups(self.ctx, self._flow)
        backups.addWidget(self._backups)

    # -- inside -----------------------------------------------------------------------------------

    def _card(self, name: str, title: str) -> QVBoxLayout:
        frame = card(name)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        self._column.addWidget(frame)
        return column

    def _check(
        self, column: QVBoxLayout, name: str, title: str, about: str, on: bool, choose: Callable[[bool], None]
    ) -> None:
        made = Check(title, self.ctx.theme)
        made.setObjectName(name)
        made.setChecked(on)
        made.toggled.connect(choose)
        column.addWidget(made)
        column.addWidget(label(about, "small", tone="quiet", wrap=True))

    def _choice(  # noqa: PLR0913 - what a row of the page shows
        self,
        column: QVBoxLayout,
        name: str,
        title: str,
        choices: Mapping[object, str] | Mapping[str, str] | Mapping[int, str],
        now: object,
        choose: Callable[..., None],
        about: str = "",
    ) -> Segments:
        made = Segments(name, title, choices, now)
        made.chosen.connect(choose)
        words = label(title, "body", wrap=True)
        words.setFixedWidth(roomy(190))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(words)
        row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        if about:
            below = label(about, "small", tone="quiet", wrap=True)
            below.setContentsMargins(roomy(190) + 12, 0, 0, 0)
            column.addWidget(below)
        return made

    def _follow(self) -> None:
        path = self.ctx.path
        there = self.ctx.workspace is not None
        self._path.set_text(str(path) if path is not None else self.ctx.t("No workspace is open."))
        self._folder.setEnabled(path is not None)
        for one, name in zip((*self._samples, self._home), (*_SAMPLES, "home"), strict=True):
            one.setVisible(self.actions_[name].isVisible())
        self._backups.setEnabled(there)
        self._backups.refresh()

    def _show_folder(self) -> None:
        if self.ctx.path is not None:
            self.ctx.files.show(self.ctx.path.parent)
