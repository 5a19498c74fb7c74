"""Take the lines and the structured data out of HTML, as mails carry them."""

from __future__ import annotations

from html.parser import HTMLParser

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_

_BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "table",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
    ]
)
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"style", "script", "head", "title", "noscript", "template"})
_STRUCTURED = "application/ld+json"
MAX_TEXT = 2_000_000
MAX_TAGS = 60_000
"""Tags of a page: the longest mails of booking portals have some thousand."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.structured: list[str] = []
        self._silent: str | None = None
        self._data: list[str] | None = None
        self._size = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and (dict(attrs).get("type") or "").lower() == _STRUCTURED:
            self._data = []
        elif tag in _SILENT:
            self._silent = tag
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._data is not None:
            self.structured.append("".join(self._data))
            self._data = None
        elif tag == self._silent or tag == "head":
            self._silent = None
        elif tag in _CELLS:
            self.parts.append("\t")
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self._size += len(data)
        if self._size > MAX_TEXT:
            return
        if self._data is not None:
            self._data.append(data)
        elif self._silent is None:
            self.parts.append(data.replace("\n", " "))


def read(text: str) -> tuple[str, list[str]]:
    """Return the lines of a page, cells separated by tabs, and its blocks of structured data.

    Raises Invalid for a page of more tags than anybody reads.
    """
    if text.count("<") > MAX_TAGS:
        raise Invalid(N_("The page has more than {most} tags and was not read."), most=MAX_TAGS)
    reader = _Reader()
    reader.feed(text[: 2 * MAX_TEXT])
    reader.close()
    return "".join(reader.parts), reader.structured
