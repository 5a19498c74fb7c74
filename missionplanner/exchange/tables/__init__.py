"""Read lists out of spreadsheets and texts, and write them: sheets, mapping, drafts; XLSX and CSV."""

from __future__ import annotations

from missionplanner.exchange.tables.drafts import Circumstances, Draft, Problem, Refusal, Rows
from missionplanner.exchange.tables.fields import Field, Kind, Sort, fields_of, labels
from missionplanner.exchange.tables.forms import Form, Question, Returned, is_form, read_form, write_form
from missionplanner.exchange.tables.headers import header_row
from missionplanner.exchange.tables.listings import Heading, Listing
from missionplanner.exchange.tables.mapping import Column, Mapping, guessed, kind_of, remembered
from missionplanner.exchange.tables.matrices import Matrix, block_of, matrix_of, wishes
from missionplanner.exchange.tables.reading import pasted, read
from missionplanner.exchange.tables.rows import rows
from missionplanner.exchange.tables.sheets import Book, Cell, Sheet
from missionplanner.exchange.tables.writing import csv_bytes, write_csv, write_xlsx

__all__ = [
    "Book",
    "Cell",
    "Circumstances",
    "Column",
    "Draft",
    "Field",
    "Form",
    "Heading",
    "Kind",
    "Listing",
    "Mapping",
    "Matrix",
    "Problem",
    "Question",
    "Refusal",
    "Returned",
    "Rows",
    "Sheet",
    "Sort",
    "block_of",
    "csv_bytes",
    "fields_of",
    "guessed",
    "header_row",
    "is_form",
    "kind_of",
    "labels",
    "matrix_of",
    "pasted",
    "read",
    "read_form",
    "remembered",
    "rows",
    "wishes",
    "write_csv",
    "write_form",
    "write_xlsx",
]
