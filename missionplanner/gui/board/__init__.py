"""Show a mission as a board: days side by side, a lane for each group, items where their hours are."""
