"""Show the year of all missions: who leads what when, who is asked for twice, where it goes, what it adds up to."""
