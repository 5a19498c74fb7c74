"""Show and change who takes part in what, as a grid of people and items."""
