"""Put a mission that came from a file into the workspace: what is there is recognised, the rest is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any
from uuid import UUID

from missionplanner.base.messages import N_, Message
from missionplanner.db import reading
from missionplanner.domain import records as r
from missionplanner.domain.likeness.belonging import AUDIENCE, BEFORE_OTHERS, LISTS, NAMING, OWNERS, SHARED, WITHIN
from missionplanner.domain.likeness.merge import (
    content,
    filled,
    identity,
    key,
    overlaid,
    required,
    says_nothing_new,
    shown,
)
from missionplanner.domain.likeness.merge import name as name_of
from missionplanner.domain.plan import PARTS, RECORD_PARTS, Dossier, MissionPlan, MissionRecord
from missionplanner.services.workspace import Edit

Entry = tuple[str, UUID]
"""List of the mission file and the id its entry has in the dossier."""


@dataclass
class Merged:
    """Tell what came of a file, entry by entry."""

    added: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    doubtful: list[tuple[Entry, Message]] = field(default_factory=list)


def merge(edit: Edit, dossier: Dossier, *, update: bool) -> Merged:
    """Write a dossier within an edit. The caller has made sure that its code is new or ``update`` is given.

    Shared records match by id, or by equal name and e-mail (people), name and country (organisations), name,
    city and country (places), name (initiatives); filled fields are overwritten only with ``update``. Records
    match by the id this mission's file gave them before, or by what makes them one (a delegate's person);
    entries without an id by what they say, else by their place in the list. What the file lacks stays.
    """
    return _Merge(edit, dossier, update).run()


class _Merge:
    def __init__(self, edit: Edit, dossier: Dossier, update: bool) -> None:
        self.edit = edit
        self.dossier = dossier
        self.update = update
        self.result = Merged()
        self.ids: dict[UUID, UUID] = {}
        """Id in the dossier → id in the workspace, for what was recognised."""
        self.matches: list[tuple[Any, Any]] = []
        """Our record and the file's, for what was recognised."""
        self.new: list[r.Record] = []
        self.noted: set[UUID] = set()
        self.places = {one.record_id: one for one in dossier.plan.refs if one.list in NAMING}
        there = reading.mission(edit.connection, dossier.plan.mission.code)
        self.known = reading.plan(edit.connection, there) if there is not None else None
        self.record = reading.mission_record(edit.connection, there) if there is not None else MissionRecord()
        refs = self.known.refs if self.known is not None else ()
        self.refs = {(one.list, one.ref): one.record_id for one in refs if one.ref is not None}
        self.nameless = {(one.list, one.position): one.record_id for one in refs if one.ref is None}

    def run(self) -> Merged:
        # First everything is recognised, then written: what is written refers to what comes later in the file.
        for kind in SHARED:
            self._recognise_shared(kind)
        if self.known is not None:
            self.ids[self.dossier.plan.mission.id] = self.known.mission.id
            self._recognise_own(self.known)
        for ours, theirs in self.matches:
            self._renew(ours, theirs)
        matched = {theirs.id for _, theirs in self.matches}
        mission = self._with_our_ids(self.dossier.plan.mission)
        if self.known is None:
            self.new.append(mission)
        else:
            self._save(self.known.mission, overlaid(self.known.mission, mission))
        for one in self._theirs():
            if one.id not in matched and type(one) not in OWNERS and not isinstance(one, r.FileRef):
                self.new.append(self._with_our_ids(one))
                self._note(self.result.added, one)
        self._children()
        self._file_refs()
        self.edit.add_all(self.new)
        return self.result

    def _theirs(self) -> Iterator[Any]:
        """Give every record of the dossier but the mission itself."""
        for name in PARTS:
            yield from getattr(self.dossier.plan, name)
        for name in RECORD_PARTS:
            yield from getattr(self.dossier.record, name)
        yield from self.dossier.confidential

    def _ours(self, plan: MissionPlan) -> Iterator[Any]:
        for name in PARTS:
            yield from getattr(plan, name)
        for name in RECORD_PARTS:
            yield from getattr(self.record, name)

    # -- recognising --------------------------------------------------------------------------------

    def _recognise_shared(self, kind: type[Any]) -> None:
        theirs = [one for one in self._theirs() if type(one) is kind]
        ours = self.edit.all(kind) if theirs else ()
        by_id = {one.id: one for one in ours}
        by_key: dict[Any, Any] = {}
        by_name: dict[str, Any] = {}
        for one in ours:
            by_key.setdefault(key(one), one)
            by_name.setdefault(name_of(one), one)
        named = {one.id: by_id.get(self._named(one)) for one in theirs}
        taken = {one.id for one in named.values() if one is not None}
        for one in theirs:
            match = named[one.id]
            own = key(self._with_our_ids(one))
            same = by_key.get(own) if match is None and own is not None else None
            if same is not None and same.id not in taken:  # two entries of a file are never one record
                taken.add(same.id)
                match = same
            if match is not None:
                self._match(match, one)
            elif name_of(one) and name_of(one) in by_name:
                text = N_("“{name}” looks like one that is there already; it was added as another.")
                entry = (LISTS[kind], one.id)
                self.result.doubtful.append((entry, Message.of(text, {"name": shown(one)})))

    def _recognise_own(self, known: MissionPlan) -> None:
        own = list(self._ours(known))
        free = {one.id: one for one in own}
        alike: dict[Any, list[Any]] = {}
        for one in own:
            if identity(one) is not None:
                alike.setdefault(identity(one), []).append(one)
        for kind in BEFORE_OTHERS:
            open_ends: list[Any] = []
            for one in self._theirs():
                if type(one) is kind:
                    new = self._with_our_ids(one)
                    same = (other for other in alike.get(identity(new), ()) if other.id in free)
                    match = free.get(self._named(one)) or next(same, None)
                    if match is None or type(match) is not kind:
                        open_ends.append(one)
                    else:
                        self._match(free.pop(match.id), one)
            self._recognise_nameless(kind, open_ends, free)

    def _recognise_nameless(self, kind: type[Any], theirs: list[Any], free: dict[UUID, Any]) -> None:
        """Recognise entries without an id: by what they say, else by their place in the list."""
        left = []
        for one in theirs:
            place = self.places.get(one.id)
            if place is not None and place.ref is not None:
                continue
            new = self._with_our_ids(one)
            match = next(
                (ours for ours in free.values() if type(ours) is kind and says_nothing_new(ours, new)), None
            )
            if match is not None:
                self._match(free.pop(match.id), one)
            elif place is not None:
                left.append((one, self.nameless.get((place.list, place.position))))
        for one, there in left:
            if there is not None and there in free:
                self._match(free.pop(there), one)

    def _match(self, ours: Any, theirs: Any) -> None:
        self.ids[theirs.id] = ours.id
        self.matches.append((ours, theirs))

    def _named(self, one: r.Record) -> UUID:
        """Return the id an entry names: as this mission's file did before, or outright, as our exports do."""
        place = self.places.get(one.id)
        if place is None or place.ref is None:
            return one.id
        known = self.refs.get((place.list, place.ref))
        if known is not None:
            return known
        try:
            return UUID(place.ref)
        except ValueError:
            return one.id

    # -- writing ------------------------------------------------------------------------------------

    def _renew(self, ours: Any, theirs: Any) -> None:
        new = self._with_our_ids(theirs)
        shared = isinstance(ours, SHARED)
        merged = filled(ours, new) if shared and not self.update else overlaid(ours, new)
        if self._save(ours, merged):
            self._note(self.result.changed, theirs)

    def _save(self, ours: Any, merged: Any) -> bool:
        if merged != ours:
            self.edit.save(merged)
        return bool(merged != ours)

    def _note(self, tally: list[Entry], one: r.Record) -> None:
        kind, entry = type(one), one.id
        if kind in WITHIN:  # the entry around it is changed, unless it is new itself
            tally, (kind, owner) = self.result.changed, WITHIN[kind]
            entry = getattr(one, owner)
        if kind in LISTS and entry not in self.noted:
            self.noted.add(entry)
            tally.append((LISTS[kind], entry))

    def _children(self) -> None:
        """Put the file's children in the place of those of every owner it names; of a kind it lacks ours stay."""
        theirs: dict[tuple[type[Any], UUID], list[Any]] = {}
        for one in self._theirs():
            if type(one) in OWNERS:
                new = self._with_our_ids(one)
                theirs.setdefault((type(one), getattr(new, OWNERS[type(one)])), []).append(new)
        renewed = {ours.id: theirs for ours, theirs in self.matches}
        for item in (ours for ours, _ in self.matches if isinstance(ours, r.AgendaItem)):
            for kind in AUDIENCE:  # the file always says whom an item is for
                theirs.setdefault((kind, item.id), [])
        gone: list[r.Record] = []
        for (kind, owner), some in theirs.items():
            ours = self.edit.all(kind, **{OWNERS[kind]: owner}) if owner in renewed else ()
            before, saved = len(self.new) + len(gone), False
            if kind is r.Confidential:
                saved = self._confidential(ours, some)
            elif kind is r.InitiativeMember:
                there = {one.organisation_id for one in ours}
                self.new += [one for one in some if one.organisation_id not in there]
            else:
                left, changed = self._replaced(ours, some)
                gone, saved = gone + left, changed
            if owner in renewed and (saved or len(self.new) + len(gone) > before):
                self._note(self.result.changed, renewed[owner])
        self.edit.delete_all(gone)

    def _replaced(self, ours: Iterable[Any], theirs: Iterable[Any]) -> tuple[list[r.Record], bool]:
        """Add those of theirs that ours lack; return those of ours that theirs lack, and whether others changed.

        One of ours that says all that one of theirs says, and more, stays with what it has more.
        """
        wanted: dict[Any, list[Any]] = {}
        for one in theirs:
            wanted.setdefault(content(one), []).append(one)
        left: dict[Any, list[Any]] = {}
        for one in ours:
            if wanted.get(content(one)):
                wanted[content(one)].pop()
            else:
                left.setdefault(required(one), []).append(one)
        saved = False
        for one in (one for some in wanted.values() for one in some):
            alike = left.get(required(one), [])
            fuller = next((other for other in alike if says_nothing_new(other, one)), None)
            if fuller is None:
                self.new.append(one)
            else:
                alike.remove(fuller)
                saved |= self._save(fuller, overlaid(fuller, one))
        return [one for some in left.values() for one in some], saved

    def _confidential(self, ours: tuple[Any, ...], theirs: list[Any]) -> bool:
        saved = False
        for one in theirs:
            if ours:
                saved |= self._save(ours[0], overlaid(ours[0], one))
            else:
                self.new.append(one)
        return saved

    def _file_refs(self) -> None:
        refs = self.known.refs if self.known is not None else ()
        there = {(one.list, one.record_id) for one in refs}
        last: dict[str, int] = {}
        for one in refs:
            last[one.list] = max(last.get(one.list, -1), one.position)
        for one in self.dossier.plan.refs:
            new = self._with_our_ids(one)
            if (new.list, new.record_id) in there or new.ref == str(new.record_id):
                continue
            if new.list in NAMING:
                last[new.list] = last.get(new.list, -1) + 1
                new = replace(new, position=last[new.list])
            self.new.append(new)

    def _with_our_ids(self, one: Any) -> Any:
        values = {
            item.name: self.ids[value]
            for item in fields(one)
            if isinstance(value := getattr(one, item.name), UUID) and value in self.ids and item.name != "id"
        }
        return replace(one, **values) if values else one
