"""Write the style sheet of the palette."""

from __future__ import annotations

from missionplanner.gui.tokens import Tokens


def style_sheet(t: Tokens) -> str:
    """Return the sheet for the palette alone."""
    return f"""
#palette_panel {{ background: {t.surface}; border: 1px solid {t.border_strong}; border-radius: 10px; }}
#palette_top {{ background: transparent; border: none; border-bottom: 1px solid {t.border}; }}
#palette_query, #palette_query:focus {{ background: transparent; border: none; padding: 2px 0; min-height: 26px; }}
#palette_verb {{ background: {t.selected}; color: {t.text}; border: none; border-radius: 6px; padding: 3px 8px; }}
#palette_verb:hover {{ background: {t.hover}; }}
#palette_results {{ background: transparent; border: none; padding: 6px 0; }}
#palette_nothing {{ padding: 16px 18px; }}
#palette_foot {{ border-top: 1px solid {t.border}; padding: 7px 18px; }}
"""
