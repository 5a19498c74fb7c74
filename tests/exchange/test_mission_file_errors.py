"""Every way a mission file can be wrong is told in one sentence with the place of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.exchange.mission_file import read

Builder = Callable[..., bytes]

# Where something is put, what is put there, and the words the sentence must hold.
WRONG: list[tuple[str, Any, str]] = [
    ("agenda[1].tittle", "x", "“title”"),
    ("mission.organizers", [], "“organisers”"),
    ("gibberish", 1, "mission, initiatives"),
    ("legs[0].xyz", None, "id, mode, operator"),
    ("partners[0].id", "x", "not a key"),
    ("format", "other/mission", "missionplanner/mission"),
    ("format", 1, "text in quotes"),
    ("version", 4, "newer"),
    ("version", 0, "at least 1"),
    ("version", "1", "whole number"),
    ("version", True, "whole number"),
    ("mission", [], "object in braces"),
    ("mission.code", "", "empty"),
    ("mission.code", None, "text in quotes"),
    ("mission.title", None, "text"),
    ("mission.title", {}, "missing"),
    ("mission.title", {"it": None}, "missing"),
    ("mission.title.it", 3, "text in quotes"),
    ("mission.title.not a language", "x", "language code"),
    ("mission.title.it", "x" * 501, "501 characters; at most 500"),
    ("mission.start", "2025-02-30", "day of the calendar"),
    ("mission.start", "5.5.2025", "day of the calendar"),
    ("mission.start", 20250505, "day in quotes"),
    ("mission.end", "1492-10-12", "1800-01-01"),
    ("mission.end", None, "day in quotes"),
    ("mission.zone", "Europe/Bilbo", "Europe/Rome"),
    ("mission.zone", "../../etc/passwd", "time zone"),
    ("mission.kind", "cluster_misson", "“cluster_mission”"),
    ("mission.status", "qwertz", "idea, planning, confirmed"),
    ("mission.status", 3, "text in quotes"),
    ("mission.sample", "no", "true or false"),
    ("mission.languages", "it", "list in square brackets"),
    ("mission.languages[1]", "english!", "language code"),
    ("mission.languages[1]", None, "text in quotes"),
    ("mission.ecosystems[0]", "mobilty", "“mobility”"),
    ("mission.accent", "red", "#4350C4"),
    ("mission.accent", "#12345", "#4350C4"),
    ("mission.currency", "EURO", "three letters"),
    ("mission.initiative", "nowhere", "initiatives of this file"),
    ("mission.organisers[1].organisation", "nobody", "organisations of this file"),
    ("mission.destinations[0].country", "es", "two capital letters"),
    ("mission.objectives[2].id", "o1", "already given in row [0]"),
    ("mission.objectives[0].target", 10**16, "at most 1000000000000000"),
    ("mission.objectives[0].target", "20", "number without quotes"),
    ("organisations[0].parent", "nobody", "organisations of this file"),
    ("organisations[1].id", "art-er", "already given in row [0]"),
    ("organisations[1].id", " art-er\u0000", "already given in row [0]"),
    ("people[2].id", "", "empty"),
    ("people[2].id", 3, "text in quotes"),
    ("people[0].languages[0]", "i", "language code"),
    ("people[0].bio", "x" * 10_001, "at most 10000"),
    ("places[0].lat", 90.5, "at most 90"),
    ("places[0].lat", -91, "at least -90"),
    ("places[0].lon", 181, "at most 180"),
    ("places[0].lon", "x", "number without quotes"),
    ("places[0].capacity", -1, "at least 0"),
    ("places[0].capacity", 2.5, "whole number"),
    ("places[0].closed_days[1]", 8, "at most 7"),
    ("places[0].closed_days[0]", 0, "at least 1"),
    ("places[0].opens", "8:00", "09:20"),
    ("places[0].zone", "", "time zone"),
    ("groups[0].leader", "p7", "people of this file"),
    ("delegates[1].groups", ["C"], "groups of this file"),
    ("delegates[0].arrival", "leg9", "legs of this file"),
    ("delegates[0].departure", "leg9", "legs of this file"),
    ("delegates[0].document.expires", "2030-02-31", "holds …, which"),
    ("delegates[0].document.number", 123, "holds …, but"),
    ("delegates[0].diet", ["nuts"], "holds …, but"),
    ("partners[0].contacts[0]", "p7", "people of this file"),
    ("partners[0].requests[0].who", "p7", "people of this file"),
    ("partners[0].requests[0].channel", "fax", "email, phone"),
    ("agenda[1].id", "i1", "already given in row [0]"),
    ("agenda[1].start", "24:10", "09:20"),
    ("agenda[1].start", "9:20 am", "09:20"),
    ("agenda[1].start", "09:20:00", "09:20"),
    ("agenda[1].start", 920, "text in quotes"),
    ("agenda[1].end", "09:60", "09:20"),
    ("agenda[1].zone", "Mars/Olympus", "time zone"),
    ("agenda[1].kind", "dinner", "which is not one of its words"),
    ("agenda[1].kind", None, "text in quotes"),
    ("agenda[1].place", "nowhere", "places of this file"),
    ("agenda[1].hosts[1]", "nobody", "organisations of this file"),
    ("agenda[1].people[0].person", "p7", "people of this file"),
    ("agenda[1].people[0].role", "speeker", "“speaker”"),
    ("agenda[1].audience.groups[0]", "Z", "groups of this file"),
    ("agenda[1].audience.except[0]", "p7", "people of this file"),
    ("agenda[1].audience.exept", [], "“except”"),
    ("agenda[1].objectives[1]", "o9", "objectives of this file"),
    ("agenda[1].pitches[0].person", "p7", "people of this file"),
    ("agenda[1].leg", "leg9", "legs of this file"),
    ("agenda[1].position", 10**30, "at most 1000000000"),
    ("agenda[1].title", ["x"], "object of texts by language"),
    ("agenda[0].start", "06:41", "its leg leg1 says 06:40"),
    ("agenda[0].date", "2025-05-06", "its leg leg1 says 2025-05-05"),
    ("agenda[0].end_zone", "Europe/Rome", "its leg leg1 says Europe/Madrid"),
    ("legs[0].mode", "plane", "flight, train"),
    ("legs[0].date", "2025-13-01", "day of the calendar"),
    ("legs[0].passengers[1].person", "p7", "people of this file"),
    ("legs[0].passengers[1]", None, "object in braces"),
    ("stays[0].hotel", "Hilton", "places of this file"),
    ("stays[0].guests[1]", "p7", "people of this file"),
    ("matchmaking[0].item", "i99", "agenda of this file"),
    ("matchmaking[0].slots[1]", ["2025-05-06", "12:10"], "a day, a start and an end"),
    ("matchmaking[0].slots[1][2]", "25:00", "09:20"),
    ("matchmaking[0].slots[1][0]", "2025-02-29", "day of the calendar"),
    ("matchmaking[0].participants[0].unavailable[0]", 2, "0 to 1"),
    ("matchmaking[0].participants[0].unavailable[0]", -1, "at least 0"),
    ("matchmaking[0].requests[0].to", "nobody", "organisations of this file"),
    ("matchmaking[0].meetings[0].slot", 2, "0 to 1"),
    ("matchmaking[0].meetings[0].table", "3", "tables of this file"),
    ("matchmaking[0].meetings[1].id", "b1", "already given"),
    ("budget[0].planned", "12.000,00", "12000.00"),
    ("budget[0].planned", "1e3", "12000.00"),
    ("budget[0].planned", "12,000.00", "12000.00"),
    ("budget[0].planned", "NaN", "12000.00"),
    ("budget[0].planned", "1.23456", "12000.00"),
    ("budget[0].planned", "012", "12000.00"),
    ("budget[0].planned", 12000, "text in quotes"),
    ("budget[0].payer", "nobody", "organisations of this file"),
    ("attendance[1].item", "i99", "agenda of this file"),
    ("outcomes[1].meeting", "b9", "meetings of this file"),
    ("outcomes[0].interest", "hihg", "“high”"),
    ("followups[0].about.person", "p7", "people of this file"),
    ("agreements[0].parties[1]", "nobody", "organisations of this file"),
]

MISSING = [
    "format",
    "version",
    "mission",
    "mission.code",
    "mission.title",
    "mission.start",
    "mission.end",
    "mission.zone",
]
MISSING += [f"agenda[1].{key}" for key in ("id", "kind", "title", "date")]
MISSING += [
    f"{name}[0].id"
    for name in ("initiatives", "organisations", "people", "places", "groups", "legs", "matchmaking")
]
MISSING += ["attendance[0].person", "partners[0].organisation", "matchmaking[0].meetings[0].b"]


def steps(path: str) -> list[str | int]:
    return [
        int(number) if number else key for key, number in re.findall(r"([^.\[\]]+)(?=[.\[]|$)|\[(\d+)\]", path)
    ]


def owner(value: Any, path: str) -> tuple[Any, Any]:
    *way, last = steps(path)
    for step in way:
        value = value[step]
    return value, last


def refusal(data: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        read(data)
    sentence = str(caught.value)
    assert "\n" not in sentence and len(sentence) < 300
    if caught.value.field is not None:
        assert caught.value.field in sentence
    return sentence


@pytest.mark.parametrize(("path", "value", "words"), WRONG, ids=[f"{one[0]}-{n}" for n, one in enumerate(WRONG)])
def test_a_wrong_value_is_refused_with_its_path(
    path: str, value: Any, words: str, complete: dict[str, Any]
) -> None:
    holder, key = owner(complete, path)
    holder[key] = value
    sentence = refusal(json.dumps(complete).encode())
    assert path in sentence
    assert words in sentence


@pytest.mark.parametrize("path", MISSING)
def test_a_missing_key_is_named(path: str, complete: dict[str, Any]) -> None:
    holder, key = owner(complete, path)
    del holder[key]
    sentence = refusal(json.dumps(complete).encode())
    assert path in sentence and "missing" in sentence


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"[]", "not a mission file"),
        (b"{}", "format is missing"),
        (b"null", "not a mission file"),
        (b'"x"', "not a mission file"),
        (b"{", "breaks off|not valid JSON"),
        (b'{"format": "missionplanner/mission", "version": 1, "mission": {"code": "x', "mission.code"),
        (b'{"mission": {"zone": }}', r"line 1, column 22 on, at mission\.zone"),
        (b'{"version": NaN}', "version holds NaN"),
        (b'{"version": -Infinity}', "version holds -Infinity"),
        (b'{"mission": {"start": 1, "st\\u0061rt": 2}}', r"mission\.start is given twice"),
        (b'{"agenda": [{}, {"id": "a", "id": "a"}]}', r"agenda\[1\]\.id is given twice"),
        (b'{"format": "\xff"}', "line 1 .*UTF-8"),
        (b'{\n"format": "\xed\xa0\x80"}', "line 2 .*UTF-8"),
        ('{"format": "missionplanner/mission"}'.encode("utf-16"), "UTF-8"),
        (b"x" * (25 * 1024 * 1024 + 1), "25.0 MB; at most 25"),
    ],
)
def test_what_is_no_mission_file_is_refused(data: bytes, words: str) -> None:
    assert re.search(words, refusal(data))


def test_numbers_too_large_to_keep_are_refused(complete_bytes: bytes) -> None:
    assert "mission.objectives[0].target" in refusal(complete_bytes.replace(b'"target": 20', b'"target": 1e999'))


def test_nesting_is_bounded(small: Builder) -> None:
    value: Any = 1
    for _ in range(62):
        value = [value]
    assert "object of texts by language" in refusal(small({"title": value}))
    deeper = small({"title": [value]})
    assert "mission.title[0][0][0][0] is nested deeper than 64 levels" in refusal(deeper)


def test_rows_are_bounded(small: Builder) -> None:
    rows = [{"id": f"g{n}"} for n in range(50_001)]
    assert "groups has more rows than fit: at most 50000" in refusal(small(groups=rows))
    assert len(read(small(groups=rows[:-1])).plan.groups) == 50_000


def test_a_time_that_summer_time_skips_is_refused(small: Builder) -> None:
    item = {"id": "i", "kind": "transfer", "title": "Coach", "date": "2025-03-30", "start": "02:30"}
    assert "agenda[0].start is 02:30" in refusal(small(agenda=[item]))
    assert read(small(agenda=[item | {"zone": "America/New_York"}])).plan.items
    places = [{"id": "h", "zone": "America/New_York"}]
    assert read(small(agenda=[item | {"place": "h"}], places=places)).plan.items


def test_a_skipped_end_is_looked_for_in_its_own_zone(small: Builder) -> None:
    leg = {"id": "l", "date": "2025-03-29", "start": "20:00", "end": "02:30", "end_date": "2025-03-30"}
    assert "legs[0].end is 02:30" in refusal(small(legs=[leg]))
    assert read(small(legs=[leg | {"end_zone": "Asia/Tokyo"}])).plan.legs


def test_a_skipped_slot_is_refused(small: Builder) -> None:
    session = {"id": "m", "slots": [["2025-03-30", "01:30", "02:00"]]}
    assert "matchmaking[0].slots[0][2] is 02:00" in refusal(small(matchmaking=[session]))


def test_a_leg_that_has_no_time_leaves_none_to_its_row(small: Builder) -> None:
    item = {"id": "i", "kind": "flight", "title": "F", "date": "2025-05-05", "start": "09:00", "leg": "l"}
    sentence = refusal(small(agenda=[item], legs=[{"id": "l", "date": "2025-05-05"}]))
    assert "agenda[0].start is 09:00, but its leg l has no such value" in sentence


def test_the_sentence_says_itself_in_italian(small: Builder) -> None:
    from missionplanner.base.i18n import translator

    with pytest.raises(Invalid) as caught:
        read(small(people=[{"id": "a"}, {"id": "a"}]))
    said = translator("it").say(caught.value)
    assert "people[1].id" in said and said != str(caught.value)


def test_what_is_odd_but_no_error_is_read(small: Builder) -> None:
    item = {
        "id": "i",
        "kind": "meal",
        "title": "",
        "date": "2025-05-05",
        "start": "12:00",
        "end": "11:00",
        "position": 1,
    }
    plan = read(
        b"\xef\xbb\xbf" + small({"start": "2025-05-09"}, agenda=[item, item | {"id": "j"}], people=None)
    ).plan
    assert [one.position for one in plan.items] == [1, 1]
