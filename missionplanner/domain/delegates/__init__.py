"""Tell who travels, who takes part in what, and how far each of them is."""
