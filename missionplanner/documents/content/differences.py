"""Say what is different between a copy somebody holds and what it would show now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from missionplanner.documents.content.dates import day_and_month, weekday
from missionplanner.documents.content.told import Pair, Told
from missionplanner.documents.content.voice import Voice

MISSION = "mission"
"""The key of the block that tells of the mission as a whole."""


class Kind(StrEnum):
    """Say what happened to a row of an agenda."""

    ADDED = "added"
    GONE = "gone"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """Be a block that is different. ``before`` is what the copy told, ``now`` what it would tell.

    Either is None where there was or is no such block, or where nobody kept what it told.
    """

    key: str
    kind: Kind
    before: Told | None
    now: Told | None

    @property
    def shown(self) -> Told:
        """Return what names it: as it is now, else as it was."""
        found = self.now or self.before
        assert found is not None
        return found


def differences(
    held: Sequence[tuple[str, str]],
    told: Mapping[str, Told | None],
    current: Iterable[tuple[str, str]],
    now: Iterable[Told],
) -> tuple[Difference, ...]:
    """Compare a copy's blocks with those of today: exactly those are given whose hash is another.

    ``held`` and ``current`` are keys with hashes, ``told`` what the blocks of the copy told by hash, ``now`` what
    those of today tell, in their order. A key may stand for several blocks, which follow one another.
    """
    before: dict[str, list[str]] = {}
    for key, digest in held:
        before.setdefault(key, []).append(digest)
    found = []
    for (key, digest), tells in zip(current, now, strict=True):
        olds = before.get(key)
        if not olds:
            found.append(Difference(key, Kind.ADDED, None, tells))
        elif (old := olds.pop(0)) != digest:
            found.append(Difference(key, _kind(told.get(old), tells), told.get(old), tells))
    for key, rest in before.items():
        found += [Difference(key, Kind.GONE, told.get(old), None) for old in rest]
    return tuple(found)


def _kind(before: Told | None, now: Told) -> Kind:
    if before is None:
        return Kind.CHANGED
    if now.cancelled != before.cancelled:
        return Kind.CANCELLED if now.cancelled else Kind.RESTORED
    if (now.day, now.when) != (before.day, before.when):
        return Kind.MOVED
    return Kind.CHANGED


# -- in words -------------------------------------------------------------------------------------


def sentences(voice: Voice, one: Difference, words: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return what happened to a row, a line each. ``words`` gives labels of a copy in another language."""
    t = voice.t
    before, now = one.before, one.now
    if one.kind is Kind.ADDED:
        return (t.context("change", "New"),)
    if one.kind is Kind.GONE:
        return (t("No longer in the programme"),)
    if one.kind is Kind.CANCELLED:
        return (t.context("change", "Cancelled"),)
    if before is None or now is None:
        return (t("Changed"),)
    found = [t("Takes place after all")] if one.kind is Kind.RESTORED else []
    found += _moved(voice, before, now)
    if now.title != before.title:
        found.append(t("Was called “{title}”", title=before.title))
    if now.place != before.place:
        found.append(_change(voice, t("Place"), before.place, now.place))
    if now.mark != before.mark:
        found.append(t.context("change", "Confirmed") if not now.mark else t("No longer certain"))
    found += _labelled(voice, before.facts, now.facts, words or {})
    found += _meetings(voice, before.lines, now.lines)
    if now.rest != before.rest:
        found.append(t("Details have changed"))
    return tuple(found) or (t("Changed"),)


def _moved(voice: Voice, before: Told, now: Told) -> Iterator[str]:
    if (now.day, now.when) != (before.day, before.when):
        both = now.day != before.day
        yield voice.t("Moved: {before} → {now}", before=_when(voice, before, both), now=_when(voice, now, both))


def _when(voice: Voice, told: Told, with_day: bool) -> str:
    time = told.when or voice.t("time to be confirmed")
    return f"{day_line(voice, told.day)}, {time}" if with_day else time


def day_line(voice: Voice, day: str) -> str:
    """Return a day of a block in words: ``Monday 5 May``; "" where it has none."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return ""
    return f"{weekday(date, voice.language)} {day_and_month(date, voice.language)}"


def _change(voice: Voice, what: str, before: str, now: str) -> str:
    was, will = (_flat(text) or "–" for text in (before, now))
    return voice.t("{what}: {before} → {now}", what=what, before=was, now=will)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _labelled(
    voice: Voice, before: Sequence[Pair], now: Sequence[Pair], words: Mapping[str, str]
) -> Iterator[str]:
    """Give labels of which the value is another, in the order of today, then those that are gone."""
    old, new = _by_label(before), _by_label(now)
    for label in dict.fromkeys((*new, *old)):
        if old.get(label) != new.get(label):
            yield _change(voice, words.get(label, label), old.get(label, ""), new.get(label, ""))


def _by_label(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for label, value in pairs:
        found[label] = f"{found[label]}; {value}" if label in found else value
    return found


Meeting = tuple[str, str, str, str]
"""Time, name, table and what about."""


def _meetings(voice: Voice, before: Sequence[Meeting], now: Sequence[Meeting]) -> Iterator[str]:
    """Give the meetings, or pitches, of a row that are new, gone, at another hour or table."""
    if before == now:
        return
    old, new = _by_name(before), _by_name(now)
    changed = False
    for name in dict.fromkeys((*new, *old)):
        was, will = old.get(name, []), new.get(name, [])
        if was != will:
            changed = True
            kept = _alike(was, will)
            yield _change(voice, name, _meant(voice, was, kept), _meant(voice, will, kept))
    if not changed:
        yield voice.t("Another order")


def _by_name(lines: Sequence[Meeting]) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for time, name, table, about in lines:
        found.setdefault(name, []).append((time, table, about))
    return found


def _alike(was: Sequence[tuple[str, ...]], will: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """Return which of time, table and matter of a single meeting stayed as they were: they need no word."""
    if len(was) != 1 or len(will) != 1:
        return frozenset()
    return frozenset(place for place, pair in enumerate(zip(was[0], will[0], strict=True)) if pair[0] == pair[1])


def _meant(voice: Voice, some: Sequence[tuple[str, str, str]], without: frozenset[int]) -> str:
    said = []
    for time, table, about in some:
        parts = (time, voice.t("Table {table}", table=table) if table else "", about)
        said.append(" · ".join(part for place, part in enumerate(parts) if part and place not in without))
    return ", ".join(said)


def with_labels(voice: Voice, one: Difference) -> Difference:
    """Return a difference of what is said of the mission with words for what has no label on paper."""
    words = (voice.t("Dates"), voice.t("Programme"), voice.t("On call"), voice.t("Times"))

    def named(told: Told | None) -> Told | None:
        if told is None or one.key != MISSION:
            return told
        return replace(told, facts=tuple((word, text) for word, (_, text) in zip(words, told.facts, strict=False)))

    return replace(one, before=named(one.before), now=named(one.now))
