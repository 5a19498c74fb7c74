"""Show which documents a mission has, ask how they are to look, print and export them."""
