"""Write the style sheet of a theme. Fonts are set on widgets: a sheet cannot choose weights of a variable font."""

from __future__ import annotations

from missionplanner.gui.tokens import Tokens


def style_sheet(t: Tokens) -> str:
    """Return the sheet for all widgets."""
    return "\n".join((_ground(t), _rail(t), _buttons(t), _inputs(t), _lists(t), _notices(t), _menus(t)))


def _ground(t: Tokens) -> str:
    return f"""
#page, #content, #pages {{ background: {t.bg}; }}
#header {{ background: {t.surface}; border-bottom: 1px solid {t.border}; }}
#status_line {{ background: {t.surface}; border-top: 1px solid {t.border}; }}
#strip {{ background: {t.surface2}; border-top: 1px solid {t.border}; }}
QFrame[look="card"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 10px; }}
QLabel {{ background: transparent; color: {t.text}; }}
QLabel[tone="quiet"] {{ color: {t.text2}; }}
QLabel[tone="faint"] {{ color: {t.text3}; }}
QLabel[tone="danger"] {{ color: {t.danger}; }}
QLabel[tone="warn"] {{ color: {t.warn}; }}
QLabel[tone="ok"] {{ color: {t.ok}; }}
QLabel[pill="ok"] {{ background: {t.ok_bg}; color: {t.ok}; }}
QLabel[pill="info"] {{ background: {t.info_bg}; color: {t.info}; }}
QLabel[pill="warn"] {{ background: {t.warn_bg}; color: {t.warn}; }}
QLabel[pill="danger"] {{ background: {t.danger_bg}; color: {t.danger}; }}
QLabel[pill="quiet"] {{ background: {t.surface2}; color: {t.text2}; }}
QLabel[pill] {{ border-radius: 10px; padding: 2px 10px; min-height: 16px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong}; padding: 4px 6px; }}
QDialog {{ background: {t.surface}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.border_strong}; border-radius: 4px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {t.border_strong}; border-radius: 4px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.surface2}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QProgressBar[tone="ok"]::chunk {{ background: {t.ok}; }}
"""


def _rail(t: Tokens) -> str:
    return f"""
#rail {{ background: {t.rail}; }}
#rail QLabel {{ color: {t.rail_on}; }}
#rail QLabel[tone="quiet"] {{ color: {t.rail_text}; }}
#rail QToolButton {{ color: {t.rail_text}; background: transparent; border: 2px solid transparent;
  border-radius: 8px; padding: 6px 10px; text-align: left; }}
#rail QToolButton:hover {{ background: {t.rail_selected}; }}
#rail QToolButton:checked {{ background: {t.rail_selected}; color: {t.rail_on}; }}
#rail QToolButton:focus {{ border-color: {t.rail_focus}; }}
#rail QToolButton::menu-indicator {{ image: none; }}
#rail #mission {{ background: {t.rail_selected}; border-radius: 8px; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong}; border-radius: 6px;
  padding: 5px 12px; min-height: 20px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.selected}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {t.border_strong}; border-color: {t.border}; }}
QPushButton[look="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {{ background: {t.accent_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="primary"]:disabled {{ background: {t.hover}; color: {t.text2}; border-color: {t.border}; }}
QPushButton[look="flat"] {{ background: transparent; border-color: transparent; padding: 5px 8px; }}
QPushButton[look="flat"]:hover {{ background: {t.hover}; }}
QPushButton[look="flat"]:focus {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
QPushButton[look="link"] {{ background: transparent; border: 2px solid transparent; color: {t.accent};
  padding: 1px 4px; }}
QPushButton[look="link"]:focus {{ border-color: {t.accent}; border-radius: 4px; }}
QPushButton[look="start"] {{ border-radius: 10px; text-align: left; padding: 0; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[look="segment"] {{ border-radius: 0; margin: 0; border-right-width: 0; }}
QPushButton[look="segment"][end="first"] {{ border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
QPushButton[look="segment"][end="last"] {{ border-right-width: 1px; border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }}
QPushButton[look="segment"]:checked {{ background: {t.selected}; color: {t.accent}; border-color: {t.accent};
  border-right-width: 1px; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
QPushButton[look="row"] {{ background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 0;
  text-align: left; }}
QPushButton[look="row"]:hover {{ background: {t.hover}; }}
QPushButton[look="row"]:focus {{ border-color: {t.accent}; }}
QPushButton[look="danger"] {{ background: {t.danger}; color: {t.surface}; border-color: {t.danger}; }}
QPushButton[look="danger"]:hover, QPushButton[look="danger"]:pressed {{ border-color: {t.text}; }}
QPushButton[look="danger"]:focus {{ border: 2px solid {t.text}; padding: 4px 11px; }}
QToolButton[look="flat"] {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 2px; }}
QToolButton[look="flat"]:hover, QToolButton[look="flat"]:pressed {{ background: {t.hover}; }}
QToolButton[look="flat"]:focus {{ border-color: {t.accent}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _inputs(t: Tokens) -> str:
    fields = "QLineEdit, QComboBox, QDateEdit, QSpinBox"
    focused = "QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus"
    return f"""
{fields} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong}; border-radius: 6px;
  padding: 5px 8px; min-height: 20px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
{focused} {{ border: 2px solid {t.accent}; padding: 4px 7px; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QDateEdit[wrong="true"] {{ border-color: {t.danger}; }}
QComboBox QLineEdit {{ border: none; padding: 0; }}
QSpinBox QLineEdit {{ border: none; padding: 0 9px; min-height: 0; background: transparent; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong};
  selection-background-color: {t.selected}; selection-color: {t.text}; outline: none; }}
QCheckBox {{ color: {t.text}; spacing: 8px; background: transparent; }}
QCalendarWidget QToolButton {{ color: {t.text}; background: transparent; padding: 4px 8px; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {t.surface2}; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QListView {{ background: transparent; border: none; outline: none; color: {t.text}; }}
#days {{ background: transparent; }}
#board {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 10px; }}
#board::corner {{ background: transparent; border: none; }}
QTableView {{ background: {t.surface}; border: none; }}
"""


def _notices(t: Tokens) -> str:
    tones = {"info": (t.info_bg, t.info), "warn": (t.warn_bg, t.warn), "danger": (t.danger_bg, t.danger)}
    banners = "\n".join(
        f'QFrame[banner="{tone}"] {{ background: {ground}; border-bottom: 1px solid {ink}; }}'
        f' QFrame[banner="{tone}"] QLabel {{ color: {ink}; }}'
        f' QFrame[banner="{tone}"] QPushButton {{ color: {ink}; }}'
        for tone, (ground, ink) in tones.items()
    )
    return f"""
#toast {{ background: {t.text}; border-radius: 8px; }}
#toast QLabel {{ color: {t.surface}; }}
#toast QPushButton {{ background: transparent; color: {t.surface}; border: 1px solid {t.text3};
  border-radius: 6px; padding: 3px 10px; }}
#toast #toast_close {{ border-color: transparent; }}
#toast QPushButton:focus {{ background: {t.surface}; color: {t.text}; }}
#toast QPushButton:hover {{ background: {t.surface}; color: {t.text}; }}
#coach_mark QLabel {{ color: {t.on_accent}; }}
#coach_mark QPushButton {{ background: transparent; color: {t.on_accent}; border: 1px solid {t.on_accent};
  border-radius: 6px; padding: 3px 10px; }}
#coach_mark QPushButton:focus {{ background: {t.surface}; color: {t.text}; }}
#coach_mark QPushButton:hover {{ background: {t.surface}; color: {t.text}; }}
#progress {{ background: {t.surface}; border-top: 1px solid {t.border}; }}
{banners}
"""


def _menus(t: Tokens) -> str:
    return f"""
QMenuBar {{ background: {t.surface}; color: {t.text2}; border-bottom: 1px solid {t.border}; padding: 1px 6px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.selected}; color: {t.text}; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 26px 6px 10px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::icon:checked {{ background: {t.selected}; border: 1px solid {t.accent}; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.text3}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 6px; }}
"""
