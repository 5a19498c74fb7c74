"""Bring the sources of the palette together and answer its queries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.base.messages import N_
from missionplanner.gui.actions import Actions
from missionplanner.gui.context import Context
from missionplanner.gui.palette.action_source import SUGGESTED, USUAL, ActionSource, PageSource
from missionplanner.gui.palette.entries import Entry, Group, Indexed, Source, in_both, indexed_again
from missionplanner.gui.palette.everywhere import ALONE, BESIDE, Everywhere
from missionplanner.gui.palette.finding import PREFIXES, Found, choices, find, unfolded
from missionplanner.gui.palette.known_names import KnownNames
from missionplanner.gui.palette.mission_source import MissionSource
from missionplanner.gui.palette.paper_source import ITINERARY, PaperSource
from missionplanner.gui.palette.setting_source import SettingSource
from missionplanner.gui.palette.verb_source import VerbSource
from missionplanner.gui.widgets.basics import keys_of

if TYPE_CHECKING:
    from missionplanner.gui.palette.palette import Palette

ACTIONS, HELP = ">", "?"
RECENTLY, SUGGESTIONS = 5, 3
EVERYWHERE_WORDS = N_("search everywhere, full text, find in all missions")
_AFTER_PAINT = 30
"""Milliseconds after which the palette is on screen and the mission may be read."""
_SIGNS: dict[str, tuple[str, str]] = {
    ACTIONS: (N_("Actions only"), "command"),
    "#": (N_("Agenda items only"), "calendar-days"),
    "@": (N_("People only"), "user"),
    HELP: (N_("This help"), "circle-help"),
}
"""First sign that may be typed → what it does, its icon."""


class Contents(QObject):
    """Be all there is to find. ``arrived`` tells that the names of the directory are here, ``more`` that what was
    looked for in the whole workspace is.
    """

    arrived = Signal()
    more = Signal()

    def __init__(self, palette: Palette, ctx: Context, actions: Actions, go: Callable[[str], object]) -> None:
        super().__init__(palette)
        self._ctx = ctx
        person, organisation = palette.person_wanted.emit, palette.organisation_wanted.emit
        place = palette.place_wanted.emit
        seen_as = dict.fromkeys(("person", "organisation", "place", "group"), palette.seen_as_wanted.emit)
        self._actions = actions
        one_agenda = partial(palette.print_wanted.emit, ITINERARY, "")
        self._mission = MissionSource(palette.item_wanted.emit, person, organisation, place)
        self._sources: tuple[Source, ...] = (
            ActionSource(actions),
            VerbSource(actions, palette.day_wanted.emit, seen_as, one_agenda),
            PageSource(actions, go),
            PaperSource(actions, palette.print_wanted.emit),
            SettingSource(palette.setting_wanted.emit),
        )
        self._names = KnownNames(ctx, person, organisation, place, self)
        self._names.arrived.connect(self.arrived)
        self._everywhere = Everywhere(ctx, palette.hit_wanted.emit, self)
        self._everywhere.arrived.connect(self.more)
        self._own: list[Found] = []
        self._index: list[Indexed] = []
        self._of_mission: tuple[list[Entry], list[Indexed]] = ([], [])
        self._later = QTimer(self, interval=_AFTER_PAINT, singleShot=True)
        self._later.timeout.connect(self._read_mission)
        self._choices: dict[str, list[Indexed]] = {}

    @property
    def signs(self) -> tuple[str, ...]:
        """Return the first signs that mean something."""
        return tuple(_SIGNS)

    def gather(self) -> None:
        """Read what there is now; the mission when that is shown, the directory beside the window: ``arrived``."""
        self._choices.clear()
        listed = [entry for source in self._sources for entry in source.entries(self._ctx)]
        self._index = indexed_again([*listed, self.everywhere()])
        self._later.start()
        self._names.refresh()

    def _read_mission(self) -> None:
        if self._take_mission():
            self.arrived.emit()

    def _take_mission(self) -> bool:
        """Read the mission's entries; False where they are what they were."""
        self._later.stop()
        entries = self._mission.entries(self._ctx)
        if entries is self._of_mission[0]:
            return False
        self._of_mission = (entries, indexed_again(entries))
        return True

    def _everything(self) -> list[Indexed]:
        """Return all that can be found, what is nearest first: of two entries of one key the first counts."""
        return [*self._index, *self._of_mission[1], *self._names.found]

    def everywhere(self) -> Entry:
        """Return the verb that looks through the whole workspace alone."""
        action, t = self._actions["find_everywhere"], self._ctx.t
        return Entry(
            key="verb:find_everywhere",
            group=Group.ACTIONS,
            title=action.text(),
            icon="search",
            keys=keys_of(action),
            words=in_both(EVERYWHERE_WORDS),
            prompt=t("Words of anything, in any mission"),
            answers=lambda query: self._everywhere.found(query)[:ALONE],
        )

    @property
    def pending(self) -> bool:
        """Tell whether the whole workspace is being looked through at this moment."""
        return self._everywhere.pending

    def found(self, query: str, steps: list[Entry], page: str) -> list[Found]:
        """Return what fits: after ``steps`` among what the last asks for, else of everything."""
        self._own = self._found(query, steps, page)
        return self.with_more(query, steps)

    def with_more(self, query: str, steps: list[Entry]) -> list[Found]:
        """Return what ``found`` did for this query, with what has come of the whole workspace since."""
        if steps:
            return self._next(steps[-1], query) if steps[-1].answers is not None else self._own
        if query[:1] in _SIGNS:
            return self._own
        shown = {one.key for found in self._own for one in found.entries}
        more = self._everywhere.found(query, shown)[:BESIDE]
        return [*self._own, Found(Group.EVERYWHERE, tuple(more), len(more))] if more else self._own

    def _found(self, query: str, steps: list[Entry], page: str) -> list[Found]:
        if steps:
            return self._next(steps[-1], query)
        if not query.strip():
            return self._at_first(page)
        if query.startswith(HELP):
            return self._help()
        if self._later.isActive():
            self._take_mission()
        found = find(self._everything(), query)
        whole = self._in_one_line(query)
        others = [one for one in found if one.group is not Group.BEST or not whole]
        return [Found(Group.BEST, tuple(whole), len(whole)), *others] if whole else others

    def _in_one_line(self, query: str) -> list[Entry]:
        """Return verbs said with what they are about."""
        verbs = [one.entry for one in self._index if one.entry.leads_on]
        actions = query.removeprefix(ACTIONS)
        return unfolded(verbs, actions, self._choices_of) if actions[:1] not in PREFIXES else []

    def _next(self, step: Entry, query: str) -> list[Found]:
        if step.answers is not None:
            answers = tuple(step.answers(query))
            return [Found(Group.CHOICES, answers, len(answers))] if answers else []
        return choices(self._choices_of(step), query)

    def _choices_of(self, step: Entry) -> list[Indexed]:
        key = f"{step.key} {step.title}"
        if key not in self._choices:
            self._choices[key] = indexed_again(step.choices() if step.choices is not None else [])
        return self._choices[key]

    def _at_first(self, page: str) -> list[Found]:
        """Return what was used last, and what is likely wanted on a page."""
        used, usual = self._ctx.settings.values.recent, dict.fromkeys((*SUGGESTED.get(page, ()), *USUAL))
        wanted = {*used, *usual}
        entries = (one.entry for one in self._everything())
        known: dict[str, Entry] = {}
        for one in entries:
            if one.key in wanted and not one.why_not:
                known.setdefault(one.key, one)
        recent = [known[key] for key in used if key in known][:RECENTLY]
        likely = [known[key] for key in usual if key in known and known[key] not in recent][:SUGGESTIONS]
        both = ((Group.RECENT, recent), (Group.SUGGESTED, likely))
        return [Found(group, tuple(some), len(some)) for group, some in both if some]

    def _help(self) -> list[Found]:
        t = self._ctx.t
        signs = tuple(
            Entry(key=sign, group=Group.HELP, title=f"{sign}   {t(words)}", icon=icon)
            for sign, (words, icon) in _SIGNS.items()
            if sign != HELP
        )
        keys = tuple(one.entry for one in self._index if one.entry.key == "action:shortcuts")
        return [Found(Group.HELP, (*signs, *keys), len(signs) + len(keys))]
