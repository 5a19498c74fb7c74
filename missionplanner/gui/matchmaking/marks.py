"""Say how a wish looks wherever it is shown: a sign, a letter and a tone, so that colour alone never tells it."""

from __future__ import annotations

from missionplanner.base.i18n import Translator
from missionplanner.domain.naming import WISHES
from missionplanner.domain.vocabulary import Wish

ICONS: dict[Wish, str] = {
    Wish.MUST: "star",
    Wish.WANT: "thumbs-up",
    Wish.COULD: "circle-dashed",
    Wish.NO_THANKS: "ban",
}
TONES: dict[Wish, str] = {
    Wish.MUST: "ok",
    Wish.WANT: "info",
    Wish.COULD: "quiet",
    Wish.NO_THANKS: "danger",
}
KEYS: dict[Wish, str] = {Wish.MUST: "1", Wish.WANT: "2", Wish.COULD: "3", Wish.NO_THANKS: "0"}
"""The key that says a wish in the matrix; minus says no as zero does."""
WANTED = (Wish.MUST, Wish.WANT, Wish.COULD)


def letter(t: Translator, wish: Wish) -> str:
    """Return the letter a wish is marked with: the first of its word."""
    return t(WISHES[wish])[:1].upper()


def words(t: Translator, wish: Wish | None) -> str:
    """Return a wish in words, also that there is none."""
    return t(WISHES[wish]) if wish is not None else t("no wish")
