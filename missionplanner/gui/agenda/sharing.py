"""Take items to the clipboard and back: for this program, for Word and e-mail, and as a message for a chat."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from missionplanner.gui.context import Context

if TYPE_CHECKING:
    from missionplanner.gui.pages.agenda import AgendaPage


class Sharing(QObject):
    """Cut, copy and paste on behalf of the agenda page."""

    def __init__(self, ctx: Context, page: AgendaPage) -> None:
        super().__init__(page)
        self._ctx, self._page = ctx, page
        QGuiApplication.clipboard().dataChanged.connect(page.changed)

    def can_paste(self) -> bool:
        """Tell whether the clipboard holds items."""
        from missionplanner.services.clipboard import MIME_TYPE

        held = _held()
        return held is not None and held.hasFormat(MIME_TYPE)

    def copy(self) -> bool:
        """Put the chosen items on the clipboard, as they are and as a table other programs take."""
        from missionplanner.services import clipboard

        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        if plan is None or not chosen:
            return False
        made = clipboard.copied(plan, chosen, self._ctx.t, self._ctx.wording.full_day)
        data = QMimeData()
        data.setData(clipboard.MIME_TYPE, made.data.encode())
        data.setText(made.plain)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        t = self._ctx.t
        self._ctx.notices.say(t.plural("{count} item copied.", "{count} items copied.", len(chosen)), tone="info")
        return True

    def cut(self) -> None:
        """Put the chosen items on the clipboard and take them out of the programme."""
        if self.copy():
            self._page.edits.delete()

    def paste(self, *, after_last: bool = False) -> None:
        """Add what the clipboard holds to the day of the cursor, at its clock times or after the day's last."""
        from missionplanner.services import clipboard

        held = _held()
        plan, code = self._ctx.mission.plan, self._ctx.mission.code
        if plan is None or held is None or not held.hasFormat(clipboard.MIME_TYPE):
            return
        text = bytes(held.data(clipboard.MIME_TYPE).data()).decode(errors="replace")
        day = self._page.day() or (plan.days[0] if plan.days else None)
        if after_last and day is not None:
            edit = partial(clipboard.paste_after_last, code=code, text=text, day=day)
        else:
            edit = partial(clipboard.paste, code=code, text=text, target=clipboard.Target(day))
        receipt = self._page.edits.run(lambda ws: edit(ws))
        if receipt is not None and receipt.changeset is not None:
            self._ctx.told_with_undo(self._ctx.t.say(receipt.label))

    def copy_message(self) -> None:
        """Put the current item on the clipboard as a message to send."""
        from missionplanner.services import clipboard

        plan, chosen = self._ctx.mission.plan, self._page.chosen()
        if plan is None or not chosen:
            return
        text = clipboard.message(plan, chosen[0], self._ctx.t, self._ctx.wording.full_day)
        QGuiApplication.clipboard().setText(text)
        self._ctx.notices.say(self._ctx.t("Message copied. Paste it into a chat."), tone="info")


def _held() -> QMimeData | None:
    # None where the system's clipboard does not answer, whatever the stubs say.
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
