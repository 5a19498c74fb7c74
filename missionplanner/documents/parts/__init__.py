"""Set the parts of a page as blocks: rows, heads, facts, panels, lists. A block is measured, then drawn once."""
