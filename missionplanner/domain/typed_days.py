"""Read days the way people type them, in seven languages, near a mission (UX §7)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded

_WEEKDAYS = (
    "monday lunedi lunes lundi montag maandag segunda mo ma",
    "tuesday martedi martes mardi dienstag dinsdag terca di",
    "wednesday mercoledi miercoles mercredi mittwoch woensdag quarta mi wo",
    "thursday giovedi jueves jeudi donnerstag donderdag quinta do",
    "friday venerdi viernes vendredi freitag vrijdag sexta fr vr",
    "saturday sabato sabado samedi samstag zaterdag sa za",
    "sunday domenica domingo dimanche sonntag zondag so zo",
)
_MONTHS = (
    "january gennaio enero janvier januar januari janeiro",
    "february febbraio febrero fevrier februar februari fevereiro",
    "march marzo mars marz maart marco",
    "april aprile abril avril",
    "may maggio mayo mai mei maio",
    "june giugno junio juin juni junho",
    "july luglio julio juillet juli julho",
    "august agosto aout augustus",
    "september settembre septiembre septembre setembro",
    "october ottobre octubre octobre oktober outubro",
    "november novembre noviembre novembro",
    "december dicembre diciembre decembre dezember dezembro",
)
_NEAR = {
    -1: "yesterday ieri ayer hier gestern gisteren ontem",
    0: "today oggi hoy aujourd'hui heute vandaag hoje",
    1: "tomorrow domani manana demain morgen amanha",
    2: "dopodomani apres-demain ubermorgen overmorgen",
}
_NEAR_WORDS = {word: days for days, words in _NEAR.items() for word in words.split()}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?)?\s*[/.]?")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|[o°ªº.])?[\s-]+(?:d[ei]l?\s+|of\s+|d')?([a-z]{3,})\.?(?:,?[\s-]+(?:del?\s+)?(\d{4}))?"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_LATER = re.compile(r"([+-])\s*(\d{1,3})")
_ARTICLE = re.compile(r"^(?:il|lo|le|el|am|on|the|den|der|op|em|o)\s+(?=\S)|-feira\b| feira\b")
_REACH = dt.timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Around:
    """Be what a day is read beside: the mission's days, the one that is changed, and today."""

    days: Sequence[dt.date]
    current: dt.date | None
    today: dt.date

    @property
    def near(self) -> dt.date:
        return self.current or (self.days[0] if self.days else self.today)


@dataclass(frozen=True, slots=True)
class _Partial:
    """Be what was said of a day: the rest follows from the mission."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


def day_of(text: str, field: str, around: Around) -> dt.date | None:
    """Return the day of ``6/5``, ``6``, ``6 maggio``, ``mar 6``, ``tuesday``, ``domani``, ``+1``, ``5 May 2025``.

    The day comes before the month. What leaves something open is a day of the mission where it can be one,
    else the nearest. A number outweighs a weekday that does not fit it. Nothing typed is no day. Raises
    Invalid, naming ``field``, for what is no day.
    """
    if not text.strip():
        return None
    typed = _ARTICLE.sub("", folded(text).strip(" ,"))
    try:
        found = _plain(typed, around) or _best(list(_readings(typed)), around)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Invalid(N_("“{text}” is not a day, such as 6/5 or Tuesday."), field=field, text=text.strip())
    return found


def _plain(typed: str, around: Around) -> dt.date | None:
    """Return the day of what leaves nothing open."""
    if typed in _NEAR_WORDS:
        return around.today + dt.timedelta(days=_NEAR_WORDS[typed])
    later = _LATER.fullmatch(typed)
    if later is not None:
        return (around.current or around.today) + dt.timedelta(days=int(later[1] + later[2]))
    iso = _ISO.fullmatch(typed)
    return dt.date(int(iso[1]), int(iso[2]), int(iso[3])) if iso is not None else None


def _readings(typed: str) -> Iterator[_Partial]:
    """Yield what a text may mean, the likelier first: ``mar 6`` is a Tuesday before it is in March."""
    first, _, rest = typed.partition(" ")
    weekday = _named(first.strip(".,"), _WEEKDAYS, 2)
    if weekday is not None and not rest.strip():
        yield _Partial(weekday=weekday)
    for part, day_of_week in ((typed, None), (rest.strip(), weekday)):
        if part is rest and weekday is None:
            continue
        numbers, words = _NUMBERS.fullmatch(part), _DAY_FIRST.fullmatch(part)
        if numbers is not None and (day_of_week is not None or part is typed):
            month = int(numbers[2]) if numbers[2] else None
            yield _Partial(int(numbers[1]), month, _year(numbers[3]), day_of_week)
        month = _named(words[2], _MONTHS, 3) if words is not None else None
        if words is not None and month is not None and (day_of_week is not None or part is typed):
            yield _Partial(int(words[1]), month + 1, _year(words[3]), day_of_week)
    english = _MONTH_FIRST.fullmatch(typed)
    month = _named(english[1], _MONTHS, 3) if english is not None else None
    if english is not None and month is not None:
        yield _Partial(int(english[2]), month + 1, _year(english[3]))


def _best(readings: Sequence[_Partial], around: Around) -> dt.date | None:
    """Return the day that fits best: in the mission, of the weekday that was said, near."""
    inside = frozenset(around.days)
    ranked: list[tuple[tuple[bool, int, bool, int, bool], dt.date]] = []
    for place, one in enumerate(readings):
        for day in _candidates(one, around, inside):
            away = abs((day - around.near).days)
            unlike = one.weekday is not None and one.weekday != day.weekday()
            ranked.append(((day not in inside, place, unlike, away, day < around.near), day))
    return min(ranked)[1] if ranked else None


def _candidates(one: _Partial, around: Around, inside: Collection[dt.date]) -> Iterator[dt.date]:
    if one.year is not None and one.month is not None and one.day is not None:
        yield dt.date(one.year, one.month, one.day)
        return
    reach = range(-_REACH.days, _REACH.days + 1)
    for day in {*inside, *(around.near + dt.timedelta(days=number) for number in reach)}:
        fits = one.day in (None, day.day) and one.month in (None, day.month)
        if fits and (one.day is not None or one.weekday == day.weekday()):
            yield day


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def _named(word: str, names: Sequence[str], least: int) -> int | None:
    """Return the number of a name, or of a beginning of three letters at least that only one number has."""
    if len(word) < least:
        return None
    exact = {number for number, own in enumerate(names) if word in own.split()}
    begun = {number for number, own in enumerate(names) for one in own.split() if one.startswith(word)}
    fitting = exact or (begun if len(word) > 2 else set())
    return fitting.pop() if len(fitting) == 1 else None
