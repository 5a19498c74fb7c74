"""Hold what was planned against what was spent, for who funds the mission: by category, by who pays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from uuid import UUID

from missionplanner.documents.content.drawn import Bar, Bars, Series, Tone
from missionplanner.documents.content.numbers import money as said_money
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.sheets import Chapter, Paragraphs, Part
from missionplanner.documents.content.values import Fact, Said
from missionplanner.domain.costs import budget
from missionplanner.domain.costs.budget import Amounts, Cut
from missionplanner.domain.costs.ledger import Ledger, home_currency
from missionplanner.domain.costs.naming import BUDGET_CATEGORIES


def money(matter: Matter) -> Iterator[Chapter]:
    """Give the chapter on the budget; nothing where there is none, or its readers may not see it."""
    ledger = ledger_of(matter)
    if ledger is None:
        return
    whole = budget.whole(budget.portions(ledger))
    facts = tuple(_facts(matter, whole, _speller(matter, ledger)))
    parts = tuple(_parts(matter, ledger))
    yield Chapter("budget", matter.t("Budget and expenses"), facts=facts, parts=parts)


def ledger_of(matter: Matter) -> Ledger | None:
    """Return the money of the mission, None where there is none, or its readers may not see it."""
    record = matter.record
    if not record.budget and not record.expenses:
        return None
    home = home_currency(matter.plan.mission.currency, (*record.budget, *record.expenses))
    return Ledger(home, record.budget, record.payer_shares, record.quotes, record.expenses)


def category_name(matter: Matter, key: object) -> str:
    """Return what a category of costs is called."""
    words = (matter.t(word) for own, word in BUDGET_CATEGORIES.items() if own is key)
    return next(words, matter.t("Without a category"))


def _speller(matter: Matter, ledger: Ledger) -> Callable[[Decimal], str]:
    """Return what says amounts of a mission's money: all of them with cents where one of them has some."""
    amounts = [portion.amounts for portion in budget.portions(ledger)]
    some = [*(one.planned for one in amounts), *(one.paid for one in amounts)]
    cents = any(one != one.to_integral_value() for one in some)
    return partial(said_money, currency=ledger.home, language=matter.language, cents=cents)


def _facts(matter: Matter, whole: Amounts, said: Callable[[Decimal], str]) -> Iterator[Fact]:
    t = matter.t
    for label, amount in ((t("Planned"), whole.planned), (t("Spent"), whole.paid)):
        yield Fact(label, said(amount))
    if whole.planned:
        left = whole.planned - whole.paid
        label = t("Not spent") if left >= 0 else t("Overspent")
        yield Fact(label, said(abs(left)))


def _parts(matter: Matter, ledger: Ledger) -> Iterator[Part]:
    t = matter.t
    portions = budget.portions(ledger)

    def payer(key: object) -> str:
        return matter.organisation(key if isinstance(key, UUID) else None) or t("Payer not told")

    def eligible(key: object) -> str:
        return t("Eligible") if key is True else t("Not eligible") if key is False else t("Not told")

    for cut, titles, name in (
        (Cut.CATEGORY, (t("By category"), t("Category")), partial(category_name, matter)),
        (Cut.PAYER, (t("By payer"), t("Payer")), payer),
        (Cut.ELIGIBLE, (t("By eligibility"), t("Kind")), eligible),
    ):
        found = budget.totals(portions, cut)
        if cut is not Cut.ELIGIBLE or any(key is not None for key in found):
            rows = [(name(key), amounts) for key, amounts in found.items()]
            yield _bars(matter, titles, rows, _speller(matter, ledger))
    yield Paragraphs("", tuple(_unconverted(matter, ledger)))


def _bars(
    matter: Matter, titles: tuple[str, str], rows: list[tuple[str, Amounts]], said: Callable[[Decimal], str]
) -> Bars:
    t, (title, first) = matter.t, titles
    rows = sorted(rows, key=lambda row: -max(row[1].planned, row[1].paid))
    series = (
        Series(t("Planned"), Tone.OPEN),
        Series(t("Spent"), Tone.SOLID),
        Series(t("Difference"), None),
    )
    bars = tuple(
        Bar(
            f"{title}:{label}",
            label,
            (float(one.planned), float(one.paid), None),
            (said(one.planned), said(one.paid), said(left) if (left := one.planned - one.paid) else "–"),
        )
        for label, one in rows
    )
    return Bars(title, series, bars, t("Budget: what was planned and what was spent"), first, stacked=False)


def _unconverted(matter: Matter, ledger: Ledger) -> Iterator[Said]:
    for currency, amounts in budget.unconverted(ledger).items():
        planned = said_money(amounts.planned, currency, matter.language)
        spent = said_money(amounts.paid, currency, matter.language)
        yield Said(
            matter.t(
                "Without a rate of exchange and not in these sums: planned {planned}, spent {spent}.",
                planned=planned,
                spent=spent,
            )
        )
