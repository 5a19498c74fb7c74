"""Put a message on the clipboard, for a chat."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from missionplanner.gui.context import Context


def share_message(ctx: Context, text: str) -> None:
    """Put a message on the clipboard, and say so."""
    QGuiApplication.clipboard().setText(text)
    ctx.notices.say(ctx.t("Message copied. Paste it into a chat."), tone="info")
