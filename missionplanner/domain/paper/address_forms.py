"""Address people as letters of seven languages do: salutation, closing, the name above an address.

What a language says depends on the form somebody is addressed in, on a title, and on whether a family name is
known. Nobody's form is guessed from a given name: a title may tell it (``Dott.ssa``, ``Frau``), else the neutral
form is used, which names the person in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from missionplanner.domain import records as r
from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import AddressForm

F, M, N = AddressForm.FEMININE, AddressForm.MASCULINE, AddressForm.NEUTRAL
FALLBACK = "en"


class Title(StrEnum):
    """Say which title a letter may use; those of no title are left out."""

    NONE = "none"
    DOCTOR = "doctor"
    PROFESSOR = "professor"
    ENGINEER = "engineer"
    LAWYER = "lawyer"
    ARCHITECT = "architect"


_TITLES: Mapping[str, tuple[Title, AddressForm | None]] = {
    **dict.fromkeys(("dottssa", "dottoressa", "drssa", "dra", "doctora", "doutora", "drin"), (Title.DOCTOR, F)),
    **dict.fromkeys(("dott", "dottore", "dr", "doctor", "docteur", "doutor", "phd"), (Title.DOCTOR, None)),
    **dict.fromkeys(
        ("profssa", "professoressa", "professorin", "professeure", "profesora", "profa", "professora"),
        (Title.PROFESSOR, F),
    ),
    **dict.fromkeys(
        ("prof", "professor", "professore", "professeur", "profesor", "hoogleraar"), (Title.PROFESSOR, None)
    ),
    **dict.fromkeys(("ing", "ir", "eng", "engr", "dipl", "engenheiro"), (Title.ENGINEER, None)),
    "engenheira": (Title.ENGINEER, F),
    **dict.fromkeys(("avv", "avvocato", "adv"), (Title.LAWYER, None)),
    "avvocata": (Title.LAWYER, F),
    **dict.fromkeys(("arch", "architetto", "arq"), (Title.ARCHITECT, None)),
    "architetta": (Title.ARCHITECT, F),
    **dict.fromkeys(
        ("sigra", "signora", "ms", "mrs", "miss", "mme", "madame", "frau", "sra", "senora", "senhora")
        + ("mevr", "mevrouw", "mw", "exma"),
        (Title.NONE, F),
    ),
    **dict.fromkeys(
        ("sig", "signor", "mr", "monsieur", "m", "herr", "herrn", "sr", "senor", "senhor", "dhr", "heer", "exmo"),
        (Title.NONE, M),
    ),
}
"""What titles say, written small and without points and accents; the first word known decides the title."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Be how a language addresses people.

    ``polite`` and ``above`` are, by form, what a salutation and an address say: ``{title}``, ``{family}`` and
    ``{name}`` (in full) are filled in, and a title that is not there leaves no gap. ``titled`` is what a title
    with a form is called; ``plain`` what stands for it where there is none.
    """

    polite: Mapping[AddressForm, str]
    unknown: str
    closing: Mapping[AddressForm | None, str]
    above: Mapping[AddressForm, str]
    titled: Mapping[Title, tuple[str, str, str]] = field(default_factory=dict)
    """Title → feminine, masculine, neutral."""
    plain: tuple[str, str] = ("", "")
    plain_above: tuple[str, str] = ("", "")


MANNERS: Mapping[str, Manners] = {
    "it": Manners(
        polite={F: "Gentile {title} {family},", M: "Gentile {title} {family},", N: "Gentile {title} {name},"},
        unknown="Gentili Signore e Signori,",
        closing={None: "Cordiali saluti"},
        above={F: "{title} {name}", M: "{title} {name}", N: "{title} {name}"},
        titled={
            Title.DOCTOR: ("Dott.ssa", "Dott.", ""),
            Title.PROFESSOR: ("Prof.ssa", "Prof.", "Prof."),
            Title.ENGINEER: ("Ing.", "Ing.", "Ing."),
            Title.LAWYER: ("Avv.", "Avv.", "Avv."),
            Title.ARCHITECT: ("Arch.", "Arch.", "Arch."),
        },
        plain=("Signora", "Signor"),
        plain_above=("Sig.ra", "Sig."),
    ),
    "en": Manners(
        polite={F: "Dear {title} {family},", M: "Dear {title} {family},", N: "Dear {title} {name},"},
        unknown="Dear Sir or Madam,",
        closing={F: "Yours sincerely,", M: "Yours sincerely,", N: "Yours sincerely,", None: "Yours faithfully,"},
        above={F: "{title} {name}", M: "{title} {name}", N: "{title} {name}"},
        titled={Title.DOCTOR: ("Dr", "Dr", "Dr"), Title.PROFESSOR: ("Professor", "Professor", "Professor")},
        plain=("Ms", "Mr"),
        plain_above=("Ms", "Mr"),
    ),
    "es": Manners(
        polite={F: "Estimada {title} {family}:", M: "Estimado {title} {family}:", N: "Buenos días, {name}:"},
        unknown="Estimadas señoras, estimados señores:",
        closing={None: "Atentamente,"},
        above={F: "{title} {name}", M: "{title} {name}", N: "{name}"},
        titled={
            Title.DOCTOR: ("Dra.", "Dr.", ""),
            Title.PROFESSOR: ("Prof.ª", "Prof.", ""),
        },
        plain=("Sra.", "Sr."),
        plain_above=("Sra.", "Sr."),
    ),
    "fr": Manners(
        polite={F: "Madame {title},", M: "Monsieur {title},", N: "Bonjour {name},"},
        unknown="Madame, Monsieur,",
        closing={
            F: "Je vous prie d’agréer, Madame {title}, l’expression de mes salutations distinguées.",
            M: "Je vous prie d’agréer, Monsieur {title}, l’expression de mes salutations distinguées.",
            N: "Je vous prie d’agréer l’expression de mes salutations distinguées.",
            None: "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
        },
        above={F: "Madame {name}", M: "Monsieur {name}", N: "{name}"},
        titled={Title.PROFESSOR: ("la Professeure", "le Professeur", "")},
    ),
    "de": Manners(
        polite={
            F: "Sehr geehrte Frau {title} {family},",
            M: "Sehr geehrter Herr {title} {family},",
            N: "Guten Tag {title} {name},",
        },
        unknown="Sehr geehrte Damen und Herren,",
        closing={None: "Mit freundlichen Grüßen"},
        above={F: "Frau {title} {name}", M: "Herrn {title} {name}", N: "{title} {name}"},
        titled={Title.DOCTOR: ("Dr.", "Dr.", "Dr."), Title.PROFESSOR: ("Professorin", "Professor", "")},
    ),
    "nl": Manners(
        polite={F: "Geachte {title} {family},", M: "Geachte {title} {family},", N: "Geachte {name},"},
        unknown="Geachte heer, mevrouw,",
        closing={None: "Met vriendelijke groet,"},
        above={F: "Mevrouw {title} {name}", M: "De heer {title} {name}", N: "{title} {name}"},
        titled={
            Title.DOCTOR: ("dr.", "dr.", "dr."),
            Title.PROFESSOR: ("prof.", "prof.", "prof."),
            Title.ENGINEER: ("ir.", "ir.", "ir."),
            Title.LAWYER: ("mr.", "mr.", "mr."),
        },
        plain=("mevrouw", "heer"),
    ),
    "pt": Manners(
        polite={F: "Exma. Senhora {title} {name},", M: "Exmo. Senhor {title} {name},", N: "Bom dia, {name},"},
        unknown="Exmas. Senhoras, Exmos. Senhores,",
        closing={None: "Com os melhores cumprimentos,"},
        above={F: "Exma. Senhora {title} {name}", M: "Exmo. Senhor {title} {name}", N: "{name}"},
        titled={
            Title.DOCTOR: ("Dra.", "Dr.", ""),
            Title.PROFESSOR: ("Professora", "Professor", ""),
            Title.ENGINEER: ("Eng.ª", "Eng.", ""),
            Title.ARCHITECT: ("Arq.ª", "Arq.", ""),
        },
    ),
}

_SPOKEN: Mapping[tuple[str, Title], tuple[str, str]] = {
    ("es", Title.PROFESSOR): ("profesora", "profesor"),
    ("nl", Title.PROFESSOR): ("professor", "professor"),
    ("nl", Title.DOCTOR): ("mevrouw", "heer"),
    ("nl", Title.ENGINEER): ("mevrouw", "heer"),
    ("nl", Title.LAWYER): ("mevrouw", "heer"),
}
"""What a salutation says where it uses another word than an address does."""
_PREFIXES = frozenset({"van", "de", "den", "der", "ten", "ter", "te", "het", "op", "'t", "in"})
"""First words of Dutch family names: written small after a given name, with a capital without one."""


def salutation(person: r.Person | None, language: str) -> str:
    """Return how a letter begins, with the sign it ends in; without a person, to whoever reads it."""
    manners = _manners(language)
    if person is None or person.unnamed:
        return manners.unknown
    form = _form_for(person)
    return _filled(manners.polite[form], person, _spoken(language, manners, person, form), language)


def closing(person: r.Person | None, language: str) -> str:
    """Return how a letter ends, with the sign that follows it."""
    manners = _manners(language)
    form = None if person is None or person.unnamed else _form_for(person)
    said = manners.closing.get(form, manners.closing[None])
    if person is None or form is None:
        return said
    return _filled(said, person, _spoken(language, manners, person, form), language)


def addressed(person: r.Person, language: str) -> str:
    """Return a person's name as it stands above an address: ``Frau Dr. Anna Rossi``."""
    manners = _manners(language)
    form = form_of(person) or N
    plain = _unknown_title(person) or ("" if form is N else _pick(manners.plain_above, form))
    return _filled(manners.above[form], person, _titled(manners, title_of(person), form) or plain, language)


def form_of(person: r.Person) -> AddressForm | None:
    """Return the form somebody is addressed in: what was chosen, else what a title says, else None."""
    if person.address_form is not None:
        return person.address_form
    return next((form for _, form in _known(person) if form is not None), None)


def title_of(person: r.Person) -> Title:
    """Return the title a letter may use: of several the first that is one."""
    return next((title for title, _ in _known(person) if title is not Title.NONE), Title.NONE)


def _known(person: r.Person) -> list[tuple[Title, AddressForm | None]]:
    written = folded(person.honorific or "").replace(".", " ").replace("-", " ").split()
    joined = [folded(one).replace(".", "") for one in (person.honorific or "").split()]
    return [_TITLES[one] for one in dict.fromkeys((*joined, *written)) if one in _TITLES]


def _manners(language: str) -> Manners:
    return MANNERS.get(language.partition("-")[0].lower(), MANNERS[FALLBACK])


def _form_for(person: r.Person) -> AddressForm:
    """Return the form a salutation takes: the neutral one, which names in full, where no family name is known."""
    return (form_of(person) or N) if person.family else N


def _spoken(language: str, manners: Manners, person: r.Person, form: AddressForm) -> str:
    title = title_of(person)
    said = _SPOKEN.get((language, title))
    if said is not None and form is not N:
        return _pick(said, form)
    plain = _unknown_title(person) if form is N else _pick(manners.plain, form)
    return _titled(manners, title, form) or plain


def _unknown_title(person: r.Person) -> str:
    """Return a title as it was written where none of its words is known: ``H.E.``."""
    return "" if _known(person) else (person.honorific or "")


def _titled(manners: Manners, title: Title, form: AddressForm) -> str:
    names = manners.titled.get(title)
    return names[(F, M, N).index(form)] if names is not None else ""


def _pick(pair: tuple[str, str], form: AddressForm) -> str:
    return pair[0] if form is F else pair[1]


def _filled(pattern: str, person: r.Person, title: str, language: str) -> str:
    """Fill a pattern word by word, so that a name with braces is a name and what is empty leaves no gap."""
    family = person.family or ""
    if language == "nl" and family.partition(" ")[0] in _PREFIXES:
        family = family[:1].upper() + family[1:]
    name = person.full_name or person.native_name or ""
    values = {"{title}": title, "{family}": family, "{name}": name}
    said: list[str] = []
    for word in pattern.split():
        bare = word.rstrip(",:")
        shown, end = values.get(bare, bare), word[len(bare) :]
        if shown:
            said.append(shown + end)
        elif said:
            said[-1] += end
    return " ".join(said)
