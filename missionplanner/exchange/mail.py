"""Write e-mails that are ready to be looked at and sent: one file each, with what is attached to it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

KINDS = {
    ".pdf": ("application", "pdf"),
    ".ics": ("text", "calendar"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Be a message not sent yet; ``attached`` are names of files with their bytes."""

    name: str
    address: str
    subject: str
    body: str
    language: str
    sender: tuple[str, str] | None = None
    attached: Sequence[tuple[str, bytes]] = field(default=())


def eml(mail: Mail) -> bytes:
    """Return a message as a file that mail programs open to be sent; the same message gives the same bytes.

    Raises Invalid where the address is none.
    """
    message = EmailMessage(policy=SMTP)
    try:
        message["To"] = _address(mail.name, mail.address)
        if mail.sender is not None:
            message["From"] = _address(*mail.sender)
        message["Subject"] = " ".join(mail.subject.split())
        message["X-Unsent"] = "1"
        message["Content-Language"] = mail.language
        message.set_content(mail.body, cte="quoted-printable")
        for name, data in mail.attached:
            main, sub = KINDS.get(name[name.rfind(".") :].lower(), ("application", "octet-stream"))
            message.add_attachment(data, maintype=main, subtype=sub, filename=name)
        if mail.attached:
            digest = hashlib.sha256(mail.address.encode() + mail.body.encode()).hexdigest()
            message.set_boundary(f"=_{digest[:32]}")
        return message.as_bytes()
    except (MessageError, ValueError, IndexError) as error:  # UnicodeError is a ValueError
        raise Invalid(N_("“{address}” is no e-mail address."), address=mail.address) from error


def _address(name: str, address: str) -> Address:
    local, _, domain = address.strip().rpartition("@")
    if not local or not domain or not address.isascii() or any(one.isspace() for one in address.strip()):
        raise ValueError(address)
    return Address(" ".join(name.split()), addr_spec=address.strip())
