"""Say which column of a table is which field: a list to choose from above the first cells of each column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.import_preview.review import Review
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import Elided, label

_WIDTH, _SAMPLES = 168, 3


class MappingRow(QScrollArea):
    """Show the columns of a table side by side. ``refused`` carries why a choice cannot be."""

    refused = Signal(str)

    def __init__(self, ctx: Context, review: Review) -> None:
        super().__init__()
        self._ctx, self._review = ctx, review
        self.setObjectName("import_columns")
        self.setAccessibleName(ctx.t("Columns of the table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        review.read_anew.connect(self.follow)

    def follow(self) -> None:
        """Show the columns of the reading there is now."""
        from missionplanner.services.imports.typing_in import choices

        reading = self._review.reading
        focused = next((one.objectName() for one in self.findChildren(Choice) if one.hasFocus()), "")
        if reading is None or reading.book is None or reading.columns is None:
            self.hide()
            return
        names = choices(reading.form, self._ctx.t.language)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        sheet = reading.book.sheets[reading.sheet]
        first = reading.columns.first_row
        for column in reading.columns.columns:
            cells = [str(line[column.index]) for line in sheet.rows[first:] if line[column.index] is not None]
            if column.header or cells:
                row.addWidget(self._card(column.index, column.header, column.field, (names, cells)))
        row.addStretch(1)
        self.setWidget(inside)
        self.setFixedHeight(inside.sizeHint().height() + roomy(14))
        self.show()
        again = self.findChild(Choice, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(
        self, index: int, header: str, chosen: str | None, shown: tuple[dict[str, str], list[str]]
    ) -> QWidget:
        t, theme = self._ctx.t, self._ctx.theme
        names, cells = shown
        made = QWidget()
        made.setFixedWidth(roomy(_WIDTH))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        title = header or t("Column {number}", number=index + 1)
        column.addWidget(Elided(title, "strong", colour="text", theme=theme))
        fields = Choice(theme)
        fields.setObjectName(f"import_column_{index}")
        fields.setFont(font("body"))
        fields.setAccessibleName(t("Column “{name}” is", name=title))
        fields.addItems([t("Leave out"), *names.values()])
        fields.values = (None, *names)
        fields.setCurrentIndex(fields.values.index(chosen) if chosen in fields.values else 0)
        fields.activated.connect(lambda _at: self._choose(index, fields.chosen()))
        column.addWidget(fields)
        for text in cells[:_SAMPLES]:
            column.addWidget(Elided(" ".join(text.split()), "small", colour="text2", theme=theme))
        if not cells:
            column.addWidget(label(t("Nothing below it"), "small", tone="faint"))
        column.addStretch(1)
        return made

    def _choose(self, index: int, key: str | None) -> None:
        from missionplanner.base.errors import Invalid

        reading = self._review.reading
        if reading is None or reading.columns is None:
            return
        try:
            columns = reading.columns.with_column(index, key)
        except Invalid as error:
            self.refused.emit(self._ctx.t.say(error))
            return
        self._review.read_as(columns=columns)
