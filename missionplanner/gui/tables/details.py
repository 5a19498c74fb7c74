"""Show one row of a list beside it: every field of it, what is counted, and what the workspace remembers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.own_keys import keeps
from missionplanner.gui.tables.edits import Edits
from missionplanner.gui.tables.fields import Fields, asked, lines_of
from missionplanner.gui.tables.model import RecordModel
from missionplanner.gui.tables.pictures import Pictures
from missionplanner.gui.tables.portrait import Portrait
from missionplanner.gui.tables.spec import Column, Kind, TableSpec
from missionplanner.gui.theme import roomy
from missionplanner.gui.tokens import Tokens
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.base.progress import Progress
    from missionplanner.services.rows import Line, Section

WIDTH = 320


def details_sheet(tokens: Tokens) -> str:
    """Return how details look, for the sheet of what they lie in: quicker than one of theirs."""
    return (
        f"#details {{ background: {tokens.surface}; border: none; border-left: 1px solid {tokens.border}; }}"
        f" #details[overlay='true'] {{ border: 1px solid {tokens.border_strong}; }}"
    )


class Details(QFrame):
    """Show and edit the chosen row. ``closed``: somebody wants it away; ``left``: the focus goes to the list."""

    closed = Signal()
    left = Signal()

    def __init__(self, ctx: Context, spec: TableSpec, model: RecordModel) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setAccessibleName(ctx.t("Details"))
        self.setFixedWidth(roomy(WIDTH))
        self.edits: Edits | None = None
        self._ctx, self._spec, self._model = ctx, spec, model
        self._id: UUID | None = None
        self._count = 0
        self.portrait = Portrait(ctx.theme)
        table = spec.pictured[0] if spec.pictured is not None else spec.table
        self.pictures = Pictures(ctx, self.portrait, table) if spec.picture else None
        self._title = label("", "title", name="details_title", wrap=True)
        self._facts = label("", "small", tone="quiet", name="details_facts", wrap=True)
        self._fields: Fields | None = None
        self._parts = list(spec.parts(ctx)) if spec.parts is not None else []
        self._beside = QWidget()
        self._hint = label("", "body", tone="quiet", name="details_hint", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build()
        self.show_rows([])

    @property
    def fields(self) -> Fields:
        """Return the fields, made when they are first looked at: in their place, so that they are dressed once."""
        if self._fields is None:
            made = self._fields = Fields(
                asked(self._spec.columns), self._model.values, self._ctx, "details", self._store, self._inside
            )
            made.grown = self.refill
            self._column_.insertWidget(1, made)
        return self._fields

    def store_typed(self) -> None:
        """Store what is typed and not yet left."""
        if self._fields is not None:
            self._fields.store_typed()

    # -- what is shown ----------------------------------------------------------------------------

    def show_rows(self, ids: list[UUID]) -> None:
        """Show the only one of these rows; of several, how many they are."""
        one = ids[0] if len(ids) == 1 else None
        if one != self._id:
            self.store_typed()
        anew, self._id, self._count = one != self._id, one, len(ids)
        self._inside.setVisible(one is not None)
        self._hint.setVisible(one is None)
        t = self._ctx.t
        several = t.plural("{count} row selected", "{count} rows selected", len(ids))
        together = t("Change a cell to change it in all of them.")
        self._hint.setText(f"{several}\n\n{together}" if ids else t("Choose a row to see it here."))
        if one is not None:
            self._fill(anew)

    def refill(self) -> None:
        """Show the row as it is now."""
        if self._id is not None and self._model.has(self._id):
            self._fill(anew=False)

    def focus_first(self) -> None:
        """Give the focus to the first field."""
        if self._id is not None:
            self.fields.all[0].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields.all[0].entry.selectAll()
        else:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_overlay(self, overlay: bool) -> None:
        """Look like something that lies above the list, or beside it."""
        self.setProperty("overlay", "true" if overlay else "false")
        self.style().polish(self)

    def name(self) -> str:
        """Return what the row is called."""
        parts = [self._said(key) for key in self._spec.named]
        return " ".join(part for part in parts if part)

    def show_picture(self, picture: QPixmap) -> None:
        """Show the photo or logo of the row."""
        self.portrait.show_picture(picture, self.name())

    # -- filling ----------------------------------------------------------------------------------

    def _fill(self, anew: bool) -> None:
        identity = self._id
        assert identity is not None
        for one in self.fields.all:
            one.show_value(self._model.value_of(identity, one.column.key), anew=anew)
        self._title.setText(self.name())
        if self.pictures is not None:
            held = partial(self._model.held, identity)
            whose = self._spec.pictured[1](held) if self._spec.pictured is not None else identity
            self.pictures.show(whose, held(self._spec.picture), self.name())
        elif anew:
            self.portrait.show_picture(QPixmap(), self.name())
        self._facts.setText("\n".join(self._counted()))
        self._facts.setVisible(bool(self._facts.text()))
        for part in self._parts:
            part.show_row(identity)
        self._ask_about(identity)

    def _counted(self) -> list[str]:
        """Return what is told under the name: words by themselves, figures and days with what they are."""
        words: list[str] = []
        figures: list[str] = []
        for key in self._spec.facts:
            column, said = self._column(key), self._said(key)
            if column is not None and said:
                plain = column.kind in (Kind.TEXT, Kind.LINK, Kind.CHOICE) and column.editable
                (words if plain else figures).append(said if plain else f"{self._ctx.t(column.title)}: {said}")
        return [", ".join(words), *figures] if words else figures

    def _said(self, key: str) -> str:
        column = self._column(key)
        value = self._model.value_of(self._id, key) if self._id is not None else None
        return self._model.values.say(column, value) if column is not None else ""

    def _column(self, key: str) -> Column | None:
        return next((one for one in self._model.columns if one.key == key), None)

    def _store(self, column: Column, text: str, new: bool) -> str:
        if self.edits is None or self._id is None:
            return ""
        return self.edits.store([self._id], column, text, new=new)

    def _ask_about(self, identity: UUID) -> None:
        """Read what is told beside the row, beside the window."""
        workspace = self._ctx.workspace
        about = self.edits.source.about if self.edits is not None else None
        if workspace is None or about is None:
            return
        language = self._ctx.t.language

        def work(_progress: Progress) -> object:
            return about(workspace, identity, language)

        job = self._ctx.jobs.read(work, of=self)
        job.done.connect(partial(self._tell_about, identity))
        job.failed.connect(self._ctx.tell_failure)

    def _tell_about(self, identity: UUID, sections: tuple[Section, ...]) -> None:
        if identity != self._id:
            return
        old = self._beside
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for one in sections:
            column.addWidget(label(self._ctx.t(one.heading), "strong"))
            if one.lines:
                column.addWidget(lines_of([self._line(line) for line in one.lines]))
            else:
                column.addWidget(label(self._ctx.t(one.nothing), "small", tone="quiet", wrap=True))
        self._column_.replaceWidget(old, self._beside)
        old.hide()
        old.deleteLater()

    def _line(self, line: Line) -> tuple[str, str]:
        day = self._ctx.wording.days(line.day, line.day) if line.day is not None else ""
        return line.text, "  ·  ".join(part for part in (day, line.detail) if part)

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._inside = QWidget()
        self._column_ = QVBoxLayout(self._inside)
        self._column_.setContentsMargins(16, 4, 14, 16)
        self._column_.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        head.addLayout(words, 1)
        self._column_.addLayout(head)
        for part in self._parts:
            self._column_.addWidget(cast(QWidget, part))
        self._column_.addWidget(self._beside)
        self._column_.addStretch(1)
        ground = QWidget()
        both = QVBoxLayout(ground)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._inside)
        both.addWidget(self._hint)
        both.addStretch(1)
        area = Scrolled("details_scroll", self._ctx.t("Details"), ground, late=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 8, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top())
        whole.addWidget(area, 1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 10, 0)
        row.addWidget(label(self._ctx.t("Details"), "label", tone="quiet"), 1)
        self._close: QPushButton = button("", "details_close", look="round")
        words = self._ctx.t("Close the details")
        self._close.setIcon(self._ctx.theme.icon("x", "text2", 16))
        self._close.setAccessibleName(words)
        self._close.setToolTip(words)
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close)
        return row

    def event(self, event: QEvent) -> bool:
        if keeps(event):  # typed into a field: no key of the page
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - the name is Qt's
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
