"""Make the cards of the overview: readiness, issues, deadlines, changes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Severity
from missionplanner.domain.checks.speech import said
from missionplanner.gui.context import Context
from missionplanner.gui.moments import short_moment
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import ActionButton, button, card, label, picture, pill
from missionplanner.gui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from missionplanner.domain.checks.findings import Finding
    from missionplanner.domain.missions.readiness import Count, Deadline
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.overview import Overview

SHOWN = 5
"""Lines of a card at first."""
_SIGNS = {
    Severity.CLASH: ("octagon-alert", "danger"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.TO_DO: ("square-check", "info"),
}
Want = Callable[[UUID], object]


def titled(name: str, title: str) -> tuple[QFrame, QVBoxLayout, QHBoxLayout]:
    """Return a card, its column and the row of its title."""
    frame = card(name)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(4)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label(title, "title"))
    column.addLayout(row)
    column.addSpacing(4)
    return frame, column, row


def readiness_card(ctx: Context, found: Overview, want: Want) -> QFrame:
    """Return how much of what the mission needs is there; a line that lacks something leads to the first of it."""
    t = ctx.t
    frame, column, row = titled("readiness_card", t("Readiness"))
    row.addStretch(1)
    if found.ready is not None:
        share = int(found.ready * 100)
        row.addWidget(pill(f"{share} %", "ok" if share == 100 else "info"))
    items = {one.id for one in (*found.plan.items, *found.plan.delegates)}
    for one in found.readiness:
        column.addWidget(_count_line(ctx, one, items, want))
    if not found.readiness:
        column.addWidget(nothing(ctx, t("Nothing to count yet: add items, hosts and delegates."), "info", "text3"))
    column.addStretch(1)
    return frame


def issues_card(ctx: Context, plan: MissionPlan, findings: tuple[Finding, ...] | None, want: Want) -> QFrame:
    """Return what the checks found, gravest first; None while they are under way."""
    t = ctx.t
    frame, column, row = titled("issues_card", t("Issues"))
    row.addStretch(1)
    some = [one for one in findings or () if one.accepted is None]
    counts = Counter(one.severity for one in some)
    for severity, tone, words in (
        (Severity.CLASH, "danger", t.plural("{count} clash", "{count} clashes", counts[Severity.CLASH])),
        (Severity.WARNING, "warn", t.plural("{count} warning", "{count} warnings", counts[Severity.WARNING])),
        (Severity.TO_DO, "info", t.plural("{count} to do", "{count} to do", counts[Severity.TO_DO])),
    ):
        if counts[severity]:
            row.addWidget(pill(words, tone))
    if findings is None:
        column.addWidget(label(t("Checking…"), tone="quiet"))
    elif not some:
        column.addWidget(nothing(ctx, t("No clashes and no warnings"), "circle-check", "ok"))
    lines = Lines(ctx, column, "issues")
    for number, one in enumerate(some):
        icon, colour = _SIGNS[one.severity]
        sentence = said(one, t, ctx.wording.plain_day, plan.mission.languages)
        made = RowButton(f"issue_{number}", sentence, ctx.theme, icon=icon, colour=colour)
        made.lead_to(partial(want, one.items[0]) if one.items else None)
        lines.add(made)
    lines.finish()
    column.addStretch(1)
    return frame


def deadlines_card(ctx: Context, found: Overview, want: Want, want_step: Want) -> QFrame:
    """Return what is due next; what is overdue stands first, in the colour and with the word of it.

    A line leads to its item, or by ``want_step`` to the next step it is about.
    """
    t = ctx.t
    frame, column, row = titled("deadlines_card", t("Next deadlines"))
    row.addStretch(1)
    late = found.overdue
    if late:
        row.addWidget(pill(t.plural("{count} overdue", "{count} overdue", len(late)), "danger"))
    items = {one.id for one in found.plan.items}
    lines = Lines(ctx, column, "deadlines")
    for number, one in enumerate(found.deadlines):
        made = _deadline_line(ctx, number, one, found.today)
        target = next((identity for identity in one.about if identity in items), None)
        lead = partial(want, target) if target is not None else None
        made.lead_to(partial(want_step, one.about[0]) if one.key == "followup" else lead)
        lines.add(made)
    lines.finish()
    if not found.deadlines:
        column.addWidget(nothing(ctx, t("Nothing is due."), "circle-check", "ok"))
    column.addStretch(1)
    return frame


def changes_card(ctx: Context, found: Overview, history: QAction) -> QFrame:
    """Return the last changes, with the way to all of them."""
    t = ctx.t
    frame, column, row = titled("changes_card", t("Recent changes"))
    row.addStretch(1)
    if history.isVisible():
        row.addWidget(ActionButton(history, ctx.theme, look="flat"))
    for one in found.recent[:SHOWN]:
        line = QHBoxLayout()
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(10)
        words = label(t.say(one.label), "body", tone="faint" if one.undone else "", wrap=True)
        line.addWidget(words, 1)
        if one.undone:
            line.addWidget(pill(t("Undone"), "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        when = label(short_moment(ctx.wording, one.time, found.today), "small", tone="quiet")
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
    if not found.recent:
        column.addWidget(label(t("Nothing was changed yet."), tone="quiet"))
    column.addStretch(1)
    return frame


class Lines:
    """Show the first lines of a card; the others on demand."""

    def __init__(self, ctx: Context, column: QVBoxLayout, name: str) -> None:
        self._ctx, self._column, self._name = ctx, column, name
        self._hidden: list[QWidget] = []
        self._count = 0

    def add(self, line: QWidget) -> None:
        self._count += 1
        if self._count > SHOWN:
            line.hide()
            self._hidden.append(line)
        self._column.addWidget(line)

    def finish(self) -> None:
        if not self._hidden:
            return
        hidden, count = self._hidden, len(self._hidden)
        words = self._ctx.t.plural("Show {count} more", "Show {count} more", count)
        more = button(words, f"more_{self._name}", look="link")

        def unfold() -> None:
            more.hide()
            for line in hidden:
                line.show()
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)

        more.clicked.connect(unfold)
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


def _count_line(ctx: Context, one: Count, items: set[UUID], want: Want) -> QWidget:
    t = ctx.t
    words = t.say(one.what)
    fact = t("{done} of {total}", done=one.done, total=one.total)
    whole = one.done == one.total
    made = RowButton(
        f"ready_{one.key}",
        words,
        ctx.theme,
        icon="circle-check" if whole else "circle-alert",
        colour="ok" if whole else "warn",
        fact=fact,
    )
    bar = QProgressBar()
    bar.setObjectName(f"ready_{one.key}_bar")
    bar.setAccessibleName(f"{words}, {fact}")
    bar.setProperty("tone", "ok" if whole else "")
    bar.setTextVisible(False)
    bar.setRange(0, one.total)
    bar.setValue(one.done)
    bar.setFixedWidth(120)
    bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.row.insertWidget(2, bar, 0, Qt.AlignmentFlag.AlignVCenter)
    target = next((identity for identity in one.missing if identity in items), None)
    if made.fact is not None:
        made.fact.setMinimumWidth(roomy(68))
    if target is not None:
        made.setToolTip(t("Show the first that is missing"))
    made.lead_to(partial(want, target) if target is not None else None)
    return made


def _deadline_line(ctx: Context, number: int, one: Deadline, today: dt.date) -> RowButton:
    t = ctx.t
    days = (one.day - today).days
    late = days < 0
    near = t("today") if days == 0 else t("tomorrow") if days == 1 else ctx.wording.days(one.day, one.day)
    fact = t("overdue since {day}", day=ctx.wording.days(one.day, one.day)) if late else near
    made = RowButton(
        f"deadline_{number}",
        t.say(one.what),
        ctx.theme,
        icon="circle-alert" if late else "calendar-clock",
        colour="danger" if late else "accent" if days <= 14 else "text3",
        fact=fact,
    )
    if late and made.fact is not None:
        made.fact.setProperty("tone", "danger")
    return made


def nothing(ctx: Context, text: str, icon: str, colour: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(10)
    row.addWidget(picture(ctx.theme, icon, colour, 18))
    row.addWidget(label(text, tone="quiet", wrap=True), 1)
    return made
