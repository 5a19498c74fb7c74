"""Move and house a delegation: journeys, transfers, seats, rooms."""
