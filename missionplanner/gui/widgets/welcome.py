"""Be the first thing a person sees: two ways to begin, a third for a file, language and theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.settings_flow import LANGUAGES, SettingsFlow
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, label, picture
from missionplanner.gui.widgets.segments import Segments
from missionplanner.gui.widgets.start_card import StartCard

_CARD = (264, 148)


class Welcome(QScrollArea):
    """Offer the sample, a mission of one's own, a file; in the language and theme of one's choice."""

    def __init__(self, ctx: Context, actions: Actions, flow: SettingsFlow) -> None:
        super().__init__()
        self._ctx, self._actions, self._flow = ctx, actions, flow
        self.setObjectName("welcome_area")
        self.setAccessibleName(ctx.t("Welcome"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(6)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(picture(ctx.theme, "globe", "accent", 48), 0, middle)
        column.addSpacing(6)
        column.addWidget(label(ctx.t("Welcome"), "display", name="welcome"), 0, middle)
        words = label(ctx.t("Plan a delegation mission from first idea to final report."), tone="quiet")
        column.addWidget(words, 0, middle)
        column.addSpacing(18)
        self.ways = self._ways()
        column.addWidget(self.ways)
        column.addStretch(3)
        column.addLayout(self._choices())
        self.setWidget(inside)

    def take_focus(self) -> None:
        """Give the focus to the first way to begin."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self) -> QWidget:
        t, theme = self._ctx.t, self._ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addStretch(1)
        cards = []
        for name, title, about in (
            (
                "sample",
                t("Open the sample mission"),
                t("Three days in the Basque Country with 24 delegates, to try everything on."),
            ),
            ("new_mission", t("Plan my mission"), t("A name, the days and where it goes. The rest can wait.")),
        ):
            one = StartCard(self._actions[name], about, theme, title=title)
            one.setFixedWidth(roomy(_CARD[0]))
            one.setMinimumHeight(roomy(_CARD[1]))
            row.addWidget(one)
            cards.append(one)
        self._first = cards[0]
        row.addStretch(1)
        column.addLayout(row)
        smaller = QHBoxLayout()
        smaller.setSpacing(10)
        smaller.addStretch(1)
        for name in ("import", "from_template"):
            smaller.addWidget(ActionButton(self._actions[name], theme, look="flat"))
        smaller.addStretch(1)
        column.addLayout(smaller)
        return made

    def _choices(self) -> QHBoxLayout:
        t, values = self._ctx.t, self._ctx.settings.values
        themes = {"system": t("As the system"), "light": t("Light"), "dark": t("Dark")}
        language = Segments("welcome_language", t("Language"), LANGUAGES, t.language)
        language.chosen.connect(self._flow.choose_language)
        theme = Segments("welcome_theme", t("Theme"), themes, values.theme)
        theme.chosen.connect(self._flow.choose_theme)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addStretch(1)
        row.addWidget(language)
        row.addWidget(theme)
        row.addStretch(1)
        return row
