"""Read the nights a hotel confirms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import RoomKind
from missionplanner.exchange.confirmations import people, scanning
from missionplanner.exchange.confirmations.drafts import Found, StayDraft
from missionplanner.exchange.confirmations.labels import Labelled
from missionplanner.exchange.confirmations.scanning import LIKELY, SURE

_HOTEL = re.compile(
    r"\b(?:hotel|hostal|albergo|resort|inn|b&b|pension|gasthof|aparthotel|parador|residence|hotels)\b"
)
_SPEAKS_OF = re.compile(
    r"\b(?:check-?(?:in|out)|rooms?|camer[ae]|habitaci\w+|chambres?|\w*zimmer|notti|nights?|noches?|nuits"
    r"|nachte?)\b"
)
_TITLED = re.compile(
    r"^(?P<name>.{4,60}?)\s+[–—|-]\s+(?:reservation|booking|conferma|confirmaci|confirmation|reserva|buchungs"
    r"|reservierungs)",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:prenotazione|conferma|booking|reservation|confirmation|reserva|r[eé]servation|buchung|reservierung"
    r"|pnr|localizador"
    r"|codice|code|reference|ref|r[eé]f[eé]rence|buchungscode|c[oó]digo de reserva)\s*"
    r"(?:n[.°ºr]*|no\.?|nr\.?|number|num\.?|#|:)\s*#?(?P<code>[A-Z0-9][A-Z0-9/-]{4,20})\b",
    re.I,
)
_AT = re.compile(
    r"\b(?:at|presso|en el|en|im|a l'|à l'|au|bei|al|chez)\s+(?:the |l'|il |das |le )?"
    r"(?P<name>(?:[A-ZÀ-Ý][\w&'’.-]*\s+){0,4}(?:H[oô]tel|Hostal|Albergo|Resort"
    r"|Parador)(?:\s+(?:[A-ZÀ-Ý&][\w&'’.-]*|de|del|della|di|la|le)){0,5})"
)
_RANGE = re.compile(
    r"\b(?:dal|from|del|du|vom)\s+(?:\w+\s+)?(?P<first>\d{1,2})\.?(?P<month>\s+(?:de\s+)?[a-zäéûç]{3,10})?\s+"
    r"(?:al|to|au|bis(?: zum)?|until"
    r"|till)\s+(?:\w+\s+)?(?P<rest>\d{1,2}\.?(?:\s+(?:de\s+)?[a-zäéûç]{3,10}\.?)(?:\s+(?:de\s+)?\d{4})?)",
    re.I,
)
_ROOMS = re.compile(
    r"\b(\d{1,2})\s*(?:x\s*)?(?:[a-zà-ü]+ ){0,2}(?:rooms?|camer[ae]|habitaci[oó]n(?:es)?|chambres?|zimmer"
    r"|einzelzimmer|doppelzimmer)\b",
    re.I,
)
_KINDS = (
    (RoomKind.SUITE, r"\bsuite\b"),
    (RoomKind.TRIPLE, r"\b(?:tripl[ae]|dreibettzimmer|3 posti)\b"),
    (
        RoomKind.TWIN,
        r"\b(?:twin|due letti|letti separati|letti singoli|dos camas|deux lits|zweibettzimmer|lits jumeaux)\b",
    ),
    (
        RoomKind.SINGLE,
        r"\b(?:single|singola|singole|individual|individuales|simple|einzelzimmer|uso singol[ao]|doble uso "
        r"individual|single use)\b",
    ),
    (RoomKind.DOUBLE, r"\b(?:double|doppi[ae]|matrimoniale|doble|dobles|doppelzimmer|queen|king)\b"),
)
_SINGLE_USE = re.compile(r"\b(?:uso singol[ao]|single use|uso individual|einzelnutzung|usage simple)\b")
_BOARDS = (
    r"(?:half board|mezza pensione|media pension|demi-?pension|halbpension)",
    r"(?:full board|pensione completa|pension completa|pension complete|vollpension)",
    r"(?:room only|solo pernottamento|solo alojamiento|sans repas|nur ubernachtung|ohne fruhstuck)",
    r"(?:bed and breakfast|buffet breakfast|breakfast included|including breakfast|prima colazione inclusa"
    r"|colazione inclusa|colazione compresa"
    r"|alojamiento y desayuno|desayuno incluido|petit[- ]dejeuner (?:inclus|compris)|fruhstuck inklusive"
    r"|inklusive fruhstuck"
    r"|inkl\. fruhstuck|mit fruhstuck|pernottamento e (?:prima )?colazione)",
)
_TOWN = re.compile(
    r"(?:^|[,\s])(?:[A-Z]{1,2}-)?(?P<code>\d{4,5}|\d{3}-\d{4})\s+(?P<city>[A-ZÀ-Ý][\w'’. "
    r"-]*?)(?:\s*\([A-Z]{2}\)|\s+[A-Z]{2})?(?=$|[,(])"
)
_BEGINS = {
    "check_in": re.compile(r"(?:check-?in|arrival|arrivo|llegada|entrada|arrivee|anreise|ankunft)\b"),
    "check_out": re.compile(r"(?:check-?out|departure|partenza|salida|depart|abreise)\b"),
}
_AFTER_LABEL = re.compile(
    r"\b(?:buchungsnummer|reservierungsnummer|bestatigungsnummer|confirmation number|booking number|booking "
    r"reference"
    r"|numero di prenotazione|codice prenotazione|numero de reserva|localizador|numero de reservation)"
    r"\s+#?(?P<code>[a-z0-9-]*\d[a-z0-9-]*)\b"
)
_CODE = re.compile(r"[A-Z0-9][A-Z0-9./-]{3,24}\Z", re.I)


def read(
    lines: Sequence[str], known: Sequence[Labelled], received: dt.date | None, *, certain: bool = False
) -> StayDraft | None:
    """Return the stay a text confirms, None where it speaks of none.

    ``certain`` tells that there is one whose days are known from elsewhere.
    """
    text = folded(" ".join(lines))
    if not (_HOTEL.search(text) or "check-in" in text) or not _SPEAKS_OF.search(text):
        return None
    reader = _Reader(lines, known, received)
    draft = reader.draft()
    if not certain and draft.check_in is None and draft.check_out is None:
        return None
    return draft


class _Reader:
    def __init__(self, lines: Sequence[str], known: Sequence[Labelled], received: dt.date | None) -> None:
        self.lines = lines
        self.known = known
        self.received = received

    def draft(self) -> StayDraft:
        """Return what the text says of the stay."""
        check_in, check_out = self._nights()
        address = self._labelled("address", longest=200)
        price = self._price()
        return StayDraft(
            hotel=self._hotel(),
            address=address,
            city=self._city(address),
            check_in=check_in,
            check_out=check_out,
            room=self._room(),
            rooms=self._rooms(),
            guests=self._guests(),
            booking=booking(self.lines, self.known),
            price=price[0] if price else None,
            currency=price[1] if price else None,
            board=self._board(),
        )

    def _labelled(self, field: str, longest: int = 120) -> Found[str] | None:
        for one in self.known:
            if one.fields[0] == field and 1 < len(one.value) <= longest:
                return Found(one.value, SURE, self.lines[one.line])
        return None

    # -- where ------------------------------------------------------------------------------------

    def _hotel(self) -> Found[str] | None:
        found = self._labelled("hotel")
        if found is not None and not scanning.days(found.value, self.received):
            name, _, rest = found.value.partition(", ")
            return Found(name if rest else found.value, SURE, found.source)
        for line in self.lines[:12]:
            spoken = _AT.search(line)
            if spoken is not None:
                return Found(spoken["name"].strip(" .,"), LIKELY, line)
        for line in self.lines[:8]:
            for piece in re.split(r"\s+[–—|-]\s+|:\s+|\t|, ", line):
                if _HOTEL.search(folded(piece)) and 2 <= len(piece.split()) <= 7 and _is_name(piece):
                    return Found(piece.strip(" .!"), LIKELY, line)
        titled = next((one for line in self.lines[:3] if (one := _TITLED.match(line))), None)
        return Found(titled["name"], 0.75, titled.string) if titled is not None else None

    def _city(self, address: Found[str] | None) -> Found[str] | None:
        found = self._labelled("city", 40)
        if found is not None:
            return found
        candidates = [address.value] if address else []
        if not candidates:
            candidates = list(self.lines)
        for line in candidates:
            town = _TOWN.search(line)
            if town is not None:
                return Found(town["city"].strip(" ,."), LIKELY if address else 0.7, line)
        return None

    # -- when -------------------------------------------------------------------------------------

    def _nights(self) -> tuple[Found[dt.date] | None, Found[dt.date] | None]:
        first, last = self._day("check_in"), self._day("check_out")
        if first is None or last is None:
            ranged = self._range()
            if ranged is not None:
                return ranged
        if first is not None and last is not None and last.value <= first.value:
            return Found(first.value, 0.5, first.source), Found(last.value, 0.5, last.source)
        return first, last

    def _day(self, field: str) -> Found[dt.date] | None:
        for one in self.known:
            if field in one.fields:
                for line in (one.value, self.lines[min(one.value_line + 1, len(self.lines) - 1)]):
                    found = scanning.days(line, self.received)
                    if found:
                        return Found(found[0].day, found[0].confidence, line)
        return self._bare(field)

    def _bare(self, field: str) -> Found[dt.date] | None:
        """Return the day of a line that begins with the word itself: ``Check-in Sunday, 14 September``."""
        for line in self.lines:
            some = scanning.days(line, self.received)
            if some and _BEGINS[field].match(folded(line)):
                return Found(some[0].day, min(some[0].confidence, LIKELY), line)
        return None

    def _range(self) -> tuple[Found[dt.date], Found[dt.date]] | None:
        for line in self.lines:
            found = _RANGE.search(line)
            if found is not None:
                last = scanning.days(found["rest"], self.received)
                if last:
                    first = _first_of(found, last[0].day)
                    return Found(first, last[0].confidence, line), Found(last[0].day, last[0].confidence, line)
            some = scanning.days(line, self.received)
            if len(some) == 2 and 0 < (some[1].day - some[0].day).days <= 60:
                return tuple(Found(one.day, min(one.confidence, LIKELY), line) for one in some)  # type: ignore[return-value]
        return None

    # -- what -------------------------------------------------------------------------------------

    def _room(self) -> Found[RoomKind] | None:
        own = [(one.value, SURE) for one in self.known if one.fields[0] == "room"]
        own += [(line, 0.8) for line in self.lines if _SPEAKS_OF.search(folded(line))]
        for line, confidence in own:
            plain = folded(line)
            if _SINGLE_USE.search(plain):
                return Found(RoomKind.SINGLE, confidence, line)
            for kind, pattern in _KINDS:
                if re.search(pattern, plain):
                    return Found(kind, confidence, line)
        return None

    def _rooms(self) -> Found[int] | None:
        for one in self.known:
            if one.fields[0] == "rooms":
                number = re.match(r"\s*(\d{1,2})\b", one.value)
                if number is not None:
                    return Found(int(number[1]), SURE, self.lines[one.line])
        for line in self.lines:
            found = _ROOMS.search(line)
            if found is not None and 0 < int(found[1]) < 80:
                return Found(int(found[1]), LIKELY, line)
        return None

    def _guests(self) -> Found[tuple[str, ...]] | None:
        return listed(self.lines, self.known, "guests")

    def _price(self) -> tuple[Found[Any], Found[str]] | None:
        own = [one for one in self.known if one.fields[0] == "price"]
        own.sort(key=lambda one: not re.search(r"tot|gesamt", folded(self.lines[one.line])))
        for one in own:
            found = scanning.money(one.value) or scanning.money(self.lines[one.line])
            if found is not None:
                return found
        return None

    def _board(self) -> Found[str] | None:
        found = self._labelled("board")
        if found is not None:
            return found
        for line in self.lines:
            plain = folded(line)
            for pattern in _BOARDS:
                match = re.search(pattern, plain)
                if match is not None:
                    return Found(_as_written(line, plain, match), LIKELY, line)
        return None


def _as_written(line: str, plain: str, match: re.Match[str]) -> str:
    """Return the words as the line has them; where folding changed its length, as they were compared."""
    return line[match.start() : match.end()] if len(line) == len(plain) else match[0]


def _first_of(found: re.Match[str], last: dt.date) -> dt.date:
    """Return the first day of a range that names month and year once, at its end."""
    number = int(found["first"])
    if found["month"]:
        some = scanning.days(f"{number} {found['month'].replace(' de ', ' ').strip()} {last.year}", None)
        if some:
            return some[0].day if some[0].day <= last else some[0].day.replace(year=last.year - 1)
    month = last.replace(day=1)
    if number > last.day:
        month = (month - dt.timedelta(days=1)).replace(day=1)
    try:
        return month.replace(day=number)
    except ValueError:
        return last


def _is_name(piece: str) -> bool:
    """Tell whether most words of a piece are written as a name's."""
    told = [word for word in piece.split() if word[:1].isalpha()]
    return (
        bool(told)
        and sum(word[0].isupper() for word in told) >= len(told) - 2
        and not re.search(r"[.!?]\s", piece)
    )


def booking(lines: Sequence[str], known: Sequence[Labelled]) -> Found[str] | None:
    """Return the reference of the booking: a code with figures, or six letters."""
    for one in known:
        if one.fields[0] == "booking":
            for word in one.value.replace("#", " ").split():
                code = word.strip(".,;()")
                if _CODE.match(code) and (any(c.isdigit() for c in code) or re.fullmatch(r"[A-Z]{5,8}", code)):
                    return Found(code, SURE, one.value)
                if word.isalpha():
                    break
    for line in lines:
        for found in _NUMBERED.finditer(line):
            code = found["code"].rstrip("-/")
            if any(c.isdigit() for c in code) or re.fullmatch(r"[A-Z]{5,8}", code):
                return Found(code, LIKELY, line)
        plain = _AFTER_LABEL.search(folded(line))
        if plain is not None and len(plain["code"]) >= 5:
            return Found(plain["code"].upper(), LIKELY, line)
    return None


def listed(lines: Sequence[str], known: Sequence[Labelled], field: str) -> Found[tuple[str, ...]] | None:
    """Return the people a label names, and those on the lines right below it."""
    found: list[str] = []
    source = ""
    for one in known:
        if field not in one.fields:
            continue
        some = people.names(one.value)
        found += [name for name in some if name not in found]
        source = source or one.value
        for line in lines[one.value_line + 1 : one.value_line + 30] if some else ():
            more = (
                people.one(line.split("\t")[0])
                if re.match(r"^(?:\d{1,2}[.)]|M[rs]s?\.?\s|[A-Z' -]+/[A-Z])", line)
                else None
            )
            if more is None:
                break
            found += [more] if more not in found else []
    return Found(tuple(found), SURE, source) if found else None
