"""Whatever the bytes are, reading them ends soon, and with Invalid or a mission."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.exchange.mission_file import normalised, read, write

MISSIONS = Path(__file__).resolve().parents[1] / "data" / "missions"
COMPLETE = (MISSIONS / "complete.mission.json").read_bytes()
LIMIT_SECONDS = 4.0
"""Twice what a hostile file may take (RELIABILITY §3): the machine may be busy."""

Builder = Callable[..., bytes]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["p1", "2025-05-05", "02:30"])
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(found for key, one in inner for found in places(one, (*way, key)))]


PLACES = places(json.loads(COMPLETE))[1:]


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    with suppress(Invalid):
        read(data)


@given(JSON)
def test_any_json(value: Any) -> None:
    for reader in (read, normalised):
        with pytest.raises(Invalid):
            reader(json.dumps(value).encode())


@settings(max_examples=150)
@given(st.sampled_from(PLACES), JSON)
def test_any_value_in_any_place(way: tuple[Any, ...], value: Any) -> None:
    whole = json.loads(COMPLETE)
    holder = whole
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    data = json.dumps(whole).encode()
    with suppress(Invalid):
        assert normalised(write(read(data), sensitive=True)) == normalised(data)


@settings(max_examples=100)
@given(st.integers(0, len(COMPLETE)), st.integers(0, 40), st.binary(max_size=8))
def test_any_damage(place: int, length: int, put: bytes) -> None:
    with suppress(Invalid):
        read(COMPLETE[:place] + put + COMPLETE[place + length :])


HEAD = b'{"format":"missionplanner/mission","version":1,"mission":'
HUGE: dict[str, Callable[[], bytes]] = {
    "brackets": lambda: b"[" * 100_000,
    "braces": lambda: b'{"a":' * 100_000,
    "deep beneath a key": lambda: HEAD + b'{"title":' + b"[" * 100_000,
    "deep and closed": lambda: HEAD + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "empty lists": lambda: b"[" + b"[]," * 8_000_000 + b"[]]",
    "lists of lists": lambda: b"[" + b",".join([b"[" + b"1," * 49_000 + b"1]"] * 250) + b"]",
    "quotes": lambda: b'"' * 25_000_000,
    "backslashes": lambda: b'{"format":"' + b"\\" * 25_000_000,
    "an endless string": lambda: b'{"format":"' + b'\\"' * 12_000_000,
    "halves of characters": lambda: b'{"format":"' + b"\\ud800" * 4_000_000 + b'"}',
    "spaces": lambda: b'{"format"' + b" " * 25_000_000 + b":1}",
    "closing brackets": lambda: b"]" * 25_000_000,
    "commas": lambda: b"," * 25_000_000,
    "many keys": lambda: b"{" + b",".join(b'"%d":0' % n for n in range(1_500_000)) + b"}",
    "a long key": lambda: b'{"' + b"k" * 25_000_000 + b'":1}',
    "a long number": lambda: HEAD + b"9" * 20_000_000 + b"}",
    "a long fraction": lambda: HEAD + b'{"x":0.' + b"9" * 20_000_000 + b"}}",
    "a long text": lambda: HEAD + b'{"code":"' + "é".encode() * 12_000_000 + b'"}}',
    "a long date": lambda: HEAD + b'{"start":"' + b"2" * 20_000_000 + b'"}}',
    "one row too many": lambda: HEAD + b'{},"legs":[' + b"{}," * 8_000_000 + b"{}]}",
    "rows in rows": lambda: HEAD + b'{},"legs":[' + b'{"passengers":[' + b'{"person":"p"},' * 49_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_what_is_huge_is_refused_soon(name: str) -> None:
    data = HUGE[name]()
    began = time.process_time()
    with pytest.raises(Invalid) as caught:
        read(data)
    assert time.process_time() - began < LIMIT_SECONDS
    assert len(str(caught.value)) < 300


MEASURE = """
import resource, sys
from missionplanner.base.errors import Invalid
from missionplanner.exchange.mission_file import read
data = bytes.fromhex(sys.argv[1]) + bytes.fromhex(sys.argv[2]) * int(sys.argv[3])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read(data)
except Invalid as error:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is told in kilobytes on Linux only")
@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"[", b"[],"),
        (b"{", b'"a":1,'),
        (b'{"format":"', b"\\ud800"),
        (b'{"format":"', b"\\ud83d\\ude00"),
        (b'{"format":"', "😀".encode()),
        (HEAD + b'{"title":"', b"\\n"),
        (HEAD + b'{},"people":[', b'{"id":"p","organisation":"o"},'),
    ],
)
def test_what_is_huge_costs_little_more_than_its_size(head: bytes, piece: bytes) -> None:
    count = str(24_000_000 // len(piece))
    command = [sys.executable, "-c", MEASURE, head.hex(), piece.hex(), count]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 100


def test_markup_and_formats_in_keys_and_values_stay_text(small: Builder) -> None:
    payloads = [
        "{0}",
        "{path}",
        "%s",
        "<b>",
        "=1+1",
        "../../x",
        "\u202e",
        "a\nb",
        "`$.x`",
        "'; DROP TABLE",
        "{{}}",
    ]
    for payload in payloads:
        with pytest.raises(Invalid) as caught:
            read(small({"status": payload}))
        assert "mission.status" in str(caught.value)
        with pytest.raises(Invalid, match=re.escape("is not a key")):
            read(small(**{payload: 1}))
        dossier = read(small({"theme": payload}))
        assert json.loads(write(dossier, sensitive=False))["mission"].get("theme") == payload.replace("\u202e", "")


def test_a_large_delegation_is_read_at_once(small: Builder) -> None:
    people = [
        {"id": f"p{n}", "given": "Łukasz", "family": f"Rossi {n}", "email": f"d{n}@example.com"}
        for n in range(500)
    ]
    delegates = [
        {"id": f"d{n}", "person": f"p{n}", "role": "delegate", "groups": ["A"], "arrival": "l"} for n in range(500)
    ]
    items = [
        {"id": f"i{n}", "date": "2025-05-06", "position": n, "start": "09:20", "end": "11:00", "kind": "meal",
         "title": {"it": "Voce", "en": "Item"}, "audience": {"except": [f"p{n}"]}, "text": "testo " * 30}
        for n in range(400)
    ]  # fmt: skip
    legs = [{"id": "l", "passengers": [{"person": f"p{n}"} for n in range(500)]}]
    data = small(people=people, delegates=delegates, groups=[{"id": "A"}], agenda=items, legs=legs)
    read(data)
    best = min(timed(data) for _ in range(5))
    assert best < 0.3


def timed(data: bytes) -> float:
    began = time.process_time()
    read(data)
    return time.process_time() - began
