"""Name in plain English means of travel and rooms, for screens and paper alike, and what kind of row a leg is."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import ItemKind, LegMode

LEGS: dict[LegMode, str] = {
    LegMode.FLIGHT: N_("Flight"),
    LegMode.TRAIN: N_("Train"),
    LegMode.FERRY: N_("Ferry"),
    LegMode.COACH: N_("Coach"),
    LegMode.TRANSFER: N_("Transfer"),
    LegMode.CAR: N_("Car"),
    LegMode.ON_FOOT: N_("On foot"),
}

_KINDS: dict[LegMode, ItemKind] = {
    LegMode.FLIGHT: ItemKind.FLIGHT,
    LegMode.TRAIN: ItemKind.TRAIN,
    LegMode.FERRY: ItemKind.FERRY,
    LegMode.COACH: ItemKind.COACH,
}


def kind_of(mode: LegMode | None) -> ItemKind:
    """Return what kind of row a leg is; of any other mode a transfer."""
    return _KINDS.get(mode, ItemKind.TRANSFER) if mode is not None else ItemKind.TRANSFER
