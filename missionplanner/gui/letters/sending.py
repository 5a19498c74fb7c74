"""Ask what is sent by e-mail and what it says; show how somebody's message will read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.foreseen import ForeseenDialog
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import Field, choice
from missionplanner.gui.letters.dialog import senders
from missionplanner.gui.letters.message_editor import MessageEditor

if TYPE_CHECKING:
    from missionplanner.base.messages import Message
    from missionplanner.domain.paper.recipes import Recipe
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Person
    from missionplanner.services.paper.sending import Mail, SendRequest

    Left = tuple[tuple[str, Message], ...]
    Seen = tuple[tuple[Person, ...], Left, tuple[Mail, tuple[str, ...]] | None]

SEEN_AFTER = 250
"""Milliseconds after which a change is shown in the preview."""
WIDTH, HEIGHT = 960, 700
REASONS = 3
"""How many of those left out the summary names."""


class SendDialog(ForeseenDialog):
    """Show what is asked for; ``send`` gets the request."""

    def __init__(
        self, parent: QWidget, ctx: Context, plan: MissionPlan, send: Callable[[SendRequest], object]
    ) -> None:
        from missionplanner.services.paper.sending import SendForm

        t = ctx.t
        super().__init__(parent, ctx, "send", t("Send by e-mail"), after=SEEN_AFTER)
        self._plan, self._send = plan, send
        self.seen: Seen | None = None
        self.pack = _packs(ctx)
        forms = {
            t("E-mails to open and send"): SendForm.EML,
            t("A list for mail merge, with the files"): SendForm.CSV,
        }
        self.form = choice(forms, SendForm.EML, ctx.theme)
        self.signer = senders(ctx, plan)
        self.issue = Check(t("Remember as given out"), ctx.theme)
        self.issue.setObjectName("send_issue")
        languages = (*plan.mission.languages, t.language)
        self.editor = MessageEditor(ctx, self, languages[0])
        self.person = Choice(ctx.theme)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self._build()
        for one in (self.pack, self.signer, self.person):
            one.currentIndexChanged.connect(lambda _index: self.later.start())
        self.editor.changed.connect(self.later.start)
        self.later.start()
        self.fit(WIDTH, HEIGHT)
        self.pack.setFocus()

    def request(self) -> SendRequest:
        """Return what is to be sent as it is asked for now."""
        from dataclasses import replace

        from missionplanner.services.paper.sending import SendRequest

        return SendRequest(
            day=dt.date.today(),
            recipe=replace(cast("Recipe", self.pack.chosen()), issue=self.issue.isChecked()),
            text=self.editor.name,
            changed=self.editor.edited(),
            form=self.form.chosen(),
            sender_id=self.signer.chosen(),
        )

    # -- inside -----------------------------------------------------------------------------------

    def look(self) -> None:
        """Work out beside the window who gets a message, and how that of the one in front reads."""
        plan, workspace, request = self._plan, self._ctx.workspace, self.request()
        wanted = self.person.chosen() if self.person.values else None
        if workspace is None:
            return

        def work(_progress: Progress) -> Seen:
            from missionplanner.services.paper import sending

            people, left = sending.to_be_sent(plan, request.recipe)
            front = next((one for one in people if one.id == wanted), people[0] if people else None)
            mail = sending.preview(workspace, plan, request, front.id) if front is not None else None
            return people, left, mail

        self.foresee(self.request, work, self._tell)

    def refuse(self, error: BaseException) -> None:
        """Say in the place of the message why there is none."""
        if isinstance(error, MissionPlannerError):
            self.shown.setPlainText(self._ctx.t.say(error))
            self._done.setEnabled(False)
        else:
            self._ctx.tell_failure(error)

    def _tell(self, seen: Seen) -> None:
        self.seen = seen
        t, (people, left, mail) = self._ctx.t, seen
        before = self.person.chosen() if self.person.values else None
        ids = tuple(one.id for one in people)
        if ids != self.person.values:
            self.person.blockSignals(True)
            self.person.clear()
            self.person.values = ids
            self.person.addItems([one.full_name for one in people])
            self.person.setCurrentIndex(ids.index(before) if before in ids else 0 if ids else -1)
            self.person.blockSignals(False)
        self.person.setEnabled(bool(ids))
        self.shown.setPlainText(self._as_read(*mail) if mail is not None else "")
        self._done.setEnabled(bool(people))
        parts = (
            t.plural("{count} e-mail", "{count} e-mails", len(people)) if people else t("Nobody"),
            t.plural("{count} left out", "{count} left out", len(left)) if left else "",
        )
        some = [t("{name}: {what}", name=name, what=t.say(why)) for name, why in left[:REASONS]]
        more = " …" if len(left) > REASONS else ""
        self.summary.setText("\n".join(filter(None, (self._ctx.wording.listed(parts), "  ·  ".join(some) + more))))

    def _as_read(self, mail: Mail, files: tuple[str, ...]) -> str:
        t = self._ctx.t
        head = (
            t("To: {name} <{address}>", name=mail.name, address=mail.address),
            t("Subject: {subject}", subject=mail.subject),
            t("Attached: {files}", files=", ".join(files)) if files else "",
        )
        return "\n".join(filter(None, head)) + f"\n\n{mail.body}"

    def finish(self) -> None:
        request = self.request()
        self.accept()
        self._send(request)

    def _build(self) -> None:
        t = self._ctx.t
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, words, control in (
            ("send_pack_choice", t("What is attached"), self.pack),
            ("send_form", t("Written as"), self.form),
            ("send_sender", t("Signed by"), self.signer),
        ):
            row.addWidget(Field(name, words, control), 1)
        self.column.addLayout(row)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.editor, 1)
        seen = QVBoxLayout()
        seen.setSpacing(8)
        seen.addWidget(Field("send_person", t("As it reads for"), self.person))
        seen.addWidget(Field("send_preview", t("The message"), self.shown, tall=True), 1)
        body.addLayout(seen, 1)
        self.column.addLayout(body, 1)
        self.column.addWidget(self.issue)
        self._done = self.add_foot(t("Choose a folder…"), "write")


def _packs(ctx: Context) -> Choice:
    """Return a list of what can be attached: one's own personal agenda first, then the packs there are."""
    from missionplanner.domain.paper.recipes import BUILT_IN
    from missionplanner.services.paper import recipes, sending

    t, workspace = ctx.t, ctx.workspace
    own = recipes.saved(workspace) if workspace is not None else ()
    some = [(t("Personal agenda and calendar"), sending.OWN_PAPER)]
    some += [(t(one.name), one.recipe) for one in BUILT_IN]
    some += [(one.name, one.recipe) for one in own if one.recipe is not None]
    made = Choice(ctx.theme)
    made.addItems([name for name, _recipe in some])
    made.values = tuple(recipe for _name, recipe in some)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
