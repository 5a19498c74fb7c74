"""Name on paper what the vocabulary codes: kinds of items, roles, rooms, statuses."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.naming import ORGANISATION_KINDS
from missionplanner.domain.vocabulary import (
    DelegateRole,
    ItemRole,
    OrganisationKind,
    PartnerRole,
    ProgrammeStatus,
    RoomKind,
)

ROOMS: dict[RoomKind, str] = {
    RoomKind.SINGLE: N_("Single room"),
    RoomKind.DOUBLE: N_("Double room"),
    RoomKind.TWIN: N_("Twin room"),
    RoomKind.TRIPLE: N_("Triple room"),
    RoomKind.SUITE: N_("Suite"),
}

STATUSES: dict[ProgrammeStatus, str] = {
    ProgrammeStatus.DRAFT: N_("Draft programme"),
    ProgrammeStatus.PRELIMINARY: N_("Preliminary programme"),
    ProgrammeStatus.FINAL: N_("Final programme"),
}

ROLES: dict[DelegateRole, str] = {
    DelegateRole.HEAD_OF_DELEGATION: N_("Head of delegation"),
    DelegateRole.DEPUTY_HEAD: N_("Deputy head of delegation"),
    DelegateRole.MISSION_MANAGER: N_("Mission manager"),
    DelegateRole.SPEAKER: N_("Speaker"),
    DelegateRole.INTERPRETER: N_("Interpreter"),
    DelegateRole.PRESS: N_("Press"),
    DelegateRole.STAFF: N_("Staff"),
    DelegateRole.ACCOMPANYING: N_("Accompanying person"),
}
"""What a list names; an ordinary delegate needs no word."""

ITEM_ROLES: dict[ItemRole, tuple[str, str]] = {
    ItemRole.HOST_CONTACT: (N_("Host contact"), N_("Host contacts")),
    ItemRole.SPEAKER: (N_("Speaker"), N_("Speakers")),
    ItemRole.MODERATOR: (N_("Moderator"), N_("Moderators")),
    ItemRole.INTERPRETER: (N_("Interpreter"), N_("Interpreters")),
    ItemRole.GUIDE: (N_("Guide"), N_("Guides")),
}
"""Label of one and of several; who attends or is a guest is not listed on common paper."""

MY_ROLES: dict[ItemRole, str] = {
    ItemRole.HOST_CONTACT: N_("You welcome"),
    ItemRole.SPEAKER: N_("You speak"),
    ItemRole.MODERATOR: N_("You moderate"),
    ItemRole.INTERPRETER: N_("You interpret"),
    ItemRole.GUIDE: N_("You guide"),
}

PARTNERS: dict[PartnerRole, str] = {
    PartnerRole.HOST: N_("Host"),
    PartnerRole.COUNTERPART: N_("Counterpart"),
    PartnerRole.REGIONAL_PARTNER: N_("Regional partner"),
    PartnerRole.PEER_DELEGATION: N_("Delegation"),
    PartnerRole.INSTITUTION: N_("Institution"),
    PartnerRole.SPONSOR: N_("Sponsor"),
    PartnerRole.SUPPLIER: N_("Supplier"),
}

ORGANISATIONS: dict[OrganisationKind, str] = {
    kind: words
    for kind, words in ORGANISATION_KINDS.items()
    if kind not in (OrganisationKind.SUPPLIER, OrganisationKind.OTHER)
}
