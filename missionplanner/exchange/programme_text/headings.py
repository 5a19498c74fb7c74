"""Tell the lines that open a day or a group from those that only name one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from missionplanner.exchange.programme_text.clocks import moment_at
from missionplanner.exchange.programme_text.days import Said, day_at, days_in, range_in
from missionplanner.exchange.programme_text.furniture import is_version
from missionplanner.exchange.programme_text.plain import plain, words_of

_SEPARATED = re.compile(r"\s*(?:$|[-:,.;|(/)\]*#=_]|\s{2}|\t)")
_GROUP_WORD = (
    r"(?:group|gruppo|groupe|gruppe|grupo|groep|sottogruppo|subgroup|team|track|percorso|delegazione|グループ)"
)
_TABLE_WORD = (
    r"(?:parallel session|sessione parallela|session|sessione|tavolo|table|mesa|tisch|tafel|workshop"
    r"|atelier|taller)"
)
_MARK = r"(?:\s*[a-h]|\s*\d{1,2}|\s+[ivx]+|\s+(?:blu|rosso|verde|giallo|blue|red|green|yellow))"
_GROUP = re.compile(
    rf"(?P<group>{_GROUP_WORD}{_MARK})(?!\w)(?P<more>\s*\([^)]*\))?(?P<after>\s*[:\-,]\s*|\s{{2,}}|\s*$)"
)
_TABLE = re.compile(rf"(?P<group>{_TABLE_WORD}{_MARK})(?!\w)(?P<after>\s*[:\-]\s+)")
_SPLIT = re.compile(rf"\s*[/;|]\s*(?={_GROUP_WORD}{_MARK}(?!\w))")
_UNTIL = re.compile(r"\s*(?:bis|to|until|al|au|hasta|tot|ate|[-–])\s+(?:zum\s+)?")
_LONGEST_TITLE = 80
_LONGEST_NAME = 6
"""Words of a day's title that nothing parts from its date."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Be a line that opens a day: what it says of it, the words of its title, or an item with its time."""

    said: Said
    words: str
    item: str | None = None


def heading_of(text: str) -> Heading | None:
    """Return the day a line opens, None for one that opens none."""
    folded = plain(text)
    said = day_at(folded)
    if said is None or moment_at(folded, said.begin) is not None and not said.dated:
        return None
    span = range_in(folded) if said.number is None else None
    if span is not None and span[0].begin <= said.begin + 12 and span[0].begin < said.stop:
        return None
    rest = folded[said.stop :]
    skipped = len(rest) - len(rest.lstrip(" \t-:,|.)/"))
    moment = moment_at(rest, skipped)
    if moment is not None and (moment.start or moment.end or moment.part):
        return Heading(said, "", text[said.stop + skipped :])
    until = _UNTIL.match(rest)
    if until is not None and day_at(rest, until.end()) is not None:
        return Heading(said, "")
    if not _opens(said, rest, text[said.stop :]):
        return None
    return Heading(said, words_of(text[said.stop :]).strip("() "))


def _opens(said: Said, rest: str, shown: str) -> bool:
    separated = _SEPARATED.match(rest) is not None
    if not said.dated and said.number is None and said.day is None and len(rest.strip()) > _LONGEST_TITLE:
        return False
    if separated:
        return len(rest) <= 2 * _LONGEST_TITLE
    return shown.strip()[:1].isupper() and len(shown.split()) <= _LONGEST_NAME and said.dated


def day_in_passing(text: str) -> Said | None:
    """Return the one day a line before the programme names, as ``Modena, 5 February 2026``."""
    folded = plain(text)
    if is_version(text) or range_in(folded) is not None or len(text) > 2 * _LONGEST_TITLE:
        return None
    days = list(days_in(folded))
    return days[0] if len(days) == 1 else None


def group_of(text: str) -> tuple[str, str] | None:
    """Return the group a line is for and the words behind it."""
    folded = plain(text)
    begin = len(folded) - len(folded.lstrip(" \t•-*·"))
    found = _GROUP.match(folded, begin)
    if found is None:
        return None
    stop = found.end("more") if found["more"] else found.end("group")
    return text[begin:stop].strip(), text[found.end() :].strip()


def table_of(text: str) -> str | None:
    """Return the words of a line that is one of several parallel tables or sessions."""
    folded = plain(text)
    begin = len(folded) - len(folded.lstrip(" \t•-*·"))
    return words_of(text[begin:]) if _TABLE.match(folded, begin) is not None else None


def groups_apart(text: str) -> list[str]:
    """Return ``Group A: … / Group B: …`` as one text for each group."""
    places = [0, *(found.end() for found in _SPLIT.finditer(plain(text))), len(text)]
    parts = [text[begin:end].rstrip(" /;|") for begin, end in zip(places, places[1:], strict=False)]
    return [part for part in parts if part.strip()]
