"""Keep what e-mails say: the program's own words in every language of paper, and those of the workspace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from missionplanner.base import assets
from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_, Message
from missionplanner.db import reading
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.domain import records as r
from missionplanner.domain.paper.letters import LetterKind, unknown
from missionplanner.domain.preflight.concern import Concern, Weight, Where
from missionplanner.domain.text import MAX_LINE, MAX_TEXT, clean
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.exchange.letters import filled_text, named_in
from missionplanner.services.workspace import Receipt, Workspace

VERSION = 1


@dataclass(frozen=True, slots=True)
class MessageText:
    """Be what an e-mail says, with fields to fill in; the program's own has no ``id`` and no name."""

    name: str
    language: str
    subject: str
    body: str
    id: UUID | None = None


def texts(ws: Workspace) -> tuple[MessageText, ...]:
    """Return every text there is: the program's in each language, then the workspace's by name."""
    with ws.reading() as connection:
        kept = [one for one in reading.templates(connection) if one.kind is TemplateKind.MESSAGE]
    own = (text for one in kept if (text := _read(one)) is not None)
    return (*map(_built_in, LANGUAGES), *own)


def _built_in(language: str) -> MessageText:
    text = assets.path(f"templates/messages/{language}.txt").read_text("utf-8")
    subject, _, body = text.partition("\n\n")
    return MessageText("", language, subject.removeprefix("#").strip(), body.strip())


def _read(one: r.Template) -> MessageText | None:
    try:
        plain = json.loads(one.content)
        if plain["version"] != VERSION:
            return None
        return MessageText(one.name, one.language or "", str(plain["subject"]), str(plain["body"]), one.id)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def save(ws: Workspace, text: MessageText) -> Receipt:
    """Keep a text, in the place of one of its name and language. Raises Invalid without name, subject or body."""
    name, subject, body = clean(text.name, MAX_LINE), clean(text.subject, MAX_LINE), clean(text.body, MAX_TEXT)
    for field, value in (("name", name), ("subject", subject), ("body", body)):
        if not value:
            raise Invalid(N_("A message needs a name, a subject and a text."), field=field)
    if text.language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise Invalid(
            N_("Paper is not printed in “{language}” yet, but in: {known}."), language=text.language, known=known
        )
    filled_text(body, {})
    content = json.dumps(
        {"version": VERSION, "subject": subject, "body": body}, ensure_ascii=False, sort_keys=True
    )
    with ws.edit(N_("Save the message “{name}”"), name=name) as edit:
        kept = (one for one in edit.all(r.Template) if one.kind is TemplateKind.MESSAGE)
        same = [one for one in kept if (one.name, one.language) == (name, text.language)]
        if same:
            edit.save(replace(same[0], content=content))
        else:
            new = r.Template(kind=TemplateKind.MESSAGE, name=name, content=content, language=text.language)
            edit.add(new)
    return edit.receipt


def delete(ws: Workspace, identity: UUID) -> Receipt:
    """Delete a text of the workspace. Raises NotFound."""
    with ws.edit(N_("Delete a message")) as edit:
        one = edit.get(r.Template, identity)
        edit.call(N_("Delete the message “{name}”"), name=one.name)
        edit.delete(one)
    return edit.receipt


def concerns(ws: Workspace) -> Iterator[Concern]:
    """Give what to look at in the texts of the workspace before any is sent: fields that messages do not have."""
    for one in texts(ws):
        found = unknown(named_in(f"{one.subject}\n{one.body}"), LetterKind.TO_DELEGATES) if one.id else ()
        if one.id is not None and found:
            named = {"name": one.name, "fields": ", ".join(f"{{{{{field}}}}}" for field in found)}
            text = N_("The message “{name}” names what messages do not have: {fields}.")
            yield Concern(
                rule="letter_fields",
                weight=Weight.WRONG,
                message=Message.of(text, named),
                where=Where.LETTERS,
                records=(one.id,),
            )
