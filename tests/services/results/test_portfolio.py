"""The portfolio of a year as it is read from a workspace: the numbers of the sample, and its paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from missionplanner.base import paths
from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.documents.content.drawn import Bars
from missionplanner.documents.content.portfolio import portfolio_content
from missionplanner.documents.content.sheets import Chapter, Paragraphs, Table
from missionplanner.documents.content.tongues import tongues
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.documents.portfolio import print_portfolio
from missionplanner.domain.results.initiative_results import Counted, initiative_results
from missionplanner.domain.results.portfolio import Portfolio, Tally, lanes
from missionplanner.domain.texts import Texts
from missionplanner.services import missions, samples
from missionplanner.services.results import portfolio, portfolio_paper
from missionplanner.services.results.portfolio_paper import PortfolioRequest
from missionplanner.services.workspace import Workspace, open_workspace


@pytest.fixture(scope="module")
def lombardy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("portfolio") / "portfolio.mplanner"
    with open_workspace(samples.open_sample(path, paths.PORTFOLIO_SAMPLE)) as made:
        yield made


@pytest.fixture(scope="module")
def year(lombardy: Workspace) -> Portfolio:
    return portfolio.portfolio(lombardy, 2016)


def test_the_year_stands_under_the_clusters(lombardy: Workspace, year: Portfolio) -> None:
    rows = {
        year.organisations[lane.organisation_id]: [one.code for one in lane.own]
        for lane in lanes(year)
        if lane.organisation_id and lane.own
    }
    assert rows["LE2C"] == ["LE2C-BR-2016", "LE2C-MX-2016", "LE2C-LYS-2016"]
    assert rows["LAC"] == ["SIS-BR-2016"]
    assert rows["Commissione europea"] == ["ECC-BXL-2016"]
    assert portfolio.years(lombardy) == (2016,)
    assert portfolio.portfolio(lombardy, 2015).entries == ()


def test_the_sums_are_those_of_the_missions_one_by_one(lombardy: Workspace, year: Portfolio) -> None:
    # 4 + 3 on the two missions across the ocean, 4 to Israel, 4 to Barcelona and to Brazil, 9 in Milan, 4 in Lyon,
    # 8 in Brussels, 2 + 2 for the applications; 9 + 6 meetings there, 8 + 5 of them held, 6 and 9 to come.
    assert year.tally == Tally(10, 44, 30, 13, 4, 4)
    assert sum(len(missions.plan(lombardy, one.code).travellers) for one in year.entries) == year.tally.delegates


def test_two_people_are_asked_for_twice_and_who_goes_on_is_not(year: Portfolio) -> None:
    told = {
        year.people[one.person_id]: tuple(found.code for some in one[1:3] if (found := year.entry(some)))
        for one in year.clashes
    }
    assert told == {
        "Chiara Ferrario": ("SIS-BR-2016", "LREI-MI-2016"),
        "Elena Riva": ("LE2C-LYS-2016", "ECC-BXL-2016"),
    }


def test_an_initiative_adds_up_its_missions(lombardy: Workspace, year: Portfolio) -> None:
    action = next(one for one, name in year.initiatives.items() if name.startswith("Low Carbon"))
    found = portfolio.results_of(lombardy, action)
    assert [one.code for one in found.missions] == ["LE2C-BR-2016", "LE2C-MX-2016"]
    assert [(one.indicator, one.target, one.reached) for one in found.goals] == [
        ("b2b_meetings_held", 16, 13),
        ("project_ideas", 4, 2),
    ]


def test_the_map_knows_every_city(year: Portfolio) -> None:
    found = portfolio.mapped(year)
    assert {one.name for one in found.stops} >= {"Lyon", "Tel Aviv", "São Paulo", "Tampere"}
    assert found.land


def tables(year: Portfolio, language: str) -> dict[str, list[str]]:
    content = portfolio_content(year, portfolio.mapped(year), tongues(language))
    chapters: tuple[Chapter, ...] = content.chapters
    return {
        chapter.key: [" | ".join(cell.text for cell in row.cells) for row in part.rows]
        for chapter in chapters
        for part in chapter.parts
        if isinstance(part, Table)
    }


def test_paper_lists_the_missions_and_who_is_asked_for_twice(year: Portfolio) -> None:
    found = tables(year, "en")
    assert found["missions"][4] == "5 | 21–26 November | System mission to Brazil | LAC | Confirmed | 4"
    assert found["clashes"] == [
        "Chiara Ferrario | 24 November | 5 · System mission to Brazil\n6 · Living Room of Emerging Industries",
        "Elena Riva | 30 November – 2 December | 7 · Green Days at Pollutec\n8 · European Cluster Conference 2016",
    ]


def test_paper_holds_initiatives_against_their_targets(year: Portfolio) -> None:
    content = portfolio_content(year, portfolio.mapped(year), tongues("en"))
    chapter = next(one for one in content.chapters if one.key == "initiatives")
    assert chapter.count == "4 initiatives"
    told = [
        f"{part.title}: " + "; ".join(" | ".join((bar.label, *bar.said)) for bar in part.bars)
        for part in chapter.parts
        if isinstance(part, Bars)
    ]
    assert told == [
        "Food Chain Abroad (sample) · 1 mission: Partnership agreements | 1 | not recorded | ",
        "Low Carbon Business Action – Brazil and Mexico · 2 missions: "
        "B2B meetings held | 16 | 13 | 81%; Project ideas | 4 | 2 | 50%",
        "Smart Districts Alliance (sample) · 1 mission: Partnership agreements | 1 | not recorded | ",
        "Vanguard Initiative – Efficient and Sustainable Manufacturing · 1 mission: "
        "Regions that join the demonstrators | 3 | not recorded | ",
    ]
    assert (
        [one for one in chapter.parts if isinstance(one, Paragraphs)][1]
        .paragraphs[0]
        .text.startswith("Partnership Instrument – Meetings of European companies")
    )


def test_what_counts_towards_an_initiative_is_what_the_whole_mission_says(
    lombardy: Workspace, year: Portfolio
) -> None:
    for one in year.initiatives:
        own = [entry.code for entry in year.entries if entry.initiative_id == one]
        whole = [Counted(missions.plan(lombardy, code), missions.record(lombardy, code)) for code in own]
        told = initiative_results(whole)
        assert replace(portfolio.results_of(lombardy, one), missions=()) == replace(told, missions=())
        assert (year.aims[one].goals if one in year.aims else ()) == told.goals


def test_paper_says_how_many_more_clashes_there_are_than_it_lists(year: Portfolio) -> None:
    crowded = replace(year, clashes=year.clashes[:1] * 125)
    content = portfolio_content(crowded, portfolio.mapped(crowded), tongues("en"))
    table, rest = next(one.parts for one in content.chapters if one.key == "clashes")
    assert isinstance(table, Table)
    assert isinstance(rest, Paragraphs)
    assert (len(table.rows), rest.paragraphs[0].text) == (120, "5 others")


def test_paper_can_be_read_aloud_and_kept_whatever_names_hold(year: Portfolio) -> None:
    first = year.entries[0]
    hostile = Texts.of({"en": "</b> <GmbH> & Söhne שלום 中村 " + "Wort" * 30})
    shown = replace(year, entries=(replace(first, title=hostile), *year.entries[1:]))
    made = print_portfolio(shown, portfolio.mapped(shown), "en")
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(made.data, profile=profile)
        assert [failure.message for failure in report.failures] == []
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert len(file.pages) == made.pages
    text = "".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(made.data))
    assert "<GmbH> & Söhne" in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_speaks_seven_languages(year: Portfolio, language: str) -> None:
    assert print_portfolio(year, language=language).pages >= 3


def test_a_file_is_written_once_and_a_year_without_missions_refused(lombardy: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "portfolio.pdf"
    report = portfolio_paper.print_to(lombardy, PortfolioRequest(year=2016), target)
    assert target.read_bytes().startswith(b"%PDF")
    assert report.files[0].size == target.stat().st_size
    with pytest.raises(Occupied):
        portfolio_paper.print_to(lombardy, PortfolioRequest(year=2016), target)
    again = portfolio_paper.print_to(lombardy, PortfolioRequest(year=2016, force=True), target)
    assert again.files == report.files
    with pytest.raises(NotFound, match="2016"):
        portfolio_paper.printed(lombardy, PortfolioRequest(year=1999))
    with pytest.raises(Invalid):
        portfolio_paper.printed(lombardy, PortfolioRequest(year=2016, language="xx"))
