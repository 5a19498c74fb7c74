"""Find anything by a few letters (Ctrl+K): actions, items, people, organisations, places, paper, settings."""
