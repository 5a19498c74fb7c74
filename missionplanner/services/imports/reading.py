"""Read a foreign file as what it is: each reader in a bounded process, its findings as drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from missionplanner.base.errors import Cancelled, Damaged, Invalid, MissionPlannerError
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.exchange import bounded
from missionplanner.services.imports import confirmations, sheets, tables
from missionplanner.services.imports.drafts import (
    AGENDA,
    LOW,
    PEOPLE,
    Draft,
    Form,
    Reading,
    Refused,
    Setting,
    Warned,
)

TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
_TEXTS = (".txt", ".text", ".md", ".docx", ".eml", ".pdf", ".html", ".htm")
ENDINGS = (*TABLES, *_TEXTS, ".ics", ".vcf", ".json", ".mission")
"""Endings of the names of files that are taken in."""
_CONFIRMING = (".eml", ".pdf", ".docx", ".txt", ".text", ".html", ".htm")
_FEW = 3


def read(data: bytes, name: str, form: Form | None, setting: Setting, progress: Progress | None = None) -> Reading:
    """Return what a file holds, read as ``form``, or as what it must be. Raises Invalid, Damaged, Cancelled."""
    wanted = form or _told_by(data, name)
    if wanted is not None and wanted in (readers := _readers()):
        return readers[wanted](data, name, form, setting, progress)
    if name.lower().endswith(TABLES):
        return _any_table(data, name, setting, progress)
    programme = _attempt(_programme, data, name, setting, progress)
    confirmation = None
    if name.lower().endswith(_CONFIRMING) and (programme is None or len(programme.drafts) < _MANY_ITEMS):
        confirmation = _attempt(confirmations.read, data, name, setting, progress)
    found = _likelier(programme, confirmation)
    if found is not None:
        return found
    return _programme(data, name, Form.PROGRAMME, setting, progress)  # which says what is wrong with it


_MANY_ITEMS = 12
"""More items than this make a file a programme, whatever else it may confirm."""


def pasted(text: str, html: str, form: Form | None, setting: Setting, progress: Progress | None = None) -> Reading:
    """Return what a pasted text or table holds. Raises Invalid, Damaged, Cancelled."""
    if form is not None and form is not Form.PROGRAMME and form in sheets.KINDS:
        return tables.pasted(text, html, form, setting, progress)
    table = _pasted_table(text, html, form, setting, progress)
    if table is not None and (table.form is not Form.PROGRAMME or _dated(table)):
        return table
    content = html if "<table" in html.lower() and "\t" not in text else text
    shown = bounded.run(
        "missionplanner.exchange.programme_text.showing.show_text",
        content.encode("utf-8", "replace"),
        progress=progress,
        today=setting.around.today,
        **setting.first_and_last,
    )
    return _programme_reading(shown, "")


def _pasted_table(
    text: str, html: str, form: Form | None, setting: Setting, progress: Progress | None
) -> Reading | None:
    """Return what a pasted table with columns holds, None where it is none of a kind we know."""
    if "\t" not in text and "<table" not in html.lower():
        return None
    try:
        found = tables.pasted(text, html, form, setting, progress)
    except (Invalid, Damaged):
        return None
    return found if found.drafts else None


def _told_by(data: bytes, name: str) -> Form | None:
    """Return the form of a file that leaves no doubt; a table's is told by its columns."""
    ending, beginning = name.lower(), data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").upper()
    if ending.endswith((".json", ".mission")):
        return Form.MISSION
    if beginning.startswith(b"BEGIN:VCALENDAR") or ending.endswith(".ics"):
        return Form.CALENDAR
    if beginning.startswith(b"BEGIN:VCARD") or ending.endswith(".vcf"):
        return Form.CONTACTS
    return None


def _attempt(
    reader: Callable[..., Reading], data: bytes, name: str, setting: Setting, progress: Progress | None
) -> Reading | None:
    try:
        return reader(data, name, None, setting, progress)
    except Cancelled:
        raise
    except MissionPlannerError:
        return None


def _likelier(programme: Reading | None, confirmation: Reading | None) -> Reading | None:
    """Return the reading that finds more: a confirmation with nights or a leg, unless there is a programme."""
    if programme is None or confirmation is None:
        return programme or (confirmation if confirmation is not None and confirmation.drafts else None)
    dated = [one for one in programme.drafts if one.values.get("date") and one.values.get("start")]
    whole = [one for one in confirmation.drafts if one.values.get("booking") or one.confidence >= _SURE]
    if whole and (len(dated) < _FEW or len(programme.days) < 2 or _books(confirmation)):
        return replace(confirmation, others=(Form.PROGRAMME,))
    if not programme.drafts and confirmation.drafts:
        return replace(confirmation, others=(Form.PROGRAMME,))
    return replace(programme, others=(Form.CONFIRMATION,))


_SURE = 0.8


def _books(reading: Reading) -> bool:
    """Tell whether a reading holds what only a confirmation has: a booking for a hotel's nights or a seat."""
    return any(
        one.values.get("booking") and (one.values.get("from_day") or one.values.get("number"))
        for one in reading.drafts
    )


Reader = Callable[[bytes, str, "Form | None", Setting, "Progress | None"], Reading]


def _readers() -> Mapping[Form, Reader]:
    made: dict[Form, Reader] = dict.fromkeys(sheets.KINDS, _table)
    made[Form.PROGRAMME] = _programme
    return made | {Form.CALENDAR: _calendar, Form.CONTACTS: _contacts, Form.CONFIRMATION: confirmations.read}


def _table(data: bytes, name: str, form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    if form is Form.DELEGATES and name.lower().endswith(".vcf"):
        return _contacts(data, name, form, setting, progress)
    return tables.read(data, name, form, setting, progress)


# -- programmes ---------------------------------------------------------------------------------------


def _programme(data: bytes, name: str, _form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    if name.lower().endswith(TABLES):
        return _programme_table(data, name, setting, progress)
    if name.lower().endswith(".ics"):
        return _calendar(data, name, None, setting, progress)
    return _programme_reading(_shown(data, name, setting, progress), name)


def _any_table(data: bytes, name: str, setting: Setting, progress: Progress | None) -> Reading:
    """Read a table as the list its columns tell of, else as a programme laid out as a table."""
    try:
        found = tables.read(data, name, None, setting, progress)
    except Invalid:
        return _programme_table(data, name, setting, progress)
    if found.form is Form.PROGRAMME and not _dated(found):
        return _programme_table(data, name, setting, progress)
    return found


def _programme_table(data: bytes, name: str, setting: Setting, progress: Progress | None) -> Reading:
    """Read a table as a programme: a row for each item, else as people lay it out, days side by side."""
    found = tables.read(data, name, Form.PROGRAMME, setting, progress)
    if _dated(found) or found.book is None:
        return found
    try:
        shown = bounded.run(
            "missionplanner.exchange.programme_text.showing.show_text",
            tables.text_of(found.book.sheets[found.sheet]).encode("utf-8", "replace"),
            progress=progress,
            today=setting.around.today,
            **setting.first_and_last,
        )
    except Invalid:
        return found
    other = _programme_reading(shown, name)
    return other if len(_dated(other)) > len(_dated(found)) else found


def _dated(reading: Reading) -> list[Draft]:
    return [one for one in reading.drafts if one.values.get("date")]


def _shown(data: bytes, name: str, setting: Setting, progress: Progress | None) -> Any:
    return bounded.run(
        "missionplanner.exchange.programme_text.showing.show",
        data,
        progress=progress,
        name=name,
        today=setting.around.today,
        **setting.first_and_last,
    )


def _programme_reading(shown: Any, name: str) -> Reading:
    programme = shown.programme
    drafts = [_item_draft(number, one, shown) for number, one in enumerate(programme.entries)]
    return Reading(
        file=name,
        form=Form.PROGRAMME,
        drafts=tuple(drafts),
        refused=tuple(
            Refused(_at(one.source), one.why, one.source.text, shown.line_of(one.source))
            for one in programme.refused
        ),
        warnings=tuple(
            Warned(one.rule, one.date, _at(one.source), one.message, shown.line_of(one.source))
            for one in programme.warnings
        ),
        lines=shown.lines,
        title=programme.title,
        language=programme.language,
    )


def _item_draft(number: int, one: Any, shown: Any) -> Draft:
    from missionplanner.services.imports.agenda import Named

    names = ("date", "start", "end", "end_date", "part_of_day", "title", "kind", "status", "city", "country")
    values = {name: getattr(one, name) for name in (*names, "dress_code", "text", "language")}
    values |= {"place": one.place_text, "hosts": one.hosts, "groups": one.groups, "legs": one.legs}
    values["people"] = tuple(Named(who.name, who.role, who.job) for who in one.people)
    doubtful = one.date is None or one.confidence < LOW
    return Draft(
        number=number,
        list=AGENDA,
        source=_at(one.source),
        words=one.source.text,
        line=shown.line_of(one.source),
        values={name: value for name, value in values.items() if value not in (None, ())},
        confidence=one.confidence,
        doubts=(one.reasons or (Message(N_("It is not sure that this is an item.")),)) if doubtful else (),
        unsure=("date",) if one.date is None else (),
        reasons=one.reasons,
    )


def _at(source: Any) -> str:
    """Return where something stood: ``line 7``, ``page 2, line 7``, ``table 1, row 3``."""
    parts = [f"page {source.page}"] if source.page is not None else []
    if source.table is not None:
        parts += [f"table {source.table}", f"row {source.row}"]
    elif source.line is not None:
        parts.append(f"line {source.line}")
    return ", ".join(parts)


# -- calendars, cards ---------------------------------------------------------------------------------


def _calendar(data: bytes, name: str, _form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    from missionplanner.services.imports.agenda import Named

    days = setting.around.days
    first, last = (days[0], days[-1]) if days else (setting.around.today, setting.around.today)
    events = bounded.run(
        "missionplanner.exchange.calendars.reading.read",
        data,
        progress=progress,
        days=(first, last),
        zones=setting.zones,
    )
    drafts = []
    for number, one in enumerate(events.drafts):
        names = ("date", "start", "end", "end_date", "zone", "end_zone", "part_of_day", "status", "text", "title")
        values = {key: getattr(one, key) for key in names} | {"place": one.location}
        if len(setting.zones) == 1 and one.zone == setting.zones[0] and one.end_zone in (None, one.zone):
            values["zone"] = values["end_zone"] = None  # as the whole mission's: inherited
        values["people"] = tuple(
            Named(who.name, None, None, who.email) for who in one.attendees if who.name and "@" not in who.name
        )
        ref = f"{one.uid}/{one.recurrence}" if one.uid and one.recurrence else one.uid
        kept = {key: value for key, value in values.items() if value not in (None, (), "")}
        drafts.append(Draft(number=number, list=AGENDA, source=one.source, words=one.title, values=kept, ref=ref))
    refused = tuple(Refused(one.source, one.message) for one in events.problems)
    return Reading(file=name, form=Form.CALENDAR, drafts=tuple(drafts), refused=refused, title=events.name)


def _contacts(data: bytes, name: str, form: Form | None, setting: Setting, progress: Progress | None) -> Reading:
    cards = bounded.run(
        "missionplanner.exchange.contacts.reading.read",
        data,
        progress=progress,
        country=setting.around.home_country,
    )
    target = "delegates" if form is Form.DELEGATES else PEOPLE
    names = (
        *("given", "family", "name_order", "native_name", "honorific", "job", "organisation", "email", "mobile"),
        *("phone", "languages", "city", "website", "tags", "photo"),
    )
    drafts = []
    for number, one in enumerate(cards.drafts):
        values = {key: getattr(one, key) for key in names} | {"address": one.whole_address}
        code = one.country if one.country and len(one.country) == 2 else None
        kept = {key: value for key, value in (values | {"country": code}).items() if value not in (None, (), "")}
        words = " ".join(part for part in (one.given, one.family, one.organisation) if part)
        drafts.append(Draft(number=number, list=target, source=f"card {one.source}", words=words, values=kept))
    warnings = tuple(Warned("card", None, f"card {one.source}", one.message) for one in cards.problems)
    return Reading(
        file=name, form=form or Form.CONTACTS, drafts=tuple(drafts), warnings=warnings, others=(Form.DELEGATES,)
    )
