"""Show what a mission file holds before anything of it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.base.i18n import Translator
from missionplanner.gui.context import Context
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, card, label, picture, pill
from missionplanner.gui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from missionplanner.services.exchange import Preview

_WIDTH = 460
_DOUBTS_SHOWN = 50


class ImportPreview(QDialog):
    """Show title, days, counts and doubts of a file; ``take`` imports it."""

    def __init__(
        self, parent: QWidget, ctx: Context, preview: Preview, file: str, take: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._t, self._ctx = ctx.t, ctx
        t = ctx.t
        self.setObjectName("import_preview")
        self.setWindowTitle(t("Import a mission file"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(roomy(_WIDTH) + 48)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(self._head(preview, file))
        column.addWidget(self._counts(preview))
        if preview.doubts:
            column.addWidget(self._doubts(preview))
        column.addWidget(label(self._what_happens(preview), "small", tone="quiet", name="import_about", wrap=True))
        column.addLayout(self._buttons(preview, take))

    def _head(self, preview: Preview, file: str) -> QVBoxLayout:
        t, wording = self._t, self._ctx.wording
        title = preview.title.best(t.language, preview.languages) or preview.code
        column = QVBoxLayout()
        column.setSpacing(4)
        words = label(title, "h1", name="import_title", wrap=True)
        column.addWidget(words)
        facts = wording.listed((wording.days(preview.first_day, preview.last_day), ", ".join(preview.cities)))
        column.addWidget(label(facts, tone="quiet", name="import_facts", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        tone, state = ("info", t("Here already: brings it up to date")) if preview.known else ("ok", t("New"))
        if preview.known and not preview.brings_news:
            tone, state = "quiet", t("Here already: nothing new")
        row.addWidget(pill(state, tone))
        row.addWidget(Elided(file, "small", colour="text3", theme=self._ctx.theme), 1)
        column.addSpacing(4)
        column.addLayout(row)
        return column

    def _counts(self, preview: Preview) -> QFrame:
        frame = card("import_counts")
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        lines = self._lines(preview)
        half = (len(lines) + 1) // 2
        for number, (words, more) in enumerate(lines):
            row, left = number % half, 2 * (number // half)
            grid.addWidget(label(words, "body"), row, left)
            grid.addWidget(label(more, "small", tone="quiet"), row, left + 1)
        for place in (1, 3):
            grid.setColumnStretch(place, 1)
        if not lines:
            grid.addWidget(label(self._t("Only the mission itself: its title and days."), wrap=True), 0, 0)
        return frame

    def _lines(self, preview: Preview) -> list[tuple[str, str]]:
        t = self._t
        lines = []
        for name, say in counted(t).items():
            count = preview.counts.get(name, 0)
            if not count:
                continue
            more = []
            if preview.known:
                added, changed = preview.added.get(name, 0), preview.changed.get(name, 0)
                more = [t("{count} new", count=added)] if added else []
                more += [t("{count} changed", count=changed)] if changed else []
            lines.append((say(count), ", ".join(more)))
        if preview.pictures:
            lines.append((t.plural("{count} picture", "{count} pictures", preview.pictures), ""))
        return lines

    def _doubts(self, preview: Preview) -> QWidget:
        t, theme = self._t, self._ctx.theme
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(picture(theme, "triangle-alert", "warn", 16))
        words = t.plural("{count} entry to look at", "{count} entries to look at", len(preview.doubts))
        row.addWidget(label(words, "strong", name="import_doubts"), 1)
        column.addLayout(row)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(24, 0, 8, 0)
        lines.setSpacing(4)
        for one in preview.doubts[:_DOUBTS_SHOWN]:
            lines.addWidget(label(t.say(one), "small", tone="quiet", wrap=True))
        left = len(preview.doubts) - _DOUBTS_SHOWN
        if left > 0:
            lines.addWidget(label(t.plural("and {count} more", "and {count} more", left), "small", tone="quiet"))
        lines.addStretch(1)
        area = Scrolled("import_doubts_area", words, inside, reads=True)
        area.setFixedHeight(roomy(min(150, 44 * len(preview.doubts) + 8)))
        column.addWidget(area)
        return made

    def _what_happens(self, preview: Preview) -> str:
        t = self._t
        if not preview.brings_news:
            return t("Everything in the file is here already. Nothing needs to be done.")
        if preview.known:
            return t(
                "What you have and the file lacks stays. A backup is made first; you can undo it in one step."
            )
        return t("Nothing of yours is changed or lost. You can undo it in one step.")

    def _buttons(self, preview: Preview, take: Callable[[], object]) -> QHBoxLayout:
        t = self._t
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        news = preview.brings_news
        leave = button(t("Cancel") if news else t("Close"), "import_cancel", look="" if news else "primary")
        leave.clicked.connect(self.reject)
        row.addWidget(leave)
        if news:
            words = t("Bring up to date") if preview.known else t("Add the mission")
            done = button(words, "import_done", look="primary")
            done.setDefault(True)
            done.clicked.connect(self.accept)
            self.accepted.connect(lambda: take())
            row.addWidget(done)
            done.setFocus()
        else:
            leave.setDefault(True)
            leave.setFocus()
        return row


def counted(t: Translator) -> dict[str, Callable[[int], str]]:
    """Return how to say so many entries of each list of a mission file, in the order they are shown."""
    return {
        "agenda": lambda count: t.plural("{count} agenda item", "{count} agenda items", count),
        "delegates": lambda count: t.plural("{count} delegate", "{count} delegates", count),
        "groups": lambda count: t.plural("{count} group", "{count} groups", count),
        "partners": lambda count: t.plural("{count} partner", "{count} partners", count),
        "objectives": lambda count: t.plural("{count} objective", "{count} objectives", count),
        "legs": lambda count: t.plural("{count} leg", "{count} legs", count),
        "stays": lambda count: t.plural("{count} hotel stay", "{count} hotel stays", count),
        "matchmaking": lambda count: t.plural("{count} B2B session", "{count} B2B sessions", count),
        "budget": lambda count: t.plural("{count} budget line", "{count} budget lines", count),
        "organisations": lambda count: t.plural("{count} organisation", "{count} organisations", count),
        "people": lambda count: t.plural("{count} person", "{count} people", count),
        "places": lambda count: t.plural("{count} place", "{count} places", count),
        "initiatives": lambda count: t.plural("{count} initiative", "{count} initiatives", count),
        "attendance": lambda count: t.plural("{count} attendance", "{count} attendances", count),
        "outcomes": lambda count: t.plural("{count} outcome", "{count} outcomes", count),
        "followups": lambda count: t.plural("{count} follow-up", "{count} follow-ups", count),
        "agreements": lambda count: t.plural("{count} agreement", "{count} agreements", count),
        "value_chains": lambda count: t.plural("{count} value chain", "{count} value chains", count),
        "requirements": lambda count: t.plural(
            "{count} document to ask for", "{count} documents to ask for", count
        ),
        "access": lambda count: t.plural(
            "{count} entry on an access list", "{count} entries on access lists", count
        ),
        "journeys": lambda count: t.plural("{count} journey", "{count} journeys", count),
        "vehicles": lambda count: t.plural("{count} vehicle", "{count} vehicles", count),
        "expenses": lambda count: t.plural("{count} expense", "{count} expenses", count),
        "photos": lambda count: t.plural("{count} photo", "{count} photos", count),
        "survey": lambda count: t.plural("{count} survey question", "{count} survey questions", count),
        "field_notes": lambda count: t.plural(
            "{count} note from the field", "{count} notes from the field", count
        ),
        "contacts_made": lambda count: t.plural("{count} new contact", "{count} new contacts", count),
        "notes": lambda count: t.plural("{count} note on a contact", "{count} notes on contacts", count),
    }
