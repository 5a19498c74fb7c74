"""Show the request log of a partner, the newest line first, and write into it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import CHANNELS
from missionplanner.domain.partners.partnering import newest_first
from missionplanner.gui.forms.day_line import today_of
from missionplanner.gui.partners.log_form import LogDialog
from missionplanner.gui.tables.section import Titled, beside, small_button
from missionplanner.gui.widgets.basics import button, label

if TYPE_CHECKING:
    from missionplanner.gui.context import Context


class Log(Titled):
    """List what was asked and answered; each change is an undo step."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("request_log", ctx.t("Requests and answers"))
        self._ctx = ctx
        self._id: UUID | None = None
        self._shown: tuple[r.PartnerRequest, ...] | None = None
        add = button(ctx.t("Log a request"), "log_request_here", look="link")
        add.clicked.connect(lambda: self.add())
        self.offer(add)
        ctx.mission.changed.connect(self._follow)

    def show_row(self, identity: UUID | None) -> None:
        """Show the log of a partner."""
        if identity != self._id:
            self._id, self._shown = identity, None
        self._follow()

    def add(self) -> None:
        """Ask for a new line."""
        partner = self._partner()
        if partner is not None:
            LogDialog(self.window(), self._ctx, partner).open()

    def answer(self) -> None:
        """Ask for the answer to the newest request; of a partner nobody asked yet, for a line of its own."""
        partner = self._partner()
        if partner is not None:
            lines = self._lines_of(partner)
            open_ones = [one for one in lines if one.date is not None and not one.answer]
            LogDialog(self.window(), self._ctx, partner, open_ones[0] if open_ones else None, answered=True).open()

    def _partner(self) -> r.Partner | None:
        plan = self._ctx.mission.plan
        return next((one for one in plan.partners if one.id == self._id), None) if plan is not None else None

    def _lines_of(self, partner: r.Partner) -> tuple[r.PartnerRequest, ...]:
        plan = self._ctx.mission.plan
        return newest_first(plan.of("partner_requests", "partner_id", partner.id)) if plan is not None else ()

    def _follow(self) -> None:
        partner = self._partner()
        lines = self._lines_of(partner) if partner is not None else ()
        if lines == self._shown:
            return
        self._shown = lines
        nothing = label(self._ctx.t("Nobody asked yet."), "small", tone="quiet", wrap=True)
        self.fill([self._line(number, one) for number, one in enumerate(lines)] or [nothing])

    def _line(self, number: int, one: r.PartnerRequest) -> QWidget:
        t, wording, theme = self._ctx.t, self._ctx.wording, self._ctx.theme
        plan = self._ctx.mission.plan
        who = plan.label(one.person_id) if plan is not None else ""
        day = wording.days(one.date, one.date) if one.date is not None else t("Not asked yet")
        how = t(CHANNELS[one.channel]) if one.channel is not None else ""
        words: list[QWidget] = [label(wording.listed((day, how, who)), "small", tone="quiet", wrap=True)]
        if one.text:
            words.append(label(one.text, "body", wrap=True))
        if one.answer or one.answered_on:
            words.append(label(self._answer_of(one), "body", wrap=True))
        if one.next_day is not None:
            late = number == 0 and one.next_day <= today_of(self._ctx)
            again = t("Ask again on {day}", day=wording.days(one.next_day, one.next_day))
            words.append(label(again, "small", tone="warn" if late else "quiet", wrap=True))
        change = small_button(
            "pencil", f"change_request_{number}", t("Change the line of {day}", day=day), theme,
            lambda: self._change(one),
        )  # fmt: skip
        away = small_button(
            "x",
            f"delete_request_{number}",
            t("Delete the line of {day}", day=day),
            theme,
            lambda: self._delete(one),
        )
        return beside(words, [change, away])

    def _answer_of(self, one: r.PartnerRequest) -> str:
        t, wording = self._ctx.t, self._ctx.wording
        if one.answered_on is None:
            return t("Answer: {text}", text=one.answer)
        day = wording.plain_day(one.answered_on)
        return (
            t("Answer of {day}: {text}", day=day, text=one.answer) if one.answer else t("Answer of {day}", day=day)
        )

    def _change(self, one: r.PartnerRequest) -> None:
        partner = self._partner()
        if partner is not None:
            LogDialog(self.window(), self._ctx, partner, one).open()

    def _delete(self, one: r.PartnerRequest) -> None:
        from missionplanner.services.partners import partner_log

        if self._ctx.run_edit(lambda ws: partner_log.remove(ws, one.id)) is not None:
            self._ctx.told_with_undo(self._ctx.t("Line of the log deleted."))
