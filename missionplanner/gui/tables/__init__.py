"""Show lists of thousands as tables that are edited in their cells."""
