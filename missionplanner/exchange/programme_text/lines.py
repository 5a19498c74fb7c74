"""Read the lines of a programme: days, times, titles, what stands beneath them, and what is none of it."""

from __future__ import annotations

import re
from dataclasses import replace

from missionplanner.base.messages import Message
from missionplanner.domain.vocabulary import ItemKind, ItemStatus, PartOfDay
from missionplanner.exchange.opened.sheet import Line, Source, too_much
from missionplanner.exchange.programme_text import furniture
from missionplanner.exchange.programme_text.clocks import Moment, moment_at, moment_within
from missionplanner.exchange.programme_text.details import is_place, label_at, open_at
from missionplanner.exchange.programme_text.gathering import MOST_ITEMS, Draft, Gathering
from missionplanner.exchange.programme_text.headings import (
    day_in_passing,
    group_of,
    groups_apart,
    heading_of,
    table_of,
)
from missionplanner.exchange.programme_text.kinds import begins_item, kind_of
from missionplanner.exchange.programme_text.legs import legs_in
from missionplanner.exchange.programme_text.plain import numbered, plain, start_of, words_of

_WIDE = re.compile(r"\s{3,}|\t+|\s*\|\s*|\s{2,}(?=[A-ZÀ-Þ0-9])")
_GOES_ON = (":", ",", " -", " –", " and", " e", " &", " y", " et", " und")
_LONGEST_ITEM, _LONGEST_POINT = 160, 400
_LONGEST_LINE = 1_000
_DEEPER = 1.5
_ROOM_WORDS = 4


class LineReader:
    """Read lines one after the other; what was found goes to the gathering."""

    def __init__(self, gathering: Gathering, day: int | None = None) -> None:
        self._found = gathering
        self._day = day
        self._current: Draft | None = None
        self._part: PartOfDay | None = None
        self._group: str | None = None
        self._gap = self._ended = self._listing = self._marked = False

    def read(self, line: Line) -> None:
        """Take a line."""
        text = line.text.strip()
        if len(text) > _LONGEST_LINE:
            self._found.refuse(line.source, furniture.PROSE)
            return
        if not words_of(text):
            self._gap, self._marked = self._gap or not text, bool(text) and len(text) == 1
            return
        if self._marked:
            line = replace(line, bullet=True)
        self._marked = False
        if not self._opens_day(line, text) and not self._ended:
            if self._listing or furniture.heads_mail(text):
                self._found.refuse(line.source, furniture.LISTED if self._listing else furniture.GREETING)
            elif not (self._timed(line, text) or self._grouped(line, text)):
                self._untimed(line, text)
        elif self._ended:
            self._found.refuse(line.source, furniture.GREETING)
        self._gap = False

    def follow(self, day: int | None) -> None:
        """Go on behind a table that ended with this day: no line belongs to an item above it."""
        self._current, self._part, self._group = None, None, None
        self._day, self._gap, self._listing = day, True, False

    # -- what opens something ---------------------------------------------------------------------------

    def _opens_day(self, line: Line, text: str) -> bool:
        heading = heading_of(text)
        if heading is None or (furniture.is_version(text) and not line.heading and self._found.drafts):
            return False
        self._day = self._found.mention(heading.said, line.source, heading.words)
        self._current = self._part = self._group = None
        self._ended = self._listing = False
        if heading.item is not None:
            self._timed(line, heading.item)
        return True

    def _timed(self, line: Line, text: str) -> bool:
        """Take a line that begins with when it is."""
        folded = plain(text)
        start = start_of(text)
        moment = moment_at(folded, start)
        if moment is None and numbered(text, start) != start:
            moment = moment_at(folded, numbered(text, start))
        if moment is None or furniture.is_version(text[moment.stop :][:20]) and self._day is None:
            return self._leg(line, text) or self._open(line, text, start)
        if moment.part is not None and not words_of(text[moment.stop :]):
            self._part, self._current = moment.part, None
            return True
        if self._day is None and moment.start is None and moment.end is None:
            return False
        rest = text[moment.stop :]
        within = moment_within(plain(rest)) if moment.part is not None else None
        if within is not None:
            rest, moment = rest[: within.begin] + rest[within.stop :], within
        self._add(line, rest.lstrip(" :–—-.|,;)").rstrip(" :–—-|,;"), moment)
        return True

    def _leg(self, line: Line, text: str) -> bool:
        """Take a line that begins with a flight or a train whose times stand within it."""
        if self._day is None or self._current is not None and not self._current.ready:
            return False
        legs = legs_in(text)
        if not legs or legs[0].start is None or text.find(legs[0].number or "?") > 60:
            return False
        leg = legs[0]
        self._add(line, text, Moment(0, 0, leg.start, leg.end, end_days=leg.end_days))
        return True

    def _open(self, line: Line, text: str, start: int) -> bool:
        """Take ``To be confirmed: visit``."""
        numbers = numbered(text, start)
        stop = open_at(plain(text), numbers)
        if stop is None or self._day is None or len(words_of(text[stop:])) < 4:
            return False
        self._add(line, text[stop:], None)
        self._found.drafts[-1].status = ItemStatus.TENTATIVE
        return True

    def _add(self, line: Line, rest: str, moment: Moment | None, *, weak: bool = False) -> Draft:
        if len(self._found.drafts) >= MOST_ITEMS:
            raise too_much()
        pieces = [rest] if legs_in(rest) else [piece for piece in _WIDE.split(rest.strip()) if words_of(piece)]
        draft = Draft(line.source, self._day, pieces[0] if pieces else "", moment, weak=weak)
        draft.indent, draft.bullet, draft.ready = line.indent, line.bullet, bool(pieces)
        draft.lines = pieces[1:]
        if len(pieces) == 2 and not label_at(pieces[1]) and len(pieces[1]) < _LONGEST_ITEM:
            draft.place, draft.lines = pieces[1], []
        if self._group is not None:
            draft.groups.append(self._group)
        if draft.moment is None and self._part is not None:
            draft.moment = Moment(0, 0, part=self._part)
        self._found.drafts.append(draft)
        self._current = draft
        if group_of(draft.title) is not None and len(groups_apart(draft.title)) > 1:
            parts, draft.title = groups_apart(draft.title), ""
            for part in parts:
                self._grouped(replace(line, text=part), part)
        return draft

    def _grouped(self, line: Line, text: str) -> bool:
        """Take a line for one group, or one of the tables that stand side by side."""
        group, table, parent = group_of(text), table_of(text), self._current
        if group is None and (table is None or parent is None or self._gap):
            return False
        if group is not None and not group[1]:
            self._group, self._current = group[0], None
            return True
        if len(groups_apart(text)) > 1:
            return all(self._grouped(line, part) for part in groups_apart(text))
        name, words = group if group is not None else ("", table or "")
        moment = moment_at(plain(words))
        if moment is not None and moment.start is not None:
            parent, words = None, words[moment.stop :].strip(" :–-")
        elif parent is None:
            return False
        child = self._add(line, words, moment if parent is None else parent.moment)
        child.groups = [name] if name else []
        if parent is not None:
            parent.parts += 1
            child.place = child.place or parent.place
            child.lines += [parent.title] if parent.title else []
            self._current = parent
        return True

    # -- what belongs to something ----------------------------------------------------------------------

    def _untimed(self, line: Line, text: str) -> None:
        current = self._current
        if furniture.closes(text) and not furniture.heads_mail(text):
            self._ended = self._found.drafts != [] or self._day is not None
            self._found.refuse(line.source, furniture.GREETING)
        elif furniture.lists(text) and not line.bullet and self._day is not None:
            self._listing, self._current = True, None
        elif current is not None and not current.ready and not furniture.is_contact(text):
            current.title, current.ready, current.below = text, True, True
            current.source = Source(f"{current.source.text} {text}", current.source.line, current.source.page)
        elif current is not None and _named_place_first(current, text):
            current.title, current.place = text, current.title
        elif self._day is None and current is None:
            self._preamble(line, text)
        elif self._is_item(line, text):
            self._add(line, text[start_of(text) :], _said_later(text), weak=True)
        else:
            self._detail(line, text)

    def _preamble(self, line: Line, text: str) -> None:
        said = day_in_passing(text)
        if said is not None and not self._found.mentions:
            self._day = self._found.mention(said, line.source, passing=True)
            self._found.preamble.append(text)
        elif furniture.is_contact(text) or furniture.is_page(text):
            self._found.refuse(line.source, furniture.CONTACT)
        else:
            self._found.preamble.append(text)

    def _is_item(self, line: Line, text: str) -> bool:
        """Tell whether a line without a time is an item of its own."""
        if self._is_furniture(text) or label_at(text) is not None:
            return False
        if len(text) > (_LONGEST_POINT if line.bullet else _LONGEST_ITEM):
            return False
        current = self._current
        if furniture.titles(text):
            return False
        if current is None:
            return line.bullet or not text.endswith((".", "!")) or len(text.split()) < 9
        deeper = line.indent > current.indent + _DEEPER
        if line.bullet:
            return (current.bullet or current.weak) and not deeper
        if current.weak and not deeper and not self._gap and not is_place(text) and not text.startswith("("):
            return not current.bullet
        return (
            begins_item(text)
            and not deeper
            and not text[:1].islower()
            and not current.bullet
            or (begins_item(text) and self._gap and not current.bullet and len(text) < _LONGEST_ITEM // 2)
        )

    def _is_furniture(self, text: str) -> bool:
        return (
            furniture.is_contact(text)
            or furniture.is_page(text)
            or furniture.notes(text)
            or furniture.is_version(text)
        )

    def _detail(self, line: Line, text: str) -> None:
        current = self._current
        loose = self._gap and not line.indent > (current.indent + _DEEPER if current is not None else 0)
        if (
            current is None
            or (loose and (furniture.is_contact(text) or not label_at(text)))
            or furniture.is_page(text)
            or (furniture.notes(text) and not label_at(text) and not line.bullet and self._gap)
        ):
            self._found.refuse(line.source, self._why(text))
        elif furniture.is_contact(text) and label_at(text) is None:
            self._found.refuse(line.source, furniture.CONTACT)
        elif _continues(current, text):
            current.title = f"{current.title} {text}"
        else:
            current.lines.append(text.lstrip("•-*· "))

    def _why(self, text: str) -> Message:
        if furniture.is_contact(text):
            return furniture.CONTACT
        return furniture.PAGE if furniture.is_page(text) or furniture.is_version(text) else furniture.NOTE


def _said_later(text: str) -> Moment | None:
    """Return the time a line names behind its words, as ``Dinner, 8 pm``."""
    moment = moment_within(plain(text))
    return replace(moment, begin=0, stop=0) if moment is not None else None


def _named_place_first(current: Draft, text: str) -> bool:
    """Tell whether the line beneath a time named the room, and this one the title."""
    below = current.below and current.place is None and not current.lines
    plainly = kind_of(current.title) is ItemKind.OTHER and len(current.title.split()) <= _ROOM_WORDS
    return (
        below
        and plainly
        and is_place(current.title)
        and not is_place(text)
        and label_at(text) is None
        and text[:1] not in "(-•"
    )


def _continues(current: Draft, text: str) -> bool:
    """Tell whether a line is the rest of a title that was too long for its line."""
    if current.lines:
        return False
    return current.title.endswith(_GOES_ON) or (text[:1].islower() and len(current.title) > 30)
