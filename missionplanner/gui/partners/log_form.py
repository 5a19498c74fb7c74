"""Ask for a line of a request log: day, channel, who, what was asked or answered, when to ask again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import CHANNELS
from missionplanner.domain.text import folded
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.day_line import DayLine, today_of
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.inspector.offers import Offers

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.partners.partner_log import LogLine


class LogDialog(FormDialog):
    """Write a new line, or an old one anew; with ``answered`` what is asked for is the answer."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        partner: r.Partner,
        before: r.PartnerRequest | None = None,
        *,
        answered: bool = False,
    ) -> None:
        t = ctx.t
        title = t("Log an answer") if answered else t("Change the line") if before else t("Log a request")
        super().__init__(parent, t, title, t("Save"))
        self.setObjectName("log_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._partner, self._before = ctx, partner, before
        today = today_of(ctx)
        self._day = DayLine(ctx, before.date if before is not None else today)
        channels: dict[str, object] = {t("Not said"): None, **{t(word): one for one, word in CHANNELS.items()}}
        self._channel = choice(channels, before.channel if before is not None else None, ctx.theme)
        self._people = Offers(ctx, self)
        self._who = Lookup(self._offered, ctx.theme, icon="user", create=t("Create “{name}”"))
        self._asked, self._answer = Prose(lines=2), Prose(lines=2)
        late = today if answered else before.answered_on if before is not None else None
        self._answered_on = DayLine(ctx, late, t("a day"))
        self._next = DayLine(
            ctx, before.next_day if before is not None and not answered else None, t("a day or +7")
        )
        self._fill(before)
        self.add_row(Field("date", t("Day"), self._day), Field("channel", t("Channel"), self._channel))
        self.add_row(Field("who", t("Who"), self._who))
        self.add_row(Field("text", t("What was asked"), self._asked, tall=True))
        self.add_row(Field("answer", t("What was answered"), self._answer, tall=True))
        self.add_row(
            Field("answered_on", t("Answered on"), self._answered_on),
            Field("next_day", t("Ask again on"), self._next),
        )
        self.finish_with(self._store)
        (self._answer if answered else self._asked).setFocus()

    def _fill(self, before: r.PartnerRequest | None) -> None:
        plan = self._ctx.mission.plan
        if before is not None:
            self._who.show_text(plan.label(before.person_id) if plan is not None else "", anew=True)
            self._asked.show_text(before.text or "", anew=True)
            self._answer.show_text(before.answer or "", anew=True)

    def _offered(self) -> Sequence[Option]:
        """Return the contacts of the partner first, then everybody."""
        plan = self._ctx.mission.plan
        own = plan.of("partner_contacts", "partner_id", self._partner.id) if plan is not None else ()
        first = {one.person_id for one in own}
        return sorted(self._people.people(), key=lambda one: one.value not in first)

    def line(self) -> LogLine:
        """Return what is typed. Raises Invalid with the field."""
        from missionplanner.services.partners.partner_log import LogLine

        return LogLine(
            self._day.day(),
            self._channel.chosen(),
            self._person(),
            self._asked.toPlainText(),
            self._answer.toPlainText(),
            self._answered_on.day(),
            self._next.day(),
        )

    def _person(self) -> UUID | str | None:
        """Return who is named: the one person of that name, else a name to make one."""
        typed = self._who.text().strip()
        plan, before = self._ctx.mission.plan, self._before
        if before is not None and before.person_id and plan is not None and typed == plan.label(before.person_id):
            return before.person_id
        known = [one.value for one in self._offered() if folded(one.text) == folded(typed)] or [
            one.value for one in self._offered() if one.called(folded(typed))
        ]
        return known[0] if typed and known and isinstance(known[0], UUID) else typed or None

    def _store(self) -> None:
        from missionplanner.services.partners import partner_log

        workspace, line, before = self._ctx.workspace, self.line(), self._before
        if workspace is None:
            return
        if before is None:
            partner_log.log(workspace, self._partner.id, line)
        else:
            partner_log.change(workspace, before.id, line)
