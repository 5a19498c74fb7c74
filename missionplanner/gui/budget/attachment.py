"""Show whether an expense or an offer has its paper; attach, look at, copy and remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from missionplanner.base.errors import MissionPlannerError
from missionplanner.gui.context import Context
from missionplanner.gui.widgets.basics import icon_button, label

if TYPE_CHECKING:
    from missionplanner.domain.records import Expense, Quote

Owner = Literal["expense", "quote"]
PAPERS = "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png *.webp)"


class Attachment(QWidget):
    """Be the receipt of an expense, or the document of an offer, beside its row."""

    def __init__(self, ctx: Context, owner: Owner) -> None:
        super().__init__()
        self.setObjectName("attachment")
        self._ctx, self.owner = ctx, owner
        self.identity: UUID | None = None
        self.there = False
        t = ctx.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(t("Receipt") if owner == "expense" else t("Document"), "strong"))
        self._said = label("", "small", tone="quiet", name="attachment_said", wrap=True)
        column.addWidget(self._said)
        theme = ctx.theme
        self.attach_button = icon_button(t("Attach…"), "attachment_attach", "paperclip", theme)
        self.show_button = icon_button(t("Show"), "attachment_show", "eye", theme)
        self.copy_button = icon_button(t("Save a copy…"), "attachment_copy", "download", theme, look="flat")
        self.remove_button = icon_button(t("Remove"), "attachment_remove", "trash-2", theme, look="flat")
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, (made, do) in enumerate(
            (
                (self.attach_button, self.attach),
                (self.show_button, self.show_paper),
                (self.copy_button, self.save_copy),
                (self.remove_button, self.remove),
            )
        ):
            made.clicked.connect(lambda _checked=False, do=do: do())
            grid.addWidget(made, number // 2, number % 2)
        column.addLayout(grid)

    @property
    def kind(self) -> type[Expense] | type[Quote]:
        from missionplanner.domain.records import Expense, Quote

        return Expense if self.owner == "expense" else Quote

    def show_row(self, identity: UUID | None) -> None:
        """Show whether a row has its paper."""
        from missionplanner.services.costs import receipts

        self.identity = identity
        workspace, t = self._ctx.workspace, self._ctx.t
        if identity is None or workspace is None:
            return
        try:
            name = receipts.name_of(workspace, self.kind, identity)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        self.there = bool(name)
        ending = (name or "").rpartition(".")[2].upper()
        if not self.there:
            words = t("None yet: a PDF or a photo.")
        elif ending == "PDF":
            words = t("A PDF is attached.")
        else:
            words = t("A picture is attached.")
        self._said.setText(words)
        for one in (self.show_button, self.copy_button, self.remove_button):
            one.setVisible(self.there)

    def attach(self) -> None:
        """Ask for a file and keep it with the row, in place of what was there."""
        from missionplanner.services.costs import receipts

        identity = self.identity
        path = self._ctx.files.open_file(self.window(), self._ctx.t("Attach a receipt or document"), PAPERS)
        if path is not None and identity is not None:
            self._ctx.run_edit(lambda ws: receipts.attach(ws, self.kind, identity, path))
            self.show_row(identity)

    def show_paper(self) -> None:
        """Show the paper in a window of the program: no copy of it goes anywhere."""
        from missionplanner.gui.budget.paper_window import PaperWindow
        from missionplanner.services.costs import receipts

        if self.identity is None or self._ctx.workspace is None:
            return
        try:
            ending, data = receipts.read(self._ctx.workspace, self.kind, self.identity)
        except MissionPlannerError as error:
            self._ctx.tell(error)
            return
        PaperWindow(self.window(), self._ctx, ending, data, self.save_copy).open()

    def save_copy(self) -> None:
        """Ask where a copy of the paper goes."""
        from missionplanner.services.costs import receipts

        workspace, t = self._ctx.workspace, self._ctx.t
        if self.identity is None or workspace is None:
            return
        try:
            ending, _data = receipts.read(workspace, self.kind, self.identity)
            title = t("Receipt") if self.owner == "expense" else t("Document")
            name, kinds = f"{title}.{ending}", f"(*.{ending})"
            path = self._ctx.files.save_file(self.window(), t("Save a copy"), name, kinds)
            if path is not None:
                receipts.save_copy(workspace, self.kind, self.identity, path)
                self._ctx.notices.say(t("A copy is in {path}.", path=path.name))
        except MissionPlannerError as error:
            self._ctx.tell(error)

    def remove(self) -> None:
        """Let the row have no paper; a toast takes it back."""
        from missionplanner.services.costs import receipts

        identity = self.identity
        if identity is not None and self._ctx.run_edit(lambda ws: receipts.remove(ws, self.kind, identity)):
            self._ctx.told_with_undo(self._ctx.t("Removed."))
            self.show_row(identity)
