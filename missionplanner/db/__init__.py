"""Keep a workspace in tables: rows, journal, schema. Knows domain and base, nothing beside it."""
