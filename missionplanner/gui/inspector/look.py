"""Write the style sheet of the inspector from the tokens."""

from __future__ import annotations

from missionplanner.gui.tokens import Tokens


def inspector_sheet(t: Tokens) -> str:
    """Return the sheet for the inspector: its ground, chips, cards of what was found, small buttons."""
    cards = "\n".join(
        f'QFrame[alert="{tone}"] {{ background: {ground}; border: 1px solid {ink}; border-radius: 6px; }}'
        f' QFrame[alert="{tone}"] QLabel {{ color: {t.text}; }}'
        f' QFrame[alert="{tone}"] QLabel[role="severity"] {{ color: {ink}; }}'
        f' QFrame[alert="{tone}"] QPushButton[look="link"] {{ color: {ink}; }}'
        for tone, ground, ink in (
            ("danger", t.danger_bg, t.danger),
            ("warn", t.warn_bg, t.warn),
            ("info", t.info_bg, t.info),
        )
    )
    return f"""
#inspector {{ background: {t.surface}; border: none; border-left: 1px solid {t.border}; }}
#inspector QScrollBar:vertical {{ width: 8px; margin: 1px; }}
#inspector QScrollBar::handle:vertical {{ border-radius: 3px; background: {t.border}; }}
#inspector QScrollBar::handle:vertical:hover {{ background: {t.border_strong}; }}
#inspector_foot {{ border-top: 1px solid {t.border}; }}
#inspector[overlay="true"] {{ border: 1px solid {t.border_strong}; }}
{cards}
QPlainTextEdit {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong};
  border-radius: 6px; padding: 4px 5px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 3px 4px; }}
QPlainTextEdit[wrong="true"] {{ border-color: {t.danger}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {t.surface2}; color: {t.text2}; }}
QPushButton[look="chip"] {{ padding: 2px 9px; min-height: 20px; border-radius: 5px; color: {t.text2}; }}
QPushButton[look="chip"]:focus {{ padding: 1px 8px; }}
QPushButton[look="chip"]:checked {{ background: {t.selected}; border-color: {t.accent}; color: {t.accent}; }}
QPushButton[look="chip"][partly="true"] {{ border-style: dashed; border-color: {t.accent}; }}
QPushButton[look="tag"] {{ background: {t.surface2}; border: 1px solid transparent; border-radius: 12px;
  padding: 1px 9px; min-height: 20px; color: {t.text}; }}
QPushButton[look="tag"]:hover {{ border-color: {t.border_strong}; }}
QPushButton[look="tag"]:focus {{ border: 2px solid {t.accent}; padding: 0px 8px; }}
QPushButton[look="step"] {{ padding: 0; min-width: 24px; max-width: 24px; min-height: 22px; max-height: 22px;
  border-color: {t.border}; }}
QPushButton[look="step"]:focus {{ padding: 0; }}
QPushButton[look="round"] {{ background: transparent; border-color: transparent; padding: 0; min-width: 24px;
  max-width: 24px; min-height: 24px; max-height: 24px; }}
QPushButton[look="round"]:hover {{ background: {t.hover}; }}
QPushButton[look="round"]:focus {{ border: 2px solid {t.accent}; padding: 0; }}
QLabel[look="fact"] {{ background: {t.surface2}; color: {t.text}; border-radius: 9px; padding: 2px 8px; }}
QPushButton[look="item"] {{ text-align: left; border-color: {t.border}; padding: 3px 8px; }}
QPushButton[look="item"]:focus {{ padding: 2px 7px; }}
"""


def kind_sheet(ground: str, text: str, focus: str) -> str:
    """Return the sheet of the chip that says and chooses an item's kind."""
    return f"""
QPushButton {{ background: {ground}; color: {text}; border: 1px solid transparent; border-radius: 5px;
  padding: 3px 6px; min-height: 20px; }}
QPushButton:hover {{ border-color: {text}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 2px 5px; }}
"""
