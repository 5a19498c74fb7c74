"""Print the portfolio of a year into a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from missionplanner.base import atomic_files
from missionplanner.base.errors import Invalid, NotFound
from missionplanner.base.messages import N_
from missionplanner.documents.kinds import LANGUAGES, PAPERS, spoken
from missionplanner.documents.portfolio import KIND, PortfolioPaper, print_portfolio
from missionplanner.domain.results.portfolio import Portfolio
from missionplanner.services.paper.print_requests import FALLBACK_LANGUAGE
from missionplanner.services.paper.printed_files import PrintedFile, PrintReport
from missionplanner.services.results.portfolio import mapped, portfolio, years
from missionplanner.services.workspace import Workspace

__all__ = ["KIND", "PortfolioRequest", "print_to", "printed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRequest:
    """Say which year to print; of one initiative or cluster where one is named.

    Without a ``language`` it is in that of the year's first mission.
    """

    year: int
    language: str | None = None
    paper: str = "a4"
    initiative: UUID | None = None
    cluster: UUID | None = None
    force: bool = False


def printed(ws: Workspace, request: PortfolioRequest) -> PortfolioPaper:
    """Print a portfolio. Raises NotFound for a year without a mission, Invalid for what paper does not speak."""
    _check(request)
    shown = portfolio(ws, request.year).of(initiative=request.initiative, cluster=request.cluster)
    if not shown.entries:
        known = ", ".join(map(str, years(ws))) or "–"
        raise NotFound(
            N_("No mission and no event has a day in {year}. There are some in: {years}."),
            year=request.year,
            years=known,
        )
    return print_portfolio(shown, mapped(shown), request.language or _language(shown), request.paper)


def print_to(ws: Workspace, request: PortfolioRequest, target: Path) -> PrintReport:
    """Print a portfolio into a file. Raises as ``printed``, Occupied without ``force``, NotWritten."""
    atomic_files.refuse_occupied(target, force=request.force)
    paper = printed(ws, request)
    atomic_files.write(target, paper.data, force=request.force)
    digest = hashlib.sha256(paper.data).hexdigest()
    return PrintReport((PrintedFile(target, None, paper.pages, len(paper.data), digest),), paper.missing)


def _check(request: PortfolioRequest) -> None:
    for field, wanted, known in (("language", request.language, LANGUAGES), ("paper", request.paper, PAPERS)):
        if wanted is not None and wanted not in known:
            raise Invalid(
                N_("“{value}” is not offered for this document. There is: {known}."),
                field=field,
                value=wanted,
                known=", ".join(known),
            )


def _language(shown: Portfolio) -> str:
    return spoken(code for one in shown.entries for code in one.languages) or FALLBACK_LANGUAGE
