"""The strip of issues: cards with their ways out, the next one, and the list of all."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.base.i18n import translator
from missionplanner.base.messages import Message
from missionplanner.domain.checks.findings import Finding, Fix, Severity
from missionplanner.gui.theme import Theme
from missionplanner.gui.tokens import LIGHT
from missionplanner.gui.widgets.findings_list import FindingsList
from missionplanner.gui.widgets.findings_strip import FindingsStrip
from missionplanner.gui.widgets.fix_button import FixButton
from missionplanner.gui.wording import Wording

FIX = Fix("later", Message.of("Move to {time}", {"time": "16:00"}))


def finding(
    text: str, severity: Severity = Severity.CLASH, *, fixes: tuple[Fix, ...] = (), accepted: str | None = None
) -> Finding:
    said = Message.of(text, {})
    return Finding(rule=text, severity=severity, message=said, items=(uuid4(),), fixes=fixes, accepted=accepted)


@pytest.fixture
def strip(qtbot: QtBot) -> FindingsStrip:
    following = QAction()
    made = FindingsStrip(Theme(LIGHT), Wording(translator("en")), following)
    made.following = following  # type: ignore[attr-defined]  # kept alive with the strip
    qtbot.addWidget(made)
    made.resize(1000, 118)
    made.show()
    return made


def press(root: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = [one for one in root.findChildren(QAbstractButton, name) if one.isVisible()]
    assert found, name
    found[0].click()


def words(root: QWidget) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in root.findChildren(QLabel) if one.text() and one.isVisible()]


def test_nothing_found_is_said_in_one_line(strip: FindingsStrip) -> None:
    strip.show_findings((), ())
    assert "No clashes and no warnings" in words(strip)
    assert strip.current is None
    assert strip.turn(1) is None


def test_the_next_one_comes_first_and_the_last_leads_to_the_first(strip: FindingsStrip) -> None:
    some = tuple(finding(f"Number {number}.") for number in range(3))
    strip.show_findings(some, ())
    assert strip.current == some[0]
    assert [strip.turn(1), strip.turn(1), strip.turn(1)] == [some[1], some[2], some[0]]
    assert strip.turn(-1) == some[2]


def test_what_was_accepted_or_is_only_to_do_is_not_in_the_way(strip: FindingsStrip) -> None:
    to_do = finding("Host to confirm.", Severity.TO_DO)
    known = finding("Known.", accepted="agreed")
    strip.show_findings((to_do, known), ())
    assert strip.findings == ()
    press(strip, "all_issues")
    assert strip.window().findChild(FindingsList) is not None


def test_a_card_offers_its_fix_and_its_items(qtbot: QtBot, strip: FindingsStrip) -> None:
    one = finding("Two at once.", fixes=(FIX,))
    strip.show_findings((one,), ())
    with qtbot.waitSignal(strip.fix_wanted) as mended:
        press(strip, "issue_fix_0")
    assert mended.args == [one, FIX]
    with qtbot.waitSignal(strip.wanted) as shown:
        press(strip, "issue_show_0")
    assert shown.args == [one]


def test_in_a_short_window_it_is_one_line_until_somebody_unfolds_it(
    strip: FindingsStrip,
) -> None:
    strip.show_findings((finding("Two at once.", fixes=(FIX,)), finding("Number 1.")), ())
    high = strip.height()
    wishes: list[bool] = []
    strip.folded.connect(wishes.append)
    strip.fit(short=True)
    QApplication.processEvents()
    assert strip.height() < high / 2
    assert not any(one.isVisible() for one in cards(strip))
    press(strip, "issue_fix_0")
    press(strip, "fold_issues")
    assert strip.height() == high
    strip.fit(short=False)
    assert wishes == [], "how a short window is used says nothing of a high one"
    press(strip, "fold_issues")
    assert (wishes, strip.is_folded) == ([True], True)


def test_the_focus_stays_where_a_button_is_made_anew(strip: FindingsStrip) -> None:
    strip.window().activateWindow()
    strip.show_findings((finding("Two at once.", fixes=(FIX,)), finding("Number 1.", fixes=(FIX,))), ())
    found = strip.findChild(QAbstractButton, "issue_fix_0")
    assert found is not None
    found.setFocus()
    strip.turn(1)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert (focused.objectName(), focused is found) == ("issue_fix_0", False)
    assert "Number 1." in focused.accessibleName()
    strip.show_findings((), ())


def test_as_many_cards_as_fit(strip: FindingsStrip) -> None:
    strip.show_findings(tuple(finding(f"Number {number}.") for number in range(5)), ())
    QApplication.processEvents()
    assert sum(one.isVisible() for one in cards(strip)) == 2
    strip.resize(1300, 118)
    QApplication.processEvents()
    assert sum(one.isVisible() for one in cards(strip)) == 3


def cards(strip: FindingsStrip) -> list[QWidget]:
    return [one for one in strip.findChildren(QWidget) if one.property("look") == "card"]


@pytest.fixture
def everything(strip: FindingsStrip) -> Callable[[], FindingsList]:
    def opened() -> FindingsList:
        press(strip, "all_issues")
        found = strip.window().findChild(FindingsList)
        assert found is not None
        return found

    return opened


def test_all_are_listed_by_how_grave_they_are(
    qtbot: QtBot, strip: FindingsStrip, everything: Callable[[], FindingsList]
) -> None:
    warning = finding("Narrow.", Severity.WARNING, fixes=(FIX,))
    some = (
        finding("Known.", accepted="agreed with both"),
        finding("Host to confirm.", Severity.TO_DO),
        warning,
        finding("Two at once."),
    )
    strip.show_findings(some, ())
    shown = everything()
    heads = [one for one in words(shown) if one in ("1 clash", "1 warning", "1 thing to do")]
    assert heads == ["1 clash", "1 warning", "1 thing to do"]
    with qtbot.waitSignal(strip.fix_wanted) as mended:
        press(shown, "finding_fix_1_0")
    assert mended.args == [warning, FIX]
    with qtbot.waitSignal(strip.accept_wanted) as left:
        press(shown, "finding_ignore_1")
    assert left.args == [warning]
    strip.show_findings(some[:1], ())
    assert "1 warning" not in words(shown)


def test_accepted_ones_are_folded_away_with_their_reason_and_a_way_back(
    qtbot: QtBot, strip: FindingsStrip, everything: Callable[[], FindingsList]
) -> None:
    known = finding("Known.", accepted="agreed with both")
    strip.show_findings((known, finding("Two at once.")), ())
    shown = everything()
    assert "Known." not in words(shown)
    press(shown, "findings_accepted")
    assert {"Known.", "Accepted: agreed with both"} <= set(words(shown))
    with qtbot.waitSignal(strip.withdraw_wanted) as back:
        press(shown, "finding_withdraw_1")
    assert back.args == [known]
    strip.show_findings((known,), ())  # after an edit the list is another one, and as it was unfolded
    assert {"Known.", "No clashes and no warnings"} <= set(words(shown))


def test_the_list_leads_to_what_checks_go_by(
    qtbot: QtBot, strip: FindingsStrip, everything: Callable[[], FindingsList]
) -> None:
    strip.show_findings((finding("Two at once."),), ())
    shown = everything()
    with qtbot.waitSignal(strip.checks_wanted):
        press(shown, "findings_checks")


def test_the_list_goes_with_its_strip(
    qtbot: QtBot, strip: FindingsStrip, everything: Callable[[], FindingsList]
) -> None:
    strip.show_findings((finding("Two at once."),), ())
    shown = everything()
    with qtbot.waitSignal(shown.destroyed):
        strip.hide()
    strip.show_findings((), ())
    assert strip.current is None


def test_texts_are_shown_as_they_are(strip: FindingsStrip, everything: Callable[[], FindingsList]) -> None:
    strip.show_findings((finding("<b>Bold</b> at once."),), ())
    assert "<b>Bold</b> at once." in words(everything())


def test_a_long_fix_takes_two_lines_and_says_all_of_it_to_who_asks(qtbot: QtBot) -> None:
    words = "Leave out Maria Ludovica Aldrovandi of the visit to the advanced manufacturing centre"
    fix = Fix("reassign", Message.of(words, {}))
    made = FixButton("fix", finding("Two at once.", fixes=(fix,)), fix, "Two at once.", translator("en"), 150)
    qtbot.addWidget(made)
    assert made.text().endswith("…") and "\n" not in made.text()
    made.set_lines(2)
    first, second = made.text().split("\n")
    assert words.startswith(first) and second.endswith("…")
    assert max(made.fontMetrics().horizontalAdvance(one) for one in (first, second)) <= 150
    assert words in made.accessibleName()
