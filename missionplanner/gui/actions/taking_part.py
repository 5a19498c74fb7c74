"""Declare what is done in the matrix of people and items, and on the readiness board."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import Spec

MATRIX, CELLS, BOARD, STATES, REQUIREMENT = "matrix", "cells", "readiness_board", "states", "requirement"
"""What these need: the matrix, cells of it, the board, cells of it, a requirement that is chosen on it."""


def _here(name: str, text: str, icon: str, needs: str, also: str = "") -> Spec:
    return Spec(name, "", text, icon, (), needs, local=True, also=also)


_MATRIX = (
    _here("part_in", N_("Takes part"), "user-check", CELLS, N_("include, add, attend, tick")),
    _here("part_out", N_("Does not take part"), "user-minus", CELLS, N_("exclude, except, remove")),
    _here("part_everyone", N_("Items for everyone"), "users", CELLS, N_("all, whole column")),
    _here("part_groups", N_("Say it in groups"), "users-round", CELLS, N_("simplify, tidy, lanes")),
    _here("part_diets", N_("Count the diets"), "utensils", MATRIX, N_("meals, vegetarian, allergies, caterer")),
)
_BOARD = (
    _here("ready_next", N_("One state further"), "arrow-right", STATES, N_("asked, received, done")),
    _here("ready_state", N_("State, day and note…"), "pencil", STATES, N_("asked, received, done, not needed")),
    _here("requirement_new", N_("Add a requirement…"), "plus", BOARD, N_("due, deadline, document, visa")),
    _here("requirement_change", N_("Change the requirement…"), "pencil", REQUIREMENT, N_("due, deadline")),
    _here("requirement_delete", N_("Delete the requirement"), "trash-2", REQUIREMENT, N_("remove")),
    _here("requirement_sets", N_("Usual requirements…"), "layout-template", BOARD, N_("template, EU, visa, site")),
    _here("requirement_copy", N_("Requirements of another mission…"), "copy", BOARD, N_("copy, import, reuse")),
)
SPECS: tuple[Spec, ...] = (*_MATRIX, *_BOARD)
DEEDS = tuple(spec.name for spec in SPECS)
