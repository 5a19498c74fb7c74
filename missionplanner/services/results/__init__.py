"""Keep what came of a mission, under way and after it, and add it up over missions and the year."""
