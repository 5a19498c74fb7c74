"""Show the year of all missions: who leads what, who is asked for twice, where it goes, what it adds up to."""
