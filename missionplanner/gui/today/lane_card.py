"""Show what one group does now and next, large enough to be read from a step away."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.live_day import Lane, Moment
from missionplanner.domain.logistics.naming import kind_of
from missionplanner.gui.context import Context
from missionplanner.gui.today.words import DayWords
from missionplanner.gui.tokens import ICONS
from missionplanner.gui.widgets.basics import button, label, picture


class LaneCard(QFrame):
    """Be one group's card. ``late`` carries the id of an item or a leg, ``item_wanted`` that of an item."""

    late = Signal(object)
    item_wanted = Signal(object)

    def __init__(self, ctx: Context, words: DayWords, lane: Lane, moment: dt.datetime, number: int) -> None:
        super().__init__()
        self.setObjectName(f"lane_{number}")
        self.setProperty("look", "card")
        self._ctx, self._words, self._people = ctx, words, lane.people
        t, plan = ctx.t, words.plan
        group = plan.group(lane.group_id)
        name = group.name.best(t.language, plan.mission.languages) if group is not None and group.name else ""
        title = name or (t("Without a group") if plan.groups else t("Everybody"))
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 16)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(title, "title"), 1)
        count = t.plural("{count} person", "{count} people", len(lane.people))
        head.addWidget(label(count, "small", tone="quiet"))
        self._column.addLayout(head)
        self._column.addWidget(label(t("Now"), "label", tone="quiet"))
        for one in lane.now:
            self._now(one)
        if not lane.now:
            self._column.addWidget(label(t("Nothing is on."), "title", tone="faint"))
        self._column.addSpacing(4)
        self._column.addWidget(label(t("Up next"), "label", tone="quiet"))
        for one in lane.next:
            self._next(one, moment)
        if not lane.next:
            self._column.addWidget(label(t("Nothing more."), "body", tone="quiet"))
        if lane.loose:
            titles = ", ".join(words.title(one) for one in lane.loose)
            loose = t("Today, without a time: {titles}", titles=titles)
            self._column.addWidget(label(loose, "small", tone="quiet", wrap=True))
        self._column.addStretch(1)
        self._foot(lane, number, title)

    def _now(self, one: Moment) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        kind = one.item.kind if one.item is not None else kind_of(one.leg.mode if one.leg else None)
        sign = picture(self._ctx.theme, ICONS[kind], self._ctx.theme.tokens.tint(kind).bar, 26)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(self._words.title(one.item, one.leg), "display", wrap=True))
        where = self._words.where(one)
        told = "  ·  ".join(filter(None, (self._words.hours(one), where)))
        column.addWidget(label(told, "title", tone="quiet", wrap=True))
        if who := self._words.who(one, self._people):
            column.addWidget(label(who, "body", wrap=True))
        row.addWidget(inside, 1)
        self._column.addLayout(row)

    def _next(self, one: Moment, moment: dt.datetime) -> None:
        words = self._words
        parts = (words.until(one, moment), words.hours(one), words.where(one), words.who(one, self._people))
        self._column.addWidget(label(words.title(one.item, one.leg), "title", wrap=True))
        self._column.addWidget(label("  ·  ".join(filter(None, parts)), "body", tone="quiet", wrap=True))

    def _foot(self, lane: Lane, number: int, title: str) -> None:
        t = self._ctx.t
        moments = (*lane.now, *lane.next)
        ids = [some.id for one in moments if (some := one.item or one.leg) is not None]
        if not ids:
            return
        first = next((one.item for one in moments if one.item is not None), None)
        late = button(t("Running late…"), f"lane_late_{number}")
        late.setAccessibleName(t("{name}: running late", name=title))
        late.clicked.connect(lambda: self.late.emit(ids[0]))
        row = QHBoxLayout()
        row.addWidget(late)
        if first is not None:
            show = button(t("Show in the agenda"), f"lane_show_{number}", look="link")
            show.setAccessibleName(t("{name}: show in the agenda", name=title))
            show.clicked.connect(lambda: self.item_wanted.emit(first.id))
            row.addWidget(show)
        row.addStretch(1)
        self._column.addLayout(row)
