"""Be the documents of a mission under their kinds, for a list that unfolds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.gui.papers.words import STATE_ICONS, PaperWords
from missionplanner.gui.wording import Wording

if TYPE_CHECKING:
    from missionplanner.services.paper.paper_kinds import Kind
    from missionplanner.services.paper.papers import Paper

ENTRY = Qt.ItemDataRole.UserRole + 1
"""Role under which a view gets the ``Entry`` of a row."""
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(slots=True)
class Entry:
    """Be a row: a heading, a kind with its documents, one document, or a note that nothing was found.

    ``paper`` is None for headings and kinds of several documents; ``why`` says why a kind has none.
    """

    name: str
    note: str = ""
    kind: Kind | None = None
    paper: Paper | None = None
    papers: tuple[Paper, ...] = ()
    why: str = ""
    above: int = -1
    row: int = 0
    below: list[int] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        return self.kind is None

    @property
    def key(self) -> object:
        """Return what stays while it is the same row."""
        if self.above >= 0 and self.paper is not None:
            return self.paper.key
        return self.kind.id if self.kind is not None else self.name

    @property
    def icon(self) -> tuple[str, str]:
        """Return the sign of how it stands, and its colour."""
        if self.paper is not None:
            return STATE_ICONS[self.paper.state.value]
        states = {one.state.value for one in self.papers}
        if "changed" in states:
            return STATE_ICONS["changed"]
        return STATE_ICONS["up_to_date"] if states == {"up_to_date"} else ("files", "text3")


class PaperModel(QAbstractItemModel):
    """List kinds under the headings of their sections, and under each kind its documents."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._words: PaperWords | None = None
        self._papers: dict[object, Paper] = {}
        self._entries: list[Entry] = []
        self._top: list[int] = []
        self._wanted: list[str] = []
        self._looked_for: dict[object, str] = {}

    # -- what is listed ---------------------------------------------------------------------------

    def show(self, plan: MissionPlan, papers: Iterable[Paper]) -> None:
        """Show the documents of a plan; where they are the same ones, what is unfolded and chosen stays."""
        before = [one.key for one in self._entries]
        self._words = PaperWords(self._wording, plan)
        self._papers = {one.key: one for one in papers}
        self._looked_for = {}
        old = self._entries, self._top
        self._list()
        if [one.key for one in self._entries] == before:
            self._tell_all()
            return
        made, (self._entries, self._top) = (self._entries, self._top), old
        self.beginResetModel()
        self._entries, self._top = made
        self.endResetModel()

    def judge(self, papers: Sequence[Paper]) -> None:
        """Know how some documents stand."""
        self._papers.update({one.key: one for one in papers})
        self._list()
        self._tell_all()

    def search(self, text: str) -> None:
        """Show only what these words fit: of kinds in any language of the screen, of people, visits, groups."""
        self.beginResetModel()
        self._wanted = folded(text).split()
        self._list()
        self.endResetModel()

    def clear(self) -> None:
        """Show no documents: no mission is open, or another one."""
        self.beginResetModel()
        self._words, self._papers, self._entries, self._top = None, {}, [], []
        self._looked_for = {}
        self.endResetModel()

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Return all documents, whatever is searched for."""
        return tuple(self._papers.values())

    @property
    def words(self) -> PaperWords | None:
        return self._words

    @property
    def searching(self) -> bool:
        return bool(self._wanted)

    def paper_of(self, key: object) -> Paper | None:
        """Return a document by its key, whether it is shown or not."""
        return self._papers.get(key)

    def paper_for(self, person: UUID) -> Paper | None:
        """Return somebody's personal agenda."""
        some = (one for one in self._papers.values() if one.person is not None and one.person.id == person)
        return next((one for one in some if one.request.kind == "itinerary"), None)

    def paper_on(self, day: dt.date) -> Paper | None:
        """Return the run sheet of a day."""
        sheets = (one for one in self._papers.values() if one.request.kind == "runsheet")
        return next((one for one in sheets if one.subject is not None and one.subject.ref == str(day)), None)

    def index_of(self, key: object) -> QModelIndex:
        """Return the row of a document or kind; an invalid one where it is not shown."""
        place = next((n for n, one in enumerate(self._entries) if one.key == key), -1)
        if place < 0:  # the only document of its kind stands in the row of the kind
            alone = (n for n, one in enumerate(self._entries) if one.paper is not None and one.paper.key == key)
            place = next(alone, -1)
        return self.createIndex(self._entries[place].row, 0, place) if place >= 0 else QModelIndex()

    def entry(self, index: AnyIndex) -> Entry | None:
        """Return what a row shows."""
        place = int(index.internalId()) if index.isValid() else -1
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def kinds(self) -> list[Entry]:
        """Return the kinds that are shown, in order."""
        return [one for place in self._top if (one := self._entries[place]).kind is not None]

    # -- as Qt asks -------------------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        above = self.entry(parent)
        rows = above.below if above is not None else self._top
        if column or not 0 <= row < len(rows):
            return QModelIndex()
        return self.createIndex(row, 0, rows[row])

    def parent(self, index: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        entry = self.entry(index)
        if entry is None or entry.above < 0:
            return QModelIndex()
        return self.createIndex(self._entries[entry.above].row, 0, entry.above)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - the names are Qt's
        if not parent.isValid():
            return len(self._top)
        entry = self.entry(parent)
        return len(entry.below) if entry is not None else 0

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (entry.name, entry.why or entry.note) if part)
        return None

    # -- building ---------------------------------------------------------------------------------

    def _tell_all(self) -> None:
        if self._top:
            self.dataChanged.emit(self.index(0), self.index(len(self._top) - 1))
        for entry in self._entries:
            if entry.below:
                above = self.createIndex(entry.row, 0, self._top[entry.row])
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(entry.below) - 1, 0, above))

    def _list(self) -> None:
        from missionplanner.services.paper import paper_kinds

        self._entries, self._top = [], []
        if self._words is None:
            return
        by_kind: dict[str, list[Paper]] = {}
        for one in self._papers.values():
            by_kind.setdefault(one.request.kind, []).append(one)
        for title, kinds in paper_kinds.by_section():
            shown = [(kind, found) for kind in kinds if (found := self._fitting(kind, by_kind)) is not None]
            if shown:
                self._add(Entry(self._wording.t(title)))
            for kind, found in shown:
                self._add_kind(self._words, kind, tuple(found))
        if not self._entries:
            self._add(Entry(self._wording.t("No document matches.")))

    def _fitting(self, kind: Kind, by_kind: dict[str, list[Paper]]) -> list[Paper] | None:
        """Return the documents of a kind that fit what is looked for, None where neither they nor it do."""
        some = by_kind.get(kind.id, [])
        if not self._wanted:
            return some
        own = self._look_up(kind.id, kind, None)
        rest = [word for word in self._wanted if word not in own]
        if not rest:
            return some
        found = [one for one in some if all(word in self._look_up(one.key, kind, one) for word in rest)]
        return found or None

    def _look_up(self, key: object, kind: Kind, paper: Paper | None) -> str:
        """Return the words a row is found by, worked out when they are first asked for."""
        known = self._looked_for.get(key)
        if known is None:
            from missionplanner.services.paper import paper_kinds

            assert self._words is not None
            texts = paper_kinds.words_of(kind) if paper is None else (self._words.name(paper, kind),)
            known = self._looked_for[key] = folded(" ".join(texts))
        return known

    def _add_kind(self, words: PaperWords, kind: Kind, papers: tuple[Paper, ...]) -> None:
        title = words.kind(kind)
        why = words.why_none(kind)
        if why or not papers:
            self._add(Entry(title, kind=kind, why=why or self._wording.t("Nothing to print.")))
            return
        if len(papers) == 1 and len(self._all_of(kind)) == 1:
            self._add(Entry(title, words.state(papers[0]), kind, papers[0], papers))
            return
        top = self._add(Entry(title, words.counted(kind, papers), kind, None, papers))
        for one in papers:
            self._add(Entry(words.name(one, kind), words.note(one), kind, one, (one,), above=top))

    def _all_of(self, kind: Kind) -> list[Paper]:
        return [one for one in self._papers.values() if one.request.kind == kind.id]

    def _add(self, entry: Entry) -> int:
        place = len(self._entries)
        rows = self._entries[entry.above].below if entry.above >= 0 else self._top
        entry.row = len(rows)
        rows.append(place)
        self._entries.append(entry)
        return place
