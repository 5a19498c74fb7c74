"""Settings stay, and nothing in their file can keep the window from opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionplanner.base.settings import Settings, Values, file


def test_what_is_chosen_is_there_the_next_time() -> None:
    Settings().change(language="it", width=1500)
    assert Settings().values == Values(language="it", width=1500)
    assert file().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    ["", "{", "[1]", "null", '{"language": 3, "theme": "pink", "width": "wide"}', '{"language": "xx", "more": 1}'],
)
def test_a_strange_file_is_as_if_nothing_was_chosen(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    assert Settings(path).values == Values()


def test_sizes_stay_within_what_a_screen_can_be(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"width": 999999, "height": -5, "maximised": true}', "utf-8")
    assert Settings(path).values == Values(width=20_000, height=400, maximised=True)


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Settings(tmp_path / "settings.json").change(colour="pink")


def test_what_the_palette_remembers_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Settings(path).change(recent=("verb:move_day", "action:undo"))
    assert Settings(path).values.recent == ("verb:move_day", "action:undo")
    path.write_text('{"recent": ["a", 1, null, "b"]}', "utf-8")
    assert Settings(path).values.recent == ("a", "b")


@pytest.mark.parametrize(
    "content",
    ['{"text_size": 400}', '{"snap": 7}', '{"paper": "a0"}', '{"letters": 1, "coached": "yes"}'],
)
def test_what_no_control_offers_is_as_if_never_chosen(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    assert Settings(path).values == Values()
