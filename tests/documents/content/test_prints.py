"""The hash of a row says all that the row shows, however it is reckoned."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from missionplanner.documents.content.values import Detail, Fact, Line, Row, Said, When, fingerprint, row_print
from missionplanner.domain.vocabulary import ItemKind

DAY = dt.date(2025, 5, 5)
texts = st.text(max_size=8)
said = st.builds(Said, texts, st.none() | st.sampled_from(["it", "eu"]))
rows = st.builds(
    Row,
    texts,
    st.sampled_from(ItemKind),
    texts,
    st.builds(When, texts, texts, texts, st.booleans()),
    said,
    place=texts,
    zones=texts,
    notes=st.lists(said, max_size=3).map(tuple),
    mark=texts,
    cancelled=st.booleans(),
    on_foot=st.booleans(),
)


@given(rows)
def test_a_plain_row_has_the_print_of_any_row(row: Row) -> None:
    assert row_print(DAY, row) == fingerprint(DAY.isoformat(), row)


@given(rows)
def test_what_only_some_rows_have_counts_too(row: Row) -> None:
    fuller = (
        row._replace(practical=(Detail("Hosted by", "SPRI"),)),
        row._replace(details=(Detail("Host contact", "Ane"),)),
        row._replace(lines=(Line("09:00", "CFAA"),)),
        row._replace(meta=(Fact("For", "A"),)),
    )
    assert len({row_print(DAY, one) for one in (row, *fuller)}) == 5
    assert all(row_print(DAY, one) == fingerprint(DAY.isoformat(), one) for one in fuller)
