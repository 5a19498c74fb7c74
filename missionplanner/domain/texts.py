"""Hold a text in one or several languages as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Texts:
    """Keep pairs of language code and text, in the order they were given.

    A text whose language nobody told is kept under ``und``.
    """

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> Texts:
        """Make a value from a plain string or from a mapping by language."""
        if isinstance(value, str):
            return cls(((UNDETERMINED, value),))
        return cls(tuple(value.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language, _ in self.entries)

    def exactly(self, language: str) -> str | None:
        """Return the text in this language, None where it was not written."""
        return next((text for code, text in self.entries if code == language), None)

    def best(self, language: str, others: Iterable[str] = ()) -> str:
        """Return the text in ``language``, else the undetermined, else in ``others``, else the first."""
        for wanted in (language, UNDETERMINED, *others):
            text = self.exactly(wanted)
            if text:
                return text
        return next((text for _, text in self.entries if text), "")

    def language_of(self, text: str) -> str | None:
        """Return the language a text of this value is written in, None where unknown."""
        code = next((code for code, own in self.entries if own == text), UNDETERMINED)
        return None if code == UNDETERMINED else code

    def written(self, language: str, text: str) -> Texts:
        """Return a copy with the text of one language set, or removed where ``text`` is empty."""
        others = tuple((code, own) for code, own in self.entries if code != language)
        if not text:
            return Texts(others)
        if len(others) == len(self.entries):
            return Texts((*self.entries, (language, text)))
        return Texts(tuple((code, text if code == language else own) for code, own in self.entries))

    def as_plain(self) -> str | dict[str, str]:
        """Return what the mission file writes: a string where no language is known, else an object."""
        if self.languages == (UNDETERMINED,):
            return self.entries[0][1]
        return dict(self.entries)

    def __bool__(self) -> bool:
        return any(text for _, text in self.entries)
