"""Hold the objectives of several missions together against what those missions reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from missionplanner.domain.figures.objectives import Number, Progress, indicator_of
from missionplanner.domain.text import folded
from missionplanner.domain.texts import Texts

AVERAGED = frozenset({"satisfaction"})
"""Indicators that have a mean over missions, and no sum."""
_NONE = Texts(())


@dataclass(frozen=True, slots=True)
class Goal:
    """Be one objective of all missions of an initiative together.

    ``target`` is what they are to reach, ``reached`` what those did of which it is known, None where it is of
    none. ``missions`` have the objective, of ``open`` of them nothing is recorded.
    """

    text: Texts | None
    indicator: str
    target: Number | None
    reached: Number | None
    missions: int
    open: int

    @property
    def share(self) -> float | None:
        """Return what was reached of the target, 1 for all of it; None where either is missing."""
        if self.reached is None or not self.target or self.target < 0:
            return None
        return float(self.reached) / float(self.target)


def goals(some: Iterable[Progress]) -> tuple[Goal, ...]:
    """Return objectives of several missions as one each, in the order they come.

    Those measured by the same word are one; without such a word, those whose texts are the same.
    """
    found: dict[tuple[str, str], list[Progress]] = {}
    for one in some:
        indicator = indicator_of(one.objective)
        text = "" if indicator else folded(" ".join(text for _, text in (one.objective.text or _NONE).entries))
        found.setdefault((indicator, text), []).append(one)
    return tuple(_goal(indicator, own) for (indicator, _), own in found.items())


def _goal(indicator: str, own: list[Progress]) -> Goal:
    targets = [one.objective.target for one in own if one.objective.target is not None]
    reached = [one.reached for one in own if one.reached is not None]
    return Goal(
        text=next((one.objective.text for one in own if one.objective.text), None),
        indicator=indicator,
        target=_together(indicator, targets),
        reached=_together(indicator, reached),
        missions=len(own),
        open=len(own) - len(reached),
    )


def _together(indicator: str, some: Sequence[Number]) -> Number | None:
    if not some:
        return None
    if len(some) == 1:
        return some[0]
    total = sum((Decimal(str(float(one))) for one in some), Decimal(0))
    if indicator in AVERAGED:
        return total / len(some)
    return int(total) if total == total.to_integral_value() else total
