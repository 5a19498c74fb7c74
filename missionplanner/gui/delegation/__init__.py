"""Show and edit who is in a mission: people, places without names, groups."""
