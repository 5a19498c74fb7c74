"""Find flights and trains in a text: operator, number, airports or towns, times, ``+1``."""

from __future__ import annotations

import datetime as dt
import re

from missionplanner.domain.vocabulary import LegMode
from missionplanner.exchange.programme_text.clocks import clocks_in
from missionplanner.exchange.programme_text.found import FoundLeg
from missionplanner.exchange.programme_text.plain import plain, words_of

_FLIGHT_WORD = re.compile(r"\b(?:flights?|vol[oi]?|vuelo|flug|abflug|ruckflug|vlucht|voo)\b")
_CODE = re.compile(r"(?<![A-Za-z0-9])(?P<line>[A-Z]{2}|[A-Z][0-9]|[0-9][A-Z])\s?(?P<number>\d{2,4})(?![\w.:])")
_PAIR = re.compile(
    r"(?<![A-Za-z])(?P<a>[A-Z]{3})(?:\s+\d{1,2}[:.h]\d\d)?\s*(?:[-–—→>/]|to|a)\s*(?P<b>[A-Z]{3})(?![A-Za-z])"
)
_TRAIN = re.compile(
    r"\b(?P<line>TGV|ICE|IC|EC|Frecciarossa|FR|Italo|Eurostar|AVE|Thalys|Railjet|Intercity"
    r"|Shinkansen)(?:\s+(?:INOUI|n\.|n°))?\s+(?P<number>\d{2,5})\b"
)
_TOWN = r"[A-ZÀ-Þ][\w'’.]+(?:\s(?:de |do |di |dos )?[A-ZÀ-Þ][\w'’.]+){0,2}"
_TOWNS = re.compile(rf"(?P<a>{_TOWN})\s?[-–—→]\s?(?P<b>{_TOWN})")
_FROM_TO = re.compile(
    rf"\b(?:from|da|de|desde|von|van|aus)\s+(?P<a>{_TOWN})\s+(?:to|a|à|para|nach|naar)\s+(?P<b>{_TOWN})"
)
_ARRIVAL = re.compile(
    r"\b(?:arr(?:ivo|ival|iving|ivee|\.)?|llegada|chegada|ankunft|aankomst|an)\b[.:]?\s*(?:alle ore |ore |at "
    r"|um |as |a las )?(?=\d)"
)
_DIGIT = re.compile(r"\d")
_PLUS = re.compile(r"\+\s?([12])(?!\d)")


def legs_in(text: str) -> tuple[FoundLeg, ...]:
    """Return the flights and trains of a text; one without a number only where the text says it is one."""
    if _DIGIT.search(text) is None:
        return ()
    folded = plain(text)
    flying = _FLIGHT_WORD.search(folded) is not None
    pair = _PAIR.search(text)
    codes = [
        one for one in _CODE.finditer(text) if flying or pair is not None or not text[: one.start()].strip(" -•*")
    ]
    if pair is None and not flying:
        codes = [one for one in codes if _route(text, one.end(), None) is not None]
    if codes:
        return tuple(_flight(text, folded, one, pair) for one in codes[:4])
    train = _TRAIN.search(text)
    if train is not None:
        origin, destination = _route(text, train.end(), None) or (None, None)
        start, end, days = _times(folded, train.end())
        return (FoundLeg(LegMode.TRAIN, train["line"], train["number"], origin, destination, start, end, days),)
    return ()


def _flight(text: str, folded: str, code: re.Match[str], pair: re.Match[str] | None) -> FoundLeg:
    origin, destination = _route(text, code.end(), pair) or (None, None)
    start, end, days = _times(folded, code.end())
    return FoundLeg(
        LegMode.FLIGHT, code["line"], code["line"] + code["number"], origin, destination, start, end, days
    )


def _route(text: str, start: int, pair: re.Match[str] | None) -> tuple[str, str] | None:
    if pair is not None:
        return pair["a"], pair["b"]
    found = _FROM_TO.search(text) or _TOWNS.search(text, start)
    return (words_of(found["a"]), words_of(found["b"])) if found is not None else None


def _times(folded: str, start: int) -> tuple[dt.time | None, dt.time | None, int]:
    """Return departure and arrival as written behind the number of a leg."""
    plus = _PLUS.search(folded, start)
    days = int(plus[1]) if plus is not None else 0
    arrival = _ARRIVAL.search(folded, start)
    clocks = [(begin + start, clock) for begin, _, clock in clocks_in(folded[start:])]
    if arrival is not None:
        after = [clock for begin, clock in clocks if begin >= arrival.end() - 1]
        before = [clock for begin, clock in clocks if begin < arrival.end() - 1]
        return (before[0] if before else None), (after[0] if after else None), days
    if not clocks or re.match(r"(?:conexion|connection|coincidenza|anschluss)", folded[start:].lstrip(" ,")):
        return None, None, days
    if len(clocks) == 1:
        return clocks[0][1], None, days
    between = folded[clocks[0][0] + 3 : clocks[1][0]]
    joined = re.search(r"[-/]|\b[a-z]{3}\b|\bto\b", between) is not None and "," not in between
    return clocks[0][1], clocks[1][1] if joined else None, days
