"""Show what came of a mission: who was there, outcomes, next steps, agreements, contacts, figures."""
