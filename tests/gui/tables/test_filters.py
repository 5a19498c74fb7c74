"""What is typed above a list: names and values in both languages, operators, and what completes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from missionplanner.gui.tables import clipboard
from missionplanner.gui.tables.filters import suggestions, tokens
from missionplanner.gui.tables.list_view import ListView

Listed = Callable[..., ListView]
FOUR = {
    "": ["Rossi", "Neri", "Wiśniewska", "Rossi"],
    "rossi": ["Rossi", "Rossi"],
    "zoe": ["Neri"],
    "wisniewska": ["Wiśniewska"],
    "missing:email": ["Neri", "Rossi"],
    "manca:email": ["Neri", "Rossi"],
    "senza:cellulare": ["Wiśniewska", "Rossi"],
    "has:mobile rossi": ["Rossi"],
    "-missing:email": ["Rossi", "Wiśniewska"],
    "organisation:mech": ["Rossi", "Neri"],
    "azienda:mech,spri": ["Rossi", "Neri", "Wiśniewska", "Rossi"],
    'org:"spri group" -rossi': ["Wiśniewska"],
    "missions:>0": [],
    "missions:0 zo": ["Neri"],
    "nowhere:rossi": [],
}


def test_queries_mean_rows_in_both_languages(listed: Listed) -> None:
    model = listed().model

    def found(query: str) -> list[str]:
        model.filter(query)
        return sorted(str(model.value(row, 0)) for row in range(model.rowCount()))

    assert {query: found(query) for query in FOUR} == {query: sorted(names) for query, names in FOUR.items()}


@pytest.mark.parametrize(
    "query", ["kind:cluster", "tipo:cluster", "country:it", "paese:Italia", "country:Italy -kind:agency"]
)
def test_choices_are_known_by_word_and_code(listed: Listed, query: str) -> None:
    view = listed("organisations", language="it" if "paese" in query else "en")
    view.box.line.setText(query)
    assert [view.model.text(row, 0) for row in range(view.model.rowCount())] == ["Clust-ER MECH"]
    assert view.count_words().startswith(("1 of 2", "1 di 2", "1 su 2"))


def test_the_last_part_is_completed(listed: Listed) -> None:
    view = listed("organisations")

    def complete(query: str) -> list[str]:
        return [after for _shown, after in suggestions(view.model.language, view.model.values, query)]

    assert "kind:" in complete("ki")
    assert "missing:" in complete("mis")
    assert complete("rossi kind:clu")[0] == "rossi kind:Cluster "
    assert 'country:"United Kingdom" ' in complete('country:"united k')
    assert "missing:email " in complete("missing:e")
    assert complete("nothing:x") == []


def test_quotes_hold_words_together() -> None:
    found = tokens('org:"spri group" -kind:agency Łódź "two words"')
    assert [(one.name, one.text, one.turned) for one in found] == [
        ("org", "spri group", False),
        ("kind", "agency", True),
        ("", "Łódź", False),
        ("", "two words", False),
    ]


def test_cells_come_back_from_text_and_html_as_they_went() -> None:
    grid = [["Anna", 'two\nlines "quoted"'], ["<b>", "=1+1"]]
    assert clipboard.grid_of(clipboard.as_text(grid)) == grid
    assert clipboard.grid_of("", clipboard.as_html(grid)) == grid
    assert clipboard.grid_of("one\ttwo\t\r\n\t\t\r\n") == [["one", "two", ""]]
    assert clipboard.grid_of("  \n ") == []
