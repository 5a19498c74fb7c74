"""Name in plain English what is known of partners in codes: role, state, channel, what access lists ask for."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import (
    AccessField,
    AccessState,
    AgreementKind,
    Channel,
    OrganiserRole,
    PartnerRole,
    PartnerState,
)

PARTNER_ROLES: dict[PartnerRole, str] = {
    PartnerRole.HOST: N_("Host"),
    PartnerRole.COUNTERPART: N_("Counterpart"),
    PartnerRole.REGIONAL_PARTNER: N_("Regional partner"),
    PartnerRole.PEER_DELEGATION: N_("Delegation of another region"),
    PartnerRole.INSTITUTION: N_("Institution"),
    PartnerRole.SPONSOR: N_("Sponsor"),
    PartnerRole.SUPPLIER: N_("Supplier"),
}

PARTNER_STATES: dict[PartnerState, str] = {
    PartnerState.TO_CONTACT: N_("To contact"),
    PartnerState.CONTACTED: N_("Contacted"),
    PartnerState.ANSWERED: N_("Has answered"),
    PartnerState.CONFIRMED: N_("Has confirmed"),
    PartnerState.DECLINED: N_("Said no"),
}
"""States in the order a partner goes through them."""

CHANNELS: dict[Channel, str] = {
    Channel.EMAIL: N_("E-mail"),
    Channel.PHONE: N_("Phone"),
    Channel.MEETING: N_("Meeting in person"),
    Channel.MESSAGE: N_("Text message"),
    Channel.LETTER: N_("Letter"),
}

ACCESS_FIELDS: dict[AccessField, str] = {
    AccessField.NAME: N_("Name"),
    AccessField.ORGANISATION: N_("Organisation"),
    AccessField.JOB: N_("Job"),
    AccessField.NATIONALITY: N_("Nationality"),
    AccessField.DOCUMENT_NUMBER: N_("Document number"),
    AccessField.DOCUMENT_EXPIRES: N_("Document expires"),
    AccessField.BIRTH_DATE: N_("Date of birth"),
    AccessField.BIRTHPLACE: N_("Place of birth"),
    AccessField.EMAIL: N_("E-mail"),
    AccessField.MOBILE: N_("Mobile"),
    AccessField.PHOTO: N_("Photo"),
    AccessField.VEHICLE_PLATE: N_("Number plate"),
}

ACCESS_STATES: dict[AccessState, str] = {
    AccessState.TO_SEND: N_("To send"),
    AccessState.SENT: N_("Data sent"),
    AccessState.CLEARED: N_("Cleared"),
    AccessState.REFUSED: N_("Refused"),
}

AGREEMENTS: dict[AgreementKind, str] = {
    AgreementKind.LETTER_OF_INTEREST: N_("Letter of interest"),
    AgreementKind.MOU: N_("Memorandum of understanding"),
    AgreementKind.CONTRACT: N_("Contract"),
    AgreementKind.PARTNERSHIP: N_("Partnership"),
    AgreementKind.PROJECT_IDEA: N_("Project idea"),
    AgreementKind.COOPERATION_CASE: N_("Case of cooperation"),
}

ORGANISERS: dict[OrganiserRole, str] = {
    OrganiserRole.PROMOTER: N_("Promoted by"),
    OrganiserRole.LEAD: N_("Organised by"),
    OrganiserRole.CO_ORGANISER: N_("Organised with"),
    OrganiserRole.HOST: N_("Hosted by"),
    OrganiserRole.SPONSOR: N_("Supported by"),
    OrganiserRole.PATRON: N_("Under the patronage of"),
}
"""The words over an organiser's logo."""
