"""Find which rows of a list a query means: tens of thousands at a key stroke."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from typing import TYPE_CHECKING

from missionplanner.gui.tables.filters import Language, Said, Test
from missionplanner.gui.tables.spec import Kind

if TYPE_CHECKING:
    from missionplanner.gui.tables.spec import Column
    from missionplanner.services.rows import Row


class Finder:
    """Keep what the rows say, folded, and look only among the last hits while a word is typed on."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._said: Said | None = None
        self._last: tuple[list[Test], Sequence[int]] | None = None

    # -- the rows ---------------------------------------------------------------------------------

    def take(self, said: Said | None) -> None:
        """Have other rows from now on; what they say may have been prepared beside the window."""
        self._said, self._last = said, None

    def renew(self, at: int, row: Row) -> None:
        """Know that a row says something else."""
        self._last = None
        if self._said is not None:
            fresh = self._language.said([row])
            self._said.whole[at] = fresh.whole[0]
            for key, texts in self._said.columns.items():
                texts[at] = self._text(fresh, key, row)

    def add(self, row: Row) -> None:
        """Know one more row, the last."""
        self._last = None
        if self._said is not None:
            fresh = self._language.said([row])
            self._said.whole.append(fresh.whole[0])
            for key, texts in self._said.columns.items():
                texts.append(self._text(fresh, key, row))

    def keep(self, numbers: Collection[int]) -> None:
        """Forget all rows but these."""
        self._last = None
        if self._said is not None:
            self._said.whole = [self._said.whole[number] for number in numbers]
            for key, texts in self._said.columns.items():
                self._said.columns[key] = [texts[number] for number in numbers]

    def _text(self, fresh: Said, key: str, row: Row) -> str:
        return fresh.columns[key][0] if key in fresh.columns else self._language.texts(key, [row])[0]

    # -- finding ----------------------------------------------------------------------------------

    def find(self, rows: Sequence[Row], tests: list[Test]) -> Sequence[int]:
        """Return the numbers of the rows that pass all tests, in their order."""
        found: Sequence[int] = range(len(rows))
        known: list[Test] = []
        if self._last is not None and self._narrows(tests):
            known, found = self._last
        for number, test in enumerate(tests):
            if number >= len(known) or test != known[number]:
                found = self._meant(rows, test, found)
        self._last = (tests, found)
        return found

    def _narrows(self, tests: list[Test]) -> bool:
        assert self._last is not None
        before = self._last[0]
        return len(tests) >= len(before) and all(
            test.narrows(other) for test, other in zip(tests, before, strict=False)
        )

    def _meant(self, rows: Sequence[Row], test: Test, among: Sequence[int]) -> list[int]:
        if test.passes is not None:
            return self._passing(rows, test, among)
        texts, words = self.texts(rows, test.column), test.words
        if test.empty is not None:
            wanted = test.empty is not test.turned
            return [number for number in among if (not texts[number]) is wanted]
        if len(words) > 1:
            return [number for number in among if any(one in texts[number] for one in words) is not test.turned]
        word = words[0]
        if test.turned:
            return [number for number in among if word not in texts[number]]
        return [number for number in among if word in texts[number]]

    def _passing(self, rows: Sequence[Row], test: Test, among: Sequence[int]) -> list[int]:
        """Judge each value once, however many rows have it."""
        assert test.passes is not None
        assert test.column is not None
        place, passes, turned = self._language.place(test.column), test.passes, test.turned
        if test.column.kind is Kind.MANY:  # by what they say: words are looked up quicker than rows of words
            texts = self.texts(rows, test.column)
            said = [texts[number] for number in among]
            last = dict(zip(said, among, strict=True))
            meant = {
                text for text, number in last.items() if bool(passes(rows[number].values[place])) is not turned
            }
            return list(compress(among, map(meant.__contains__, said)))
        values = [rows[number].values[place] for number in among]
        try:
            good = {value for value in set(values) if bool(passes(value)) is not turned}
            return list(compress(among, map(good.__contains__, values)))
        except TypeError:  # something that cannot stand in a set
            return list(compress(among, (bool(passes(value)) is not turned for value in values)))

    def texts(self, rows: Sequence[Row], column: Column | None) -> Sequence[str]:
        """Return what every row says, or says in one column, folded; kept until a row changes."""
        if self._said is None or len(self._said.whole) != len(rows):
            self._said = self._language.said(rows)
        if column is None:
            return self._said.whole
        if column.key not in self._said.columns:  # a masked one, asked for by somebody who sees it
            self._said.columns[column.key] = self._language.texts(column.key, rows)
        return self._said.columns[column.key]
