"""When something is, in the ways people write it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.vocabulary import PartOfDay
from missionplanner.exchange.programme_text.clocks import clocks_in, length_within, moment_at, moment_within
from missionplanner.exchange.programme_text.plain import plain

SPANS = {
    "09.30 Arrivo": ("09:30", None),
    "9h30 : Accueil": ("09:30", None),
    "9:30 am Welcome": ("09:30", None),
    "12:30 pm Lunch": ("12:30", None),
    "17 Uhr Gespräch": ("17:00", None),
    "ore 9 Ritrovo": ("09:00", None),
    "h 9": ("09:00", None),
    "13.00-14.00 Pranzo": ("13:00", "14:00"),
    "9–10:30 Uhr": ("09:00", "10:30"),
    "from 9 to 11 Visit": ("09:00", "11:00"),
    "dalle 9 alle 11: visita": ("09:00", "11:00"),
    "Dalle ore 9,30 alle ore 12,30: visita": ("09:30", "12:30"),
    "De 9h à 10h : accueil": ("09:00", "10:00"),
    "das 9h às 12h Encontros": ("09:00", "12:00"),
    "16.30 h a 18.00 h: Visita": ("16:30", "18:00"),
    "16 heures 30 : arrivée": ("16:30", None),
    "9 : 00 Meeting": ("09:00", None),
    "16:15-ca.18:00 TU Delft": ("16:15", "18:00"),
    "10am-12pm Pitches": ("10:00", "12:00"),
    "1-3 pm Tour": ("13:00", "15:00"),
    "11-1 pm Tour": ("11:00", "13:00"),
    "h 12.30/14 pranzo": ("12:30", "14:00"),
    "10,00-11,30 Riunione": ("10:00", "11:30"),
    "10-12 Meeting": ("10:00", "12:00"),
    "until 18:00": (None, "18:00"),
    "bis 16:00 Zusammenfassung": (None, "16:00"),
    "ca. 10.00 Kaffee": ("10:00", None),
    "gegen 13:00 Uhr Mittagessen": ("13:00", None),
    "noon: lunch": ("12:00", None),
    "12 noon": ("12:00", None),
    "mezzogiorno": ("12:00", None),
    "20h Dîner": ("20:00", None),
    "8.30 Uhr Abfahrt": ("08:30", None),
    "09:30〜11:00 表敬訪問": ("09:30", "11:00"),
    "午後2時 見学": ("14:00", None),
    "8時30分 出発": ("08:30", None),
}


@pytest.mark.parametrize(("text", "span"), SPANS.items(), ids=SPANS)
def test_times(text: str, span: tuple[str | None, str | None]) -> None:
    moment = moment_at(plain(text))
    assert moment is not None
    assert tuple(one.strftime("%H:%M") if one else None for one in (moment.start, moment.end)) == span


@pytest.mark.parametrize(
    "text",
    [
        "12 companies attend",
        "02.58.37.01",
        "051 64.50.499",
        "24h",
        "129,00 euro a notte",
        "De 3 entreprises",
        "2-3 people",
        "25.30 Nothing",
        "10% discount",
        "9.30.15",
        "Room 10.15",
        "afternoon tea with the Mayor",
        "then",
    ],
)
def test_what_is_no_time(text: str) -> None:
    moment = moment_at(plain(text))
    assert moment is None or moment.follows or moment.start == dt.time(0)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Morning: wrap-up", PartOfDay.MORNING),
        ("Pomeriggio", PartOfDay.AFTERNOON),
        ("Tarde: visita", PartOfDay.AFTERNOON),
        ("Nachmittag: Messe", PartOfDay.AFTERNOON),
        ("'s avonds", PartOfDay.EVENING),
        ("Manhã livre", PartOfDay.MORNING),
        ("Por la noche: cena", PartOfDay.EVENING),
        ("午後 自由時間", PartOfDay.AFTERNOON),
    ],
)
def test_parts_of_the_day(text: str, part: PartOfDay) -> None:
    moment = moment_at(plain(text))
    assert moment is not None
    assert (moment.part, moment.start) == (part, None)


@pytest.mark.parametrize(
    "text", ["A seguire pranzo", "to follow: drinks", "anschließend Kaffee", "À suivre : verre"]
)
def test_what_follows_has_no_time(text: str) -> None:
    moment = moment_at(plain(text))
    assert moment is not None
    assert moment.follows
    assert moment.start is None


def test_a_time_within_a_line() -> None:
    moment = moment_within(plain("rencontres B2B (13h30 – 16h30)"))
    assert moment is not None
    assert (moment.start, moment.end) == (dt.time(13, 30), dt.time(16, 30))


@pytest.mark.parametrize(("text", "minutes"), [("Saluti (15')", 15), ("Talk (90 min)", 90), ("Lavori (1h30)", 90)])
def test_lengths(text: str, minutes: int) -> None:
    found = length_within(plain(text))
    assert found is not None
    assert found[2] == dt.timedelta(minutes=minutes)


@given(st.times(), st.sampled_from(["{:02}:{:02}", "{}.{:02}", "{}h{:02}", "ore {}:{:02}", "{:02}:{:02} Uhr"]))
def test_a_time_is_read_as_it_was_written(time: dt.time, form: str) -> None:
    moment = moment_at(plain(form.format(time.hour, time.minute) + " Something"))
    assert moment is not None
    assert moment.start == time.replace(second=0, microsecond=0)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    folded = plain(text)
    assert len(folded) == len(text)
    moment_at(folded)
    moment_within(folded)
    assert all(begin < stop <= len(folded) for begin, stop, _ in clocks_in(folded))
