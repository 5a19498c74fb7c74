"""Remember which sheets of a workbook were looked at, which are ticked, which were taken in already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionplanner.services.imports import Draft, Reading, SheetSeen


class SheetsLookedAt:
    """Be empty for a source without sheets. ``seen`` are all sheets, ``readings`` those that were read."""

    def __init__(self) -> None:
        self.seen: tuple[SheetSeen, ...] = ()
        self.readings: dict[int, Reading] = {}
        self.ticked: set[int] = set()
        self.done: set[int] = set()

    @property
    def several(self) -> bool:
        """Tell whether there are sheets to choose from."""
        return len(self.seen) > 1

    def take(self, reading: Reading) -> Iterator[int]:
        """Take a reading for that of its sheet, and tick it; yield the numbers of the entries it replaces."""
        same = any(one.book is reading.book for one in self.readings.values())
        if not same or reading.book is None:
            self._forget()
        self.seen = reading.sheets
        before = self.readings.get(reading.sheet)
        self.readings[reading.sheet] = reading
        if reading.drafts:
            self.ticked.add(reading.sheet)
        self.done.discard(reading.sheet)
        return iter([one.number for one in before.drafts] if before is not None else [])

    def _forget(self) -> None:
        self.readings.clear()
        self.ticked.clear()
        self.done.clear()

    def tick(self, number: int, on: bool) -> None:
        """Take a sheet in, or leave it out."""
        (self.ticked.add if on else self.ticked.discard)(number)

    def whole(self, shown: Reading) -> Reading:
        """Return the readings of all sheets that were looked at and not taken in as one."""
        from missionplanner.services.imports import together

        if not self.several:
            return shown
        some = {
            number: one if number in self.ticked else replace(one, refused=(), columns=None)  # nothing is learned
            for number, one in self.readings.items()
            if number not in self.done or one is shown
        }
        return together(some.values(), some[shown.sheet])

    def left_out(self) -> Iterator[Draft]:
        """Yield the entries of sheets that were looked at and are not ticked."""
        for number, one in self.readings.items():
            if self.several and number not in self.ticked:
                yield from one.drafts

    def taken_in(self) -> None:
        """Remember that what is ticked has been taken in."""
        self.done |= self.ticked
        self.ticked.clear()

    def following(self) -> int | None:
        """Return the next sheet of a known form that nobody has looked at, None where there is none."""
        unseen = (one for one in self.seen if one.rows and one.form is not None)
        numbers = (one.number for one in unseen if one.number not in self.readings)
        return next(numbers, None) if self.several else None
