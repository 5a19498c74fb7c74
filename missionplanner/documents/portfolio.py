"""Print the portfolio of a year: all missions and events, when, where and whose, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass

from missionplanner.domain.logistics.routes import NOWHERE, Route
from missionplanner.domain.results.portfolio import Portfolio

KIND = "portfolio"
"""The kind of this document, for those who ask for it beside the kinds of a mission."""


@dataclass(frozen=True, slots=True)
class PortfolioPaper:
    """Be a portfolio as it came from the press; ``missing`` are characters no font could draw."""

    data: bytes
    pages: int
    missing: tuple[str, ...]


def print_portfolio(
    portfolio: Portfolio, route: Route = NOWHERE, language: str = "it", paper: str = "a4"
) -> PortfolioPaper:
    """Print a portfolio, in a language and on a paper there are. The same missions give the same bytes."""
    from missionplanner.documents import sheets
    from missionplanner.documents.collecting import seldom_collected
    from missionplanner.documents.content.portfolio import portfolio_content
    from missionplanner.documents.content.tongues import tongues
    from missionplanner.documents.design import SHEETS, Accent
    from missionplanner.documents.parts.setter import Setter
    from missionplanner.documents.press import UNDATED
    from missionplanner.documents.typeset import Batch

    t = tongues(language)
    content = portfolio_content(portfolio, route, t)
    batch = Batch(created=portfolio.changed_at or UNDATED)
    with seldom_collected():
        document = batch.document(title=content.title, lang=language, author="", subject=content.frame.kind)
        setter = Setter(batch, SHEETS[paper], Accent.of(None), t)
        pages = sheets.lay_out(setter, document, content, {})
        data = document.data()
    return PortfolioPaper(data, pages, batch.missing)
