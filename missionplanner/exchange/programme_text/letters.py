"""Choose what of a mail is the programme: its text, its HTML where that says more, else what hangs on it."""

from __future__ import annotations

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.exchange.opened import from_html, from_text, opening
from missionplanner.exchange.opened.from_mail import Letter
from missionplanner.exchange.opened.sheet import MAX_TEXT, Sheet
from missionplanner.exchange.programme_text.clocks import clocks_in
from missionplanner.exchange.programme_text.plain import plain

_LEAST_TIMES = 2
"""Times of day that make a text a programme, where another might be one."""


def programme_of(letter: Letter) -> Sheet:
    """Return the part that says most: words with times, else an attachment, else what words there are.

    Raises Invalid for a mail without words.
    """
    words, page = letter.words, letter.page
    if _times(words) >= _LEAST_TIMES and "<table" not in page.lower():
        return from_text.sheet_of(words)
    if _times(page) >= _LEAST_TIMES:
        return from_html.sheet_of(page)
    files = [one for one in letter.attached if one.name.endswith(opening.ENDINGS)]
    if files and _times(words) < _LEAST_TIMES:
        return opening.opened(files[0].data, files[0].name)
    if not words.strip() and not page.strip():
        raise Invalid(N_("This mail holds no words."))
    return from_text.sheet_of(words) if words.strip() else from_html.sheet_of(page)


def _times(text: str) -> int:
    return sum(1 for _ in zip(clocks_in(plain(text[: MAX_TEXT // 8])), range(_LEAST_TIMES), strict=False))
