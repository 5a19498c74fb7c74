"""Catalogues: every language of paper says all that paper can say, with the same things filled in."""

from __future__ import annotations

import re
from functools import cache
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from missionplanner.base import assets
from missionplanner.base.i18n import translator
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.domain.paper.letters import STARTERS

ROOT = Path(__file__).resolve().parents[2]
FILLED = re.compile(r"\{(\w+)\}")


@cache
def words() -> ModuleType:
    spec = util.spec_from_file_location("words", ROOT / "packaging" / "words.py")
    assert spec is not None and spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def paper_ids() -> frozenset[tuple[str, str | None]]:
    return frozenset(words().paper_ids())


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def test_paper_can_say_something() -> None:
    assert len(paper_ids()) > 400
    assert {("Page {page} of {pages}", None), ("Site visit", None), ("Rooming list", None)} <= paper_ids()
    assert not {("Has declined", None), ("There is no document called “{kind}”.", None)} & paper_ids()


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_language_of_paper_says_all_of_it(language: str) -> None:
    catalogue = words().read(language)
    lacking, wrong = [], []
    for key, context in sorted(paper_ids(), key=str):
        message = catalogue.get(key, context)
        if message is None or not all(forms(message.string)):
            lacking.append(key)
            continue
        wanted = set(FILLED.findall(" ".join(forms(message.id))))
        for said in forms(message.string):
            if not wanted - {"count"} <= set(FILLED.findall(said)) <= wanted:
                wrong.append((key, said))
    assert (lacking, wrong) == ([], [])
    assert translator(language).language == language


def test_french_signs_stay_with_their_word() -> None:
    texts = [text for one in words().read("fr") if one.id for text in forms(one.string)]
    files = [*assets.path("templates/letters/fr").iterdir(), assets.path("templates/messages/fr.txt")]
    texts += [file.read_text("utf-8") for file in files]
    assert len(texts) > 400
    assert [text for text in texts if re.search(r"[^\u00a0\u202f\s(][:;?!»](?=\s|$)|« ", text)] == []


def test_every_language_of_paper_has_its_letters_and_its_message() -> None:
    for language in LANGUAGES:
        assert assets.path(f"templates/messages/{language}.txt").is_file()
        assert all(assets.path(f"templates/letters/{language}/{kind}.txt").is_file() for kind in STARTERS)


def test_what_is_said_within_another_call_is_told_as_not_collected(tmp_path: Path) -> None:
    """Such a message stays English on Italian screens, and nothing else would tell."""
    file = tmp_path / "page.py"
    file.write_text('def f(t, some): t("Known"); self._t("Private"); t(some.get(1, N_("Within")))\n', "utf-8")
    assert set(words().said_in(file)) == {"Known", "Private", "Within"}
    assert set(words().not_collected([file], {"Known", "Private"})) == {"Within"}
