"""Ask what a file is and where it goes: form, sheet, mission, and the fields of a mission that would be made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check
from missionplanner.gui.forms.fields import Field, choice, line, suggestion
from missionplanner.gui.forms.zones import chosen_zone, zone_names
from missionplanner.gui.import_preview.review import Review

if TYPE_CHECKING:
    from uuid import UUID

    from missionplanner.domain.texts import Texts
    from missionplanner.services.imports import Form, MissionMade, Reading

_TYPING = 400
"""Milliseconds after the last letter before a new mission's fields are taken."""
_DIRECTORY, _NEW = "", "\0new"
"""Stand for the directory alone and for a new mission in the list of missions."""
_ROWS = 20
"""Rows that may head a table."""
_SHARED = frozenset({"organisations", "people", "places"})


class TargetRow(QWidget):
    """Follow a review; what is chosen here goes to it."""

    def __init__(self, ctx: Context, review: Review, named: str | None) -> None:
        super().__init__()
        self.setObjectName("import_target")
        self._ctx, self._review = ctx, review
        self._named = named
        self._made: MissionMade | None = None
        self._zones = zone_names(ctx.t)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._row, self._new_row = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._new_row):
            row.setSpacing(12)
            column.addLayout(row)
        self._parts: list[QWidget] = []
        self._session = self._session_field()
        self.update_box = Check(ctx.t("Overwrite what differs"), ctx.theme)
        self.update_box.setObjectName("import_update")
        self.update_box.setChecked(review.target.update)
        self.update_box.toggled.connect(self._set_update)
        self._typing = QTimer(self, interval=_TYPING, singleShot=True)
        self._typing.timeout.connect(self._take_new)
        review.read_anew.connect(self.follow)

    def name(self, code: str) -> None:
        """Let what follows go into a mission that may be new."""
        self._named = code

    def follow(self) -> None:
        """Show what can be chosen for the reading there is now."""
        reading = self._review.reading
        if reading is None:
            return
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        while self._row.count():
            self._row.takeAt(0)
        self._row.addWidget(self._forms(reading))
        if reading.book is not None:
            self._row.addWidget(self._headings(reading))
        self._row.addWidget(self._missions(reading))
        self._row.addWidget(self._session)
        self._row.addWidget(self.update_box, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)

    # -- what it is ---------------------------------------------------------------------------------

    def _forms(self, reading: Reading) -> QWidget:
        from missionplanner.services.imports import NAMES, Form, Otherwise
        from missionplanner.services.imports.sheets import KINDS

        t = self._ctx.t
        some: list[Form] = list(KINDS) if reading.book is not None else [reading.form, *reading.others]
        if reading.book is not None and reading.form not in some:
            some.insert(0, reading.form)
        entries: dict[str, object] = {t(NAMES[one]): one for one in dict.fromkeys(some) if one is not Form.MISSION}
        made = choice(entries, reading.form, self._ctx.theme)
        made.activated.connect(lambda _at: self._review.read_as(Otherwise(form=made.chosen())))
        return self._kept(Field("import_form", t("Read as"), made))

    def _headings(self, reading: Reading) -> QWidget:
        from missionplanner.services.imports import Otherwise

        assert reading.book is not None
        t, count = self._ctx.t, min(len(reading.book.sheets[reading.sheet].rows), _ROWS)
        entries: dict[str, object] = {t("row {number}", number=row + 1): row for row in range(count)}
        if reading.columns is not None:
            entries[t("no row")] = None
        made = choice(entries, reading.header_row, self._ctx.theme)
        made.activated.connect(
            lambda _at: self._review.read_as(Otherwise(form=reading.form, heading=made.chosen()))
        )
        return self._kept(Field("import_heading", t("Headings in"), made))

    # -- where it goes ------------------------------------------------------------------------------

    def _missions(self, reading: Reading) -> QWidget:
        from missionplanner.services import missions

        t, workspace = self._ctx.t, self._ctx.workspace
        whole = self._review.whole or reading
        lists = {one.list for one in whole.drafts}
        known = missions.listing(workspace) if workspace is not None else ()
        entries: dict[str, object] = {}
        if lists <= _SHARED:
            entries[t("The directory alone")] = _DIRECTORY
        if "agenda" in lists:
            entries[t("A new mission")] = _NEW
        for one in reversed(known):
            title = one.title.best(t.language, one.languages) or one.code
            entries[f"{title}  ·  {one.code}"] = one.code
        if not entries or (not lists <= _SHARED and "agenda" not in lists and self._named is None):
            entries = {t("Choose the mission…"): _DIRECTORY, **entries}
        first = next(iter(entries.values()))
        chosen = self._named if self._named in entries.values() else first
        made = choice(entries, chosen, self._ctx.theme)
        made.setMinimumContentsLength(28)
        made.setSizeAdjustPolicy(made.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.activated.connect(lambda _at: self._aim(str(made.chosen()), reading))
        self._aim(str(chosen), reading)
        return self._kept(Field("import_mission", t("Goes into"), made))

    def _aim(self, code: str, reading: Reading) -> None:
        for part in [one for one in self._parts if one.objectName().startswith("import_new_field")]:
            self._parts.remove(part)
            part.hide()
            part.deleteLater()
        self._made = None
        if code == _NEW:
            self._ask_new(reading)
            return
        session = self._offer_sessions(code, reading)
        self._review.aim(replace(self._review.target, code=code or None, made=None, session=session))

    def _session_field(self) -> Field:
        """Return where the session of wishes is chosen; seen where there are several."""
        self._sessions = choice({}, None, self._ctx.theme)
        self._sessions.activated.connect(
            lambda _at: self._review.aim(replace(self._review.target, session=self._sessions.chosen()))
        )
        made = Field("import_session", self._ctx.t("B2B session"), self._sessions)
        made.setParent(self)
        made.hide()
        return made

    def _offer_sessions(self, code: str, reading: Reading) -> UUID | None:
        """Offer the B2B sessions of a mission where a file brings wishes; return which is chosen."""
        from missionplanner.services import imports

        t, workspace = self._ctx.t, self._ctx.workspace
        whole = self._review.whole or reading
        some: tuple[tuple[UUID, Texts | None], ...] = ()
        wanted = self._review.target.takes_part or any(one.list == "wishes" for one in whole.drafts)
        if code and workspace is not None and wanted:
            some = imports.sessions(workspace, code)
        known = self._review.target.session
        self._session.setVisible(len(some) > 1)
        if len(some) < 2:
            return None
        titles = [title.best(t.language) if title is not None else "" for _one, title in some]
        self._sessions.clear()
        self._sessions.addItems([one or t("Session {number}", number=at + 1) for at, one in enumerate(titles)])
        self._sessions.values = tuple(one for one, _title in some)
        chosen = known if known in self._sessions.values else some[0][0]
        self._sessions.setCurrentIndex(self._sessions.values.index(chosen))
        return chosen

    def _ask_new(self, reading: Reading) -> None:
        from missionplanner.base.errors import Invalid
        from missionplanner.services import imports

        t, workspace = self._ctx.t, self._ctx.workspace
        try:
            self._made = imports.suggested(workspace, reading) if workspace is not None else None
        except Invalid:  # without a day there is no mission to make: another has to be chosen
            self._made = None
        if self._made is None:
            self._review.aim(replace(self._review.target, code=None, made=None))
            return
        shown = next(
            (name for name, zone in self._zones.items() if zone == self._made.zone), self._made.zone or ""
        )
        self._title, self._code = line(self._made.title), line(self._made.code)
        self._zone = suggestion(list(self._zones), shown, self._ctx.theme)
        fields = (
            Field("import_new_title", t("Title"), self._title),
            Field("import_new_code", t("Code"), self._code),
            Field("import_new_zone", t("Time zone"), self._zone),
        )
        for field, stretch in zip(fields, (3, 1, 2), strict=True):
            field.setObjectName(f"import_new_field_{stretch}")
            self._new_row.addWidget(self._kept(field), stretch)
        if self._made.zone_guessed:
            fields[2].refuse(t("This is a guess: check it."))
        self._title.textEdited.connect(lambda _text: self._typing.start())
        self._code.textEdited.connect(lambda _text: self._typing.start())
        self._zone.currentTextChanged.connect(lambda _text: self._typing.start())
        self._review.aim(replace(self._review.target, code=None, made=self._made))

    def _take_new(self) -> None:
        if self._made is None:
            return
        zone = chosen_zone(self._zone.currentText(), self._zones)
        self._made = replace(
            self._made, title=self._title.text(), code=self._code.text(), zone=zone or None, zone_guessed=False
        )
        self._review.aim(replace(self._review.target, code=None, made=self._made))

    def settle(self) -> None:
        """Take at once what was typed last."""
        if self._typing.isActive():
            self._typing.stop()
            self._take_new()

    def _set_update(self, on: bool) -> None:
        self._review.aim(replace(self._review.target, update=on))

    def _kept(self, part: QWidget) -> QWidget:
        self._parts.append(part)
        return part
