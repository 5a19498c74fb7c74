"""Plan the timetable of B2B meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.options import (
    CodeArgument,
    JsonOption,
    WorkspaceOption,
    number,
    opened,
    wants_json,
    whole,
)

if TYPE_CHECKING:
    from missionplanner.domain.meetings.session import Session
    from missionplanner.domain.meetings.worth import Worth
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Meeting
    from missionplanner.services.matchmaking.proposing import Proposal

_SECONDS = 30.0
_RANGE = (0.1, 86_400)
_MOST_SEED = 2**31
_DRY = N_("Nothing was changed.")
_TAKEN = N_("Taken over.")

SessionOption = Annotated[
    str | None, typer.Option("--session", metavar="REF", help=N_("One B2B session, by its id; else all of them."))
]
SecondsOption = Annotated[
    float,
    typer.Option(
        "--seconds",
        parser=number("--seconds", *_RANGE),
        metavar="NUMBER",
        help=N_("How long to search, in all."),
    ),
]
SeedOption = Annotated[
    int,
    typer.Option(
        "--seed",
        parser=whole("--seed", 0, _MOST_SEED),
        metavar="NUMBER",
        help=N_("Another number gives another timetable."),
    ),
]
KeepOption = Annotated[bool, typer.Option("--keep", help=N_("Move as few meetings as can be."))]
ExactOption = Annotated[bool, typer.Option("--exact", help=N_("Look for a proof too, where python-sat is there."))]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=N_("Only tell: change nothing."))]


def schedule(
    code: CodeArgument,
    session: SessionOption = None,
    seconds: SecondsOption = _SECONDS,
    seed: SeedOption = 1,
    keep: KeepOption = False,
    exact: ExactOption = False,
    dry_run: DryRunOption = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Propose a timetable of B2B meetings and take it over, as one step that can be undone."""
    from missionplanner.services import missions
    from missionplanner.services.matchmaking import proposing

    t = output.words()
    effort = proposing.Effort(
        seconds=seconds, seed=seed, mode=proposing.Mode.KEEP if keep else proposing.Mode.NEW, prove=exact
    )
    if exact and not proposing.can_prove():
        output.note(t(N_("Proofs need python-sat, which is not here: the timetable is only not proved.")))
    with opened(workspace) as ws, output.progress(t(N_("Planning the meetings"))) as progress:
        plan = missions.plan(ws, code)
        wanted = [one.id for one in plan.matchmaking if session in (None, plan.ref(one.id), str(one.id))]
        if not wanted:
            raise typer.BadParameter(_none(plan, t), param_hint="--session" if session else "CODE")
        found = proposing.propose_all(ws, code, wanted, effort, progress)
        if not dry_run:
            proposing.accept(ws, *found)
    if wants_json(json):
        told = [_as_plain(one, t) for one in found]
        output.as_json(told[0] if len(told) == 1 else told)
        return
    for one in found:
        _tell(one, t, dry_run=dry_run)


def _none(plan: MissionPlan, t: Translator) -> str:
    known = ", ".join(plan.ref(one.id) for one in plan.matchmaking)
    if not known:
        return t(N_("This mission has no B2B session."))
    return t(N_("There is no such B2B session. There are: {known}."), known=known)


# -- in words --------------------------------------------------------------------------------------------------


def _tell(proposal: Proposal, t: Translator, *, dry_run: bool) -> None:
    session = proposal.session
    output.result(session.title(t.language) or session.plan.ref(session.id))
    output.table(
        ("", t(line.name), f"{line.now} → {line.then}" + (f" / {line.of}" if line.of is not None else ""))
        for line in proposal.comparison
    )
    for one in proposal.unserved:
        output.result(t.say(one.why))
    output.note(_ending(proposal, t, dry_run=dry_run))


def _ending(proposal: Proposal, t: Translator, *, dry_run: bool) -> str:
    told = {
        "added": len(proposal.added),
        "moved": len(proposal.moved),
        "tables": len(proposal.reseated),
        "dropped": len(proposal.dropped),
        "seconds": f"{proposal.seconds:.1f}",
    }
    if proposal.is_the_same:
        return t(N_("The timetable stays as it is ({seconds} s)."), seconds=told["seconds"])
    counts = N_("{added} new, {moved} moved, {tables} at another table, {dropped} waiting ({seconds} s).")
    return " ".join((t(_DRY if dry_run else _TAKEN), t(counts, **told)))


# -- for programs ----------------------------------------------------------------------------------------------


def _as_plain(proposal: Proposal, t: Translator) -> dict[str, Any]:
    session, plan = proposal.session, proposal.session.plan
    return {
        "session": plan.ref(session.id),
        "meetings": [_meeting(session, one) for one in session.live],
        "unserved": [
            {
                "a": plan.ref(one.pair.a),
                "b": plan.ref(one.pair.b),
                "wish": one.pair.wish,
                "why": t.say(one.why),
            }
            for one in proposal.unserved
        ],
        "added": [_pair(plan, one) for one in proposal.added],
        "moved": [{**_pair(plan, one.meeting), "from": one.before.slot} for one in proposal.moved],
        "dropped": [_pair(plan, one) for one in proposal.dropped],
        "before": _figures(proposal.now),
        "figures": _figures(proposal.then),
        "proved": proposal.proved,
        "least_breaks": proposal.least,
        "cut": proposal.cut,
        "seconds": round(proposal.seconds, 3),
    }


def _meeting(session: Session, one: Meeting) -> dict[str, Any]:
    plan, slot = session.plan, session.slot(one.slot)
    return {
        **_pair(plan, one),
        "date": slot.date.isoformat() if slot is not None else None,
        "start": f"{slot.start:%H:%M}" if slot is not None else None,
        "end": f"{slot.end:%H:%M}" if slot is not None else None,
        "table": one.table,
        "state": one.state,
        "locked": bool(one.locked),
        "interpreter": plan.ref(one.interpreter_id) if one.interpreter_id is not None else None,
    }


def _pair(plan: MissionPlan, one: Meeting) -> dict[str, Any]:
    return {"id": plan.ref(one.id), "a": plan.ref(one.a_id), "b": plan.ref(one.b_id), "slot": one.slot}


def _figures(one: Worth) -> dict[str, Any]:
    return {
        "meetings": one.meetings,
        "asked": {wish.value: count for wish, count in one.asked.items()},
        "served": {wish.value: count for wish, count in one.served.items()},
        "breaks": one.breaks,
        "most_breaks": one.most_breaks,
        "idle": one.idle,
        "table_changes": one.table_changes,
    }
