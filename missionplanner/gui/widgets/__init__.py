"""Hold the pieces pages are made of."""
