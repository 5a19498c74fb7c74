"""Show what is remembered of an organisation or a person over all missions, newest first, and note more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.partners.naming import CHANNELS
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.day_line import DayLine, today_of
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.tables.section import Titled, beside, small_button
from missionplanner.gui.widgets.basics import button, label

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.services.directory.memory import NoteDraft, Remembered

MOST = 12
"""Lines that are shown until somebody asks for all."""
KINDS: dict[str, type[r.Record]] = {"organisation": r.Organisation, "person": r.Person}


def itself(identity: UUID) -> UUID | None:
    """Return the id of a row that is what is remembered."""
    return identity


class Memory(Titled):
    """List what is remembered. ``owner`` finds whose memory belongs to a row.

    ``beside_log``: the log of the mission on screen stands elsewhere and is not told again.
    """

    def __init__(
        self,
        ctx: Context,
        kind: str,
        owner: Callable[[UUID], UUID | None] = itself,
        *,
        beside_log: bool = False,
    ) -> None:
        super().__init__("memory", ctx.t("What is remembered"))
        self._ctx, self._kind, self._owner, self._beside_log = ctx, kind, owner, beside_log
        self._row: UUID | None = None
        self._id: UUID | None = None
        self._all = False
        self._found: tuple[Remembered, ...] | None = None
        add = button(ctx.t("Note something"), "note_here", look="link")
        add.clicked.connect(lambda: self.add())
        self.offer(add)
        ctx.hub.changed.connect(self._hear)
        ctx.mission.changed.connect(self._follow)  # whose row it is may be known only now

    def show_row(self, identity: UUID | None) -> None:
        """Show the memory of a row."""
        self._row = identity
        wanted = self._owner(identity) if identity is not None else None
        if wanted != self._id:
            self._id, self._all, self._found = wanted, False, None
            self.fill([])
        self._read()

    def add(self) -> None:
        """Ask for a note."""
        from missionplanner.services.directory import memory

        identity, kind = self._id, KINDS[self._kind]
        if identity is not None:
            plan = self._ctx.mission.plan
            mission = plan.mission.id if plan is not None else None
            draft = memory.NoteDraft("", today_of(self._ctx), mission_id=mission)
            NoteDialog(
                self.window(), self._ctx, draft, lambda ws, note: memory.add_note(ws, kind, identity, note)
            ).open()

    def _follow(self) -> None:
        if self._row is not None and self._owner(self._row) != self._id:
            self.show_row(self._row)

    def _hear(self, _receipt: object) -> None:
        if self._id is not None and self.isVisible():
            self._read()

    def _read(self) -> None:
        """Read beside the window what is remembered."""
        workspace, identity, kind = self._ctx.workspace, self._id, KINDS[self._kind]
        if workspace is None or identity is None:
            return
        language = self._ctx.t.language

        def work(_progress: Progress) -> object:
            from missionplanner.services.directory import memory

            return memory.remembered(workspace, kind, identity, language)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._tell, identity))
        job.failed.connect(self._ctx.tell_failure)

    def _tell(self, identity: UUID, found: tuple[Remembered, ...]) -> None:
        if self._beside_log:
            found = tuple(one for one in found if not (one.logged and one.code == self._ctx.mission.code))
        if identity == self._id and found != self._found:
            self._found = found
            self._show()

    def _show(self) -> None:
        t, found = self._ctx.t, self._found or ()
        shown = found if self._all else found[:MOST]
        lines = [self._line(number, one) for number, one in enumerate(shown)]
        if len(found) > len(shown):
            more = button(t("Show all {count}", count=len(found)), "memory_all", look="link")
            more.clicked.connect(self._show_all)
            lines.append(more)
        self.fill(lines or [label(t("Nothing yet."), "small", tone="quiet", wrap=True)])

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _line(self, number: int, one: Remembered) -> QWidget:
        t, wording, theme = self._ctx.t, self._ctx.wording, self._ctx.theme
        day = wording.days(one.day, one.day) if one.day is not None else ""
        promise = t("Promise") if one.promise else ""
        words: list[QWidget] = [
            label(wording.listed((day, one.what, promise, one.mission)), "small", tone="quiet", wrap=True)
        ]
        if one.text:
            words.append(label(one.text, "body", wrap=True))
        if one.next_day is not None:
            again = t("Next: {day}", day=wording.days(one.next_day, one.next_day))
            words.append(label(again, "small", tone="quiet"))
        buttons: list[QPushButton] = []
        if one.note_id is not None:
            change, away = t("Change the note of {day}", day=day), t("Delete the note of {day}", day=day)
            buttons = [
                small_button("pencil", f"change_note_{number}", change, theme, partial(self._change, one.note_id)),
                small_button("x", f"delete_note_{number}", away, theme, partial(self._delete, one.note_id)),
            ]
        return beside(words, buttons)

    def _change(self, note_id: UUID) -> None:
        from missionplanner.services.directory import memory

        if self._ctx.workspace is None:
            return
        try:
            draft = memory.note(self._ctx.workspace, note_id)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        NoteDialog(
            self.window(), self._ctx, draft, lambda ws, note: memory.change_note(ws, note_id, note), new=False
        ).open()

    def _delete(self, note_id: UUID) -> None:
        from missionplanner.services.directory import memory

        if self._ctx.run_edit(lambda ws: memory.delete_note(ws, note_id)) is not None:
            self._ctx.told_with_undo(self._ctx.t("Note deleted."))


class NoteDialog(FormDialog):
    """Ask for a note: day, channel, text, whether somebody's word was given, what comes next."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        draft: NoteDraft,
        store: Callable[..., object],
        *,
        new: bool = True,
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Note something") if new else t("Change the note"), t("Save"))
        self.setObjectName("note_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._draft, self._do = ctx, draft, store
        self._day = DayLine(ctx, draft.date)
        channels: dict[str, object] = {t("Not said"): None, **{t(word): one for one, word in CHANNELS.items()}}
        self._channel = choice(channels, draft.channel, ctx.theme)
        self._text = Prose(lines=3)
        self._text.show_text(draft.text, anew=True)
        self._next = DayLine(ctx, draft.next_day, t("a day or +7"))
        self._promise = Check(t("Somebody gave their word"), ctx.theme)
        self._promise.setObjectName("note_promise")
        self._promise.setChecked(draft.promise)
        self.add_row(Field("text", t("What is to be remembered"), self._text, tall=True))
        self.body.addWidget(self._promise)
        self.add_row(Field("date", t("Day"), self._day), Field("channel", t("Channel"), self._channel))
        self.add_row(Field("next_day", t("Next step on"), self._next))
        self.finish_with(self._store)
        self._text.setFocus()

    def note(self) -> NoteDraft:
        """Return what is typed. Raises Invalid with the field."""
        from missionplanner.services.directory.memory import NoteDraft

        return NoteDraft(
            self._text.toPlainText(),
            self._day.day(),
            self._channel.chosen(),
            self._next.day(),
            self._promise.isChecked(),
            self._draft.mission_id,
        )

    def _store(self) -> None:
        if self._ctx.workspace is not None:
            self._do(self._ctx.workspace, self.note())
