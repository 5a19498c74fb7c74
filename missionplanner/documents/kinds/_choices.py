"""Hold options that several kinds offer."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.documents.kinds._kind import Choice

MOST_PLACES = 24
"""Labels on the sheet that holds most of them."""

MARKS = Choice(
    "marks", N_("Marks to cut along"), (("yes", N_("With marks")), ("no", N_("Without: the sheets are cut")))
)
NO_MARKS = Choice(MARKS.id, MARKS.title, MARKS.values[::-1])


def start(most: int) -> Choice:
    """Return the choice of the first free label of a sheet that was used before."""
    numbers = tuple((str(number), str(number)) for number in range(1, most + 1))
    return Choice("start", N_("First free label of the sheet"), numbers)


BLANK_ROWS = Choice("blank", N_("Empty rows at the end"), tuple((n, n) for n in ("0", "5", "10", "20")))
