"""Hold a timetable while it is being made: who is where, which slots still have a table, who interprets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from missionplanner.matchmaking.patterns import Prices
from missionplanner.matchmaking.problem import LONGEST_STRETCH, SHORTEST_REST, Places, Problem, SlotTime, bits

Path = list[int]
"""Meetings along a Kempe path: they take turns in two slots, and each shares a participant with the next."""
NOBODY = -1


class Rest(dict[int, bool]):
    """Remember of each mask of slots whether one interpreter can work them all, with breaks between."""

    def __init__(self, slots: Sequence[SlotTime]) -> None:
        super().__init__()
        self._slots = slots

    def __missing__(self, mask: int) -> bool:
        fits = True
        begun = until = day = None
        for number in bits(mask):
            slot = self._slots[number]
            goes_on = until is not None and day == slot.day and slot.start - until < SHORTEST_REST
            if not goes_on or begun is None:
                begun = slot.start
            elif slot.end - begun > LONGEST_STRETCH:
                fits = False
            until, day = slot.end, slot.day
        self[mask] = fits
        return fits


class Grid:
    """Be a timetable that never has a clash; meetings wait outside it until they are placed.

    ``slot`` is each meeting's slot or -1, ``masks`` the busy slots of each participant, ``at`` the meeting of
    participant p in slot t at index p · slots + t.
    """

    def __init__(self, problem: Problem, free: int) -> None:
        """``free`` is how many breaks of one participant fairness leaves free."""
        self.problem = problem
        self.width = len(problem.slots)
        self.domains = problem.domains
        self.sides = [(one.a, one.b) for one in problem.meetings]
        self.total = [a + b for a, b in self.sides]
        self.at = [-1] * (len(problem.parties) * self.width)
        self.masks = [0] * len(problem.parties)
        self.room = [slot.tables for slot in problem.slots]
        self.full = sum(1 << number for number, slot in enumerate(problem.slots) if slot.tables < 1)
        self.slot = [-1] * len(problem.meetings)
        by_limit = {limit: Prices(problem, limit, free) for limit in {one.max_per_day for one in problem.parties}}
        self.prices = [by_limit[one.max_per_day] for one in problem.parties]
        self.limited = any(limit is not None for limit in by_limit)
        self.voices = [NOBODY] * len(problem.meetings)
        self.spoken = [one.working for one in problem.interpreters]
        self.plain = not problem.precedences and all(one.interpreters is None for one in problem.meetings)
        self._rest = Rest(problem.slots)

    # -- what may go where ------------------------------------------------------------------------

    def open_slots(self, meeting: int) -> int:
        """Return the mask of slots a meeting could take without moving any other."""
        a, b = self.sides[meeting]
        free = self.domains[meeting] & ~(self.masks[a] | self.masks[b] | self.full)
        if self.limited and free and self.problem.meetings[meeting].locked is None:
            free &= ~(self._closed(a) | self._closed(b))
        if self.plain or not free:
            return free
        return sum(1 << slot for slot in bits(free) if self._admits(meeting, slot))

    def _admits(self, meeting: int, slot: int) -> bool:
        return self.in_order(meeting, slot) and self.voice_for(meeting, slot) is not None

    def _closed(self, side: int) -> int:
        """Return the mask of the days on which a participant has the most meetings it may have."""
        most, mask, closed = self.problem.parties[side].max_per_day, self.masks[side], 0
        if most is not None:
            for day in self.problem.days:
                if (mask & day).bit_count() >= most:
                    closed |= day
        return closed

    def within_limits(self, meeting: int, slot: int) -> bool:
        """Tell whether both sides may have one meeting more that day."""
        a, b = self.sides[meeting]
        locked = self.problem.meetings[meeting].locked is not None
        return locked or not (self._closed(a) | self._closed(b)) >> slot & 1

    def in_order(self, meeting: int, slot: int) -> bool:
        """Tell whether the order of meetings lets one take a slot."""
        where = self.slot
        return all(where[one] < slot for one in self.problem.before[meeting]) and all(
            where[one] == -1 or where[one] > slot for one in self.problem.after[meeting]
        )

    def voice_for(self, meeting: int, slot: int) -> int | None:
        """Return an interpreter for a meeting in a slot, -1 where none is needed, None where none is free."""
        able = self.problem.meetings[meeting].interpreters
        if able is None:
            return NOBODY
        bit = 1 << slot
        for one in able:
            spoken = self.spoken[one]
            if not (spoken | self.problem.interpreters[one].unavailable) & bit and self._rest[spoken | bit]:
                return one
        return None

    # -- single meetings --------------------------------------------------------------------------

    def place(self, meeting: int, slot: int) -> None:
        """Put a waiting meeting in a slot that is open to it."""
        a, b = self.sides[meeting]
        self.at[a * self.width + slot] = self.at[b * self.width + slot] = meeting
        bit = 1 << slot
        self.masks[a] |= bit
        self.masks[b] |= bit
        self.slot[meeting] = slot
        self.room[slot] -= 1
        if self.room[slot] < 1:
            self.full |= bit
        if not self.plain:
            voice = self.voice_for(meeting, slot)
            if voice is not None and voice != NOBODY:
                self.voices[meeting] = voice
                self.spoken[voice] |= bit

    def remove(self, meeting: int) -> None:
        """Let a meeting wait again."""
        slot = self.slot[meeting]
        a, b = self.sides[meeting]
        self.at[a * self.width + slot] = self.at[b * self.width + slot] = -1
        bit = 1 << slot
        self.masks[a] ^= bit
        self.masks[b] ^= bit
        self.slot[meeting] = -1
        self.room[slot] += 1
        self.full &= ~bit
        voice = self.voices[meeting]
        if voice != NOBODY:
            self.spoken[voice] ^= bit
            self.voices[meeting] = NOBODY

    def waiting(self) -> list[int]:
        return [number for number, slot in enumerate(self.slot) if slot < 0]

    # -- Kempe paths ------------------------------------------------------------------------------

    def allows_swap(self, path: Path, x: int, y: int) -> bool:
        """Tell whether order and interpreters let a path change its slots; moves the interpreters if so."""
        there = {one: y if self.slot[one] == x else x for one in path}
        return self._keeps_order(there) and self._moves_voices(there)

    def _keeps_order(self, there: dict[int, int]) -> bool:
        where = self.slot
        for one, slot in there.items():
            for earlier in self.problem.before[one]:
                if there.get(earlier, where[earlier]) >= slot:
                    return False
            for later in self.problem.after[one]:
                if -1 < there.get(later, where[later]) <= slot:
                    return False
        return True

    def _moves_voices(self, there: dict[int, int]) -> bool:
        spoken = [one for one in there if self.voices[one] != NOBODY]
        if not spoken:
            return True
        kept_voices, kept_masks = [self.voices[one] for one in spoken], self.spoken[:]
        for one in spoken:
            self.spoken[self.voices[one]] ^= 1 << self.slot[one]
        for one in spoken:
            voice = self.voice_for(one, there[one])
            if voice is None:
                self.spoken = kept_masks
                for each, old in zip(spoken, kept_voices, strict=True):
                    self.voices[each] = old
                return False
            self.voices[one] = voice
            self.spoken[voice] |= 1 << there[one]
        return True

    def swap(self, path: Path, ends: tuple[int, int], x: int, y: int) -> None:
        """Let the meetings of a path change between slots x and y; only the two ends change their pattern."""
        at, width, slot = self.at, self.width, self.slot
        both = x + y
        for one in path:
            a, b = self.sides[one]
            at[a * width + slot[one]] = at[b * width + slot[one]] = -1
        for one in path:
            a, b = self.sides[one]
            slot[one] = there = both - slot[one]
            at[a * width + there] = at[b * width + there] = one
        pair = 1 << x | 1 << y
        self.masks[ends[0]] ^= pair
        self.masks[ends[1]] ^= pair
        if len(path) & 1:
            self._moved_table(x, y)

    def _moved_table(self, given: int, taken: int) -> None:
        self.room[given] += 1
        self.full &= ~(1 << given)
        self.room[taken] -= 1
        if self.room[taken] < 1:
            self.full |= 1 << taken

    # -- whole timetables -------------------------------------------------------------------------

    def put(self, places: Iterable[int], voices: Sequence[int] = ()) -> None:
        """Hold another timetable: a slot for each meeting, -1 for one that waits."""
        wanted = list(places)
        for one, slot in enumerate(self.slot):
            if slot >= 0 and slot != wanted[one]:
                self.remove(one)
        for one, slot in enumerate(wanted):
            if slot >= 0 and self.slot[one] < 0:
                self.place(one, slot)
        if voices:
            self._speak(voices)

    def _speak(self, voices: Sequence[int]) -> None:
        self.voices = list(voices)
        self.spoken = [one.working for one in self.problem.interpreters]
        for one, voice in enumerate(voices):
            if voice != NOBODY:
                self.spoken[voice] |= 1 << self.slot[one]

    def places(self) -> Places:
        return tuple(None if slot < 0 else slot for slot in self.slot)
