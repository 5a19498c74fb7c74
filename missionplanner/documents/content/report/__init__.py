"""Tell what came of a mission: the sections of a report, each from what was recorded."""

from __future__ import annotations

from missionplanner.documents.content.report.sections import ANNEXES, SECTIONS, report_content

__all__ = ["ANNEXES", "SECTIONS", "report_content"]
