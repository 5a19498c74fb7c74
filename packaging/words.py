"""Keep the catalogues: extract message ids, merge translations, compile. Needs Babel.

python packaging/words.py                    extract, update every catalogue, compile
python packaging/words.py --check            fail where a catalogue is out of date or incomplete
python packaging/words.py --merge FILE.tsv   take translations first: msgid<TAB>Italian a line;
                                             plurals as one|many, a context as context::msgid;
                                             for other languages a first line id<TAB>es<TAB>fr …
python packaging/words.py --missing          list what paper can say and a language of paper lacks, as such a file

The catalogues of Italian hold all words, those of the other languages of paper what paper can say.
"""

from __future__ import annotations

import argparse
import ast
import datetime as dt
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
NAME = "missionplanner"
KEYWORDS = {
    "N_": None,
    "_": None,
    "t": None,
    "_t": None,
    "plural": (1, 2),
    "NP_": (1, 2),
    "context": ((1, "c"), 2),
}
COMPLETE = ("it",)
PAPER = ("es", "fr", "de", "nl", "pt")
"""Languages only paper speaks."""
SAID_ON_PAPER = (
    "documents/**/*.py",
    "domain/programme/clipboard_text.py",
    "domain/live_day/calls.py",
    "domain/programme/message_text.py",
    "domain/logistics/transfer_plans.py",
    "exchange/calendars/writing.py",
    "services/partners/chasing.py",
    "services/directory/memory.py",
    "services/paper/sending.py",
)
"""Files that speak to recipients in their language: paper, messages, calendars."""
NOT_SAID = frozenset(
    {
        "documents/orders.py",
        "documents/kinds/__init__.py",
        "documents/kinds/_choices.py",
        "documents/kinds/_labelled.py",
        "documents/kinds/_reports.py",
        "documents/kinds/_kind.py",
        "documents/typeset/images.py",
        "documents/word/writing.py",
    }
)
"""What these files say is said in the window: errors, and what there is to choose."""
DATE = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def extracted() -> Catalog:
    """Collect every message id of the package."""
    catalogue = Catalog(project=NAME, charset="utf-8", fuzzy=False)
    found = extract_from_dir(str(ROOT / NAME), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, _comments, context in found:
        catalogue.add(message, locations=[(f"{NAME}/{filename}", 0)], context=context)
    return catalogue


Key = tuple[str, str | None]


def paper_ids() -> set[Key]:
    """Return what paper can say, as id and context.

    That is what its files say, the titles of its kinds, and names of codes that its files take from the domain.
    """
    files = {file for pattern in SAID_ON_PAPER for file in (ROOT / NAME).glob(pattern)}
    said = {file for file in files if file.relative_to(ROOT / NAME).as_posix() not in NOT_SAID}
    found: set[Key] = set()
    for file in said:
        found |= _keys(file)
    sys.path.insert(0, str(ROOT))
    kinds = import_module(f"{NAME}.documents.kinds")
    found |= {(text, None) for text in (*(kind.title for kind in kinds.KINDS), *kinds.SECTIONS.values())}
    for module, name in {one for file in said for one in _taken(file)}:
        marked = {key for key, _ in _keys(ROOT / f"{module.replace('.', '/')}.py")}
        found |= {(text, None) for text in _texts(getattr(import_module(module), name, None)) if text in marked}
    return found


@cache
def _keys(file: Path) -> frozenset[Key]:
    """Return id and context of what a file says."""
    found = extract_from_file("python", str(file), keywords=KEYWORDS) if file.is_file() else []
    return frozenset((text[0] if isinstance(text, tuple) else text, context) for _, text, _, context in found)


def _taken(file: Path) -> Iterator[tuple[str, str]]:
    """Give the constants a file takes from the domain, as module and name."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{NAME}.domain."):
            yield from ((node.module or "", alias.name) for alias in node.names if alias.name.isupper())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in _texts(one))
    elif isinstance(value, tuple | list):
        yield from (text for one in value for text in _texts(one))


def said_in(file: Path) -> Iterator[str]:
    """Give the texts that a file hands to what translates or marks, however deep within other calls."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name.strip("_") in ("t", "N") and isinstance(node.args[0].value, str):
                yield node.args[0].value


def not_collected(files: Iterable[Path], collected: set[str]) -> list[str]:
    """Return what is said but stands in no catalogue: Babel sees no call within another, nor other names."""
    return sorted({text for file in files for text in said_in(file)} - collected - {""})


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


def merge(catalogue: Catalog, fragment: Path, language: str) -> None:
    """Put the translations of a fragment into a catalogue; one without a head line is Italian."""
    lines = fragment.read_text("utf-8").splitlines()
    head = lines[0].split("\t") if lines and lines[0].startswith("id\t") else []
    if language not in (head[1:] or COMPLETE):
        return
    column = head.index(language) if head else 1
    for number, line in enumerate(lines, 1):
        if not line.strip() or (head and number == 1):
            continue
        if "\t" not in line:
            sys.exit(f"{fragment}:{number}: no tab")
        parts = [part.replace("\\n", "\n") for part in line.split("\t")]
        if column >= len(parts) or not parts[column]:
            continue
        source, target = parts[0], parts[column]
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


def missing(catalogue: Catalog) -> list[Message]:
    """Return the messages without a translation."""
    return [
        message
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def wanted_of(language: str, template: Catalog, paper: set[Key]) -> Catalog:
    """Return what a language's catalogue has to hold: all words, or of a language of paper what paper can say."""
    if language not in PAPER:
        return template
    kept = Catalog(project=NAME, charset="utf-8", fuzzy=False)
    for message in template:
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        if message.id and (key, message.context) in paper:
            kept.add(message.id, locations=message.locations, context=message.context)
    return kept


def list_missing() -> int:
    """Print what languages of paper lack, as a file to fill in; 1 where there is anything."""
    template, paper = extracted(), paper_ids()
    lacking: dict[str, dict[str, None]] = {}
    for language in PAPER:
        catalogue = read(language)
        catalogue.update(wanted_of(language, template, paper), no_fuzzy_matching=True)
        for message in missing(catalogue):
            name = "|".join(message.id) if isinstance(message.id, tuple) else str(message.id)
            shown = f"{message.context}::{name}" if message.context else name
            lacking.setdefault(shown.replace("\n", "\\n"), {})[language] = None
    if lacking:
        print("id", *PAPER, sep="\t")
    for shown, languages in sorted(lacking.items()):
        print(shown, *("" if one in languages else "=" for one in PAPER), sep="\t")
    return 1 if lacking else 0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--merge", type=Path, action="append", default=[])
    chosen = parser.parse_args(arguments)
    if chosen.missing:
        return list_missing()
    template, paper = extracted(), paper_ids()
    collected = {one.id[0] if isinstance(one.id, tuple) else str(one.id) for one in template}
    some = not_collected((ROOT / NAME).rglob("*.py"), collected)
    problems = [f"not collected, give it a name of its own: {text!r}" for text in some]
    for language in sorted((*COMPLETE, *PAPER)):
        catalogue = read(language)
        for fragment in chosen.merge:
            merge(catalogue, fragment, language)
        catalogue.update(wanted_of(language, template, paper), no_fuzzy_matching=True)
        if language in PAPER or not chosen.merge:
            catalogue.obsolete.clear()
        folder = LOCALE / language / "LC_MESSAGES"
        for path, data in (
            (folder / f"{NAME}.po", as_po(catalogue)),
            (folder / f"{NAME}.mo", as_mo(catalogue)),
        ):
            if chosen.check and (not path.exists() or path.read_bytes() != data):
                problems.append(f"{path.relative_to(ROOT)} is out of date: run packaging/words.py")
            elif not chosen.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        problems += [f"{language}: no translation of {message.id!r}" for message in missing(catalogue)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main())
