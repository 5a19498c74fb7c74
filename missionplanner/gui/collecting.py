"""Collect what is no longer used in the window's thread only: widgets must not be destroyed in another."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks whether there is enough to collect."""
OLD_EVERY = 30
"""How many looks pass before what has lived long is looked through: that takes longest."""


class Collector(QObject):
    """Do in this thread what Python would do in whichever thread happens to make an object."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the young, and what has lived long now and then."""
        self._looks += 1
        young, middle, _old = gc.get_count()
        limits = gc.get_threshold()
        if self._looks >= OLD_EVERY:
            self._looks = 0
            gc.collect()
        elif middle > limits[1]:
            gc.collect(1)
        elif young > limits[0]:
            gc.collect(0)
