"""Show what a mission costs: lines, expenses, offers, totals."""
