"""Time zones by the cities people know."""

from __future__ import annotations

import zoneinfo

import pytest

from missionplanner.base.i18n import translator
from missionplanner.gui.forms.zones import chosen_zone, zone_names


def test_every_zone_offered_is_one() -> None:
    names = zone_names(translator("it"))
    assert names["Madrid (Europa)"] == "Europe/Madrid"
    assert list(names) == sorted(names)
    assert set(names.values()) <= zoneinfo.available_timezones()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Madrid (Europe)", "Europe/Madrid"),
        ("amsterd", "Europe/Amsterdam"),
        ("Europe/Rome", "Europe/Rome"),
        ("", ""),
        ("Sa", "Sa"),
    ],
)
def test_a_zone_is_chosen_by_name_by_its_own_name_or_by_its_beginning(typed: str, zone: str) -> None:
    assert chosen_zone(typed, zone_names(translator("en"))) == zone
