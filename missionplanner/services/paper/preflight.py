"""Look at paper before it is printed: what the plan lacks, what is poor on it, what fonts cannot draw."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_, Message
from missionplanner.base.progress import Progress
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed
from missionplanner.domain import records as r
from missionplanner.domain.checks.findings import Finding
from missionplanner.domain.plan import PARTS, MissionPlan
from missionplanner.domain.preflight.concern import Concern, Look, Weight, Where
from missionplanner.domain.preflight.rules import concerns
from missionplanner.services import checks, media
from missionplanner.services.directory import pictures
from missionplanner.services.paper import documents, letters, message_texts
from missionplanner.services.workspace import Workspace

__all__ = ["Concern", "Weight", "Where", "before", "of_letters", "proof", "sentence"]

MOST_NAMED = 3
_NAMED: Mapping[type[r.Record], tuple[tuple[str, ...], Where]] = {
    r.Person: (("given", "family", "native_name", "honorific"), Where.PEOPLE),
    r.Organisation: (("name", "short", "native_name"), Where.ORGANISATIONS),
    r.Place: (("name", "address", "entrance", "meeting_point", "city"), Where.PLACES),
    r.AgendaItem: (("place_text", "city"), Where.AGENDA),
}
"""Fields that say a name, by kind of record."""


def before(
    ws: Workspace, plan: MissionPlan, orders: Sequence[Order], findings: Sequence[Finding] | None = None
) -> tuple[Concern, ...]:
    """Return what to look at before these documents are printed; nothing is laid out.

    Where several kinds are printed, letters and messages of the workspace that go out with them are looked at too.
    ``findings`` are those of the checks where they are known already.
    """
    kinds = frozenset(one.kind for one in orders)
    languages = frozenset(code for one in orders for code in one.languages)
    found = checks.with_fixes(plan, findings if findings is not None else checks.check(plan))
    files = media.of_names(ws, _names(plan))
    of_paper = concerns(Look(plan, kinds, languages, _sizes(files), found, *pictures.lost(files)))
    return (*of_paper, *of_letters(ws)) if len(kinds) > 1 else of_paper


def of_letters(ws: Workspace) -> tuple[Concern, ...]:
    """Return what to look at in the letters and messages of the workspace before any is written or sent."""
    return (*letters.concerns(ws), *message_texts.concerns(ws))


def _names(plan: MissionPlan) -> set[str]:
    """Return the names of the logos, photos and emblem of a mission."""
    names = {one.logo for one in plan.organisations if one.logo} | {one.photo for one in plan.people if one.photo}
    return names | ({plan.mission.emblem} if plan.mission.emblem else set())


def _sizes(files: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
    """Return width and height of pictures in pixels; of drawings nothing."""
    from PIL import Image

    sizes = {}
    for name, data in files.items():
        try:
            with Image.open(io.BytesIO(data)) as image:
                sizes[name] = image.size
        except (OSError, ValueError, Image.DecompressionBombError):
            continue
    return sizes


def proof(
    ws: Workspace, plan: MissionPlan, orders: Sequence[Order], progress: Progress | None = None
) -> tuple[Concern, ...]:
    """Lay documents out and return what only that shows: characters no font can draw, texts and days that
    do not fit.

    To be called off the window's thread. Raises Cancelled.
    """
    done = list(documents.printed(ws, plan, orders, progress))
    return tuple(_of_print(plan, done))


def _of_print(plan: MissionPlan, done: Sequence[Printed]) -> Iterator[Concern]:
    missing = dict.fromkeys(sign for one in done for sign in one.missing)
    for sign in missing:
        names, ids, where = _who_has(plan, sign)
        if names:
            message = Message.of(
                N_("No font here can draw “{sign}”, in: {names}."), {"sign": sign, "names": ", ".join(names)}
            )
        else:
            message = Message.of(N_("No font here can draw “{sign}”."), {"sign": sign})
        yield Concern(rule="no_glyph", weight=Weight.WRONG, message=message, where=where, records=ids)
    for day in dict.fromkeys(title for one in done for title in one.overfull):
        yield Concern(
            rule="overfull", weight=Weight.BETTER, message=Message.of(_OVERFULL, {"day": day}), where=Where.AGENDA
        )
    for rule, weight, text, some in (
        ("cut_short", Weight.WRONG, _CUT, [text for one in done for text in one.cut_short]),
        ("small_letters", Weight.BETTER, _SMALL, [text for one in done for text in one.small]),
    ):
        for said in list(dict.fromkeys(some)):
            _names, ids, where = _who_has(plan, said)
            message = Message.of(text, {"text": said})
            yield Concern(rule=rule, weight=weight, message=message, where=where, records=ids)


_CUT = N_("“{text}” is too long for its place and is cut.")
_OVERFULL = N_("“{day}” does not fit on one page and goes on over the next.")
_SMALL = N_("“{text}” is long: it is printed in small letters.")


def _who_has(plan: MissionPlan, sign: str) -> tuple[list[str], tuple[UUID, ...], Where]:
    """Return the names a character stands in, at most a few, their records and where they are mended."""
    names: list[str] = []
    found: list[UUID] = []
    homes: list[Where] = []
    for part, kind in PARTS.items():
        fields, where = _NAMED.get(kind, ((), Where.AGENDA))
        for one in getattr(plan, part) if fields else ():
            told = [getattr(one, name) or "" for name in fields]
            told += [one.full_name] if isinstance(one, r.Person) else []
            said = next((text for text in told if sign in text), None)
            if said is not None:
                names.append(said)
                found.append(one.id)
                homes.append(where)
    return list(dict.fromkeys(names))[:MOST_NAMED], tuple(found), homes[0] if homes else Where.AGENDA


def sentence(plan: MissionPlan, concern: Concern, t: Translator) -> str:
    """Say a concern in the translator's language."""
    if concern.finding is not None:
        return checks.sentence(plan, concern.finding, t)
    arguments = dict(concern.message.arguments)
    if concern.rule == "untranslated":
        spoken = str(arguments.pop("language"))
        arguments["language"] = t(spoken)
    return t.say(Message.of(concern.message.text, arguments))
