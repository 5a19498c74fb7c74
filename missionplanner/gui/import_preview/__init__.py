"""Show what a foreign file holds beside what would come of it, to be decided entry by entry."""
