"""Ask before somebody is erased for good, and do it beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.base.progress import Progress
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.question import Danger
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label

if TYPE_CHECKING:
    from missionplanner.services.directory.erasure import Outlook

_WIDTH, _INDENT = 420, 18
SHOWN = 6
"""Copies that are listed by name."""


class EraseQuestion(Danger):
    """Say in plain words what goes and what stays; offer to delete the copies of the workspace too."""

    def __init__(self, parent: QWidget, ctx: Context, person_id: UUID, outlook: Outlook) -> None:
        t = ctx.t
        self._ctx, self._person, self._outlook = ctx, person_id, outlook
        super().__init__(
            parent,
            t("Erase {name}?", name=outlook.name),
            t("For somebody who asks for it. This cannot be undone."),
            t("Erase for good"),
            t("Cancel"),
            self._erase,
        )
        self.setObjectName("erase_person")
        self._inside = QVBoxLayout()
        self._inside.setSpacing(6)
        self._list(t("What goes"), self._goes())
        self._list(t("What stays"), self._stays())
        self._offer_copies()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(2, self._inside)

    def _goes(self) -> list[str]:
        t, seen = self._ctx.t, self._outlook
        lines = [t("The person in the directory, with e-mail, telephone, notes and everything said of them.")]
        if seen.missions:
            lines.append(
                t(
                    "Their name, documents, diet and contacts in: {missions}.",
                    missions=", ".join(seen.missions),
                )
            )
        if seen.notes:
            lines.append(
                t.plural(
                    "{count} note of what was said with them.",
                    "{count} notes of what was said with them.",
                    seen.notes,
                )
            )
        if seen.photo:
            lines.append(t("Their photo, unless it is somebody else’s too."))
        lines.append(
            t("Their whole name, e-mail and telephone wherever somebody typed them: “…” takes their place.")
        )
        if seen.steps:
            lines.append(
                t.plural(
                    "The way back: {count} edit made so far can no longer be undone.",
                    "The way back: {count} edits made so far can no longer be undone.",
                    seen.steps,
                )
            )
        return lines

    def _stays(self) -> list[str]:
        t = self._ctx.t
        lines = [t("Paper printed, files exported and e-mails sent so far: you have to see to them yourself.")]
        if self._outlook.missions:
            lines.append(t("Seats, rooms and items assigned to them, as those of a place not yet named."))
        lines.append(t("A first or family name alone in a text: search for it afterwards."))
        return lines

    def _list(self, heading: str, lines: list[str]) -> None:
        self._inside.addSpacing(6)
        self._add(label(heading, "strong", name="erase_heading"))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(label("•", "body", tone="quiet"), 0, Qt.AlignmentFlag.AlignTop)
            text = label(line, "body", tone="quiet", wrap=True)
            text.setFixedWidth(roomy(_WIDTH - _INDENT))
            row.addWidget(text, 1)
            self._inside.addLayout(row)

    def _add(self, widget: QWidget) -> None:
        widget.setFixedWidth(roomy(_WIDTH))
        self._inside.addWidget(widget)

    def _offer_copies(self) -> None:
        t, found = self._ctx.t, self._outlook.copies
        words = t.plural(
            "Delete {count} backup that holds them still",
            "Delete {count} backups that hold them still",
            len(found),
        )
        self.copies = Check(words, self._ctx.theme)
        self.copies.setObjectName("erase_copies")
        self.copies.setChecked(bool(found))
        self.copies.setVisible(bool(found))
        if not found:
            return
        self._inside.addSpacing(4)
        self._inside.addWidget(self.copies)
        names = [path.name for path in found[:SHOWN]]
        more = len(found) - len(names)
        if more:
            names.append(t.plural("and {count} more", "and {count} more", more))
        self._add(label("\n".join(names), "small", tone="faint", name="erase_names", wrap=True))
        show = button(t("Show the folder"), "erase_folder", look="flat")
        show.clicked.connect(lambda: self._ctx.files.show(found[0].parent))
        self._inside.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)

    def _erase(self) -> None:
        drop = self._outlook.copies if self.copies.isChecked() else ()
        erase(self._ctx, self._person, drop)


def ask_to_erase(ctx: Context, window: QWidget, person_id: UUID) -> None:
    """Ask whether a person is to be erased."""
    from missionplanner.services.directory import erasure

    if ctx.workspace is None:
        return
    try:
        outlook = erasure.look(ctx.workspace, person_id)
    except MissionPlannerError as error:
        ctx.tell(error)
        return
    EraseQuestion(window, ctx, person_id, outlook).open()


def erase(ctx: Context, person_id: UUID, drop: tuple[Path, ...]) -> None:
    """Erase a person beside the window, and say so when it is done."""
    workspace, t = ctx.workspace, ctx.t
    if workspace is None:
        return

    def work(_progress: Progress) -> object:
        from missionplanner.services.directory import erasure

        return erasure.erase(workspace, person_id, drop=drop)

    job = ctx.jobs.write(work, t("Erase a person"))
    job.done.connect(lambda _receipt: ctx.notices.say(t("The person was erased. No name of theirs is left here.")))
    job.failed.connect(ctx.tell_failure)
