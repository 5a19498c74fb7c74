"""Say how far every delegate is with every requirement, the earliest due first."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import Message
from missionplanner.domain import records as r
from missionplanner.domain.delegates.requirements import Due, title
from missionplanner.domain.delegates.standing import Board, Progress, Standing
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.vocabulary import ReadyState
from missionplanner.gui.context import Context
from missionplanner.gui.matrix.grid import EMPTY, Facts, Grid, Head, Look
from missionplanner.gui.matrix.lines import Line

SIGNS: dict[ReadyState, tuple[str, str]] = {
    ReadyState.OPEN: ("circle-dashed", ""),
    ReadyState.ASKED: ("send", "info"),
    ReadyState.RECEIVED: ("inbox", "info"),
    ReadyState.DONE: ("check", "ok"),
    ReadyState.NOT_NEEDED: ("minus", "quiet"),
}
"""Icon and tone of every state."""
_NEAR = 14
"""Days before its day from which a requirement is pressing."""


def states(t: Translator) -> dict[ReadyState, str]:
    """Return the word of every state, in the order one follows the other."""
    return {
        ReadyState.OPEN: t.context("readiness", "Open"),
        ReadyState.ASKED: t.context("readiness", "Asked"),
        ReadyState.RECEIVED: t.context("readiness", "Received"),
        ReadyState.DONE: t.context("readiness", "Done"),
        ReadyState.NOT_NEEDED: t.context("readiness", "Not needed"),
    }


class ReadinessModel(Grid):
    """Hold lines of delegates and requirements as columns."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.board: Board | None = None
        self.dues: tuple[Due, ...] = ()
        self._heads: dict[UUID, Head] = {}
        self._facts: dict[UUID, Facts] = {}

    def show_board(self, board: Board, lines: Sequence[Line], dues: Sequence[Due]) -> None:
        """Show how far everybody is."""
        self.board, self.dues = board, tuple(dues)
        self._heads, self._facts = {}, {}
        self.show_grid(lines, [one.requirement.id for one in self.dues])

    def standing(self, row: int, place: int) -> Standing | None:
        """Return how far a line's delegate is with a column's requirement, None where it is not theirs."""
        delegate = self.lines[row].delegate
        if delegate is None or self.board is None:
            return None
        return self.board.standing(self.dues[place], delegate)

    def name(self, place: int) -> str:
        """Return what a requirement is called in the window's language."""
        return name_of(self._ctx, self.board.plan, self.dues[place].requirement) if self.board is not None else ""

    # -- looks ------------------------------------------------------------------------------------

    def look(self, row: int, place: int) -> Look:
        line, t = self.lines[row], self._ctx.t
        if line.delegate is None:
            done, total = self._share(line, place)
            tone = "ok" if done == total else "danger" if self._late(place) else "quiet"
            return Look("", tone, f"{done}/{total}") if total else EMPTY
        one = self.standing(row, place)
        if one is None:
            return EMPTY
        if one.known:
            return Look("check-check", "ok", t("In order"))
        icon, tone = SIGNS[one.state]
        return Look(icon, "danger" if one.overdue else tone, states(t)[one.state], mark=one.overdue)

    def head(self, place: int) -> Head:
        due = self.dues[place]
        if due.requirement.id not in self._heads:
            self._heads[due.requirement.id] = self._head_of(place, due)
        return self._heads[due.requirement.id]

    def _head_of(self, place: int, due: Due) -> Head:
        assert self.board is not None
        progress = self.board.of_requirement(due)
        over, tone, icon = self._day(due, progress)
        under = self._ctx.t("{done} of {total}", done=progress.done, total=progress.total)
        name = self.name(place)
        return Head(name, over, under, icon, tone, "", ", ".join((name, over, under)))

    def _day(self, due: Due, progress: Progress) -> tuple[str, str, str]:
        t, day = self._ctx.t, due.day
        if day is None:
            return t("Without a day"), "text3", "calendar-off"
        words = self._ctx.wording.weekday(day)
        if progress.overdue:
            return t("{day}, overdue", day=words), "danger", "clock-alert"
        assert self.board is not None
        left = (day - self.board.today).days
        pressing = progress.done < progress.total and left <= _NEAR
        return words, "warn" if pressing else "text2", "calendar-clock"

    def facts(self, row: int) -> Facts:
        line, t = self.lines[row], self._ctx.t
        if line.delegate is None or self.board is None:
            return Facts()
        if line.delegate.id not in self._facts:
            one = self.board.of_delegate(line.delegate)
            late = t.plural("{count} overdue", "{count} overdue", one.overdue) if one.overdue else ""
            done = t("{done} of {total}", done=one.done, total=one.total) if one.total else ""
            self._facts[line.delegate.id] = Facts(done, late, "danger")
        return self._facts[line.delegate.id]

    def _share(self, line: Line, place: int) -> tuple[int, int]:
        assert self.board is not None
        some = [self.board.standing(self.dues[place], one) for one in line.members]
        there = [one for one in some if one is not None]
        return sum(one.settled for one in there), len(there)

    def _late(self, place: int) -> bool:
        return self.board is not None and self.board.is_late(self.dues[place])

    # -- words ------------------------------------------------------------------------------------

    def spoken(self, row: int, place: int) -> str:
        t, line, name = self._ctx.t, self.lines[row], self.name(place)
        if line.delegate is None:
            done, total = self._share(line, place) if self.board is not None else (0, 0)
            share = t("{done} of {total}", done=done, total=total)
            return f"{line.name}, {name}: {share}"
        one = self.standing(row, place)
        if one is None:
            nothing = t("not asked for")
            return f"{line.name}, {name}: {nothing}"
        words = [self.look(row, place).text]
        if one.known:
            words.append(t("known from the data of the delegate"))
        if one.date is not None:
            words.append(self._ctx.wording.weekday(one.date))
        if one.overdue:
            words.append(t("overdue"))
        return f"{line.name}, {name}: {', '.join(words)}{f'. {one.note}' if one.note else ''}"


def name_of(ctx: Context, plan: MissionPlan, one: r.Requirement) -> str:
    """Return what a requirement is called in the window's language, with the place that asks for it."""
    called, place = title(one), plan.place(one.place_id)
    if not isinstance(called, Message):
        return called.best(ctx.t.language, plan.mission.languages)
    return ": ".join(filter(None, (ctx.t.say(called), place.name if place is not None else "")))
