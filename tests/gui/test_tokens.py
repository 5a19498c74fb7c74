"""The colours: every pair that meets on screen can be told apart (WCAG 2.2 AA)."""

from __future__ import annotations

import pytest

from missionplanner.base import assets
from missionplanner.base.colours import contrast
from missionplanner.domain.naming import KINDS
from missionplanner.domain.vocabulary import ItemKind, MissionStatus
from missionplanner.gui.actions import SPECS
from missionplanner.gui.tokens import (
    DARK,
    DARK_HIGH,
    FAMILIES,
    ICONS,
    LIGHT,
    LIGHT_HIGH,
    Tokens,
)
from missionplanner.gui.wording import MISSION_STATUSES

GROUNDS = ("bg", "surface", "surface2", "selected", "hover")
TEXTS = {"text": 7.0, "text2": 4.5, "text3": 4.5}
ALL = [LIGHT, DARK, LIGHT_HIGH, DARK_HIGH]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_texts_can_be_read_on_every_ground(tokens: Tokens) -> None:
    pairs = [(ink, ground, least) for ink, least in TEXTS.items() for ground in GROUNDS]
    pairs += [(tone, f"{tone}_bg", 4.5) for tone in ("ok", "info", "warn", "danger")]
    pairs += [("danger", "surface", 4.5), ("danger", "bg", 4.5), ("warn", "bg", 4.5), ("accent", "selected", 4.5)]
    pairs += [("on_accent", "accent", 4.5), ("on_accent", "accent_hover", 4.5)]
    pairs += [("rail_text", "rail", 4.5), ("rail_on", "rail_selected", 7.0), ("rail_text", "rail_selected", 4.5)]
    pairs += [("accent", "surface", 4.5), ("accent", "bg", 3.0), ("border_strong", "surface", 3.0)]
    pairs += [("rail_focus", "rail", 3.0), ("border_strong", "bg", 2.9)]
    weak = {
        (ink, ground): round(found, 2)
        for ink, ground, least in pairs
        if (found := contrast(getattr(tokens, ink), getattr(tokens, ground))) < least
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_items_can_be_read_and_their_marks_seen(tokens: Tokens) -> None:
    for family, tint in tokens.tints.items():
        assert contrast(tint.text, tint.ground) >= 7.0, family
        assert contrast(tint.bar, tint.ground) >= 3.0, family
        assert contrast(tokens.accent, tint.ground) >= 3.0, family
        assert contrast(tokens.danger, tint.ground) >= 3.0, family


@pytest.mark.parametrize("tokens", [LIGHT_HIGH, DARK_HIGH], ids=lambda tokens: tokens.name)
def test_high_contrast_is_higher_and_draws_lines(tokens: Tokens) -> None:
    inks = ("text", "text2", "text3", "accent", "danger", "warn", "ok", "info")
    weak = [
        (ink, ground)
        for ink in inks
        for ground in ("bg", "surface", "surface2")
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 7.0
    ]
    assert weak == []
    assert contrast(tokens.border, tokens.surface) >= 4.5
    assert tokens.outlined


def test_every_kind_and_status_has_its_words_colours_and_icon() -> None:
    assert set(FAMILIES) == set(ICONS) == set(KINDS) == set(ItemKind)
    assert set(MISSION_STATUSES) == set(MissionStatus)
    assert set(FAMILIES.values()) <= set(LIGHT.tints) == set(DARK.tints)


def test_every_icon_is_there() -> None:
    names = {spec.icon for spec in SPECS if spec.icon} | set(ICONS.values())
    assert [name for name in names if not assets.path(f"icons/{name}.svg").is_file()] == []
