"""Change and read the rows of a programme: where they lie, how they move, what they say."""
