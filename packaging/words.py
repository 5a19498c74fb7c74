"""Keep the catalogues: extract message ids, merge translations, compile. Needs Babel.

python packaging/words.py                    extract, update every catalogue, compile
python packaging/words.py --check            fail where a catalogue is out of date or incomplete
python packaging/words.py --merge FILE.tsv   take translations first: msgid<TAB>Italian a line;
                                             plurals as one|many, a context as context::msgid
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
NAME = "missionplanner"
KEYWORDS = {"N_": None, "_": None, "t": None, "plural": (1, 2), "NP_": (1, 2), "context": ((1, "c"), 2)}
COMPLETE = ("it",)
DATE = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def extracted() -> Catalog:
    """Collect every message id of the package."""
    catalogue = Catalog(project=NAME, charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(ROOT / NAME), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, _comments, context in found:
        catalogue.add(message, locations=[(f"{NAME}/{filename}", 0)], context=context)
    return catalogue


def read(language: str) -> Catalog:
    path = LOCALE / language / "LC_MESSAGES" / f"{NAME}.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_po(catalogue: Catalog) -> bytes:
    """Return the file, without the dates that would change with every run."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=True, no_location=True, omit_header=False)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    dated = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
        "#",
    )
    return "".join(line for line in lines if not line.startswith(dated)).encode()


def as_mo(catalogue: Catalog) -> bytes:
    """Return the compiled file, with a date that is the same for every run."""
    catalogue.creation_date = catalogue.revision_date = DATE
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def merge(catalogue: Catalog, fragment: Path) -> None:
    """Put the translations of a fragment into a catalogue."""
    for number, line in enumerate(fragment.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        if "\t" not in line:
            sys.exit(f"{fragment}:{number}: no tab")
        source, target = (part.replace("\\n", "\n") for part in line.split("\t", 1))
        context = None
        if "::" in source:
            context, source = source.split("::", 1)
        if "|" in source:
            catalogue.add(tuple(source.split("|", 1)), tuple(target.split("|", 1)), context=context)
            catalogue[tuple(source.split("|", 1))[0]].string = tuple(target.split("|", 1))
        else:
            catalogue.add(source, target, context=context)
            found = catalogue.get(source, context)
            if found is not None:
                found.string = target


def missing(catalogue: Catalog) -> list[str]:
    """Name the messages without a translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--merge", type=Path, action="append", default=[])
    chosen = parser.parse_args(arguments)
    template, problems = extracted(), []
    languages = sorted(path.name for path in LOCALE.iterdir() if (path / "LC_MESSAGES").is_dir())
    for language in languages:
        catalogue = read(language)
        for fragment in chosen.merge:
            merge(catalogue, fragment)
        catalogue.update(template, no_fuzzy_matching=True)
        if not chosen.merge:
            catalogue.obsolete.clear()
        folder = LOCALE / language / "LC_MESSAGES"
        for path, data in (
            (folder / f"{NAME}.po", as_po(catalogue)),
            (folder / f"{NAME}.mo", as_mo(catalogue)),
        ):
            if chosen.check and (not path.exists() or path.read_bytes() != data):
                problems.append(f"{path.relative_to(ROOT)} is out of date: run packaging/words.py")
            elif not chosen.check:
                path.write_bytes(data)
        if language in COMPLETE:
            problems += [f"{language}: no translation of {text!r}" for text in missing(catalogue)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main())
