"""Packs, preflight and every kind of document from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_a_pack_by_name_tells_its_files(basque: Any, tmp_path: Path) -> None:
    told = basque("pack", "hosts", "ER-EUS-2025", "-o", "out", "--json").json
    assert (told["documents"], told["left_out"]) == (19, [])
    assert all(Path(one).is_file() for one in told["files"])
    assert basque("pack", "hosts", "ER-EUS-2025", "-o", "out").code == 3
    assert basque("pack", "Hosts", "ER-EUS-2025", "-o", "all.pdf", "--form", "merged").code == 0
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")


def test_what_there_is_not_is_wrong_use(basque: Any) -> None:
    for words in (("nobody",), ("hosts", "--form", "tape")):
        outcome = basque("pack", words[0], "ER-EUS-2025", "-o", "x", *words[1:])
        assert outcome.code == 2 and "is none of" in outcome.err


def test_preflight_finds_what_would_be_wrong_on_paper(basque: Any) -> None:
    outcome = basque("preflight", "ER-EUS-2025", "--json")
    assert outcome.code == 1
    assert [one["rule"] for one in outcome.json if one["weight"] == "wrong"] == [
        "before_arrival",
        "double_booking",
        "impossible_travel",
    ]
    assert outcome.json[1]["records"][:2] == ["i25", "i26"]
    one = basque("preflight", "ER-EUS-2025", "--pack", "suppliers", "--layout")
    assert (one.code, "double" in one.out) == (0, False)


def test_any_kind_about_one_subject_or_each_with_its_choices(basque: Any, tmp_path: Path) -> None:
    assert basque("print", "badges", "ER-EUS-2025", "-o", "b.pdf", "--choice", "format=105x74").code == 0
    assert basque("print", "badges", "ER-EUS-2025", "-o", "c.pdf", "--choice", "format=a9").code == 3
    assert basque("print", "badges", "ER-EUS-2025", "-o", "c.pdf", "--choice", "format").code == 2
    told = basque("print", "access", "ER-EUS-2025", "--all", "-o", "out", "--json").json["files"]
    assert len(told) == len(list((tmp_path / "out").glob("*.pdf"))) == 4
    assert basque("print", "programme", "ER-EUS-2025", "-o", "p.pdf", "--paper", "a6", "--lang", "it+en").code == 0
    assert basque("print", "nothing", "ER-EUS-2025", "-o", "p.pdf").code == 2
