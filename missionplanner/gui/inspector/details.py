"""Hold the inspector's texts, place and further fields: what most items need above, the rest under “More”."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from missionplanner.domain import records as r
from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Choice
from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.forms.lookup import Lookup, Option
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.selection import MIXED, Chosen
from missionplanner.gui.models.agenda import place_of
from missionplanner.gui.theme import font, roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from uuid import UUID

Store = Callable[[Field, str], object]
_OWN_NAMES = {"en": "English", "es": "Español", "fr": "Français", "pt": "Português", "zh": "中文"}
_LANGUAGES = ("it", "en", "es", "fr", "de", "pt", "eu", "ca", "pl", "nl", "sv", "ja", "zh", "ar", "he")


class LanguageSwitch(QWidget):
    """Choose the language titles and texts are written in, where a mission has several."""

    def __init__(self, ctx: Context, switched: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("title_language")
        self._ctx, self._switched = ctx, switched
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._chips = Wrapped(2, "title_languages")
        column.addWidget(self._chips)

    def show_languages(self, languages: Sequence[str], chosen: str) -> None:
        """Show these, one of them pressed; nothing where there is but one."""
        self.setVisible(len(languages) > 1)
        if (*languages, chosen) == self._shown:
            return
        self._shown = (*languages, chosen)
        self._chips.clear()
        self.setFixedWidth(max(1, len(languages)) * roomy(36))
        for code in languages:
            made = QPushButton(code.upper())
            made.setObjectName(f"title_in_{code}")
            made.setProperty("look", "chip")
            made.setFont(font("caption"))
            made.setCheckable(True)
            made.setChecked(code == chosen)
            made.setAutoDefault(False)
            made.setAccessibleName(self._ctx.t("Texts in {language}", language=language_name(code)))
            made.setToolTip(made.accessibleName())
            made.clicked.connect(lambda _checked=False, code=code: self._switched(code))
            self._chips.add(made)


class Where(QWidget):
    """Edit where items are: a place of the directory, a new one, or any words."""

    def __init__(self, ctx: Context, edits: Edits, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__()
        self.setObjectName("where")
        self._ctx, self._edits = ctx, edits
        t = ctx.t
        self.line = Lookup(options, ctx.theme, icon="map-pin", create=t("Create “{name}”"))
        self.field = Field("place", t("Place"), self.line)
        self._note = label("", "small", tone="faint", name="place_note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.field)
        column.addWidget(self._note)
        self.line.chosen.connect(lambda one: edits.place(self.field, one))
        self.line.created.connect(lambda name: edits.place(self.field, text=name, new=True))
        self.line.committed.connect(lambda text: edits.place(self.field, text=text))
        self.line.reverted.connect(lambda: self.field.refuse(""))

    def show_chosen(self, chosen: Chosen, *, anew: bool) -> None:
        """Show where these items are, and what one has to know to get there."""
        t = self._ctx.t
        found = chosen.same(lambda item: place_of(chosen.plan, item))
        mixed = found is MIXED
        self.line.setPlaceholderText(t("Mixed") if mixed else t("Where it takes place"))
        self.line.show_text("" if mixed else found, anew=anew)
        if anew:
            self.field.refuse("")
        place = chosen.plan.place(chosen.one.place_id) if chosen.one is not None else None
        facts = self._ctx.wording.listed(_facts(place)) if place is not None else ""
        self._note.setText(facts)
        self._note.setVisible(bool(facts))


class More(QWidget):
    """Fold the fields few items need; whether they are open is remembered."""

    def __init__(self, ctx: Context, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self.setObjectName("more")
        self._ctx = ctx
        self.button = button("", "show_more", look="link")
        self.button.setCheckable(True)
        self.body = QWidget()
        self.body.setObjectName("more_fields")
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(10)
        for one in fields:
            inner.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = Wrapped(0, "more_row")
        row.add(self.button)
        column.addWidget(row)
        column.addWidget(self.body)
        self.button.clicked.connect(self.unfold)
        self.unfold(ctx.settings.values.inspector_more)

    def unfold(self, opened: bool) -> None:
        """Show the further fields, or put them away."""
        t = self._ctx.t
        self.button.setText(t("Fewer fields") if opened else t("More fields"))
        self.button.setAccessibleName(self.button.text())
        self.button.setIcon(self._ctx.theme.icon("chevron-up" if opened else "chevron-down", "accent", 14))
        self.button.setChecked(opened)
        self.body.setVisible(opened)
        if opened != self._ctx.settings.values.inspector_more:
            self._ctx.settings.change(inspector_more=opened)


class Texts(QWidget):
    """Be a text field of an item: committed on leaving, Mixed where the items differ."""

    def __init__(self, name: str, words: str, hint: str, ctx: Context, store: Store) -> None:
        super().__init__()
        self.setObjectName(f"{name}_text")
        self.name, self._hint, self._ctx = name, hint, ctx
        self.prose = Prose(hint)
        self.field = Field(name, words, self.prose, tall=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.prose.committed.connect(lambda text: store(self.field, text))
        self.prose.reverted.connect(lambda: self.field.refuse(""))

    def show_value(self, value: object, *, anew: bool, hint: str = "") -> None:
        """Show what is stored."""
        mixed = value is MIXED
        self.prose.setPlaceholderText(self._ctx.t("Mixed") if mixed else hint or self._hint)
        self.prose.show_text("" if mixed or value is None else str(value), anew=anew)
        if anew:
            self.field.refuse("")


class Speech(QWidget):
    """Choose the language an item is held in."""

    def __init__(self, ctx: Context, edits: Edits) -> None:
        super().__init__()
        self.setObjectName("speech")
        self._ctx = ctx
        self.choice = Choice(ctx.theme)
        self.field = Field("language", ctx.t("Language spoken"), self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.choice.activated.connect(lambda: edits.values(self.field, language=self.choice.chosen()))

    def show_chosen(self, chosen: Chosen) -> None:
        """Show the language of these items among those of the mission and the usual ones."""
        t, value = self._ctx.t, chosen.common("language")
        codes = dict.fromkeys((*chosen.plan.mission.languages, *_LANGUAGES))
        entries: dict[str, object] = {t("Not said"): None, **{language_name(one): one for one in codes}}
        if value is MIXED:
            entries = {t("Mixed"): MIXED, **entries}
        elif value not in entries.values():
            entries[language_name(value)] = value
        if tuple(entries.values()) != self.choice.values:
            self.choice.clear()
            self.choice.addItems(list(entries))
            self.choice.values = tuple(entries.values())
        self.choice.setCurrentIndex(self.choice.values.index(value))


class Journeys(QWidget):
    """Lead to the journeys before and after an item."""

    def __init__(self, ctx: Context, wanted: Callable[[UUID], object]) -> None:
        super().__init__()
        self.setObjectName("journeys")
        self._ctx, self._wanted = ctx, wanted
        self._ids: dict[str, UUID] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(ctx.t("Transport before and after"), "label", tone="quiet"))
        self._buttons = [self._link(name) for name in ("journey_before", "journey_after")]
        for one in self._buttons:
            column.addWidget(one)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show the journeys beside the one chosen item."""
        found = chosen.transport()
        self.setVisible(any(found))
        for one, item in zip(self._buttons, found, strict=True):
            one.setVisible(item is not None)
            if item is not None:
                start = f"{item.start:%H:%M}  " if item.start is not None else ""
                words = f"{start}{item.title.best(chosen.language, chosen.plan.mission.languages)}"
                self._ids[one.objectName()] = item.id
                one.setText(
                    one.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, roomy(256)).replace("&", "&&")
                )
                one.setAccessibleName(words)
                one.setToolTip(words)

    def _link(self, name: str) -> QPushButton:
        made = QPushButton()
        made.setObjectName(name)
        made.setProperty("look", "item")
        made.setFont(font("body"))
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._wanted(self._ids[name]))
        return made


def dress_code(ctx: Context, edits: Edits) -> tuple[Entry, Field]:
    """Return the line for the dress code."""
    made = Entry(ctx.t("for example: smart casual, safety shoes"))
    field = Field("dress_code", ctx.t("Dress code"), made)
    made.committed.connect(lambda text: edits.values(field, dress_code=text or None))
    made.reverted.connect(lambda: field.refuse(""))
    return made, field


def _facts(place: r.Place) -> tuple[str, ...]:
    name = (place.name or "").casefold()
    parts = (place.meeting_point, place.entrance, place.address)
    return tuple(one for one in parts if one and one.casefold() not in name)
