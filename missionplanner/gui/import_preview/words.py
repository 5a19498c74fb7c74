"""Say in words what would come of an entry, of a column, of a whole file."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_, Message

if TYPE_CHECKING:
    from missionplanner.gui.wording import Wording
    from missionplanner.services.imports import Entry, Proposal

ADD, UPDATE, SAME, LOOK, REFUSED, OUT = "add", "update", "same", "look", "refused", "out"
LOOKS: dict[str, tuple[str, str, str]] = {
    ADD: ("plus", "ok", N_("Add")),
    UPDATE: ("pencil", "info", N_("Update")),
    SAME: ("check", "text3", N_("Nothing new")),
    LOOK: ("triangle-alert", "warn", N_("Look at it")),
    REFUSED: ("ban", "danger", N_("Cannot be taken")),
    OUT: ("minus", "text3", N_("Left out")),
}
"""Icon, colour and words of what would come of an entry."""
_SHOWN_CHANGES = 6
_UNSURE = 0.75
"""Less confidence than this is worth a look."""


def look_of(one: Entry) -> str:
    """Return which of ``LOOKS`` an entry has."""
    if one.state == "refused":
        return REFUSED
    if not one.taken:
        return OUT
    if one.open or one.draft.confidence < _UNSURE:
        return LOOK
    return {"added": ADD, "changed": UPDATE}.get(str(one.state), SAME)


def button_words(proposal: Proposal, t: Translator) -> str:
    """Return what the one button does: "Add 18, update 2, skip 1"."""
    added, changed = proposal.added, proposal.changed
    parts = []
    if added or not changed:
        parts.append(t("Add {count}", count=added))
    if changed:
        parts.append(t("update {count}", count=changed) if parts else t("Update {count}", count=changed))
    if proposal.skipped:
        parts.append(t("skip {count}", count=proposal.skipped))
    return ", ".join(parts)


def summary(proposal: Proposal, t: Translator, sheets: int = 0) -> str:
    """Return what was found: "12 items found, 2 without a time"; ``sheets`` is how many of a book are ticked."""
    entries = proposal.entries
    if sheets > 1:
        taken = sum(one.taken for one in entries)
        return t.plural(
            "{count} entry on {sheets} sheets", "{count} entries on {sheets} sheets", taken, sheets=sheets
        )
    if not entries or entries[0].draft.list != "agenda":
        return t.plural("{count} entry found", "{count} entries found", len(entries))
    found = t.plural("{count} item found", "{count} items found", len(entries))
    untimed = sum(not one.values.get("start") for one in entries)
    placeless = sum(one.values.get("date") is None for one in entries)
    parts = [found]
    if untimed:
        parts.append(t.plural("{count} without a time", "{count} without a time", untimed))
    if placeless:
        parts.append(t.plural("{count} without a day", "{count} without a day", placeless))
    return ", ".join(parts)


def details(one: Entry, wording: Wording) -> list[tuple[str, str]]:
    """Return what there is to say of an entry, each with its tone."""
    from missionplanner.services.imports import speech
    from missionplanner.services.imports.typing_in import heading_of

    t = wording.t
    told: list[tuple[str, str]] = []
    if one.why is not None:
        told.append((sentence(one.why, wording), "danger"))
    told += [
        (sentence(doubt, wording), "warn")
        for doubt in dict.fromkeys((*one.draft.doubts, *one.doubts, *one.draft.reasons))
    ]
    if one.date_missing:
        told.append((t("Its day is not known: it will wait under “Not placed”."), "warn"))
    told += [(sentence(trouble.message, wording), "danger") for trouble in one.draft.troubles]
    for change in one.changes[:_SHOWN_CHANGES]:
        name = heading_of(one.draft.list, change.field, t.language)
        old, new = (speech.value(each, t.language, wording.weekday) for each in (change.old, change.new))
        text = f"{old} → {new}" if old else f"+ {new}"
        told.append((f"{name}: {text}" if name else text, "quiet"))
    if one.draft.confidence < 1 and str(one.state) != "refused":
        percent = round(one.draft.confidence * 100)
        told.append((t("Read with a confidence of {percent} %.", percent=percent), "quiet"))
    return told


def sentence(message: Message, wording: Wording) -> str:
    """Return a sentence, its days as the window's language writes them within one."""
    from missionplanner.services.imports import speech

    def day(one: dt.date) -> str:
        written = wording.full_day(one)
        return written if wording.t.language == "en" else written[:1].lower() + written[1:]

    return speech.sentence(message, wording.t, day)


def place_of(source: str, t: Translator) -> str:
    """Return where something stands in a file as people say it."""
    found = _ROW.search(source)
    if found:
        return t("row {number}", number=found[1])
    parts = (_PART.fullmatch(part) for part in source.split(", "))
    said = [t(_PLACES[part[1]], number=part[2]) for part in parts if part is not None]
    return ", ".join(said) or source


_ROW = re.compile(r"![A-Z]*(\d+)$")
_PART = re.compile(r"(line|page|table|row|card) (\d+)")
_PLACES = {
    "line": N_("line {number}"),
    "page": N_("page {number}"),
    "table": N_("table {number}"),
    "row": N_("row {number}"),
    "card": N_("card {number}"),
}


def shown(one: Entry, key: str, wording: Wording) -> str:
    """Return what a cell shows: days and parts of the day as the window writes them."""
    from missionplanner.services.imports.typing_in import said

    part = one.values.get("part_of_day")
    if key == "start" and one.values.get(key) is None and part is not None:
        return wording.part(part)
    return said(one.values, key, wording.t.language, wording.weekday)
