"""Find the numbers of flights, trains and ferries in a line, and the places it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import LegMode
from missionplanner.exchange.confirmations import scanning
from missionplanner.exchange.confirmations.labels import fields_of

_TRAIN = re.compile(
    r"\b(?P<operator>Frecciarossa|Frecciargento|Frecciabianca|Italo|Inter[cC]ity(?: Notte)?|ICN|ICE|IC|EC|RJX?"
    r"|TGV(?: INOUI| Lyria)?"
    r"|INOUI|OUIGO|Eurostar|Thalys|AVE|ALVIA|AVLO|AVANT|EUROMED|Regionale(?: Veloce)?|RV|RE|FR|FA|NJ|Nightjet)"
    r"(?:\s(?:AV|n[.°º]?|No\.?|treno|train|tren|Zug))*\s?(?P<number>\d{2,5})\b"
)
_FLIGHT = re.compile(
    r"(?<![\w/.-])(?:(?P<operator>[A-Z]{2}|[A-Z]\d|\d[A-Z])(?P<space>[\s-]?)(?P<number>\d{1,4})"
    r"|(?P<three>EZY|EJU|EZS|VLG|RYR|WZZ|TRA|NAX)(?P<digits>\d{2,4}))(?![\w/:%.,-]*\d)(?![A-Za-z:])"
)
_FLIES = re.compile(r"\b(?:flight|volo|vuelo|vol|flug)\b")
_FERRY = re.compile(
    r"\b(?P<operator>GNV|Moby|Tirrenia|Grimaldi(?: Lines)?|Bale[aà]ria|Stena Line|DFDS|Brittany Ferries"
    r"|Minoan(?: Lines)?|ANEK|Corsica Ferries)\b"
)
_NO_AIRLINE = frozenset(
    [
        "NO",
        "AT",
        "ON",
        "TO",
        "OF",
        "IN",
        "AM",
        "PM",
        "DE",
        "AL",
        "DA",
        "TO",
        "IT",
        "ES",
        "FR",
        "GB",
        "US",
        "UK",
        "IS",
        "OR",
        "BY",
        "SU",
        "EN",
        "EL",
        "LA",
        "LE",
        "DI",
        "DU",
        "UM",
        "AB",
        "AN",
    ]
)
_MODE_WORDS = {
    LegMode.FLIGHT: r"\b(?:flights?|vol[oi]|vuelos?|vols?|fluge?|flugnummer|airlines?|airways|boarding"
    r"|aerolinea|vueling|ryanair|easyjet|lufthansa|iberia|klm|emirates|wizz air|compagnia aerea)\b",
    LegMode.TRAIN: r"\b(?:trains?|tren[oi]?|trenes|zug|bahn|trenitalia|italo|renfe|sncf|rail|binario|gleis"
    r"|carrozza|coche|voiture|wagen)\b",
    LegMode.FERRY: r"\b(?:ferry|ferries|traghett[oi]|fahre|barco|traversee|nave|sailing)\b",
}
_NOT_A_TIME = re.compile(
    r"\b(?:boarding|imbarco|embarque|embarquement|duration|durata|duracion|duree|dauer|gate closes|chiusura"
    r"|cierre|check-?in|banco"
    r"|layover|scalo|escala|escale|umstieg|connection|coincidenza|booked|prenotato il|emesso|issued|opens|apre"
    r"|travel time|fahrzeit"
    r"|flugzeit|flight time|tempo di volo|flugdauer|reisezeit|latest|gesendet|fecha de compra|acquisto)\b"
)
_SPAN = re.compile(
    r"\(?\b\d{1,2}\s?(?:h|hrs?|hours?|std\.?|ore)\s?,?(?:\s?\d{1,2}\s?(?:m|min|mins|minutes"
    r"|minuti)\b\.?)?\)?(?!\d)",
    re.I,
)
_CODE_IN_BRACKETS = re.compile(r"[(\[]([A-Z]{3})(?:[ ,-][^)\]]*)?[)\]]")
_CODE = re.compile(r"(?<![\w/])([A-Z]{3})(?![\w/])")
_THREE_LETTERS = (
    "EUR USD GBP CHF JPY MON TUE WED THU FRI SAT SUN LUN MAR MER GIO VEN SAB DOM MIE JUE VIE DIM JEU MIT DON "
    "JAN FEB APR MAY JUN JUL AUG SEP OCT NOV DEC GEN MAG GIU LUG AGO SET OTT DIC ENE ABR AVR MAI JUI AOU DEZ "
    "OKT PNR MRS MIS DEP ARR OUT RET ETD ETA UTC GMT CET THE AND VIA ADT CHD INF IVA VAT TVA PDF SMS VIP TGV "
    "ICE AVE GNV TER TOT SRL SPA NON QUI ALL PER REF NUM TEL FAX WWW ECO BUS BAG LOC"
)
_NO_PLACE = frozenset(_THREE_LETTERS.split())
_ARROW = re.compile(r"\s*(?:→|⇒|➔|➝|->|-->|>|✈)\s*|\s+[–—-]\s+")
_PLACE = re.compile(r"[A-ZÀ-ÝŁŠŽ][\w'’.À-ÿ/-]*(?:[\s-]+[\w'’.À-ÿ/()-]+){0,5}\Z")
_CODE_AND_TIME = re.compile(r"\b[A-Z]{3}\s\d{1,2}:\d{2}\b")
_NO_STATION = re.compile(
    r"(?i)\b(?:data|date|datum|fecha|total|totale|class|classe|clase|klasse|seat|posto|economy|business|coach"
    r"|train|treno)\b"
)


class Service(NamedTuple):
    """Be the number of a service, and where it stands."""

    mode: LegMode
    operator: str
    number: str
    line: int
    at: int


class Stop(NamedTuple):
    """Be a place a line names: an IATA code or a name."""

    code: str | None
    text: str | None
    line: int


def modes(text: str) -> dict[LegMode, int]:
    """Return how often a text speaks of each way to travel."""
    plain = folded(text)
    found = {mode: len(re.findall(words, plain)) for mode, words in _MODE_WORDS.items()}
    found[LegMode.FLIGHT] += (len(_CODE_IN_BRACKETS.findall(text)) + len(_CODE_AND_TIME.findall(text))) // 2
    return found


def services(lines: tuple[str, ...]) -> list[Service]:
    """Return the services a text names, each once a day or route, in its order."""
    counted = modes(" ".join(lines))
    rails = counted[LegMode.TRAIN] > counted[LegMode.FLIGHT]
    found: list[Service] = []
    for number, line in enumerate(lines):
        for one in _in_line(line, number, rails=rails, counted=counted):
            if (one.operator, one.number) not in ((last.operator, last.number) for last in found[-6:]):
                found.append(one)
    return found


def _in_line(line: str, place: int, *, rails: bool, counted: dict[LegMode, int]) -> Iterator[Service]:
    if rails:
        for one in _TRAIN.finditer(line):
            yield Service(LegMode.TRAIN, " ".join(one["operator"].split()), one["number"], place, one.start())
    elif counted[LegMode.FLIGHT]:
        yield from _flights(line, place)
    if counted[LegMode.FERRY]:
        for one in _FERRY.finditer(line):
            yield Service(LegMode.FERRY, one["operator"], "", place, one.start())


def _flights(line: str, place: int) -> Iterator[Service]:
    days = scanning.days(line, None)
    for one in _FLIGHT.finditer(line):
        if any(day.start <= one.start() < day.end for day in days):
            continue
        if one["three"]:
            yield Service(LegMode.FLIGHT, one["three"], one["digits"], place, one.start())
            continue
        alone = one[0] in line.split("\t") or _FLIES.search(folded(line)) is not None
        if alone or not one["space"] or one["operator"] not in _NO_AIRLINE:
            yield Service(LegMode.FLIGHT, one["operator"], one["number"].lstrip("0") or "0", place, one.start())


def clocks(line: str) -> list[scanning.Clock]:
    """Return the times of departure and arrival of a line: not those of boarding, nor how long it takes."""
    if _NOT_A_TIME.search(folded(line)):
        return []
    return scanning.times(_SPAN.sub(lambda span: " " * len(span[0]), line))


def codes(line: str, place: int) -> list[Stop]:
    """Return the airports of a line by their code."""
    plain = _CODE_IN_BRACKETS.findall(line)
    if not plain:
        bare = [one for one in _CODE.findall(line) if one not in _NO_PLACE]
        plain = bare if len(bare) >= 2 or (bare and (clocks(line) or len(line.strip()) <= 4)) else []
        plain = plain if len(plain) <= 2 else []
    return [Stop(one, None, place) for one in plain if one not in _NO_PLACE]


def towns(line: str, place: int) -> list[Stop]:
    """Return the stations or ports of a line by name: beside an arrow, a time, or a label."""
    label, colon, value = line.partition(":")
    own = fields_of(label) if colon and not label[-1:].isdigit() else ()
    own = own or fields_of(line.split("\t")[0])
    if set(own) & {"departs", "arrives"}:
        rest = value if colon and not label[-1:].isdigit() else " ".join(line.split("\t")[1:])
        return [Stop(None, name, place) for name in _names(rest)[:1]]
    parts = _ARROW.split(line)
    if len(parts) == 2 and all(_names(part) for part in parts):
        return [Stop(None, _names(part)[0], place) for part in parts]
    if scanning.times(line) and len(line) <= 60:
        return [Stop(None, name, place) for name in _names(line)[:1]]
    return []


def _names(text: str) -> list[str]:
    """Return the names of places in a piece of text, without its times and days."""
    rest = text
    for day in reversed(scanning.days(rest, None)):
        rest = rest[: day.start] + "\t" + rest[day.end :]
    for time in reversed(scanning.times(rest)):
        rest = rest[: time.start] + "\t" + rest[time.end :]
    found = []
    for piece in re.split(r"[\t,;|]|\s+(?:ore|alle|at|um|à|a las|h)(?=\s*$|\s*\t)|\b(?:ore|alle|um)\b", rest):
        name = re.sub(r"^(?:da|from|desde|de|von|a|to|nach|à)\s+", "", piece.strip(" .:()–-"))
        if _PLACE.match(name) and not fields_of(name) and not _NO_STATION.search(name) and len(name) > 2:
            found.append(name)
    return found
