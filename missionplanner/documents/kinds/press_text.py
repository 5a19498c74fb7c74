"""Make the press text of a mission, for editing."""

from __future__ import annotations

from missionplanner.documents.content.press_text import press_content
from missionplanner.documents.makers import of_sheets

MAKER = of_sheets(press_content)
