"""Read confirmations of hotels and tickets, in Italian, English, Spanish, French and German."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import TypeVar

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.confirmations import legs, scanning, stays, structured
from missionplanner.exchange.confirmations.drafts import Confirmation, LegDraft, StayDraft
from missionplanner.exchange.confirmations.labels import labelled
from missionplanner.exchange.confirmations.pages import Page, opened
from missionplanner.exchange.problems import Problem

D = TypeVar("D", StayDraft, LegDraft)


def read(data: bytes, *, name: str = "", received: dt.date | None = None) -> Confirmation:
    """Return the stays and legs of a mail (.eml), a PDF or document with text, HTML or plain text.

    ``received`` is the day a text without a date of its own came: days without a year are the first after it.
    What machines are told in a mail (JSON-LD) comes first; the text adds what that lacks. A mail that says
    nothing itself is looked through for what hangs on it. What is not written stays None. Raises Invalid for
    what cannot be opened or has no text.
    """
    page = opened(data, name)
    when = page.received or received
    found = _read(page, when)
    return found if found.stays or found.legs else _attached(page, when) or found


def _read(page: Page, when: dt.date | None) -> Confirmation:
    lines = page.lines
    if scanning.is_american("\n".join(lines)):
        lines = tuple(scanning.turned(line) for line in lines)
    known = labelled(lines)
    told_stays, told_legs = structured.read(page.structured)
    read_legs = legs.read(lines, known, when)
    found_legs = _completed(told_legs, read_legs) if told_legs else read_legs
    found_stays = told_stays
    if told_stays or not found_legs or _speaks_of_nights(lines):
        one = stays.read(lines, known, when, certain=bool(told_stays))
        some = (one,) if one is not None else ()
        found_stays = _completed(told_stays, some) if told_stays else some
    problems = (
        () if found_legs or found_stays else (Problem.of("1", N_("Nothing of a hotel or a journey was found.")),)
    )
    return Confirmation(found_stays, found_legs, problems, page.lines, lines)


def _attached(page: Page, when: dt.date | None) -> Confirmation | None:
    """Return what the first document says that hangs on a mail and confirms anything."""
    for one in page.attached:
        try:
            found = _read(opened(one.data, one.name), when)
        except Invalid:
            continue
        if found.stays or found.legs:
            return found
    return None


def _speaks_of_nights(lines: tuple[str, ...]) -> bool:
    text = " ".join(lines).casefold()
    return any(
        word in text for word in ("check-out", "checkout", "check out", "zimmer", "habitaci", "camera", "chambre")
    )


def _completed(told: tuple[D, ...], read_too: tuple[D, ...]) -> tuple[D, ...]:
    """Return what machines are told, each with what only the text says; as many of them as were told."""
    if len(told) != len(read_too):
        return told
    return tuple(_with_rest(one, other) for one, other in zip(told, read_too, strict=True))


def _with_rest(one: D, other: D) -> D:
    lacking = (item.name for item in fields(one) if getattr(one, item.name) is None)
    kept = {name: value for name in lacking if (value := getattr(other, name)) is not None}
    for code, text in (("origin", "origin_text"), ("destination", "destination_text")):
        if getattr(one, code, None) is not None:
            kept.pop(text, None)
    if isinstance(one, LegDraft):
        kept.pop("end_date", None)
    return replace(one, **kept)
