"""Find times of day at the start of a text and within it, as seven languages and Japanese write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from missionplanner.domain.vocabulary import PartOfDay

_NOON = r"12\s+noon|noon|mezzogiorno|midi\b(?!-)|a(?:l)?\s+mediodia|meio[- ]dia|12\s+uhr\s+mittags"
_MIDNIGHT = r"midnight|mezzanotte|medianoche|minuit|mitternacht|middernacht|meia[- ]noite"
_UNIT = r"uhr|heures?|uur|horas?|ore|o'clock|hrs?\b|hs?\b"
_TIME = re.compile(
    rf"(?P<noon>{_NOON})|(?P<midnight>{_MIDNIGHT})"
    r"|(?P<ja>午前|午後)?(?P<jh>\d{1,2})時(?:(?P<jm>\d{1,2})分|(?P<jhalf>半))?"
    r"|(?P<h4>[012]\d[0-5]\d)(?!\d)(?P<u4>\s?(?:hrs?|h|uhr|uur)\b)?"
    r"|(?P<hour>\d{1,2})(?!\d)(?:(?P<sep>\s?:\s?|[.,]|\s?h\s?|\s?uhr\s?|\s?heures?\s?)(?P<minute>[0-5]\d)(?!\d))?"
    rf"(?P<unit>\s?(?:{_UNIT}))?(?:\s?(?P<half>[ap])\s?\.?\s?m\b\.?)?(?:\s+noon\b)?(?P<unit2>\s?(?:{_UNIT}))?"
)
_NOT_AFTER = re.compile(
    r"[.:,]\d|\d|\s?[%€$£°]|\s?(?:euro?s?|eur|km|min|mins|minuti|minutes|people|pax|persone|personen|st|nd|rd|th"
    r"|jahre|anni|years|tage|days|giorni)\b"
)
_CIRCA = re.compile(
    r"ca\.(?=\d)"
    r"|(?:ca\.?|circa|approx\.?|about|around|gegen|etwa|verso|intorno|vers|hacia|sobre|por volta d\w+|rond|~)\s+"
    r"(?:le |alle |las )?"
)
_BEFORE = re.compile(
    r"(?P<from>(?:a partire |a partir |ab |vanaf |from |dalle|dall|desde |des |as from |starting )\s*(?:d\w+ )?"
    r"(?:ore |las |le |as )?|(?P<span>de|das|da|van|von|entre|between|zwischen|tra le|tussen)\s(?:las )?)\s*"
    r"|(?P<until>(?:until|till|bis|fino alle(?: ore)?|hasta las|jusqu'a|tot|ate as)\s+)"
    r"|(?P<at>(?:alle ore|ore|h\.|h|hrs|at|alle|all'|a las|a la|um|om|as|kl\.?|los|las|orario:?|time:?)\s*)"
)
_JOIN = re.compile(
    r"\s*(?:-+|/|to|alle(?: ore)?|all'|a las|as|a|bis|tot|till|until|ate|y|et|en|und|and|e)\s*(?:ore |las |h\. )?"
)
_PLUS = re.compile(r"\s*\(?\s*\+\s?(?P<days>[12])\s?(?:g\b|gg\b|d\b|day\b|giorno\b|jour\b|tag\b|dia\b)?\s*\)?")
_AFTER = re.compile(r"\s*\(?(?:ca\b\.?|circa\b|approx\b\.?)\)?|\s*(?:uhr|uur)\b")
_LENGTH = re.compile(
    r"[(\[]\s*(?:(?:durata|duration|dauer|duree|duracion|duur)\W*)?(?:(?P<h>\d{1,2})\s?(?:h|hours?|ore|ora|std"
    r"|stunden?|horas?|heures?|uur)"
    r"\s?(?P<hm>\d{2})?|(?P<m>\d{1,3})\s?(?:min\w*\.?|'|′|m))\s*[)\]]"
)
_WITHIN = re.compile(
    r"(?P<open>\()|(?:,|\s-|:)\s+(?P<word>alle ore |ore |at |h\.? ?)?|\s(?P<word2>alle ore |ore |at |a las |um "
    r"|om |h\.? ?|ab |dalle |dalle ore |from )"
)

_PARTS = {
    PartOfDay.MORNING: "morning|mattina|mattinata|manana|matin|matinee|vormittag|vormittags|morgen|morgens|ochtend"
    "|ochtends|manha|am|a.m.|午前|voormiddag",
    PartOfDay.MIDDAY: "midday|mediodia|mittag|mittags|lunchtime",
    PartOfDay.AFTERNOON: "afternoon|pomeriggio|tarde|apres-midi|nachmittag|nachmittags|middag|middags|pm|p.m."
    "|午後|namiddag",
    PartOfDay.EVENING: "evening|sera|serata|noche|soir|soiree|abend|abends|avond|avonds|noite|夕方|夜",
    PartOfDay.NIGHT: "night|notte|nuit|nacht|nachts|madrugada",
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words.split("|")}
_PART = re.compile(
    r"(?P<before>(?:in the|in|nel|nella|in tarda|di|la|il|por la|en la|por el|le|l'|dans la|dans l'|am|im|in de"
    r"|'s|de|"
    r"da|a|pela|durante la)\s+|l'|'s )?(?P<shade>(?:early|late|mid|tarda|tardo|prima|primo|spater"
    r"|fruher)\s*-?\s*)?"
    rf"(?P<word>{'|'.join(sorted(map(re.escape, _PART_OF), key=len, reverse=True))})(?!\w)"
)
_FREE = re.compile(r"\s+(?:libre|free|libera|libero|livre|frei\b|vrij|zur freien|off\b|a disposizione|at leisure)")
_PART_ENDS = re.compile(r"\s*(?:[:\-,.|;/]|\s{2}|\t|$)|\s*[(]")
_FOLLOWS = re.compile(
    r"(?:a seguire|to follow|followed by|afterwards?|then|thereafter|anschliessend|anschlieend|anschließend"
    r"|danach|im anschluss"
    r"|aansluitend|daarna|a suivre|ensuite|puis|a continuacion|seguidamente|de seguida|em seguida|segue|poi|dopo)"
    r"(?!\w)\s*[:,.\-]?\s*"
)
_DIGIT = re.compile(r"(?<![\d.:+])\d")
_FOUR = 4
_ALL_DAY = re.compile(
    r"(?:all day|whole day|tutto il giorno|intera giornata|ganztagig|todo el dia|toda la jornada|toute la "
    r"journee|hele dag|dia inteiro)"
    r"\s*(?:[:,|-]\s*|\s{2,}|$)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """Be when something is, and the stretch of the text that says so.

    ``sure`` is False for an hour that nothing but its place makes one. ``follows`` tells that the text only says
    it comes next. ``end_days`` counts the days the end lies later.
    """

    begin: int
    stop: int
    start: dt.time | None = None
    end: dt.time | None = None
    part: PartOfDay | None = None
    end_days: int = 0
    sure: bool = True
    follows: bool = False


@dataclass(frozen=True, slots=True)
class _Time:
    stop: int
    hour: int
    minute: int
    half: str | None
    full: bool

    def clock(self, half: str | None = None) -> dt.time | None:
        half, hour = self.half or half, self.hour
        if half is not None and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        return dt.time(hour % 24, self.minute) if hour < 24 or (hour == 24 and not self.minute) else None


def moment_at(text: str, start: int = 0, *, loose: bool = False) -> Moment | None:
    """Return when the folded text says from ``start`` on: a time, two, a part of the day, or what comes next.

    ``loose`` takes a bare number, as in a column of times.
    """
    return _timed(text, start, loose) or _part(text, start, loose) or _next(text, start, loose)


def moment_within(text: str, start: int = 0) -> Moment | None:
    """Return the time that stands in brackets, behind a comma or behind ``at`` in a folded text."""
    for found in _WITHIN.finditer(text, start):
        moment = _timed(text, found.end(), loose=False)
        if (
            moment is not None
            and moment.sure
            and (found["open"] or found["word"] or found["word2"] or _ends(text, moment))
        ):
            closing = (
                moment.stop + 1 if found["open"] and text[moment.stop : moment.stop + 1] == ")" else moment.stop
            )
            return replace(moment, begin=found.start(), stop=closing)
    return None


def length_within(text: str) -> tuple[int, int, dt.timedelta] | None:
    """Return the length written in brackets, ``(90 min)``, and where it stands."""
    found = _LENGTH.search(text)
    if found is None:
        return None
    minutes = int(found["m"] or 0) + 60 * int(found["h"] or 0) + int(found["hm"] or 0)
    return found.start(), found.end(), dt.timedelta(minutes=minutes)


def clocks_in(text: str) -> Iterator[tuple[int, int, dt.time]]:
    """Yield every full time of a folded text with the stretch it takes."""
    place = 0
    while place < len(text):
        digit = _DIGIT.search(text, place)
        if digit is None:
            return
        found = _time(text, digit.start())
        clock = found.clock() if found is not None and found.full else None
        if found is not None and clock is not None:
            yield digit.start(), found.stop, clock
            place = found.stop
        else:
            place = digit.end()
            while place < len(text) and text[place].isalnum():
                place += 1


def _ends(text: str, moment: Moment) -> bool:
    return not text[moment.stop :].strip(" .)")


def _time(text: str, start: int) -> _Time | None:
    found = _TIME.match(text, start)
    if found is None or found.end() == start:
        return None
    if found["noon"] or found["midnight"]:
        return _Time(found.end(), 12 if found["noon"] else 0, 0, None, True)
    if found["jh"]:
        half = {"午前": "a", "午後": "p"}.get(found["ja"] or "")
        return _Time(found.end(), int(found["jh"]), int(found["jm"] or (30 if found["jhalf"] else 0)), half, True)
    if _NOT_AFTER.match(text, found.end()):
        return None
    if found["h4"]:
        return _Time(found.end(), int(found["h4"][:2]), int(found["h4"][2:]), None, bool(found["u4"]))
    full = bool((found["minute"] and "," not in found["sep"]) or found["unit"] or found["unit2"] or found["half"])
    if int(found["hour"]) > 24 or (found["half"] and int(found["hour"]) > 12 and not found["minute"]):
        return None
    return _Time(found.end(), int(found["hour"]), int(found["minute"] or 0), found["half"], full)


def _timed(text: str, start: int, loose: bool) -> Moment | None:
    before = _BEFORE.match(text, start)
    circa = _CIRCA.match(text, before.end() if before is not None else start)
    place = circa.end() if circa is not None else before.end() if before is not None else start
    first = _time(text, place)
    if first is None:
        # ``circa ore 9``: the doubt stands before the word
        return _timed(text, place, loose) if before is None and circa is not None else None
    stop, end_days, second = _second(text, first)
    four = first.stop - place == _FOUR
    alone = first.full or loose or _comma(text, first, place) or (before is not None and _says(before, second))
    if not (alone if second is None else alone or second.full or before or four or _hours(text, first, second)):
        return None
    start_time, end_time = _pair(first, second)
    if start_time is None:
        return None
    sure = first.full or second is not None or first.stop - place >= _FOUR
    if before is not None and before["until"] is not None and second is None:
        return Moment(start, stop, None, start_time, end_days=end_days, sure=sure)
    return Moment(start, stop, start_time, end_time, end_days=end_days, sure=sure)


def _says(before: re.Match[str], second: _Time | None) -> bool:
    """Tell whether a word makes a bare number an hour: ``ore 9`` does, ``from 9`` only with an end."""
    return before["span"] is None and (before["from"] is None or second is not None)


def _hours(text: str, first: _Time, second: _Time) -> bool:
    """Tell whether two bare numbers are hours of a day, as in ``10-12 Meeting``."""
    named = re.match(r"\s+[a-z\u3040-\u9fff]|\s*$|\s*:", text[second.stop :]) is not None
    return named and "," not in text[first.stop : second.stop] and 6 <= first.hour < second.hour <= 23


def _comma(text: str, first: _Time, place: int) -> bool:
    """Tell whether this is ``9,30`` at the start of a line: an Italian time before anything else."""
    return "," in text[place : first.stop] and text[first.stop : first.stop + 1] in ("", " ", "\t", ":", "-", "/")


def _second(text: str, first: _Time) -> tuple[int, int, _Time | None]:
    """Return where a span stops, how many days later it ends, and its end."""
    stop = first.stop
    after = _AFTER.match(text, stop)
    stop = after.end() if after is not None else stop
    join = _JOIN.match(text, stop)
    circa = _CIRCA.match(text, join.end()) if join is not None else None
    found = _time(text, circa.end() if circa is not None else join.end()) if join is not None else None
    if found is not None and join is not None and not _joins(text, join, first, found):
        found = None
    stop = found.stop if found is not None else stop
    after = _AFTER.match(text, stop)
    stop = after.end() if after is not None else stop
    plus = _PLUS.match(text, stop)
    if plus is None:
        return stop, 0, found
    return plus.end(), int(plus["days"]), found


def _joins(text: str, join: re.Match[str], first: _Time, second: _Time) -> bool:
    """Tell whether the number behind a dash is the end: ``14.00 - 3 aziende`` has none."""
    if second.full:
        return True
    following = text[second.stop : second.stop + 2]
    dash = join[0].strip() in ("-", "/")
    if dash and " " in join[0] and not first.full:
        return False
    if dash and " " in join[0] and re.match(r"\s\w", following) and "minute" not in following:
        return second.stop - join.end() >= 4
    return not following[:1].isalpha()


def _pair(first: _Time, second: _Time | None) -> tuple[dt.time | None, dt.time | None]:
    """Return both clocks; an hour without am or pm takes that of the other: ``1-3 pm``, ``11-1 pm``."""
    if second is None:
        return first.clock(), None
    half = second.half
    if first.half is None and half == "p":
        mine, other = first.clock("p"), second.clock()
        if mine is not None and other is not None and mine > other:
            half = "a"
    start = first.clock(half)
    end = second.clock(first.half if second.half is None else None)
    if start is not None and end is not None and second.half is None and first.half == "a" and end <= start:
        end = second.clock("p")
    return start, end


def _part(text: str, start: int, loose: bool) -> Moment | None:
    found = _PART.match(text, start)
    if found is None or (found["word"] in ("am", "pm", "a.m.", "p.m.", "nacht", "night", "di") and not loose):
        return None
    ends = _PART_ENDS.match(text, found.end())
    said = found["before"] is not None and found["before"].strip() not in (
        "a",
        "la",
        "il",
        "le",
        "l'",
        "de",
        "da",
        "di",
    )
    eastern = ord(found["word"][0]) > 0x2E80
    if ends is None and not _FREE.match(text, found.end()) and not (said or eastern):
        return None
    stop = ends.end() if ends is not None and text[ends.start() : ends.end()].strip() != "(" else found.end()
    return Moment(start, stop, part=_PART_OF[found["word"]])


def _next(text: str, start: int, loose: bool) -> Moment | None:
    """Return what comes next, or lasts all day; a time right behind it is the better word."""
    whole = _ALL_DAY.match(text, start)
    if whole is not None:
        return Moment(start, whole.end(), follows=True)
    found = _FOLLOWS.match(text, start)
    if found is None:
        return None
    return _timed(text, found.end(), loose) or Moment(start, found.end(), follows=True)
