from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from missionplanner.domain.checks import Finding, Knowledge, Options, check
from missionplanner.domain.records import Record
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import DelegateStatus, VisaState
from tests.factories import START, Made, delegate, destination, item, plan

EU = Knowledge(home="IT", eu=frozenset({"IT", "ES"}))


def found(rule: str, *things: Made | Record, days: int = 10) -> tuple[Finding, ...]:
    return check(plan(*things), EU, only=[rule], options=Options(today=START - dt.timedelta(days=days)))


def going(country: str, **fields: Any) -> list[Made | Record]:
    secret: dict[str, Any] = {
        name: Secret(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    return [destination("There", country=country), delegate("Anna Neri", **secret)]


@pytest.mark.parametrize(
    ("country", "expires", "days", "expected"),
    [("ES", None, 45, 1), ("ES", None, 46, 0), ("IT", None, 10, 0), ("ES", "2030-01-01", 10, 0)],
)
def test_document_missing(country: str, expires: str | None, days: int, expected: int) -> None:
    seen = found("document_missing", *going(country, document_expires=expires), days=days)
    assert [str(one.message) for one in seen] == ["Anna Neri: no travel document is on record."] * expected


@pytest.mark.parametrize(
    ("country", "expires", "expected"),
    [
        ("ES", "2025-05-07", ""),
        ("ES", "2025-05-06", "expires before the return."),
        ("US", "2025-11-06", "expires less than 6 months after the return."),
        ("US", "2025-11-07", ""),
        ("US", "2025-05-06", "expires before the return."),
        ("US", "someday", ""),
        ("IT", "2020-01-01", ""),
    ],
)
def test_document_expires(country: str, expires: str, expected: str) -> None:
    seen = found("document_expires", *going(country, document_expires=expires), days=300)
    assert [str(one.message).endswith(expected) for one in seen] == ([True] if expected else [])
    assert all(expires not in str(one) for one in seen)


@pytest.mark.parametrize(
    ("country", "fields", "expected"),
    [
        ("US", {"nationality": "IT"}, "nobody noted whether a visa is needed."),
        ("ES", {"nationality": "IT"}, ""),
        ("ES", {"nationality": "CN"}, "nobody noted whether a visa is needed."),
        ("US", {"nationality": "US"}, ""),
        ("US", {}, ""),
        ("CH", {"nationality": "IT"}, ""),
        ("US", {"nationality": "IT", "visa": VisaState.NOT_NEEDED}, ""),
        ("US", {"visa": VisaState.APPLIED}, "a visa is needed and not granted yet."),
        ("US", {"visa": VisaState.REFUSED}, "the visa was refused."),
    ],
)
def test_visa_check(country: str, fields: dict[str, Any], expected: str) -> None:
    known: dict[str, Any] = {
        name: Secret(value) if name == "nationality" else value for name, value in fields.items()
    }
    seen = found("visa_check", destination("There", country=country), delegate("Anna Neri", **known))
    assert [str(one.message) for one in seen] == ([f"Anna Neri: {expected}"] if expected else [])


def test_who_stays_at_home_needs_no_papers() -> None:
    declined = delegate("Anna Neri", status=DelegateStatus.DECLINED, visa=VisaState.REFUSED)
    for rule in ("document_missing", "visa_check"):
        assert found(rule, destination("There", country="US"), declined) == ()


def test_diets_are_counted_never_told() -> None:
    meals = [item("13:00", "14:00", name, kind="meal") for name in ("lunch", "supper")]
    (one,) = found("diet_unmet", delegate("Anna Neri", diet=Secret("vegan")), delegate("Li Wei"), *meals)
    assert str(one.message) == "Guests with a diet: 1; meals: 2. Tell those who cook."
    assert "vegan" not in str(one)
    assert found("diet_unmet", delegate("Li Wei"), *meals) == ()
