"""Show what is in the directory twice, side by side, and make one of two."""
