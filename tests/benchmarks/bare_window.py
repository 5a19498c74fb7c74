"""Be the least a window can be: one of Qt with four filled tables. What a start is measured against."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QTableWidget, QTableWidgetItem, QWidget

ROWS, COLUMNS = 40, 6


def filled(number: int) -> QTableWidget:
    """Return a table with a text in every cell."""
    table = QTableWidget(ROWS, COLUMNS)
    table.setHorizontalHeaderLabels([f"Column {column}" for column in range(COLUMNS)])
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"Table {number}, row {row}, {column}"))
    return table


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    whole = QWidget()
    grid = QGridLayout(whole)
    for number in range(4):
        grid.addWidget(filled(number), number // 2, number % 2)
    window.setCentralWidget(whole)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
