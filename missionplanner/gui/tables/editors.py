"""Make the field a cell or a form is typed into: by the kind of its column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from missionplanner.domain.text import MAX_TEXT, folded
from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.lookup import MOST, Lookup, Option
from missionplanner.gui.tables.spec import Column, Kind, Seek
from missionplanner.gui.tables.values import Values
from missionplanner.gui.theme import Theme

_CHOSEN = (Kind.CHOICE, Kind.FLAG, Kind.LINK)


class Several(Lookup):
    """Be a line of words with commas between them; what is offered completes the last of them."""

    def _offer(self, typed: str) -> None:
        before = {folded(one) for one in typed.split(",")[:-1]}
        wanted = folded(typed.rpartition(",")[2])
        fitting = [
            one
            for one in self._options()
            if wanted in folded(" ".join((one.text, *one.also))) and folded(one.text) not in before
        ]
        fitting.sort(key=lambda one: not folded(one.text).startswith(wanted))
        self._offered = list(fitting[:MOST])
        self._list.offer([one.text for one in fitting[:MOST]])

    def commit(self) -> None:
        """Pass on what was typed, as it is: a list stands for no single thing."""
        if self.dirty:
            self.committed.emit(self.text().strip(" ,"))

    def _take(self, place: int) -> None:
        self._list.hide()
        option = self._offered[place]
        if option is not None:
            head = self.text().rpartition(",")[0]
            self.setText(f"{head}, {option.text}" if head else option.text)


class Seeking(Lookup):
    """Be a line of text that finds what may be meant by what is typed, and takes anything."""

    def __init__(self, seek: Seek, theme: Theme) -> None:
        super().__init__(lambda: seek(self.text().strip()), theme)

    def _offer(self, typed: str) -> None:
        self._offered = list(self._options() if typed else ())
        self._list.offer([one.text for one in self._offered if one is not None])

    def commit(self) -> None:
        """Pass on the text as it is: who reads it knows what it means."""
        if self.dirty:
            self.committed.emit(self.text().strip())


def field_for(column: Column, values: Values, theme: Theme) -> Entry | Prose:
    """Return the field of a column, empty."""
    if column.kind is Kind.LONG:
        return Prose(values.t(column.hint), lines=3)
    made: Entry
    if column.kind in _CHOSEN:
        create = values.t("Create “{name}”") if column.create else ""
        made = Lookup(_offered(column, values), theme, create=create)
    elif column.kind is Kind.MANY:
        made = Several(_offered(column, values), theme)
    elif column.seek is not None:
        made = Seeking(column.seek, theme)
    else:
        made = Entry()
    made.setPlaceholderText(values.t(column.hint))
    if column.spoken or column.kind is Kind.MANY:
        made.setMaxLength(MAX_TEXT)
    return made


def _offered(column: Column, values: Values) -> Callable[[], Sequence[Option]]:
    return lambda: values.options(column)
