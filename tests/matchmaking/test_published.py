"""Reading instances of the literature: what they say, and files that are not what they claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionplanner.base.errors import Damaged, Invalid
from missionplanner.matchmaking import published
from missionplanner.matchmaking.problem import bits
from tests.families import FAMILIES, as_published, planted

SMALL = """
nBusiness = 3; nMeetings = 2; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;  % a remark
requested = [|1, 2, 1, | 2, 3, 3|];
forbidden = [{0}, {1,4}, {2..3}];
fixed = [0, 4];
precedences = [{}, {1}];
"""


def test_an_instance_says_where_everybody_may_meet() -> None:
    problem = published.parse(SMALL)
    assert [bits(one) for one in problem.domains] == [(1,), ()]
    assert [bits(one.unavailable) for one in problem.parties] == [(), (0, 3), (1, 2)]
    assert problem.precedences == ((0, 1),)
    assert (problem.fairness, problem.slots[0].tables) == (2, 1)


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_what_is_written_is_read_again(name: str) -> None:
    problem = planted(FAMILIES[name], 20, 4)
    again = published.parse(as_published(problem))
    assert again.domains == problem.domains
    assert [one.tables for one in again.slots] == [one.tables for one in problem.slots]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (("nMeetings = 2", "nMeetings = 3"), "requested"),
        (("nMeetings = 2;", ""), "nMeetings"),
        (("nTables = 1", "nTables = 99999999"), "nTables"),
        (("nTables = 1", "nTables = 999999"), "nTables"),
        (("nTables = 1;", "nTables = 1; nTables = 2;"), "nTables"),
        (("1, 2, 1", "1, 7, 1"), "requested"),
        (("1, 2, 1", "1, 1, 1"), "requested"),
        (("1, 2, 1", "1, x, 1"), "requested"),
        (("{1,4}", "{1,5}"), "forbidden"),
        (("{1,4}", "{1,{4}}"), "forbidden"),
        (("{2..3}", "{2..9999999}"), "forbidden"),
        (("[0, 4]", "[0, 9]"), "fixed"),
        (("[{}, {1}]", "[{}, {3}]"), "precedences"),
        (("[{}, {1}]", "({}, {1})"), "precedences"),
        (("nBusiness = 3", "nBusiness"), None),
    ],
)
def test_a_fault_is_told_in_one_sentence(wrong: tuple[str, str], field: str | None) -> None:
    assert wrong[0] in SMALL
    with pytest.raises(Invalid) as told:
        published.parse(SMALL.replace(*wrong))
    assert told.value.field == field
    assert str(told.value).endswith(".")


def test_what_is_too_large_or_no_text_is_refused(tmp_path: Path) -> None:
    large, bytes_ = tmp_path / "large.dzn", tmp_path / "bytes.dzn"
    large.write_bytes(b"%" * (published.LARGEST_FILE + 1))
    bytes_.write_bytes(b"\xff\xfe\x00")
    for file in (large, bytes_):
        with pytest.raises(Damaged, match=file.name):
            published.read(file)


def test_results_are_read_with_what_has_no_timetable(tmp_path: Path) -> None:
    file = tmp_path / "results.csv"
    file.write_text("instance,d,breaks,seconds\na,2,5,1.5\nb,2,-,0.3\n", "utf-8")
    assert [one.breaks for one in published.results(file)] == [5, None]
    file.write_text("instance\na\n", "utf-8")
    with pytest.raises(Invalid):
        published.results(file)
