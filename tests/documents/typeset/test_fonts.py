"""Every character finds a font that has it, or is reported; none is loaded in vain."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

import pikepdf
import pytest

from missionplanner.documents.typeset import Batch, Style, fonts

CREATED = dt.datetime(2025, 4, 28, tzinfo=dt.UTC)


@pytest.fixture
def only_ours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hide the fonts of this computer."""
    monkeypatch.setattr(fonts, "_system_files", tuple)
    for cache in (fonts.system_font, fonts._system_faces):
        cache.cache_clear()
    yield
    for cache in (fonts.system_font, fonts._system_faces):
        cache.cache_clear()


def _used(text: str, style: Style) -> tuple[set[str], tuple[str, ...], bytes]:
    """Return the names of the fonts a text is drawn with, the characters missing, and the file."""
    batch = Batch(CREATED)
    document = batch.document(title="Fonts", lang="en")
    page = document.page()
    with page.tag("P"):
        page.text(54, 700, text, style)
    data = document.data()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        used = pdf.pages[0].Resources.Font
        return {str(font.BaseFont).split("+")[1] for font in used.values()}, batch.missing, data


WORDS = {
    "Devanagari": "नमस्ते",
    "Hebrew": "שלום",
    "Arabic": "محمد",
    "Thai": "สวัสดี",
    "Georgian": "გამარჯობა",
    "Armenian": "Երևան",
}


@pytest.mark.parametrize(("script", "text"), WORDS.items())
def test_bold_text_is_bold_in_every_script(script: str, text: str) -> None:
    assert _used(text, Style(weight="semibold"))[0] == {f"NotoSans{script}Bold"}
    assert _used(text, Style())[0] == {f"NotoSans{script}Regular"}
    assert _used(text, Style(face="display"))[0] == {f"NotoSans{script}Regular"}


def test_latin_text_loads_no_other_font() -> None:
    fonts.cut.cache_clear()
    _used("Łódź, Ελλάδα, Кириллица – 09:30 €", Style())
    assert fonts.cut.cache_info().currsize == 1


@pytest.mark.usefixtures("only_ours")
def test_a_missing_character_is_told_and_shown_as_a_box() -> None:
    used, missing, data = _used("Gate \ue123 7", Style())
    assert missing == ("\ue123",)
    assert used == {"SourceSans3Regular"}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert b"<0000>" not in content
        assert b"/ActualText<FEFFE123>" in content


def test_nothing_is_missing_from_the_usual_scripts() -> None:
    assert _used("Ærø Łódź Ελλάδα Київ ירושלים القاهرة 北京 東京 서울 กรุงเทพ दिल्ली ☎ ✈ ★", Style())[1] == ()


def test_a_mark_goes_with_the_font_of_its_letter() -> None:
    assert _used("שָׁ", Style())[0] == {"NotoSansHebrewRegular"}


def test_a_character_of_the_system_is_taken_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        fonts, "_system_faces", lambda: ((fonts.cut("symbols").path, 0, frozenset({0x1F680 >> 7})),)
    )
    fonts.system_font.cache_clear()
    fonts._of_the_system.cache_clear()
    found = fonts.system_font(0x1F680)
    assert (found is not None) == (0x1F680 in fonts.cut("symbols").covered)
    assert fonts.system_font(0xE123) is None
    fonts.system_font.cache_clear()
    fonts._of_the_system.cache_clear()


def test_figures_are_as_wide_as_each_other() -> None:
    batch = Batch(CREATED)
    for weight in ("regular", "semibold", "bold"):
        assert len({batch.width(digit * 4, Style(weight=weight)) for digit in "0123456789"}) == 1


def test_width_is_that_of_what_is_drawn() -> None:
    batch = Batch(CREATED)
    style = Style(size=7, tracking=0.85, capitals=True)
    page = batch.document(title="Width", lang="en").page()
    assert page.text(0, 0, "Tracked", style) == pytest.approx(batch.width("Tracked", style))


def test_lines_fit_and_say_all() -> None:
    batch = Batch(CREATED)
    text = "Tour of the CoFactory: open innovation and advanced prototyping, electromobility, skills."
    for balanced in (False, True):
        lines = batch.wrap(text, Style(), 180, balanced=balanced)
        assert " ".join(lines) == text
        assert max(batch.width(line, Style()) for line in lines) <= 180.01


def test_what_is_cut_says_so() -> None:
    batch = Batch(CREATED)
    lines = batch.wrap("One two three four five six seven eight nine ten", Style(), 60, max_lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert batch.width(lines[1], Style()) <= 60
