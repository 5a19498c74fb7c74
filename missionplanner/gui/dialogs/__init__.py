"""Ask what a page cannot: questions, short forms, the list of keys."""
