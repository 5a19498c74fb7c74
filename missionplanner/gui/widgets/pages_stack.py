"""Be a stack of pages that fill what room there is: how high they would like to be is never asked."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QStackedWidget


class PagesStack(QStackedWidget):
    """Show one of several pages.

    Qt asks all of them, also those never seen, how high they are at each width, whenever a word changes in one.
    """

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - the name is Qt's
        return False


class PagesLayout(QStackedLayout):
    """Lay out one of several pages, as ``PagesStack`` does."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - the name is Qt's
        return False
