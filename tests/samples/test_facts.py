"""Hold the facts of the two published cases against the sample missions, reading plain JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
CLOSER, BASQUE = "closer-netherlands-2025", "basque-country-2025"
BOTH = pytest.mark.parametrize("stem", [CLOSER, BASQUE])
# The texts that have a language; a partner's request log has none.
TEXTS = {"title", "theme", "summary", "statement", "profile", "job", "bio", "safety_gear", "topic"}
TEXTS_BY_LIST = {"groups": "name", "agenda": "text", "budget": "text"}
# Key of a reference, and the list of the file it points into.
REFERENCES = {
    **dict.fromkeys(["organisation", "place_of", "payer", "hosts"], "organisations"),
    **dict.fromkeys(["person", "leader", "deputy", "who"], "people"),
    **dict.fromkeys(["contacts", "guests", "people", "except"], "people"),
    **dict.fromkeys(["leg", "arrival", "departure"], "legs"),
    **dict.fromkeys(["hotel", "place"], "places"),
    **{"initiative": "initiatives", "item": "agenda", "groups": "groups"},
}
REGIONS = {"Emilia-Romagna", "Calabria", "Lombardia", "Flanders", "North Rhine-Westphalia", "Wallonia"}

BASQUE_HOSTS = {
    "SPRI Group",
    "Basque Trade & Investment",
    "BAIC – Basque Artificial Intelligence Center",
    "AIC – Automotive Intelligence Center",
    "CFAA – Advanced Manufacturing Centre for Aeronautics",
}


def load(stem: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SAMPLES / f"{stem}.mission.json").read_text(encoding="utf-8"))
    return data


def names(data: dict[str, Any], role: str = "") -> set[str]:
    """Give the names of all organisations, or of the partners with a role."""
    partners = {p["organisation"] for p in data["partners"] if p["role"] == role}
    return {o["name"] for o in data["organisations"] if not role or o["id"] in partners}


def item(data: dict[str, Any], words: str) -> dict[str, Any]:
    (found,) = [i for i in data["agenda"] if words in i["title"]["en"]]
    return dict(found)


def walk(node: object) -> Iterator[tuple[str, Any]]:
    for key, value in node.items() if isinstance(node, dict) else ():
        yield key, value
        yield from walk(value)
    for value in node if isinstance(node, list) else ():
        yield from walk(value)


@BOTH
def test_is_a_sample_with_24_delegates_in_three_groups(stem: str) -> None:
    data = load(stem)
    assert (data["format"], data["version"], data["mission"]["sample"]) == ("missionplanner/mission", 3, True)
    assert data["mission"]["home_zone"] == "Europe/Rome"
    assert (len(data["groups"]), len(data["delegates"])) == (3, 24)
    roles = [d["role"] for d in data["delegates"]]
    assert {roles.count(r) for r in ("head_of_delegation", "mission_manager", "interpreter", "press")} == {1}
    days = {i["date"] for i in data["agenda"]} - {None}
    assert (len(days), min(days), max(days)) == (3, data["mission"]["start"], data["mission"]["end"])


@BOTH
def test_every_text_is_in_italian_and_english(stem: str) -> None:
    data = load(stem)
    texts = [value for key, value in walk(data) if key in TEXTS]
    texts += [entry[key] for name, key in TEXTS_BY_LIST.items() for entry in data[name] if key in entry]
    texts += [objective["text"] for objective in data["mission"]["objectives"]]
    assert len(texts) > 100
    assert [t for t in texts if isinstance(t, str) or set(t) != {"it", "en"} or not all(t.values())] == []


@BOTH
def test_ids_are_unique_and_no_reference_dangles(stem: str) -> None:
    data = load(stem)
    ids = {k: [e["id"] for e in v if "id" in e] for k, v in data.items() if isinstance(v, list)}
    assert [k for k, listed in ids.items() if len(listed) != len(set(listed))] == []
    checked = 0
    for key, value in walk(data):
        refs = [r for r in (value if isinstance(value, list) else [value]) if isinstance(r, str)]
        if key in REFERENCES and refs:
            assert set(refs) <= set(ids[REFERENCES[key]]), (key, value)
            checked += len(refs)
    assert checked > 300


def test_closer_kick_off() -> None:
    data = load(CLOSER)
    mission, (initiative,) = data["mission"], data["initiatives"]
    assert mission["code"] == "CLOSER-NL-2025"
    assert (mission["start"], mission["end"]) == ("2025-03-18", "2025-03-20")
    assert [d["city"] for d in mission["destinations"]] == ["Eindhoven", "The Hague"]
    assert (initiative["programme"], initiative["partners"], initiative["countries"]) == ("I3", 32, 8)
    subject = "Open Strategic Autonomy on Chips and Microelectronics Production"
    assert initiative["name"] == f"CLOSER – Circular Raw Materials for European {subject}"
    hosts = {"Philips", "SMART Photonics", "Municipality of Eindhoven", "Ministry of Economic Affairs"}
    assert names(data, "host") == hosts
    assert {"Clust-ER MECH", "Due2Lab"} <= names(data)
    assert {n.removeprefix("Regione ") for n in names(data, "peer_delegation")} == REGIONS
    assert names(data, "counterpart") == {"Invest-NL", "Invest International"}
    steps = [
        "Philips Tech Center",
        "Tour of SMART",
        "meeting in the town hall",
        "critical raw",
        "at the Malietoren",
    ]
    order = [(i["date"], i["position"]) for i in (item(data, words) for words in steps)]
    assert order == sorted(order)
    host = next(p for p in data["people"] if p["id"] == item(data, "Philips")["people"][0]["person"])
    assert (host["given"], host["family"]) == ("Daniël", "Doorduin")
    assert host["job"]["en"] == "Programme Director Ecodesign"
    assert all(region in item(data, "meeting in the town hall")["text"]["en"] for region in REGIONS)


def test_closer_tables_run_in_parallel_one_group_each() -> None:
    themes = ("critical raw materials", "circular semiconductors", "circular solar panels")
    tables = [item(load(CLOSER), theme) for theme in themes]
    assert len({(t["date"], t["start"], t["end"]) for t in tables}) == 1
    assert [t["audience"]["groups"] for t in tables] == [["A"], ["B"], ["C"]]
    assert {t["kind"] for t in tables} == {"working_table"}


def test_basque_country() -> None:
    data = load(BASQUE)
    mission = data["mission"]
    assert mission["code"] == "ER-EUS-2025"
    assert (mission["start"], mission["end"]) == ("2025-05-05", "2025-05-07")
    assert [d["city"] for d in mission["destinations"]] == ["Bilbao", "Amorebieta", "Zamudio"]
    assert mission["organisers"][0] == {"organisation": "art-er", "role": "promoter"}
    people = {p["id"]: p for p in data["people"]}
    seats = {people[d["person"]]["organisation"] if d["person"] else d["place_of"] for d in data["delegates"]}
    clusters = ["Agrifood", "Innovate", "Greentech", "Turismo", "Build", "Urban Economy", "Health", "MECH"]
    others = {"ART-ER", "Associazione Big Data", "Regione Emilia-Romagna"}
    travelling = {o["name"] for o in data["organisations"] if o["id"] in seats}
    assert {f"Clust-ER {c}" for c in clusters} | others <= travelling
    assert {"muner", "lavoro"} <= seats
    assert sum(d["person"] is None for d in data["delegates"]) == 2
    assert "Capucci" in {p["family"] for p in people.values() if p["organisation"] == "mech"}
    assert names(data, "host") == BASQUE_HOSTS
    assert names(data, "counterpart") == {"AFM", "ACICAE", "MLC-ITS", "HEGAN", "GAIA"}
    for words in ("Basque Trade & Investment and SPRI Group", "Basque Artificial", "AIC CoFactory", "CFAA –"):
        assert item(data, words)["status"] == "confirmed"


def test_basque_meetings_never_clash_and_bring_no_pair_together_twice() -> None:
    morning, afternoon = load(BASQUE)["matchmaking"]
    for session, count in ((morning, 22), (afternoon, 12)):
        held = session["meetings"]
        busy = [(m["slot"], who) for m in held for who in (m["a"], m["b"], f"table {m['table']}")]
        spoken = [(m["slot"], m["interpreter"]) for m in held if "interpreter" in m]
        away = {(slot, p["organisation"]) for p in session["participants"] for slot in p.get("unavailable", [])}
        away |= {(slot, one["person"]) for one in session["interpreters"] for slot in one.get("unavailable", [])}
        refused = {frozenset((w["from"], w["to"])) for w in session["requests"] if w["wish"] == "no_thanks"}
        assert len(busy) == len(set(busy)) == 3 * count
        assert len(spoken) == len(set(spoken)) > 2
        assert not away & {*busy, *spoken}
        assert refused
        assert not refused & {frozenset((m["a"], m["b"])) for m in held}
        assert {m["state"] for m in held} == {"scheduled"}
    pairs = [frozenset((m["a"], m["b"])) for s in (morning, afternoon) for m in s["meetings"]]
    assert len(pairs) == len(set(pairs))
    assert sum(m["locked"] for m in morning["meetings"]) == 2
    (leaving,) = [p for p in morning["participants"] if p.get("session") == "morning"]
    assert leaving["organisation"] not in {p["organisation"] for p in afternoon["participants"]}


def test_the_pictures_of_closer_are_small_lie_beside_it_and_say_that_they_are_drawn() -> None:
    data = load(CLOSER)
    media = {f"media/{path.name}": path.read_bytes() for path in (SAMPLES / "media").iterdir()}
    shown = [one["medium"] for one in data["photos"]]
    assert set(shown) == set(media)
    assert len(shown) == len(set(shown)) == 8
    assert all(name == f"media/{hashlib.sha256(picture).hexdigest()}.jpg" for name, picture in media.items())
    assert all(len(picture) < 40_000 for picture in media.values())
    captions = [(one["caption"]["it"], one["caption"]["en"]) for one in data["photos"]]
    assert all(it.endswith("(illustrazione)") and en.endswith("(illustration)") for it, en in captions)
    assert {one["item"] for one in data["photos"] if "item" in one} <= {one["id"] for one in data["agenda"]}
