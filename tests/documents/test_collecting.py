"""The collector is spared while a batch is laid out, and left as it was found."""

from __future__ import annotations

import gc

import pytest

from missionplanner.documents.collecting import SELDOM, seldom_collected


def test_the_collector_runs_seldom_and_then_as_before() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] >= SELDOM
    assert gc.get_threshold() == before


def test_batches_at_a_time_leave_it_as_before_whichever_ends_first() -> None:
    before = gc.get_threshold()
    one, other = seldom_collected(), seldom_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] >= SELDOM
    other.__exit__(None, None, None)
    assert gc.get_threshold() == before


def test_an_error_leaves_it_as_before() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"), seldom_collected():
        raise ValueError("stop")
    assert gc.get_threshold() == before
