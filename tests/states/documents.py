"""Bring about the states of the documents."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from missionplanner.gui.dialogs.chooser import Chooser
from missionplanner.gui.dialogs.copies import CopiesDialog
from missionplanner.gui.dialogs.pack import PackDialog
from missionplanner.gui.letters.dialog import LettersDialog
from missionplanner.gui.letters.sending import SendDialog
from missionplanner.gui.letters.templates import LetterTemplates
from missionplanner.services.paper.papers import Paper
from tests.stage import Stage, until
from tests.states.scene import BARE, Scene, ask, nothing


def document(stage: Stage, kind: str) -> None:
    """Show a document of a kind: a programme in the last language, a group's, the leader's, a personal agenda."""
    wanted: dict[str, Callable[[Paper], bool]] = {
        "programme": lambda one: one.person is None and one.language == stage.plan.mission.languages[-1],
        "group": lambda one: one.group is not None,
        "leader": lambda one: one.request.variant == "leader",
        "itinerary": lambda one: one.person is not None,
    }
    page = stage.documents
    found = next(one for one in page.model.papers if wanted[kind](one))
    page.choose(found.key)
    QTest.qWait(60)
    stage.settle()
    first = page.model.papers[0]
    stage.after(lambda: page.choose(first.key))


def kind_of_documents(stage: Stage, kind: str, *, checked: bool = False) -> None:
    """Show all documents of a kind, with what to look at before they are printed where that is wanted."""
    page = stage.documents
    page.choose(kind)
    stage.settle()
    if checked:
        page.before.unfold()
        until(lambda: bool(page.before.strip.shown))
        stage.after(lambda: page.before.strip.fold.setChecked(False))
    first = page.model.papers[0]
    stage.after(lambda: page.choose(first.key))


def pack(stage: Stage) -> PackDialog:
    """Ask for a pack, and see what it comes to."""
    stage.do("print_pack")
    found = cast(PackDialog, stage.dialog())
    until(lambda: found.drawn is not None)
    return found


def before_printing(stage: Stage) -> QWidget:
    """Ask for a pack on which something would be wrong."""
    from missionplanner.domain.paper.recipes import Line, Recipe

    found = pack(stage)
    found.show_recipe(Recipe(lines=(Line(kind="runsheet"),)))
    found.finish()
    stage.settle()
    return stage.dialog()


def copies(stage: Stage) -> QWidget:
    """Have a copy of the rooming list given out, and look at who holds which."""
    from missionplanner.services.paper import giving_out
    from missionplanner.services.paper.documents import PrintRequest

    assert stage.ctx.workspace is not None
    giving_out.give_out(stage.ctx.workspace, stage.plan, [PrintRequest(kind="rooming")])
    stage.settle()
    stage.do("paper_copies")
    found = cast(CopiesDialog, stage.dialog())
    until(lambda: found.rows.rowCount() > 0)
    return found


def write_letters(stage: Stage) -> LettersDialog:
    """Ask for letters for a visa, which lack what nobody has told yet."""
    from missionplanner.services.paper.letters import LetterKind

    stage.do("write_letters")
    found = cast(LettersDialog, stage.dialog())
    found.letter.setCurrentIndex(found.letter.values.index((LetterKind.VISA, "")))
    until(lambda: found.report is not None and bool(found.report.lacking))
    return found


def send_pack(stage: Stage) -> SendDialog:
    """Ask for e-mails, and see how the first reads."""
    stage.do("send_pack")
    found = cast(SendDialog, stage.dialog())
    until(lambda: found.seen is not None)
    return found


def letter_fields(stage: Stage) -> QWidget:
    """Look up what letters may name."""
    stage.do("letter_templates")
    found = cast(LetterTemplates, stage.dialog())
    fields = found.findChild(QAbstractButton, "letter_fields")
    assert fields is not None
    fields.click()
    shown = found.findChild(Chooser, "chooser")
    assert shown is not None
    return shown


def no_document_found(stage: Stage) -> None:
    stage.documents.search.setText("zzz")
    stage.after(stage.documents.search.clear)


STATES = (
    Scene("empty-documents", nothing, "documents", BARE),
    Scene("documents", nothing, "documents"),
    Scene("documents-other-language", partial(document, kind="programme"), "documents"),
    Scene("documents-group", partial(document, kind="group"), "documents"),
    Scene("documents-leader", partial(document, kind="leader"), "documents"),
    Scene("documents-itinerary", partial(document, kind="itinerary"), "documents"),
    Scene("documents-kind", partial(kind_of_documents, kind="badges"), "documents"),
    Scene("documents-kind-empty", partial(kind_of_documents, kind="driver"), "documents"),
    Scene("documents-checked", partial(kind_of_documents, kind="itinerary", checked=True), "documents"),
    Scene("documents-none-found", no_document_found, "documents"),
)
OVER = (
    Scene("pack", pack, "documents"),
    Scene("before-printing", before_printing, "documents"),
    Scene("copies", copies, "documents"),
    Scene("write-letters", write_letters, "documents"),
    Scene("send-pack", send_pack, "documents"),
    Scene("letter-templates", ask("letter_templates"), "documents"),
    Scene("letter-fields", letter_fields, "documents"),
)
