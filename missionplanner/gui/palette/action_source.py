"""List the declared actions and the pages of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction

from missionplanner.base.messages import N_
from missionplanner.gui.actions import SPECS, Actions, Spec
from missionplanner.gui.actions import spec as needs
from missionplanner.gui.actions.directory import ONE_PERSON
from missionplanner.gui.context import Context
from missionplanner.gui.palette.entries import Entry, Group, in_both
from missionplanner.gui.places import OF_A_MISSION, OF_THE_WORKSPACE, SETTINGS
from missionplanner.gui.widgets.basics import keys_of

PAGES = (*OF_THE_WORKSPACE, *OF_A_MISSION, SETTINGS)
"""Names of the pages one goes to, which are the names of their actions."""
ELSEWHERE = frozenset(
    {
        "palette",
        "find_everywhere",
        "print_itineraries",
        "copy_day",
        "see_as",
        "next_region",
        "previous_region",
        *PAGES,
    }
)
"""Actions not listed as such: pages, paper and verbs have entries of their own, and here one is already."""
IMPOSSIBLE = N_("Not possible now")
WHY_NOT: dict[str, str] = {
    needs.READY: N_("No workspace is open"),
    needs.MISSION: N_("Open a mission first"),
    needs.ITEMS: N_("Choose an item first"),
    needs.LISTED: N_("Open a mission or a list first"),
    needs.ONE_ITEM: N_("Choose one item first"),
    needs.UNDO: N_("Nothing to undo"),
    needs.REDO: N_("Nothing to redo"),
    needs.ISSUES: N_("There are no issues"),
    needs.FIXABLE: N_("There is nothing to fix"),
    needs.PASTE: N_("Nothing was copied"),
    needs.SLOTS: N_("No slots are proposed for this item"),
    ONE_PERSON: N_("Choose one person of the directory first"),
    needs.BACK: N_("There is no place to go back to"),
    needs.FORWARD: N_("There is no place to go on to"),
}
"""Need of an action → why it cannot be done where that is not met."""
SUGGESTED: dict[str, tuple[str, ...]] = {
    "missions": ("action:new_mission", "action:import", "action:sample", "action:open"),
    "overview": ("action:next_issue", "action:print_agenda", "page:agenda", "page:documents"),
    "agenda": ("action:new_item", "verb:move_day", "verb:go_to_day", "action:print_agenda"),
    "documents": ("action:print_agenda", "paper:itineraries", "verb:print_one", "page:agenda"),
    "history": ("action:undo", "action:redo", "page:agenda", "page:missions"),
    "settings": ("setting:theme:dark", "setting:theme:light", "setting:text_size:130", "action:shortcuts"),
}
"""Page → what is likely wanted there, best first; what cannot be done now is passed over."""
USUAL = ("action:new_mission", "page:missions", "action:shortcuts", "action:import")
"""What is suggested where a page has too little to say."""


class ActionSource:
    """List the actions that can be done, and faintly by full name those that cannot."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    def entries(self, ctx: Context) -> list[Entry]:
        """Return all actions that are not hidden; of several with the same words the first that can be done."""
        specs = [spec for spec in SPECS if spec.name not in ELSEWHERE and self._actions[spec.name].isVisible()]
        made = [self._entry(ctx, spec, self._actions[spec.name]) for spec in specs]
        best: dict[str, Entry] = {}
        for one in made:
            if one.title not in best or (best[one.title].why_not and not one.why_not):
                best[one.title] = one
        return [one for one in made if best[one.title] is one]

    def _entry(self, ctx: Context, spec: Spec, action: QAction) -> Entry:
        why_not = "" if action.isEnabled() else ctx.t(WHY_NOT.get(spec.needs, IMPOSSIBLE))
        return Entry(
            key=f"action:{spec.name}",
            group=Group.ACTIONS,
            title=action.text().replace("&&", "&"),
            hint=why_not,
            icon=spec.icon or "command",
            words=in_both(spec.text, spec.also),
            keys=keys_of(action),
            run=action.trigger,
            why_not=why_not,
        )


class PageSource:
    """List the pages one can go to."""

    def __init__(self, actions: Actions, go: Callable[[str], object]) -> None:
        self._actions, self._go = actions, go

    def entries(self, ctx: Context) -> list[Entry]:
        """Return the pages there are."""
        specs = [spec for spec in SPECS if spec.name in PAGES and self._actions[spec.name].isVisible()]
        return [self._entry(ctx, spec, self._actions[spec.name]) for spec in specs]

    def _entry(self, ctx: Context, spec: Spec, action: QAction) -> Entry:
        why_not = "" if action.isEnabled() else ctx.t(WHY_NOT.get(spec.needs, IMPOSSIBLE))
        return Entry(
            key=f"page:{spec.name}",
            group=Group.ACTIONS,
            title=ctx.t("Go to {page}", page=ctx.t(spec.text)),
            hint=why_not,
            icon=spec.icon,
            words=in_both(spec.text, spec.also),
            keys=keys_of(action),
            run=partial(self._go, spec.name),
            why_not=why_not,
        )
