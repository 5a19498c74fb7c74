"""Set what checks go by, for all missions of a workspace or for one: thresholds, days, rules switched off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.db import reading
from missionplanner.domain.checks import FAMILIES, RULES, Rule
from missionplanner.domain.checks.options import OFF, QUIET_UNTIL, Options, written
from missionplanner.domain.records import CheckOption
from missionplanner.services import missions
from missionplanner.services.workspace import Edit, Receipt, Workspace

Value = bool | float | dt.time | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Be the options of one mission, or those of all where ``mission_id`` is None.

    ``own`` are the names set here; ``now`` is what holds, ``otherwise`` what would hold without these.
    """

    mission_id: UUID | None
    own: frozenset[str]
    now: Options
    otherwise: Options

    def value(self, name: str) -> Value:
        """Return what an option is."""
        return self.now.value(name, _opens(name))

    def usual(self, name: str) -> Value:
        """Return what an option would be had nobody set it here."""
        return self.otherwise.value(name, _opens(name))


def families() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return every rule, family by family, each with its name."""
    files = [one.__name__ for one in FAMILIES]
    return tuple(
        (name.rpartition(".")[2], tuple(one for one in RULES.values() if one.look.__module__ == name))
        for name in files
    )


def names_of(rule: Rule) -> tuple[str, ...]:
    """Return the options of a rule: whether it is off, from when on it speaks where it waits, its thresholds."""
    waits = (QUIET_UNTIL + rule.id,) if rule.opens is not None else ()
    return (OFF + rule.id, *waits, *rule.options)


def options(ws: Workspace, code: str | None = None) -> Chosen:
    """Read what a mission's checks go by; None: what all missions' do. Raises NotFound."""
    if code is None:
        with ws.reading() as connection:
            kept = reading.shared_check_options(connection)
        mission_id = None
    else:
        plan = missions.plan(ws, code)
        kept, mission_id = plan.check_options, plan.mission.id
    own = {one.name: one.value for one in kept if one.mission_id == mission_id}
    shared = {one.name: one.value for one in kept if one.mission_id is None} if mission_id is not None else {}
    otherwise = Options().with_(shared.items())
    return Chosen(mission_id, frozenset(own), otherwise.with_(own.items()), otherwise)


def change(ws: Workspace, code: str | None, values: Mapping[str, Value | str]) -> Receipt:
    """Set some options in one step; None, or what would hold anyway, sets one back.

    Raises Invalid with the name of the option as field, NotFound.
    """
    chosen = options(ws, code)
    wanted = {name: _wanted(chosen, name, value) for name, value in values.items()}
    _refuse_turned_round(chosen, wanted)
    with ws.edit(N_("Change the checks")) as edit:
        kept = {one.name: one for one in edit.all(CheckOption, mission_id=chosen.mission_id)}
        for name, value in wanted.items():
            _store(edit, chosen.mission_id, kept.get(name), name, value)
    return edit.receipt


def reset(ws: Workspace, code: str | None = None) -> Receipt:
    """Set every option of a mission, or of all with None, back in one step. Raises NotFound."""
    mission_id = options(ws, code).mission_id
    with ws.edit(N_("Reset the checks")) as edit:
        for one in edit.all(CheckOption, mission_id=mission_id):
            edit.delete(one)
    return edit.receipt


def _wanted(chosen: Chosen, name: str, value: Value | str) -> str | None:
    """Return what is to be kept of an option, None where it is to hold what would hold anyway."""
    prefix, dot, rule = name.partition(".")
    if dot and (prefix + dot not in {OFF, QUIET_UNTIL} or rule not in RULES):
        raise Invalid(N_("There is no such option: “{text}”."), field=name, text=name)
    if value is None:
        return None
    text, usual = written(name, value), chosen.usual(name)
    return None if usual is not None and text == written(name, usual) else text


def _refuse_turned_round(chosen: Chosen, wanted: Mapping[str, str | None]) -> None:
    """Raise Invalid where the time of a meal would end before it begins."""
    left = [(name, value) for name, value in wanted.items() if value is not None]
    back = [(name, chosen.usual(name)) for name, value in wanted.items() if value is None]
    after = chosen.now.with_([*back, *left])
    for meal in ("lunch", "dinner"):
        if after.value(f"{meal}_from") >= after.value(f"{meal}_to"):  # type: ignore[operator]
            raise Invalid(N_("It ends before it starts."), field=f"{meal}_to")


def _store(edit: Edit, mission_id: UUID | None, kept: CheckOption | None, name: str, value: str | None) -> None:
    if kept is None and value is not None:
        edit.add(CheckOption(mission_id=mission_id, name=name, value=value))
    elif kept is not None and value is None:
        edit.delete(kept)
    elif kept is not None and value is not None and kept.value != value:
        edit.save(replace(kept, value=value))


def _opens(name: str) -> int | None:
    """Return from how many days before departure the rule of an option speaks by itself."""
    rule = RULES.get(name.removeprefix(QUIET_UNTIL))
    return rule.opens if rule is not None else None
