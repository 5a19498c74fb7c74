"""Name in plain English what is known of a delegate in codes: role, state, visa, insurance, fee, room."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import DelegateRole, DelegateStatus, FeeState, RoomKind, VisaState

DELEGATE_ROLES: dict[DelegateRole, str] = {
    DelegateRole.HEAD_OF_DELEGATION: N_("Head of delegation"),
    DelegateRole.DEPUTY_HEAD: N_("Deputy head of delegation"),
    DelegateRole.DELEGATE: N_("Delegate"),
    DelegateRole.SPEAKER: N_("Speaker"),
    DelegateRole.MISSION_MANAGER: N_("Mission manager"),
    DelegateRole.STAFF: N_("Staff"),
    DelegateRole.INTERPRETER: N_("Interpreter"),
    DelegateRole.PRESS: N_("Press"),
    DelegateRole.ACCOMPANYING: N_("Accompanying person"),
}
"""Roles in the order of protocol."""

DELEGATE_STATUSES: dict[DelegateStatus, str] = {
    DelegateStatus.INVITED: N_("Has an invitation"),
    DelegateStatus.APPLIED: N_("Has applied"),
    DelegateStatus.SELECTED: N_("Is selected"),
    DelegateStatus.WAITLISTED: N_("On the waiting list"),
    DelegateStatus.CONFIRMED: N_("Has confirmed"),
    DelegateStatus.DECLINED: N_("Has declined"),
    DelegateStatus.WITHDRAWN: N_("Has withdrawn"),
    DelegateStatus.REPLACED: N_("Replaced by another"),
}

VISA_STATES: dict[VisaState, str] = {
    VisaState.NOT_NEEDED: N_("Visa not needed"),
    VisaState.NEEDED: N_("Visa needed"),
    VisaState.APPLIED: N_("Visa applied for"),
    VisaState.GRANTED: N_("Visa granted"),
    VisaState.REFUSED: N_("Visa refused"),
}

INSURANCE_STATES: dict[VisaState, str] = {
    VisaState.NOT_NEEDED: N_("Insurance not needed"),
    VisaState.NEEDED: N_("Insurance needed"),
    VisaState.APPLIED: N_("Insurance asked for"),
    VisaState.GRANTED: N_("Insured"),
    VisaState.REFUSED: N_("Insurance refused"),
}

FEE_STATES: dict[FeeState, str] = {
    FeeState.DUE: N_("Fee due"),
    FeeState.INVOICED: N_("Fee invoiced"),
    FeeState.PAID: N_("Fee paid"),
    FeeState.WAIVED: N_("Fee waived"),
}

ROOM_WISHES: dict[RoomKind, str] = {
    RoomKind.SINGLE: N_("Single room"),
    RoomKind.DOUBLE: N_("Double room"),
    RoomKind.TWIN: N_("Twin room"),
    RoomKind.TRIPLE: N_("Triple room"),
    RoomKind.SUITE: N_("Suite"),
}
