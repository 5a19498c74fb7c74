"""Describe the columns that lists of results share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.domain.naming import INTERESTS
from missionplanner.domain.vocabulary import Interest
from missionplanner.gui.delegation import offers
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.tables.spec import Column, Kind

if TYPE_CHECKING:
    from missionplanner.gui.context import Context

_TONES = {Interest.HIGH: "ok", Interest.MEDIUM: "info", Interest.LOW: "quiet", Interest.NONE: "quiet"}


def items(ctx: Context) -> Sequence[Option]:
    """Return the items of the open mission by title, told apart by their day where two are called alike."""
    plan = ctx.mission.plan
    if plan is None:
        return ()
    found = []
    titles = [one.title.best(ctx.t.language, plan.mission.languages) for one in plan.items]
    for one, title in zip(plan.items, titles, strict=True):
        day = ctx.wording.weekday(one.date) if one.date is not None else ""
        start = f"{one.start:%H:%M}" if one.start is not None else ""
        apart = ", ".join(filter(None, (title, day, start))) if titles.count(title) > 1 else title
        others = tuple(text for _code, text in one.title.entries if text != apart)
        found.append(Option(apart, one.id, others))
    return found


def person(key: str, title: str, *, shown: bool = True, also: tuple[str, ...] = ()) -> Column:
    """Return a column that refers to a person, who may be a new one."""
    return Column(
        key=key,
        title=title,
        kind=Kind.LINK,
        offer=offers.people,
        create=True,
        width=160,
        shown=shown,
        also=also,
    )


def item(key: str = "item_id", title: str = N_("Item"), *, shown: bool = True) -> Column:
    """Return a column that refers to an item of the programme."""
    return Column(key=key, title=title, kind=Kind.LINK, offer=items, width=200, shown=shown, also=("item", "voce"))


INTEREST = Column(
    key="interest",
    title=N_("Interest"),
    kind=Kind.CHOICE,
    words=INTERESTS,
    width=140,
    least=104,
    tone=lambda value: _TONES.get(value, "quiet"),
    also=("interesse",),
)
