"""Fill in plain texts with fields, as messages are: the same marks as in letters, without a document around."""

from __future__ import annotations

import re

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.letters.filling import Values, looked_up
from missionplanner.exchange.letters.markup import MARK

MAX_TEXT = 20_000
"""Characters of a template of a message."""
_EMPTY_LINES = re.compile(r"\n{3,}")


def filled_text(text: str, values: Values) -> str:
    """Return a text with these values; what nobody knows leaves no gap, what has no value stays as written.

    Raises Invalid where a section is not closed.
    """
    if len(text) > MAX_TEXT:
        raise Invalid(N_("This message is too long."))
    said, rest = _until(text, 0, "", (values,), True)
    return _EMPTY_LINES.sub("\n\n", said if rest >= len(text) else said + text[rest:]).strip()


def named_in(text: str) -> tuple[str, ...]:
    """Return the fields and sections a text names, each once, in order."""
    return tuple(dict.fromkeys(found.group(2).lower() for found in MARK.finditer(text)))


def _until(text: str, at: int, closing: str, scope: tuple[Values, ...], shown: bool) -> tuple[str, int]:
    """Return what a text says from a place up to where a section is closed, and where that is."""
    said: list[str] = []
    while found := MARK.search(text, at):
        said.append(text[at : found.start()])
        sign, name = found.group(1), found.group(2).lower()
        at = found.end()
        if sign == "/":
            if name != closing:
                raise Invalid(N_("The template closes {{{{/{name}}}}} where it was not opened."), name=name)
            return "".join(said), at
        if sign:
            inner, at = _section(text, found, scope, shown)
            said.append(inner)
        elif shown:
            value = looked_up(scope, name)
            said.append(clean(value) if isinstance(value, str) else found.group())
    if closing:
        raise Invalid(N_("The template opens {{{{#{name}}}}} and never closes it."), name=closing)
    return "".join([*said, text[at:]]), len(text)


def _section(text: str, found: re.Match[str], scope: tuple[Values, ...], shown: bool) -> tuple[str, int]:
    name = found.group(2).lower()
    value = looked_up(scope, name)
    wanted = bool(value) is (found.group(1) != "^")
    scopes = [scope]
    if value and not isinstance(value, str) and found.group(1) == "#":
        scopes = [(one, *scope) for one in value]
    made, end = [], found.end()
    for one in scopes:
        inner, end = _until(text, found.end(), name, one, shown and wanted)
        made.append(inner)
    return ("".join(made) if wanted else ""), end
