"""Dress the program: fonts, palette and style sheet from the tokens, icons recoloured as they are loaded."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from missionplanner.base import assets
from missionplanner.base.settings import Values
from missionplanner.gui.style_sheet import style_sheet
from missionplanner.gui.tokens import DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, TYPE, Tokens

FAMILY = "Inter"
_WEIGHT_AXIS = QFont.Tag("wght")
_STROKE = "1.75"


def load_fonts() -> None:
    """Make Inter known to this program only. Other scripts fall back to the system's fonts."""
    QFontDatabase.addApplicationFont(str(assets.path("fonts/Inter-Variable.ttf")))


_SIZE = {"percent": 100}


def set_text_size(percent: int) -> None:
    """Make letters that much of their usual height, for everything made from now on."""
    if percent != _SIZE["percent"]:
        _SIZE["percent"] = percent
        metrics.cache_clear()


def roomy(pixels: int) -> int:
    """Return a measure that holds text, grown as the text is: a row's height, the width of a column of words."""
    return round(pixels * _SIZE["percent"] / 100)


def font(role: str) -> QFont:
    """Return the font of a role of ``tokens.TYPE``; times have figures of one width."""
    pixels, weight = TYPE[role]
    made = QFont(FAMILY)
    made.setPixelSize(roomy(pixels))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setVariableAxis(_WEIGHT_AXIS, weight)
    if role == "time":
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=32)
def metrics(role: str) -> QFontMetrics:
    """Return the measures of a role's font."""
    return QFontMetrics(font(role))


class Theme:
    """Be the dress of the program: tokens of one theme and what is made from them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def colour(self, name: str) -> QColor:
        """Return a token's colour by its name; any other text is taken as a colour."""
        return QColor(getattr(self.tokens, name, name))

    def icon(self, name: str, colour: str = "text2", size: int = 18, *, on: str = "") -> QIcon:
        """Return an icon in a colour, grown as letters are; ``on`` is its colour while checked."""
        made = QIcon()
        ratio = _finest() * roomy(100) / 100
        made.addPixmap(self.pixmap(name, colour, size, ratio))
        made.addPixmap(self.pixmap(name, "border_strong", size, ratio), QIcon.Mode.Disabled)
        if on:
            made.addPixmap(self.pixmap(name, on, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
        return made

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Return an icon's picture, ``size`` logical pixels wide at a device pixel ratio."""
        return _drawn(name, self.colour(colour).name(), size, ratio)


def chosen(values: Values, hints: QStyleHints) -> Theme:
    """Return the theme that the settings ask for, or the system's hints where they leave it to them."""
    dark = values.theme == "dark" or (values.theme == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
    wish = hints.accessibility().contrastPreference()
    if values.high_contrast or wish is Qt.ContrastPreference.HighContrast:
        return Theme(DARK_HIGH if dark else LIGHT_HIGH)
    return Theme(DARK if dark else LIGHT)


def dress(application: QApplication, theme: Theme) -> None:
    """Put a theme on everything the program shows."""
    application.setPalette(palette(theme))
    application.setFont(font("body"))
    sheet = style_sheet(theme.tokens)
    if sheet != application.styleSheet():  # every widget there is would be polished anew
        application.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet leaves to Fusion: dialogs, calendars, selections."""
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "surface2",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "border_strong",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("border_strong"))
    return made


def _finest() -> float:
    """Return the device pixel ratio of the finest screen: on others Qt makes the picture smaller."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return assets.path(f"icons/{name}.svg").read_text("utf-8")
