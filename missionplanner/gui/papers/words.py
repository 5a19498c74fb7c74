"""Say what documents are called in the window and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from missionplanner.gui.wording import Wording, language_name

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.services.paper.paper_kinds import Kind
    from missionplanner.services.paper.papers import Paper

STATE_ICONS = {
    "never": ("file-text", "text3"),
    "given_out": ("history", "text3"),
    "up_to_date": ("circle-check", "ok"),
    "changed": ("refresh-cw", "warn"),
}
"""State of a document → icon and its colour; words say it too."""


class PaperWords:
    """Be the words for the documents of one mission, in the window's language."""

    def __init__(self, wording: Wording, plan: MissionPlan) -> None:
        self._wording, self._plan = wording, plan
        self._t = wording.t

    def kind(self, kind: Kind) -> str:
        """Return the title of a kind."""
        return self._t(kind.title)

    def why_none(self, kind: Kind) -> str:
        """Return why there is nothing of a kind to print; empty where there is something."""
        from missionplanner.services.paper import paper_kinds

        why = paper_kinds.why_none(self._plan, kind)
        return self._t.say(why) if why is not None else ""

    def name(self, paper: Paper, kind: Kind) -> str:
        """Return what tells a document from the others of its kind: whom or what it is about, or a language."""
        t = self._t
        about = self._about(paper)
        if about:
            return about
        if paper.request.variant == "leader":
            return t("For leaders")
        if kind.for_subjects:
            return t("All in one document")
        return self.language(paper.language)

    def title(self, paper: Paper, kind: Kind) -> str:
        """Return a document's whole name."""
        if kind.id == "itinerary" and paper.person is not None:
            return self._t("Personal agenda of {name}", name=paper.person.full_name)
        alone = kind.variants == ("common",) and not self._about(paper)
        return self.kind(kind) if alone else f"{self.kind(kind)} · {self.name(paper, kind)}"

    def language(self, language: str) -> str:
        """Return the names of one language or two."""
        return " + ".join(language_name(one) for one in language.split("+"))

    def state(self, paper: Paper) -> str:
        """Return how a document stands against the copy given out."""
        t = self._t
        if paper.issued_at is None:
            return t("Not given out yet")
        day = self._wording.plain_day(paper.issued_at.astimezone().date())
        words = {
            "up_to_date": t("Version {version} of {day}, up to date", version=paper.version, day=day),
            "changed": t("Changed since version {version} of {day}", version=paper.version, day=day),
        }
        return words.get(paper.state.value) or t("Version {version} of {day}", version=paper.version, day=day)

    def note(self, paper: Paper) -> str:
        """Return the second line of a document: what it is where its name does not say it, and its state."""
        kind = self._t("Group") if paper.group is not None else ""
        return self._wording.listed((kind, self.state(paper)))

    def counted(self, kind: Kind, papers: tuple[Paper, ...]) -> str:
        """Return the second line of a kind with several documents: how many there are, and how they stand."""
        t = self._t
        if kind.for_persons:
            count = t.plural("{count} person", "{count} people", len(papers))
        else:
            count = t.plural("{count} document", "{count} documents", len(papers))
        changed = sum(one.state.value == "changed" for one in papers)
        given = sum(one.issued_at is not None for one in papers)
        if changed:
            stand = t.plural("{count} changed", "{count} changed", changed)
        elif not given:
            stand = ""
        elif any(one.state.value == "given_out" for one in papers):
            stand = t.plural("{count} given out", "{count} given out", given)
        else:
            stand = t("up to date")
        return self._wording.listed((count, stand))

    def _about(self, paper: Paper) -> str:
        if paper.person is not None:
            return paper.person.full_name
        languages = self._plan.mission.languages
        if paper.group is not None and paper.group.name is not None:
            return paper.group.name.best(self._t.language, languages)
        if paper.subject is None:
            return ""
        name = paper.subject.name
        return name if isinstance(name, str) else name.best(self._t.language, languages)
