"""Say fields of letters in the window's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from missionplanner.base.i18n import Translator

if TYPE_CHECKING:
    from missionplanner.services.paper.letters import LetterReport


def field_words(t: Translator) -> dict[str, str]:
    """Return every field there is with its words: “Travel document: Number”."""
    from missionplanner.services.paper.letters import SUBJECTS, LetterKind, fields

    every = (*fields(LetterKind.VISA), *fields(LetterKind.HOST_REQUEST))
    return {
        one.name: t("{subject}: {field}", subject=t(SUBJECTS[one.subject]), field=t(one.words)) for one in every
    }


def fields_said(t: Translator, names: Iterable[str]) -> str:
    """Return fields as a list of their words, each once."""
    words = field_words(t)
    return ", ".join(dict.fromkeys(words.get(name, name) for name in names))


def lacks(t: Translator, names: Iterable[str]) -> tuple[str, str]:
    """Return what somebody lacks in short, by what it is about, and with each field."""
    from missionplanner.services.paper.letters import SUBJECTS

    some = tuple(names)
    about = dict.fromkeys(t(SUBJECTS.get(one.partition(".")[0], one)) for one in some)
    return t("Lacks: {what}", what=", ".join(about)), t("Lacks: {what}", what=fields_said(t, some))


def unknown_words(t: Translator, report: LetterReport) -> str:
    """Return a sentence on fields that templates name and letters do not have; "" where there are none."""
    if not report.unknown:
        return ""
    named = ", ".join(f"{{{{{one}}}}}" for one in report.unknown)
    return t("The template names what these letters do not have; it stays as written: {fields}.", fields=named)
