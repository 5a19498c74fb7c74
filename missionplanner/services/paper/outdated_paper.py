"""Say who holds paper that is no longer true. Too slow for the rules: what each copy showed is worked out."""

from __future__ import annotations

from missionplanner.base.messages import N_, Message
from missionplanner.domain.checks.findings import Finding, Severity, digest
from missionplanner.domain.checks.options import options_of
from missionplanner.domain.checks.registry import accepted_in, judged
from missionplanner.domain.checks.scene import NAMED_AT_MOST
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.text import folded
from missionplanner.services.paper import papers
from missionplanner.services.paper.held_copies import COMMON
from missionplanner.services.paper.papers import Paper, State
from missionplanner.services.workspace import Workspace

RULE = "outdated_paper"
_PROGRAMME = N_("The programme given out has changed: a new copy is due.")
_OTHERS = N_("Lists and sheets given out have changed ({count}): new copies are due.")
_OTHERS_AND_PROGRAMME = N_(
    "The programme given out has changed, and so have lists and sheets ({count}): new copies are due."
)
_PEOPLE_AND_OTHERS = N_(
    "Copies given out have changed: {count} people need a new one, among them {people}, "
    "and {others} other documents are due anew."
)
_ONE = N_("Copies given out have changed: {people} needs a new one.")
_FEW = N_("Copies given out have changed: {people} need a new one.")
_MANY = N_("Copies given out have changed: {count} people need a new one, among them {people}.")
_ONE_AND_PROGRAMME = N_("Copies given out have changed: the programme, and {people} needs a new one of their own.")
_FEW_AND_PROGRAMME = N_("Copies given out have changed: the programme, and {people} need a new one of their own.")
_MANY_AND_PROGRAMME = N_(
    "Copies given out have changed: the programme, and {count} people need a new one of their own, "
    "among them {people}."
)


def found(plan: MissionPlan, ws: Workspace | None = None) -> tuple[Finding, ...]:
    """Return the one finding about copies given out that have changed; none where all hold or nobody wants it.

    To be called off the window's thread; it takes next to no time where nothing was given out.
    """
    if not plan.issued or RULE in options_of(plan).off:
        return ()
    changed = [one for one in papers.papers(plan, given_out=True, ws=ws) if one.state is State.CHANGED]
    if not changed:
        return ()
    holding = [one.person for one in changed if one.person is not None]
    common = [one for one in changed if one.person is None]
    others = [one for one in common if one.request.kind not in COMMON]
    people = sorted(holding, key=lambda one: (folded(one.full_name), str(one.id)))
    ids = tuple(one.id for one in people)
    finding = Finding(
        rule=RULE,
        severity=Severity.TO_DO,
        message=_sentence([one.full_name for one in people], len(common) > len(others), len(others)),
        people=ids,
        crowd=digest(sorted(map(str, ids))),
        others=tuple(sorted((one.group.id for one in changed if one.group), key=str)),
        facts=digest(f"{_mark(one)} {one.digest}" for one in changed),
    )
    return (judged(finding, accepted_in(plan)),)


def _mark(one: Paper) -> str:
    kind, language, *whom = one.key
    return " ".join((kind, language, *map(str, whom)))


def _sentence(names: list[str], programme: bool, others: int) -> Message:
    told = {"people": ", ".join(names[:NAMED_AT_MOST])}
    if others and names:
        return Message.of(_PEOPLE_AND_OTHERS, {"count": len(names), "others": others + programme, **told})
    if others:
        return Message.of(_OTHERS_AND_PROGRAMME if programme else _OTHERS, {"count": others})
    if not names:
        return Message(_PROGRAMME)
    if len(names) == 1:
        return Message.of(_ONE_AND_PROGRAMME if programme else _ONE, told)
    if len(names) <= NAMED_AT_MOST:
        return Message.of(_FEW_AND_PROGRAMME if programme else _FEW, told)
    return Message.of(_MANY_AND_PROGRAMME if programme else _MANY, {"count": len(names), **told})
