"""Show the backups of the workspace: when, how large; make, check and restore one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.settings_flow import SettingsFlow
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, icon_button, label

if TYPE_CHECKING:
    from missionplanner.services.backup import Verdict

SHOWN = 5
"""Backups that are listed at first; the others on demand."""


class Backups(QWidget):
    """List backups, the newest first."""

    def __init__(self, ctx: Context, flow: SettingsFlow) -> None:
        super().__init__()
        self.setObjectName("backups")
        self._ctx, self._flow = ctx, flow
        self._all = False
        t = ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        about = t(
            "One is made every half an hour while you work, and when you close. Each is checked as it is made."
        )
        column.addWidget(label(about, "small", tone="quiet", wrap=True))
        row = QHBoxLayout()
        make = icon_button(t("Make a backup now"), "make_backup", "database-backup", ctx.theme)
        make.clicked.connect(self.make)
        row.addWidget(make)
        row.addStretch(1)
        column.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self._rows: list[QWidget] = []

    def refresh(self) -> None:
        """Look what is there now."""
        for one in self._rows:
            one.hide()
            one.deleteLater()
        self._rows = []
        found = self._found()
        shown = found if self._all else found[:SHOWN]
        for number, (path, made, size) in enumerate(shown):
            self._put(self._row(number, path, made, size))
        t = self._ctx.t
        if not found:
            self._put(label(t("There is no backup yet."), tone="quiet", name="no_backup"))
        left = len(found) - len(shown)
        if left > 0:
            more = button(t.plural("Show {count} older", "Show {count} older", left), "older_backups", look="link")
            more.clicked.connect(self._show_all)
            self._put(more)

    def make(self) -> None:
        """Make a backup away from the window."""
        workspace, t = self._ctx.workspace, self._ctx.t
        if workspace is None:
            return

        def work(_progress: Progress) -> object:
            from missionplanner.services import backup

            return backup.make(workspace)

        job = self._ctx.jobs.read(work, t("Making a backup"))
        job.done.connect(lambda _verdict: self._ctx.notices.say(t("Backup made and checked.")))
        job.done.connect(self.refresh)
        job.failed.connect(self._ctx.tell_failure)

    # -- inside -----------------------------------------------------------------------------------

    def _found(self) -> list[tuple[Path, dt.datetime, int]]:
        if self._ctx.workspace is None or self._ctx.path is None:
            return []
        from missionplanner.services import backup

        found = []
        for path in backup.latest(self._ctx.path):
            try:
                state = path.stat()
            except OSError:  # thinned out this moment
                continue
            found.append((path, dt.datetime.fromtimestamp(state.st_mtime), state.st_size))
        return found

    def _row(self, number: int, path: Path, made: dt.datetime, size: int) -> QWidget:
        t, locale = self._ctx.t, self._ctx.wording.locale
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        moment = QDateTime.fromSecsSinceEpoch(int(made.timestamp()))
        when = locale.toString(moment, "d MMMM yyyy, HH:mm")
        words = label(when, "time")
        words.setMinimumWidth(roomy(190))
        row.addWidget(words)
        bytes_ = locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        row.addWidget(label(bytes_, "small", tone="quiet"), 1)
        check = button(t("Check"), f"check_backup_{number}", look="flat")
        check.setAccessibleName(t("Check the backup of {when}", when=when))
        check.clicked.connect(lambda: self._check(path, when))
        restore = button(t("Restore…"), f"restore_backup_{number}")
        restore.setAccessibleName(t("Restore the backup of {when}", when=when))
        restore.clicked.connect(lambda: self._ask(path, when))
        row.addWidget(check)
        row.addWidget(restore)
        return box

    def _put(self, made: QWidget) -> None:
        self._rows.append(made)
        is_row = isinstance(made.layout(), QHBoxLayout)
        self._list.addWidget(made, 0, Qt.AlignmentFlag(0) if is_row else Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _check(self, path: Path, when: str) -> None:
        t = self._ctx.t

        def work(_progress: Progress) -> object:
            from missionplanner.services import backup

            return backup.verify(path)

        job = self._ctx.jobs.read(work, t("Checking the backup"), of=self)
        job.done.connect(lambda verdict: self._tell(verdict, when))
        job.failed.connect(self._ctx.tell_failure)

    def _tell(self, verdict: Verdict, when: str) -> None:
        t, notices = self._ctx.t, self._ctx.notices
        if verdict.ok:
            notices.say(t("The backup of {when} is sound.", when=when))
        else:
            why = t(verdict.problems[0])
            notices.say(t("The backup of {when} is not sound: {why}.", when=when, why=why), tone="danger")

    def _ask(self, path: Path, when: str) -> None:
        from missionplanner.gui.dialogs.question import Question

        t = self._ctx.t
        about = t(
            "The workspace becomes what it was on {when}. What is there now is not lost: it is kept beside it, in "
            "a file whose name ends in “before-restore” and the time.",
            when=when,
        )
        Question(
            self.window(),
            t("Restore this backup?"),
            about,
            t("Restore"),
            t("Leave it"),
            lambda: self._flow.workspaces.restore_over(path),
        ).open()
