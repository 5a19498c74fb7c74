"""What a leg is called."""

from __future__ import annotations

import pytest

from missionplanner.domain.logistics.seating import called
from missionplanner.domain.records import Leg
from tests.factories import MISSION


@pytest.mark.parametrize(
    ("operator", "number", "ends", "said"),
    [
        ("Lufthansa", "LH283", ("Bologna", "Bilbao"), "LH283  Bologna → Bilbao"),
        ("Bidaia Autobusak", "1", ("Hotel Ercilla", "AIC"), "Hotel Ercilla → AIC  Bidaia Autobusak 1"),
        ("Bidaia Autobusak", None, ("Hotel Ercilla", None), "Hotel Ercilla  Bidaia Autobusak"),
        (None, None, ("Hotel Ercilla", "AIC"), "Hotel Ercilla → AIC"),
        (None, "LH283", (None, None), "LH283"),
        (None, None, (None, None), ""),
    ],
)
def test_a_leg_is_called_by_its_number_or_by_where_it_goes(
    operator: str | None, number: str | None, ends: tuple[str | None, str | None], said: str
) -> None:
    leg = Leg(mission_id=MISSION, operator=operator, number=number, origin_text=ends[0], destination_text=ends[1])
    assert called(leg) == said
