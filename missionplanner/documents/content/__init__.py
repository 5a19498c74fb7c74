"""Say what paper shows, as frozen values: pure functions from a plan, with no thought of layout."""
